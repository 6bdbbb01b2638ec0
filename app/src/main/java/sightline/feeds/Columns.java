package sightline.feeds;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

import java.util.List;
import java.util.function.Function;

/** Lists as arrays of one column each, for {@code unnest}: one statement for any number of rows. */
final class Columns {
    private Columns() {}

    static <T> SqlArrayValue texts(List<T> rows, Function<T, @Nullable String> value) {
        var column = new @Nullable String[rows.size()];
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return new SqlArrayValue("text", (Object[]) column);
    }

    static <T> SqlArrayValue numbers(List<T> rows, Function<T, @Nullable Long> value) {
        var column = new @Nullable Long[rows.size()];
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return new SqlArrayValue("bigint", (Object[]) column);
    }

    static <T> SqlArrayValue truths(List<T> rows, Function<T, Boolean> value) {
        var column = new Boolean[rows.size()];
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return new SqlArrayValue("boolean", (Object[]) column);
    }

    static <T> SqlArrayValue bytes(List<T> rows, Function<T, byte[]> value) {
        var column = new byte[rows.size()][];
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return new SqlArrayValue("bytea", (Object[]) column);
    }
}
