package sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SharedBody;
import sightline.core.household.KnownFacts.Member;
import sightline.core.identity.Decision;
import sightline.core.identity.Fixtures;
import sightline.core.identity.PlaceDecision;
import sightline.core.identity.PlaceKey;
import sightline.core.identity.UndecidedPair;
import sightline.core.identity.Verdict;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.facts.Facts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

final class IdentityStoreTest {
    private static final String GP = "westmarsh-gp:1";
    private static final String SCHOOL = "westmarsh-school:7";
    private static final String NEXT = "westmarsh-school:9";
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Secrets secrets = Secrets.throwAway();
    private final Facts facts = new Facts(secrets);
    private final Identities identities = new Identities(secrets, facts);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void recordsOfTwoAgenciesAreOneChild() {
        Set<SourceRecord> first = tell(orla("gp", GP, "2014-05-03"));
        Set<SourceRecord> second = tell(orla("school", SCHOOL, "2014-05-03"));

        assertThat(first).containsExactly(record(GP));
        assertThat(second).contains(record(SCHOOL));
        assertThat(person(GP)).isEqualTo(person(SCHOOL));
        assertThat(members(person(GP)))
                .extracting(Member::record)
                .containsExactly(record(GP), record(SCHOOL));
    }

    @Test
    void aCorrectedDateOfBirthSeparatesAgain() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(orla("school", SCHOOL, "2014-05-03"));

        Set<SourceRecord> moved =
                tell(
                        Told.by("westmarsh-school", "school-2")
                                .about(SCHOOL)
                                .correcting("school")
                                .isNamed("Orla", "Penhallow", "1981-11-22"));

        assertThat(person(GP)).isNotEqualTo(person(SCHOOL));
        assertThat(moved).contains(record(SCHOOL));
    }

    @Test
    void whatWasTakenBackNoLongerJoinsAlthoughTheRetractionNamesSomebodyElse() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(orla("school", SCHOOL, "2014-05-03"));

        tell(
                Told.by("westmarsh-school", "school-2")
                        .about("westmarsh-school:8")
                        .retracts("school"));

        assertThat(person(GP)).isNotEqualTo(person(SCHOOL));
    }

    @Test
    void whatCorrectedAnEntryAboutSomebodyElseNoLongerJoinsOnceTheEntryIsTakenBack() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(orla("school", NEXT, "2012-01-09"));
        tell(moved("school-2", SCHOOL, "school"));
        assertThat(person(GP)).isEqualTo(person(SCHOOL));

        Set<SourceRecord> moved =
                tell(Told.by("westmarsh-school", "school-3").about(NEXT).retracts("school"));

        assertThat(person(GP)).isNotEqualTo(person(SCHOOL));
        assertThat(moved).contains(record(SCHOOL));
    }

    @Test
    void whoCorrectsAnEntryAfterItWasTakenBackIsHeard() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(Told.by("westmarsh-school", "school-3").about(NEXT).retracts("school"));

        tell(moved("school-2", SCHOOL, "school"));
        tell(orla("school", NEXT, "2014-05-03"));

        assertThat(person(GP)).isEqualTo(person(SCHOOL)).isNotEqualTo(person(NEXT));
    }

    @Test
    void whoeverIsNotInTheLaterOfTwoCorrectionsIsNobodyByTheEarlierUntilThatIsTakenBack() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(orla("school", NEXT, "2012-01-09"));
        tell(moved("school-2", SCHOOL, "school"), also("school-2", NEXT, "school"));
        assertThat(person(GP)).isEqualTo(person(SCHOOL));

        tell(
                Told.by("westmarsh-school", "school-3")
                        .about(NEXT)
                        .correcting("school")
                        .isNamed("Orla", "Penhallow", "2012-01-09"));
        assertThat(person(GP)).isNotEqualTo(person(SCHOOL));

        tell(Told.by("westmarsh-school", "school-4").about(NEXT).retracts("school-3"));
        assertThat(person(GP)).isEqualTo(person(SCHOOL));
    }

    private static Fact moved(String message, String record, String corrected) {
        return Told.by("westmarsh-school", message)
                .about(record)
                .correcting(corrected)
                .isNamed("Orla", "Penhallow", "2014-05-03");
    }

    /** Another fact of a message, about somebody else. */
    private static Fact also(String message, String record, String corrected) {
        Fact fact = moved(message, record, corrected);
        return new Fact(
                new FactId(fact.id().message(), 1),
                0,
                fact.participants(),
                new SharedBody.Note(new Text("seen at the gate")),
                fact.times(),
                fact.place(),
                Sensitivity.EVENT,
                fact.references());
    }

    @Test
    void everybodyNamedIsSomebodyThoughNothingElseIsKnown() {
        Set<SourceRecord> fresh =
                tell(
                        Told.by("westmarsh-school", "note")
                                .about(SCHOOL)
                                .of(PersonRole.PRACTITIONER, "westmarsh-school:staff-2")
                                .says(new SharedBody.Note(new Text("Seen at the gate."))));

        assertThat(fresh)
                .containsExactlyInAnyOrder(record(SCHOOL), record("westmarsh-school:staff-2"));
        assertThat(person(SCHOOL)).isNotEqualTo(person("westmarsh-school:staff-2"));
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        tell(orla("gp", GP, "2014-05-03"));

        assertThat(tell(orla("gp-2", GP, "2014-05-03"))).isEmpty();
    }

    @Test
    void anUnbornChildIsTheChildBornToTheSameMother() {
        String mother = "westmarsh-gp:20";
        var number = Fixtures.nhs(20);
        tell(
                Told.by("westmarsh-gp", "mother")
                        .about(mother)
                        .isNamed("Maja", "Doe", "1990-01-01"),
                Told.by("westmarsh-gp", "booking")
                        .of(PersonRole.MOTHER, mother)
                        .of(PersonRole.UNBORN_CHILD, mother + "-unborn")
                        .says(
                                new HealthBody.PregnancyBooked(
                                        Optional.of(LocalDate.parse("2026-02-20")), 1)));
        String child = "westmarsh-hospital:90";
        tell(
                Told.by("westmarsh-hospital", "m")
                        .about("westmarsh-hospital:91")
                        .isNamed("Maja", "Doe", "1990-01-01", number),
                Told.by("westmarsh-hospital", "born")
                        .of(PersonRole.CHILD, child)
                        .of(PersonRole.MOTHER, "westmarsh-hospital:91")
                        .says(new HealthBody.Birth(List.of(), false)),
                Told.by("westmarsh-hospital", "child")
                        .about(child)
                        .isNamed("Baby", "Doe", "2026-02-24"));
        assertThat(person(child)).isNotEqualTo(person(mother + "-unborn"));

        Set<SourceRecord> moved =
                tell(
                        Told.by("westmarsh-gp", "mother-2")
                                .about(mother)
                                .isNamed("Maja", "Doe", "1990-01-01", number));

        assertThat(person(child)).isEqualTo(person(mother + "-unborn"));
        assertThat(moved).contains(record(mother + "-unborn"));
    }

    @Test
    void aChildUnderAnotherSpellingIsOneWithItsMotherAndItsTwinIsNot() {
        child("westmarsh-gp", "Tobi", "Theo");
        child("westmarsh-school", "Toby", "Teo");
        child("westmarsh-police", "Tobias", "Thea");

        assertThat(person("westmarsh-gp:Tobi"))
                .isEqualTo(person("westmarsh-school:Toby"))
                .isEqualTo(person("westmarsh-police:Tobias"));
        assertThat(person("westmarsh-gp:mother")).isEqualTo(person("westmarsh-police:mother"));
        assertThat(members(person("westmarsh-gp:Theo")))
                .extracting(it -> it.record().text())
                .doesNotContain(
                        "westmarsh-gp:Tobi", "westmarsh-school:Toby", "westmarsh-police:Thea");
    }

    /** A child and its twin with their mother, as one agency knows them, each under its name. */
    private void child(String agency, String given, String twin) {
        String mother = agency + ":mother";
        tell(
                Told.by(agency, "m").about(mother).isNamed("Rena", "Smith", "1992-05-05"),
                named(agency, given),
                tied(agency, given, mother),
                named(agency, twin),
                tied(agency, twin, mother));
    }

    private static Fact named(String agency, String given) {
        return Told.by(agency, "named-" + given)
                .about(agency + ":" + given)
                .isNamed(given, "Smith", "2018-04-04");
    }

    private static Fact tied(String agency, String given, String mother) {
        return Told.by(agency, "tied-" + given)
                .of(PersonRole.CHILD, agency + ":" + given)
                .of(PersonRole.MOTHER, mother)
                .says(new HealthBody.Birth(List.of(), false));
    }

    @Test
    void aPersonDecidesAndTakesItBack() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(orla("school", SCHOOL, "2014-05-03"));
        PersonId together = person(GP);
        Decision apart =
                new Decision(record(GP), record(SCHOOL), Verdict.NOT_THE_SAME, "w-7", MONDAY);

        Set<SourceRecord> separated = ask(it -> it.decide(apart));
        Set<Decision> kept = ask(it -> it.decisions(Set.of(record(GP))));

        assertThat(separated).isNotEmpty();
        assertThat(person(GP)).isNotEqualTo(person(SCHOOL));
        assertThat(kept).containsExactly(apart);

        Set<SourceRecord> joined = ask(it -> it.undo(apart));

        assertThat(joined).isNotEmpty();
        assertThat(person(GP)).isEqualTo(person(SCHOOL)).isEqualTo(together);
    }

    @Test
    void aDecisionToJoinMakesItSureAndTellsWhoseCertaintyChanged() {
        tell(orla("gp", GP, "2014-05-03"));
        tell(orla("school", SCHOOL, "2014-05-03"));
        assertThat(certainty(GP)).isEqualTo(Certainty.LIKELY);

        Set<SourceRecord> changed =
                ask(it ->
                        it.decide(
                                new Decision(
                                        record(GP), record(SCHOOL), Verdict.JOIN, "w-7", MONDAY)));

        assertThat(certainty(GP)).isEqualTo(Certainty.CONFIRMED);
        assertThat(changed).containsExactlyInAnyOrder(record(GP), record(SCHOOL));
    }

    @Test
    void anOldIdLeadsToWhoeverHoldsItsRecordNow() {
        tell(orla("school", SCHOOL, "2014-05-03"));
        PersonId old = person(SCHOOL);
        tell(orla("gp", GP, "2014-05-03"));

        Optional<PersonId> current = ask(it -> it.current(old));
        Map<PersonId, List<Member>> records = ask(it -> it.recordsOf(List.of(old)));

        assertThat(current).contains(person(SCHOOL)).isNotEqualTo(Optional.of(old));
        assertThat(records).isEmpty();
    }

    @Test
    void aPairThatMayBeOneWaitsInTheQueueUntilItIsDecided() {
        tell(
                Told.by("westmarsh-gp", "g")
                        .about(GP)
                        .says(named("Orla", List.of("01632 960001"), List.of("home@example.org"))));
        tell(
                Told.by("westmarsh-school", "s")
                        .about(SCHOOL)
                        .says(named("Maja", List.of("01632 960001"), List.of("home@example.org"))));

        List<UndecidedPair> queue = ask(it -> it.reviewQueue(10));

        List<UndecidedPair> resolvers =
                database.transactions()
                        .asJob(JobName.RESOLVER, sql -> identities.in(sql).reviewQueue(10));
        assertThat(queue).hasSize(1).isEqualTo(resolvers);
        ask(it ->
                it.decide(
                        new Decision(
                                record(GP), record(SCHOOL), Verdict.NOT_THE_SAME, "w", MONDAY)));
        List<UndecidedPair> left = ask(it -> it.reviewQueue(10));
        assertThat(left).isEmpty();
    }

    @Test
    void twoSpellingsAreOnePlaceAndNoFixedAbodeIsNone() {
        String one = "12 Heron Way, Westmarsh, WM1 4AB";
        String other = "12, Heron way Westmarsh WM1 4AB";
        String nowhere = "No fixed abode";
        tell(
                Told.by("westmarsh-gp", "a").about(GP).at(one).lives(),
                Told.by("westmarsh-school", "b").about(SCHOOL).at(other).lives(),
                Told.by("westmarsh-gp", "c").about("westmarsh-gp:2").at(nowhere).lives());

        Map<Address, PlaceId> placed =
                ask(it ->
                        it.placesOf(
                                List.of(
                                        Told.address(one),
                                        Told.address(other),
                                        Told.address(nowhere))));

        assertThat(placed).containsOnlyKeys(Told.address(one), Told.address(other));
        assertThat(Set.copyOf(placed.values())).hasSize(1);
        List<Fact> occupying = ask(it -> it.occupying(placed.values(), 10));
        List<Fact> newest = ask(it -> it.occupying(placed.values(), 1));
        assertThat(occupying).extracting(IdentityStoreTest::subject).containsExactly(GP, SCHOOL);
        assertThat(newest).extracting(IdentityStoreTest::subject).containsExactly(SCHOOL);
    }

    @Test
    void whoLivesAtAPlaceThatBecomesAnotherIsTold() {
        String one = "12 Heron Way, Westmarsh, WM1 4AB";
        String other = "14 Heron Way, Westmarsh, WM1 4AB";
        tell(
                Told.by("westmarsh-gp", "a").about(GP).at(one).lives(),
                Told.by("westmarsh-school", "b").about(SCHOOL).at(other).lives());
        PlaceDecision join =
                new PlaceDecision(
                        PlaceKey.parse(one), PlaceKey.parse(other), Verdict.JOIN, "w", MONDAY);

        Set<SourceRecord> changed = ask(it -> it.decide(join));

        assertThat(changed).hasSize(1);
        assertThat(places(one, other)).isEqualTo(1);
        Set<SourceRecord> back = ask(it -> it.undo(join));
        assertThat(back).isEqualTo(changed);
        assertThat(places(one, other)).isEqualTo(2);
    }

    @Test
    void namesDatesAndAddressesAreNoPlainTextInTheDatabase() {
        tell(
                orla("gp", GP, "2014-05-03"),
                Told.by("westmarsh-gp", "a").about(GP).at("12 Heron Way, Westmarsh").lives());

        var kept =
                database.owner()
                        .sql(
                                """
                                SELECT details FROM identity.details
                                UNION ALL SELECT content FROM identity.address
                                UNION ALL SELECT convert_to(key, 'UTF8') FROM identity.blocking
                                UNION ALL SELECT convert_to(key, 'UTF8') FROM identity.address_block
                                """)
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list();

        assertThat(kept)
                .isNotEmpty()
                .noneMatch(it -> it.toLowerCase(java.util.Locale.ROOT).contains("penhallow"))
                .noneMatch(it -> it.contains("2014-05-03"))
                .noneMatch(it -> it.toLowerCase(java.util.Locale.ROOT).contains("heron"));
    }

    /** As a version kept it that knew of no children of mothers who are one. */
    @Test
    void whatWasDecidedOfMothersEarlierCountsForTheirChildrenWithoutAnyMessage() {
        tell(
                Told.by("westmarsh-gp", "mother")
                        .about("westmarsh-gp:20")
                        .isNamed("Maja", "Doe", "1990-02-03"),
                booked("westmarsh-gp", "westmarsh-gp:20"),
                Told.by("westmarsh-hospital", "mother")
                        .about("westmarsh-hospital:91")
                        .isNamed("Adelaide", "Marsh", "1990-03-02"),
                booked("westmarsh-hospital", "westmarsh-hospital:91"));
        String one = "westmarsh-gp:20-unborn";
        String other = "westmarsh-hospital:91-unborn";
        assertThat(person(one)).isNotEqualTo(person(other));
        new PostgresIdentityIndex(
                        database.owner(),
                        new SealedJson(new byte[32]),
                        new RecordNames.Remembered())
                .add(
                        new Decision(
                                record("westmarsh-gp:20"),
                                record("westmarsh-hospital:91"),
                                Verdict.JOIN,
                                "worker-7",
                                MONDAY));

        // A mother at a time: two, and then no more.
        Set<SourceRecord> first = ask(it -> it.takeUpEarlierDecisions(1)).orElseThrow();
        Set<SourceRecord> second = ask(it -> it.takeUpEarlierDecisions(1)).orElseThrow();

        assertThat(person(one)).isEqualTo(person(other));
        assertThat(first.size() + second.size()).isPositive();
        Optional<Set<SourceRecord>> third = ask(it -> it.takeUpEarlierDecisions(1));
        assertThat(third).isEmpty();
    }

    private static Fact booked(String agency, String mother) {
        return Told.by(agency, "booking")
                .of(PersonRole.MOTHER, mother)
                .of(PersonRole.UNBORN_CHILD, mother + "-unborn")
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2026-02-20")), 1));
    }

    private Set<SourceRecord> tell(Fact... told) {
        return database.transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> identities.in(sql).apply(facts.in(sql).append(List.of(told))));
    }

    private <T> T ask(Function<IdentityStore, T> question) {
        return database.transactions()
                .asJob(JobName.PIPELINE, sql -> question.apply(identities.in(sql)));
    }

    private static Fact orla(String message, String record, String born) {
        return Told.by(SourceRecord.parse(record).agency().value(), message)
                .about(record)
                .isNamed("Orla", "Penhallow", born);
    }

    private PersonId person(String record) {
        Map<SourceRecord, PersonId> people = ask(it -> it.peopleOf(Set.of(record(record))));
        return Objects.requireNonNull(people.get(record(record)));
    }

    private List<Member> members(PersonId person) {
        return ask(it -> it.recordsOf(List.of(person))).getOrDefault(person, List.of());
    }

    private Certainty certainty(String record) {
        return members(person(record)).stream().map(Member::certainty).findFirst().orElseThrow();
    }

    private long places(String... lines) {
        var addresses = java.util.Arrays.stream(lines).map(Told::address).toList();
        return ask(it -> it.placesOf(addresses)).values().stream().distinct().count();
    }

    private static PersonBody.Person named(String given, List<String> phones, List<String> emails) {
        return new PersonBody.Person(
                List.of(
                        new PersonBody.PersonName(
                                List.of(given), "Penhallow", PersonBody.PersonName.Use.CURRENT)),
                Optional.of(PartialDate.parse("2014-05-03")),
                Optional.empty(),
                List.of(),
                phones,
                emails,
                Optional.empty(),
                Optional.empty());
    }

    private static String subject(Fact fact) {
        return fact.subject().orElseThrow().text();
    }

    private static SourceRecord record(String text) {
        return SourceRecord.parse(text);
    }
}
