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
        /** More than these are folded away while none is chosen. */
        private static final int MOST = 8;

        public AnyOf {
            options = List.copyOf(options);
        }

        /** Whether the list is long and says nothing yet. */
        public boolean folded() {
            return options.size() > MOST && options.stream().noneMatch(Option::chosen);
        }
    }

    /** Lines of text, as for dates. */
    record Lines(String legend, List<Field.Line> lines) implements FilterGroup {
        public Lines {
            lines = List.copyOf(lines);
        }
    }
}
