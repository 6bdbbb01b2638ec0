package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What happens if nobody acts. It has no silent top: the last rung repeats daily. */
public record Ladder(String heading, List<Rung> rungs, String explanation, @Nullable Link source) {
    public Ladder {
        rungs = List.copyOf(rungs);
    }
}
