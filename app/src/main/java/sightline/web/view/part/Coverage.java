package sightline.web.view.part;

import java.util.List;

/** Which sources answered, and how fresh each is. Silence is never an answer. */
public record Coverage(String heading, String asOf, List<SourceAnswer> sources) {
    public Coverage {
        sources = List.copyOf(sources);
    }
}
