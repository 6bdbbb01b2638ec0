package sightline.web.view.part;

import java.util.List;

/** Fields of a filter under one heading. */
public sealed interface FilterGroup {
    String legend();

    /** One of a few. */
    record OneOf(String legend, String name, List<Option> options) implements FilterGroup {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    /** Any of a few. */
    record AnyOf(String legend, String name, List<Option> options) implements FilterGroup {
        public AnyOf {
            options = List.copyOf(options);
        }
    }

    /** Lines of text, as for dates. */
    record Lines(String legend, List<Field.Line> lines) implements FilterGroup {
        public Lines {
            lines = List.copyOf(lines);
        }
    }
}
