package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.database.TestDatabase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is found by words in a library of few words, so that they often meet. */
final class LibraryWordsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-09-15T09:00:00Z");
    private static final long SEED = Long.getLong("seed", 12);
    private static final int REVIEWS = TestSize.chosen().of(24, 120, 400);

    /** The last one stands in one review alone. */
    private static final List<String> WORDS =
            "ladder kettle swing ferry lantern caravan pushchair harbour bramble O'Brien thimble"
                    .lines()
                    .flatMap(l -> List.of(l.split(" ")).stream())
                    .toList();

    private static final Library LIBRARY = new Library(DATABASE.transactions(), () -> NOW);

    @BeforeAll
    static void shelve() {
        Random random = new Random(SEED);
        Shelving shelving = new Shelving(DATABASE.transactions());
        for (int i = 1; i <= REVIEWS; i++) {
            List<Section> sections = new ArrayList<>();
            for (int page = 1 + random.nextInt(40); page > 0; page--) {
                sections.add(new Section(page, "", List.of(text(random, 1 + random.nextInt(30)))));
            }
            List<Recommendation> recommendations = new ArrayList<>();
            for (int number = 1 + random.nextInt(4); number > 0; number--) {
                recommendations.add(
                        new Recommendation(number, text(random, 1 + random.nextInt(8)), List.of()));
            }
            if (i == 7) {
                sections.add(new Section(41, "", List.of("a thimble stood by the kettle swing")));
                recommendations.add(
                        new Recommendation(
                                9, "Write down who holds the thimble each time", List.of()));
            }
            // Every fifth one cannot be read yet.
            shelving.put(
                    review(i, recommendations, sections),
                    i % 5 == 0 ? NOW.plusSeconds(60) : NOW,
                    Optional.empty(),
                    NOW);
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static PublishedReview review(
            int number, List<Recommendation> recommendations, List<Section> sections) {
        return APublishedReview.of(
                        new Reference("LIB-2026-%04d".formatted(number)), "Child " + number)
                .kind(Kind.NATIONAL_REVIEW)
                .summary("")
                .recommendations(recommendations)
                .sections(sections)
                .build();
    }

    /** Some words stand everywhere, some seldom. */
    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int which = Math.min(random.nextInt(10), random.nextInt(10));
            text.append(WORDS.get(which)).append(random.nextInt(6) == 0 ? " of the " : " ");
        }
        return text.toString();
    }

    private static int found(String typed) {
        return LIBRARY.search(
                        new Asked(
                                typed, List.of(), List.of(), List.of(), List.of(), List.of(), false,
                                0))
                .all();
    }

    private static int foundByLookingAtEach(String typed) {
        return DATABASE.owner()
                .sql(
                        """
                        SELECT count(DISTINCT s.reference) FROM library.section s JOIN library.review r USING (reference)
                         WHERE to_tsvector('pg_catalog.english', s.text) @@ websearch_to_tsquery('pg_catalog.english', lower(:typed))
                           AND r.readable_from <= :now
                        """)
                .param("typed", typed)
                .param("now", java.sql.Timestamp.from(NOW))
                .query(Integer.class)
                .single();
    }

    @Test
    void aPhraseIsFoundWhereItStandsAndNowhereElse() {
        int some = 0;
        int none = 0;
        for (String one : WORDS) {
            for (String other : WORDS) {
                for (String phrase :
                        List.of(
                                "\"%s %s\"",
                                "\"%s %s swing\"",
                                "\"swing %s %s ladder\"",
                                "\"%s of the %s\"",
                                "kettle \"%s %s\"")) {
                    String typed = phrase.formatted(one, other);
                    int expected = foundByLookingAtEach(typed);
                    assertThat(found(typed)).as("%s, seed %d", typed, SEED).isEqualTo(expected);
                    some += expected > 0 ? 1 : 0;
                    none += expected == 0 ? 1 : 0;
                }
            }
        }
        assertThat(some).as("seed %d", SEED).isGreaterThan(50);
        assertThat(none).as("seed %d", SEED).isGreaterThan(50);
    }

    @Test
    void allAtOnceTheSameAreAlikeAsOneByOne() {
        SaidBefore all = LIBRARY.saidBefore();
        int alike = 0;
        for (int i = 1; i <= REVIEWS; i++) {
            Reference reference = new Reference("LIB-2026-%04d".formatted(i));
            for (int number = 1; number <= 9; number++) {
                List<Library.Similar> one = LIBRARY.similar(reference, number);
                assertThat(all.of(reference, number))
                        .as("%s %d, seed %d", reference, number, SEED)
                        .isEqualTo(one);
                alike += one.size();
            }
        }
        assertThat(alike).as("seed %d", SEED).isGreaterThan(REVIEWS);
        assertThat(all.of(new Reference("LIB-1999-0001"), 1)).isEmpty();
    }

    @Test
    void aSentenceThatIsInNoReviewFindsWhoSaidItBefore() {
        assertThat(LIBRARY.saying("Each time, write down who is holding a thimble"))
                .first()
                .satisfies(s -> {
                    assertThat(s.reference()).isEqualTo("LIB-2026-0007");
                    assertThat(s.pseudonym()).isEqualTo("Child 7");
                    assertThat(s.number()).isEqualTo(9);
                    assertThat(s.text()).startsWith("Write down");
                    assertThat(s.sharedOfHundred()).isEqualTo(100);
                });
        // Two words of five are not enough, and words that nobody has count.
        assertThat(LIBRARY.saying("Write to a thimble maker about zebras and quaggas")).isEmpty();
        assertThat(LIBRARY.saying("")).isEmpty();
    }
}
