package sightline.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.ContactRoute;
import sightline.core.directory.Cover;
import sightline.core.directory.DirectoryEntries;
import sightline.core.directory.Holder;
import sightline.core.directory.Hours;
import sightline.core.directory.Leave;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.Rota;
import sightline.core.directory.SchoolDays;
import sightline.core.directory.Shift;
import sightline.core.directory.StaffId;
import sightline.core.directory.Team;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.OdsCode;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.TeamId;
import sightline.core.kernel.Text;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads all entries, each table in the order entered. */
final class EntryReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** The tables that bear on what follows from facts: nobody's name is in them. */
    private static final List<String> BEARING =
            List.of("area", "agency", "team", "post", "school_days");

    private final JdbcClient sql;
    private final Optional<Long> edition;

    private EntryReader(JdbcClient sql, Optional<Long> edition) {
        this.sql = sql;
        this.edition = edition;
    }

    static DirectoryEntries read(JdbcClient sql) {
        return new EntryReader(sql, Optional.empty()).entries();
    }

    /** The entries of an edition. */
    static DirectoryEntries edition(JdbcClient sql, long edition) {
        return new EntryReader(sql, Optional.of(edition)).entries();
    }

    /** What an edition keeps, as an expression of SQL. */
    static String written() {
        return BEARING.stream()
                .map(t ->
                        "'%1$s', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.position), '[]') FROM directory.%1$s t)"
                                .formatted(t))
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    private DirectoryEntries entries() {
        return new DirectoryEntries(
                all("area", EntryReader::area),
                all("agency", EntryReader::agency),
                all("team", EntryReader::team),
                all("post", EntryReader::post),
                all("holder", EntryReader::holder),
                all("cover", EntryReader::cover),
                all("leave", EntryReader::leave),
                all("rota", EntryReader::rota),
                all("contact_route", EntryReader::route),
                all("school_days", EntryReader::schoolDays));
    }

    private <T> List<T> all(String table, Mapping<T> mapping) {
        var found = new ArrayList<T>();
        if (edition.isEmpty() || BEARING.contains(table)) {
            sql.sql("SELECT t.* FROM %s t ORDER BY t.position".formatted(rows(table)))
                    .query(row -> {
                        found.add(mapping.map(row));
                    });
        }
        return found;
    }

    private String rows(String table) {
        return edition.map(e ->
                        """
                        (SELECT r.* FROM directory.edition e,
                           jsonb_populate_recordset(NULL::directory.%1$s, e.entries -> '%1$s') r WHERE e.edition = %2$d)
                        """
                                .formatted(table, e))
                .orElse("directory." + table);
    }

    private static Area area(ResultSet row) throws SQLException {
        return new Area(
                new AreaId(row.getString("area")),
                row.getString("name"),
                Nation.valueOf(row.getString("nation")),
                List.of((String[]) row.getArray("postcodes").getArray()),
                holidays(row),
                merged(row));
    }

    private static Optional<Area.Merger> merged(ResultSet row) throws SQLException {
        var from = row.getObject("merged_from", LocalDate.class);
        return maybe(row, "merged_into", AreaId::new).map(into -> new Area.Merger(into, from));
    }

    private static Map<LocalDate, String> holidays(ResultSet row) throws SQLException {
        var days = new TreeMap<LocalDate, String>();
        var kept = Optional.ofNullable(row.getString("holidays")).orElse("{}");
        JSON.readTree(kept)
                .forEachEntry((day, name) -> days.put(LocalDate.parse(day), name.stringValue()));
        return days;
    }

    private static Agency agency(ResultSet row) throws SQLException {
        var type = row.getString("type");
        return new Agency(
                new AgencyId(row.getString("agency")),
                row.getString("name"),
                AgencyType.of(type)
                        .orElseThrow(
                                () -> new IllegalStateException("no such type of agency: " + type)),
                new AreaId(row.getString("area")),
                period(row, "open"),
                maybe(row, "ods_code", OdsCode::new),
                maybe(row, "successor", AgencyId::new),
                serves(row));
    }

    /** None in an edition from before agencies served further areas. */
    private static List<Agency.Service> serves(ResultSet row) throws SQLException {
        var services = new ArrayList<Agency.Service>();
        for (JsonNode service :
                JSON.readTree(Optional.ofNullable(row.getString("serves")).orElse("[]"))) {
            services.add(
                    new Agency.Service(new AreaId(service.get("area").asString()), days(service)));
        }
        return services;
    }

    private static Period days(JsonNode node) {
        return new Period(day(node.path("from")), day(node.path("until")));
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(
                new TeamId(row.getString("team")),
                new AgencyId(row.getString("agency")),
                row.getString("name"),
                period(row, "open"));
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                new PostId(row.getString("post")),
                new AgencyId(row.getString("agency")),
                row.getString("title"),
                new Role(row.getString("role")),
                maybe(row, "team", TeamId::new),
                maybe(row, "manager", PostId::new),
                hours(row),
                period(row, "open"));
    }

    private static Optional<Hours> hours(ResultSet row) throws SQLException {
        var days = row.getArray("hours_days");
        if (days == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Hours(
                        Arrays.stream((String[]) days.getArray())
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        row.getObject("hours_from", LocalTime.class),
                        row.getObject("hours_until", LocalTime.class)));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                new PostId(row.getString("post")),
                new StaffId(row.getString("person")),
                new Text(row.getString("name")),
                period(row, "days"));
    }

    private static Cover cover(ResultSet row) throws SQLException {
        return new Cover(
                new PostId(row.getString("post")),
                new PostId(row.getString("covered_by")),
                period(row, "days"));
    }

    private static Leave leave(ResultSet row) throws SQLException {
        return new Leave(new StaffId(row.getString("person")), period(row, "days"));
    }

    private static Rota rota(ResultSet row) throws SQLException {
        var shifts = new ArrayList<Shift>();
        for (JsonNode shift : JSON.readTree(row.getString("shifts"))) {
            shifts.add(
                    new Shift(
                            DayOfWeek.valueOf(shift.get("day").asString()),
                            LocalTime.parse(shift.get("from").asString()),
                            LocalTime.parse(shift.get("until").asString()),
                            new PostId(shift.get("on_call").asString())));
        }
        return new Rota(
                new PostId(row.getString("post")),
                shifts,
                maybe(row, "otherwise", PostId::new),
                period(row, "days"));
    }

    private static ContactRoute route(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return new ContactRoute(
                new PostId(row.getString("post")),
                ContactRoute.Channel.of(channel)
                        .orElseThrow(() ->
                                new IllegalStateException("no such contact channel: " + channel)),
                Sensitive.of(row.getString("address")),
                period(row, "days"));
    }

    private static SchoolDays schoolDays(ResultSet row) throws SQLException {
        var terms = new ArrayList<Period>();
        for (JsonNode term : JSON.readTree(row.getString("terms"))) {
            terms.add(days(term));
        }
        return new SchoolDays(
                new AgencyId(row.getString("school")),
                row.getObject("starts", LocalTime.class),
                terms,
                Arrays.stream((java.sql.Date[]) row.getArray("closed").getArray())
                        .map(java.sql.Date::toLocalDate)
                        .collect(Collectors.toSet()));
    }

    private static Optional<LocalDate> day(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(node.asString()));
    }

    private static Period period(ResultSet row, String name) throws SQLException {
        return new Period(
                Optional.ofNullable(row.getObject(name + "_from", LocalDate.class)),
                Optional.ofNullable(row.getObject(name + "_until", LocalDate.class)));
    }

    private static <T> Optional<T> maybe(ResultSet row, String column, Function<String, T> made)
            throws SQLException {
        @Nullable String value = row.getString(column);
        return Optional.ofNullable(value).map(made);
    }
}
