package sightline.core.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A review that anybody may read, with the fields of a national collection. It is made anew of
 * redacted text; nothing of an uploaded file is in it.
 *
 * @param area empty where naming it could point to a child
 * @param harmed the years of harm as they are told, like "2024 or 2025"
 */
public record PublishedReview(
        Reference reference,
        String accession,
        String pseudonym,
        Optional<String> area,
        String harmed,
        Kind kind,
        Optional<Instant> readableFrom,
        List<AgeBand> ages,
        List<String> themes,
        List<String> agencies,
        List<String> keywords,
        String model,
        String summary,
        String learning,
        List<Recommendation> recommendations,
        List<Section> sections,
        List<Finding> findings) {

    /** What is wrong with a field is said by name: nothing that stands in it. */
    public PublishedReview {
        ages = List.copyOf(ages);
        themes = List.copyOf(themes);
        agencies = List.copyOf(agencies);
        keywords = List.copyOf(keywords);
        recommendations = List.copyOf(recommendations);
        sections = List.copyOf(sections);
        // One that was kept before findings were told has none.
        findings = List.copyOf(Objects.requireNonNullElse(findings, List.of()));
        if (pseudonym.isBlank()) {
            throw new IllegalArgumentException("a review has a pseudonym for its title");
        }
    }

    /** Its stable name in addresses and citations, like {@code LIB-2026-0012}. */
    public record Reference(String value) {
        private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}-\\d{2,4}-\\d{3,6}");

        public Reference {
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "a reference is like LIB-2026-0012: letters, year, number");
            }
        }

        /** The reference, where it is one. */
        public static Optional<Reference> of(String typed) {
            return FORM.matcher(typed).matches()
                    ? Optional.of(new Reference(typed))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** What kind of review it is, by the law under which it was made. */
    public enum Kind {
        LOCAL_PRACTICE_REVIEW("Local practice review"),
        SERIOUS_CASE_REVIEW("Serious case review"),
        NATIONAL_REVIEW("National review"),
        OTHER_NATION("Other nations’ reviews");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Its name in addresses and files. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String slug) {
            return Arrays.stream(values()).filter(k -> k.slug().equals(slug)).findFirst();
        }
    }

    /** How old the child was. */
    public enum AgeBand {
        UNBORN("Not yet born"),
        UNDER_1("Under 1"),
        FROM_1_TO_4("1 to 4"),
        FROM_5_TO_10("5 to 10"),
        FROM_11_TO_17("11 to 17");

        private final String words;

        AgeBand(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Its name in addresses and files. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The bands in which children of some ages are. */
        public static List<AgeBand> of(int from, int to) {
            return Arrays.stream(values())
                    .filter(b -> b != UNBORN && b.youngest() <= to && b.oldest() >= from)
                    .toList();
        }

        private int youngest() {
            return switch (this) {
                case UNBORN, UNDER_1 -> 0;
                case FROM_1_TO_4 -> 1;
                case FROM_5_TO_10 -> 5;
                case FROM_11_TO_17 -> 11;
            };
        }

        private int oldest() {
            return switch (this) {
                case UNBORN, UNDER_1 -> 0;
                case FROM_1_TO_4 -> 4;
                case FROM_5_TO_10 -> 10;
                case FROM_11_TO_17 -> 17;
            };
        }

        public static Optional<AgeBand> of(String slug) {
            return Arrays.stream(values()).filter(k -> k.slug().equals(slug)).findFirst();
        }
    }

    /** What was recommended, to whom. */
    public record Recommendation(int number, String text, List<String> to) {
        public Recommendation {
            to = List.copyOf(to);
        }
    }

    /**
     * What was found, told one by one.
     *
     * @param known whether it was known, or could be, on the day; empty where nobody said
     * @param otherwise whether something else could have been done; empty where nobody said
     * @param about what it is about, so that reviews can be compared; empty where nobody said
     */
    public record Finding(int number, String text, String known, String otherwise, String about) {
        public Finding {
            // One that was kept before findings said it has none.
            about = Objects.requireNonNullElse(about, "");
        }

        /** One of which nobody said what it is about. */
        public Finding(int number, String text, String known, String otherwise) {
            this(number, text, known, otherwise, "");
        }
    }

    /**
     * A piece of the full text.
     *
     * @param page of the report as it was deposited; where it begins
     * @param heading empty where the text merely goes on
     */
    public record Section(int page, String heading, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }

        public String text() {
            return String.join("\n\n", paragraphs);
        }
    }

    /** How many pages the deposited report had. */
    public int pages() {
        return sections.stream().mapToInt(Section::page).max().orElse(0);
    }

    /** The same without the area that was told with it; one that stands in its text stays. */
    public PublishedReview withoutArea() {
        return new PublishedReview(
                reference,
                accession,
                pseudonym,
                Optional.empty(),
                harmed,
                kind,
                readableFrom,
                ages,
                themes,
                agencies,
                keywords,
                model,
                summary,
                learning,
                recommendations,
                sections,
                findings);
    }

    /** A part of what is published, and where a reader finds it. */
    private record Part(String where, String text) {}

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Reference", reference.value()));
        parts.add(new Part("Accession number", accession));
        parts.add(new Part("Title", pseudonym));
        parts.add(new Part("Area", area.orElse("")));
        parts.add(new Part("Years of harm", harmed));
        parts.add(new Part("Model", model));
        parts.add(new Part("Themes", String.join("\n", themes)));
        parts.add(new Part("Agencies", String.join("\n", agencies)));
        parts.add(new Part("Keywords", String.join("\n", keywords)));
        parts.add(new Part("Summary", summary));
        parts.add(new Part("Learning", learning));
        recommendations.forEach(
                r -> parts.add(new Part("Recommendation " + r.number(), r.text() + "\n" + r.to())));
        findings.forEach(f ->
                parts.add(
                        new Part(
                                "Finding " + f.number(),
                                f.text()
                                        + "\n"
                                        + f.known()
                                        + "\n"
                                        + f.otherwise()
                                        + (f.about().isEmpty() ? "" : "\n" + f.about()))));
        sections.forEach(
                s -> parts.add(new Part("Page " + s.page(), s.heading() + "\n" + s.text())));
        return parts;
    }

    /** Everything that is published of it as one text, for a scan. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        parts().forEach(p -> all.append(p.text()).append('\n'));
        return all.toString();
    }

    /** Where a reader finds what stands there in {@link #everything()}. */
    public String where(int offset) {
        int end = 0;
        String where = "";
        for (Part part : parts()) {
            end += part.text().length() + 1;
            where = part.where();
            if (offset < end) {
                break;
            }
        }
        return where;
    }

    /** How to cite it. */
    public String citation() {
        return pseudonym + area.map(a -> ", " + a).orElse("") + ", " + reference;
    }
}
