package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.register.Lives.day;
import static sightline.core.register.Lives.told;

import org.junit.jupiter.api.Test;

import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Happening.Stayed;
import sightline.core.register.Obligation.Standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lives under the packs other than the sexual offences one, their dates worked out by hand from
 * domain.md, sections 3.2 to 3.6. Invented people.
 */
final class LivesUnderEveryPackTest {
    /** A life as it is told, day after day, and what is said of it. */
    private static final class Life {
        private final RegisterPack pack;
        private final LocalDate born;
        private final List<Happening> happened = new ArrayList<>();

        private Life(String pack, String born) {
            this.pack = Lives.pack(pack);
            this.born = day(born);
        }

        private static Life under(String pack) {
            return new Life(pack, "1980-05-20");
        }

        private Life and(Happening happening) {
            happened.add(happening);
            happened.sort(Comparator.comparing(Happening::day));
            return this;
        }

        /** Convicted and taken into custody on the day. */
        private Life imprisoned(String on, OffenceGroup group, int victim, int months) {
            return convicted(on, group, victim, SentenceKind.CUSTODY, months).held(on);
        }

        private Life convicted(
                String on, OffenceGroup group, int victim, SentenceKind kind, int months) {
            return and(
                    Lives.convicted(
                            on,
                            group,
                            Optional.of(victim),
                            Optional.of(kind),
                            Optional.of(months).filter(m -> m > 0)));
        }

        private Life held(String from) {
            return and(new Gone(day(from), Away.CUSTODY));
        }

        private Life freed(String on) {
            return and(new Back(day(on), Away.CUSTODY));
        }

        private Life tells(String on, Notice notice) {
            return and(told(on, notice));
        }

        private Life changes(String on, Notice notice) {
            return and(new Changed(day(on), notice));
        }

        private Life abroad(String from, String back) {
            return and(new Gone(day(from), Away.ABROAD)).and(new Back(day(back), Away.ABROAD));
        }

        private Registration on(String day) {
            return Registrations.of(
                    pack,
                    new RegisteredLife(Optional.of(born), List.copyOf(happened)),
                    Lives.WORKING_DAYS,
                    day(day));
        }

        private Life is(String... days) {
            for (String each : days) {
                String[] parts = each.split(" ");
                assertThat(on(parts[0]).state().name()).as(each).isEqualTo(parts[1]);
            }
            return this;
        }

        private Life until(String known, String last) {
            String until =
                    on(known)
                            .run()
                            .map(r -> r.until().map(LocalDate::toString).orElse("for ever"))
                            .orElse("not at all");
            assertThat(until).as("known on %s", known).isEqualTo(last);
            return this;
        }

        private Standing standing(String on, Notice notice) {
            return on(on).obligations().stream()
                    .filter(o -> o.notice() == notice)
                    .reduce((_, last) -> last)
                    .orElseThrow()
                    .standing();
        }
    }

    /**
     * New South Wales, a Class 2 offence, out on 5 March 2018: eight years; the first report within
     * seven days; the yearly one in the month of the first, March, whenever the last was made.
     */
    @Test
    void inNewSouthWalesTheYearlyReportIsOfAFixedMonth() {
        Life man =
                Life.under("nsw")
                        .imprisoned("2015-03-02", OffenceGroup.MANSLAUGHTER, 3, 48)
                        .freed("2018-03-05")
                        .is(
                                "2017-01-01 LIABLE",
                                "2018-03-12 INITIAL_NOTICE_DUE",
                                "2018-03-13 IN_BREACH")
                        .tells("2018-03-09", Notice.INITIAL)
                        .until("2018-03-10", "2026-03-04")
                        .is(
                                "2019-03-02 CURRENT",
                                "2019-03-03 PERIODIC_NOTICE_DUE",
                                "2019-03-31 PERIODIC_NOTICE_DUE",
                                "2019-04-01 IN_BREACH");
        man.tells("2019-04-10", Notice.PERIODIC)
                .is("2019-04-11 CURRENT", "2020-03-31 PERIODIC_NOTICE_DUE", "2020-04-01 IN_BREACH");
        man.tells("2020-02-20", Notice.PERIODIC)
                .is("2020-03-31 PERIODIC_NOTICE_DUE", "2020-04-01 IN_BREACH");
        man.tells("2020-03-02", Notice.PERIODIC)
                .is("2020-04-01 CURRENT", "2021-03-31 PERIODIC_NOTICE_DUE", "2021-04-01 IN_BREACH");
    }

    /** A leap year's February has its last day; a move or a name does not change the month. */
    @Test
    void inNewSouthWalesTheMonthIsKeptThroughAMoveAndALeapYear() {
        Life.under("nsw")
                .convicted("2019-02-04", OffenceGroup.MANSLAUGHTER, 3, SentenceKind.SUSPENDED, 12)
                .tells("2019-02-05", Notice.INITIAL)
                .changes("2019-10-01", Notice.HOME)
                .is("2019-10-06 CURRENT", "2019-10-07 IN_BREACH")
                .tells("2019-10-05", Notice.HOME)
                .is("2019-10-07 CURRENT", "2020-02-29 PERIODIC_NOTICE_DUE", "2020-03-01 IN_BREACH");
    }

    /** Five days after custody; a day after living with a child; fourteen before a journey. */
    @Test
    void inNewSouthWalesEachChangeHasItsOwnDays() {
        Life man =
                Life.under("nsw")
                        .imprisoned("2015-03-02", OffenceGroup.MANSLAUGHTER, 3, 48)
                        .freed("2018-03-05")
                        .tells("2018-03-09", Notice.INITIAL)
                        .tells("2019-03-09", Notice.PERIODIC)
                        .tells("2020-03-09", Notice.PERIODIC)
                        .changes("2020-07-01", Notice.CHILD)
                        .is("2020-07-02 CURRENT", "2020-07-03 IN_BREACH")
                        .tells("2020-07-02", Notice.CHILD)
                        .is("2020-07-03 CURRENT");
        man.tells("2020-08-18", Notice.TRAVEL).abroad("2020-09-01", "2020-09-20");
        assertThat(man.standing("2020-09-02", Notice.TRAVEL)).isEqualTo(Standing.IN_TIME);
        man.is("2020-09-25 CURRENT", "2020-09-26 IN_BREACH")
                .tells("2020-09-25", Notice.HOME)
                .is("2020-09-26 CURRENT");
        man.held("2021-03-20")
                .freed("2021-05-10")
                .is("2021-04-15 TOLLED", "2021-05-15 PERIODIC_NOTICE_DUE", "2021-05-16 IN_BREACH")
                .tells("2021-05-15", Notice.PERIODIC)
                .is("2021-05-16 CURRENT", "2022-03-31 PERIODIC_NOTICE_DUE", "2022-04-01 IN_BREACH");
    }

    /** Seventeen on the day: half of eight years. Wounding counts only of an adult. */
    @Test
    void inNewSouthWalesTheYoungHaveHalfAndAreNotUnderItForWounding() {
        new Life("nsw", "2000-05-20")
                .imprisoned("2018-03-05", OffenceGroup.MANSLAUGHTER, 3, 24)
                .freed("2019-03-05")
                .tells("2019-03-06", Notice.INITIAL)
                .until("2019-03-07", "2023-03-04");
        new Life("nsw", "2000-05-20")
                .imprisoned("2018-03-05", OffenceGroup.WOUNDING_WITH_INTENT, 3, 24)
                .is("2018-03-06 NOT_COVERED");
        Life.under("nsw")
                .imprisoned("2018-03-05", OffenceGroup.WOUNDING_WITH_INTENT, 10, 24)
                .is("2018-03-06 NOT_COVERED");
        Life.under("nsw")
                .imprisoned("2013-03-05", OffenceGroup.WOUNDING_WITH_INTENT, 3, 24)
                .is("2013-03-06 NOT_COVERED");
    }

    /** Eight years, fifteen, for life: the last only of whoever had given notice before. */
    @Test
    void inNewSouthWalesTheThirdIsForLifeIfNoticeHadBeenGiven() {
        Life told = thrice().tells("2007-03-05", Notice.INITIAL);
        told.until("2008-01-01", "2015-02-28")
                .until("2013-12-31", "2028-06-02")
                .until("2020-01-01", "for ever");
        thrice().until("2020-01-01", "2034-02-28");
    }

    private static Life thrice() {
        return Life.under("nsw")
                .imprisoned("2005-03-01", OffenceGroup.MANSLAUGHTER, 3, 48)
                .freed("2007-03-01")
                .imprisoned("2010-06-01", OffenceGroup.MANSLAUGHTER, 3, 60)
                .freed("2013-06-03")
                .imprisoned("2016-03-01", OffenceGroup.MANSLAUGHTER, 3, 48)
                .freed("2019-03-01");
    }

    @Test
    void inNewSouthWalesAClassOneOffenceIsFifteenYearsAndAClassTwoAfterItForLife() {
        Life.under("nsw")
                .imprisoned("2000-03-01", OffenceGroup.MURDER, 3, 200)
                .freed("2014-03-03")
                .until("2015-01-01", "2029-03-02")
                .tells("2014-03-04", Notice.INITIAL)
                .convicted("2017-05-01", OffenceGroup.MANSLAUGHTER, 3, SentenceKind.SUSPENDED, 24)
                .until("2018-01-01", "for ever");
    }

    /** Western Australia: fifteen years from release, a report each year. */
    @Test
    void inWesternAustraliaTheYearRunsFromTheLastReport() {
        Life man =
                Life.under("wa")
                        .imprisoned("2005-06-01", OffenceGroup.MURDER, 4, 240)
                        .freed("2015-06-01")
                        .is("2015-06-08 INITIAL_NOTICE_DUE", "2015-06-09 IN_BREACH")
                        .tells("2015-06-08", Notice.INITIAL)
                        .until("2015-06-09", "2030-05-31")
                        .is("2016-06-08 PERIODIC_NOTICE_DUE", "2016-06-09 IN_BREACH")
                        .tells("2016-06-20", Notice.PERIODIC)
                        .is("2017-06-20 PERIODIC_NOTICE_DUE", "2017-06-21 IN_BREACH")
                        .tells("2017-06-20", Notice.PERIODIC)
                        .changes("2017-07-01", Notice.HOME)
                        .is("2017-07-08 CURRENT", "2017-07-09 IN_BREACH")
                        .tells("2017-07-08", Notice.HOME);
        man.held("2018-06-01")
                .freed("2018-09-03")
                .is("2018-06-25 TOLLED", "2018-09-10 PERIODIC_NOTICE_DUE", "2018-09-11 IN_BREACH");
        man.tells("2018-09-10", Notice.PERIODIC);
        for (int year = 2019; year < 2030; year++) {
            man.tells(year + "-09-10", Notice.PERIODIC);
        }
        man.is("2030-05-31 CURRENT", "2030-06-01 ENDED");
    }

    @Test
    void inWesternAustraliaAnotherConvictionIsForLife() {
        Life.under("wa")
                .convicted("2018-02-01", OffenceGroup.MANSLAUGHTER, 4, SentenceKind.SUSPENDED, 12)
                .until("2018-02-02", "2026-01-31")
                .convicted("2020-02-03", OffenceGroup.MANSLAUGHTER, 4, SentenceKind.SUSPENDED, 12)
                .until("2020-02-04", "for ever");
        Life.under("wa")
                .convicted("2018-02-01", OffenceGroup.WOUNDING, 4, SentenceKind.SUSPENDED, 12)
                .is("2018-02-02 NOT_COVERED");
    }

    /** Class 3: any offence at all, where a court orders it and for as long as it does. */
    @Test
    void inWesternAustraliaACourtsOrderMakesAnyOffenceOneOfClassThree() {
        Life man =
                Life.under("wa")
                        .convicted("2018-02-01", OffenceGroup.WOUNDING, 4, SentenceKind.CUSTODY, 12)
                        .and(
                                new Ordered(
                                        day("2018-03-01"),
                                        SupervisionType.REPORTING_ORDER,
                                        Optional.of(day("2026-02-28"))))
                        .is(
                                "2018-02-28 NOT_COVERED",
                                "2018-03-08 INITIAL_NOTICE_DUE",
                                "2018-03-09 IN_BREACH")
                        .tells("2018-03-08", Notice.INITIAL)
                        .until("2018-03-09", "2026-02-28")
                        .is("2019-03-08 PERIODIC_NOTICE_DUE", "2019-03-09 IN_BREACH");
        assertThat(man.on("2018-03-09").coverage().liabilities())
                .singleElement()
                .satisfies(l -> assertThat(l.trigger()).isEqualTo("class-3"));
        man.and(new OrderEnded(day("2018-06-01"), SupervisionType.REPORTING_ORDER))
                .is("2018-06-01 CURRENT", "2018-06-02 ENDED");
        Life.under("wa")
                .and(
                        new Ordered(
                                day("2018-03-01"),
                                SupervisionType.VIOLENT_OFFENDER_ORDER,
                                Optional.empty()))
                .is("2018-03-02 NOT_COVERED");
    }

    /** Ten years from release; whoever is confined again has them anew from the next release. */
    @Test
    void inIllinoisConfinementStartsTheTenYearsAgain() {
        Life man = illinoisan().until("2019-05-07", "2029-04-30");
        man.held("2024-02-01")
                .freed("2024-08-01")
                .is("2024-05-07 TOLLED", "2024-08-06 PERIODIC_NOTICE_DUE", "2024-08-07 IN_BREACH")
                .until("2024-03-01", "for ever")
                .until("2024-08-06", "2034-07-31")
                .until("2024-08-07", "2044-07-31")
                .tells("2024-08-06", Notice.PERIODIC)
                .until("2024-08-08", "2034-07-31");
    }

    /** In custody on the day on which the ten years would have ended: it has not ended. */
    @Test
    void inIllinoisTheTenYearsDoNotEndInCustody() {
        Life man = illinoisan();
        for (int year = 2024; year < 2029; year++) {
            man.tells(year + "-05-06", Notice.PERIODIC);
        }
        man.held("2029-03-01")
                .freed("2030-03-01")
                .is("2029-06-01 TOLLED", "2030-03-01 PERIODIC_NOTICE_DUE")
                .until("2030-03-02", "2040-02-29");
    }

    /**
     * Ten years more by a late word of a journey, and confined in them: ten years from the release.
     */
    @Test
    void inIllinoisCustodyInTheYearsThatAFailureAddedStartsAgain() {
        Life man =
                illinoisan()
                        .tells("2023-06-06", Notice.TRAVEL)
                        .and(new Gone(day("2023-06-15"), Away.ABROAD))
                        .and(new Back(day("2023-06-20"), Away.ABROAD))
                        .tells("2023-06-22", Notice.RETURN);
        for (int year = 2024; year < 2035; year++) {
            man.tells(year + "-05-06", Notice.PERIODIC);
        }
        man.until("2035-01-01", "2039-04-30")
                .held("2035-02-01")
                .until("2035-03-01", "for ever")
                .freed("2036-02-01")
                .tells("2036-02-05", Notice.RELEASE)
                .tells("2036-02-05", Notice.PERIODIC)
                .until("2036-02-10", "2046-01-31");
    }

    /** A home after none in two days, any other in five; whoever has one again has five again. */
    @Test
    void inIllinoisWhoHadNoHomeTellsOfOneInTwoDays() {
        Life man =
                illinoisan()
                        .and(new Notified(day("2024-02-01"), Notice.HOME, Optional.empty(), true))
                        .changes("2024-02-05", Notice.HOME)
                        .is("2024-02-07 CURRENT", "2024-02-08 IN_BREACH")
                        .tells("2024-02-07", Notice.HOME)
                        .is("2024-02-08 CURRENT")
                        .changes("2024-03-04", Notice.HOME);
        man.is("2024-03-09 CURRENT", "2024-03-10 IN_BREACH");
        assertThat(PackSheet.of(Lives.pack("illinois")))
                .filteredOn(row -> row.value().startsWith("A home, by who had told"))
                .singleElement()
                .satisfies(row -> assertThat(row.law().unconfirmed()).isTrue());
    }

    /** Confined again when all was over, for nothing that registers: it stays over. */
    @Test
    void inIllinoisConfinementAfterTheEndStartsNothing() {
        Life man = illinoisan();
        for (int year = 2024; year < 2029; year++) {
            man.tells(year + "-05-06", Notice.PERIODIC);
        }
        man.held("2029-06-01").freed("2030-03-01").is("2029-05-01 ENDED", "2030-03-02 ENDED");
    }

    private static Life illinoisan() {
        Life man =
                Life.under("illinois")
                        .imprisoned("2018-05-01", OffenceGroup.WOUNDING, 5, 24)
                        .freed("2019-05-01")
                        .tells("2019-05-06", Notice.INITIAL);
        for (int year = 2020; year < 2024; year++) {
            man.tells(year + "-05-06", Notice.PERIODIC);
        }
        return man;
    }

    /** To leave the state, ten days before; a day late is ten years more. */
    @Test
    void inIllinoisALateWordOfAJourneyIsTenYearsMore() {
        illinoisan()
                .tells("2023-06-05", Notice.TRAVEL)
                .and(new Gone(day("2023-06-15"), Away.ABROAD))
                .until("2023-06-16", "2029-04-30");
        illinoisan()
                .tells("2023-06-06", Notice.TRAVEL)
                .and(new Gone(day("2023-06-15"), Away.ABROAD))
                .until("2023-06-16", "2039-04-30");
    }

    @Test
    void inIllinoisMurderOfAChildIsForLifeFromSeventeen() {
        new Life("illinois", "1980-05-20")
                .imprisoned("1997-05-20", OffenceGroup.MURDER, 17, 240)
                .freed("2010-05-20")
                .until("2010-05-21", "for ever");
        new Life("illinois", "1980-05-20")
                .imprisoned("1997-05-19", OffenceGroup.MURDER, 17, 240)
                .is("1997-05-20 NOT_COVERED");
        Life.under("illinois")
                .imprisoned("2010-05-20", OffenceGroup.MURDER, 18, 240)
                .is("2010-05-21 NOT_COVERED");
    }

    /** Five years' custody: fifteen; three days, a year, seven days before a journey. */
    @Test
    void underTheCounterTerrorismActAYearRunsFromTheLastNotice() {
        Life man =
                Life.under("terrorism-2008")
                        .imprisoned("2022-06-01", OffenceGroup.TERRORISM, 30, 60)
                        .freed("2025-06-02")
                        .is(
                                "2025-06-01 LIABLE",
                                "2025-06-04 INITIAL_NOTICE_DUE",
                                "2025-06-05 IN_BREACH")
                        .tells("2025-06-04", Notice.INITIAL)
                        .until("2025-06-05", "2037-05-31")
                        .changes("2025-12-01", Notice.HOME)
                        .is("2025-12-03 CURRENT", "2025-12-04 IN_BREACH")
                        .tells("2025-12-02", Notice.HOME)
                        .changes("2026-01-05", Notice.CHILD)
                        .is("2026-01-20 CURRENT");
        man.tells("2026-02-03", Notice.TRAVEL).abroad("2026-02-10", "2026-02-20");
        assertThat(man.standing("2026-02-11", Notice.TRAVEL)).isEqualTo(Standing.IN_TIME);
        man.is("2026-11-03 CURRENT", "2026-11-04 PERIODIC_NOTICE_DUE")
                .is("2026-12-02 PERIODIC_NOTICE_DUE", "2026-12-03 IN_BREACH");
    }

    @Test
    void underTheCounterTerrorismActALateWordOfAJourneyAndAStayAreFailures() {
        Life man =
                Life.under("terrorism-2008")
                        .imprisoned("2022-06-01", OffenceGroup.TERRORISM, 30, 12)
                        .freed("2023-06-01")
                        .tells("2023-06-02", Notice.INITIAL)
                        .until("2023-06-03", "2032-05-31")
                        .tells("2023-09-04", Notice.TRAVEL)
                        .abroad("2023-09-10", "2023-09-20");
        assertThat(man.standing("2023-09-21", Notice.TRAVEL)).isEqualTo(Standing.LATE);
        man.and(new Stayed(Period.between(day("2023-10-01"), day("2023-10-07")), "quay"))
                .is("2023-10-09 CURRENT", "2023-10-10 IN_BREACH");
    }

    /**
     * The first report is owed on sentence or release: nothing is between conviction and sentence.
     */
    @Test
    void inNewSouthWalesAndWesternAustraliaASentenceThatComesLaterBeginsIt() {
        Convicted manslaughter =
                Lives.convicted(
                        "2024-03-01",
                        OffenceGroup.MANSLAUGHTER,
                        Optional.of(4),
                        Optional.of(SentenceKind.COMMUNITY),
                        Optional.empty());
        for (String pack : List.of("nsw", "wa")) {
            Life.under(pack)
                    .and(
                            new Convicted(
                                    manslaughter.day(),
                                    manslaughter.conviction(),
                                    Optional.empty(),
                                    1,
                                    day("2024-05-10")))
                    .is("2024-03-20 NOT_COVERED", "2024-05-09 NOT_COVERED")
                    .is("2024-05-10 INITIAL_NOTICE_DUE", "2024-05-17 INITIAL_NOTICE_DUE")
                    .is("2024-05-18 IN_BREACH")
                    .tells("2024-05-15", Notice.INITIAL)
                    .is("2024-05-18 CURRENT")
                    .until("2024-05-18", "2032-05-09");
        }
    }

    @Test
    void aSentenceToCustodyThatComesLaterBeginsItAtTheRelease() {
        Convicted manslaughter =
                Lives.convicted(
                        "2024-03-01",
                        OffenceGroup.MANSLAUGHTER,
                        Optional.of(4),
                        Optional.of(SentenceKind.CUSTODY),
                        Optional.of(12));
        Life.under("nsw")
                .and(
                        new Convicted(
                                manslaughter.day(),
                                manslaughter.conviction(),
                                Optional.empty(),
                                1,
                                day("2024-05-10")))
                .held("2024-05-10")
                .freed("2024-11-10")
                .is("2024-03-20 NOT_COVERED")
                .is("2024-11-10 INITIAL_NOTICE_DUE")
                .until("2024-11-10", "2032-11-09");
    }

    /** Sixteen when dealt with, whatever the age at the offence; the long periods are adults'. */
    @Test
    void underTheCounterTerrorismActTheAgeIsOfTheDayOfTheSentence() {
        Life boy = new Life("terrorism-2008", "2006-01-01");
        Convicted convicted =
                Lives.convicted("2022-06-01", OffenceGroup.TERRORISM, SentenceKind.LIFE, 0);
        boy.and(
                        new Convicted(
                                convicted.day(),
                                convicted.conviction(),
                                Optional.of(day("2021-06-01"))))
                .until("2022-06-02", "2032-05-31");
    }

    /** As announced, on the values of the sexual offences pack; nobody is put under it unasked. */
    @Test
    void theModelOfTheCrueltyRegisterRunsAsTheSexualOffencesPackDoes() {
        assertThat(RegisterPackReader.switchedOn())
                .extracting(RegisterPack::key)
                .doesNotContain("ccr-2026", "nsw", "wa", "illinois");
        Life mother =
                Life.under("ccr-2026")
                        .imprisoned("2024-03-04", OffenceGroup.CHILD_CRUELTY, 2, 12)
                        .freed("2024-09-02")
                        .is("2024-09-04 INITIAL_NOTICE_DUE", "2024-09-05 IN_BREACH")
                        .tells("2024-09-04", Notice.INITIAL)
                        .until("2024-09-05", "2034-03-03")
                        .changes("2025-01-06", Notice.CHILD)
                        .is("2025-01-08 CURRENT", "2025-01-09 IN_BREACH")
                        .tells("2025-01-08", Notice.CHILD);
        mother.is("2025-09-04 PERIODIC_NOTICE_DUE", "2025-09-05 IN_BREACH");
        assertThat(mother.on("2024-09-05").coverage().liabilities())
                .extracting(l -> l.law().unconfirmed())
                .as("nothing here is more than a model")
                .containsOnly(true);
    }

    @Test
    void theModelOfTheCrueltyRegisterHalvesForTheYoungAndReviewsWhatHasNoEnd() {
        new Life("ccr-2026", "2007-05-20")
                .imprisoned("2024-03-04", OffenceGroup.CAUSING_DEATH_OR_HARM_TO_CHILD, 1, 24)
                .until("2024-03-05", "2029-03-03");
        Life grown =
                Life.under("ccr-2026")
                        .imprisoned(
                                "2024-03-04", OffenceGroup.CAUSING_DEATH_OR_HARM_TO_CHILD, 1, 30)
                        .until("2024-03-05", "for ever");
        assertThat(grown.on("2024-03-05").reviewFrom()).contains(day("2039-03-04"));
        Life.under("ccr-2026")
                .imprisoned("2024-03-04", OffenceGroup.WOUNDING, 1, 24)
                .is("2024-03-05 NOT_COVERED");
    }

    /** A marker holds to its review or until it is set aside, and asks nothing of the person. */
    @Test
    void theLocalListAsksNothingOfThePersonAndEndsByReviewOrBySettingAside() {
        Life marked =
                Life.under("local-risk")
                        .and(new Marked(day("2024-03-04"), Optional.of(day("2025-03-03"))))
                        .is("2024-03-04 CURRENT", "2025-03-03 CURRENT", "2025-03-04 ENDED");
        assertThat(marked.on("2025-01-01").obligations()).isEmpty();
        marked.and(new SetAside(day("2024-08-01"))).is("2024-08-02 SET_ASIDE");
        Life convicted =
                Life.under("local-risk")
                        .convicted("2012-06-01", OffenceGroup.WOUNDING, 0, SentenceKind.CUSTODY, 12)
                        .until("2030-01-01", "for ever");
        assertThat(convicted.on("2030-01-01").obligations()).isEmpty();
        convicted.and(new SetAside(day("2030-02-01"))).is("2030-02-02 SET_ASIDE");
    }

    /** The order, not the conviction; a court ends it; none is made of somebody under 18. */
    @Test
    void aViolentOffenderOrderHoldsToItsEndOrToTheCourts() {
        Life man =
                order("1980-05-20")
                        .is("2024-01-10 INITIAL_NOTICE_DUE", "2024-01-11 IN_BREACH")
                        .tells("2024-01-10", Notice.INITIAL)
                        .until("2024-01-11", "2028-01-07")
                        .changes("2024-06-03", Notice.NAME)
                        .is("2024-06-05 CURRENT", "2024-06-06 IN_BREACH")
                        .tells("2024-06-05", Notice.NAME)
                        .is("2025-06-05 PERIODIC_NOTICE_DUE", "2025-06-06 IN_BREACH");
        man.tells("2025-06-05", Notice.PERIODIC)
                .held("2026-06-01")
                .freed("2026-09-01")
                .is("2026-06-10 TOLLED", "2026-09-03 PERIODIC_NOTICE_DUE", "2026-09-04 IN_BREACH")
                .tells("2026-09-03", Notice.PERIODIC)
                .and(new OrderEnded(day("2026-10-01"), SupervisionType.VIOLENT_OFFENDER_ORDER))
                .is("2026-10-01 CURRENT", "2026-10-02 ENDED");
        Life boy = order("2006-01-09").is("2024-01-08 NOT_COVERED");
        assertThat(boy.on("2024-01-08").coverage().reasons())
                .containsExactly("the person was under 18");
        order("2006-01-08").is("2024-01-08 INITIAL_NOTICE_DUE");
    }

    private static Life order(String born) {
        return new Life("voo-2008", born)
                .and(
                        new Ordered(
                                day("2024-01-08"),
                                SupervisionType.VIOLENT_OFFENDER_ORDER,
                                Optional.of(day("2028-01-07"))));
    }

    /** Where the handbook is silent, the pack says unconfirmed. */
    @Test
    void fromWhichDayAPeriodCountsHasASourceOfItsOwn() {
        for (String key : List.of("nsw", "wa", "terrorism-2008")) {
            assertThat(PackSheet.of(Lives.pack(key)))
                    .filteredOn(row -> row.value().startsWith("Counted from "))
                    .as(key)
                    .singleElement()
                    .satisfies(row -> assertThat(row.law().unconfirmed()).isTrue());
        }
        assertThat(PackSheet.of(Lives.pack("illinois")))
                .filteredOn(row -> row.value().startsWith("Counted from "))
                .singleElement()
                .satisfies(row -> assertThat(row.law().unconfirmed()).isFalse());
    }
}
