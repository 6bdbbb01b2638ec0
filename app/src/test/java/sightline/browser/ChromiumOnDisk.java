package sightline.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The Chromium of this machine. Where there is none, {@code .ci/chromium} installs one. */
public final class ChromiumOnDisk {

    private ChromiumOnDisk() {}

    /**
     * The program.
     *
     * @throws IllegalStateException if there is none and none could be installed; says what to do
     */
    public static Path program() {
        try {
            var finder = root().resolve(".ci/chromium").toString();
            var process =
                    new ProcessBuilder("bash", finder)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "No Chromium for the browser tests.\nAs root: apt-get install chromium");
            }
            return Path.of(answer.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for Chromium", e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("sightline.root", ".."));
    }
}
