package sightline.core.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What reading an identifier came to. A refusal is an expected outcome, so it is a value; neither
 * its reason nor its advice repeats what was read, since that may lead to a person.
 */
public sealed interface Parsed<T> {
    /**
     * The value, normalised.
     *
     * @param warnings what a reader should know although the form is right, such as "a number from
     *     the range reserved for tests"; empty when there is nothing
     */
    record Valid<T>(T value, List<String> warnings) implements Parsed<T> {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Not one of these.
     *
     * @param reason what is wrong
     * @param advice what the sender can do about it
     */
    record Invalid<T>(String reason, String advice) implements Parsed<T> {}

    /** A value about which there is nothing to add. */
    static <T> Parsed<T> valid(T value) {
        return new Valid<>(value, List.of());
    }

    /** A refusal with what to do about it. */
    static <T> Parsed<T> invalid(String reason, String advice) {
        return new Invalid<>(reason, advice);
    }

    /** The value, if there is one. */
    default Optional<T> toOptional() {
        return switch (this) {
            case Valid<T> valid -> Optional.of(valid.value());
            case Invalid<T> _ -> Optional.empty();
        };
    }

    /** The same outcome about another form of the value. */
    default <R> Parsed<R> map(Function<? super T, ? extends R> form) {
        return switch (this) {
            case Valid<T> valid -> new Valid<>(form.apply(valid.value()), valid.warnings());
            case Invalid<T> invalid -> new Invalid<>(invalid.reason(), invalid.advice());
        };
    }

    /**
     * The value, for callers who know that it is one.
     *
     * @throws IllegalArgumentException with reason and advice if it is not
     */
    default T orThrow() {
        return switch (this) {
            case Valid<T> valid -> valid.value();
            case Invalid<T> invalid ->
                    throw new IllegalArgumentException(invalid.reason() + "\n" + invalid.advice());
        };
    }
}
