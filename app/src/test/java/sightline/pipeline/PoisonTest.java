package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import sightline.alerts.Unevaluated;
import sightline.core.facts.HealthBody;
import sightline.core.household.Entry;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Finding;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleCard;
import sightline.core.screening.RuleId;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;
import sightline.core.upkeep.SiteDutyKind;
import sightline.database.JobName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One message, or one person, that cannot be processed keeps nobody else back, and is said. */
final class PoisonTest {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int LOOKS = 3000;
    private static final String BREAKS = "breaker";

    /** Fails for whoever has an injury that was seen by a certain role. */
    private static final class Fragile implements Rule {
        private final Rule like = Catalogue.rules().getFirst();
        private boolean mended;
        private boolean raises;

        @Override
        public RuleId id() {
            return new RuleId("AL-98");
        }

        @Override
        public RuleCard card() {
            return like.card();
        }

        @Override
        public Evaluation evaluate(Situation situation) {
            boolean breaks =
                    situation.subject().entries(HealthBody.InjuryObserved.class).stream()
                            .map(Entry::body)
                            .anyMatch(i -> i.seenBy().filter(BREAKS::equals).isPresent());
            if (breaks && !mended) {
                throw new ArithmeticException("a fault of the rule");
            }
            return raises ? renamed(like.evaluate(situation)) : Evaluation.NOTHING;
        }

        private Evaluation renamed(Evaluation found) {
            return Evaluation.found(found.findings().stream().map(this::mine).toList());
        }

        private Finding mine(Finding f) {
            return new Finding(
                    id(),
                    f.subject(),
                    f.matter(),
                    f.item(),
                    f.since(),
                    f.headline(),
                    f.path(),
                    f.first(),
                    f.sharing(),
                    f.notShown());
        }
    }

    private final Fragile fragile = new Fragile();

    private Northton northton() {
        List<Rule> rules = new ArrayList<>(Catalogue.rules());
        rules.add(fragile);
        return new Northton(new Screening(rules));
    }

    private static String breaking(String child) {
        return Northton.injury(child)
                .replace("\"body\":{", "\"body\":{\"seenBy\":\"" + BREAKS + "\",");
    }

    @Test
    void aRuleThatFailsForOnePersonKeepsNoOtherRuleBackAndIsOwedUntilItWorks() {
        try (Northton northton = northton()) {
            northton.send(Northton.HOSPITAL, breaking("c1"));
            northton.send(Northton.HOSPITAL, Northton.injury("c2"));

            List<String> said = northton.run();
            assertThat(said).filteredOn("Raised AL-01"::equals).hasSize(2);
            assertThat(said).containsOnlyOnce("Started rule.look");
            assertThat(northton.count("alerts.rule_failed WHERE rule = 'AL-98'")).isEqualTo(1);
            assertThat(northton.count("alerts.unevaluated")).isZero();
            assertThat(waiting(northton)).map(Unevaluated.Waiting::people).contains(1L);

            northton.clock().moveTo(northton.clock().instant().plus(Duration.ofDays(7)));
            assertThat(northton.run()).contains("Overdue rule.look", "Escalated rule.look");

            fragile.mended = true;
            northton.clock().moveTo(northton.clock().instant().plus(Duration.ofDays(1)));
            assertThat(northton.run()).contains("Lapsed rule.look");
            assertThat(northton.count("alerts.rule_failed")).isZero();
            assertThat(northton.count("alerts.duty WHERE clock = 'rule.look'")).isZero();
        }
    }

    @Test
    void oneForWhomARuleFailsKeepsNobodyBackOfManyWhoAreLookedAtTogether() {
        try (Northton northton = northton()) {
            int many = 60;
            for (int i = 0; i < many; i++) {
                String child = "many" + i;
                northton.send(
                        Northton.HOSPITAL, i == 47 ? breaking(child) : Northton.injury(child));
            }

            List<String> said = northton.run();

            assertThat(said).filteredOn("Raised AL-01"::equals).hasSize(many);
            assertThat(said).containsOnlyOnce("Started rule.look");
            assertThat(northton.count("alerts.rule_failed WHERE rule = 'AL-98'")).isEqualTo(1);
            assertThat(northton.count("alerts.unevaluated")).isZero();
        }
    }

    @Test
    void whatARuleRaisedBeforeItFailedStandsUntilItWorks() {
        try (Northton northton = northton()) {
            fragile.raises = true;
            northton.send(Northton.HOSPITAL, Northton.injury("c1"));
            assertThat(northton.run()).contains("Raised AL-98");
            long duties = northton.count("alerts.duty");
            long told = northton.count("alerts.told");

            fragile.raises = false;
            northton.send(Northton.HOSPITAL, breaking("c1"));
            assertThat(northton.run())
                    .contains("Started rule.look")
                    .noneMatch(s -> s.startsWith("Withdrawn") || s.startsWith("Lapsed"));
            assertThat(northton.count("alerts.alert WHERE rule = 'AL-98' AND state = 'open'"))
                    .isEqualTo(1);
            assertThat(northton.count("alerts.duty")).isGreaterThan(duties);
            assertThat(northton.count("alerts.told")).isGreaterThan(told);

            fragile.mended = true;
            northton.clock().moveTo(northton.clock().instant().plus(Duration.ofDays(1)));
            assertThat(northton.run()).contains("Withdrawn AL-98");
            assertThat(northton.count("alerts.alert WHERE rule = 'AL-98' AND state = 'withdrawn'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aFactThatCannotBeReadKeepsNobodyElseBack() {
        try (Northton northton = northton()) {
            northton.send(Northton.HOSPITAL, Northton.injury("c1"));
            northton.run();
            northton.database()
                    .owner()
                    .sql(
                            """
                            UPDATE facts.fact SET recorded_at = NULL, body = body || '\\x00'::bytea
                             WHERE kind = 'injury-observed'
                            """)
                    .update();
            northton.send(Northton.HOSPITAL, Northton.injury("c1"));
            northton.send(Northton.HOSPITAL, Northton.injury("c2"));

            assertThat(northton.newPipeline().run().messages()).isEqualTo(2);

            assertThat(northton.count("alerts.alert WHERE rule = 'AL-01'")).isEqualTo(2);
            assertThat(northton.count("alerts.unevaluated")).isEqualTo(1);
            assertThat(northton.count("alerts.rule_failed WHERE rule = 'RC-91'"))
                    .as(
                            "the one who may be the child that cannot be read is looked at, and it is said")
                    .isEqualTo(1);
            assertThat(northton.count("feeds.unread")).isZero();
            assertThat(northton.count("feeds.quarantine WHERE state = 'open'")).isZero();
        }
    }

    @Test
    void aMessageThatCannotBeProcessedIsSetAsideAfterFiveTriesAndTheOthersAreRead() {
        try (Northton northton = northton()) {
            northton.send(Northton.HOSPITAL, Northton.injury("c1"));
            northton.send(Northton.HOSPITAL, Northton.injury("c2"));
            northton.send(Northton.HOSPITAL, Northton.injury("c3"));
            refuse(northton, "c2");

            work(northton, () -> northton.count("feeds.unread") == 0);

            assertThat(northton.count("alerts.alert WHERE rule = 'AL-01'")).isEqualTo(2);
            assertThat(northton.count("feeds.quarantine WHERE state = 'open'")).isEqualTo(1);
            assertThat(northton.count("feeds.concern")).isEqualTo(1);
        }
    }

    @Test
    void earlierDecisionsThatCannotBeTakenUpKeepNoMessageBackAndAreTriedAgain() {
        try (Northton northton = northton()) {
            northton.send(Northton.HOSPITAL, Northton.injury("c1"));
            northton.run();
            decidedEarlier(northton);
            refuseDecisions(northton);
            northton.send(Northton.HOSPITAL, Northton.injury("c2"));

            Pipeline pipeline = northton.newPipeline();
            assertThat(pipeline.run().messages()).isEqualTo(1);
            assertThat(northton.count("alerts.alert WHERE rule = 'AL-01'")).isEqualTo(2);
            assertThat(northton.count("feeds.unread WHERE attempts > 0")).isZero();
            assertThat(northton.count("identity.earlier_decision")).isEqualTo(1);

            assertThat(northton.owes(SiteDutyKind.DECISIONS_NOT_TAKEN_UP))
                    .containsExactly("sightline/operator");
            northton.database()
                    .owner()
                    .sql("DROP TRIGGER refuse ON identity.earlier_decision")
                    .update();
            pipeline.run();
            assertThat(northton.count("identity.earlier_decision")).as("too soon").isEqualTo(1);
            northton.clock().moveTo(northton.clock().instant().plus(Duration.ofMinutes(2)));
            while (pipeline.run().full()) {
                assertThat(northton.count("feeds.unread")).isZero();
            }
            assertThat(northton.count("identity.earlier_decision")).isZero();
            assertThat(northton.owes(SiteDutyKind.DECISIONS_NOT_TAKEN_UP)).isEmpty();
        }
    }

    /** As of a version that did not yet count what was decided of mothers for their children. */
    private static void decidedEarlier(Northton northton) {
        northton.database()
                .owner()
                .sql("INSERT INTO identity.earlier_decision DEFAULT VALUES")
                .update();
    }

    /** The database itself refuses to go on with them. */
    private static void refuseDecisions(Northton northton) {
        northton.database()
                .owner()
                .sql(
                        """
                        CREATE FUNCTION identity.refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                        CREATE TRIGGER refuse BEFORE UPDATE OR DELETE ON identity.earlier_decision
                          FOR EACH ROW EXECUTE FUNCTION identity.refuse();
                        GRANT EXECUTE ON FUNCTION identity.refuse() TO PUBLIC
                        """)
                .update();
    }

    @Test
    void aMessageOfWhichTheKeptBytesAreDamagedIsSetAsideAndTheOthersAreRead() {
        try (Northton northton = northton()) {
            northton.send(Northton.HOSPITAL, Northton.injury("c1"));
            northton.send(Northton.HOSPITAL, Northton.injury("c2"));
            northton.database()
                    .owner()
                    .sql(
                            """
                            UPDATE feeds.raw_message SET sealed = sealed || '\\x00'::bytea
                             WHERE receipt_id = (SELECT min(receipt_id) FROM feeds.receipt)
                            """)
                    .update();

            assertThat(northton.run()).containsOnlyOnce("Raised AL-01");
            assertThat(northton.count("feeds.quarantine WHERE state = 'open'")).isEqualTo(1);
        }
    }

    private static Optional<Unevaluated.Waiting> waiting(Northton northton) {
        return northton.database().transactions().asJob(JobName.WATCH, Unevaluated::waiting);
    }

    /** The database itself refuses whatever names that record. */
    private static void refuse(Northton northton, String localId) {
        northton.database()
                .owner()
                .sql(
                        """
                        CREATE FUNCTION identity.refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                        CREATE TRIGGER refuse BEFORE INSERT ON identity.record
                          FOR EACH ROW WHEN (NEW.local_id = '%s') EXECUTE FUNCTION identity.refuse();
                        GRANT EXECUTE ON FUNCTION identity.refuse() TO PUBLIC
                        """
                                .formatted(localId))
                .update();
    }

    /** Runs the server's own thread until something is so. */
    private static void work(Northton northton, BooleanSupplier done) {
        PipelineWorker worker =
                new PipelineWorker(
                        northton.database().transactions(),
                        northton.pipeline(),
                        new SimpleMeterRegistry());
        worker.start();
        try {
            for (int i = 0; i < LOOKS && !done.getAsBoolean(); i++) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } finally {
            worker.stop();
        }
    }
}
