package sightline.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.register.State;
import sightline.database.SqlArrays;
import sightline.register.SimulatedChange.How;
import sightline.register.SimulatedPack.Done;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would change if a pack were switched on: asked for by a keeper, worked out in the background
 * by whichever process takes it, read by keepers. A process that is killed loses what it took after
 * a while, and another takes it.
 */
public final class SimulatedPacks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 5_000;

    private final JdbcClient sql;

    /** Reads and writes in the transaction whose context is open. */
    public SimulatedPacks(JdbcClient sql) {
        this.sql = sql;
    }

    /** A pack that was asked about. */
    public Optional<SimulatedPack> of(String pack) {
        return sql.sql("SELECT * FROM register.simulation WHERE pack = :pack")
                .param("pack", pack)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Asks about a pack; nothing changes while it is being worked out. */
    public void ask(String pack, String version, String by, Instant now) {
        sql.sql(
                        """
                        INSERT INTO register.simulation AS s (pack, version, asked_at, asked_by)
                        VALUES (:pack, :version, :now, :by)
                        ON CONFLICT (pack) DO UPDATE SET version = excluded.version, asked_at = excluded.asked_at,
                          asked_by = excluded.asked_by, claimed_until = NULL, looked = 0, people = 0
                         WHERE s.done_at >= s.asked_at
                        """)
                .param("pack", pack)
                .param("version", version)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes what waits longest, until a moment; nobody else takes it before that. */
    public Optional<String> claim(Instant now, Instant until) {
        return sql.sql(
                        """
                        UPDATE register.simulation SET claimed_until = :until
                         WHERE pack = (SELECT pack FROM register.simulation
                                        WHERE (done_at IS NULL OR done_at < asked_at)
                                          AND (claimed_until IS NULL OR claimed_until < :now)
                                        ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING pack
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(String.class)
                .optional();
    }

    /** Says how far it is, and keeps it until a moment. */
    public void progress(String pack, int looked, int people, Instant until) {
        sql.sql(
                        """
                        UPDATE register.simulation SET looked = :looked, people = :people, claimed_until = :until
                         WHERE pack = :pack
                        """)
                .param("pack", pack)
                .param("looked", looked)
                .param("people", people)
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Keeps what was worked out in the place of what was before. */
    public void done(String pack, Done done, List<SimulatedChange> changes) {
        sql.sql("DELETE FROM register.simulated_change WHERE pack = :pack")
                .param("pack", pack)
                .update();
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            insert(pack, changes.subList(from, Math.min(changes.size(), from + AT_ONCE)));
        }
        sql.sql(
                        """
                        UPDATE register.simulation SET done_version = :version, done_at = :at, done_people = :people,
                          under = :under, questions = :questions, comes_on = :on, goes_off = :off,
                          other_period = :other, claimed_until = NULL
                         WHERE pack = :pack
                        """)
                .param("pack", pack)
                .param("version", done.version())
                .param("at", Timestamp.from(done.at()))
                .param("people", done.people())
                .param("under", done.under())
                .param("questions", done.questions())
                .param("on", done.comesOn())
                .param("off", done.goesOff())
                .param("other", done.otherPeriod())
                .update();
    }

    private void insert(String pack, List<SimulatedChange> changes) {
        ArrayNode rows = JSON.createArrayNode();
        for (SimulatedChange change : changes) {
            ObjectNode row = rows.addObject();
            row.put("s", change.subject().value()).put("h", change.how().name());
            row.put("k", change.keeper().value()).put("t", change.state().name());
            row.put("b", change.because());
            change.days().flatMap(Period::from).ifPresent(day -> row.put("f", day.toString()));
            change.days().flatMap(Period::until).ifPresent(day -> row.put("u", day.toString()));
        }
        sql.sql(
                        """
                        INSERT INTO register.simulated_change (pack, subject, how, keeper, state, starts, ends, because)
                        SELECT :pack, r.s, r.h, r.k, r.t, r.f, r.u, r.b
                          FROM jsonb_to_recordset(:rows::jsonb) AS r(s text, h text, k text, t text, f date, u date, b text)
                        """)
                .param("pack", pack)
                .param("rows", rows.toString())
                .update();
    }

    /** For how many whom the reader may see something would change. */
    public long count(String pack) {
        return sql.sql("SELECT count(*) FROM register.simulated_change WHERE pack = :pack")
                .param("pack", pack)
                .query(Long.class)
                .single();
    }

    /** Some of those whom the reader may see: who would come on first. */
    public List<SimulatedChange> changes(String pack, int skip, int most) {
        return sql.sql(
                        """
                        SELECT * FROM register.simulated_change WHERE pack = :pack
                         ORDER BY CASE how WHEN 'ON' THEN 0 WHEN 'OFF' THEN 1 ELSE 2 END, subject OFFSET :skip LIMIT :most
                        """)
                .param("pack", pack)
                .param("skip", skip)
                .param("most", most)
                .query((row, _) -> change(row))
                .list();
    }

    /** Forgets people who are no more. */
    public void forget(Collection<PersonId> gone) {
        sql.sql("DELETE FROM register.simulated_change WHERE subject = ANY (:s::text[])")
                .param("s", SqlArrays.people(gone))
                .update();
    }

    private static SimulatedChange change(ResultSet row) throws SQLException {
        Date starts = row.getDate("starts");
        Date ends = row.getDate("ends");
        return new SimulatedChange(
                new PersonId(text(row.getString("subject"))),
                How.valueOf(text(row.getString("how"))),
                new AgencyId(text(row.getString("keeper"))),
                State.valueOf(text(row.getString("state"))),
                Optional.ofNullable(starts)
                        .map(from ->
                                new Period(
                                        Optional.of(from.toLocalDate()),
                                        Optional.ofNullable(ends).map(Date::toLocalDate))),
                text(row.getString("because")));
    }

    private static SimulatedPack read(ResultSet row) throws SQLException {
        Instant asked = Objects.requireNonNull(row.getTimestamp("asked_at")).toInstant();
        Optional<Instant> done =
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant);
        return new SimulatedPack(
                text(row.getString("pack")),
                text(row.getString("version")),
                asked,
                done.filter(at -> !at.isBefore(asked)).isEmpty(),
                row.getInt("looked"),
                row.getInt("people"),
                done.isEmpty() ? Optional.empty() : Optional.of(done(row, done.get())));
    }

    private static Done done(ResultSet row, Instant at) throws SQLException {
        return new Done(
                text(row.getString("done_version")),
                at,
                row.getInt("done_people"),
                row.getInt("under"),
                row.getInt("questions"),
                row.getInt("comes_on"),
                row.getInt("goes_off"),
                row.getInt("other_period"));
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }
}
