package sightline.core.facts;

import sightline.core.kernel.Identifier;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Text;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The coded values of a body by field name, as packs name them: enums in kebab case, booleans and
 * numbers and days, ids and references; those of records within it by {@code field.code}. Free text
 * is never a code.
 */
public final class Codes {
    /** The fields of a kind of record, with the names that they have as codes. */
    private record Field(String name, Method accessor) {}

    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return Stream.of(type.getRecordComponents())
                            .map(c -> new Field(Kinds.kebab(c.getName()), c.getAccessor()))
                            .toList();
                }
            };

    private Codes() {}

    /** Field name in kebab case to code; a list of codes is joined with commas. */
    public static Map<String, String> of(Record body) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Field field : FIELDS.get(body.getClass())) {
            String name = field.name();
            Object value = value(field, body);
            code(value).ifPresent(c -> codes.put(name, c));
            nested(value).forEach(r -> of(r).forEach((k, c) -> join(codes, name + "." + k, c)));
        }
        return codes;
    }

    private static void join(Map<String, String> codes, String name, String code) {
        codes.merge(name, code, (one, more) -> one + "," + more);
    }

    private static List<Record> nested(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(Codes::nested).orElse(List.of());
            case Collection<?> many -> many.stream().flatMap(v -> nested(v).stream()).toList();
            case Text _, PartialDate _, Identifier _ -> List.of();
            case Record body -> List.of(body);
            default -> List.of();
        };
    }

    private static Optional<String> code(Object value) {
        return switch (value) {
            case Enum<?> constant -> Optional.of(kebab(constant));
            case String id -> Optional.of(id);
            case Boolean truth -> Optional.of(truth.toString());
            case Integer number -> Optional.of(number.toString());
            case LocalDate day -> Optional.of(day.toString());
            case Optional<?> maybe -> maybe.flatMap(Codes::code);
            case Collection<?> many -> {
                String joined =
                        String.join(
                                ",",
                                many.stream().map(Codes::code).flatMap(Optional::stream).toList());
                yield joined.isEmpty() ? Optional.empty() : Optional.of(joined);
            }
            default -> Optional.empty();
        };
    }

    /** An enum constant as it stands on the wire and in packs. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of that kebab case: the way back from {@link #kebab}.
     *
     * @throws IllegalArgumentException naming the type, if it has no such constant
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String kebab) {
        try {
            return Enum.valueOf(type, kebab.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException absent) {
            throw new IllegalArgumentException(
                    "'%s' is no %s".formatted(kebab, Kinds.kebab(type.getSimpleName())), absent);
        }
    }

    private static Object value(Field field, Record body) {
        try {
            return field.accessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + field.name(), e);
        }
    }
}
