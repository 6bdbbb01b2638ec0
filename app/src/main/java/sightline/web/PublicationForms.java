package sightline.web;

import sightline.core.kernel.London;
import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries;
import sightline.core.library.Canaries.Item;
import sightline.core.library.Canaries.What;
import sightline.core.library.Pseudonyms;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.Redaction;
import sightline.core.library.Reidentification;
import sightline.core.library.ReleaseEntry;
import sightline.core.library.ReleaseFile;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Fate;
import sightline.library.AfterRelease;
import sightline.library.Publications.Draft;
import sightline.library.Publications.Kept;
import sightline.web.view.part.Field;
import sightline.web.view.part.Option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What was typed on the way to publication, and the entry that it makes. */
final class PublicationForms {
    private static final int MOST = 4_000;
    private static final int MOST_TEXT = 6_000_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Visit visit;
    private final Map<String, String> typed;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    PublicationForms(Visit visit, Map<String, String> typed) {
        this.visit = visit;
        this.typed = typed;
    }

    /** What was wrong, by field. */
    Map<String, String> wrong() {
        return wrong;
    }

    /** The fields of a form; a form that keeps the text begins with the text as it is. */
    List<Field> fields(String act, Optional<Draft> draft) {
        Field reason = area("reason", "Why", "");
        return switch (act) {
            case "keep" ->
                    List.of(
                            new Field.Hidden("upon", upon(draft)),
                            line(
                                    "reference",
                                    "Reference",
                                    "Like LIB-2026-0012",
                                    old(draft, d -> d.review().reference().value())),
                            line(
                                    "title",
                                    "Title",
                                    "The pseudonym: Child M",
                                    old(draft, d -> d.review().pseudonym())),
                            line(
                                    "on",
                                    "When the review was begun",
                                    "For example 27 3 2026",
                                    old(draft, d -> TypedDate.write(d.file().begun()))),
                            line(
                                    "harmed",
                                    "Years of harm, as they are told",
                                    "2024 or 2025",
                                    old(draft, d -> d.review().harmed())),
                            area(
                                    "themes",
                                    "Themes, one a line",
                                    lines(draft, d -> d.review().themes())),
                            area(
                                    "agencies",
                                    "Kinds of agencies, one a line, like Health or Police",
                                    lines(draft, d -> d.review().agencies())),
                            area(
                                    "keywords",
                                    "Keywords, one a line",
                                    lines(draft, d -> d.review().keywords())),
                            line(
                                    "model",
                                    "Model of the review",
                                    "",
                                    old(draft, d -> d.review().model())),
                            area("summary", "Summary", old(draft, d -> d.review().summary())),
                            area("learning", "Learning", old(draft, d -> d.review().learning())),
                            new Field.LongText(
                                    "text",
                                    "Full text, redacted",
                                    "A line like == Page 3: What happened == begins a page or a part",
                                    typed.getOrDefault("text", old(draft, PublicationForms::text)),
                                    error("text"),
                                    3),
                            area("names", "Names that must not be left, one a line", ""),
                            area("days", "Days that must not be left, one a line", ""),
                            area(
                                    "phrases",
                                    "Places and rare phrases that must not be left, one a line",
                                    ""));
            case "redacted" -> List.of(line("number", "Passages left out", "", ""));
            case "scan" ->
                    List.of(
                            line(
                                    "ordinary",
                                    "Numbers of hits that are ordinary words here",
                                    "With a space between; may be empty",
                                    ""),
                            area("reason", "Why these mean nobody", ""));
            case "counted" ->
                    List.of(
                            area("places", "Area, and each agency that is named, one a line", ""),
                            line("agefrom", "Youngest age that is told", "0 to 17", ""),
                            line("ageto", "Oldest age that is told", "0 to 17", ""),
                            line("yearfrom", "First year that is told", "Like 2024", ""),
                            line("yearto", "Last year that is told", "Like 2025", ""));
            case "leave-out", "put-in", "shelve" -> List.of();
            case "choose" ->
                    List.of(
                            new Field.OneOf("way", "How it is told", "", error("way"), ways(draft)),
                            area("reason", "Why this one", ""));
            case "key" ->
                    List.of(
                            area(
                                    "people",
                                    "Everybody, one a line, like child: Whole Name; Short Name",
                                    ""),
                            line("one", "Who may open the key", "The name of an account", ""),
                            line("other", "Who else may open it", "The name of an account", ""));
            case "harm" ->
                    List.of(
                            area("children", "Surviving children", ""),
                            area("family", "The family", ""),
                            area("contributors", "Those who spoke", ""));
            case "family" -> List.of(area("how", "How they were told", ""));
            case "process-ended" ->
                    List.of(line("name", "Trial, inquest or investigation", "", ""));
            case "embargo" ->
                    List.of(
                            line("on", "Day", "For example 27 3 2026", ""),
                            line("time", "Time", "For example 09:30", ""));
            case "release" ->
                    List.of(
                            new Field.Pick(
                                    "extent",
                                    "How much",
                                    "",
                                    error("extent"),
                                    List.of(
                                            new Option("FULL", "In full", "", true),
                                            new Option("SUMMARY", "The summary", "", false))));
            case "withhold" ->
                    List.of(reason, line("on", "Looked at again on", "For example 27 3 2026", ""));
            default -> List.of(reason);
        };
    }

    /**
     * The fields of a decision on what is published.
     *
     * @param processes what holds publication
     * @param up whether anybody can read it; else it is taken down for a time
     */
    List<Field> decideFields(List<String> processes, boolean up) {
        List<Option> fates =
                Arrays.stream(Fate.values())
                        .filter(f -> up || f != Fate.KEPT_UP)
                        .map(f ->
                                new Option(
                                        f.name(),
                                        f.words(),
                                        "",
                                        f.name().equals(typed.getOrDefault("fate", ""))))
                        .toList();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field.OneOf("fate", "What was decided", "", error("fate"), fates));
        if (!processes.isEmpty()) {
            fields.add(
                    new Field.Pick(
                            "process",
                            "Because of",
                            "",
                            error("process"),
                            processes.stream()
                                    .map(p ->
                                            new Option(
                                                    p,
                                                    p,
                                                    "",
                                                    p.equals(typed.getOrDefault("process", ""))))
                                    .toList()));
        }
        fields.add(area("reason", "Why, and who decided it", ""));
        fields.add(
                line(
                        "again",
                        "If it is taken down for a time: looked at again on",
                        "For example 27 3 2026",
                        ""));
        return fields;
    }

    /** A decision on what is published. */
    Optional<ReviewEntry.PublicationDecided> decision() {
        Optional<Fate> fate =
                Arrays.stream(Fate.values())
                        .filter(f -> f.name().equals(typed.getOrDefault("fate", "")))
                        .findFirst();
        if (fate.isEmpty()) {
            wrong.put("fate", "Choose what was decided");
        }
        String reason = text("reason");
        Optional<LocalDate> again = fate.filter(f -> f == Fate.TAKEN_DOWN).map(_ -> day("again"));
        return wrong.isEmpty()
                ? fate.map(f ->
                        new ReviewEntry.PublicationDecided(
                                AfterRelease.person(visit.reader()),
                                visit.now(),
                                maybe("process", MOST),
                                f,
                                reason,
                                again))
                : Optional.empty();
    }

    /**
     * Which text the form began with; after a mistake the same as before, and when somebody changed
     * it meanwhile still that one, so that nothing is kept upon a text that nobody saw.
     */
    private String upon(Optional<Draft> draft) {
        return typed.getOrDefault("upon", old(draft, d -> d.file().digest()));
    }

    /** Which text was changed; empty where there was none. */
    String upon() {
        return maybe("upon", MOST);
    }

    private List<Option> ways(Optional<Draft> draft) {
        List<Option> options = new ArrayList<>();
        for (Reidentification.Counted way : PublicationParts.ways(draft)) {
            String value = Integer.toString(options.size());
            String where = String.join(", ", way.told().places());
            options.add(
                    new Option(
                            value,
                            way.told().words() + (where.isEmpty() ? "" : ", " + where),
                            way.k() + " children fit",
                            value.equals(typed.getOrDefault("way", ""))));
        }
        return options;
    }

    /** Which of the ways that were counted is chosen. */
    int way() {
        return number("way");
    }

    /** The text as one; before each section a line tells its page and its heading. */
    private static String text(Draft draft) {
        return SectionLines.write(draft.review().sections());
    }

    private static String lines(Optional<Draft> draft, Function<Draft, List<String>> of) {
        return draft.map(d -> String.join("\n", of.apply(d))).orElse("");
    }

    private static String old(Optional<Draft> draft, Function<Draft, String> of) {
        return draft.map(of).orElse("");
    }

    private Field line(String name, String label, String hint, String old) {
        return new Field.Line(
                name,
                label,
                hint,
                typed.getOrDefault(name, old),
                error(name),
                "text",
                "off",
                "w20");
    }

    private Field area(String name, String label, String old) {
        return new Field.LongText(name, label, "", typed.getOrDefault(name, old), error(name), 3);
    }

    private String error(String name) {
        return Optional.ofNullable(wrong.get(name)).orElse("");
    }

    /** The text that is to be kept; area and ages stay as they were counted. */
    Optional<Kept> kept(Review review, Optional<Draft> before) {
        Optional<Reference> reference = Reference.of(maybe("reference", MOST));
        if (reference.isEmpty()) {
            wrong.put("reference", "Enter a reference, like LIB-2026-0012");
        }
        String title = text("title");
        LocalDate begun = day("on");
        List<Item> items = new ArrayList<>();
        lines("names").forEach(n -> items.add(new Item(What.NAME, n)));
        for (String line : lines("days")) {
            Optional<LocalDate> day = TypedDate.read(line);
            if (day.isEmpty()) {
                wrong.put("days", "Enter a day a line, like 27 3 2026");
            }
            day.ifPresent(d -> items.add(new Item(What.DATE, d.toString())));
        }
        lines("phrases").forEach(p -> items.add(new Item(What.PHRASE, p)));
        if (lines("names").isEmpty()) {
            wrong.put("names", "Enter the names of the child, the family and those who spoke");
        }
        String summary = text("summary");
        String full = maybe("text", MOST_TEXT);
        String harmed = text("harmed");
        String learning = maybe("learning", MOST);
        if (!wrong.isEmpty() || reference.isEmpty()) {
            return Optional.empty();
        }
        Canaries.Listed listed = new Canaries.Listed(items);
        return Optional.of(
                new Kept(
                        begun,
                        Optional.empty(),
                        new PublishedReview(
                                reference.get(),
                                "",
                                title,
                                before.flatMap(d -> d.review().area()),
                                harmed,
                                PublishedReview.Kind.LOCAL_PRACTICE_REVIEW,
                                Optional.empty(),
                                before.map(d -> d.review().ages()).orElse(List.of()),
                                lines("themes"),
                                lines("agencies"),
                                lines("keywords"),
                                maybe("model", MOST),
                                summary,
                                learning,
                                review.recommendations().stream()
                                        .map(r ->
                                                new PublishedReview.Recommendation(
                                                        r.number(), r.made().text(), List.of()))
                                        .toList(),
                                SectionLines.read(full),
                                findings(review, listed.canaries())),
                        listed));
    }

    /** What the review found, in its newest version, without what must not be left. */
    private static List<PublishedReview.Finding> findings(Review review, Canaries canaries) {
        List<PublishedReview.Finding> told = new ArrayList<>();
        for (ReviewEntry.FindingMade f : review.findings(review.version())) {
            told.add(
                    new PublishedReview.Finding(
                            told.size() + 1,
                            Redaction.of(f.text(), canaries, Set.of()).text(),
                            Redaction.of(f.known(), canaries, Set.of()).text(),
                            switch (f.otherAction()) {
                                case YES -> "Yes";
                                case NO -> "No";
                                case CANNOT_BE_SAID -> "Cannot be said";
                            },
                            f.type().words()));
        }
        return told;
    }

    /** An entry that needs no more than what was typed. */
    Optional<ReleaseEntry> entry(String act, ReleaseFile file) {
        String by = visit.reader().user().value();
        Instant now = visit.now();
        ReleaseEntry made =
                switch (act) {
                    case "redacted" ->
                            new ReleaseEntry.Redacted(by, now, file.digest(), number("number"));
                    case "harm" ->
                            new ReleaseEntry.HarmAssessed(
                                    by,
                                    now,
                                    text("children"),
                                    text("family"),
                                    text("contributors"));
                    case "family" -> new ReleaseEntry.FamilyTold(by, now, text("how"));
                    case "process-ended" -> new ReleaseEntry.ProcessEnded(by, now, text("name"));
                    case "embargo" -> new ReleaseEntry.Embargoed(by, now, moment());
                    default ->
                            new ReleaseEntry.RiskAccepted(
                                    by,
                                    now,
                                    file.newest(ReleaseEntry.Counted.class)
                                            .map(ReleaseEntry.Counted::k)
                                            .orElse(0L),
                                    text("reason"));
                };
        return wrong.isEmpty() ? Optional.of(made) : Optional.empty();
    }

    /** What the text tells of the child, for a count. */
    Optional<Reidentification.Told> told() {
        int from = number("agefrom");
        int to = number("ageto");
        int first = number("yearfrom");
        int last = number("yearto");
        if (wrong.isEmpty() && (to < from || to > 17)) {
            wrong.put("ageto", "Enter ages from 0 to 17, the youngest first");
        }
        if (wrong.isEmpty() && (last < first || first < 1900 || last > visit.today().getYear())) {
            wrong.put("yearto", "Enter years with four figures, the first one first");
        }
        return wrong.isEmpty()
                ? Optional.of(
                        new Reidentification.Told(
                                lines("places"), from, to, first, last, List.of()))
                : Optional.empty();
    }

    /** Something turned out to be wrong when it was done. */
    void refuse(String field, String why) {
        wrong.put(field, why);
    }

    /** Everybody who gets a pseudonym. */
    List<Pseudonyms.Somebody> people() {
        if (text("one").equals(text("other"))) {
            wrong.put("other", "Enter a second person");
        }
        List<Pseudonyms.Somebody> people = new ArrayList<>();
        for (String line : lines("people")) {
            String[] parts = line.split(":", 2);
            Optional<Pseudonyms.Kind> kind =
                    Arrays.stream(Pseudonyms.Kind.values())
                            .filter(k -> k.name().equalsIgnoreCase(parts[0].strip()))
                            .findFirst();
            List<Sensitive<String>> names =
                    Arrays.stream((parts.length > 1 ? parts[1] : "").split(";", -1))
                            .map(String::strip)
                            .filter(n -> !n.isEmpty())
                            .map(Sensitive::of)
                            .toList();
            if (kind.isEmpty() || names.isEmpty()) {
                wrong.put(
                        "people",
                        "Begin each line with child, twin, adult or worker, a colon, a name");
                return List.of();
            }
            people.add(new Pseudonyms.Somebody(kind.get(), names));
        }
        if (people.isEmpty()) {
            wrong.put("people", "Enter everybody whom the text names");
        }
        return people;
    }

    /** Numbers of hits that mean nobody. */
    List<Integer> ordinary() {
        List<String> parts =
                Arrays.stream(maybe("ordinary", MOST).split("[\\s,]+", -1))
                        .filter(p -> !p.isEmpty())
                        .toList();
        if (!parts.stream().allMatch(p -> NUMBER.matcher(p).matches())) {
            wrong.put("ordinary", "Enter numbers with a space between");
            return List.of();
        }
        return parts.stream().map(Integer::valueOf).toList();
    }

    /** Why they mean nobody; needed where there are some. */
    String reasonFor(List<Integer> ordinary) {
        return ordinary.isEmpty() ? maybe("reason", MOST) : text("reason");
    }

    /** How much is released. */
    Extent extent() {
        return typed.getOrDefault("extent", "").equals("SUMMARY") ? Extent.SUMMARY : Extent.FULL;
    }

    private Instant moment() {
        LocalDate day = day("on");
        try {
            return day.atTime(LocalTime.parse(maybe("time", MOST))).atZone(London.ZONE).toInstant();
        } catch (DateTimeParseException none) {
            wrong.put("time", "Enter a time, like 09:30");
            return visit.now();
        }
    }

    private int number(String name) {
        String text = maybe(name, MOST);
        if (!NUMBER.matcher(text).matches()) {
            wrong.put(name, "Enter a number");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private List<String> lines(String name) {
        return maybe(name, MOST).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private String maybe(String name, int most) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.length() > most) {
            wrong.put(name, "Write at most " + most + " characters");
        }
        return text;
    }

    String text(String name) {
        String text = maybe(name, MOST);
        if (text.isEmpty()) {
            wrong.put(name, "Fill in what is empty");
        }
        return text;
    }

    LocalDate day(String name) {
        Optional<LocalDate> day = TypedDate.read(typed.getOrDefault(name, ""));
        if (day.isEmpty()) {
            wrong.put(name, "Enter a day, like 27 3 2026");
        }
        return day.orElse(visit.today());
    }
}
