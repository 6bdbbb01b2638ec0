package sightline.core.kernel;

import org.jspecify.annotations.Nullable;

/** Something in a YAML document that cannot be read: the message says on which line. */
public final class YamlFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String why;

    /**
     * A fault.
     *
     * @param line of the document, from 1; of something in a mapping, that on which it begins
     * @param why what is wrong, and what to write instead
     */
    YamlFault(int line, String why, @Nullable Throwable cause) {
        super("line %d: %s".formatted(line, why), cause);
        this.line = line;
        this.why = why;
    }

    /** The same fault, told of what it stands in. */
    YamlFault within(String what) {
        return new YamlFault(line, what + why, this);
    }
}
