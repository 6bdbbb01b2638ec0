package sightline.core.kernel;

import java.nio.file.Path;

/**
 * A file of the installation that cannot be used. The program does not start without it: whoever
 * put it there is told which it is, where in it, and what to do.
 */
public final class UnusableFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * A file, or a folder.
     *
     * @param why what is wrong, and on which line
     * @param remedy what to do, as a sentence
     */
    public UnusableFile(Path file, String why, String remedy) {
        super("%s: %s%n%s".formatted(file, why.replaceFirst("\\.$", ""), remedy));
    }
}
