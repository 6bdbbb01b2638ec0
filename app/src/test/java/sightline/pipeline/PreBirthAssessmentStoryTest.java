package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.casework.Assessment;
import sightline.core.casework.Question;
import sightline.core.casework.QuestionSet;
import sightline.core.casework.QuestionSets;
import sightline.core.casework.RecordedAnswers;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Codes;
import sightline.core.household.Bounds;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;

import java.util.List;
import java.util.Map;

/**
 * An assessment before a birth through the running system: the background of a father who comes
 * from another area, and a mother who must not be asked now. Invented people.
 */
final class PreBirthAssessmentStoryTest {
    private static final AgencyId CARE = new AgencyId("weston-csc");
    private static final AgencyId MATERNITY = new AgencyId("weston-maternity");
    private static final AgencyId POLICE = new AgencyId("eastport-police");
    private static final AgencyId SURGERY = new AgencyId("eastport-surgery");
    private static final List<ReplayDirectory.Declared> AGENCIES =
            List.of(
                    Installation.declared(CARE, AgencyType.CHILDRENS_SOCIAL_CARE),
                    Installation.declared(MATERNITY, AgencyType.MATERNITY),
                    Installation.declared(new AgencyId("weston-police"), AgencyType.POLICE),
                    Installation.declared(POLICE, AgencyType.POLICE),
                    Installation.declared(SURGERY, AgencyType.GP),
                    Installation.declared(
                            new AgencyId("eastport-csc"), AgencyType.CHILDRENS_SOCIAL_CARE));
    private static final String HIM =
            """
            "localId":"him","names":[{"given":"Callum","family":"Prewett"}],"dateOfBirth":"1984-11-17","sex":"male",
            "identifiers":[{"type":"nhs","value":"9990001405"}]
            """;
    private static final String HER =
            """
            "localId":"her","names":[{"given":"Tara","family":"Linfield"}],"dateOfBirth":"1990-08-01","sex":"female",
            "identifiers":[{"type":"nhs","value":"9990001413"}]
            """;
    private static final String UNBORN =
            "{\"role\":\"unborn-child\",\"localId\":\"baby\",\"expected\":\"2014-08-10\"}";
    private static final SourceRecord MOTHER = new SourceRecord(MATERNITY, "her");
    private static final SourceRecord FATHER = new SourceRecord(MATERNITY, "him");
    private static final String ALONE = ",\"asking\":{\"alone\":true,%s}";

    private final Installation weston = new Installation(Installation.at("2014-01-01T09:00"));
    private final QuestionSet set = QuestionSets.shipped().named("both-parents").orElseThrow();

    @BeforeEach
    void booked() {
        weston.open(AGENCIES);
        said(
                "2014-02-03T10:00",
                MATERNITY,
                "pregnancy-booked",
                "{\"role\":\"mother\",%s,\"address\":{\"line\":\"9 Canal Street, Weston\"}},{\"role\":\"father\",%s},%s"
                        .formatted(HER, HIM, UNBORN),
                "{\"expected\":\"2014-08-10\",\"children\":1}",
                "");
    }

    @AfterEach
    void close() {
        weston.close();
    }

    @Test
    void withTheFathersBackgroundBlankItIsNotCompleteUntilOthersAndHeAnswered() {
        answered("2014-02-10T10:00", "saved", declined(MOTHER, List.of()));
        assertThat(assessment().missing()).hasSize(ofEach()).allMatch(i -> isOf(i, FATHER));
        assertThat(assessment().notAsked()).hasSize(1);
        answered("2014-02-10T12:00", "signed-off", List.of());
        assertThat(assessment().signed()).isPresent();
        assertThat(assessment().complete()).isFalse();

        String police = asked("2014-02-11T10:00", POLICE, "police-checks", "convictions");
        String surgery = asked("2014-02-11T10:05", SURGERY, "health-history", "mental-health");
        assertThat(weston.owed("info.request"))
                .containsExactly(
                        "eastport-police/information-desk", "eastport-surgery/information-desk");
        assertThat(weston.alerted("AL-02")).isEmpty();
        said(
                "2014-02-12T10:00",
                POLICE,
                "conviction",
                "{\"role\":\"offender\"," + HIM + "}",
                "{\"offence\":{\"wording\":\"GBH and battery\",\"group\":\"wounding\",\"victimAge\":0},\"sentence\":\"custody\",\"months\":12}",
                "");
        says("2014-02-12T10:10", POLICE, police, "Convicted of wounding a baby, 2012.");
        says("2014-02-12T11:00", SURGERY, surgery, "Treated for depression since 2011.");
        assertThat(weston.owed("info.request")).isEmpty();
        assertThat(weston.alerted("AL-02")).contains("weston-csc/duty-manager");

        assertThat(came("convictions")).containsExactly("Convicted of wounding a baby, 2012.");
        assertThat(came("mental-health")).containsExactly("Treated for depression since 2011.");
        answered(
                "2014-02-13T10:00",
                "saved",
                List.of(
                        accepted("convictions", came("convictions").getFirst(), "eastport-police"),
                        accepted(
                                "mental-health",
                                came("mental-health").getFirst(),
                                "eastport-surgery")));
        assertThat(assessment().missing()).hasSize(ofEach() - 2).allMatch(i -> isOf(i, FATHER));
        answered(
                "2014-02-14T10:00",
                "saved",
                declined(FATHER, List.of("convictions", "mental-health")));
        assertThat(assessment().missing()).isEmpty();
        answered("2014-02-17T10:00", "signed-off", List.of());
        assertThat(assessment().complete()).isTrue();
    }

    @Test
    void aMotherWhoMustNotBeAskedNowIsAskedOnItsDayAndNotThroughHim() {
        answered("2014-02-10T10:00", "saved", List.of(putOff("2014-02-24")));
        assertThat(missing("domestic-abuse", MOTHER)).isFalse();
        assertThat(weston.owed("question.review")).containsExactly("weston-csc/practitioner");
        weston.moveTo(Installation.at("2014-02-24T23:59"));
        assertThat(states()).containsExactly("running");

        answered(
                "2014-02-24T23:59",
                "saved",
                List.of(
                        answer(
                                "domestic-abuse",
                                "known",
                                MOTHER,
                                ",\"answer\":\"No.\",\"asking\":{\"through\":\"partner\",%s}")));
        weston.moveTo(Installation.at("2014-02-25T00:00"));
        assertThat(states()).containsExactly("overdue");
        assertThat(weston.rungs("question.review")).containsExactly("weston-csc/safeguarding-lead");

        answered("2014-02-25T09:00", "saved", List.of(putOff("2014-03-10")));
        assertThat(states()).containsExactly("discharged", "running");
        answered(
                "2014-03-03T10:00",
                "saved",
                List.of(
                        answer(
                                "domestic-abuse",
                                "known",
                                MOTHER,
                                ",\"answer\":\"He locks the door.\"" + ALONE)));
        assertThat(states()).containsExactly("discharged", "discharged");
        assertThat(missing("domestic-abuse", MOTHER)).isFalse();
    }

    private String putOff(String until) {
        return answer(
                "domestic-abuse",
                "not-safe-to-ask",
                MOTHER,
                ",\"answer\":\"He is always there.\",\"review\":\""
                        + until
                        + "\",\"asking\":{\"decidedBy\":\"D. Osei, manager\",%s}");
    }

    private String accepted(String question, String words, String source) {
        return answer(
                question,
                "known",
                FATHER,
                ",\"answer\":\"%s\",\"answeredBy\":\"practitioner\"".formatted(words)
                        + ",\"asking\":{\"source\":\""
                        + source
                        + "\",%s}");
    }

    private List<String> declined(SourceRecord person, List<String> but) {
        return assessment().items().stream()
                .filter(i -> isOf(i, person) && !but.contains(i.question().id()))
                .map(i -> answer(i.question().id(), "declined", person, ALONE))
                .toList();
    }

    /** One answer; {@code more} has a place for whom it is of. */
    private String answer(String question, String state, SourceRecord person, String more) {
        Question asked =
                set.on(London.day(weston.clock().instant())).stream()
                        .filter(q -> q.id().equals(question))
                        .findFirst()
                        .orElseThrow();
        String of = "\"person\":\"%s\",\"version\":\"%s\"".formatted(person.text(), set.version());
        return "{\"question\":\"%s\",\"topic\":\"%s\",\"state\":\"%s\"%s}"
                .formatted(question, Codes.kebab(asked.topic()), state, more.formatted(of));
    }

    private void answered(String london, String stage, List<String> answers) {
        said(
                london,
                CARE,
                "assessment",
                "{\"role\":\"mother\",%s},{\"role\":\"father\",%s},%s".formatted(HER, HIM, UNBORN),
                "{\"questionSet\":\"both-parents\",\"stage\":\"%s\",\"answers\":[%s]}"
                        .formatted(stage, String.join(",", answers)),
                ",\"regarding\":[\"weston-maternity/m1\"]");
    }

    private String asked(String london, AgencyId of, String what, String question) {
        return said(
                london,
                CARE,
                "information-request",
                "{\"role\":\"subject\"," + HIM + "}",
                "{\"asked\":\"%s\",\"question\":\"both-parents/%s\"}".formatted(what, question),
                ",\"to\":[\"" + of.value() + "\"]");
    }

    private void says(String london, AgencyId who, String request, String words) {
        said(
                london,
                who,
                "information-answer",
                "{\"role\":\"subject\"," + HIM + "}",
                "{\"outcome\":\"answered\",\"words\":\"%s\"}".formatted(words),
                ",\"to\":[\"weston-csc\"],\"regarding\":[\"weston-csc/" + request + "\"]");
    }

    private String said(
            String london, AgencyId sender, String kind, String people, String body, String more) {
        weston.moveTo(Installation.at(london));
        return weston.said(
                sender,
                "\"kind\":\"%s\",\"when\":\"%s\",\"people\":[%s],\"body\":%s%s"
                        .formatted(
                                kind,
                                kind.equals("conviction") ? "2012-01-09" : london.substring(0, 10),
                                people,
                                body,
                                more));
    }

    private Neighbourhood around() {
        return weston.database()
                .transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            var known = weston.identities().in(sql);
                            SourceRecord baby = new SourceRecord(MATERNITY, "baby");
                            Map<SourceRecord, PersonId> who = known.peopleOf(List.of(baby));
                            return new NeighbourhoodReader(known, Bounds.DEFAULT)
                                    .read(who.values()).values().stream().findFirst().orElseThrow();
                        });
    }

    private Assessment assessment() {
        return Assessment.of(around(), set, London.day(weston.clock().instant()));
    }

    private int ofEach() {
        return (int) assessment().items().stream().filter(i -> isOf(i, FATHER)).count();
    }

    private static boolean isOf(Assessment.Item item, SourceRecord person) {
        return item.of().filter(p -> p.records().contains(person)).isPresent();
    }

    private boolean missing(String question, SourceRecord person) {
        return assessment().missing().stream()
                .anyMatch(i -> i.question().id().equals(question) && isOf(i, person));
    }

    /** What the agencies that were asked answered to a question about the father. */
    private List<String> came(String question) {
        return assessment().items().stream()
                .filter(i -> i.question().id().equals(question) && isOf(i, FATHER))
                .flatMap(i -> RecordedAnswers.of(around(), set, i).requests().stream())
                .flatMap(r -> r.answers().stream())
                .map(a -> a.body().words().orElseThrow().value())
                .toList();
    }

    private List<String> states() {
        return weston.texts(
                "SELECT state FROM alerts.duty WHERE clock = 'question.review' ORDER BY 1");
    }
}
