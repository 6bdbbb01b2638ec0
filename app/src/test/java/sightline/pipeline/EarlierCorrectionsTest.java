package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Northton.HOSPITAL;
import static sightline.pipeline.Northton.correcting;
import static sightline.pipeline.Northton.injury;
import static sightline.pipeline.Northton.retraction;

import org.junit.jupiter.api.Test;

import sightline.core.upkeep.SiteDutyKind;

import java.time.Duration;
import java.util.List;

/**
 * An installation that read corrections and retractions before it kept apart which message speaks
 * of which has, once its ledger was read for that, what one has that always did.
 */
final class EarlierCorrectionsTest {
    private static final SiteDutyKind OWED = SiteDutyKind.CORRECTIONS_NOT_TAKEN_UP;
    private static final String OPEN = "alerts.alert WHERE rule = 'AL-01' AND state = 'open'";

    /** More than are read at a time. */
    private static final int MANY = 1_200;

    private static final String FORGETS =
            """
            CREATE FUNCTION facts.forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
            CREATE TRIGGER forget BEFORE INSERT ON facts.correction FOR EACH ROW EXECUTE FUNCTION facts.forget();
            CREATE TRIGGER forget BEFORE INSERT ON facts.retraction FOR EACH ROW EXECUTE FUNCTION facts.forget();
            GRANT EXECUTE ON FUNCTION facts.forget() TO PUBLIC
            """;

    private static final String UPGRADE =
            """
            DROP TRIGGER forget ON facts.correction;
            DROP TRIGGER forget ON facts.retraction;
            INSERT INTO facts.earlier_correction DEFAULT VALUES
            """;

    /** The database itself refuses to say how far it was read. */
    private static final String REFUSES =
            """
            CREATE FUNCTION facts.refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
            CREATE TRIGGER refuse BEFORE UPDATE OF after ON facts.earlier_correction
              FOR EACH ROW EXECUTE FUNCTION facts.refuse();
            GRANT EXECUTE ON FUNCTION facts.refuse() TO PUBLIC
            """;

    /**
     * What is to be the same. Positions differ, and what was withdrawn: an alert that was raised
     * for what nobody knew to be taken back was raised.
     */
    private static final List<String> SAME =
            List.of(
                    "SELECT message_key || ' ' || corrected_key || ' ' || sent FROM facts.correction",
                    "SELECT message_key || ' ' || sent FROM facts.retraction",
                    "SELECT message_key || ' ' || named || taken_back || replaced FROM facts.withdrawn",
                    """
                    SELECT f.message_key || ' ' || f.ordinal || ' ' || p.record_key || p.withdrawn || p.taken_back
                      FROM facts.participant p JOIN facts.fact f USING (position) WHERE f.sender <> 'sightline'
                    """,
                    "SELECT message_key::text FROM identity.withdrawn",
                    "SELECT record_key || ' ' || certainty FROM identity.person",
                    """
                    SELECT rule || ' ' || state || ' ' || count(*) FROM alerts.alert
                     WHERE state <> 'withdrawn' GROUP BY rule, state
                    """,
                    """
                    SELECT clock || ' ' || state || ' ' || count(*) FROM alerts.duty
                     WHERE clock NOT LIKE 'alert.%' AND state IN ('running', 'overdue') GROUP BY clock, state
                    """);

    /** A program that runs in an installation. */
    private record Program(Northton northton, Pipeline pipeline) {
        Program(Northton northton) {
            this(northton, northton.newPipeline());
        }

        /** As of a version that does not keep which message speaks of which. */
        static Program ofBefore(Northton northton) {
            Program before = new Program(northton);
            before.run();
            owner(northton, FORGETS);
            return before;
        }

        /** One that does, after its migrations. */
        Program upgraded() {
            owner(northton, UPGRADE);
            return new Program(northton);
        }

        void run() {
            Northton.run(pipeline);
        }

        void tell(String rest) {
            northton.send(HOSPITAL, rest);
            run();
            northton.clock().moveTo(northton.clock().instant().plusSeconds(60));
        }
    }

    @Test
    void whatWasTakenBackBeforeAndWhatIsTakenBackAfterwardsIsTheSameAsInOneThatAlwaysKnew() {
        try (Northton always = new Northton();
                Northton before = new Northton()) {
            Program knowing = new Program(always);
            Program old = Program.ofBefore(before);
            for (Program each : List.of(knowing, old)) {
                each.tell(injury("c1"));
                each.tell(correcting("m1", injury("c2")));
                each.tell(retraction("m1"));
                each.tell(injury("c3"));
                each.tell(correcting("m4", injury("c4")));
                each.tell(correcting("m5", injury("c5")));
                each.tell(injury("c6"));
                each.tell(correcting("m7", injury("c6")));
                each.tell(correcting("m7", injury("c6")));
            }
            assertThat(before.count(OPEN)).as("c2 is not known to be taken back").isEqualTo(3);

            Program upgraded = old.upgraded();
            upgraded.run();
            assertThat(before.count("facts.earlier_correction")).isZero();
            same(before, always);
            assertThat(before.count(OPEN)).isEqualTo(2);
            assertThat(before.owes(OWED)).isEmpty();

            for (Program each : List.of(knowing, upgraded)) {
                each.tell(retraction("m4"));
                each.tell(retraction("m9"));
            }
            same(before, always);
            assertThat(before.count(OPEN)).isEqualTo(1);
        }
    }

    @Test
    void whatIsTakenBackWhileItIsReadIsTakenBackOnceAllIsKnown() {
        try (Northton always = new Northton();
                Northton before = new Northton()) {
            Program knowing = new Program(always);
            Program old = Program.ofBefore(before);
            for (Program each : List.of(knowing, old)) {
                each.tell(injury("c1"));
                each.tell(correcting("m1", injury("c2")));
            }
            Program upgraded = old.upgraded();
            owner(before, REFUSES);
            for (Program each : List.of(knowing, upgraded)) {
                each.tell(retraction("m1"));
            }
            assertThat(before.count("feeds.unread")).as("it keeps no message back").isZero();
            assertThat(before.count("feeds.receipt WHERE state = 'read'")).isEqualTo(3);
            assertThat(before.count(OPEN)).isEqualTo(1);
            assertThat(before.owes(OWED)).containsExactly("sightline/operator");
            assertThat(before.count("facts.earlier_correction WHERE failing IS NOT NULL"))
                    .isEqualTo(1);

            owner(before, "DROP TRIGGER refuse ON facts.earlier_correction");
            before.clock().moveTo(before.clock().instant().plus(Duration.ofMinutes(2)));
            upgraded.run();

            same(before, always);
            assertThat(before.count(OPEN)).isZero();
            assertThat(before.owes(OWED)).isEmpty();
        }
    }

    @Test
    void anotherProcessReadsOnWhereOneEnded() {
        try (Northton before = new Northton()) {
            Program old = Program.ofBefore(before);
            old.tell(injury("c1"));
            old.tell(correcting("m1", injury("c2")));
            for (int i = 0; i < MANY; i++) {
                before.send(HOSPITAL, person(i));
            }
            while (old.pipeline().takeHistory().full()) {}
            old.tell(retraction("m1"));

            old.upgraded().pipeline().run();
            assertThat(before.count("facts.earlier_correction WHERE after BETWEEN 1 AND until - 1"))
                    .isEqualTo(1);
            assertThat(before.count("facts.correction")).isEqualTo(1);
            assertThat(before.count(OPEN)).isEqualTo(1);
            assertThat(before.owes(OWED)).containsExactly("sightline/operator");
            new Program(before).run();

            assertThat(before.count("facts.earlier_correction")).isZero();
            assertThat(before.count(OPEN)).isZero();
        }
    }

    @Test
    void whereNothingWasReadYetNothingIsOwed() {
        try (Northton fresh = new Northton()) {
            assertThat(fresh.count("facts.earlier_correction")).isEqualTo(1);
            assertThat(fresh.owes(OWED)).isEmpty();

            fresh.run();

            assertThat(fresh.count("facts.earlier_correction")).isZero();
        }
    }

    private static void owner(Northton northton, String statements) {
        northton.database().owner().sql(statements).update();
    }

    private static void same(Northton one, Northton other) {
        for (String rows : SAME) {
            assertThat(rows(one, rows)).as(rows).isEqualTo(rows(other, rows));
        }
    }

    private static List<String> rows(Northton northton, String rows) {
        return northton
                .database()
                .owner()
                .sql(rows)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static String person(int number) {
        return """
        "kind":"person","people":[{"role":"subject","localId":"p%d","names":[{"given":"Ari %d","family":"Vale%d"}]}]
        """
                .formatted(number, number, number);
    }
}
