package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CALLER;
import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.FRIEND;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.OTHER;
import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.facts.PersonRole.PARTY;
import static sightline.core.facts.PersonRole.SUSPECT;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;
import static sightline.core.facts.PersonRole.VICTIM;
import static sightline.core.facts.PoliceBody.LogClass.ABANDONED_CALL;
import static sightline.core.facts.PoliceBody.LogClass.NOISE;
import static sightline.core.facts.PoliceBody.LogClass.THEFT;
import static sightline.core.facts.PoliceBody.LogClass.WELFARE_CHECK;
import static sightline.core.story.Phrases.birth;
import static sightline.core.story.Phrases.booking;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.note;
import static sightline.core.story.Phrases.tie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody.Tie;
import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.Text;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;
import java.util.Optional;

final class UnflaggedDomesticIncidentTest {
    private static final Rule RULE = new UnflaggedDomesticIncident();

    private final Story story = new Story();
    private final Who child = story.person("child", "2005-03-01");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who father = story.person("father", "1980-01-01");

    @ParameterizedTest
    @EnumSource(
            value = LogClass.class,
            names = {"THEFT", "TRAFFIC", "CONCERN_FOR_CHILD"},
            mode = EnumSource.Mode.EXCLUDE)
    void whateverTheClassOfTheLogTheChildsRecordSaysSo(LogClass logClass) {
        parents();
        Fact log = log("2006-11-03T23:10", logClass);

        List<Finding> findings = at("2006-11-03T23:10");

        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.matter()).isEqualTo("incident:" + log.id().text());
        assertThat(finding.item()).isEqualTo("triage");
        assertThat(finding.since()).isEqualTo(log.times().received());
        assertThat(roles(finding)).containsExactly("westmarsh-police/police-triage");
    }

    @Test
    void aLogWithTheFlagHasItsOwnWay() {
        parents();
        story.at("2006-11-03T23:10")
                .from("police")
                .with(VICTIM, mother)
                .with(SUSPECT, father)
                .says(new PoliceIncident(LogClass.ASSAULT, true, true, false, Optional.empty()));

        assertThat(at("2006-11-09T00:00")).isEmpty();
    }

    @Test
    void undecidedForADayItGoesToTheSupervisor() {
        parents();
        log("2006-11-03T23:10", NOISE);

        assertThat(items("2006-11-04T23:09")).containsExactly("triage");
        assertThat(story.evaluate(RULE, child, "2006-11-03T23:10").recheckAt())
                .contains(Story.instant("2006-11-04T23:10"));
        assertThat(items("2006-11-04T23:10")).containsExactly("triage", "supervisor");
        assertThat(roles(at("2006-11-04T23:10").getLast()))
                .containsExactly("westmarsh-police/vulnerability-supervisor");
    }

    @Test
    void undecidedForThreeDaysItGoesToSocialCareAsSuspected() {
        parents();
        log("2006-11-03T23:10", NOISE);

        assertThat(items("2006-11-06T23:09")).containsExactly("triage", "supervisor");
        assertThat(story.evaluate(RULE, child, "2006-11-05T00:00").recheckAt())
                .contains(Story.instant("2006-11-06T23:10"));
        Finding last = at("2006-11-06T23:10").getLast();
        assertThat(last.item()).isEqualTo("social-care");
        assertThat(last.headline().value()).contains("suspected and undecided");
        assertThat(last.since()).isEqualTo(Story.instant("2006-11-06T23:10"));
        assertThat(roles(last)).containsExactly("westmarsh-childrens-social-care/duty-manager");
    }

    @Test
    void decidedInTimeNothingEscalates() {
        parents();
        Fact log = log("2006-11-03T23:10", NOISE);
        decided("2006-11-04T09:00", log, true);

        assertThat(items("2006-11-10T09:00")).containsExactly("triage", "confirmed");
    }

    @Test
    void confirmedItGoesToSocialCareAndTheHealthVisitor() {
        parents();
        Fact log = log("2006-11-03T23:10", NOISE);
        decided("2006-11-05T09:00", log, true);

        Finding confirmed = at("2006-11-05T09:00").getLast();

        assertThat(confirmed.item()).isEqualTo("confirmed");
        assertThat(confirmed.since()).isEqualTo(Story.instant("2006-11-05T09:00"));
        assertThat(roles(confirmed))
                .containsExactlyInAnyOrder(
                        "westmarsh-childrens-social-care/duty-manager",
                        "westmarsh-health-visiting/health-visitor");
    }

    @Test
    void foundNotDomesticItEnds() {
        parents();
        Fact log = log("2006-11-03T23:10", NOISE);
        decided("2006-11-05T09:00", log, false);

        assertThat(at("2006-11-05T08:59")).isNotEmpty();
        assertThat(at("2006-11-05T09:00")).isEmpty();
    }

    @Test
    void aLogThatIsTakenBackOrATieThatIsEndsIt() {
        parents();
        Fact log = log("2006-11-03T23:10", NOISE);
        story.at("2006-11-04T09:00")
                .from("police")
                .about(mother)
                .regarding(log)
                .says(Phrases.takesBack());

        assertThat(at("2006-11-04T09:00")).isEmpty();
    }

    @Test
    void aDisputedLogSaysSo() {
        parents();
        Fact log = log("2006-11-03T23:10", NOISE);
        story.at("2006-11-04T09:00")
                .from("police")
                .about(father)
                .regarding(log)
                .says(Phrases.disputes());

        assertThat(texts(at("2006-11-04T09:00").getFirst())).contains("disputed");
    }

    @Test
    void logsOfOneAddressWithinAnHourAreOneIncident() {
        parents();
        Fact first = at("2006-11-03T23:10", "1 Mill Row", mother);
        at("2006-11-04T00:10", "1 Mill Row", father);

        List<Finding> findings = at("2006-11-04T00:10");

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().matter()).isEqualTo("incident:" + first.id().text());
        assertThat(findings.getFirst().since()).isEqualTo(Story.instant("2006-11-04T00:10"));
    }

    @Test
    void logsMoreThanAnHourApartOrElsewhereAreNot() {
        parents();
        at("2006-11-03T23:10", "1 Mill Row", mother);
        at("2006-11-04T00:11", "1 Mill Row", father);
        at("2006-11-03T23:20", "9 Quay Street", father);

        assertThat(at("2006-11-04T09:00")).isEmpty();
    }

    @Test
    void theTieMayBecomeKnownAfterwards() {
        log("2006-11-03T23:10", NOISE);
        Fact known = parents("2006-11-20T09:00");

        assertThat(at("2006-11-20T09:00").getFirst().since()).isEqualTo(known.times().received());
    }

    @Test
    void aFatherWhoSharesANameWithOneOfACoupleIsNotOfTheirIncident() {
        Who kim = story.person("kim", "1986-01-01");
        Who namesake = story.person("namesake", "1980-01-01");
        parents();
        story.undecided(father, namesake);
        story.at("2005-03-02T09:00").from("gp").about(kim).with(PARTNER, namesake).says(note());
        story.at("2006-11-03T23:10")
                .from("police")
                .with(PARTY, kim)
                .with(PARTY, namesake)
                .says(new PoliceIncident(NOISE, false, false, false, Optional.empty()));

        assertThat(at("2006-11-09T00:00")).isEmpty();
    }

    @Test
    void whoMayBeTheFatherMakesTheTiePossibleAndNoMore() {
        Who two = story.person("two", "1980-01-01");
        parents();
        story.undecided(father, two);
        story.at("2006-11-03T23:10")
                .from("police")
                .with(VICTIM, mother)
                .with(SUSPECT, two)
                .says(new PoliceIncident(LogClass.ASSAULT, false, false, false, Optional.empty()));

        Finding finding = at("2006-11-03T23:10").getFirst();
        assertThat(finding.item()).isEqualTo("triage");
        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whereBothMayBeTheParentsTheTieIsPossibleThoughTheLogNamesNoPlace() {
        Who one = story.person("one", "1985-01");
        Who two = story.person("two", "1980-01");
        parents();
        story.undecided(one, mother);
        story.undecided(two, father);
        story.at("2006-11-03T23:10")
                .from("police")
                .with(VICTIM, one)
                .with(SUSPECT, two)
                .says(new PoliceIncident(LogClass.ASSAULT, false, false, false, Optional.empty()));

        assertThat(at("2006-11-03T23:10").getFirst().certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aSharedAddressAloneIsPossible() {
        story.at("2005-03-02T09:00").from("gp").about(child).with(MOTHER, mother).says(note());
        lives(mother, "2006-01-01");
        lives(father, "2006-02-01");
        log("2006-11-03T23:10", NOISE);

        assertThat(at("2006-11-03T23:10").getFirst().certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void friendsAndLodgersAreNotPersonallyConnected() {
        lives(mother, "2006-01-01");
        lives(father, "2006-02-01");
        story.at("2006-02-01T09:00")
                .from("housing")
                .about(mother)
                .with(FRIEND, father)
                .says(tie(Tie.LODGER));
        log("2006-11-03T23:10", NOISE);

        assertThat(story.findings(RULE, mother, "2006-11-09T00:00")).isEmpty();
    }

    @Test
    void strangersAreNotPersonallyConnected() {
        log("2006-11-03T23:10", NOISE);

        assertThat(story.findings(RULE, mother, "2006-11-09T00:00")).isEmpty();
    }

    @Test
    void whereNoChildIsKnownTheSubjectIsThePartyFirstNamed() {
        story.at("2006-01-02T09:00")
                .from("gp")
                .about(mother)
                .with(OTHER, father)
                .says(tie(Tie.PARTNER));
        log("2006-11-03T23:10", NOISE);

        assertThat(story.findings(RULE, mother, "2006-11-09T00:00"))
                .extracting(Finding::item)
                .containsExactly("triage", "supervisor");
        assertThat(story.findings(RULE, father, "2006-11-09T00:00")).isEmpty();
    }

    @Test
    void withARelatedChildTheAdultsRecordSaysNothing() {
        parents();
        log("2006-11-03T23:10", NOISE);

        assertThat(story.findings(RULE, mother, "2006-11-09T00:00")).isEmpty();
    }

    @Test
    void anUnbornChildIsARelatedChildAndPassesItToTheBornOne() {
        Who unborn = story.stranger("unborn");
        story.at("2006-10-01T09:00")
                .from("maternity")
                .about(mother)
                .with(UNBORN_CHILD, unborn)
                .with(FATHER, father)
                .says(booking("2007-04-28"));
        log("2006-11-03T23:10", WELFARE_CHECK);
        Who baby = story.stranger("baby");
        story.at("2007-04-28T09:00")
                .from("maternity")
                .about(baby)
                .with(MOTHER, mother)
                .with(FATHER, father)
                .says(birth());

        assertThat(story.findings(RULE, unborn, "2006-11-04T00:00")).hasSize(1);
        assertThat(story.findings(RULE, unborn, "2007-04-28T09:00")).isEmpty();
        assertThat(story.findings(RULE, baby, "2007-04-28T09:00").getFirst().since())
                .isEqualTo(Story.instant("2006-11-03T23:10"));
    }

    @Test
    void aChildConceivedYearsLaterIsNotRelated() {
        parents();
        log("2006-11-03T23:10", NOISE);
        Who next = story.stranger("next");
        story.at("2009-04-28T09:00")
                .from("maternity")
                .about(next)
                .with(MOTHER, mother)
                .with(FATHER, father)
                .says(birth());

        assertThat(story.findings(RULE, next, "2009-05-01T09:00")).isEmpty();
    }

    @Test
    void theCallerIsAPartyWhereOnlyOneOtherIsNamed() {
        parents();
        story.at("2006-11-03T23:10")
                .from("police")
                .about(father)
                .with(CALLER, mother)
                .says(log(ABANDONED_CALL));

        assertThat(at("2006-11-03T23:10")).hasSize(1);
    }

    @Test
    void whoeverElseStandsInTheLogHidesNotTheCaller() {
        parents();
        story.at("2006-11-03T23:10")
                .from("police")
                .about(father)
                .with(OTHER, story.person("neighbour", "1960-01-01"))
                .with(CALLER, mother)
                .says(log(ABANDONED_CALL));

        assertThat(at("2006-11-03T23:10")).hasSize(1);
    }

    @Test
    void aFriendWhoStandsInTheLogHidesNobodyOfWhomItsWordsSpeak() {
        Who friend = story.person("friend", "1975-01-01");
        story.at("2006-01-02T09:00").from("gp").about(mother).with(FRIEND, friend).says(note());
        story.at("2006-11-03T23:10")
                .from("police")
                .with(VICTIM, mother)
                .with(OTHER, friend)
                .with(CALLER, father)
                .says(worded(NOISE, "Her ex-partner pushed her."));

        assertThat(story.findings(RULE, mother, "2006-11-03T23:10")).hasSize(1);
    }

    @Test
    void twoVictimsOfOneTheftAreNoIncidentBetweenThem() {
        parents();
        story.at("2006-11-03T23:10")
                .from("police")
                .with(VICTIM, mother)
                .with(VICTIM, father)
                .says(log(THEFT));
        story.at("2006-11-05T23:10")
                .from("police")
                .with(PARTY, mother)
                .with(PARTY, father)
                .says(log(THEFT));

        assertThat(at("2006-11-09T00:00")).isEmpty();
    }

    @Test
    void ofOnePartysOwnDayTheAgeOfTheDefinitionCounts() {
        Who girl = story.person("girl", "1996-05-01");
        Who boy = story.person("boy", "1990-05-01");
        story.at("2012-01-02T09:00").from("gp").about(girl).with(OTHER, boy).says(tie(Tie.PARTNER));
        between("2013-03-30T20:00", girl, boy);
        Fact later = between("2013-03-31T20:00", girl, boy);

        assertThat(story.findings(RULE, girl, "2013-03-31T20:00"))
                .extracting(Finding::matter)
                .containsExactly("incident:" + later.id().text());
    }

    @Test
    void theLogsOwnWordsTieWhereNoRecordDoes() {
        written("2006-11-03T23:10", WELFARE_CHECK, "Her boyfriend had grabbed her by the arm.");

        Finding found = story.findings(RULE, mother, "2006-11-03T23:10").getFirst();

        assertThat(found.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(texts(found)).contains("written of in the log", "“boyfriend”", "“grabbed");
    }

    @Test
    void onePartyAndTheWordsAreEnough() {
        story.at("2006-11-03T23:10")
                .from("police")
                .with(VICTIM, mother)
                .says(worded(LogClass.DAMAGE, "Her ex smashed the window."));

        assertThat(story.findings(RULE, mother, "2006-11-03T23:10")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Her business partner shouted at the door.",
                "They are not partners. They shouted.",
                "Her husband had a row with the next door neighbour.",
                "Her husband could not be reached. Seen, all in order.",
            })
    void wordsThatTieNobodyOrSpeakOfOthersDoNot(String words) {
        written("2006-11-03T23:10", NOISE, words);

        assertThat(story.findings(RULE, mother, "2006-11-09T00:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Loud music. Advice given.",
                "Dispute with a neighbour over parking.",
            })
    void anAccountOfSomethingElseOutweighsATie(String words) {
        parents();
        written("2006-11-03T23:10", NOISE, words);

        assertThat(at("2006-11-09T00:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Seen, all in order.",
                "Both calm on arrival, no complaints, words of advice given.",
                "Welfare check: all fine, everybody happy, no injuries seen.",
            })
    void thatAllWasCalmWhenPoliceCameIsNoOtherAccount(String words) {
        parents();
        written("2006-11-03T23:10", LogClass.WELFARE_CHECK, words);

        assertThat(at("2006-11-03T23:10")).hasSize(1);
    }

    @Test
    void whereSomebodyCouldNotSpeakNoAccountOutweighsATie() {
        parents();
        written("2006-11-03T23:10", NOISE, "It was the television, she said, and was in tears.");

        assertThat(at("2006-11-03T23:10")).hasSize(1);
    }

    @Test
    void wordsGoToThePoliceAlone() {
        parents();
        Fact log = written("2006-11-03T23:10", NOISE, "He pushed her.");
        decided("2006-11-07T09:00", log, true);

        for (Finding finding : at("2006-11-07T09:00")) {
            assertThat(texts(finding).contains("pushed"))
                    .as(finding.item())
                    .isEqualTo(
                            finding.item().equals("triage") || finding.item().equals("supervisor"));
        }
    }

    @Test
    void sealedLogsAreNotRead() {
        parents();
        story.at("2006-11-03T23:10")
                .from("police")
                .with(PARTY, mother)
                .with(PARTY, father)
                .sensitivity(Sensitivity.COVERT)
                .says(log(NOISE));

        assertThat(at("2006-11-09T00:00")).isEmpty();
    }

    private void parents() {
        parents("2005-03-02T09:00");
    }

    private Fact parents(String when) {
        return story.at(when)
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .with(FATHER, father)
                .happened("2005-03-01")
                .says(birth());
    }

    private void lives(Who who, String from) {
        story.at(from + "T09:00").from("gp").about(who).place("1 Mill Row").says(home());
    }

    private Fact log(String when, LogClass logClass) {
        return story.at(when)
                .from("police")
                .with(PARTY, mother)
                .with(PARTY, father)
                .says(log(logClass));
    }

    private Fact written(String when, LogClass logClass, String words) {
        return story.at(when)
                .from("police")
                .with(PARTY, mother)
                .with(PARTY, father)
                .says(worded(logClass, words));
    }

    private static PoliceIncident worded(LogClass logClass, String words) {
        return new PoliceIncident(logClass, false, false, false, Optional.of(new Text(words)));
    }

    private Fact between(String when, Who one, Who other) {
        return story.at(when).from("police").with(PARTY, one).with(PARTY, other).says(log(NOISE));
    }

    private Fact at(String when, String address, Who party) {
        return story.at(when).from("police").with(PARTY, party).place(address).says(log(NOISE));
    }

    private static PoliceIncident log(LogClass logClass) {
        return new PoliceIncident(logClass, false, false, false, Optional.empty());
    }

    private void decided(String when, Fact log, boolean domestic) {
        story.at(when)
                .from("police")
                .about(mother)
                .regarding(log)
                .says(new IncidentDecided(domestic, Optional.empty()));
    }

    private List<Finding> at(String london) {
        return story.findings(RULE, child, london);
    }

    private List<String> items(String london) {
        return at(london).stream().map(Finding::item).toList();
    }

    private static String texts(Finding finding) {
        return String.join("\n", finding.path().stream().map(s -> s.text().value()).toList());
    }

    private static List<String> roles(Finding finding) {
        return finding.first().stream().map(Recipient::text).toList();
    }
}
