package sightline.core.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.ActionAgreed;
import sightline.core.reviews.ReviewEntry.Answered;
import sightline.core.reviews.ReviewEntry.AuthorNamed;
import sightline.core.reviews.ReviewEntry.Bound;
import sightline.core.reviews.ReviewEntry.Chased;
import sightline.core.reviews.ReviewEntry.Commissioned;
import sightline.core.reviews.ReviewEntry.EvidenceAttached;
import sightline.core.reviews.ReviewEntry.FindingMade;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.FoundEffective;
import sightline.core.reviews.ReviewEntry.Grade;
import sightline.core.reviews.ReviewEntry.Graded;
import sightline.core.reviews.ReviewEntry.LetterAnswered;
import sightline.core.reviews.ReviewEntry.LetterSent;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.Measured;
import sightline.core.reviews.ReviewEntry.NotReviewed;
import sightline.core.reviews.ReviewEntry.Opened;
import sightline.core.reviews.ReviewEntry.OtherAction;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.RecommendationMade;
import sightline.core.reviews.ReviewEntry.Reopened;
import sightline.core.reviews.ReviewEntry.ReportAsked;
import sightline.core.reviews.ReviewEntry.ReportFinished;
import sightline.core.reviews.ReviewEntry.SaidDone;
import sightline.core.reviews.ReviewEntry.SeenSlipping;
import sightline.core.reviews.ReviewEntry.Started;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.core.reviews.ReviewEntry.Verified;
import sightline.core.reviews.ReviewEntry.VersionBegun;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

@Tag("ci")
final class ReviewTest extends OfOneReview {
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");
    private static final AgencyId CARE = new AgencyId("westmarsh-social-care");
    private static final AgencyId HEALTH = new AgencyId("westmarsh-health");
    private static final AgencyId MINISTRY = new AgencyId("health-department");
    private static final Role OWNER = new Role("service-manager");
    private static final LocalDate BEGAN = LocalDate.of(2025, 1, 6);

    ReviewTest() {
        super(BEGAN);
    }

    private static By by(AgencyId agency) {
        return new By(agency + "-worker", agency, Set.of(), Set.of());
    }

    private Standing standing(int number, AgencyId agency) {
        return review().action(number, agency).orElseThrow().standing();
    }

    private void open() {
        must(new Opened(by(BOARD), now, "practice-review", "Child M", Trigger.DIED, BEGAN));
        must(new Commissioned(by(BOARD), now, BEGAN, "Several agencies knew the family."));
    }

    private RecommendationMade made(int number, Reach reach, AgencyId... to) {
        return new RecommendationMade(
                by(BOARD),
                now,
                review().version(),
                number,
                "Do it",
                reach,
                Made.WITH_THE_REPORT,
                Set.of(to),
                Set.of());
    }

    private void accepted(AgencyId of) {
        must(new Answered(by(of), now, 1, of, Acceptance.ACCEPTED, ""));
        must(new ActionAgreed(by(of), now, 1, of, OWNER, BEGAN.plusMonths(6), "Seen", "Audit"));
        must(new Started(by(of), now, 1, of));
    }

    private void done(AgencyId of) {
        must(new EvidenceAttached(by(of), now, 1, of, "E-1", "It shows it"));
        must(new SaidDone(by(of), now, 1, of));
    }

    private Verified verified(By by, AgencyId of) {
        return new Verified(by, now, 1, of, "Twenty files read");
    }

    private void month(int month, long met) {
        now = London.endOf(LocalDate.of(2025, month, 1).plusMonths(1));
        must(new Measured(by(BOARD), now, 1, CARE, YearMonth.of(2025, month), met, 100));
    }

    @Test
    void aDecisionNotToReviewNeedsItsReasons() {
        must(new Opened(by(BOARD), now, "practice-review", "Child M", Trigger.DIED, BEGAN));
        assertThat(add(new NotReviewed(by(BOARD), now, BEGAN, " "))).contains(Refusal.NO_REASON);
        must(new NotReviewed(by(BOARD), now, BEGAN, "Nothing could be learnt that is not known."));
        assertThat(add(new Commissioned(by(BOARD), now, BEGAN, "Yet")))
                .contains(Refusal.DECIDED_BEFORE);
    }

    @Test
    void doneWithoutEvidenceAndVerifiedByItselfAreRefused() {
        open();
        must(made(1, Reach.LOCAL, CARE, HEALTH));
        accepted(CARE);
        assertThat(add(new SaidDone(by(CARE), now, 1, CARE))).contains(Refusal.NO_EVIDENCE);
        assertThat(add(verified(by(HEALTH), CARE))).contains(Refusal.NOT_DONE);
        done(CARE);
        assertThat(standing(1, CARE)).isEqualTo(Standing.DONE);
        assertThat(add(verified(by(CARE), CARE))).contains(Refusal.BY_ITSELF);
        By inLine = new By("a", CARE, Set.of(new Role("auditor")), Set.of(OWNER));
        assertThat(add(verified(inLine, CARE))).contains(Refusal.BY_ITSELF);
        By beside = new By("a", CARE, Set.of(new Role("auditor")), Set.of());
        must(verified(beside, CARE));
        assertThat(standing(1, CARE)).isEqualTo(Standing.VERIFIED);
        assertThat(review().recommendation(1).orElseThrow().group()).isEqualTo(Group.PART_WAY);
    }

    /** What fell to another agency's lead that lead says is done, and then does not verify it. */
    @Test
    void whoSaidThatItIsDoneNeverSeesItDoneWhoseverPartItIs() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        var fell = new SpeaksFor(Set.of(BOARD), Set.of(new ReviewDuty.Of.Part(1, CARE)));
        By lead = new By("lead", BOARD, Set.of(Role.AREA_LEAD), Set.of());
        var accepted = new Answered(lead, now, 1, CARE, Acceptance.ACCEPTED, "");
        assertThat(review().refusal(accepted)).contains(Refusal.NOT_THEIRS);
        assertThat(review().refusal(accepted, fell)).isEmpty();
        entries.add(accepted);
        var agreed = new ActionAgreed(lead, now, 1, CARE, OWNER, BEGAN, "Seen", "Audit");
        assertThat(review().refusal(agreed, fell)).isEmpty();
        entries.add(agreed);
        must(new EvidenceAttached(lead, now, 1, CARE, "E-1", "It shows it"));
        var done = new SaidDone(lead, now, 1, CARE);
        assertThat(review().refusal(done, fell)).isEmpty();
        entries.add(done);
        assertThat(add(verified(lead, CARE))).contains(Refusal.BY_ITSELF);
        assertThat(add(verified(by(BOARD), CARE))).contains(Refusal.BY_ITSELF);
        By below = new By("a", BOARD, Set.of(new Role("auditor")), Set.of(Role.AREA_LEAD));
        assertThat(add(verified(below, CARE))).contains(Refusal.BY_ITSELF);
        assertThat(add(verified(by(CARE), CARE))).contains(Refusal.BY_ITSELF);
        must(verified(by(HEALTH), CARE));
    }

    @Test
    void anAuditorDoesNotVerifyWhatAnAuditorSaidIsDone() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        accepted(CARE);
        By auditor = new By("a", CARE, Set.of(new Role("auditor")), Set.of());
        must(new EvidenceAttached(auditor, now, 1, CARE, "E-1", "It shows it"));
        must(new SaidDone(auditor, now, 1, CARE));
        assertThat(add(verified(auditor, CARE))).contains(Refusal.BY_ITSELF);
        By colleague = new By("b", CARE, Set.of(new Role("auditor")), Set.of());
        assertThat(add(verified(colleague, CARE))).contains(Refusal.BY_ITSELF);
    }

    @Test
    void whoHasTheWorkOfAClosedOrganisationAnswersForItAndDoesNotVerifyIt() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        AgencyId heir = new AgencyId("westmarsh-children");
        By by = by(heir);
        var speaks = new SpeaksFor(Set.of(heir, CARE), Set.of());
        for (ReviewEntry entry :
                List.of(
                        new Answered(by, now, 1, CARE, Acceptance.ACCEPTED, ""),
                        new ActionAgreed(by, now, 1, CARE, OWNER, BEGAN, "Seen", "Audit"),
                        new EvidenceAttached(by, now, 1, CARE, "E-1", "It shows it"),
                        new SaidDone(by, now, 1, CARE))) {
            assertThat(review().refusal(entry, speaks)).isEmpty();
            entries.add(entry);
        }
        By other = new By("b", heir, Set.of(), Set.of());
        assertThat(review().refusal(verified(other, CARE), speaks)).contains(Refusal.BY_ITSELF);
    }

    /** The lead records what a national body did, and nobody of the lead's agency verifies it. */
    @Test
    void whatWasSaidForANationalBodyIsVerifiedByAThird() {
        open();
        must(made(1, Reach.NATIONAL, MINISTRY));
        By lead = by(BOARD);
        must(new Answered(lead, now, 1, MINISTRY, Acceptance.ACCEPTED, ""));
        must(new ActionAgreed(lead, now, 1, MINISTRY, OWNER, BEGAN, "Seen", "Audit"));
        must(new EvidenceAttached(lead, now, 1, MINISTRY, "E-1", "The new guidance"));
        must(new SaidDone(lead, now, 1, MINISTRY));
        By colleague = new By("colleague", BOARD, Set.of(), Set.of());
        assertThat(add(verified(colleague, MINISTRY))).contains(Refusal.BY_ITSELF);
        must(verified(by(HEALTH), MINISTRY));
    }

    @Test
    void whatSomebodySawSlipAMeasureThatIsMetDoesNotPutRight() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        accepted(CARE);
        must(new Bound(by(BOARD), now, 1, CARE, "gp-records", 95));
        done(CARE);
        must(verified(by(HEALTH), CARE));
        must(new SeenSlipping(by(HEALTH), now, 1, CARE, "Five of ten files do not show it"));
        month(1, 100);
        assertThat(standing(1, CARE)).isEqualTo(Standing.SLIPPED);
        must(new Reopened(by(HEALTH), now, 1, CARE, "It is not done"));
        assertThat(standing(1, CARE)).isEqualTo(Standing.REOPENED);
    }

    @Test
    void anotherOrganisationCannotAnswerAndNotAcceptedNeedsItsReason() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        assertThat(add(new Answered(by(HEALTH), now, 1, CARE, Acceptance.ACCEPTED, "")))
                .contains(Refusal.NOT_THEIRS);
        assertThat(add(new Answered(by(CARE), now, 1, CARE, Acceptance.NOT_ACCEPTED, "")))
                .contains(Refusal.WHY_NOT);
        must(new Answered(by(CARE), now, 1, CARE, Acceptance.NOT_ACCEPTED, "Not ours to do"));
        assertThat(add(new Started(by(CARE), now, 1, CARE))).contains(Refusal.NOT_ACCEPTED);
        assertThat(review().groups()).containsEntry(Group.NO_EVIDENCE, 1L);
    }

    @Test
    void theFirstMonthBelowSlipsTheThirdReopensAndThreeGoodOnesCloseAgain() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        accepted(CARE);
        must(new Bound(by(BOARD), now, 1, CARE, "gp-records", 95));
        done(CARE);
        must(verified(by(HEALTH), CARE));
        month(1, 95);
        assertThat(standing(1, CARE)).isEqualTo(Standing.VERIFIED);
        month(2, 94);
        assertThat(standing(1, CARE)).isEqualTo(Standing.SLIPPED);
        month(3, 96);
        assertThat(standing(1, CARE)).isEqualTo(Standing.VERIFIED);
        month(4, 94);
        month(5, 92);
        assertThat(standing(1, CARE)).isEqualTo(Standing.SLIPPED);
        month(6, 83);
        assertThat(standing(1, CARE)).isEqualTo(Standing.REOPENED);
        assertThat(review().groups()).containsEntry(Group.FELL_BACK, 1L);
        assertThat(add(new SaidDone(by(CARE), now.plusSeconds(1), 1, CARE)))
                .contains(Refusal.NO_EVIDENCE);
        now = now.plusSeconds(60);
        done(CARE);
        assertThat(add(verified(by(HEALTH), CARE))).contains(Refusal.MEASURE_BELOW);
        month(7, 96);
        month(8, 96);
        assertThat(add(verified(by(HEALTH), CARE))).contains(Refusal.MEASURE_BELOW);
        month(9, 96);
        must(verified(by(HEALTH), CARE));
        assertThat(standing(1, CARE)).isEqualTo(Standing.VERIFIED);
    }

    @Test
    void sixMonthsInARowAtTargetAreEffectiveAndFiveAreNot() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        accepted(CARE);
        must(new Bound(by(BOARD), now, 1, CARE, "gp-records", 95));
        done(CARE);
        must(verified(by(HEALTH), CARE));
        IntStream.rangeClosed(1, 5).forEach(m -> month(m, 95));
        assertThat(standing(1, CARE)).isEqualTo(Standing.VERIFIED);
        month(6, 95);
        assertThat(standing(1, CARE)).isEqualTo(Standing.EFFECTIVE);
        assertThat(add(new Measured(by(BOARD), now, 1, CARE, YearMonth.of(2025, 6), 1, 2)))
                .contains(Refusal.MEASURED_BEFORE);
    }

    @Test
    void withoutAMeasureEffectiveWaitsThreeMonthsAfterVerification() {
        open();
        must(made(1, Reach.LOCAL, CARE));
        accepted(CARE);
        done(CARE);
        must(verified(by(HEALTH), CARE));
        now = London.startOf(BEGAN.plusMonths(3).minusDays(1));
        assertThat(add(new FoundEffective(by(HEALTH), now, 1, CARE, "Read again")))
                .contains(Refusal.TOO_SOON);
        now = London.startOf(BEGAN.plusMonths(3));
        assertThat(add(new FoundEffective(by(CARE), now, 1, CARE, "Read again")))
                .contains(Refusal.BY_ITSELF);
        must(new FoundEffective(by(HEALTH), now, 1, CARE, "Read again"));
        assertThat(standing(1, CARE)).isEqualTo(Standing.EFFECTIVE);
    }

    @Test
    void anInadequateReviewIsOwedAgainAndItsVersionStaysClosed() {
        open();
        must(finding(1, 1));
        must(new ReportFinished(by(BOARD), now, 1, BEGAN));
        assertThat(add(finding(1, 2))).contains(Refusal.CLOSED_VERSION);
        must(new Graded(by(BOARD), now, 1, "R Amis", Grade.INADEQUATE, "It does not say why."));
        assertThat(review().owed())
                .filteredOn(d -> d.key().equals("redo"))
                .singleElement()
                .extracting(ReviewDuty::due)
                .isEqualTo(BEGAN.plusMonths(3));
        must(new VersionBegun(by(BOARD), now, 2, BEGAN, "Graded inadequate"));
        assertThat(review().owed()).noneMatch(d -> d.key().equals("redo"));
        assertThat(add(finding(1, 2))).contains(Refusal.CLOSED_VERSION);
        must(finding(2, 1));
        assertThat(review().findings(1)).hasSize(1);
        assertThat(review().grades(1)).hasSize(1);
    }

    private FindingMade finding(int version, int number) {
        return new FindingMade(
                by(BOARD),
                now,
                version,
                number,
                FindingType.SHARING,
                "The letter was not read.",
                "That it came",
                "What it said",
                OtherAction.NO,
                List.of());
    }

    @Test
    void anAuthorWhoWorkedForOneThatIsReviewedIsRefused() {
        open();
        must(new ReportAsked(by(BOARD), now, HEALTH, BEGAN.plusMonths(1)));
        assertThat(add(author(HEALTH, "None"))).contains(Refusal.CONFLICT);
        assertThat(add(author(new AgencyId("elsewhere"), ""))).contains(Refusal.NO_DECLARATION);
        must(author(new AgencyId("elsewhere"), "None"));
    }

    private AuthorNamed author(AgencyId workedFor, String declaration) {
        return new AuthorNamed(
                by(BOARD), now, "j-linnet", "J Linnet", Set.of(workedFor), declaration);
    }

    @Test
    void aNationalRecommendationOwesItsLetterThenItsAnswer() {
        open();
        must(made(1, Reach.NATIONAL, MINISTRY));
        assertThat(keys()).contains("letter/1/health-department");
        LocalDate by = BEGAN.plusMonths(2);
        must(new LetterSent(by(BOARD), now, 1, MINISTRY, BEGAN, by));
        assertThat(keys()).contains("chase/1/health-department");
        now = London.endOf(by);
        must(new Chased(by(BOARD), now, 1, MINISTRY, by.plusDays(1), by.plusDays(29)));
        assertThat(review().owed())
                .filteredOn(d -> d.key().startsWith("chase"))
                .extracting(ReviewDuty::due)
                .containsExactly(by.plusDays(29));
        must(new LetterAnswered(by(BOARD), now, 1, MINISTRY, by, "It will be changed"));
        assertThat(keys()).noneMatch(k -> k.endsWith("health-department"));
        assertThat(review().allVerified()).isFalse();
    }

    private List<String> keys() {
        return review().owed().stream().map(ReviewDuty::key).toList();
    }

    @Test
    void ofABeginningEachClockIsOwedByTheLead() {
        must(new Opened(by(BOARD), now, "practice-review", "Child M", Trigger.DIED, BEGAN));
        assertThat(keys()).containsExactly("notify", "decide", "rapid-review");
        assertThat(review().owed().getFirst().due()).isEqualTo(LocalDate.of(2025, 1, 13));
        assertThat(review().owed().getFirst().overdue(LocalDate.of(2025, 1, 13))).isFalse();
        assertThat(review().owed().getFirst().overdue(LocalDate.of(2025, 1, 14))).isTrue();
    }

    @Test
    void theFamilyIsToldOfAReviewByALatestDay() {
        must(new Opened(by(BOARD), now, "practice-review", "Child M", Trigger.DIED, BEGAN));
        assertThat(keys()).doesNotContain("family");
        must(new ReviewEntry.Commissioned(by(BOARD), now, LocalDate.of(2025, 1, 10), "He died."));
        assertThat(review().owed())
                .filteredOn(d -> d.key().equals("family"))
                .extracting(ReviewDuty::due)
                .containsExactly(LocalDate.of(2025, 1, 24));
        must(new ReviewEntry.FamilyPart(by(BOARD), now, "His mother", "Told; she takes part."));
        assertThat(keys()).doesNotContain("family");
    }

    @Test
    void bothKindsOfReviewAreInForceInTheirTime() {
        LocalDate change = LocalDate.of(2018, 6, 29);
        ReviewTemplate older = template("serious-case-review");
        ReviewTemplate newer = template("practice-review");
        assertThat(older.inForce(change)).isFalse();
        assertThat(older.inForce(change.minusDays(1))).isTrue();
        assertThat(newer.inForce(change)).isTrue();
        assertThat(newer.inForce(change.minusDays(1))).isFalse();
    }

    private static ReviewTemplate template(String key) {
        return Optional.ofNullable(ReviewTemplate.shipped().get(key)).orElseThrow();
    }

    @Test
    void noSequenceVerifiesByItselfOrSaysThatAllIsDoneWhileOneIsNot() {
        long seed = Long.getLong("seed", new Random().nextLong());
        int lives = TestSize.chosen().of(60, 500, 10_000);
        for (int life = 0; life < lives; life++) {
            var random = new Random(seed + life);
            entries.clear();
            now = London.startOf(BEGAN);
            open();
            must(made(1, Reach.LOCAL, CARE, HEALTH));
            for (int step = 0; step < 120; step++) {
                now = now.plusSeconds(random.nextInt(2_000_000));
                add(any(random));
                holds(seed + life);
            }
        }
    }

    private void holds(long seed) {
        Review review = review();
        assertThat(review.groups().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(review.recommendations().size());
        for (Action action : review.actions()) {
            if (action.standing().verified()) {
                assertThat(action.evidence()).as("seed %d", seed).isNotEmpty();
                Verified seen = action.last(Verified.class).orElseThrow();
                assertThat(seen.by().agency())
                        .as("seed %d", seed)
                        .isNotEqualTo(action.organisation())
                        .isNotEqualTo(action.last(SaidDone.class).orElseThrow().by().agency());
            }
        }
        boolean every = review.actions().stream().allMatch(a -> a.standing().verified());
        assertThat(review.allVerified()).as("seed %d", seed).isEqualTo(every);
        if (!every) {
            assertThat(review.sentence()).doesNotContain("Of 1 recommendation, 1 is verified");
        }
    }

    private ReviewEntry any(Random random) {
        AgencyId of = random.nextBoolean() ? CARE : HEALTH;
        AgencyId who = random.nextInt(3) == 0 ? BOARD : random.nextBoolean() ? CARE : HEALTH;
        By by = by(who);
        return switch (random.nextInt(12)) {
            case 0 -> new Answered(by, now, 1, of, Acceptance.ACCEPTED, "");
            case 1 -> new Answered(by, now, 1, of, Acceptance.NOT_ACCEPTED, "No");
            case 2 -> new ActionAgreed(by, now, 1, of, OWNER, BEGAN, "It", "So");
            case 3 -> new Started(by, now, 1, of);
            case 4 -> new EvidenceAttached(by, now, 1, of, "E", "It");
            case 5 -> new SaidDone(by, now, 1, of);
            case 6, 7 -> verified(by, of);
            case 8 -> new FoundEffective(by, now, 1, of, "Again");
            case 9 -> new SeenSlipping(by, now, 1, of, "Worse");
            case 10 -> new Reopened(by, now, 1, of, "Not so");
            default ->
                    random.nextInt(4) == 0
                            ? new Bound(by, now, 1, of, "m", 90)
                            : new Measured(
                                    by,
                                    now,
                                    1,
                                    of,
                                    YearMonth.from(London.day(now)).minusMonths(1),
                                    80 + random.nextInt(21),
                                    100);
        };
    }
}
