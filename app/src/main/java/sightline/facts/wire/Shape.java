package sightline.facts.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;

/** The JSON form of a Java type. */
sealed interface Shape {

    /** true or false; false when absent. */
    record Truth() implements Shape {}

    /** A whole number. */
    record Whole() implements Shape {}

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

    /** One of a closed set of codes, in kebab case. */
    record Code(Class<?> type, List<String> codes, List<Object> constants) implements Shape {}

    /** Any number of one shape, at most {@value #MOST}. */
    record Many(Shape of) implements Shape {
        static final int MOST = 200;
    }

    /** May be absent or null. */
    record Maybe(Shape of) implements Shape {}

    /** A record. */
    record Obj(Class<?> type, Constructor<?> constructor, List<Field> fields) implements Shape {}

    /** One field of a record. */
    record Field(String name, Shape shape, Method accessor) {
        /** Whether a message must have it. */
        boolean required() {
            return shape instanceof Code
                    || shape instanceof Obj
                    || shape instanceof Whole
                    || (shape instanceof Str str && !str.given());
        }
    }
}
