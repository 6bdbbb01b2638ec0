package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.YamlNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The labelled incident logs are complete, and their two halves alike and apart. Failures name a
 * log by its id alone, so that a run of this test opens nothing of the held-out half.
 */
final class IncidentSetTest {
    private static final int LOGS_MIN = 400;
    private static final double MIX_TOLERANCE = 0.10;
    private static final int ADULT_BEFORE_2013 = 18;
    private static final int ADULT_SINCE_2013 = 16;
    private static final LocalDate SIXTEEN_FROM = LocalDate.of(2013, 3, 31);

    private static final Set<String> CLASSES =
            Set.of(
                    "welfare check",
                    "noise",
                    "criminal damage",
                    "assault without injury",
                    "abandoned 999 call",
                    "nuisance",
                    "drunkenness",
                    "harassment",
                    "theft between connected people",
                    "dispute",
                    "missing person",
                    "concern for safety",
                    "breach of bail",
                    "civil matter over child contact");

    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "class",
                    "date",
                    "place",
                    "text",
                    "parties",
                    "recorded",
                    "flag",
                    "domestic",
                    "connected",
                    "child",
                    "why",
                    "hard");

    private final List<YamlNode> development = read("development");
    private final List<YamlNode> heldOut = read("held-out");

    @Test
    void hasAtLeastFourHundredLogsInTwoEqualHalves() {
        assertThat(development.size() + heldOut.size()).isGreaterThanOrEqualTo(LOGS_MIN);
        assertThat(development).hasSameSizeAs(heldOut);
    }

    @Test
    void givesEachLogItsOwnIdThatTellsItsHalf() {
        assertThat(both().map(log -> log.text("id"))).doesNotHaveDuplicates();
        assertThat(development).allMatch(log -> log.text("id").matches("D-\\d{3}"));
        assertThat(heldOut).allMatch(log -> log.text("id").matches("H-\\d{3}"));
    }

    @Test
    void holdsNoTextTwice() {
        var seen = new HashSet<String>();
        assertThat(idsWhere(log -> !seen.add(plain(log.text("text"))))).isEmpty();
    }

    @Test
    void givesEachLogAllItsFields() {
        assertThat(idsWhere(log -> !log.names().equals(FIELDS))).isEmpty();
        assertThat(
                        idsWhere(log ->
                                Stream.of("place", "text", "connected", "why", "hard")
                                        .anyMatch(field -> log.text(field).isBlank())))
                .isEmpty();
        assertThat(idsWhere(log -> !CLASSES.contains(log.text("class")))).isEmpty();
        assertThat(
                        idsWhere(log ->
                                !Set.of("related", "none", "not-related")
                                        .contains(log.text("child"))))
                .isEmpty();
        assertThat(idsWhere(log -> log.nodes("parties").isEmpty())).isEmpty();
    }

    @Test
    void saysHowTheyAreConnectedExactlyWhereItIsDomestic() {
        assertThat(idsWhere(log -> domestic(log) == log.text("connected").equals("none")))
                .isEmpty();
    }

    @Test
    void datesAreDaysAndNothingRecordedStartsAfterTheIncident() {
        assertThat(
                        idsWhere(log -> {
                            var day = LocalDate.parse(log.text("date"));
                            return Stream.concat(
                                            log.nodes("parties").stream(),
                                            log.nodes("recorded").stream())
                                    .flatMap(node -> days(node, "born", "from"))
                                    .anyMatch(day::isBefore);
                        }))
                .isEmpty();
        assertThat(
                        idsWhere(log ->
                                log.nodes("recorded").stream()
                                        .anyMatch(IncidentSetTest::endsBeforeItStarts)))
                .isEmpty();
    }

    @Test
    void recordsAreOfPartiesOfTheLog() {
        assertThat(
                        idsWhere(log -> {
                            var keys =
                                    log.nodes("parties").stream()
                                            .map(party -> party.text("key"))
                                            .collect(Collectors.toSet());
                            return log.nodes("recorded").stream()
                                    .anyMatch(entry -> !keys.containsAll(entry.texts("of")));
                        }))
                .isEmpty();
    }

    @Test
    void noLogIsDomesticUnlessTwoPartiesMayBeOldEnough() {
        assertThat(
                        idsWhere(log ->
                                domestic(log)
                                        && log.nodes("parties").stream()
                                                        .filter(party -> oldEnough(party, log))
                                                        .count()
                                                < 2))
                .isEmpty();
    }

    @Test
    void mixesBothHalvesAlike() {
        alike(log -> log.text("class"));
        alike(log -> log.text("domestic"));
        alike(log -> log.text("class") + ", domestic " + log.text("domestic"));
        assertThat(share(development)).isCloseTo(0.5, within(MIX_TOLERANCE));
        assertThat(share(heldOut)).isCloseTo(0.5, within(MIX_TOLERANCE));
    }

    private void alike(Function<YamlNode, String> by) {
        Map<String, Long> ours = counts(development, by);
        Map<String, Long> theirs = counts(heldOut, by);
        assertThat(theirs.keySet()).isEqualTo(ours.keySet());
        ours.forEach((key, count) ->
                assertThat((double) theirs.getOrDefault(key, 0L))
                        .as(key)
                        .isCloseTo(count, within(count * MIX_TOLERANCE)));
    }

    private static Map<String, Long> counts(List<YamlNode> logs, Function<YamlNode, String> by) {
        return logs.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static double share(List<YamlNode> logs) {
        return (double) logs.stream().filter(IncidentSetTest::domestic).count() / logs.size();
    }

    private static boolean domestic(YamlNode log) {
        return Boolean.parseBoolean(log.text("domestic"));
    }

    private static boolean oldEnough(YamlNode party, YamlNode log) {
        var day = LocalDate.parse(log.text("date"));
        int adult = day.isBefore(SIXTEEN_FROM) ? ADULT_BEFORE_2013 : ADULT_SINCE_2013;
        return days(party, "born").allMatch(born -> Period.between(born, day).getYears() >= adult);
    }

    private static boolean endsBeforeItStarts(YamlNode entry) {
        return days(entry, "from")
                .anyMatch(from -> days(entry, "to").anyMatch(to -> to.isBefore(from)));
    }

    private static Stream<LocalDate> days(YamlNode node, String... fields) {
        return Stream.of(fields)
                .filter(field -> node.values().get(field) != null)
                .map(field -> LocalDate.parse(node.text(field)));
    }

    private static String plain(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<String> idsWhere(Predicate<YamlNode> wrong) {
        return both().filter(wrong).map(log -> log.text("id")).toList();
    }

    private Stream<YamlNode> both() {
        return Stream.concat(development.stream(), heldOut.stream());
    }

    /** JSON on one line is YAML. */
    private static List<YamlNode> read(String half) {
        try (InputStream in =
                Objects.requireNonNull(
                        IncidentSetTest.class.getResourceAsStream(
                                "/incidents/" + half + ".ndjson"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> YamlNode.read(half, line))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read the incident set", unreadable);
        }
    }
}
