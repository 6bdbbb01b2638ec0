package sightline.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.directory.ContactRoute;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.Hours;
import sightline.core.directory.Post;
import sightline.core.directory.Rota;
import sightline.core.directory.SchoolDays;
import sightline.core.kernel.OdsCode;
import sightline.core.kernel.Period;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes entries: each table emptied and filled by one statement, whatever their number. */
final class EntryRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    private EntryRows(JdbcClient sql) {
        this.sql = sql;
    }

    static void write(JdbcClient sql, DirectoryEntries entries) {
        var rows = new EntryRows(sql);
        rows.places(entries);
        rows.people(entries);
        rows.reaching(entries);
    }

    private void places(DirectoryEntries entries) {
        fill(
                "area",
                "area text, name text, nation text, postcodes text[], holidays jsonb,"
                        + " merged_into text, merged_from date",
                entries.areas(),
                area ->
                        Row.of("area", area.id().value())
                                .and("name", area.name())
                                .and("nation", area.nation().name())
                                .and("postcodes", area.postcodes())
                                .and("holidays", holidays(area))
                                .and("merged_into", area.merged().map(m -> m.into().value()))
                                .and("merged_from", area.merged().map(m -> m.from())));
        fill(
                "agency",
                "agency text, name text, type text, area text, open_from date, open_until date,"
                        + " ods_code text, successor text, serves jsonb",
                entries.agencies(),
                agency ->
                        Row.of("agency", agency.id().value())
                                .and("name", agency.name())
                                .and("type", agency.type().slug())
                                .and("area", agency.area().value())
                                .and("ods_code", agency.odsCode().map(OdsCode::value))
                                .and("successor", agency.successor().map(a -> a.value()))
                                .and("serves", serves(agency))
                                .and("open", agency.open()));
        fill(
                "team",
                "team text, agency text, name text, open_from date, open_until date",
                entries.teams(),
                team ->
                        Row.of("team", team.id().value())
                                .and("agency", team.agency().value())
                                .and("name", team.name())
                                .and("open", team.open()));
        fill(
                "school_days",
                "school text, starts time, terms jsonb, closed date[]",
                entries.schools(),
                EntryRows::schoolDays);
    }

    private void people(DirectoryEntries entries) {
        fill(
                "post",
                "post text, agency text, title text, role text, team text, manager text,"
                        + " hours_days text[], hours_from time, hours_until time,"
                        + " open_from date, open_until date",
                entries.posts(),
                EntryRows::post);
        fill(
                "holder",
                "post text, person text, name text, days_from date, days_until date",
                entries.holders(),
                holder ->
                        Row.of("post", holder.post().value())
                                .and("person", holder.person().value())
                                .and("name", holder.name().value())
                                .and("days", holder.days()));
        fill(
                "leave",
                "person text, days_from date, days_until date",
                entries.leaves(),
                leave -> Row.of("person", leave.person().value()).and("days", leave.days()));
    }

    private void reaching(DirectoryEntries entries) {
        fill(
                "cover",
                "post text, covered_by text, days_from date, days_until date",
                entries.covers(),
                cover ->
                        Row.of("post", cover.post().value())
                                .and("covered_by", cover.by().value())
                                .and("days", cover.days()));
        fill(
                "rota",
                "post text, shifts jsonb, otherwise text, days_from date, days_until date",
                entries.rotas(),
                EntryRows::rota);
        fill(
                "contact_route",
                "post text, channel text, address text, days_from date, days_until date",
                entries.routes(),
                EntryRows::route);
    }

    private static Row post(Post post) {
        return Row.of("post", post.id().value())
                .and("agency", post.agency().value())
                .and("title", post.title())
                .and("role", post.role().slug())
                .and("team", post.team().map(team -> team.value()))
                .and("manager", post.manager().map(manager -> manager.value()))
                .and("hours_days", post.hours().map(Hours::days))
                .and("hours_from", post.hours().map(Hours::from))
                .and("hours_until", post.hours().map(Hours::until))
                .and("open", post.open());
    }

    private static Row rota(Rota rota) {
        var shifts =
                rota.shifts().stream()
                        .map(shift ->
                                Map.of(
                                        "day", shift.day().name(),
                                        "from", shift.from().toString(),
                                        "until", shift.until().toString(),
                                        "on_call", shift.onCall().value()))
                        .toList();
        return Row.of("post", rota.post().value())
                .and("shifts", shifts)
                .and("otherwise", rota.otherwise().map(post -> post.value()))
                .and("days", rota.days());
    }

    private static Row route(ContactRoute route) {
        return Row.of("post", route.post().value())
                .and("channel", route.channel().slug())
                .and("address", route.address().value())
                .and("days", route.days());
    }

    private static Row schoolDays(SchoolDays school) {
        var terms = school.terms().stream().map(EntryRows::ends).toList();
        return Row.of("school", school.school().value())
                .and("starts", school.starts().toString())
                .and("terms", terms)
                .and("closed", school.closed().stream().sorted().map(Object::toString).toList());
    }

    private static Map<String, String> holidays(Area area) {
        var days = new LinkedHashMap<String, String>();
        area.holidays().forEach((day, name) -> days.put(day.toString(), name));
        return days;
    }

    private static List<Map<String, String>> serves(Agency agency) {
        return agency.serves().stream()
                .map(service -> {
                    var row = ends(service.days());
                    row.put("area", service.area().value());
                    return row;
                })
                .toList();
    }

    private static Map<String, String> ends(Period period) {
        var ends = new LinkedHashMap<String, String>();
        period.from().ifPresent(day -> ends.put("from", day.toString()));
        period.until().ifPresent(day -> ends.put("until", day.toString()));
        return ends;
    }

    private <T> void fill(String table, String columns, List<T> entries, Function<T, Row> row) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var entry : entries) {
            var values = row.apply(entry).values();
            values.put("position", rows.size());
            rows.add(values);
        }
        var names = columns.replaceAll(" [a-z]+(\\[\\])?(, |$)", "$2");
        sql.sql("DELETE FROM directory." + table).update();
        sql.sql(
                        """
                        INSERT INTO directory.%1$s (%2$s, position)
                        SELECT %2$s, position
                          FROM jsonb_to_recordset(:rows::jsonb) AS entry (%3$s, position integer)
                        """
                                .formatted(table, names, columns))
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /** The columns of one row by name, as JSON takes them. */
    private record Row(Map<String, @Nullable Object> values) {
        static Row of(String column, Object value) {
            return new Row(new LinkedHashMap<>()).and(column, value);
        }

        Row and(String column, Object value) {
            switch (value) {
                case Period days -> {
                    values.put(column + "_from", days.from().map(Object::toString).orElse(null));
                    values.put(column + "_until", days.until().map(Object::toString).orElse(null));
                }
                case Optional<?> maybe -> values.put(column, maybe.map(Row::plain).orElse(null));
                default -> values.put(column, value);
            }
            return this;
        }

        private static Object plain(Object value) {
            return value instanceof Iterable<?> ? value : value.toString();
        }
    }
}
