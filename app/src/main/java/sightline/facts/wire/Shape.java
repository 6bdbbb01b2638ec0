package sightline.facts.wire;

import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonRole;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The JSON form of a Java type. */
sealed interface Shape {

    /**
     * true or false.
     *
     * @param leftOut what a message means that leaves it out; what is kept without it means false
     */
    record Truth(boolean leftOut) implements Shape {}

    /** A whole number; one when absent, for it counts what the rest of the object speaks of. */
    record Whole() implements Shape {
        static final int UNSAID = 1;
    }

    /**
     * A text with a form of its own.
     *
     * @param form the form in words, for messages to senders
     * @param parse throws an IllegalArgumentException or DateTimeException on anything else
     */
    record Str(
            String form,
            Function<String, Object> parse,
            Function<Object, String> text,
            boolean given)
            implements Shape {}

    /**
     * One of a closed set of codes, in kebab case. Where one of them says that nothing was said
     * (not-recorded, not-yet-asked, not-known, not-stated), leaving the field out says it too: a
     * message is not set aside for what its sender does not know.
     */
    record Code(Class<?> type, List<String> codes, List<Object> constants) implements Shape {
        private static final List<String> NOBODY_KNOWS =
                List.of("not-recorded", "not-known", "not-stated");

        /**
         * In what role nobody knows, somebody is another; of what kind nobody knows, a mark is one.
         */
        private static final Map<Class<?>, String> AT_LEAST =
                Map.of(PersonRole.class, "other", HealthBody.MarkKind.class, "mark");

        private static final List<String> NOTHING_SAID =
                List.of("not-recorded", "not-yet-asked", "not-known", "not-stated");

        /** What it means that nobody knows; empty where somebody must. */
        Optional<Object> unknown() {
            return first(NOBODY_KNOWS)
                    .or(() -> first(Optional.ofNullable(AT_LEAST.get(type)).stream().toList()));
        }

        /** What leaving it out means; empty when it must be sent. */
        Optional<Object> unsaid() {
            return first(NOTHING_SAID);
        }

        private Optional<Object> first(List<String> any) {
            return any.stream()
                    .filter(codes::contains)
                    .findFirst()
                    .map(code -> constants.get(codes.indexOf(code)));
        }
    }

    /** Any number of one shape, at most {@value #MOST}. */
    record Many(Shape of) implements Shape {
        static final int MOST = 200;
    }

    /** May be absent or null. */
    record Maybe(Shape of) implements Shape {}

    /** A record. */
    record Obj(Class<?> type, Constructor<?> constructor, List<Field> fields) implements Shape {}

    /**
     * One field of a record.
     *
     * @param besides whether it alone is set aside where it cannot be read
     */
    record Field(String name, Shape shape, Method accessor, boolean besides) {
        /** Whether a message must have it. */
        boolean required() {
            return (shape instanceof Code code && code.unsaid().isEmpty())
                    || shape instanceof Obj
                    || (shape instanceof Str str && !str.given());
        }
    }
}
