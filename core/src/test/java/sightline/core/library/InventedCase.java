package sightline.core.library;

import sightline.core.kernel.Sensitive;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A case that is made up, what a local paper wrote of it, and what a review says before and after
 * it is made ready to publish.
 */
public record InventedCase(
        int number,
        String child,
        String mother,
        String area,
        String street,
        int age,
        LocalDate day,
        String event,
        String number9) {
    private static final List<String> SYLLABLES =
            List.of(
                    "bre", "nal", "tor", "vis", "quen", "mar", "lod", "fen", "gil", "zor", "pel",
                    "dun");
    private static final List<String> AREAS =
            List.of("Westmarsh", "Eastholme", "Northmoor", "Southfen", "Highcliff", "Lowdale");
    private static final List<String> THINGS =
            List.of(
                    "lantern",
                    "pushchair",
                    "ladder",
                    "kettle",
                    "swing",
                    "ferry",
                    "greenhouse",
                    "caravan");
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** So many, of a seed. */
    public static List<InventedCase> some(int count, long seed) {
        Random random = new Random(seed);
        List<InventedCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String family = word(random);
            cases.add(
                    new InventedCase(
                            i,
                            word(random) + " " + family,
                            word(random) + " " + family,
                            AREAS.get(random.nextInt(AREAS.size())),
                            word(random) + " Street",
                            random.nextInt(18),
                            LocalDate.of(2010, 1, 1).plusDays(random.nextInt(5_000)),
                            "the "
                                    + THINGS.get(random.nextInt(THINGS.size()))
                                    + " by the "
                                    + word(random)
                                    + " bridge",
                            Integer.toString(100_000_000 + random.nextInt(800_000_000))));
        }
        return cases;
    }

    private static String word(Random random) {
        String word =
                SYLLABLES.get(random.nextInt(SYLLABLES.size()))
                        + SYLLABLES.get(random.nextInt(SYLLABLES.size()))
                        + SYLLABLES.get(random.nextInt(SYLLABLES.size()));
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Whatever must not be left. */
    public Canaries canaries() {
        return new Canaries.Builder()
                .name(Sensitive.of(child))
                .name(Sensitive.of(mother))
                .date(Sensitive.of(day))
                .place(Sensitive.of("12 " + street))
                .place(Sensitive.of(street))
                .identifier(Sensitive.of(number9))
                .phrase(Sensitive.of(event))
                .build();
    }

    /** What the review says before anything is done to it. */
    public String unredacted() {
        return "%s lived with %s at 12 %s in %s. On %s %s was found at %s. The child, number %s, was %d years old. Nobody had asked who else lived at home, and %s’s health visitor wrote so on %s."
                .formatted(
                        child,
                        mother,
                        street,
                        area,
                        IN_WORDS.format(day),
                        child,
                        event,
                        number9,
                        age,
                        child.split(" ")[0],
                        day);
    }

    /** What a local paper wrote. */
    public String news() {
        return "%s, %d, was hurt on %s at %s, %s, near %s."
                .formatted(child, age, IN_WORDS.format(day), event, street, area);
    }

    /** What is told of the child, as widely as so many cases of a corpus ask. */
    public Reidentification.Counted told(List<InventedCase> corpus) {
        Reidentification.Population cases =
                (place, from, to, year) ->
                        corpus.stream()
                                .filter(c -> place.isEmpty() || place.get().equals(c.area))
                                .filter(c ->
                                        c.age >= from && c.age <= to && c.day.getYear() == year)
                                .count();
        var nearest =
                new Reidentification.Told(
                        List.of(area), age, age, day.getYear(), day.getYear(), List.of());
        return Reidentification.widen(nearest, cases).getLast();
    }

    /** The review as it is published. */
    public PublishedReview published(List<InventedCase> corpus) {
        Pseudonyms key =
                Pseudonyms.of(
                        List.of(
                                new Pseudonyms.Somebody(
                                        Pseudonyms.Kind.CHILD,
                                        List.of(
                                                Sensitive.of(child),
                                                Sensitive.of(child.split(" ")[0]))),
                                new Pseudonyms.Somebody(
                                        Pseudonyms.Kind.ADULT, List.of(Sensitive.of(mother)))),
                        number);
        Reidentification.Told told = told(corpus).told();
        String text =
                key.applied(unredacted())
                        .replace(area, told.places().isEmpty() ? "an area" : area)
                        .replace(age + " years old", told.words().replaceAll(",.*", ""));
        String redacted = Redaction.of(text, canaries(), Set.of()).text();
        return new PublishedReview(
                new Reference("LIB-2026-%04d".formatted(1_000 + number)),
                "",
                key.given().getFirst(),
                told.places().stream().findFirst(),
                told.yearFrom() + " to " + told.yearTo(),
                Kind.LOCAL_PRACTICE_REVIEW,
                Optional.of(Instant.parse("2026-09-01T09:00:00Z")),
                List.of(AgeBand.FROM_1_TO_4),
                List.of("Who lives at home"),
                List.of("Health"),
                List.of(),
                "",
                "A child was hurt.",
                "Nobody asked.",
                List.of(new Recommendation(1, "Ask who else lives at home", List.of("Health"))),
                List.of(new Section(1, "What happened", List.of(redacted))));
    }
}
