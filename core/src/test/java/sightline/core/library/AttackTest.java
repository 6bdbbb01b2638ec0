package sightline.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody who wants to know whom a review is about reads the local papers and the whole library:
 * of a published review they must not find out, of one that was not made ready they must.
 */
final class AttackTest {
    private static final long SEED = Long.getLong("seed", 20_260_915L);
    private static final int CASES = 200;

    /** The papers wrote of these, and of as many others again, ten times. */
    private final List<InventedCase> corpus = InventedCase.some(CASES * 10, SEED);

    private final List<InventedCase> cases = corpus.subList(0, CASES);

    /** Every story's words, and how much each word tells: the fewer stories have it, the more. */
    private final Map<InventedCase, Set<String>> stories =
            corpus.stream().collect(Collectors.toMap(Function.identity(), c -> words(c.news())));

    private final Map<String, Long> common =
            stories.values().stream()
                    .flatMap(Set::stream)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    @Test
    void atMostOneOfAHundredIsFoundOutAndNineOfTenOfThoseNotMadeReady() {
        Map<InventedCase, String> published =
                cases.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        c -> c.published(corpus).everything()));
        Set<String> inEveryReview = inAll(List.copyOf(published.values()));
        int found = attack(c -> Objects.requireNonNull(published.get(c)), inEveryReview);
        int control = attack(InventedCase::unredacted, Set.of());
        assertThat(cases).extracting(c -> c.known().manner()).contains(0, 1, 2, 3);
        assertThat(control).as("seed %d", SEED).isGreaterThanOrEqualTo(CASES * 90 / 100);
        assertThat(found).as("seed %d", SEED).isLessThanOrEqualTo(CASES / 100);
    }

    @Test
    void noCanaryIsLeftInAnyField() {
        for (InventedCase one : cases) {
            assertThat(one.canaries().scan(one.unredacted())).isNotEmpty();
            assertThat(one.canaries().scan(one.published(corpus).everything()))
                    .as("case %d, seed %d", one.number(), SEED)
                    .isEmpty();
        }
    }

    /** How many reviews lead to one story alone, and to the right one. */
    private int attack(Function<InventedCase, String> read, Set<String> worthless) {
        int right = 0;
        for (InventedCase one : cases) {
            String review = read.apply(one);
            Set<String> words = words(review);
            words.removeAll(worthless);
            List<InventedCase> best = new ArrayList<>();
            double most = 0;
            for (InventedCase story : corpus) {
                if (!fits(story, review)) {
                    continue;
                }
                double shared =
                        Objects.requireNonNull(stories.get(story)).stream()
                                .filter(words::contains)
                                .mapToDouble(this::tells)
                                .sum();
                if (shared > most + 1e-9) {
                    most = shared;
                    best.clear();
                }
                if (shared > most - 1e-9) {
                    best.add(story);
                }
            }
            right += best.size() == 1 && best.getFirst().equals(one) ? 1 : 0;
        }
        return right;
    }

    private double tells(String word) {
        return Math.log((double) corpus.size() / common.getOrDefault(word, 1L));
    }

    /** Whether a story can be what a review is about, by the years and the age that it tells. */
    private static boolean fits(InventedCase story, String review) {
        var years = java.util.regex.Pattern.compile("(?m)^(\\d{4}) to (\\d{4})$").matcher(review);
        if (years.find()) {
            int year = story.day().getYear();
            if (year < Integer.parseInt(years.group(1))
                    || year > Integer.parseInt(years.group(2))) {
                return false;
            }
        }
        var ages = java.util.regex.Pattern.compile("was aged (\\d+) to (\\d+)").matcher(review);
        if (ages.find()
                && (story.age() < Integer.parseInt(ages.group(1))
                        || story.age() > Integer.parseInt(ages.group(2)))) {
            return false;
        }
        var age = java.util.regex.Pattern.compile("was aged (\\d+)[.,]").matcher(review);
        if (age.find() && story.age() != Integer.parseInt(age.group(1))) {
            return false;
        }
        for (String area :
                List.of(
                        "Westmarsh",
                        "Eastholme",
                        "Northmoor",
                        "Southfen",
                        "Highcliff",
                        "Lowdale")) {
            if (review.contains(area) && !story.area().equals(area)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }

    private static Set<String> inAll(List<String> texts) {
        Set<String> all = words(texts.getFirst());
        texts.forEach(t -> all.retainAll(words(t)));
        return all;
    }
}
