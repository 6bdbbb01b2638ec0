package sightline.bench;

import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Reviews of made-up words: 20,000 of them, a common one as much more frequent than a rare one as
 * in ordinary text.
 */
final class Invented {
    private static final int WORDS = 20_000;
    private static final int WORDS_A_PAGE = 400;
    private static final int PARAGRAPHS_A_PAGE = 5;
    static final int RECOMMENDATIONS = 20;
    private static final int RECOMMENDATION_WORDS = 14;
    private static final String CONSONANTS = "bcdfgklmnprtvz";
    private static final String VOWELS = "aeiou";
    static final List<String> THEMES =
            List.of(
                    "Injury in a baby",
                    "Who lives at home",
                    "Referral not answered",
                    "Records did not follow",
                    "Voice of the child");
    static final List<String> AGENCIES =
            List.of("Health", "Social care", "Police", "Schools", "Housing", "Probation");

    private final Random random;
    private final List<String> words;
    private final double[] upTo = new double[WORDS];

    Invented(long seed) {
        random = new Random(seed);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < WORDS) {
            StringBuilder word = new StringBuilder();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                        .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            made.add(word.append('k').toString());
        }
        words = List.copyOf(made);
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            sum += 1.0 / (i + 3);
            upTo[i] = sum;
        }
    }

    /** One of the most common so many, each as likely. */
    String word(Random by, int mostCommon) {
        return words.get(by.nextInt(mostCommon));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A sentence as long as a recommendation. */
    String sentence(Random by) {
        return text(by, RECOMMENDATION_WORDS);
    }

    /** How the review of a number is called. */
    static Reference reference(int number) {
        return new Reference("LIB-2026-%06d".formatted(number));
    }

    private String text(int count) {
        return text(random, count);
    }

    private String text(Random by, int count) {
        StringBuilder text = new StringBuilder(count * 8);
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(upTo, by.nextDouble() * upTo[WORDS - 1]);
            text.append(words.get(Math.min(WORDS - 1, at < 0 ? -at - 1 : at))).append(' ');
        }
        return text.append("end.").toString();
    }

    /** A review of so many pages. */
    PublishedReview review(int number, int pages) {
        List<Section> sections = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            List<String> paragraphs = new ArrayList<>();
            for (int i = 0; i < PARAGRAPHS_A_PAGE; i++) {
                paragraphs.add(text(WORDS_A_PAGE / PARAGRAPHS_A_PAGE));
            }
            sections.add(new Section(page, "", paragraphs));
        }
        List<Recommendation> recommendations = new ArrayList<>();
        for (int i = 1; i <= RECOMMENDATIONS; i++) {
            recommendations.add(
                    new Recommendation(
                            i, text(RECOMMENDATION_WORDS), List.of(any(AGENCIES), any(AGENCIES))));
        }
        return new PublishedReview(
                reference(number),
                "",
                "Child " + (char) ('A' + number % 26),
                Optional.of("Westmarsh"),
                "2024 or 2025",
                any(List.of(Kind.values())),
                Optional.empty(),
                List.of(any(List.of(AgeBand.values()))),
                List.of(any(THEMES)),
                List.of(any(AGENCIES)),
                List.of(),
                "",
                text(250),
                text(150),
                recommendations,
                sections,
                List.of());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
