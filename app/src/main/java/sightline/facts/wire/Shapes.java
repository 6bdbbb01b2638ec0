package sightline.facts.wire;

import sightline.core.facts.Codes;
import sightline.core.facts.TrueWhenLeftOut;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Works out the shape of a type from its record components, once. */
final class Shapes {
    private static final Shape.Str TEXT =
            new Shape.Str(
                    "text of at most 20,000 characters",
                    Shapes::text,
                    t -> ((Text) t).value(),
                    false);

    private static final Map<Class<?>, Shape> VALUES =
            Map.of(
                    String.class,
                            new Shape.Str(
                                    "a short text", Shapes::shortText, String.class::cast, false),
                    Text.class, TEXT,
                    When.class,
                            new Shape.Str(
                                    When.ACCEPTED_FORMS, When::parse, w -> ((When) w).text(), true),
                    PartialDate.class,
                            str(
                                    "a day 2007-05-25, a month 2007-05 or a year 2007",
                                    PartialDate::parse,
                                    p -> ((PartialDate) p).text()),
                    LocalDate.class,
                            str("a day like 2007-05-25", LocalDate::parse, Object::toString),
                    Instant.class,
                            str(
                                    "a time with its offset like 2007-05-25T09:12:00Z",
                                    t -> OffsetDateTime.parse(t).toInstant(),
                                    Object::toString),
                    AgencyId.class,
                            str(
                                    "a sender id like westmarsh-police",
                                    AgencyId::new,
                                    a -> ((AgencyId) a).value()),
                    MessageRef.class,
                            str(
                                    "sender/message-id",
                                    MessageRef::parse,
                                    m -> ((MessageRef) m).text()),
                    SourceRecord.class,
                            str(
                                    "agency:local-id",
                                    SourceRecord::parse,
                                    r -> ((SourceRecord) r).text()));

    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();
    private static final int SHORT = 500;
    private static final int LONG = 20_000;

    private Shapes() {}

    private static Shape.Str str(
            String form, Function<String, Object> parse, Function<Object, String> text) {
        return new Shape.Str(form, parse, text, false);
    }

    private static Object shortText(String text) {
        if (text.length() > SHORT) {
            throw new IllegalArgumentException("it has more than %d characters".formatted(SHORT));
        }
        return text.strip();
    }

    private static Object text(String text) {
        if (text.length() > LONG) {
            throw new IllegalArgumentException("it has more than %d characters".formatted(LONG));
        }
        return new Text(text);
    }

    /** The shape of a record type. */
    static Shape.Obj of(Class<? extends Record> type) {
        return (Shape.Obj) shape(type);
    }

    private static Shape shape(Type type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = build(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Shape build(Type type) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == Optional.class ->
                    new Shape.Maybe(shape(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic when generic.getRawType() == List.class ->
                    new Shape.Many(shape(generic.getActualTypeArguments()[0]));
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalStateException("no shape for " + type.getTypeName());
        };
    }

    private static Shape plain(Class<?> type) {
        Shape value = VALUES.get(type);
        if (value != null) {
            return value;
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Truth(false);
        }
        if (type == int.class || type == Integer.class) {
            return new Shape.Whole();
        }
        if (type.isEnum()) {
            List<Object> constants = List.of(type.getEnumConstants());
            List<String> codes = constants.stream().map(c -> Codes.kebab((Enum<?>) c)).toList();
            return new Shape.Code(type, codes, constants);
        }
        if (type.isRecord()) {
            return object(type);
        }
        throw new IllegalStateException("no shape for " + type.getName());
    }

    private static Shape component(RecordComponent component) {
        return component.isAnnotationPresent(TrueWhenLeftOut.class)
                ? new Shape.Truth(true)
                : shape(component.getGenericType());
    }

    private static Shape.Obj object(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Shape.Field> fields =
                Arrays.stream(components)
                        .map(c ->
                                new Shape.Field(
                                        c.getName(),
                                        component(c),
                                        c.getAccessor(),
                                        c.isAnnotationPresent(AsideWhenOdd.class)))
                        .toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return new Shape.Obj(type, constructor, fields);
        } catch (NoSuchMethodException absent) {
            throw new IllegalStateException("a record has its constructor", absent);
        }
    }
}
