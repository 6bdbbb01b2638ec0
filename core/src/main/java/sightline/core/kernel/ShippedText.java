package sightline.core.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text that comes with the program: packs, templates, tables. */
public final class ShippedText {
    private ShippedText() {}

    /**
     * Reads one.
     *
     * @param path from the root of the class path, with its slash
     * @throws IllegalStateException where the build left it out
     */
    public static String of(String path) {
        try (InputStream text = ShippedText.class.getResourceAsStream(path)) {
            if (text == null) {
                throw new IllegalStateException("the build lacks " + path);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
