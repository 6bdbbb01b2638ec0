package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Northton.CARE;
import static sightline.pipeline.Northton.HOSPITAL;
import static sightline.pipeline.Northton.POLICE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleCard;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleNumber;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;
import sightline.database.TestDatabase;
import sightline.screening.RuleChange;
import sightline.screening.RuleChange.Stage;
import sightline.screening.RuleChange.WorkedOut;
import sightline.screening.RuleChanges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An area counts referrals over eighteen months in the place of twelve: proposed, worked out,
 * approved by a second person, in force from the next batch on; what it would have raised before is
 * asked of one manager; all of it is derived again from the facts.
 */
final class RuleChangeStoryTest {
    private static final RuleId AL_07 = new RuleId("AL-07");
    private static final AreaId AREA = new AreaId("northton");

    private Northton northton = new Northton();
    private final ReaderContext ann = administrator("ann");
    private final ReaderContext bea = administrator("bea");

    @AfterEach
    void close() {
        northton.close();
    }

    @Test
    void aChangeIsWorkedOutApprovedBySomebodyElseAndItsBacklogGoesToOneManager() {
        assertThat(threeWithin15Months("c1", "Robin", "2015-03-01")).doesNotContain("Raised AL-07");

        long number = propose(ann, true, Map.of("months", 18)).orElseThrow();
        assertThat(propose(bea, false, Map.of())).as("one waits").isEmpty();
        assertThat(decide(bea, number, null)).as("not worked out").isFalse();
        assertThat(northton.simulation().run()).isTrue();
        assertThat(northton.simulation().run()).as("once").isFalse();
        assertThat(change(number).workedOut().map(RuleChangeStoryTest::figures))
                .contains(List.of(0, 1, 1, 0, 1));

        assertThat(decide(ann, number, null)).as("not by the proposer").isFalse();
        assertThat(decide(bea, number, null)).isTrue();
        assertThat(decide(bea, number, "too late")).as("once").isFalse();
        assertThat(change(number).stage()).isEqualTo(Stage.APPROVED);

        passTo("2026-07-02T09:00:00Z");
        assertThat(northton.run()).contains("Raised RC-90").doesNotContain("Raised AL-07");
        assertThat(change(number).stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(told("RC-90"))
                .as("nobody holds the post, so the area's lead is told in its place")
                .containsExactly("northton-csc/duty-manager", "northton-partnership/area-lead");

        northton.send(CARE, answered("c1", reference()));
        assertThat(northton.run()).contains("Raised AL-07");
        assertThat(compare()).isEmpty();

        // From then on by the new number.
        assertThat(threeWithin15Months("c2", "Wren", "2014-05-05"))
                .contains("Raised AL-07")
                .doesNotContain("Raised RC-90");
        assertThat(compare()).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffRaisesNothingFromThenOnAndTakesNothingBack() {
        northton.send(HOSPITAL, Northton.injury("c1"));
        assertThat(northton.run()).contains("Raised AL-01");
        long number =
                northton.database()
                        .transactions()
                        .asReader(
                                ann,
                                List.of(),
                                sql ->
                                        new RuleChanges(sql)
                                                .propose(
                                                        AREA,
                                                        new RuleId("AL-01"),
                                                        false,
                                                        Map.of(),
                                                        "Another system does it",
                                                        northton.clock().instant()))
                        .orElseThrow();
        northton.simulation().run();
        decide(bea, number, null);

        passTo("2026-03-03T09:00:00Z");
        northton.send(HOSPITAL, Northton.injury("c2"));
        assertThat(northton.run()).noneMatch(s -> s.endsWith("AL-01"));
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                .isEqualTo(1);
        assertThat(compare()).isEmpty();
    }

    @Test
    void whatARuleOfALaterVersionFindsInOldRecordsGoesToOneManagerToo() {
        Screening all = Catalogue.screening();
        Screening older =
                new Screening(
                        all.rules().stream().filter(r -> !r.id().equals(AL_07)).toList(),
                        all.version() - 1);
        try (Northton before = new Northton(older)) {
            northton.close();
            northton = before;
            assertThat(threeWithin12Months()).doesNotContain("Raised AL-07");
            Pipeline upgraded = northton.newPipeline(all);

            passTo("2026-06-03T09:00:00Z");
            assertThat(Northton.run(upgraded))
                    .contains("Raised RC-90")
                    .doesNotContain("Raised AL-07");

            northton.send(CARE, answered("c3", reference()));
            assertThat(Northton.run(upgraded)).contains("Raised AL-07");
            try (TestDatabase shadow = TestDatabase.fresh()) {
                assertThat(northton.rebuild(shadow, all).compare().differences()).isEmpty();
            }
        }
    }

    @Test
    void whatALaterVersionFindsByAChangedRuleGoesToOneManagerAndWhatWasToldStands() {
        Screening all = Catalogue.screening();
        try (Northton before =
                new Northton(revised(all, r -> new Revised(r, r.revision(), false)))) {
            northton.close();
            northton = before;
            assertThat(threeWithin12Months()).doesNotContain("Raised AL-07");
            northton.send(HOSPITAL, Northton.injury("c1"));
            assertThat(northton.run()).contains("Raised AL-01");
            Screening changed = revised(all, r -> new Revised(r, r.revision() + 1, true));
            Pipeline upgraded = northton.newPipeline(changed);

            passTo("2026-06-03T09:00:00Z");
            assertThat(Northton.run(upgraded))
                    .contains("Raised RC-90")
                    .doesNotContain("Raised AL-07");
            assertThat(northton.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                    .isEqualTo(1);

            northton.send(CARE, answered("c3", reference()));
            assertThat(Northton.run(upgraded)).contains("Raised AL-07");
            try (TestDatabase shadow = TestDatabase.fresh()) {
                assertThat(northton.rebuild(shadow, changed).compare().differences()).isEmpty();
            }
        }
    }

    /** The rules of a program by which AL-07 finds nothing yet, or AL-01 and AL-07 are changed. */
    private static Screening revised(Screening all, UnaryOperator<Rule> as) {
        Set<RuleId> both = Set.of(AL_07, new RuleId("AL-01"));
        return new Screening(
                all.rules().stream().map(r -> both.contains(r.id()) ? as.apply(r) : r).toList(),
                all.version());
    }

    /** A rule as another version of the program has it: AL-07 may find nothing there. */
    private record Revised(Rule rule, int revision, boolean whole) implements Rule {
        @Override
        public RuleId id() {
            return rule.id();
        }

        @Override
        public RuleCard card() {
            return rule.card();
        }

        @Override
        public List<RuleNumber> numbers() {
            return rule.numbers();
        }

        @Override
        public Evaluation evaluate(Situation situation) {
            return whole || !id().equals(AL_07) ? rule.evaluate(situation) : Evaluation.NOTHING;
        }
    }

    @Test
    void whoeverCannotBeReadIsCountedAndStopsNoWorkingOut() {
        threeWithin12Months();
        northton.send(HOSPITAL, Northton.injury("c9"));
        northton.run();
        northton.database()
                .owner()
                .sql(
                        """
                        UPDATE facts.fact SET recorded_at = NULL, body = body || '\\x00'::bytea
                         WHERE kind = 'injury-observed'
                        """)
                .update();
        long number = propose(ann, false, Map.of()).orElseThrow();

        northton.simulation().run();

        WorkedOut out = change(number).workedOut().orElseThrow();
        assertThat(out.unknown()).isEqualTo(1);
        assertThat(out.fewer()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        long number = propose(ann, false, Map.of()).orElseThrow();

        assertThat(decide(bea, number, "It found two children last year")).isTrue();

        assertThat(change(number).stage()).isEqualTo(Stage.REFUSED);
        assertThat(threeWithin12Months()).contains("Raised AL-07");
        assertThat(propose(bea, true, Map.of("months", 18))).as("another may wait now").isPresent();
    }

    @Test
    void whoHasAnotherRoleProposesNothing() {
        ReaderContext nurse = reader("nina", HOSPITAL, AccessRole.NAMED_PROFESSIONAL);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> propose(nurse, false, Map.of()))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private static List<Integer> figures(WorkedOut out) {
        return List.of(out.now(), out.then(), out.more(), out.fewer(), out.children());
    }

    private java.util.Optional<Long> propose(
            ReaderContext by, boolean raises, Map<String, Integer> numbers) {
        return northton.database()
                .transactions()
                .asReader(
                        by,
                        List.of(),
                        sql ->
                                new RuleChanges(sql)
                                        .propose(
                                                AREA,
                                                AL_07,
                                                raises,
                                                numbers,
                                                "The board asked for it",
                                                northton.clock().instant()));
    }

    private boolean decide(
            ReaderContext by, long number, @org.jspecify.annotations.Nullable String refused) {
        return northton.database()
                .transactions()
                .asReader(
                        by,
                        List.of(),
                        sql ->
                                new RuleChanges(sql)
                                        .decide(number, refused, northton.clock().instant()));
    }

    private RuleChange change(long number) {
        return northton.database()
                .transactions()
                .asReader(ann, List.of(), sql -> new RuleChanges(sql).find(number))
                .orElseThrow();
    }

    private static ReaderContext administrator(String name) {
        return reader(name, CARE, AccessRole.AGENCY_ADMINISTRATOR);
    }

    private static ReaderContext reader(String name, AgencyId agency, AccessRole role) {
        return new ReaderContext(
                "s-" + name,
                new UserId(name),
                agency,
                Set.of(role),
                Set.of(),
                Set.of(),
                role.purposes().iterator().next());
    }

    private List<String> threeWithin15Months(String child, String given, String born) {
        List<String> said = new ArrayList<>(referred(child, given, born, HOSPITAL, "2025-03-04"));
        said.addAll(referred(child, given, born, POLICE, "2025-09-03"));
        said.addAll(referred(child, given, born, HOSPITAL, "2026-06-02"));
        return said;
    }

    private List<String> threeWithin12Months() {
        List<String> said =
                new ArrayList<>(referred("c3", "Ash", "2013-02-02", HOSPITAL, "2025-09-04"));
        said.addAll(referred("c3", "Ash", "2013-02-02", POLICE, "2025-12-03"));
        said.addAll(referred("c3", "Ash", "2013-02-02", HOSPITAL, "2026-06-02"));
        return said;
    }

    private List<String> referred(
            String child, String given, String born, AgencyId by, String day) {
        if (northton.clock().instant().isBefore(Instant.parse(day + "T10:00:00Z"))) {
            passTo(day + "T10:00:00Z");
        }
        String who =
                """
                "people":[{"role":"subject","localId":"%s","names":[{"given":"%s","family":"Alderwick"}],"dateOfBirth":"%s",
                "nhsNumber":"%s"}]
                """
                        .formatted(child, given, born, number(child));
        northton.send(
                by,
                """
                "kind":"referral","when":"%s","to":["northton-csc"],%s,"body":{"service":"social-care","harms":["neglect"]}
                """
                        .formatted(day, who));
        northton.send(
                CARE,
                """
                "kind":"referral-decision","when":"%s",%s,
                "body":{"outcome":"no-further-action","reasons":["threshold-not-met"]}
                """
                        .formatted(day, who));
        return northton.run();
    }

    private static String number(String child) {
        return switch (child) {
            case "c1" -> "9990012377";
            case "c2" -> "9990012385";
            default -> "9990012393";
        };
    }

    private void passTo(String moment) {
        northton.clock().moveTo(Instant.parse(moment));
    }

    private String answered(String child, String alert) {
        return """
        "kind":"alert-answered","when":"%s","people":[{"role":"subject","localId":"%s"}],
        "body":{"alert":"%s","answer":"right-acted-on","reason":"This child should be looked at again"}
        """
                .formatted(London.day(northton.clock().instant()), child, alert);
    }

    private String reference() {
        return northton.database()
                .owner()
                .sql("SELECT reference FROM alerts.alert WHERE rule = 'RC-90'")
                .query(String.class)
                .single();
    }

    private List<String> told(String rule) {
        return northton.database()
                .owner()
                .sql(
                        """
                        SELECT DISTINCT recipient FROM alerts.telling WHERE rule = :rule ORDER BY 1
                        """)
                .param("rule", rule)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private List<Rebuild.Difference> compare() {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return northton.rebuild(shadow).compare().differences();
        }
    }
}
