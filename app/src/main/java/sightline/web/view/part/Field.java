package sightline.web.view.part;

import java.util.List;

/** A field of a form. Its error says what happened and how to mend it; empty when there is none. */
public sealed interface Field {
    String name();

    /** What it is called on the page; empty where the reader does not see it. */
    String label();

    String hint();

    String error();

    /**
     * One line of text. {@code type} is the type of the input; {@code width} a class of its width.
     */
    record Line(
            String name,
            String label,
            String hint,
            String value,
            String error,
            String type,
            String autocomplete,
            String width)
            implements Field {}

    /** Several lines of text. */
    record LongText(String name, String label, String hint, String value, String error, int rows)
            implements Field {}

    /** One of a few answers, all visible. */
    record OneOf(String name, String legend, String hint, String error, List<Option> options)
            implements Field {
        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public String label() {
            return legend;
        }
    }

    /** Any number of answers, all visible. */
    record AnyOf(String name, String legend, String hint, String error, List<Option> options)
            implements Field {
        public AnyOf {
            options = List.copyOf(options);
        }

        @Override
        public String label() {
            return legend;
        }
    }

    /**
     * Any number of answers, all visible, each sent under a name of its own: the field's, a hyphen
     * and the answer's value.
     */
    record Ticks(String name, String legend, String hint, String error, List<Option> options)
            implements Field {
        public Ticks {
            options = List.copyOf(options);
        }

        @Override
        public String label() {
            return legend;
        }
    }

    /** A heading over the fields that follow; nothing is entered in it. */
    record Heading(String name, String text, String hint) implements Field {
        @Override
        public String label() {
            return text;
        }

        @Override
        public String error() {
            return "";
        }
    }

    /** One of many answers, in a list that opens. */
    record Pick(String name, String label, String hint, String error, List<Option> options)
            implements Field {
        public Pick {
            options = List.copyOf(options);
        }
    }

    /** A value that the reader does not see. Never personal data. */
    record Hidden(String name, String value) implements Field {
        @Override
        public String label() {
            return "";
        }

        @Override
        public String hint() {
            return "";
        }

        @Override
        public String error() {
            return "";
        }
    }

    /** One line of text that no browser fills in by itself. */
    static Line line(String name, String label, String hint, String value, String error) {
        return new Line(name, label, hint, value, error, "text", "off", "w20");
    }

    /** Three lines of text. */
    static LongText longText(String name, String label, String hint, String value, String error) {
        return new LongText(name, label, hint, value, error, 3);
    }
}
