package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.Decision.Permitted;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.TeamId;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.SqlArrays;
import sightline.database.Subject;
import sightline.database.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The program and the database decide alike, in random worlds of relationships, conflicts, seals
 * and emergencies: every role, purpose and class. Each cell is one (role, purpose, record, class).
 */
final class DecisionAgreementTest {
    private static final long SEED = Long.getLong("seed", 20261125L);
    private static final int WORLDS = 40;
    private static final int READERS = 60;
    private static final Instant AT = Instant.parse("2026-03-04T10:15:30Z");
    private static final List<AgencyId> AGENCIES =
            List.of(new AgencyId("csc"), new AgencyId("police"), new AgencyId("gp"));

    /** Of children before they were born: of nobody whose record is opened. */
    private static final List<SourceRecord> UNBORN =
            List.of(
                    new SourceRecord(AGENCIES.getFirst(), "unborn-1"),
                    new SourceRecord(AGENCIES.getLast(), "unborn-2"));

    private final Random random = new Random(SEED);
    private int facts;

    @Test
    void theProgramAndTheDatabaseDecideAlike() {
        var cells = 0;
        var permitted = 0;
        try (var database = TestDatabase.fresh()) {
            for (var world = 0; world < WORLDS; world++) {
                empty(database.owner());
                var subjects = IntStream.range(0, 4).mapToObj(this::subject).toList();
                var known = world(subjects);
                store(database, known);
                for (var reader = 0; reader < READERS; reader++) {
                    var who = reader();
                    var expected = inProgram(who, known, subjects);
                    assertThat(inDatabase(database.owner(), who, subjects))
                            .as("seed %d, world %d, reader %s", SEED, world, who)
                            .isEqualTo(expected);
                    permitted += expected.size();
                    cells += 4 * 3 * Sensitivity.values().length;
                }
            }
        }

        assertThat(cells).isGreaterThan(50_000);
        assertThat(permitted).as("worlds in which something is permitted").isGreaterThan(2_000);
    }

    private static void empty(JdbcClient sql) {
        sql.sql(
                        """
                        TRUNCATE access.relationship, access.conflict, access.seal, access.seal_reader,
                          access.emergency
                        """)
                .update();
    }

    private Set<String> inProgram(ReaderContext reader, AccessFacts known, List<Subject> subjects) {
        var pairs = new HashSet<String>();
        var rules = new DecisionRules(reader, known, AT);
        for (var subject : subjects) {
            for (Map.Entry<SourceRecord, Decision> entry : rules.of(subject).entrySet()) {
                if (entry.getValue() instanceof Permitted(var classes, var because)) {
                    assertThat(because).isNotEmpty();
                    classes.forEach(c -> pairs.add(pair(subject, entry.getKey(), c)));
                }
            }
        }
        return pairs;
    }

    private static Set<String> inDatabase(
            JdbcClient sql, ReaderContext reader, List<Subject> subjects) {
        return new HashSet<>(
                sql.sql(
                                """
                                SELECT subject || '|' || record_key || '|' || class
                                  FROM access.decide(:actor, :agencies::text[], :roles::text[], :teams::text[],
                                    :posts::text[], :purpose, :subjects::jsonb, :at::timestamptz)
                                """)
                        .param("actor", reader.actor())
                        .param("agencies", SqlArrays.texts(reader.agencies()))
                        .param("roles", array(reader.roles()))
                        .param("teams", array(reader.teams()))
                        .param("posts", array(reader.posts()))
                        .param("purpose", reader.purpose())
                        .param("subjects", json(subjects))
                        .param("at", AT.toString())
                        .query(String.class)
                        .list());
    }

    private static String pair(Subject subject, SourceRecord record, Sensitivity sensitivity) {
        return subject.id() + "|" + RecordKey.of(record) + "|" + sensitivity;
    }

    private Subject subject(int number) {
        var records =
                AGENCIES.stream()
                        .map(agency ->
                                new SourceRecord(agency, "r" + number + "-" + random.nextInt(9)))
                        .toList();
        return new Subject(new PersonId("p" + number), records);
    }

    private ReaderContext reader() {
        var roles = new HashSet<AccessRole>();
        for (var i = 0; i < 1 + random.nextInt(2); i++) {
            roles.add(any(List.of(AccessRole.values())));
        }
        var fitting = new ArrayList<Purpose>(List.of(Purpose.values()));
        if (random.nextInt(4) > 0) {
            fitting.retainAll(roles.iterator().next().purposes());
        }
        AgencyId agency = any(AGENCIES);
        return new ReaderContext(
                "session",
                new UserId("user-" + random.nextInt(4)),
                agency,
                random.nextInt(4) > 0
                        ? Set.of(agency.value())
                        : AGENCIES.stream().map(AgencyId::value).collect(Collectors.toSet()),
                roles,
                Set.of("team-" + random.nextInt(3)),
                Set.of("post-" + random.nextInt(3)),
                any(fitting));
    }

    private AccessFacts world(List<Subject> subjects) {
        return new AccessFacts(
                many(6, () -> relationship(subjects)),
                many(2, () -> conflict(subjects)),
                many(5, () -> seal(subjects)),
                many(2, () -> emergency(subjects)));
    }

    private Relationship relationship(List<Subject> subjects) {
        return new Relationship(
                grantee(4),
                record(subjects),
                any(List.of(Relationship.Kind.values())),
                fact(),
                from(),
                until(),
                random.nextInt(3) == 0 ? Optional.of(any(UNBORN)) : Optional.empty());
    }

    /** One of the subjects', or of an unborn child that one of them was. */
    private SourceRecord touched(List<Subject> subjects) {
        return random.nextInt(3) == 0 ? any(UNBORN) : record(subjects);
    }

    private Conflict conflict(List<Subject> subjects) {
        var user = new UserId("user-" + random.nextInt(4));
        return new Conflict(
                user,
                touched(subjects),
                any(List.of(Conflict.Kind.values())),
                user,
                from(),
                until());
    }

    private Seal seal(List<Subject> subjects) {
        var sealed = List.of(Sensitivity.values()).subList(9, 15);
        var of = random.nextInt(4) == 0 ? Optional.<Sensitivity>empty() : Optional.of(any(sealed));
        var readers = new HashSet<>(many(3, () -> grantee(3)));
        return new Seal(
                touched(subjects), of, readers, "panel", fact(), LocalDate.EPOCH, from(), until());
    }

    private Emergency emergency(List<Subject> subjects) {
        var opened = AT.minus(Duration.ofMinutes(random.nextInt(120)));
        return new Emergency(
                new UserId("user-" + random.nextInt(4)),
                any(subjects).id(),
                opened,
                opened.plus(Duration.ofMinutes(60)));
    }

    private Grantee grantee(int kinds) {
        var number = random.nextInt(3);
        return switch (random.nextInt(kinds)) {
            case 0 -> new Grantee.User(new UserId("user-" + number));
            case 1 -> new Grantee.Post(new PostId("post-" + number));
            case 2 -> new Grantee.Team(new TeamId("team-" + number));
            default -> new Grantee.Agency(any(AGENCIES));
        };
    }

    private SourceRecord record(List<Subject> subjects) {
        return any(any(subjects).records());
    }

    private Instant from() {
        return AT.plus(Duration.ofHours(random.nextInt(10) - 8L));
    }

    private Optional<Instant> until() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(AT.plus(Duration.ofHours(2L + random.nextInt(4)))).filter(_ -> true);
    }

    private FactId fact() {
        facts++;
        return new FactId(new MessageRef(AGENCIES.getFirst(), new MessageId("m" + facts)), 0);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> many(int most, java.util.function.Supplier<T> maker) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(_ -> maker.get()).toList();
    }

    private static String array(Set<String> values) {
        return "{" + String.join(",", values) + "}";
    }

    private static String json(List<Subject> subjects) {
        var text = new ArrayList<String>();
        for (var subject : subjects) {
            var records =
                    subject.records().stream()
                            .map(r -> "[\"" + RecordKey.of(r) + "\",\"" + r.agency() + "\"]")
                            .toList();
            text.add(
                    "{\"id\":\""
                            + subject.id()
                            + "\",\"records\":["
                            + String.join(",", records)
                            + "]}");
        }
        return "[" + String.join(",", text) + "]";
    }

    private static void store(TestDatabase database, AccessFacts known) {
        database.transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Relationships().publish(sql, known.relationships());
                            new Conflicts().register(sql, known.conflicts());
                            known.seals().forEach(seal -> new Seals().place(sql, seal));
                            return null;
                        });
        known.relationships().forEach(r -> follow(database.owner(), r));
        known.emergencies().forEach(e -> store(database.owner(), e));
    }

    private static void follow(JdbcClient sql, Relationship relationship) {
        relationship
                .follows()
                .ifPresent(unborn ->
                        sql.sql(
                                        """
                                        UPDATE access.relationship SET follows = :unborn WHERE reason_fact = :reason
                                        """)
                                .param("unborn", RecordKey.of(unborn))
                                .param("reason", relationship.reason().text())
                                .update());
    }

    private static void store(JdbcClient sql, Emergency emergency) {
        sql.sql(
                        """
                        INSERT INTO access.emergency
                          (actor, agency, session, subject, reason_code, reason, opened_at, expires_at, review_due_at)
                        VALUES (:actor, 'a', 's', :subject, 'c', 'a reason of twenty letters', :opened::timestamptz,
                          :expires::timestamptz, now())
                        """)
                .param("actor", emergency.user().value())
                .param("subject", emergency.subject().value())
                .param("opened", emergency.openedAt().toString())
                .param("expires", emergency.expiresAt().toString())
                .update();
    }
}
