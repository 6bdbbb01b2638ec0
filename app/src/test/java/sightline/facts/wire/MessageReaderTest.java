package sightline.facts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.Kinds;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class MessageReaderTest {
    private static final AgencyId GP = new AgencyId("westmarsh-gp");
    private static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");

    private final MessageReader reader = new MessageReader();

    @Test
    void splitsAMessageIntoFactsOfOneClassEach() {
        List<Fact> facts =
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"injury-observed","when":"2026-03-02",
                         "people":[
                          {"role":"subject","localId":"c1","names":[{"given":"Rowan Lee","family":"Ashdown"}],
                           "dateOfBirth":"2025-09","address":{"line":"1 Mill Row, Westmarsh","postcode":"WM4 2QT"}},
                          {"role":"mother","localId":"a1"}],
                         "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}],
                          "accounts":[{"words":"rolled onto a toy","mechanism":"rolled-onto-object","givenBy":"mother"}],
                          "mobile":false}}
                        """);

        assertThat(facts)
                .extracting(Fact::sensitivity)
                .containsExactly(Sensitivity.EVENT, Sensitivity.CORE, Sensitivity.ADDRESS);
        assertThat(facts.get(0).body())
                .isInstanceOfSatisfying(
                        HealthBody.InjuryObserved.class,
                        i -> {
                            assertThat(i.marks()).hasSize(1);
                            assertThat(i.mobile()).contains(false);
                        });
        assertThat(facts.get(1).body())
                .isInstanceOfSatisfying(
                        PersonBody.Person.class,
                        p ->
                                assertThat(p.names().getFirst().given())
                                        .containsExactly("Rowan", "Lee"));
        assertThat(facts.get(2).place()).isPresent();
    }

    @Test
    void whatTheSenderDoesNotKnowSetsNoInjuryAside() {
        List<Fact> facts =
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"injury-observed","people":[{"role":"subject","localId":"c1"}],
                         "body":{"marks":[{"kind":"scald"}]}}
                        """);

        assertThat(facts.getFirst().body())
                .isInstanceOfSatisfying(
                        HealthBody.InjuryObserved.class,
                        i -> {
                            var mark = i.marks().getFirst();
                            assertThat(mark.site()).isEqualTo(HealthBody.Site.NOT_RECORDED);
                            assertThat(mark.side()).isEqualTo(HealthBody.Side.NOT_RECORDED);
                            assertThat(mark.count()).isOne();
                        });
    }

    @Test
    void howeverASenderSaysThatItDoesNotKnowNoInjuryIsSetAside() {
        List<Fact> facts =
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"injury-observed","people":[{"role":"subject","localId":"c1"}],
                         "body":{"marks":[{"kind":"bruise","site":"neck","side":"unknown","count":"not known"}],
                                 "accounts":[{"words":"He did it.","mechanism":"not_recorded","givenBy":"child"}],
                                 "mobile":"Not stated","referred":"unknown","seenBy":"unknown"}}
                        """);

        assertThat(facts.getFirst().body())
                .isInstanceOfSatisfying(
                        HealthBody.InjuryObserved.class,
                        i -> {
                            assertThat(i.marks().getFirst().side())
                                    .isEqualTo(HealthBody.Side.NOT_RECORDED);
                            assertThat(i.marks().getFirst().count()).isOne();
                            assertThat(i.accounts().getFirst().mechanism()).isEmpty();
                            assertThat(i.mobile()).isEmpty();
                            assertThat(i.referred()).isFalse();
                        });
    }

    @Test
    void whoKnowsNothingOfThePeopleIsHeardOfTheInjury() {
        List<Fact> facts =
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","recordedAt":"unknown",
                         "kind":"injury-observed","when":"Not known",
                         "people":[
                          {"role":"subject","localId":"c1","names":[{"given":"Baby"}],"dateOfBirth":"2026","sex":"unknown",
                           "died":"not known","identifiers":[{"type":"nhs","value":"unknown"},{"type":"nhs"}],
                           "address":{"postcode":"unknown","line":"UNKNOWN","stay":"unknown","shielded":"unknown"}},
                          {"role":"unknown","localId":"a1","dateOfBirth":"unknown","sex":"Not stated","expected":"unknown"}],
                         "body":{"marks":[{"kind":"bruise"}]}}
                        """);

        assertThat(facts).anyMatch(f -> f.body() instanceof HealthBody.InjuryObserved);
        assertThat(facts).allMatch(f -> f.place().isEmpty());
    }

    @Test
    void aPostcodeAloneIsAnAddressAndAnEmptyOneIsNone() {
        String people =
                """
                {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"person",
                 "people":[{"role":"subject","localId":"a1","dateOfBirth":"1990-01-01","address":%s}]}
                """;

        assertThat(read(people.formatted("{\"postcode\":\"WM4 2QT\"}")))
                .flatExtracting(f -> f.place().stream().toList())
                .singleElement()
                .satisfies(a -> assertThat(a.postcode()).contains("WM4 2QT"));
        assertThat(read(people.formatted("{}"))).hasSize(1);
    }

    private static final String CHILD = "{\"role\":\"child\",\"localId\":\"c1\"}";

    private static String missing(String people, String place, String stage) {
        return """
        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
         "kind":"missing","when":"2026-03-01","people":[%s],
         "place":{"line":"%s"},"body":{"stage":"%s"}}
        """
                .formatted(people, place, stage);
    }

    @Test
    void aMissingChildThatIsFoundAtAPlaceWasThereThatDay() {
        List<Fact> facts =
                readAs(AgencyType.POLICE, missing(CHILD, "Flat 3, 8 Dock Road", "found"));

        assertThat(facts).hasSize(2);
        assertThat(facts.getLast().body())
                .isEqualTo(
                        new PersonBody.Residence(
                                PersonBody.Stay.VISITING,
                                Optional.of(LocalDate.parse("2026-03-01"))));
        assertThat(facts.getLast().place()).isPresent();
    }

    @Test
    void whoWasFoundWithoutBeingNamedIsToBeNamed() {
        Reading reading = reading(AgencyType.POLICE, missing("", "1 Mill Row", "found"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        u ->
                                assertThat(u.problems())
                                        .extracting(Problem::field)
                                        .containsExactly("people"));
    }

    @Test
    void whereAChildWentMissingFromIsNoVisit() {
        List<Fact> facts = readAs(AgencyType.POLICE, missing(CHILD, "1 Mill Row", "missing"));

        assertThat(facts).hasSize(1);
    }

    /** Whoever may see the question may see what became of it. */
    @Test
    void whatIsDecidedOnAQuestionIsOfTheClassOfTheQuestion() {
        for (String step : List.of("decided", "said")) {
            assertThat(
                            disclosed(
                                    "\"made\":true,\"basis\":\"a duty\",\"step\":\"%s\""
                                            .formatted(step)))
                    .containsExactly(Sensitivity.CRIMINAL);
        }
        assertThat(disclosed("\"made\":true,\"basis\":\"a duty\""))
                .containsExactly(Sensitivity.EVENT);
    }

    private List<Sensitivity> disclosed(String body) {
        return read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"disclosure",
                         "when":"2026-03-02","people":[{"role":"subject","localId":"a1"}],"body":{%s}}
                        """
                                .formatted(body))
                .stream()
                .map(Fact::sensitivity)
                .toList();
    }

    @Test
    void aShieldedAddressIsAFactOfItsOwnSealedClass() {
        List<Fact> facts =
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"person",
                         "people":[{"role":"subject","localId":"a1","dateOfBirth":"1990-01-01",
                           "address":{"line":"2 Quay Street","shielded":true}}]}
                        """);

        assertThat(facts)
                .extracting(Fact::sensitivity)
                .containsExactly(Sensitivity.CORE, Sensitivity.ADDRESS_SHIELDED);
    }

    @Test
    void aMotherNamedBesideHerChildIsTiedToTheChild() {
        List<Fact> facts =
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"person",
                         "people":[{"role":"mother","localId":"a1","dateOfBirth":"1990-01-01"},
                          {"role":"child","localId":"c1","names":[{"given":["Ada"],"family":"Quill"}]},
                          {"role":"partner","localId":"a2"}]}
                        """);

        assertThat(facts)
                .filteredOn(f -> f.body() instanceof PersonBody.Relationship)
                .extracting(f ->
                        tie(f)
                                + " "
                                + f.participants().stream().map(p -> p.record().localId()).toList())
                .containsExactly("MOTHER [c1, a1]", "PARTNER [a1, a2]");
        assertThat(facts.getFirst().body()).isInstanceOf(PersonBody.Person.class);
    }

    private static PersonBody.Tie tie(Fact fact) {
        return ((PersonBody.Relationship) fact.body()).tie();
    }

    @Test
    void aListOfManyPeopleTiesNobodyAndSaysSo() {
        String children =
                java.util.stream.IntStream.range(0, 24)
                        .mapToObj("{\"role\":\"child\",\"localId\":\"c%d\"}"::formatted)
                        .collect(java.util.stream.Collectors.joining(","));
        Reading reading =
                reading(
                        AgencyType.GP,
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"person",
                         "people":[{"role":"mother","localId":"a1","dateOfBirth":"1990-01-01"},%s]}
                        """
                                .formatted(children));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r -> {
                            assertThat(r.facts()).hasSize(1);
                            assertThat(r.notes()).anyMatch(n -> n.contains("relationship"));
                        });
    }

    @Test
    void aBookingThatNamesNoUnbornChildIsStillAboutOne() {
        List<Fact> facts =
                readAs(
                        AgencyType.MATERNITY,
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"pregnancy-booked","people":[{"role":"subject","localId":"a1"},
                         {"role":"father","localId":"a2"}],"body":{"expected":"2026-09-01","children":1}}
                        """);

        assertThat(facts.getFirst().participants())
                .extracting(p -> p.role() + " " + p.record().localId())
                .containsExactly("MOTHER a1", "FATHER a2", "UNBORN_CHILD a1~unborn-2026-09-01");
    }

    @Test
    void aWrongCheckDigitIsSetAsideAndTheRestIsRead() {
        Reading reading =
                reading(
                        AgencyType.GP,
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"person",
                         "people":[{"role":"subject","localId":"a1","dateOfBirth":"1990-01-01",
                           "identifiers":[{"type":"nhs","value":"9434765871"}]}]}
                        """);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r -> {
                            assertThat(r.facts()).hasSize(1);
                            assertThat(r.notes())
                                    .singleElement()
                                    .asString()
                                    .contains("people[0].identifiers[0]")
                                    .doesNotContain("9434765871");
                        });
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndWhatToSend() {
        Reading reading =
                reading(
                        AgencyType.GP,
                        """
                        {"sender":"westmarsh-police","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"injury-observed","when":"2026-02-30","people":[{"role":"nobody","localId":"c1"}],
                         "body":{"marks":[{"site":"elbow?","side":"left","kind":"bruise","count":1}]}}
                        """);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        u -> {
                            assertThat(u.problems())
                                    .extracting(Problem::field)
                                    .contains("when", "people[0].role", "body.marks[0].site");
                            assertThat(u.concerns())
                                    .extracting(r -> r.localId())
                                    .containsExactly("c1");
                        });
    }

    @Test
    void nothingIsAssertedInAnothersNameOrBeyondItsTrade() {
        assertThat(
                        problems(
                                "{\"sender\":\"westmarsh-police\",\"id\":\"m\",\"sentAt\":\"2026-03-02T09:55:00Z\","
                                        + "\"kind\":\"note\",\"people\":[{\"role\":\"subject\",\"localId\":\"c\"}],\"body\":{\"words\":\"x\"}}"))
                .containsExactly("sender");
        assertThat(
                        problems(
                                "{\"sender\":\"westmarsh-gp\",\"id\":\"m\",\"sentAt\":\"2026-03-02T09:55:00Z\","
                                        + "\"kind\":\"police-incident\",\"people\":[{\"role\":\"party\",\"localId\":\"c\"}],"
                                        + "\"body\":{\"logClass\":\"noise\"}}"))
                .containsExactly("kind");
    }

    @Test
    void datesLaterThanTheirOwnRecordAreRefused() {
        assertThat(
                        problems(
                                "{\"sender\":\"westmarsh-gp\",\"id\":\"m\",\"sentAt\":\"2026-03-02T09:55:00Z\","
                                        + "\"when\":\"2026-03-03\",\"kind\":\"note\",\"people\":[{\"role\":\"subject\",\"localId\":\"c\"}],"
                                        + "\"body\":{\"words\":\"x\"}}"))
                .containsExactly("when");
        assertThat(
                        problems(
                                "{\"sender\":\"westmarsh-gp\",\"id\":\"m\",\"sentAt\":\"2026-03-09T09:55:00Z\","
                                        + "\"kind\":\"note\",\"people\":[{\"role\":\"subject\",\"localId\":\"c\"}],"
                                        + "\"body\":{\"words\":\"x\"}}"))
                .containsExactly("sentAt");
    }

    @Test
    void whatIsNoJsonObjectIsUnreadableAndNotAnError() {
        for (String raw :
                List.of(
                        "",
                        "[]",
                        "{",
                        "\u0000",
                        "{\"a\":1}{\"b\":2}",
                        "\"text\"",
                        "{\"a\":1,\"a\":2}")) {
            assertThat(reading(AgencyType.GP, raw)).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void whatIsKeptOfABodyReadsBackEqual() {
        for (Fact fact :
                read(
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"injury-observed","when":"2026-03",
                         "people":[{"role":"subject","localId":"c1","names":[{"given":["A"],"family":"B","use":"alias"}],
                           "dateOfBirth":"2025"}],
                         "body":{"marks":[],"accounts":[],"occurred":"2026-02/2026-03","mobile":false,"referred":true}}
                        """)) {
            Body kept = BodyJson.read(fact.kind(), BodyJson.write(fact.body()));

            assertThat(kept).isEqualTo(fact.body());
        }
    }

    private boolean planStarted(String started) {
        Fact fact =
                readAs(
                                AgencyType.CHILDRENS_SOCIAL_CARE,
                                """
                                {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","kind":"plan",
                                 "people":[{"role":"child","localId":"c1"}],"body":{"type":"protection"%s}}
                                """
                                        .formatted(started))
                        .getFirst();
        Body kept = BodyJson.read("plan", BodyJson.write(fact.body()));
        assertThat(kept).isEqualTo(fact.body());
        return ((CareBody.Plan) fact.body()).started();
    }

    @Test
    void whatIsLeftOutMeansWhatTheKindSays() {
        assertThat(planStarted("")).isTrue();
        assertThat(planStarted(",\"started\":false")).isFalse();
        assertThat(planStarted(",\"started\":true")).isTrue();
    }

    @Test
    void whatWasKeptWithoutItBeforeStillMeansNo() {
        JsonNode kept = JsonMapper.builder().build().readTree("{\"type\":\"protection\"}");

        assertThat(((CareBody.Plan) BodyJson.read("plan", kept)).started()).isFalse();
    }

    private Optional<Integer> victimAge(String victim, String offence) {
        Fact fact =
                readAs(
                                AgencyType.POLICE,
                                """
                                {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                                 "kind":"conviction","when":"2020-05-12",
                                 "people":[{"role":"subject","localId":"a1"},{"role":"victim","localId":"c1"%s}],
                                 "body":{"offence":{"wording":"GBH","group":"wounding"%s}}}
                                """
                                        .formatted(victim, offence))
                        .getFirst();
        return ((JusticeBody.Conviction) fact.body()).offence().victimAge();
    }

    @Test
    void aVictimWhoWasAChildWhenItWasRecordedWasOneOnTheDayOfTheOffence() {
        assertThat(victimAge(",\"dateOfBirth\":\"2017-02-01\"", "")).contains(3);
        assertThat(victimAge(",\"dateOfBirth\":\"2017\"", "")).contains(3);
        assertThat(victimAge(",\"dateOfBirth\":\"2002-05-13\"", "")).contains(17);
        assertThat(victimAge(",\"dateOfBirth\":\"2002-05-12\"", ""))
                .as("18 when convicted: how old on the day of the offence is a question")
                .isEmpty();
        assertThat(victimAge("", "")).isEmpty();
        assertThat(victimAge(",\"dateOfBirth\":\"2017-02-01\"", ",\"victimAge\":2"))
                .as("what the court says stands")
                .contains(2);
    }

    @Test
    void oneChildAmongTheVictimsCountsThoughTheRecordSaysAnAdult() {
        assertThat(victimAge(",\"dateOfBirth\":\"2017-02-01\"", ",\"victimAge\":30")).contains(3);
        assertThat(victimAge(",\"dateOfBirth\":\"1980-02-01\"", ",\"victimAge\":30")).contains(30);

        assertThat(convictionNotes(",\"dateOfBirth\":\"2017-02-01\"", ",\"victimAge\":30"))
                .singleElement()
                .asString()
                .startsWith("body.offence.victimAge says an adult")
                .contains("Send the conviction again")
                .doesNotContain("2017");
        assertThat(convictionNotes(",\"dateOfBirth\":\"2017-02-01\"", ",\"victimAge\":2"))
                .isEmpty();
        assertThat(convictionNotes(",\"dateOfBirth\":\"2017-02-01\"", "")).isEmpty();
    }

    private List<String> convictionNotes(String victim, String offence) {
        return ((Reading.Read)
                        reading(
                                AgencyType.POLICE,
                                """
                                {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                                 "kind":"conviction","when":"2020-05-12",
                                 "people":[{"role":"subject","localId":"a1"},{"role":"victim","localId":"c1"%s}],
                                 "body":{"offence":{"wording":"GBH","group":"wounding"%s}}}
                                """
                                        .formatted(victim, offence)))
                .notes();
    }

    @Test
    void whatCannotBeOfASentenceIsSetAsideWithWhatToSend() {
        String gbh = "\"offence\":{\"wording\":\"GBH\",\"group\":\"wounding\"%s}%s";
        assertThat(justice("conviction", "2020-05-12", gbh.formatted("", ""))).isEmpty();
        assertThat(justice("conviction", "2026-03-03", gbh.formatted("", "")))
                .as("convicted in the future")
                .containsExactly("when");
        assertThat(justice("sentence", "2026-03-03", "\"kind\":\"custody\",\"months\":12"))
                .as("sentenced in the future")
                .containsExactly("when");
        assertThat(justice("conviction", "2020-05-12", "\"caution\":false"))
                .as("convicted of nothing")
                .containsExactly("body.offence");
        assertThat(
                        justice(
                                "conviction",
                                "2020-05-12",
                                "\"offence\":{\"wording\":\" \",\"group\":\"other\"}"))
                .as("convicted of something that has no name")
                .containsExactly("body.offence");
        assertThat(
                        justice(
                                "conviction",
                                "2020-05-12",
                                "\"offence\":{\"wording\":\"\",\"group\":\"other\",\"homeOfficeClass\":\"8F\"}"))
                .as("a class is a name")
                .isEmpty();
        assertThat(justice("conviction", "2020-05-12", gbh.formatted(",\"victimAge\":-1", "")))
                .containsExactly("body.offence.victimAge");
        assertThat(justice("conviction", "2020-05-12", gbh.formatted(",\"victimAge\":126", "")))
                .containsExactly("body.offence.victimAge");
        assertThat(justice("conviction", "2020-05-12", gbh.formatted("", ",\"months\":-3")))
                .containsExactly("body.months");
        assertThat(justice("sentence", "2020-05-12", "\"kind\":\"custody\",\"months\":1201"))
                .containsExactly("body.months");
        assertThat(justice("release", "2020-05-12", "\"licenceEnds\":\"2020-05-11\""))
                .as("a licence that ended before the release")
                .containsExactly("body.licenceEnds");
        assertThat(justice("release", "2020-05-12", "\"licenceEnds\":\"2020-05-12\"")).isEmpty();
    }

    private List<String> justice(String kind, String when, String body) {
        Reading reading =
                reading(
                        AgencyType.POLICE,
                        """
                        {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z",
                         "kind":"%s","when":"%s","people":[{"role":"subject","localId":"a1"}],"body":{%s}}
                        """
                                .formatted(kind, when, body));
        return reading instanceof Reading.Unreadable unreadable
                ? unreadable.problems().stream().map(Problem::field).toList()
                : List.of();
    }

    @Test
    void everyKindHasASchemaAndAShape() {
        assertThat(Kinds.all())
                .allSatisfy(k ->
                        assertThat(
                                        Schemas.of(k)
                                                .path("properties")
                                                .path("kind")
                                                .path("const")
                                                .asString())
                                .isEqualTo(k.slug()));
    }

    @Test
    void anIdThatIsNoneIsNamedWhoeverElseIsInTheMessage() {
        assertThat(
                        problems(
                                "{\"sender\":\"westmarsh-gp\",\"id\":\"m\",\"sentAt\":\"2026-03-02T09:55:00Z\",\"kind\":\"note\","
                                        + "\"people\":[{\"role\":\"subject\",\"localId\":\"c\"},"
                                        + "{\"role\":\"mother\",\"localId\":\""
                                        + "x".repeat(129)
                                        + "\"}],\"body\":{\"words\":\"x\"}}"))
                .containsExactly("people[1].localId");
    }

    @Test
    void whatIsSaidBesidesAndCannotBeReadIsSetAsideAloneWhereHarmIsHeard() {
        String injury =
                """
                {"sender":"westmarsh-gp","id":"m1","sentAt":"2026-03-02T09:55:00Z","recordedAt":"yesterday",
                 "kind":"injury-observed","place":{"line":["a"]},
                 "people":[{"role":"subject","localId":"c1","dateOfBirth":"2026-02-30","sex":"boy",
                   "names":[{"given":"Robin"},{"given":"Rob","use":"pet"}],"phones":[[1]],
                   "address":{"line":"1 Mill Row","from":"soon"}}],
                 "body":{"marks":[{"kind":"bruise"}],"mobile":"not really","seenBy":{"a":1}}}
                """;

        assertThat(problems(injury)).isNotEmpty();
        assertThat(
                        MessageReader.hearing()
                                .read(
                                        injury.getBytes(StandardCharsets.UTF_8),
                                        new AgencyId("westmarsh-gp"),
                                        AgencyType.GP,
                                        Instant.parse("2026-03-02T10:00:00Z")))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r -> {
                            assertThat(r.facts())
                                    .anyMatch(f -> f.body() instanceof HealthBody.InjuryObserved)
                                    .anyMatch(f -> f.place().isPresent());
                            assertThat(String.join("\n", r.notes()))
                                    .contains("recordedAt was set aside")
                                    .contains("place.line was set aside")
                                    .contains("people[0].dateOfBirth was set aside")
                                    .contains("people[0].sex was set aside")
                                    .contains("people[0].names[1].use was set aside")
                                    .contains("people[0].phones[0] was set aside")
                                    .contains("people[0].address.from was set aside")
                                    .contains("body.mobile was set aside")
                                    .contains("body.seenBy was set aside")
                                    .doesNotContain("not really");
                        });
    }

    @Test
    void whatCannotBeReadOfAShieldedPlaceIsStillShielded() {
        assertThat(heard("injury-observed", INJURY, "'place':{'line':['a'],'shielded':true},"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r -> {
                            assertThat(r.facts().getFirst().sensitivity())
                                    .isEqualTo(Sensitivity.ADDRESS_SHIELDED);
                            assertThat(r.facts().getFirst().place()).isEmpty();
                        });
        assertThat(heard("injury-observed", INJURY, "'place':{'line':'a','shielded':[2]},"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r ->
                                assertThat(r.facts().getFirst().sensitivity())
                                        .isEqualTo(Sensitivity.ADDRESS_SHIELDED));
        assertThat(heard("injury-observed", INJURY, "'place':{'line':['a'],'shielded':'no'},"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r ->
                                assertThat(r.facts().getFirst().sensitivity())
                                        .isEqualTo(Sensitivity.EVENT));
    }

    @Test
    void nobodyIsPutAtAnothersAddressSinceTheirOwnCannotBeRead() {
        String kind = "household-member-seen";
        String body = "'stay':'home'";
        String mothers = "{'role':'mother','localId':'a1','address':{'line':'1 Mill Row'}}";

        assertThat(named(heard(kind, body, "'place':{'line':['a']},", mothers)))
                .containsExactly("place");
        assertThat(named(heard(kind, body, "", WITH_ODD_ADDRESS, mothers)))
                .containsExactly("place");
        assertThat(heard(kind, body, "", mothers, WITH_ODD_ADDRESS))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        r -> assertThat(r.facts().getFirst().place()).isPresent());
    }

    @Test
    void aCorrectionWithAnythingOddTakesNothingBack() {
        String born = "{'role':'subject','localId':'c1','dateOfBirth':'2026-02-30'}";

        assertThat(heard("injury-observed", INJURY, "", born)).isInstanceOf(Reading.Read.class);
        assertThat(named(heard("injury-observed", INJURY, "'corrects':'m0',", born)))
                .containsExactly("people[0].dateOfBirth");
        assertThat(
                        named(
                                heard(
                                        "injury-observed",
                                        INJURY + ",'mobile':'not really'",
                                        "'corrects':'m0',")))
                .containsExactly("body.mobile");
    }

    @Test
    void aDeathThatCannotBeReadIsNotPassedOverWhereItIsTheNews() {
        String died =
                "{'role':'subject','localId':'c1','names':[{'given':'Robin','family':'Vale'}],'died':'last week'}";

        assertThat(named(heard("person", "", "", died))).containsExactly("people[0].died");
        assertThat(heard("injury-observed", INJURY, "", died)).isInstanceOf(Reading.Read.class);
    }

    private static final String INJURY = "'marks':[{'kind':'bruise'}]";

    private static final String WITH_ODD_ADDRESS =
            "{'role':'subject','localId':'c1','address':{'line':['a']}}";

    private static Reading heard(String kind, String body, String besides, String... people) {
        String all =
                people.length == 0 ? "{'role':'subject','localId':'c1'}" : String.join(",", people);
        String message =
                """
                {'sender':'westmarsh-gp','id':'m1','sentAt':'2026-03-02T09:55:00Z','kind':'%s',%s
                 'people':[%s],'body':{%s}}
                """
                        .formatted(kind, besides, all, body)
                        .replace('\'', '"');
        return MessageReader.hearing()
                .read(message.getBytes(StandardCharsets.UTF_8), GP, AgencyType.GP, RECEIVED);
    }

    private static List<String> named(Reading reading) {
        return reading instanceof Reading.Unreadable unreadable
                ? unreadable.problems().stream().map(Problem::field).toList()
                : List.of();
    }

    @Test
    void theRoleOfAPersonIsReadHoweverItIsWritten() {
        Fact fact =
                read("{\"sender\":\"westmarsh-gp\",\"id\":\"m\",\"sentAt\":\"2026-03-02T09:55:00Z\",\"kind\":\"note\","
                                + "\"people\":[{\"role\":\"UNBORN_CHILD\",\"localId\":\"c\"}],\"body\":{\"words\":\"x\"}}")
                        .getFirst();

        assertThat(fact.participants().getFirst().role()).isEqualTo(PersonRole.UNBORN_CHILD);
    }

    private List<String> problems(String raw) {
        return switch (reading(AgencyType.GP, raw)) {
            case Reading.Unreadable u -> u.problems().stream().map(Problem::field).toList();
            case Reading.Read _ -> List.of();
        };
    }

    private List<Fact> read(String raw) {
        return readAs(AgencyType.GP, raw);
    }

    private List<Fact> readAs(AgencyType type, String raw) {
        Reading reading = reading(type, raw);
        assertThat(reading).as("%s", reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).facts();
    }

    private Reading reading(AgencyType type, String raw) {
        return reader.read(raw.getBytes(StandardCharsets.UTF_8), GP, type, RECEIVED);
    }
}
