package sightline.core.screening;

import java.util.List;

/** Who may be told, who must not, and who decides: part of every finding. */
public record Sharing(List<String> mayBeTold, List<String> mustNotBeTold, List<String> decides) {
    public Sharing {
        mayBeTold = List.copyOf(mayBeTold);
        mustNotBeTold = List.copyOf(mustNotBeTold);
        decides = List.copyOf(decides);
    }
}
