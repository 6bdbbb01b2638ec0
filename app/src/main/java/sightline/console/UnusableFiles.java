package sightline.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;

import sightline.core.kernel.UnusableFile;

import java.util.Optional;

/**
 * A server that does not start for a file that cannot be read: the command says so, in words, and
 * nothing else is printed of it.
 */
final class UnusableFiles implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        return in(failure).isPresent();
    }

    /** The file for which something failed, if it was for one. */
    static Optional<UnusableFile> in(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnusableFile file) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
