package sightline.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Text;
import sightline.core.reviews.Action;
import sightline.core.reviews.By;
import sightline.core.reviews.Measure;
import sightline.core.reviews.Refusal;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.EvidenceAttached;
import sightline.core.reviews.ReviewEntry.SaidDone;
import sightline.core.reviews.ReviewEntry.Verified;
import sightline.core.reviews.Standing;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteDutyKind;
import sightline.core.upkeep.SiteLimits;
import sightline.database.JobName;
import sightline.database.TestDatabase;
import sightline.database.Transactions;
import sightline.feeds.BreakerLimits;
import sightline.feeds.FeedHealths;
import sightline.feeds.Pauses;
import sightline.reviews.Added;
import sightline.reviews.Chronologies;
import sightline.reviews.ReviewId;
import sightline.reviews.Reviews;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is past its date in a case review has an owner, a ladder and a place on a work list. */
final class ReviewDutiesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AgencyId BOARD = new AgencyId("westmarsh-partnership");
    private static final AgencyId COUNCIL = new AgencyId("westmarsh-council");
    private static final AgencyId POLICE = new AgencyId("westmarsh-police");
    private static final Role OWNER = new Role("service-manager");

    private final Transactions transactions = DATABASE.transactions();
    private final Journal journal = new Journal(DATABASE.secrets());
    private final Reviews reviews = new Reviews(transactions, journal);
    private final SiteDuties duties = new SiteDuties(transactions, journal);
    private final SiteWatch watch = watch();
    private Instant then = NINE;
    private ReviewId review = new ReviewId("REV-26-000");

    private SiteWatch watch() {
        return new SiteWatch(
                transactions,
                new FeedHealths(),
                new Pauses(
                        transactions,
                        new BreakerLimits(
                                0.02,
                                Duration.ofMinutes(10),
                                20,
                                50,
                                100,
                                10,
                                Duration.ofMinutes(10))),
                _ -> westmarsh(),
                new SiteClocks(SiteLimits.DEFAULT));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Directory westmarsh() {
        var id = new AreaId("westmarsh");
        return new DirectoryBuilder()
                .add(new Area(id, "Westmarsh", Nation.ENGLAND))
                .add(new Agency(BOARD, "Partnership", AgencyType.PARTNERSHIP, id))
                .add(new Agency(COUNCIL, "Social care", AgencyType.CHILDRENS_SOCIAL_CARE, id))
                .add(new Agency(POLICE, "Police", AgencyType.POLICE, id))
                .add(Post.of(new PostId("board-lead"), BOARD, "named lead", Role.AREA_LEAD))
                .add(held("board-lead", "owen"))
                .add(Post.of(new PostId("council-manager"), COUNCIL, "service manager", OWNER))
                .add(held("council-manager", "tom"))
                .add(Post.of(new PostId("police-manager"), POLICE, "service manager", OWNER))
                .build();
    }

    private static Holder held(String post, String by) {
        return new Holder(new PostId(post), new StaffId(by), new Text(by), Period.always());
    }

    @Test
    void whoeverOwesAPartOpensThatPartAndNothingElse() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        must(lead, review, recommendation(lead, 2, Set.of(COUNCIL)));
        must(
                lead,
                review,
                new ReviewEntry.ReportAsked(
                        by(lead), next(), POLICE, London.day(then).plusDays(30)));
        agreed(review, COUNCIL);
        agreed(review, POLICE);
        var tom = reader("tom", COUNCIL, AccessRole.GP, Set.of("service-manager"));
        assertThat(reviews.of(tom, review, then, "/reviews/{id}")).isEmpty();

        watch.look(then);

        Review his = reviews.of(tom, review, then, "/reviews/{id}").orElseThrow();
        assertThat(his.partial()).isTrue();
        assertThat(his.actions())
                .extracting(a -> a.made().number() + " " + a.organisation())
                .containsExactly("1 " + COUNCIL);
        assertThat(his.sentence()).contains("of the whole review nothing is said");
        must(tom, review, new ReviewEntry.Started(by(tom), next(), 1, COUNCIL));
        assertThat(
                        reviews.add(
                                tom,
                                review,
                                new ReviewEntry.Notified(by(tom), next(), LocalDate.EPOCH)))
                .isEqualTo(new Added.Refused(Refusal.NOT_NAMED));

        // Nobody has the post of the police, nor leads reviews: both fall to the named lead.
        Instant late = NINE.plus(Duration.ofDays(60));
        watch.look(late);
        assertThat(owedFor("due/1/" + POLICE)).containsExactly(BOARD + "/area-lead");
        assertThat(owedFor("report-of/" + POLICE)).containsExactly(BOARD + "/area-lead");
        var owen = reader("owen", BOARD, AccessRole.SOCIAL_WORK_MANAGER, Set.of("area-lead"));
        Review fell = reviews.of(owen, review, late, "/reviews/{id}").orElseThrow();
        assertThat(fell.partial()).isFalse();
        assertThat(fell.opensChronology()).isFalse();

        then = late;
        must(lead, review, new EvidenceAttached(by(lead), next(), 1, COUNCIL, "E-1", "Files"));
        must(tom, review, new SaidDone(by(tom), next(), 1, COUNCIL));
        must(lead, review, new Verified(by(lead), next(), 1, COUNCIL, "Twenty files read"));
        watch.look(then);
        assertThat(reviews.of(tom, review, then, "/reviews/{id}")).isEmpty();
    }

    @Test
    void whoeverWasToldThatAPartIsLateReadsThatPartAlone() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        agreed(review, COUNCIL);
        ends(lead);

        then = NINE.plus(Duration.ofDays(60));
        watch.look(then);

        var owen = reader("owen", BOARD, AccessRole.SOCIAL_WORK_MANAGER, Set.of("area-lead"));
        assertThat(duties.mine(owen))
                .filteredOn(d -> d.key().contains("|" + review + "/"))
                .hasSize(2);
        Review told = reviews.of(owen, review, then, "/reviews/{id}").orElseThrow();
        assertThat(told.partial()).isTrue();
        assertThat(told.actions()).extracting(Action::organisation).contains(COUNCIL, POLICE);
        assertThat(reviews.add(owen, review, new ReviewEntry.Started(by(owen), next(), 1, COUNCIL)))
                .isEqualTo(new Added.Refused(Refusal.NOT_NAMED));
        assertThat(lets(owen, "started", COUNCIL, owen)).isFalse();
        assertThat(lets(owen, "started", POLICE, owen)).isTrue();
        assertThat(lets(owen, "verified", POLICE, owen)).isFalse();
    }

    @Test
    void toWhomAPartFellAnswersItAndNobodyOfTheirAgencySeesItDone() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        agreed(review, POLICE);
        then = NINE.plus(Duration.ofDays(60));
        watch.look(then);
        var owen = reader("owen", BOARD, AccessRole.GP, Set.of("area-lead"));
        var amal = reader("amal", BOARD, AccessRole.GP, Set.of("clerk"));
        assertThat(reviews.of(amal, review, then, "/reviews/{id}")).isEmpty();
        assertThat(reviews.add(amal, review, new ReviewEntry.Started(by(amal), next(), 1, POLICE)))
                .isEqualTo(new Added.Nowhere());

        must(owen, review, new ReviewEntry.Started(by(owen), next(), 1, POLICE));
        must(owen, review, new EvidenceAttached(by(owen), next(), 1, POLICE, "E-1", "Files"));
        must(owen, review, new SaidDone(by(owen), next(), 1, POLICE));
        Verified seen = new Verified(by(lead), next(), 1, POLICE, "Twenty files read");
        assertThat(reviews.add(lead, review, seen)).isEqualTo(new Added.Refused(Refusal.BY_ITSELF));
        assertThat(reviews.speaks(owen, review).answers(1, POLICE)).isTrue();
        assertThat(reviews.speaks(lead, review).answers(1, POLICE)).isFalse();
    }

    @Test
    void anOwnReportIsHandedInByWhoeverOwesIt() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        LocalDate due = London.day(then).plusDays(30);
        must(lead, review, new ReviewEntry.ReportAsked(by(lead), next(), POLICE, due));
        must(lead, review, new ReviewEntry.ReportAsked(by(lead), next(), COUNCIL, due));
        ends(lead);
        watch.look(then);
        var owen = reader("owen", BOARD, AccessRole.GP, Set.of("area-lead"));
        var came = new ReviewEntry.ReportReceived(by(owen), next(), POLICE, "Police, own report");
        must(owen, review, came);
        assertThat(reviews.of(lead, review, then, "/reviews/{id}").orElseThrow().reportsOwed())
                .extracting(ReviewEntry.ReportAsked::of)
                .containsExactly(COUNCIL);
    }

    @Test
    void toWhomAReviewFellOpensItsChronologyOnlyOnceTheyTakeItOn() {
        var chronologies = new Chronologies(transactions, journal);
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        byte[] table = "Date,Event\n3/4/2025,Seen\n".getBytes(StandardCharsets.UTF_8);
        assertThat(chronologies.table(lead, review, by(lead), COUNCIL, table, next()))
                .isInstanceOf(Chronologies.Taken.In.class);
        watch.look(then);
        var owen = reader("owen", BOARD, AccessRole.GP, Set.of("area-lead"));
        String page = "/reviews/{id}/chronology";

        assertThat(reviews.of(owen, review, then, page).orElseThrow().opensChronology()).isFalse();
        assertThat(chronologies.of(owen, review, page)).isEmpty();

        must(
                owen,
                review,
                new ReviewEntry.PanelJoined(by(owen), next(), "owen", "Owen Reed", BOARD));
        assertThat(reviews.of(owen, review, then, page).orElseThrow().opensChronology()).isTrue();
        assertThat(chronologies.of(owen, review, page).orElseThrow().rows()).hasSize(1);
    }

    @Test
    void aLookAtWhichNothingChangedWritesNothing() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        watch.look(then);
        List<String> before = letIn();
        watch.look(then.plusSeconds(5));
        watch().look(then.plusSeconds(6));
        assertThat(letIn()).isEqualTo(before).hasSizeGreaterThan(1);
        agreed(review, COUNCIL);
        watch.look(then);
        assertThat(letIn()).isNotEqualTo(before);
    }

    /** Rows with the transaction that wrote each. */
    private List<String> letIn() {
        return transactions.asJob(
                JobName.WATCH,
                sql ->
                        sql.sql(
                                        """
                                        SELECT xmin || ' ' || digest FROM reviews.let_in
                                        UNION ALL SELECT xmin || ' ' || review || who || organisation || recommendation || must
                                          FROM reviews.owes ORDER BY 1
                                        """)
                                .query(String.class)
                                .list());
    }

    @Test
    void noPolicyLetsAnOrganisationSeeItsOwnWorkDoneNorAnybodyAddInAnothersName() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        var own = reader("manager", COUNCIL, AccessRole.SOCIAL_WORK_MANAGER, Set.of());
        var auditor = reader("ada", COUNCIL, AccessRole.AUDITOR, Set.of());
        for (String kind : List.of("verified", "found-effective")) {
            assertThat(lets(own, kind, COUNCIL, own)).as(kind).isFalse();
            assertThat(lets(auditor, kind, COUNCIL, auditor)).as(kind).isTrue();
        }
        assertThat(lets(own, "started", COUNCIL, lead)).isFalse();
        assertThat(lets(own, "started", COUNCIL, own)).isTrue();
        var forged = new SaidDone(by(lead), next(), 1, COUNCIL);
        assertThatThrownBy(() -> reviews.add(own, review, forged))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Ends a transaction that must leave nothing. */
    private static final class UndoneException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Whether the policies let a reader add an entry of that kind in that name; none is kept. */
    private boolean lets(ReaderContext reader, String kind, AgencyId of, ReaderContext name) {
        try {
            return transactions.asReader(
                    reader,
                    List.of(),
                    sql -> {
                        sql.sql(
                                        """
                                        INSERT INTO reviews.entry (review, kind, organisations, made_by, made_for, at, body)
                                        VALUES (:review, :kind, ARRAY[:of], :by, :for, now(),
                                          jsonb_build_object('recommendation', 1, 'by', jsonb_build_object('person', :name,
                                            'agency', jsonb_build_object('value', :for))))
                                        """)
                                .param("review", review.value())
                                .param("kind", kind)
                                .param("of", of.value())
                                .param("by", reader.actor())
                                .param("for", reader.agency())
                                .param("name", name.actor())
                                .update();
                        throw new UndoneException();
                    });
        } catch (UndoneException let) {
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    @Test
    void nobodyWhoIsNamedOnAReviewSaysWhatItsMeasureWas() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        agreed(review, COUNCIL);
        must(lead, review, bound(lead, Measure.REFERRAL_ANSWERS.key(), 90));
        var made =
                new ReviewEntry.Measured(by(lead), next(), 1, COUNCIL, YearMonth.of(2026, 2), 1, 1);

        assertThat(reviews.add(lead, review, made))
                .isEqualTo(new Added.Refused(Refusal.MEASURED_BY_HAND));
        var level =
                new ReviewEntry.LevelTaken(
                        by(lead), made.at(), 1, COUNCIL, YearMonth.of(2026, 2), 9, 10);
        assertThat(reviews.add(lead, review, level))
                .isEqualTo(new Added.Refused(Refusal.MEASURED_BY_HAND));
        assertThatThrownBy(() ->
                        transactions.asReader(
                                lead,
                                List.of(),
                                sql ->
                                        sql.sql(
                                                        """
                                                        INSERT INTO reviews.entry (review, kind, organisations, made_by, made_for, at, body)
                                                        VALUES (:review, 'measured', '{}', 'helen', :board, now(), '{}')
                                                        """)
                                                .param("review", review.value())
                                                .param("board", BOARD.value())
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsPastItsDateIsOwedByThePostOrByTheNamedLeadUntilItIsDone() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        agreed(review, COUNCIL);

        watch.look(NINE.plus(Duration.ofDays(2)));
        assertThat(ofReviews()).isEmpty();

        Instant late = NINE.plus(Duration.ofDays(40));
        watch.look(late);
        assertThat(ofReviews()).allMatch(d -> !d.owedBy().isEmpty() && d.level() > 0);
        assertThat(owedFor("due/1/" + COUNCIL)).containsExactly(COUNCIL + "/service-manager");
        assertThat(owedFor("answer/1/" + POLICE)).containsExactly(BOARD + "/area-lead");
        assertThat(owedFor("notify")).containsExactly(BOARD + "/area-lead");

        var owner = reader("tom", COUNCIL, AccessRole.SOCIAL_WORKER, Set.of("service-manager"));
        assertThat(duties.mine(owner))
                .filteredOn(d -> d.key().contains("|" + review + "/"))
                .extracting(OpenSiteDuty::words)
                .containsExactly(
                        review
                                + ": Do, show and have verified recommendation 1. The date that was"
                                + " agreed.");
        var stranger = reader("amal", POLICE, AccessRole.SOCIAL_WORKER, Set.of("constable"));
        assertThat(duties.mine(stranger)).isEmpty();
        List<OpenSiteDuty> seen = transactions.asReader(stranger, List.of(), SiteDuties::open);
        assertThat(seen).noneMatch(d -> d.kind() == SiteDutyKind.REVIEW_OVERDUE);

        watch.look(late.plus(Duration.ofDays(30)));
        assertThat(
                        ofReviews().stream()
                                .filter(d -> d.key().endsWith("due/1/" + COUNCIL))
                                .findFirst())
                .hasValueSatisfying(d -> {
                    assertThat(d.level()).isGreaterThan(2);
                    assertThat(d.told()).contains(BOARD + "/area-lead");
                });

        then = late.plus(Duration.ofDays(30));
        must(lead, review, new ReviewEntry.Notified(by(lead), next(), London.day(then)));
        watch.look(then);
        assertThat(ofReviews()).isNotEmpty().noneMatch(d -> d.key().endsWith("/notify"));
    }

    /**
     * An installation that measures again after years still tells what was, not that nothing was.
     */
    @Test
    void aPartThatWasBoundMoreThanTwoYearsAgoIsToldAsItWasThen() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        agreed(review, COUNCIL);
        must(lead, review, bound(lead, Measure.REFERRAL_ANSWERS.key(), 90));
        duty("old", "ref.decision", COUNCIL, "2026-02-16", "discharged", "2026-02-15");
        duty("old-late", "ref.decision", COUNCIL, "2026-02-17", "discharged", "2026-02-18");
        duty("old-march", "ref.decision", COUNCIL, "2026-03-16", "discharged", "2026-03-15");
        long february = due("2026-02-01", "2026-03-01");
        long march = due("2026-03-01", "2026-04-01");

        watch.look(Instant.parse("2028-06-05T09:00:00Z"));
        String level = level(lead, "2028-06-05T10:00:00Z").orElseThrow();
        String first = measured(lead, "2028-06-05T10:00:00Z").getFirst();
        DATABASE.owner().sql("DELETE FROM alerts.duty WHERE key LIKE 'old%'").update();
        assertThat(level).startsWith("2026-02 ").endsWith(" of " + february);
        assertThat(first).startsWith("2026-03 ").endsWith(" of " + march);
    }

    @Test
    void aMonthIsKeptAsItWasMeasuredAndDecidesWhetherItSlipped() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        recommended(lead);
        agreed(review, COUNCIL);
        var own = reader("manager", COUNCIL, AccessRole.SOCIAL_WORK_MANAGER, Set.of());
        must(own, review, new EvidenceAttached(by(own), next(), 1, COUNCIL, "E-1", "Files"));
        must(own, review, new SaidDone(by(own), next(), 1, COUNCIL));
        must(lead, review, new Verified(by(lead), next(), 1, COUNCIL, "Twenty files read"));
        assertThat(reviews.add(lead, review, bound(lead, "no-such-measure", 90)))
                .isEqualTo(new Added.Refused(Refusal.NO_SUCH_MEASURE));
        must(lead, review, bound(lead, Measure.REFERRAL_ANSWERS.key(), 90));
        duty("then", "ref.decision", COUNCIL, "2026-02-10", "discharged", "2026-02-09");
        duty("then-late", "ref.decision", COUNCIL, "2026-02-12", "discharged", "2026-02-13");
        duty("before", "ref.decision", COUNCIL, "2026-01-12", "discharged", "2026-01-11");
        duty("in-time", "ref.decision", COUNCIL, "2026-03-10", "discharged", "2026-03-09");
        duty("late", "ref.decision", COUNCIL, "2026-03-12", "discharged", "2026-03-13");
        duty("fell-away", "ref.decision", COUNCIL, "2026-03-20", "ended", "2026-03-19");
        duty("open", "ref.decision", COUNCIL, "2026-03-25", "overdue", null);
        duty("another", "ref.decision", POLICE, "2026-03-10", "overdue", null);
        duty("clock", "gp.transfer", COUNCIL, "2026-03-10", "overdue", null);
        duty("april", "ref.decision", COUNCIL, "2026-04-10", "discharged", "2026-04-10");

        watch.look(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(level(lead, "2026-03-03T10:00:00Z")).isEmpty();
        watch.look(Instant.parse("2026-03-05T09:00:00Z"));
        assertThat(level(lead, "2026-03-05T10:00:00Z")).contains("2026-02 1 of 2");
        assertThat(standing(lead, "2026-03-05T10:00:00Z")).isEqualTo(Standing.VERIFIED);
        duty("then-heard-later", "ref.decision", COUNCIL, "2026-02-20", "overdue", null);

        watch.look(Instant.parse("2026-04-03T09:00:00Z"));
        assertThat(measured(lead, "2026-04-03T10:00:00Z")).isEmpty();
        assertThat(level(lead, "2026-04-03T10:00:00Z")).contains("2026-02 1 of 2");

        watch.look(Instant.parse("2026-04-05T09:00:00Z"));
        assertThat(measured(lead, "2026-04-05T10:00:00Z")).containsExactly("2026-03 1 of 3");
        assertThat(standing(lead, "2026-04-05T10:00:00Z")).isEqualTo(Standing.SLIPPED);

        DATABASE.transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql ->
                                sql.sql(
                                                "UPDATE alerts.duty SET state = 'discharged', closed_at = started_at"
                                                        + " WHERE key = 'open'")
                                        .update());
        watch.look(Instant.parse("2026-05-05T09:00:00Z"));
        watch.look(Instant.parse("2026-05-06T09:00:00Z"));
        assertThat(measured(lead, "2026-05-06T10:00:00Z"))
                .containsExactly("2026-03 1 of 3", "2026-04 1 of 1");
        assertThat(standing(lead, "2026-05-06T10:00:00Z")).isEqualTo(Standing.VERIFIED);
    }

    @Test
    void eachMeasureCountsTheClockThatIsItsOwn() {
        ReaderContext lead = reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of());
        Map<Measure, String> clocks =
                Map.of(
                        Measure.GP_RECORDS, "gp.transfer",
                        Measure.REFERRAL_ANSWERS, "ref.decision",
                        Measure.UNFLAGGED_INCIDENTS, "encompass.triage",
                        Measure.UNANSWERED_QUESTIONS, "question.ask",
                        Measure.HAND_OVERS, "register.move");
        assertThat(clocks.keySet()).containsExactlyInAnyOrderElementsOf(Measure.all());
        Map<Measure, ReviewId> bound = new LinkedHashMap<>();
        clocks.forEach((measure, clock) -> {
            then = NINE;
            recommended(lead);
            must(
                    lead,
                    review,
                    new ReviewEntry.Bound(by(lead), next(), 1, POLICE, measure.key(), 90));
            duty("own-" + clock, clock, POLICE, "2026-03-27", "discharged", "2026-03-26");
            bound.put(measure, review);
        });
        watch.look(Instant.parse("2026-04-05T09:00:00Z"));
        bound.forEach((measure, id) ->
                assertThat(
                                reviews.of(
                                                lead,
                                                id,
                                                Instant.parse("2026-04-05T10:00:00Z"),
                                                "/reviews/{id}")
                                        .orElseThrow()
                                        .action(1, POLICE)
                                        .orElseThrow()
                                        .measured())
                        .as(measure.key())
                        .extracting(m -> m.all() > 0 && m.met() >= 1)
                        .containsExactly(true));
    }

    @Test
    void theWatchAddsNothingButWhatItMeasured() {
        recommended(reader("helen", BOARD, AccessRole.REVIEW_PUBLISHER, Set.of()));
        assertThatThrownBy(() ->
                        transactions.asJob(
                                JobName.WATCH,
                                sql ->
                                        sql.sql(
                                                        """
                                                        INSERT INTO reviews.entry (review, kind, organisations, made_by, made_for, at, body)
                                                        VALUES (:review, 'verified', '{}', 'system', 'system', now(), '{}')
                                                        """)
                                                .param("review", review.value())
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private ReviewEntry.Bound bound(ReaderContext lead, String measure, int target) {
        return new ReviewEntry.Bound(by(lead), next(), 1, COUNCIL, measure, target);
    }

    private void duty(
            String key,
            String clock,
            AgencyId owedBy,
            String due,
            String state,
            @Nullable String closed) {
        transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO alerts.duty (subject, key, clock, title, started_at, due_at, state, rung,
                                          content, owed_by, closed_at)
                                        VALUES ('p-1', :key, :clock, 'Answer', '2026-03-01', :due::timestamptz, :state, 0,
                                          '{}', ARRAY[:owed], :closed::timestamptz)
                                        """)
                                .param("key", key)
                                .param("clock", clock)
                                .param("due", due)
                                .param("state", state)
                                .param("owed", owedBy.value())
                                .param("closed", closed)
                                .update());
    }

    /** How many answers of the council were due in some days, as the table has it. */
    private static long due(String from, String until) {
        return DATABASE.owner()
                .sql(
                        "SELECT count(*) FROM alerts.duty WHERE clock = 'ref.decision' AND state <> 'ended'"
                                + " AND :council = ANY (owed_by) AND due_at > :from::timestamptz AND due_at < :until::timestamptz")
                .param("council", COUNCIL.value())
                .param("from", from)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    private Review seen(ReaderContext lead, String at) {
        return reviews.of(lead, review, Instant.parse(at), "/reviews/{id}").orElseThrow();
    }

    private List<String> measured(ReaderContext lead, String at) {
        return seen(lead, at).action(1, COUNCIL).orElseThrow().measured().stream()
                .map(m -> m.month() + " " + m.met() + " of " + m.all())
                .toList();
    }

    private Optional<String> level(ReaderContext lead, String at) {
        return seen(lead, at)
                .action(1, COUNCIL)
                .orElseThrow()
                .level()
                .map(l -> l.month() + " " + l.met() + " of " + l.all());
    }

    private Standing standing(ReaderContext lead, String at) {
        return seen(lead, at).action(1, COUNCIL).orElseThrow().standing();
    }

    /** What only the lead owes is done. */
    private void ends(ReaderContext lead) {
        LocalDate day = London.day(then);
        must(lead, review, new ReviewEntry.Notified(by(lead), next(), day));
        must(lead, review, new ReviewEntry.RapidReviewed(by(lead), next(), day, "One"));
        must(lead, review, new ReviewEntry.FamilyPart(by(lead), next(), "Her mother", "Told"));
        must(lead, review, new ReviewEntry.ReportFinished(by(lead), next(), 1, day));
    }

    private void recommended(ReaderContext lead) {
        LocalDate day = London.day(then);
        review =
                reviews.open(
                        lead,
                        new ReviewEntry.Opened(
                                by(lead),
                                then,
                                "practice-review",
                                "Child M",
                                ReviewEntry.Trigger.DIED,
                                day));
        must(lead, review, new ReviewEntry.Commissioned(by(lead), next(), day, "Two knew him."));
        must(lead, review, recommendation(lead, 1, Set.of(COUNCIL, POLICE)));
    }

    private ReviewEntry recommendation(ReaderContext lead, int number, Set<AgencyId> to) {
        return new ReviewEntry.RecommendationMade(
                by(lead),
                next(),
                1,
                number,
                "Records follow the child.",
                ReviewEntry.Reach.LOCAL,
                ReviewEntry.Made.WITH_THE_REPORT,
                to,
                Set.of());
    }

    private void agreed(ReviewId review, AgencyId of) {
        var own = reader("manager", of, AccessRole.SOCIAL_WORK_MANAGER, Set.of());
        must(
                own,
                review,
                new ReviewEntry.Answered(
                        by(own), next(), 1, of, ReviewEntry.Acceptance.ACCEPTED, ""));
        must(
                own,
                review,
                new ReviewEntry.ActionAgreed(
                        by(own),
                        next(),
                        1,
                        of,
                        OWNER,
                        London.day(then).plusDays(20),
                        "Each child is seen.",
                        "Files are read."));
    }

    private void must(ReaderContext reader, ReviewId review, ReviewEntry entry) {
        assertThat(reviews.add(reader, review, entry)).isEqualTo(new Added.Kept());
    }

    private Instant next() {
        then = then.plusSeconds(60);
        return then;
    }

    private static By by(ReaderContext reader) {
        return new By(reader.actor(), reader.agencyId(), Set.of(), Set.of());
    }

    private static ReaderContext reader(
            String name, AgencyId agency, AccessRole role, Set<String> posts) {
        return new ReaderContext(
                "session-" + name,
                new UserId(name),
                agency,
                Set.of(role),
                Set.of(),
                posts.stream()
                        .map(p -> agency + "/" + p)
                        .collect(java.util.stream.Collectors.toSet()),
                role == AccessRole.REVIEW_PUBLISHER ? Purpose.REVIEW : Purpose.REFERRAL);
    }

    private List<OpenSiteDuty> ofReviews() {
        return transactions.asJob(JobName.WATCH, SiteDuties::open).stream()
                .filter(d -> d.kind() == SiteDutyKind.REVIEW_OVERDUE)
                .filter(d -> d.key().contains("|" + review + "/"))
                .toList();
    }

    private List<String> owedFor(String end) {
        return ofReviews().stream()
                .filter(d -> d.key().endsWith("/" + end))
                .flatMap(d -> d.owedBy().stream())
                .toList();
    }
}
