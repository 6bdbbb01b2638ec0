package sightline.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LifeEventsTest {

    private static final LocalDate FROM = LocalDate.of(2024, 9, 2);
    private static final LocalDate TO = LocalDate.of(2025, 9, 1);
    private static final long SEED = Long.getLong("seed", 20_241_125L);
    private static final int PEOPLE = 15_000;

    private final LifeEvents run = new Population(Settings.of(SEED, PEOPLE, FROM, TO)).events();
    private final List<LifeEvent> events = new ArrayList<>();

    @BeforeAll
    void live() {
        System.out.println("seed " + SEED);
        run.forEachRemaining(events::add);
    }

    @Test
    void sameSettingsGiveTheSameEventsAndAnotherSeedGivesOthers() {
        Settings small = Settings.of(SEED, 600, FROM, FROM.plusMonths(3));
        Settings other = Settings.of(SEED + 1, 600, FROM, FROM.plusMonths(3));

        List<LifeEvent> first = all(small);

        assertThat(all(small)).isEqualTo(first);
        assertThat(all(other)).isNotEqualTo(first);
    }

    @Test
    void eventsComeInTheOrderOfRecordingAndNoneBeforeItHappened() {
        Instant last = Instant.MIN;
        long number = 0;
        List<LifeEvent> wrong = new ArrayList<>();
        for (LifeEvent event : events) {
            Instant dayBegins = event.happenedOn().atStartOfDay().toInstant(ZoneOffset.ofHours(1));
            boolean ordered = !event.recordedAt().isBefore(last) && event.number() == number++;
            if (!ordered || event.recordedAt().isBefore(dayBegins)) {
                wrong.add(event);
            }
            last = event.recordedAt();
        }

        assertThat(wrong).isEmpty();
        assertThat(last).isBefore(TO.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Test
    void eachRecordIsOnePersonAndKeepsBelongingToThem() {
        Truth truth = run.truth();
        Map<RecordId, PersonId> owners = new HashMap<>();
        run.sourceRecords().forEachRemaining(r -> owners.put(r.record().id(), r.person()));

        List<RecordId> wrong = new ArrayList<>();
        for (LifeEvent event : events) {
            for (Participant each : event.people()) {
                RecordId id = each.record().id();
                boolean own = id.agencyId().equals(event.agencyId());
                if (!own || !truth.personOf(id).equals(Optional.ofNullable(owners.get(id)))) {
                    wrong.add(id);
                }
            }
        }

        owners.forEach((id, owner) -> assertThat(truth.recordsOf(owner)).contains(id));
        assertThat(owners).hasSize(truth.recordCount());
        assertThat(wrong).isEmpty();
        assertThat(truth.personOf(new RecordId("police-westmarsh", "P9999999"))).isEmpty();
        assertThat(truth.personOf(new RecordId("police-nowhere", "P0000001"))).isEmpty();
    }

    @Test
    void noNumberLooksLikeARealPersons() {
        for (AgencyRecord record : records()) {
            record.identifiers().forEach(LifeEventsTest::assertMadeUp);
            Address address = record.address();
            if (address != null) {
                assertThat(address.postcode()).matches("(W[XYK]\\d{1,2} \\d[A-Z]{2}|ZZ99 3VZ)");
                assertThat(address.uprn() == null || address.uprn().startsWith("999")).isTrue();
            }
        }
    }

    private static void assertMadeUp(String scheme, String value) {
        switch (scheme) {
            case "nhs" -> assertThat(value).matches("999\\d{7}");
            case "pnc" -> assertThat(value).contains("/99");
            case "upn" -> assertThat(value.substring(1)).matches("00[123]\\d{9}");
            case "phone" -> assertThat(value).startsWith("07700 900");
            case "email" -> assertThat(value).endsWith("@example.org");
            default -> assertThat(scheme).isEqualTo("crn");
        }
    }

    @Test
    void twinsShareBirthAndMotherAndHaveTheirOwnNamesAndNumbers() {
        Truth truth = run.truth();
        List<Person> twins = truth.people().filter(p -> p.twin() != null).toList();

        assertThat(twins).hasSizeGreaterThan(30);
        for (Person one : twins) {
            Person other = truth.person(Objects.requireNonNull(one.twin()));
            assertThat(other.twin()).isEqualTo(one.id());
            assertThat(other.dateOfBirth()).isEqualTo(one.dateOfBirth());
            assertThat(other.mother()).isEqualTo(one.mother());
            assertThat(other.forename()).isNotEqualTo(one.forename());
            assertThat(other.nhsNumber()).isNotEqualTo(one.nhsNumber());
        }
    }

    @Test
    void householdsHoldTheLivingOnceEachAndNoChildAlone() {
        Truth truth = run.truth();
        Set<PersonId> housed = new HashSet<>();
        truth.households()
                .forEach(h -> h.members().forEach(m -> assertThat(housed.add(m)).isTrue()));

        assertThat(truth.people().filter(p -> p.died() == null).map(Person::id))
                .hasSameElementsAs(housed);
        truth.households()
                .forEach(h ->
                        assertThat(h.members().stream().map(truth::person))
                                .anyMatch(p -> p.dateOfBirth().isBefore(FROM.minusYears(16))));
    }

    @Test
    void parentsAreOldEnoughAndPartnersPointAtEachOther() {
        Truth truth = run.truth();
        truth.people()
                .forEach(p -> {
                    if (p.mother() != null) {
                        LocalDate born = truth.person(p.mother()).dateOfBirth();
                        assertThat(born.plusYears(15)).isBefore(p.dateOfBirth());
                    }
                    if (p.partner() != null) {
                        assertThat(truth.person(p.partner()).partner()).isEqualTo(p.id());
                    }
                });
    }

    @Test
    void eventsComeAtTheRatesOfTheTable() {
        long children = run.truth().people().filter(p -> age(p) < 18).count();
        long born = kinds("birth").count();

        assertThat(children / (double) PEOPLE).isBetween(0.17, 0.27);
        assertThat(born / (double) PEOPLE).isBetween(0.007, 0.014);
        double referrals = kinds("referral").count() / (double) children;
        assertThat(referrals)
                .isCloseTo(Rates.standard().byAge("referral", Sex.FEMALE)[5], within(0.014));
        double missed = share("appointment", "outcome", "not-brought");
        assertThat(missed).isCloseTo(rate("appointment.was-not-brought"), within(0.01));
        double none = share("referral-decision", "outcome", "no-further-action");
        assertThat(none).isCloseTo(rate("referral.no-further-action"), within(0.13));
    }

    @Test
    void theKindsOfOrdinaryLifeAllOccur() {
        assertThat(events.stream().map(LifeEvent::kind).distinct())
                .contains(
                        "person",
                        "birth",
                        "gp-registration",
                        "gp-record-transfer",
                        "health-contact",
                        "injury-observed",
                        "developmental-stage",
                        "appointment",
                        "police-incident",
                        "missing",
                        "home-education",
                        "conviction",
                        "supervision",
                        "residence",
                        "tenancy",
                        "housing-application",
                        "school-roll",
                        "school-absence",
                        "concern",
                        "referral",
                        "referral-decision",
                        "case-closed",
                        "relationship",
                        "pregnancy-booked");
    }

    @Test
    void noInjuryIsRecordedForAChildWhoDoesNotWalk() {
        Truth truth = run.truth();
        for (LifeEvent event : kinds("injury-observed").toList()) {
            PersonId child = truth.personOf(event.people().getFirst().record().id()).orElseThrow();
            LocalDate born = truth.person(child).dateOfBirth();
            assertThat(born.plusMonths(7)).isBefore(event.happenedOn());
        }
    }

    @Test
    void socialCareDecidesAfterItWasAskedAndVisitsAfterItDecided() {
        Map<PersonId, List<LocalDateTime>> asked = moments("referral");
        Map<PersonId, List<LocalDateTime>> decided = moments("referral-decision");
        Map<PersonId, List<LocalDateTime>> visited = moments("visit");

        assertThat(decided).isNotEmpty();
        decided.forEach((child, moments) -> inTurn(asked.getOrDefault(child, List.of()), moments));
        assertThat(visited).isNotEmpty();
        visited.forEach(
                (child, moments) -> inTurn(decided.getOrDefault(child, List.of()), moments));
    }

    /** Of each later thing there is an earlier one that came before it. */
    private static void inTurn(List<LocalDateTime> earlier, List<LocalDateTime> later) {
        for (int i = 0; i < later.size(); i++) {
            assertThat(earlier).as("before " + later).hasSizeGreaterThan(i);
            assertThat(later.get(i)).isAfterOrEqualTo(earlier.get(i));
        }
    }

    private Map<PersonId, List<LocalDateTime>> moments(String kind) {
        Truth truth = run.truth();
        Map<PersonId, List<LocalDateTime>> moments = new HashMap<>();
        for (LifeEvent event : events) {
            LocalTime time = event.happenedAt();
            if (event.kind().equals(kind) && time != null) {
                PersonId child =
                        truth.personOf(event.people().getFirst().record().id()).orElseThrow();
                moments.computeIfAbsent(child, _ -> new ArrayList<>())
                        .add(event.happenedOn().atTime(time));
            }
        }
        moments.values().forEach(Collections::sort);
        return moments;
    }

    private List<AgencyRecord> records() {
        List<AgencyRecord> records = new ArrayList<>();
        run.sourceRecords().forEachRemaining(r -> records.add(r.record()));
        return records;
    }

    private Stream<LifeEvent> kinds(String kind) {
        Instant start = FROM.atStartOfDay().toInstant(ZoneOffset.UTC);
        return events.stream().filter(e -> e.kind().equals(kind) && e.recordedAt().isAfter(start));
    }

    private double share(String kind, String key, String... codes) {
        long wanted =
                kinds(kind)
                        .filter(e ->
                                e.details().get(key) instanceof Detail.Code code
                                        && List.of(codes).contains(code.value()))
                        .count();
        return wanted / (double) kinds(kind).count();
    }

    private static double rate(String key) {
        return Rates.standard().value(key);
    }

    private static int age(Person person) {
        return person.dateOfBirth().until(FROM).getYears();
    }

    private static List<LifeEvent> all(Settings settings) {
        List<LifeEvent> all = new ArrayList<>();
        new Population(settings).events().forEachRemaining(all::add);
        return all;
    }
}
