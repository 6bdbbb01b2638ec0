package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.offence;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Detained;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.facts.JusticeBody.SuspicionEnded;
import sightline.core.facts.JusticeBody.SuspicionEnded.Ending;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.PartialDate;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Registered lives, each worked out by hand from domain.md, section 3, before the program was
 * asked. Invented people. 2024-03-04 is a Monday.
 */
final class PencilledLivesTest {
    private static final String SOA = "soa-2003";

    private final Story story = new Story();

    /** Seventeen on the day, over six months: ten years, halved, whatever age he is now. */
    @Test
    void aBoyWhoTurnsEighteenInPrisonKeepsTheHalf() {
        Who boy = story.person("boy", "2006-09-01");
        convicted(boy, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 24);
        says("2025-03-03T10:00", boy, new Release(true, Optional.empty()));

        assertStates(
                boy,
                SOA,
                "2024-09-02 LIABLE",
                "2025-03-03 INITIAL_NOTICE_DUE",
                "2025-03-05 INITIAL_NOTICE_DUE",
                "2025-03-06 IN_BREACH");
        told("2025-03-05T10:00", boy, SOA, NotificationType.INITIAL);
        yearly(boy, SOA, 2026, 2027, 2028, 2029);
        assertStates(boy, SOA, "2025-03-06 CURRENT", "2029-03-03 CURRENT", "2029-03-04 ENDED");
    }

    /** Its registers are others': none of England and Wales holds for somebody there. */
    @Test
    void anOrderOfScotlandIsNotOneOfEngland() {
        Who man = story.person("man", "1980-01-01");
        says(
                "2024-03-04T10:00",
                man,
                new Supervision(
                        SupervisionType.OTHER_ORDER,
                        SupervisionStage.STARTED,
                        Optional.of(LocalDate.parse("2029-03-03")),
                        Optional.empty()));

        assertStates(man, "voo-2008", "2024-03-05 NOT_COVERED");
        assertStates(man, SOA, "2024-03-05 NOT_COVERED");
        Set<Nation> there = Set.of(Nation.SCOTLAND);
        assertThat(Lives.pack(SOA).heldIn(there)).isFalse();
        assertThat(Lives.pack("voo-2008").heldIn(there)).isFalse();
        assertThat(Lives.pack("terrorism-2008").heldIn(there)).isTrue();
    }

    /** Ten years from release; ten more for a notice that came too late. */
    @Test
    void whoCameFromIllinoisAndToldLateHasTenYearsMore() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2018-05-01", OffenceGroup.WOUNDING, SentenceKind.CUSTODY, 24, 5);
        says("2019-05-01T10:00", man, new Release(false, Optional.empty()));
        told("2019-05-08T10:00", man, "illinois", NotificationType.INITIAL);

        assertThat(until(man, "illinois", "2019-05-06")).isEqualTo("2029-04-30");
        assertThat(until(man, "illinois", "2019-05-09")).isEqualTo("2039-04-30");
    }

    @Test
    void whoCameFromIllinoisAndToldInTimeHasNot() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2018-05-01", OffenceGroup.WOUNDING, SentenceKind.CUSTODY, 24, 5);
        says("2019-05-01T10:00", man, new Release(false, Optional.empty()));
        told("2019-05-06T10:00", man, "illinois", NotificationType.INITIAL);

        assertThat(until(man, "illinois", "2019-05-09")).isEqualTo("2029-04-30");
    }

    /** Class 1 once: fifteen years. A second conviction of the kind: for life. */
    @Test
    void inWesternAustraliaTheSecondIsForLife() {
        Who man = story.person("man", "1970-01-01");
        convicted(man, "2005-06-01", OffenceGroup.MURDER, SentenceKind.CUSTODY, 240, 4);
        says("2015-06-01T10:00", man, new Release(true, Optional.empty()));
        assertThat(until(man, "wa", "2016-01-01")).isEqualTo("2030-05-31");

        convicted(man, "2024-03-04", OffenceGroup.MANSLAUGHTER, SentenceKind.CUSTODY, 60, 4);
        says("2027-03-04T10:00", man, new Release(true, Optional.empty()));
        assertThat(until(man, "wa", "2028-01-01")).isEqualTo("for ever");
    }

    /** The court's record and the police's of one conviction are one: no repeat. */
    @Test
    void oneConvictionThatTwoAgenciesRecordedIsNoRepeat() {
        Who man = story.person("man", "1970-01-01");
        convicted(man, "2005-06-01", OffenceGroup.MURDER, SentenceKind.CUSTODY, 240, 4);
        story.at("2005-06-02T10:00")
                .from("police")
                .about(man)
                .happened("2005-06-01")
                .says(conviction("Murder", OffenceGroup.MURDER, SentenceKind.CUSTODY, 240, 4));
        says("2015-06-01T10:00", man, new Release(true, Optional.empty()));
        assertThat(until(man, "wa", "2016-01-01")).isEqualTo("2030-05-31");
    }

    /** Two of one day in one agency's words are two, however many agencies have them. */
    @Test
    void twoConvictionsOfADayAreTwoInWhoseverWords() {
        Who man = story.person("man", "1980-01-01");
        for (String from : List.of("court", "police")) {
            for (int victim : List.of(3, 5)) {
                story.at("2010-06-02T10:00")
                        .from(from)
                        .about(man)
                        .happened("2010-06-01")
                        .says(
                                conviction(
                                        "Manslaughter",
                                        OffenceGroup.MANSLAUGHTER,
                                        SentenceKind.SUSPENDED,
                                        24,
                                        victim));
            }
        }
        told("2010-06-03T10:00", man, "nsw", NotificationType.INITIAL);
        assertThat(until(man, "nsw", "2011-01-01")).isEqualTo("2025-05-31");
    }

    /** From sixteen and twelve months; the long periods are for adults alone. */
    @Test
    void terrorismCountsAgeAndMonths() {
        Who young = story.person("young", "2005-01-10");
        convicted(young, "2022-06-01", OffenceGroup.TERRORISM, SentenceKind.CUSTODY, 120);
        assertThat(until(young, "terrorism-2008", "2022-06-02")).isEqualTo("2032-05-31");
        Who grown = story.person("grown", "1985-01-10");
        convicted(grown, "2022-06-01", OffenceGroup.TERRORISM, SentenceKind.CUSTODY, 120);
        assertThat(until(grown, "terrorism-2008", "2022-06-02")).isEqualTo("2052-05-31");
        Who child = story.person("child", "2006-06-02");
        convicted(child, "2022-06-01", OffenceGroup.TERRORISM, SentenceKind.CUSTODY, 120);
        Who brief = story.person("brief", "1985-01-10");
        convicted(brief, "2022-06-01", OffenceGroup.TERRORISM, SentenceKind.CUSTODY, 11);
        for (Who not : List.of(child, brief)) {
            assertStates(not, "terrorism-2008", "2022-06-02 NOT_COVERED");
        }
    }

    /** No such order can be made before the law is in force: it is another order, miswritten. */
    @Test
    void anOrderFromBeforeItsLawPutsNobodyUnderIt() {
        Who man = story.person("man", "1980-01-01");
        order(man, "2009-08-02", "2013-08-01");
        assertStates(man, "voo-2008", "2009-09-01 NOT_COVERED");
        Who later = story.person("later", "1980-01-01");
        order(later, "2009-08-03", "2013-08-02");
        assertStates(later, "voo-2008", "2009-08-03 INITIAL_NOTICE_DUE", "2013-08-03 ENDED");
    }

    /**
     * Five years of a fine, then ten of a prison sentence that came before they were over. Custody
     * put the notice of the year off to the days after it; that of release is the year's, too.
     */
    @Test
    void twoConvictionsThatOverlapAreOneTimeWithoutASecondFirstNotice() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2020-01-06", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2020-01-07T10:00", man, SOA, NotificationType.INITIAL);
        yearly(man, SOA, 2021, 2022, 2023);
        convicted(man, "2023-06-01", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 24);
        assertStates(man, SOA, "2023-05-31 CURRENT", "2023-06-01 TOLLED", "2024-05-31 TOLLED");

        says("2024-06-03T10:00", man, new Release(true, Optional.empty()));
        assertStates(man, SOA, "2024-06-05 PERIODIC_NOTICE_DUE", "2024-06-06 IN_BREACH");
        told("2024-06-05T10:00", man, SOA, NotificationType.RELEASE);
        assertStates(man, SOA, "2024-06-06 CURRENT", "2025-01-06 CURRENT");
        assertThat(until(man, SOA, "2024-06-06")).isEqualTo("2033-05-31");
    }

    /** Two counts of one day, of which one falls on appeal: the other stands. */
    @Test
    void ofTwoConvictionsOfADayOneIsQuashedAndTheOtherStands() {
        Who man = story.person("man", "1980-01-01");
        Fact rape = convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 48);
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 12);
        assertThat(until(man, SOA, "2024-03-05")).isEqualTo("for ever");

        quashed("2024-10-01T10:00", man, rape);
        assertThat(until(man, SOA, "2024-10-02")).isEqualTo("2034-03-03");
    }

    /** What two agencies wrote down of one conviction falls with it. */
    @Test
    void aQuashedConvictionIsQuashedInEveryAgencysWords() {
        Who man = story.person("man", "1980-01-01");
        Fact court = convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        story.at("2024-03-05T10:00")
                .from("police")
                .about(man)
                .happened("2024-03-04")
                .says(conviction("s3 SOA", OffenceGroup.SEXUAL, SentenceKind.FINE, 0, 30));
        quashed("2024-04-01T10:00", man, court);
        assertStates(man, SOA, "2024-04-02 SET_ASIDE");
    }

    /** Free again, he is under the older one as before: nobody holds him any more. */
    @Test
    void whoWasHeldForWhatIsQuashedIsFreeWithIt() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        Fact prison = convicted(man, "2024-06-03", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 24);
        assertStates(man, SOA, "2024-09-02 TOLLED");
        quashed("2024-10-01T10:00", man, prison);

        assertStates(man, SOA, "2024-10-03 CURRENT", "2024-10-04 IN_BREACH");
        told("2024-10-03T10:00", man, SOA, NotificationType.RELEASE);
        assertStates(man, SOA, "2024-10-04 CURRENT", "2025-10-04 IN_BREACH");
        assertThat(until(man, SOA, "2024-10-04")).isEqualTo("2029-03-03");
    }

    /** Restored by the higher court, it is what it was, from its own day. */
    @Test
    void aConvictionThatIsRestoredRunsFromItsOwnDay() {
        Who man = story.person("man", "1980-01-01");
        Fact first = convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        quashed("2024-06-03T10:00", man, first);
        assertStates(man, SOA, "2024-06-04 SET_ASIDE");

        story.at("2024-11-04T10:00")
                .from("court")
                .about(man)
                .happened("2024-03-04")
                .says(conviction("Sexual assault", OffenceGroup.SEXUAL, SentenceKind.FINE, 0, 30));
        assertThat(until(man, SOA, "2024-11-05")).isEqualTo("2029-03-03");
        assertThat(on(man, SOA, "2024-11-05").state().under()).isTrue();
    }

    /** By deed poll: three days, the day of the change among them, and the year begins anew. */
    @Test
    void aNameThatIsToldInTimeRestartsTheYear() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        told("2024-12-02T10:00", man, SOA, NotificationType.CHANGE_OF_NAME);
        assertStates(
                man,
                SOA,
                "2025-03-06 CURRENT",
                "2025-12-02 PERIODIC_NOTICE_DUE",
                "2025-12-03 IN_BREACH");
    }

    /**
     * The same deed poll, of which only housing knows, since 2 December: 4 December is the last
     * day. Told on 10 December it was late, and the year begins anew with that day.
     */
    @Test
    void aNameThatOnlyAnotherAgencyKnowsIsToBeTold() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        named("2024-03-05T10:00", "police", man, "Colin", "Ashworth");
        named("2024-12-02T10:00", "housing", man, "Lee", "Granger");
        named("2024-12-20T10:00", "gp", man, "Lee", "Granger");
        assertStates(
                man,
                SOA,
                "2024-12-01 CURRENT",
                "2024-12-02 CURRENT",
                "2024-12-04 CURRENT",
                "2024-12-05 IN_BREACH");
        told("2024-12-10T10:00", man, SOA, NotificationType.CHANGE_OF_NAME);
        assertStates(
                man,
                SOA,
                "2024-12-11 CURRENT",
                "2024-12-25 CURRENT",
                "2025-12-10 PERIODIC_NOTICE_DUE",
                "2025-12-11 IN_BREACH");
    }

    /** Told on the day, by a notice that names none: what others record later is that name. */
    @Test
    void aNameThatWasToldIsToldWhoeverRecordsItLater() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        named("2024-03-04T10:00", "police", man, "Colin", "Ashworth");
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        told("2024-12-02T10:00", man, SOA, NotificationType.CHANGE_OF_NAME);
        named("2024-12-09T10:00", "housing", man, "Lee", "Granger");
        assertStates(man, SOA, "2024-12-13 CURRENT", "2025-12-03 IN_BREACH");
    }

    /** How others write a name is no change of it. */
    @Test
    void aSpellingAShortFormOrAPartOfANameIsNoOther() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        named("2024-03-04T10:00", "police", man, "Daniel", "Ashworth");
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        String[][] written = {
            {"Dan", "Ashworth"},
            {"D", "Ashworth"},
            {"Daniel", "Ashworht"},
            {"Daniel", "Ashworth-Lund"},
            {"ASHWORTH", "DANIEL"},
            {"Unknown", "Ashworth"},
            {"", "Ashworth"},
        };
        for (int i = 0; i < written.length; i++) {
            named("2024-05-0%dT10:00".formatted(i + 1), "gp", man, written[i][0], written[i][1]);
        }
        assertStates(man, SOA, "2024-06-01 CURRENT", "2025-01-01 CURRENT");
    }

    /** Seven years without a restriction; the first notice waits until he is discharged. */
    @Test
    void aHospitalOrderWaitsForItsEnd() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.HOSPITAL_ORDER, 0);
        assertStates(man, SOA, "2024-12-31 LIABLE");
        says("2025-01-10T10:00", man, new Release(false, Optional.empty()));
        assertStates(man, SOA, "2025-01-12 INITIAL_NOTICE_DUE", "2025-01-13 IN_BREACH");
        assertThat(until(man, SOA, "2025-01-13")).isEqualTo("2031-03-03");
    }

    /** Back late, while the year ran out: three days after he is back, and not before. */
    @Test
    void whoComesBackLateFromAbroadTellsInTheDaysAfter() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2023-09-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2023-09-05T10:00", man, SOA, NotificationType.INITIAL);
        told("2024-07-20T10:00", man, SOA, NotificationType.FOREIGN_TRAVEL);
        says("2024-08-01T10:00", man, new BorderEntry(false, Optional.of("ES")));
        assertStates(man, SOA, "2024-09-04 TOLLED", "2024-09-15 TOLLED");
        says("2024-09-20T10:00", man, new BorderEntry(true, Optional.empty()));
        assertThat(on(man, SOA, "2024-09-22").state()).isNotEqualTo(State.IN_BREACH);
        assertStates(man, SOA, "2024-09-24 IN_BREACH");
    }

    /** Every week while he has no home, and yearly again from the day on which he tells one. */
    @Test
    void whoHasNoHomeTellsEachWeek() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        homeless("2024-03-05T10:00", man, NotificationType.INITIAL);
        homeless("2024-03-12T10:00", man, NotificationType.PERIODIC);
        assertThat(on(man, SOA, "2024-03-19").state().under()).isTrue();
        assertThat(on(man, SOA, "2024-03-19").state()).isNotEqualTo(State.IN_BREACH);
        assertStates(man, SOA, "2024-03-20 IN_BREACH");
        told("2024-03-19T10:00", man, SOA, NotificationType.CHANGE_OF_ADDRESS);
        assertStates(man, SOA, "2024-03-27 CURRENT", "2025-03-20 IN_BREACH");
    }

    /** Nothing is owed by the dead, and nothing that fell due afterwards was missed. */
    @Test
    void whoDiedOwesNothing() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        died("2025-03-01T10:00", man, "2025-02-27");

        assertStates(man, SOA, "2025-03-01 ENDED", "2025-03-06 ENDED", "2026-01-01 ENDED");
        assertThat(on(man, SOA, "2026-01-01").obligations()).noneMatch(Obligation::failed);
        assertThat(on(man, SOA, "2026-01-01").obligations()).noneMatch(Obligation::open);
    }

    /**
     * Recalled a week before his year ran out (5 March 2025, since he told on the 5th a year
     * before), and freed again on 24 March: three days after the last day inside, 26 March, for the
     * year and for the release, whose three days are the 24th to the 26th.
     */
    @Test
    void whoIsRecalledOwesNothingUntilHeIsFreeAgain() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2023-03-06", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 24);
        says("2024-03-04T09:00", man, new Release(true, Optional.empty()));
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        detained("2025-02-26T10:00", man, Detained.Place.PRISON, Detained.Grounds.RECALL);
        assertStates(
                man,
                SOA,
                "2025-02-25 PERIODIC_NOTICE_DUE",
                "2025-02-26 TOLLED",
                "2025-03-20 TOLLED");
        says("2025-03-24T09:00", man, new Release(true, Optional.empty()));
        assertStates(man, SOA, "2025-03-26 PERIODIC_NOTICE_DUE", "2025-03-27 IN_BREACH");
        assertThat(until(man, SOA, "2025-03-27")).isEqualTo("2033-03-05");
    }

    /** Remanded on the day after his conviction: two of the first three days are left to him. */
    @Test
    void aRemandIsDisregardedInTheFirstThreeDays() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        detained("2024-03-05T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        assertStates(man, SOA, "2024-03-04 INITIAL_NOTICE_DUE", "2024-03-09 LIABLE");
        says("2024-04-08T09:00", man, new Release(false, Optional.empty()));
        assertStates(man, SOA, "2024-04-09 INITIAL_NOTICE_DUE", "2024-04-10 IN_BREACH");
    }

    /**
     * Hospital order of 4 March 2024. On leave from the 10th to the 11th of June inclusive (back on
     * the 12th): two of his first three days; discharged on 1 August, the third is that day.
     */
    @Test
    void leaveFromHospitalUsesUpTheDaysOutside() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.HOSPITAL_ORDER, 0);
        says("2024-06-10T09:00", man, new Release(false, Optional.empty()));
        detained(
                "2024-06-12T09:00", man, Detained.Place.HOSPITAL, Detained.Grounds.BACK_FROM_LEAVE);
        assertStates(
                man,
                SOA,
                "2024-06-09 LIABLE",
                "2024-06-11 INITIAL_NOTICE_DUE",
                "2024-06-12 LIABLE",
                "2024-07-31 LIABLE");
        says("2024-08-01T09:00", man, new Release(false, Optional.empty()));
        assertStates(man, SOA, "2024-08-01 INITIAL_NOTICE_DUE", "2024-08-02 IN_BREACH");
    }

    /**
     * Told of all of it; detained again under mental health law, the year ends three days after.
     */
    @Test
    void whoIsDetainedInHospitalLaterHasThreeDaysAfterIt() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        detained("2025-03-03T10:00", man, Detained.Place.HOSPITAL, Detained.Grounds.SECTION);
        assertStates(man, SOA, "2025-03-06 TOLLED", "2025-05-31 TOLLED");
        says("2025-06-02T10:00", man, new Release(false, Optional.empty()));
        assertStates(man, SOA, "2025-06-04 PERIODIC_NOTICE_DUE", "2025-06-05 IN_BREACH");
    }

    /** Taken from prison to hospital and freed from there: one release ends it. */
    @Test
    void whoIsTakenFromPrisonToHospitalIsFreeWithOneRelease() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 24);
        detained("2024-06-03T10:00", man, Detained.Place.HOSPITAL, Detained.Grounds.SECTION);
        says("2024-09-02T10:00", man, new Release(false, Optional.empty()));
        assertStates(man, SOA, "2024-09-01 LIABLE", "2024-09-05 IN_BREACH");
    }

    /**
     * Thirty months are for ever. On appeal, 3 June: eighteen months, suspended: ten years from the
     * conviction, and he is free on that day: three days to the 5th, and nothing missed before.
     */
    @Test
    void aSentenceVariedOnAppealFreesHimFromItsOwnDay() {
        Who man = story.person("man", "1980-01-01");
        Fact of = convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 30);
        assertThat(until(man, SOA, "2024-03-05")).isEqualTo("for ever");
        sentenced("2024-06-03T10:00", man, of, SentenceKind.SUSPENDED, 18);
        assertThat(until(man, SOA, "2024-06-03")).isEqualTo("2034-03-03");
        assertStates(
                man,
                SOA,
                "2024-06-02 LIABLE",
                "2024-06-05 INITIAL_NOTICE_DUE",
                "2024-06-06 IN_BREACH");
    }

    /**
     * Convicted on 4 March and free until the sentence of 2 April: the first notice by the 6th, ten
     * years from the conviction, and no custody before there was a sentence.
     */
    @Test
    void aSentenceThatComesLaterHoldsHimFromItsOwnDay() {
        Who man = story.person("man", "1980-01-01");
        Fact of = convictedOnly(man, "2024-03-04");
        assertStates(man, SOA, "2024-03-06 INITIAL_NOTICE_DUE", "2024-03-07 IN_BREACH");
        sentenced("2024-04-02T10:00", man, of, SentenceKind.CUSTODY, 24);
        assertStates(man, SOA, "2024-04-01 IN_BREACH", "2024-04-02 LIABLE", "2024-04-03 LIABLE");
        assertThat(on(man, SOA, "2024-04-03").obligations())
                .as("missed while he was free, whatever came after")
                .anyMatch(o -> o.notice() == Notice.INITIAL && o.failed());
        assertThat(until(man, SOA, "2024-04-03")).isEqualTo("2034-03-03");
        says("2024-10-07T09:00", man, new Release(true, Optional.empty()));
        assertThat(on(man, SOA, "2024-10-08").obligations())
                .as("and of the release he tells, whatever he missed before")
                .filteredOn(o -> o.notice() == Notice.RELEASE)
                .extracting(o -> o.lastDay().orElseThrow().toString())
                .containsExactly("2024-10-09");
    }

    /** The same, told in time; free again on 7 October, of which he tells by the 9th. */
    @Test
    void whoToldBeforeTheSentenceTellsOfTheRelease() {
        Who man = story.person("man", "1980-01-01");
        Fact of = convictedOnly(man, "2024-03-04");
        told("2024-03-06T10:00", man, SOA, NotificationType.INITIAL);
        sentenced("2024-04-02T10:00", man, of, SentenceKind.CUSTODY, 24);
        assertStates(man, SOA, "2024-04-01 CURRENT", "2024-04-02 TOLLED");
        says("2024-10-07T09:00", man, new Release(true, Optional.empty()));
        assertStates(man, SOA, "2024-10-09 CURRENT", "2024-10-10 IN_BREACH");
    }

    /** Remanded on the day of the conviction and sentenced later: two of three days are left. */
    @Test
    void aRemandBeforeTheSentenceIsCountedAsItWas() {
        Who man = story.person("man", "1980-01-01");
        Fact of = convictedOnly(man, "2024-03-04");
        detained("2024-03-05T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        sentenced("2024-04-02T10:00", man, of, SentenceKind.CUSTODY, 24);
        says("2024-10-07T09:00", man, new Release(true, Optional.empty()));
        assertStates(
                man,
                SOA,
                "2024-03-04 INITIAL_NOTICE_DUE",
                "2024-03-09 LIABLE",
                "2024-10-08 INITIAL_NOTICE_DUE",
                "2024-10-09 IN_BREACH");
    }

    /** A later word of one release is the word: 12 September, and nothing was owed on the 4th. */
    @Test
    void aSecondWordOfOneReleaseStandsForTheFirst() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        detained("2024-06-03T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        released(man, "2024-09-02T10:00", "2024-09-02");
        assertStates(man, SOA, "2024-09-04 CURRENT");
        released(man, "2024-09-03T10:00", "2024-09-12");
        assertReleaseOwedOnceBy(man, "2024-09-14");
        assertStates(man, SOA, "2024-09-11 TOLLED", "2024-09-14 CURRENT", "2024-09-15 IN_BREACH");
    }

    /** The same where the later word brings it forward, or corrects the message by its id. */
    @Test
    void aCorrectedReleaseIsOneReleaseEarlierOrLater() {
        for (String day : List.of("2024-09-01", "2024-09-12")) {
            for (boolean corrects : List.of(true, false)) {
                Who man = story.person("man" + day + corrects, "1980-01-01");
                convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
                told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
                detained("2024-06-03T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
                Fact first = released(man, "2024-09-02T10:00", "2024-09-02");
                var word = story.at("2024-09-12T10:00").from("police").about(man).happened(day);
                (corrects ? word.correcting(first) : word)
                        .says(new Release(true, Optional.empty()));
                assertReleaseOwedOnceBy(man, LocalDate.parse(day).plusDays(2).toString());
            }
        }
    }

    /** Months apart they are two, though nobody told of what came between: he was held again. */
    @Test
    void twoReleasesMonthsApartAreTwo() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        detained("2024-06-03T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        released(man, "2024-09-02T10:00", "2024-09-02");
        released(man, "2025-02-03T10:00", "2025-02-03");
        assertStates(man, SOA, "2024-09-04 CURRENT", "2024-09-05 IN_BREACH");
        assertThat(on(man, SOA, "2025-02-04").obligations())
                .filteredOn(o -> o.notice() == Notice.RELEASE)
                .extracting(o -> o.lastDay().orElseThrow().toString())
                .containsExactly("2024-09-04", "2025-02-05");
    }

    /** How near two words of one release are is the pack's to say. */
    @Test
    void twoWordsOfAReleaseAreAsNearAsThePackSays() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        detained("2024-06-03T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        released(man, "2024-09-02T10:00", "2024-09-02");
        released(man, "2024-09-12T10:00", "2024-09-12");
        assertThat(releases(man, "within: 28 days")).containsExactly("2024-09-12");
        assertThat(releases(man, "within: 10 days")).containsExactly("2024-09-12");
        assertThat(releases(man, "within: 9 days")).containsExactly("2024-09-02", "2024-09-12");
    }

    private List<String> releases(Who who, String within) {
        String yaml = Lives.pack(SOA).yaml().replace("within: 28 days", within);
        Neighbourhood around = story.situation(who, "2024-10-08T20:00").around();
        return Recorded.life(
                        around.subject(), around.stays(who.id()), RegisterPackReader.read(yaml))
                .happenings()
                .stream()
                .filter(Happening.Back.class::isInstance)
                .map(back -> back.day().toString())
                .toList();
    }

    /** Recalled between them, they are two releases, and both were to be told. */
    @Test
    void twoReleasesWithARecallBetweenThemAreTwo() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        detained("2024-06-03T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        released(man, "2024-09-02T10:00", "2024-09-02");
        detained("2024-09-20T08:00", man, Detained.Place.PRISON, Detained.Grounds.REMAND);
        released(man, "2024-10-07T10:00", "2024-10-07");
        assertThat(on(man, SOA, "2024-10-08").obligations())
                .filteredOn(o -> o.notice() == Notice.RELEASE)
                .hasSize(2);
    }

    private Fact convictedOnly(Who who, String day) {
        return story.at(day + "T09:00")
                .from("court")
                .about(who)
                .happened(day)
                .says(
                        new Conviction(
                                offence(
                                        "Sexual assault",
                                        OffenceGroup.SEXUAL,
                                        Optional.of(30),
                                        Optional.empty()),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty()));
    }

    private Fact released(Who who, String at, String day) {
        return story.at(at)
                .from("police")
                .about(who)
                .happened(day)
                .says(new Release(true, Optional.empty()));
    }

    private void assertReleaseOwedOnceBy(Who who, String last) {
        assertThat(on(who, SOA, "2024-09-14").obligations())
                .filteredOn(o -> o.notice() == Notice.RELEASE)
                .extracting(o -> o.lastDay().orElseThrow().toString())
                .containsExactly(last);
    }

    /** Held for two offences; on appeal, 3 June, one sentence is suspended: the other holds him. */
    @Test
    void whoIsHeldForTwoOffencesIsNotFreeWhenOneSentenceFalls() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2020-03-02", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 120);
        Fact of = convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 12);
        sentenced("2024-06-03T10:00", man, of, SentenceKind.SUSPENDED, 12);
        assertStates(man, SOA, "2024-06-02 LIABLE", "2024-06-07 LIABLE");
    }

    /** Suspended in March, told in time; put into force in July: held from then and not before. */
    @Test
    void aSuspendedSentencePutIntoForceHoldsHimFromThatDay() {
        Who man = story.person("man", "1980-01-01");
        Fact of = convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.SUSPENDED, 12);
        assertStates(man, SOA, "2024-03-06 INITIAL_NOTICE_DUE", "2024-03-07 IN_BREACH");
        told("2024-03-08T10:00", man, SOA, NotificationType.INITIAL);
        sentenced("2024-07-01T10:00", man, of, SentenceKind.CUSTODY, 12);
        assertStates(man, SOA, "2024-06-30 CURRENT", "2024-07-01 TOLLED");
        assertThat(on(man, SOA, "2024-07-02").obligations())
                .as("the first notice was late, whatever came later")
                .anyMatch(o -> o.notice() == Notice.INITIAL && o.failed());
    }

    /** A leap day: twelve months after 29 February 2024 end on 28 February 2025. */
    @Test
    void aYearFromALeapDayEndsOnTheLastOfFebruary() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-02-28", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-02-29T10:00", man, SOA, NotificationType.INITIAL);
        assertStates(man, SOA, "2025-02-28 PERIODIC_NOTICE_DUE", "2025-03-01 IN_BREACH");
    }

    /** Released on Boxing Day: days are days, holidays too: 26, 27, 28 December. */
    @Test
    void aReleaseOnAHolidayCountsThatDay() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.CUSTODY, 12);
        says("2024-12-26T09:00", man, new Release(true, Optional.empty()));
        assertStates(man, SOA, "2024-12-28 INITIAL_NOTICE_DUE", "2024-12-29 IN_BREACH");
    }

    /**
     * Four nights at one place in December and three in January are seven days in twelve months:
     * the seventh is 7 January, told by the 9th.
     */
    @Test
    void aStayInTwoPartsAcrossTheYearsEndIsToldFromItsSeventhDay() {
        Who man = story.person("man", "1980-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        stays(man, "2024-12-27", "2024-12-30", "9 Quay Road");
        stays(man, "2025-01-05", "2025-01-08", "9 Quay Road");
        assertStates(man, SOA, "2025-01-06 CURRENT", "2025-01-09 CURRENT", "2025-01-10 IN_BREACH");
    }

    /**
     * Five hours on each of three days in a home with a girl of nine are no stay of twelve hours; a
     * night there is, from the day on which it ends: 11 June, told by the 13th.
     */
    @Test
    void aNightWithAChildIsToldAndVisitsOnSeveralDaysAreNot() {
        Who man = story.person("man", "1980-01-01");
        Who girl = story.person("girl", "2015-01-01");
        convicted(man, "2024-03-04", OffenceGroup.SEXUAL, SentenceKind.FINE, 0);
        told("2024-03-05T10:00", man, SOA, NotificationType.INITIAL);
        story.at("2024-01-05T10:00")
                .from("school")
                .about(girl)
                .happened("2024-01-05")
                .place("9 Quay Road")
                .says(new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()));
        for (String day : List.of("2024-06-03", "2024-06-04", "2024-06-05")) {
            stays(man, day, day, "9 Quay Road");
        }
        assertThat(around(man, SOA, "2024-06-09")).isEqualTo(State.CURRENT);
        stays(man, "2024-06-10", "2024-06-11", "9 Quay Road");
        assertThat(around(man, SOA, "2024-06-13")).isEqualTo(State.CURRENT);
        assertThat(around(man, SOA, "2024-06-14")).isEqualTo(State.IN_BREACH);
    }

    private State around(Who who, String pack, String day) {
        return story.situation(who, day + "T20:00")
                .under(List.of(Lives.pack(pack)))
                .registers()
                .all()
                .getFirst()
                .registration()
                .state();
    }

    private void stays(Who who, String from, String until, String line) {
        story.at(from + "T10:00")
                .from("housing")
                .about(who)
                .happened(from)
                .place(line)
                .says(
                        new PersonBody.Residence(
                                PersonBody.Stay.STAYING, Optional.of(LocalDate.parse(until))));
    }

    private void detained(String at, Who who, Detained.Place place, Detained.Grounds grounds) {
        says(at, who, new Detained(place, grounds));
    }

    private void sentenced(String at, Who who, Fact of, SentenceKind kind, int months) {
        story.at(at)
                .from("court")
                .about(who)
                .regarding(of)
                .says(new Sentence(kind, Optional.of(months)));
    }

    private void assertStates(Who who, String pack, String... days) {
        for (String day : days) {
            String[] parts = day.split(" ");
            assertThat(on(who, pack, parts[0]).state().name()).as(day).isEqualTo(parts[1]);
        }
    }

    /** The last day on which the register holds, as known on a day. */
    private String until(Who who, String pack, String day) {
        return on(who, pack, day)
                .run()
                .map(run -> run.until().map(LocalDate::toString).orElse("for ever"))
                .orElse("not at all");
    }

    private void yearly(Who who, String pack, int... years) {
        for (int year : years) {
            told(
                    year + "-01-0" + (year == 2029 ? 8 : 7) + "T10:00",
                    who,
                    pack,
                    NotificationType.PERIODIC);
        }
    }

    private void named(String at, String from, Who who, String given, String family) {
        story.at(at).from(from).about(who).says(Said.named(given, family));
    }

    private void died(String at, Who who, String day) {
        says(
                at,
                who,
                new PersonBody.Person(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(LocalDate.parse(day)),
                        Optional.empty()));
    }

    private void order(Who who, String made, String last) {
        story.at(made + "T10:00")
                .from("court")
                .about(who)
                .says(
                        new Supervision(
                                SupervisionType.VIOLENT_OFFENDER_ORDER,
                                SupervisionStage.STARTED,
                                Optional.of(LocalDate.parse(last)),
                                Optional.empty()));
    }

    private void quashed(String at, Who who, Fact conviction) {
        story.at(at)
                .from("court")
                .about(who)
                .regarding(conviction)
                .says(new SuspicionEnded(Ending.ACQUITTED, Optional.empty()));
    }

    private Fact convicted(
            Who who, String day, OffenceGroup group, SentenceKind sentence, int months) {
        return convicted(who, day, group, sentence, months, 30);
    }

    private Fact convicted(
            Who who, String day, OffenceGroup group, SentenceKind sentence, int months, int age) {
        return story.at(day + "T09:00")
                .from("court")
                .about(who)
                .happened(day)
                .says(conviction("Sexual assault", group, sentence, months, age));
    }

    private static Conviction conviction(
            String wording, OffenceGroup group, SentenceKind sentence, int months, int age) {
        return new Conviction(
                offence(wording, group, Optional.of(age), Optional.empty()),
                Optional.empty(),
                false,
                Optional.of(sentence),
                Optional.of(months).filter(m -> m > 0));
    }

    private void told(String at, Who who, String pack, NotificationType type) {
        says(at, who, new RegisterNotification(pack, type, Optional.empty()));
    }

    private void homeless(String at, Who who, NotificationType type) {
        says(
                at,
                who,
                new RegisterNotification(
                        SOA, type, Optional.empty(), Optional.empty(), true, Optional.empty()));
    }

    private void says(String at, Who who, Body body) {
        story.at(at).from("police").about(who).says(body);
    }

    private Registration on(Who who, String pack, String day) {
        Neighbourhood around = story.situation(who, day + "T20:00").around();
        RegisteredLife life =
                Recorded.life(around.subject(), around.stays(who.id()), Lives.pack(pack));
        assertThat(around.subject().born().map(PartialDate::earliest)).isPresent();
        return Registrations.of(
                Lives.pack(pack),
                life,
                Lives.WORKING_DAYS,
                London.day(Story.instant(day + "T20:00")));
    }
}
