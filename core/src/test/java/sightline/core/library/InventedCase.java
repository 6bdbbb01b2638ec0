package sightline.core.library;

import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries.Item;
import sightline.core.library.Canaries.What;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
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
        String number9,
        Known known) {
    /** How else they are known: what friends say, where a child goes to school, who rang whom. */
    public record Known(String nickname, String school, String schoolNickname, int manner) {}

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
                            Integer.toString(100_000_000 + random.nextInt(800_000_000)),
                            known(random)));
        }
        return cases;
    }

    private static Known known(Random random) {
        String school = word(random);
        return new Known(
                word(random).substring(0, 4) + "y",
                school + " Primary School",
                "the " + school.substring(0, 4) + "ers",
                random.nextInt(4));
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
        return listed().canaries();
    }

    /** The same as it is kept sealed. */
    public Canaries.Listed listed() {
        return new Canaries.Listed(
                List.of(
                        new Item(What.NAME, child),
                        new Item(What.NAME, mother),
                        new Item(What.DATE, day.toString()),
                        new Item(What.PLACE, "12 " + street),
                        new Item(What.PLACE, street),
                        new Item(What.IDENTIFIER, number9),
                        new Item(What.PHRASE, event),
                        new Item(What.NAME, known.nickname()),
                        new Item(What.PLACE, known.school()),
                        new Item(What.PLACE, known.schoolNickname())));
    }

    private String first() {
        return child.split(" ")[0];
    }

    private String initials() {
        return child.charAt(0) + "." + child.split(" ")[1].charAt(0) + ".";
    }

    private String bridge() {
        return event.replaceAll(".*by the (\\S+) bridge", "$1");
    }

    private String inItsMonth(String language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language))
                .format(day);
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
                                first(),
                                day)
                + " Friends said %s. At %s, or %s, a teacher wrote that %s was tired. An aunt’s letter of %s and a cousin’s of %s, %s, say that somebody had looked across at %s before."
                        .formatted(
                                known.nickname(),
                                known.school(),
                                known.schoolNickname(),
                                initials(),
                                inItsMonth("pl"),
                                inItsMonth("ro"),
                                DateTimeFormatter.ofPattern("dd.MM.yy", Locale.ROOT).format(day),
                                bridge());
    }

    /** What a local paper wrote: by name, by what friends say, by the school, or from a court. */
    public String news() {
        return switch (known.manner()) {
            case 0 ->
                    "%s, %d, was hurt on %s at %s, %s, near %s."
                            .formatted(child, age, IN_WORDS.format(day), event, street, area);
            case 1 ->
                    "Neighbours of %s spoke of their shock at what became of little %s, %d. It was last %s, in sight of the crossing at %s, in a quiet part of %s, they said this %s."
                            .formatted(
                                    street,
                                    known.nickname(),
                                    age,
                                    day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK),
                                    bridge(),
                                    area,
                                    day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK));
            case 2 ->
                    "Parents outside %s, home of %s, had heard on the %dth that %s would not be back. The school, in %s, has opened a book of wishes."
                            .formatted(
                                    known.school(),
                                    known.schoolNickname(),
                                    day.getDayOfMonth(),
                                    first(),
                                    area);
            default ->
                    "A court heard that %s, now %d, cannot be named. %s, of %s, denied cruelty on %s."
                            .formatted(initials(), age + 1, mother, area, IN_WORDS.format(day));
        };
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
                                                Sensitive.of(first()),
                                                Sensitive.of(known.nickname()))),
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
                List.of(new Section(1, "What happened", List.of(redacted))),
                List.of(new PublishedReview.Finding(1, redacted, "Yes", "No")));
    }
}
