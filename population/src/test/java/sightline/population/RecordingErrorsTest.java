package sightline.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The errors in records against the truth on the day of capture. */
final class RecordingErrorsTest {

    private static final long SEED = Long.getLong("seed", 5_061L);
    private static final LocalDate FROM = LocalDate.of(2024, 9, 2);

    private final Rates rates = Rates.standard();

    /** A record, whose it is, and the surname and dwelling of that day. */
    private record Seen(SourceRecord source, Person person, String surname, DwellingId dwelling) {
        AgencyRecord record() {
            return source.record();
        }
    }

    @Test
    void errorsComeAtTheRatesOfTheTable() {
        List<Seen> seen = seen(1.0);
        List<Seen> women = seen.stream().filter(s -> s.person().sex() == Sex.FEMALE).toList();

        assertThat(seen).hasSizeGreaterThan(80_000);
        double forenames = sum("forename", "f");
        assertThat(share(women, s -> !s.record().forename().equals(s.person().forename())))
                .isCloseTo(forenames, within(0.004));
        assertThat(share(women, s -> !s.record().surname().equals(s.surname())))
                .isCloseTo(sum("surname", "f"), within(0.008));
        assertThat(share(seen, s -> !s.record().sex().equals(s.person().sex().slug())))
                .isCloseTo(rates.value("error.sex"), within(0.001));
        double births = rates.value("error.birth.not-full") + rates.value("missing.birth");
        assertThat(
                        share(
                                seen,
                                s ->
                                        !s.record()
                                                .dateOfBirth()
                                                .equals(s.person().dateOfBirth().toString())))
                .isCloseTo(births, within(0.0015));
    }

    @Test
    void twoAgenciesRecordsOfOnePersonHaveAnotherHomeAsOftenAsTheTableSays() {
        Map<Person, List<Seen>> records = new HashMap<>();
        seen(1.0).stream()
                .filter(s -> s.source().dwelling().isPresent())
                .forEach(s -> records.computeIfAbsent(s.person(), _ -> new ArrayList<>()).add(s));
        List<Boolean> differ =
                records.values().stream().flatMap(RecordingErrorsTest::differences).toList();

        assertThat(differ).hasSizeGreaterThan(100_000);
        assertThat(differ.stream().filter(d -> d).count() / (double) differ.size())
                .isCloseTo(rates.value("error.postcode.none"), within(0.06));
    }

    /** Of each two records of one person at two agencies, whether they mean different homes. */
    private static Stream<Boolean> differences(List<Seen> records) {
        return records.stream()
                .flatMap(a ->
                        records.stream()
                                .filter(b -> agency(a).compareTo(agency(b)) < 0)
                                .map(b -> !a.source().dwelling().equals(b.source().dwelling())));
    }

    private static String agency(Seen seen) {
        return seen.record().id().agencyId();
    }

    @Test
    void whatIsCheckedAgainIsTheHomeOfThatDay() {
        List<Seen> practices =
                seen(1.0).stream()
                        .filter(s -> s.record().id().agencyId().startsWith("gp"))
                        .filter(s -> !s.record().capturedOn().isBefore(FROM))
                        .filter(s -> s.source().dwelling().isPresent())
                        .toList();

        assertThat(practices).hasSizeGreaterThan(1_000);
        assertThat(share(practices, s -> !s.source().dwelling().equals(Optional.of(s.dwelling()))))
                .isLessThan(0.02);
    }

    @Test
    void oneDwellingIsWrittenInSeveralWays() {
        Map<DwellingId, Set<String>> spellings = new HashMap<>();
        for (Seen s : seen(1.0)) {
            Address address = s.record().address();
            if (address != null) {
                s.source()
                        .dwelling()
                        .ifPresent(d ->
                                spellings
                                        .computeIfAbsent(d, k -> new HashSet<>())
                                        .add(address.line()));
            }
        }

        assertThat(spellings.values().stream().filter(s -> s.size() > 1).count())
                .isGreaterThan(3_000);
    }

    @Test
    void aFactorOfNoneGivesRecordsWithoutErrors() {
        for (Seen s : seen(0)) {
            assertThat(s.record().forename()).isEqualTo(s.person().forename());
            assertThat(s.record().surname()).isEqualTo(s.surname());
            assertThat(s.record().dateOfBirth()).isEqualTo(s.person().dateOfBirth().toString());
            assertThat(s.source().dwelling()).contains(s.dwelling());
            String nhs = s.record().identifiers().get("nhs");
            assertThat(nhs == null || NumbersTest.checksOut(nhs)).isTrue();
        }
    }

    @Test
    void noVariantOfTheTableIsOneThatComparatorsMayKnow() {
        for (List<String> row : Resources.rows("forename-variants.csv")) {
            assertThat(NameSplit.belongsToPopulation(row.get(0), row.get(1))).isTrue();
            assertThat(NameSplit.belongsToPopulation(row.get(1), row.get(0))).isTrue();
        }
        assertThat(NameSplit.belongsToPopulation("Robert", "Bob"))
                .isEqualTo(NameSplit.belongsToPopulation("bob", "ROBERT"));
    }

    private List<Seen> seen(double factor) {
        System.out.println("seed " + SEED);
        Settings settings = new Settings(SEED, 25_000, FROM, FROM.plusDays(28), factor);
        LifeEvents run = new Population(settings).events();
        run.forEachRemaining(e -> {});
        Truth truth = run.truth();
        List<Seen> seen = new ArrayList<>();
        run.sourceRecords()
                .forEachRemaining(r -> {
                    Person person = truth.person(r.person());
                    LocalDate day = r.record().capturedOn();
                    seen.add(new Seen(r, person, surname(person, day), dwelling(person, day)));
                });
        return seen;
    }

    private static String surname(Person person, LocalDate day) {
        for (Person.Surname surname : person.surnames()) {
            LocalDate until = surname.until();
            if (until == null || day.isBefore(until)) {
                return surname.name();
            }
        }
        return person.surname();
    }

    private static DwellingId dwelling(Person person, LocalDate day) {
        DwellingId dwelling = person.residences().getFirst().dwelling();
        for (Person.Residence residence : person.residences()) {
            if (!residence.from().isAfter(day)) {
                dwelling = residence.dwelling();
            }
        }
        return dwelling;
    }

    private double sum(String part, String sex) {
        return rates.value("error." + part + ".sounds-alike." + sex)
                + rates.value("error." + part + ".first-two." + sex)
                + rates.value("error." + part + ".other." + sex);
    }

    private static double share(List<Seen> seen, Predicate<Seen> which) {
        return seen.stream().filter(which).count() / (double) seen.size();
    }
}
