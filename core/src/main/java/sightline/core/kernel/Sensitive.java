package sightline.core.kernel;

/**
 * Holds a value that must not reach a log, a message or a URL by being printed. Reading it takes a
 * visible call of {@link #value()}.
 */
public record Sensitive<T>(T value) {
    /** Wraps a value. */
    public static <T> Sensitive<T> of(T value) {
        return new Sensitive<>(value);
    }

    @Override
    public String toString() {
        return "Sensitive[redacted]";
    }
}
