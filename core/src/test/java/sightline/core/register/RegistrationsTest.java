package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static sightline.core.register.Lives.convicted;
import static sightline.core.register.Lives.day;
import static sightline.core.register.Lives.on;
import static sightline.core.register.Lives.pack;
import static sightline.core.register.Lives.told;

import org.junit.jupiter.api.Test;

import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.Assessed;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Entered;
import sightline.core.register.Happening.Found;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.HandedOver;
import sightline.core.register.Happening.Held;
import sightline.core.register.Happening.Lost;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.Offered;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.Quashed;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Happening.Stayed;
import sightline.core.register.Happening.Visited;
import sightline.core.register.Obligation.Standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The clocks of domain.md 3.1, worked by hand. 2024-03-04 is a Monday. */
final class RegistrationsTest {
    private static final RegisterPack SOA = pack("soa-2003");
    private static final Happening.Convicted TWO_YEARS =
            convicted("2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 24);
    private static final Happening.Convicted FINED =
            convicted("2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);

    @Test
    void theFirstNoticeIsDueWithinThreeDaysBeginningWithTheRelevantDate() {
        assertThat(on("2024-03-06", SOA, FINED).state()).isEqualTo(State.INITIAL_NOTICE_DUE);
        assertThat(on("2024-03-07", SOA, FINED).state()).isEqualTo(State.IN_BREACH);
        assertThat(on("2024-03-07", SOA, FINED, told("2024-03-06", Notice.INITIAL)).state())
                .isEqualTo(State.CURRENT);
        assertThat(standing(on("2024-03-09", SOA, FINED, told("2024-03-07", Notice.INITIAL))))
                .isEqualTo(Standing.LATE);
    }

    @Test
    void custodyIsDisregardedAndTheDayOfReleaseCounts() {
        var gone = new Gone(day("2024-03-04"), Away.CUSTODY);
        var back = new Back(day("2024-09-02"), Away.CUSTODY);
        assertThat(on("2024-06-01", SOA, TWO_YEARS, gone).state()).isEqualTo(State.LIABLE);
        assertThat(on("2024-09-04", SOA, TWO_YEARS, gone, back).state())
                .isEqualTo(State.INITIAL_NOTICE_DUE);
        assertThat(on("2024-09-05", SOA, TWO_YEARS, gone, back).state()).isEqualTo(State.IN_BREACH);
    }

    @Test
    void aYearAfterTheLastNoticeThePeriodicOneIsDueAndAChangeRestartsTheYear() {
        var first = told("2024-03-05", Notice.INITIAL);
        assertThat(on("2025-02-04", SOA, FINED, first).state()).isEqualTo(State.CURRENT);
        assertThat(on("2025-02-05", SOA, FINED, first).state())
                .isEqualTo(State.PERIODIC_NOTICE_DUE);
        assertThat(on("2025-03-05", SOA, FINED, first).state())
                .isEqualTo(State.PERIODIC_NOTICE_DUE);
        assertThat(on("2025-03-06", SOA, FINED, first).state()).isEqualTo(State.IN_BREACH);
        var moved = told("2024-10-01", Notice.HOME);
        assertThat(on("2025-03-06", SOA, FINED, first, moved).state()).isEqualTo(State.CURRENT);
        assertThat(on("2025-10-02", SOA, FINED, first, moved).state()).isEqualTo(State.IN_BREACH);
        var travel = told("2024-10-01", Notice.TRAVEL);
        assertThat(on("2025-03-06", SOA, FINED, first, travel).state())
                .as("what was added in 2012 does not restart the year")
                .isEqualTo(State.IN_BREACH);
    }

    @Test
    void aChangeToldBeforeTheFirstNoticeBeginsNoYear() {
        var gone = new Gone(day("2024-03-04"), Away.CUSTODY);
        var moved = told("2024-03-06", Notice.HOME);
        var back = new Back(day("2025-03-06"), Away.CUSTODY);
        assertThat(on("2025-03-08", SOA, TWO_YEARS, gone, moved, back).obligations())
                .extracting(Obligation::notice, Obligation::lastDay)
                .containsExactly(tuple(Notice.INITIAL, Optional.of(day("2025-03-08"))));
    }

    @Test
    void whoIsAwayAgainOnTheLastOfThoseThreeDaysHasThreeMoreAfterThat() {
        var first = told("2024-03-05", Notice.INITIAL);
        var gone = new Gone(day("2025-03-05"), Away.CUSTODY);
        var back = new Back(day("2025-04-10"), Away.CUSTODY);
        var again = new Gone(day("2025-04-12"), Away.HOSPITAL);
        var well = new Back(day("2025-04-15"), Away.HOSPITAL);

        assertThat(on("2025-04-15", SOA, FINED, first, gone, back, again, well).obligations())
                .filteredOn(o -> o.notice() == Notice.PERIODIC)
                .extracting(Obligation::lastDay)
                .containsExactly(Optional.of(day("2025-04-17")));
    }

    @Test
    void aYearThatEndsInCustodyGoesOnForThreeDaysAfterIt() {
        var first = told("2024-03-05", Notice.INITIAL);
        var gone = new Gone(day("2025-03-01"), Away.CUSTODY);
        var back = new Back(day("2025-04-10"), Away.CUSTODY);
        var released = told("2025-04-10", Notice.TRAVEL);
        assertThat(on("2025-03-20", SOA, FINED, first, gone).state()).isEqualTo(State.TOLLED);
        Registration out = on("2025-04-12", SOA, FINED, first, gone, back, released);
        assertThat(out.obligations())
                .filteredOn(o -> o.notice() == Notice.PERIODIC)
                .extracting(Obligation::lastDay)
                .containsExactly(Optional.of(day("2025-04-12")));
        assertThat(on("2025-04-13", SOA, FINED, first, gone, back).state())
                .isEqualTo(State.IN_BREACH);
    }

    @Test
    void withoutAHomeTheNoticeIsWeekly() {
        var homeless = new Notified(day("2024-03-05"), Notice.INITIAL, Optional.empty(), true);
        assertThat(on("2024-03-12", SOA, FINED, homeless).state())
                .isEqualTo(State.PERIODIC_NOTICE_DUE);
        assertThat(on("2024-03-13", SOA, FINED, homeless).state()).isEqualTo(State.IN_BREACH);
        assertThat(on("2024-03-13", SOA, FINED, homeless, told("2024-03-12", Notice.HOME)).state())
                .isEqualTo(State.CURRENT);
    }

    @Test
    void aMoveIsToldWithinThreeDaysBeginningWithIt() {
        var first = told("2024-03-05", Notice.INITIAL);
        var moved = new Changed(day("2024-06-01"), Notice.HOME);
        assertThat(on("2024-06-03", SOA, FINED, first, moved).state()).isEqualTo(State.CURRENT);
        assertThat(on("2024-06-04", SOA, FINED, first, moved).state()).isEqualTo(State.IN_BREACH);
        assertThat(
                        on("2024-06-04", SOA, FINED, first, moved, told("2024-06-03", Notice.HOME))
                                .state())
                .isEqualTo(State.CURRENT);
        assertThat(
                        on("2024-06-04", SOA, FINED, first, moved, told("2024-05-20", Notice.HOME))
                                .state())
                .as("told before, without saying when it would be")
                .isEqualTo(State.IN_BREACH);
    }

    @Test
    void anAdvanceNoticeIsGoodFromTwoDaysBeforeToThreeBeginningWithTheDayGiven() {
        var first = told("2024-03-05", Notice.INITIAL);
        var ahead =
                new Notified(day("2024-05-20"), Notice.HOME, Optional.of(day("2024-06-05")), false);
        for (String good : List.of("2024-06-03", "2024-06-05", "2024-06-07")) {
            var moved = new Changed(day(good), Notice.HOME);
            assertThat(on("2024-06-20", SOA, FINED, first, ahead, moved).state())
                    .as("moved on %s", good)
                    .isEqualTo(State.CURRENT);
        }
        for (String bad : List.of("2024-06-02", "2024-06-08")) {
            var moved = new Changed(day(bad), Notice.HOME);
            assertThat(on("2024-06-20", SOA, FINED, first, ahead, moved).state())
                    .as("moved on %s", bad)
                    .isEqualTo(State.IN_BREACH);
        }
        assertThat(on("2024-06-06", SOA, FINED, first, ahead).foretold())
                .extracting(Registration.Foretold::sayBy)
                .containsExactly(day("2024-06-10"));
    }

    @Test
    void sevenDaysElsewhereInTwelveMonthsAreAStayToTell() {
        var first = told("2024-03-05", Notice.INITIAL);
        var once = new Stayed(period("2024-04-01", "2024-04-04"), "a");
        var again = new Stayed(period("2024-09-10", "2024-09-12"), "a");
        var elsewhere = new Stayed(period("2024-09-13", "2024-09-13"), "b");
        assertThat(on("2024-12-01", SOA, FINED, first, once, elsewhere).state())
                .isEqualTo(State.CURRENT);
        assertThat(on("2024-09-14", SOA, FINED, first, once, again).state())
                .isEqualTo(State.CURRENT);
        assertThat(on("2024-09-15", SOA, FINED, first, once, again).state())
                .isEqualTo(State.IN_BREACH);
        var late = new Stayed(period("2025-04-02", "2025-04-05"), "a");
        assertThat(
                        on(
                                        "2025-06-01",
                                        SOA,
                                        FINED,
                                        first,
                                        once,
                                        late,
                                        told("2025-03-04", Notice.PERIODIC))
                                .state())
                .as("the first days are over a year ago")
                .isEqualTo(State.CURRENT);
    }

    @Test
    void periodsFollowTheSentenceAndAreHalvedForTheYoung() {
        assertThat(end(SentenceKind.CUSTODY, 30)).isEmpty();
        assertThat(end(SentenceKind.CUSTODY, 29)).contains(day("2034-03-03"));
        assertThat(end(SentenceKind.CUSTODY, 6)).contains(day("2031-03-03"));
        assertThat(end(SentenceKind.COMMUNITY, 12)).contains(day("2029-03-03"));
        assertThat(end(SentenceKind.CAUTION, 0)).contains(day("2026-03-03"));
        assertThat(end(SentenceKind.CONDITIONAL_DISCHARGE, 12)).contains(day("2025-03-03"));
        var young = new RegisteredLife(Optional.of(day("2008-01-01")), List.of(TWO_YEARS));
        assertThat(Registrations.of(SOA, young, Lives.WORKING_DAYS, day("2024-03-05")).run())
                .contains(period("2024-03-04", "2029-03-03"));
    }

    @Test
    void aSentenceWithoutItsLengthIsAQuestionAndSetsNoEnd() {
        var unknown =
                convicted(
                        "2024-03-04",
                        OffenceGroup.SEXUAL,
                        Optional.empty(),
                        Optional.of(SentenceKind.CUSTODY),
                        Optional.empty());
        Registration registration = on("2024-03-05", SOA, unknown);
        assertThat(registration.run()).contains(Period.from(day("2024-03-04")));
        assertThat(registration.coverage().questions())
                .extracting(Coverage.Question::ask)
                .containsExactly("What was the sentence, and how long?");
    }

    @Test
    void aVictimWhoseAgeIsNotRecordedIsAQuestionNotANo() {
        RegisterPack local = pack("local-risk");
        assertThat(southampton(Optional.of(0), local).state()).isEqualTo(State.CURRENT);
        assertThat(southampton(Optional.of(40), local).state()).isEqualTo(State.NOT_COVERED);
        Registration open = southampton(Optional.empty(), local);
        assertThat(open.state()).isEqualTo(State.NOT_COVERED);
        assertThat(open.coverage().questions())
                .extracting(Coverage.Question::ask)
                .containsExactly("How old was the victim on the day of the offence?");
    }

    @Test
    void theSouthamptonFatherIsUnderTheLocalListAloneUnlessAnOrderIsMade() {
        for (String key : List.of("soa-2003", "ccr-2026", "terrorism-2008", "voo-2008")) {
            assertThat(southampton(Optional.of(0), pack(key)).state())
                    .as(key)
                    .isEqualTo(State.NOT_COVERED);
        }
        assertThat(southampton(Optional.of(0), pack("local-risk")).state())
                .isEqualTo(State.CURRENT);
        var order =
                new Ordered(
                        day("2013-01-07"),
                        SupervisionType.VIOLENT_OFFENDER_ORDER,
                        Optional.of(day("2018-01-06")));
        assertThat(on("2013-01-08", pack("voo-2008"), order).state())
                .isEqualTo(State.INITIAL_NOTICE_DUE);
        assertThat(
                        on(
                                        "2018-01-07",
                                        pack("voo-2008"),
                                        order,
                                        told("2013-01-08", Notice.INITIAL))
                                .state())
                .isEqualTo(State.ENDED);
    }

    @Test
    void aQuashedConvictionLeavesNothingOwed() {
        Registration after =
                on("2024-06-01", SOA, FINED, new Quashed(day("2024-05-01"), day("2024-03-04")));
        assertThat(after.state()).isEqualTo(State.SET_ASIDE);
        assertThat(after.obligations()).isEmpty();
    }

    @Test
    void aHandOverToAnotherAreaEndsWhateverPutHimUnderItAndLetsNothingLapse() {
        RegisterPack orders = pack("voo-2008");
        var order =
                new Ordered(
                        day("2024-01-08"),
                        SupervisionType.VIOLENT_OFFENDER_ORDER,
                        Optional.of(day("2028-01-07")));
        var entered = new Entered(day("2024-01-08"), Optional.of(day("2028-01-07")));
        var first = told("2024-01-09", Notice.INITIAL);
        var gone = new HandedOver(day("2024-05-01"));

        assertThat(on("2024-05-01", orders, order, entered, first, gone).state())
                .as("the last day here")
                .isEqualTo(State.CURRENT);
        Registration after = on("2024-05-02", orders, order, entered, first, gone);
        assertThat(after.state()).isEqualTo(State.HANDED_OVER);
        assertThat(after.run()).contains(period("2024-01-08", "2024-05-01"));
        assertThat(after.obligations())
                .extracting(Obligation::notice, Obligation::standing)
                .containsExactly(
                        tuple(Notice.INITIAL, Standing.IN_TIME),
                        tuple(Notice.PERIODIC, Standing.HANDED_OVER));
        assertThat(on("2029-01-01", orders, order, entered, first, gone).state())
                .isEqualTo(State.HANDED_OVER);
        assertThat(on("2024-05-02", SOA, FINED, told("2024-03-05", Notice.INITIAL), gone).state())
                .as("a sentence is handed over as well")
                .isEqualTo(State.HANDED_OVER);
    }

    @Test
    void whoComesBackTellsHisHomeAndGivesNoFirstNoticeTwice() {
        var first = told("2024-03-05", Notice.INITIAL);
        var gone = new HandedOver(day("2024-05-01"));
        var back = new Entered(day("2024-09-02"), Optional.of(day("2029-03-03")));
        Registration now = on("2024-09-03", SOA, FINED, first, gone, back);

        assertThat(now.runs())
                .containsExactly(
                        period("2024-03-04", "2024-05-01"), period("2024-09-02", "2029-03-03"));
        assertThat(now.obligations().stream().filter(Obligation::open))
                .extracting(Obligation::notice)
                .containsExactly(Notice.HOME);
        assertThat(now.state()).isEqualTo(State.CURRENT);
        assertThat(on("2024-09-05", SOA, FINED, first, gone, back).state())
                .isEqualTo(State.IN_BREACH);
        Registration told =
                on("2024-09-05", SOA, FINED, first, gone, back, told("2024-09-03", Notice.HOME));
        assertThat(told.first().orElseThrow().lastDay()).contains(day("2025-09-03"));
    }

    @Test
    void whoWasConvictedAgainAfterTheOldPeriodWasOverElsewhereGivesAFirstNotice() {
        var gone = new HandedOver(day("2024-05-01"));
        var again = convicted("2031-02-03", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        assertThat(
                        on(
                                        "2031-02-03",
                                        SOA,
                                        FINED,
                                        told("2024-03-05", Notice.INITIAL),
                                        gone,
                                        again)
                                .state())
                .isEqualTo(State.INITIAL_NOTICE_DUE);
    }

    @Test
    void aLocalMarkerEndsWithItsReviewOrByBeingSetAside() {
        RegisterPack local = pack("local-risk");
        var marked = new Marked(day("2024-03-04"), Optional.of(day("2024-09-04")));
        assertThat(on("2024-09-04", local, marked).state()).isEqualTo(State.CURRENT);
        assertThat(on("2024-09-05", local, marked).state()).isEqualTo(State.ENDED);
        assertThat(on("2024-06-02", local, marked, new SetAside(day("2024-06-01"))).state())
                .isEqualTo(State.SET_ASIDE);
    }

    @Test
    void inIllinoisEachFailureAddsTenYears() {
        RegisterPack illinois = pack("illinois");
        var battery =
                convicted(
                        "2024-03-04",
                        OffenceGroup.WOUNDING,
                        Optional.of(0),
                        Optional.of(SentenceKind.COMMUNITY),
                        Optional.of(12));
        var inTime = told("2024-03-05", Notice.INITIAL);
        assertThat(on("2024-04-01", illinois, battery, inTime).run())
                .contains(period("2024-03-04", "2034-03-03"));
        var late = told("2024-03-20", Notice.INITIAL);
        assertThat(on("2024-04-01", illinois, battery, late).run())
                .contains(period("2024-03-04", "2044-03-03"));
    }

    @Test
    void inNewSouthWalesTheThirdManslaughterIsForLife() {
        RegisterPack nsw = pack("nsw");
        assertThat(on("2024-04-01", nsw, manslaughter("2010-01-01")).run())
                .contains(period("2010-01-01", "2017-12-31"));
        assertThat(
                        on(
                                        "2024-04-01",
                                        nsw,
                                        manslaughter("2010-01-01"),
                                        manslaughter("2012-01-01"))
                                .run())
                .contains(period("2010-01-01", "2026-12-31"));
        assertThat(
                        on(
                                        "2024-04-01",
                                        nsw,
                                        manslaughter("2010-01-01"),
                                        told("2010-01-05", Notice.INITIAL),
                                        manslaughter("2012-01-01"),
                                        manslaughter("2014-01-01"))
                                .run()
                                .flatMap(Period::until))
                .isEmpty();
    }

    @Test
    void whoeverCannotBeFoundIsWhereaboutsUnknownUntilFound() {
        var first = told("2024-03-05", Notice.INITIAL);
        var lost = new Lost(day("2024-05-01"));
        assertThat(on("2024-05-02", SOA, FINED, first, lost).state())
                .isEqualTo(State.WHEREABOUTS_UNKNOWN);
        assertThat(on("2024-05-09", SOA, FINED, first, lost, new Found(day("2024-05-08"))).state())
                .isEqualTo(State.CURRENT);
    }

    @Test
    void theAreaAnswersUntilTheOtherAccepts() {
        AreaId here = new AreaId("westmarsh-north");
        AreaId there = new AreaId("eastholme");
        var held = new Held(day("2024-03-04"), here);
        var offered = new Offered(day("2024-05-01"), there);
        Registration open = on("2024-05-02", SOA, FINED, held, offered);
        assertThat(open.area()).contains(here);
        assertThat(open.offeredTo()).contains(there);
        Registration done =
                on("2024-05-10", SOA, FINED, held, offered, new Held(day("2024-05-09"), there));
        assertThat(done.area()).contains(there);
        assertThat(done.offeredTo()).isEmpty();
    }

    @Test
    void visitsFollowTheLevelOfRiskAndOneThatSawNobodyDoesNotCount() {
        var first = told("2024-03-05", Notice.INITIAL);
        var high = new Assessed(day("2024-03-05"), RiskLevel.HIGH);
        var seen = new Visited(day("2024-04-01"), true);
        var notIn = new Visited(day("2024-06-01"), false);
        Registration due = on("2024-07-01", SOA, FINED, first, high, seen, notIn);
        assertThat(due.visit().orElseThrow().due()).isEqualTo(day("2024-07-01"));
        assertThat(due.visit().orElseThrow().overdue()).isFalse();
        assertThat(
                        on("2024-07-02", SOA, FINED, first, high, seen, notIn)
                                .visit()
                                .orElseThrow()
                                .overdue())
                .isTrue();
    }

    @Test
    void whoLeavesOnTheFirstDayCouldNotTellBefore() {
        var gone = new Gone(day("2024-03-04"), Away.ABROAD);
        var back = new Back(day("2024-03-04"), Away.ABROAD);
        Registration now = on("2024-03-04", SOA, FINED, gone, back);
        assertThat(now.state()).isEqualTo(State.INITIAL_NOTICE_DUE);
        assertThat(now.obligations()).extracting(Obligation::notice).doesNotContain(Notice.TRAVEL);
    }

    @Test
    void whoLeavesInTheFirstWeekTellsOnTheFirstDay() {
        var first = told("2024-03-04", Notice.INITIAL);
        var gone = new Gone(day("2024-03-08"), Away.ABROAD);
        assertThat(
                        travel(
                                on(
                                        "2024-03-09",
                                        SOA,
                                        FINED,
                                        first,
                                        told("2024-03-04", Notice.TRAVEL),
                                        gone)))
                .isEqualTo(Standing.IN_TIME);
        assertThat(travel(on("2024-03-09", SOA, FINED, first, gone))).isEqualTo(Standing.MISSED);
    }

    @Test
    void travelIsToldSevenDaysBefore() {
        var first = told("2024-03-05", Notice.INITIAL);
        var gone = new Gone(day("2024-05-10"), Away.ABROAD);
        assertThat(
                        travel(
                                on(
                                        "2024-05-11",
                                        SOA,
                                        FINED,
                                        first,
                                        told("2024-05-03", Notice.TRAVEL),
                                        gone)))
                .isEqualTo(Standing.IN_TIME);
        assertThat(
                        travel(
                                on(
                                        "2024-05-11",
                                        SOA,
                                        FINED,
                                        first,
                                        told("2024-05-04", Notice.TRAVEL),
                                        gone)))
                .isEqualTo(Standing.LATE);
        assertThat(travel(on("2024-05-11", SOA, FINED, first, gone))).isEqualTo(Standing.MISSED);
    }

    @Test
    void anIndefinitePeriodMayBeReviewedAfterFifteenYearsOrEightForTheYoung() {
        var life = convicted("2024-03-04", OffenceGroup.SEXUAL, SentenceKind.LIFE, 0);
        assertThat(on("2024-03-05", SOA, life).reviewFrom()).contains(day("2039-03-04"));
    }

    private static Happening.Convicted manslaughter(String day) {
        return convicted(
                day,
                OffenceGroup.MANSLAUGHTER,
                Optional.of(3),
                Optional.of(SentenceKind.COMMUNITY),
                Optional.of(24));
    }

    private static Registration southampton(Optional<Integer> victimAge, RegisterPack pack) {
        return on(
                "2012-01-10",
                pack,
                convicted(
                        "2012-01-09",
                        OffenceGroup.WOUNDING,
                        victimAge,
                        Optional.of(SentenceKind.CUSTODY),
                        Optional.of(24)));
    }

    private static Optional<LocalDate> end(SentenceKind kind, int months) {
        return on("2024-03-04", SOA, convicted("2024-03-04", OffenceGroup.SEXUAL, kind, months))
                .run()
                .flatMap(Period::until);
    }

    private static Period period(String from, String until) {
        return Period.between(day(from), day(until));
    }

    private static Standing standing(Registration registration) {
        return registration.obligations().getFirst().standing();
    }

    private static Standing travel(Registration registration) {
        return registration.obligations().stream()
                .filter(o -> o.notice() == Notice.TRAVEL)
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
