package sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.identity.People;
import sightline.core.identity.PersonIds;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.RecordName;
import sightline.core.identity.Resolution;
import sightline.core.identity.Sex;
import sightline.core.identity.UndecidedPair;
import sightline.core.kernel.SourceRecord;
import sightline.linkage.text.Similarity;
import sightline.population.AgencyRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Each child of an invented population gets a twin with records like its own, slips and all, under
 * a forename that is one of the five most like its own of all that many children bear. Nobody has a
 * number; one agency keeps both as a rule. Now and then the name drawn is a form of the twin's own,
 * Jamie of James, as parents do not choose: of those some are joined.
 */
@Tag("ci")
final class TwinsOfAPopulationTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final int RECORDS = TestSize.chosen().of(600, 6_000, 40_000);
    private static final int MOST_ALIKE = 5;
    private static final int BEARERS_MIN = 2_000;
    private static final Names NAMES = new Names();
    private static final LocalDate CHILDREN_FROM = LocalDate.of(2006, 9, 2);

    private final Random random = new Random(SEED);
    private final List<RecordDetails> records = new ArrayList<>();
    private final Map<SourceRecord, String> truth = new HashMap<>();
    private final Map<SourceRecord, String> called = new HashMap<>();

    @Test
    void twinsWhoseNamesAreAlikeStayTwo() {
        children().forEach(this::twins);
        var people = new People(new PersonIds(new byte[32])).resolve(records, List.of());
        var figures = new Figures(people, truth, called);

        System.out.printf(Locale.ROOT, "%s (seed %d)%n", figures, SEED);
        assertThat(figures.pairs).as("twins, seed %d", SEED).isGreaterThan(RECORDS / 50);
        assertThat(figures.joined)
                .as("%s, seed %d", figures, SEED)
                .hasSizeLessThanOrEqualTo(Math.toIntExact(figures.pairs / 20));
        assertThat(figures.found)
                .as("%s, seed %d", figures, SEED)
                .isGreaterThan(figures.ofOne * 7 / 10);
    }

    /** The records of each child, by who it truly is. */
    private Map<sightline.population.PersonId, List<RecordDetails>> children() {
        var world = new Invented(SEED, RECORDS);
        var children =
                new TreeMap<sightline.population.PersonId, List<RecordDetails>>(
                        Comparator.comparing(Object::toString));
        for (var record : world.records) {
            var born = record.datesOfBirth().stream().map(it -> it.earliest()).findFirst();
            if (born.filter(it -> !it.isBefore(CHILDREN_FROM)).isPresent()) {
                var person = Objects.requireNonNull(world.truth.get(record.record()));
                children.computeIfAbsent(person, _ -> new ArrayList<>()).add(record);
            }
        }
        return children;
    }

    private void twins(sightline.population.PersonId person, List<RecordDetails> own) {
        var written = own.stream().flatMap(it -> forename(it).stream()).toList();
        var name =
                written.stream()
                        .filter(NAMES::has)
                        .findFirst()
                        .or(() -> written.stream().filter(it -> it.length() > 2).findFirst());
        if (name.isEmpty()) {
            return;
        }
        var sex = own.stream().flatMap(it -> it.sex().stream()).findFirst();
        var twin = NAMES.oneOfTheMostAlike(name.get(), sex, random);
        for (var record : own) {
            add(changed(record, record.record(), record.names()), person + "/1");
            var id =
                    new SourceRecord(
                            record.record().agency(), record.record().localId() + "-other");
            var names = record.names().stream().map(it -> renamed(it, name.get(), twin)).toList();
            add(changed(record, id, names), person + "/2");
        }
    }

    private void add(RecordDetails record, String person) {
        records.add(record);
        truth.put(record.record(), person);
        called.put(record.record(), forename(record).orElse(""));
    }

    private static Optional<String> forename(RecordDetails record) {
        return record.names().stream()
                .filter(it -> !it.given().isEmpty())
                .map(it -> it.given().getFirst().split(" ")[0].toLowerCase(Locale.ROOT))
                .findFirst();
    }

    /** The twin's name, with an initial where there is one, and a letter lost at any other slip. */
    private static RecordName renamed(RecordName written, String own, String twin) {
        if (written.given().isEmpty()) {
            return written;
        }
        var first = written.given().getFirst().split(" ")[0].toLowerCase(Locale.ROOT);
        var name = first.equals(own) ? twin : twin.charAt(0) + twin.substring(2);
        return new RecordName(
                List.of(first.length() == 1 ? twin.substring(0, 1) : name),
                written.family(),
                written.kind());
    }

    private static RecordDetails changed(
            RecordDetails record, SourceRecord id, List<RecordName> names) {
        return new RecordDetails(
                id,
                names,
                record.datesOfBirth(),
                record.sex(),
                List.of(),
                record.stays(),
                record.phones(),
                record.emails(),
                record.unborn(),
                record.mother(),
                record.died());
    }

    /** The forenames that many children bear, by sex. */
    private static final class Names {
        private final Map<String, Set<String>> bySex = new HashMap<>();
        private final Similarity similarity = new Similarity();

        Names() {
            try (var in =
                    Objects.requireNonNull(
                            AgencyRecord.class.getResourceAsStream("forenames.csv"))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .skip(1)
                        .map(line -> line.toLowerCase(Locale.ROOT).split(","))
                        .filter(row -> Integer.parseInt(row[4]) >= BEARERS_MIN)
                        .forEach(row ->
                                bySex.computeIfAbsent(row[2], _ -> new TreeSet<>()).add(row[3]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean has(String name) {
            return bySex.values().stream().anyMatch(it -> it.contains(name));
        }

        String oneOfTheMostAlike(String name, Optional<Sex> sex, Random random) {
            var letters = name.toCharArray();
            var alike =
                    bySex.entrySet().stream()
                            .filter(it -> sex.isEmpty() || it.getKey().equals(letter(sex.get())))
                            .flatMap(it -> it.getValue().stream())
                            .distinct()
                            .filter(it -> !it.equals(name) && !oneName(it, name))
                            .sorted(
                                    Comparator.comparingDouble(it ->
                                            -similarity.jaroWinkler(letters, it.toCharArray())))
                            .limit(MOST_ALIKE)
                            .toList();
            return alike.get(random.nextInt(alike.size()));
        }

        private static String letter(Sex sex) {
            return sex == Sex.FEMALE ? "f" : "m";
        }

        /** What no parents call two children: Lily and Lilly, Aidan and Aiden. */
        private static boolean oneName(String a, String b) {
            return vowelsApart(a).equals(vowelsApart(b));
        }

        private static String vowelsApart(String name) {
            return name.replaceAll("(?:ie|ey|y|i)$", "y")
                    .replaceAll("(?:e|h)$", "")
                    .replaceAll("[aeiou]+", "a")
                    .replaceAll("(.)\\1", "$1");
        }
    }

    /** What became of the twins. */
    private static final class Figures {
        private final long pairs;
        private final List<Set<String>> joined;
        private final long asked;
        private final long ofOne;
        private final long found;

        Figures(
                Resolution people,
                Map<SourceRecord, String> truth,
                Map<SourceRecord, String> called) {
            pairs = truth.values().stream().distinct().count() / 2;
            joined =
                    people.people().stream()
                            .filter(it -> who(it.records(), truth).size() > 1)
                            .map(it -> who(it.records(), called))
                            .toList();
            asked =
                    people.undecided().stream()
                            .filter(it -> areTwins(it, truth))
                            .map(it -> child(it, truth))
                            .distinct()
                            .count();
            ofOne = pairsOfOne(truth.values());
            found =
                    people.people().stream()
                            .mapToLong(it ->
                                    pairsOfOne(
                                            it.records().stream()
                                                    .map(record ->
                                                            Objects.requireNonNull(
                                                                    truth.get(record)))
                                                    .toList()))
                            .sum();
        }

        private static Set<String> who(Set<SourceRecord> records, Map<SourceRecord, String> truth) {
            return records.stream()
                    .map(it -> Objects.requireNonNull(truth.get(it)))
                    .collect(Collectors.toSet());
        }

        private static boolean areTwins(UndecidedPair pair, Map<SourceRecord, String> truth) {
            return who(Set.of(pair.first(), pair.second()), truth).size() == 2;
        }

        private static String child(UndecidedPair pair, Map<SourceRecord, String> truth) {
            return Objects.requireNonNull(truth.get(pair.first())).split("/")[0];
        }

        private static long pairsOfOne(Collection<String> who) {
            return who.stream()
                    .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(count -> count * (count - 1) / 2)
                    .sum();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d pairs of twins, %d joined %s, %d asked about; %d pairs of records of one"
                            + " twin, %d found",
                    pairs,
                    joined.size(),
                    joined,
                    asked,
                    ofOne,
                    found);
        }
    }
}
