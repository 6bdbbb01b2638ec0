package sightline.web;

import sightline.access.AccessRole;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.reviews.Action;
import sightline.core.reviews.By;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ManagementLine;
import sightline.core.reviews.Measure;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.Acceptance;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.Grade;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.OtherAction;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.core.reviews.ReviewTemplate;
import sightline.web.view.part.Field;
import sightline.web.view.part.Option;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was typed about a review, and the entry that it makes. */
final class ReviewForms {
    private static final int MOST = 4_000;
    private static final Pattern ROLE = Pattern.compile("[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}");

    private final Visit visit;
    private final Map<String, String> typed;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    ReviewForms(Visit visit, Map<String, String> typed) {
        this.visit = visit;
        this.typed = typed;
    }

    /** What was wrong, by field. */
    Map<String, String> wrong() {
        return wrong;
    }

    private By by() {
        return by(visit);
    }

    /** Who types, and from which post. */
    static By by(Visit visit) {
        AgencyId agency = visit.account().agency();
        Set<Role> posts = new HashSet<>();
        List<Post> held =
                visit
                        .directory()
                        .postsOf(new StaffId(visit.account().id().value()), visit.today())
                        .stream()
                        .filter(p -> p.agency().equals(agency))
                        .toList();
        held.forEach(p -> posts.add(p.role()));
        if (visit.account().roles().equals(Set.of(AccessRole.AUDITOR))) {
            posts.add(new Role("auditor"));
        }
        return new By(
                visit.account().id().value(),
                agency,
                posts,
                ManagementLine.of(visit.directory(), agency, held));
    }

    /** A review that is to be opened. */
    Optional<ReviewEntry.Opened> opened() {
        String pseudonym = text("pseudonym");
        LocalDate known = day("known");
        String template = typed.getOrDefault("template", "");
        ReviewTemplate kind = ReviewTemplate.shipped().get(template);
        if (kind == null || !kind.inForce(known)) {
            wrong.put("template", "Choose the kind of review that was in force on that day");
        }
        var made =
                new ReviewEntry.Opened(
                        by(),
                        visit.now(),
                        template,
                        pseudonym,
                        choice("trigger", Trigger.class),
                        known);
        return wrong.isEmpty() ? Optional.of(made) : Optional.empty();
    }

    /** An entry about the review as a whole. */
    Optional<ReviewEntry> entry(Review review) {
        By by = by();
        var now = visit.now();
        ReviewEntry made =
                switch (typed.getOrDefault("act", "")) {
                    case "notified" -> new ReviewEntry.Notified(by, now, day("on"));
                    case "rapid" ->
                            new ReviewEntry.RapidReviewed(by, now, day("on"), text("words"));
                    case "commissioned" ->
                            new ReviewEntry.Commissioned(by, now, day("on"), text("words"));
                    case "not-reviewed" ->
                            new ReviewEntry.NotReviewed(by, now, day("on"), text("words"));
                    case "terms" -> new ReviewEntry.TermsSet(by, now, text("words"));
                    case "panel" ->
                            new ReviewEntry.PanelJoined(
                                    by, now, text("person"), text("name"), agency("agency"));
                    case "author" ->
                            new ReviewEntry.AuthorNamed(
                                    by,
                                    now,
                                    text("person"),
                                    text("name"),
                                    agencies("agencies"),
                                    text("words"));
                    case "ask-report" ->
                            new ReviewEntry.ReportAsked(by, now, agency("agency"), day("on"));
                    case "report-came" ->
                            new ReviewEntry.ReportReceived(
                                    by, now, agency("agency"), text("words"));
                    case "family" ->
                            new ReviewEntry.FamilyPart(by, now, text("name"), text("words"));
                    case "process" ->
                            new ReviewEntry.ProcessBegan(
                                    by,
                                    now,
                                    text("name"),
                                    choice("holds", ReviewEntry.Holds.class));
                    case "process-ended" -> new ReviewEntry.ProcessEnded(by, now, text("name"));
                    case "finding" ->
                            new ReviewEntry.FindingMade(
                                    by,
                                    now,
                                    review.version(),
                                    review.findings(review.version()).size() + 1,
                                    choice("type", FindingType.class),
                                    text("words"),
                                    text("known"),
                                    text("knowable"),
                                    choice("other", OtherAction.class),
                                    rows());
                    case "recommendation" ->
                            new ReviewEntry.RecommendationMade(
                                    by,
                                    now,
                                    review.version(),
                                    review.recommendations().size() + 1,
                                    text("words"),
                                    choice("reach", Reach.class),
                                    choice("made", Made.class),
                                    agencies("agencies"),
                                    findings());
                    case "finished" ->
                            new ReviewEntry.ReportFinished(by, now, review.version(), day("on"));
                    case "graded" ->
                            new ReviewEntry.Graded(
                                    by,
                                    now,
                                    review.version(),
                                    text("name"),
                                    choice("grade", Grade.class),
                                    text("words"));
                    default ->
                            new ReviewEntry.VersionBegun(
                                    by, now, review.version() + 1, day("on"), text("words"));
                };
        return wrong.isEmpty() ? Optional.of(made) : Optional.empty();
    }

    /** An entry about one organisation's part of a recommendation. */
    Optional<ReviewEntry> act(int number, AgencyId of) {
        By by = by();
        var now = visit.now();
        ReviewEntry made =
                switch (typed.getOrDefault("act", "")) {
                    case "accepted" ->
                            new ReviewEntry.Answered(
                                    by, now, number, of, Acceptance.ACCEPTED, maybe("words"));
                    case "not-accepted" ->
                            new ReviewEntry.Answered(
                                    by, now, number, of, Acceptance.NOT_ACCEPTED, maybe("words"));
                    case "agreed" ->
                            new ReviewEntry.ActionAgreed(
                                    by,
                                    now,
                                    number,
                                    of,
                                    role("owner"),
                                    day("on"),
                                    maybe("different"),
                                    maybe("seen"));
                    case "started" -> new ReviewEntry.Started(by, now, number, of);
                    case "evidence" ->
                            new ReviewEntry.EvidenceAttached(
                                    by, now, number, of, maybe("reference"), maybe("words"));
                    case "done" -> new ReviewEntry.SaidDone(by, now, number, of);
                    case "verified" ->
                            new ReviewEntry.Verified(by, now, number, of, maybe("words"));
                    case "effective" ->
                            new ReviewEntry.FoundEffective(by, now, number, of, maybe("words"));
                    case "slipping" ->
                            new ReviewEntry.SeenSlipping(by, now, number, of, maybe("words"));
                    case "reopened" ->
                            new ReviewEntry.Reopened(by, now, number, of, maybe("words"));
                    case "letter" ->
                            new ReviewEntry.LetterSent(
                                    by, now, number, of, day("on"), day("until"));
                    case "letter-answered" ->
                            new ReviewEntry.LetterAnswered(
                                    by, now, number, of, day("on"), maybe("words"));
                    case "chased" ->
                            new ReviewEntry.Chased(by, now, number, of, day("on"), day("until"));
                    case "bind" ->
                            new ReviewEntry.Bound(by, now, number, of, typed("measure"), target());
                    default -> new ReviewEntry.Dissented(by, now, number, of, maybe("words"));
                };
        return wrong.isEmpty() ? Optional.of(made) : Optional.empty();
    }

    /** Which forms somebody is offered about an organisation's part; each may still be refused. */
    static List<String> acts(Action action, AgencyId own) {
        boolean national = action.made().reach() == Reach.NATIONAL;
        if (national && action.standing() == sightline.core.reviews.Standing.NO_ANSWER) {
            return List.of("letter", "letter-answered", "chased", "accepted", "dissent");
        }
        boolean theirs = own.equals(action.organisation()) || national;
        return switch (action.standing()) {
            case NO_ANSWER, NOT_ACCEPTED ->
                    theirs ? List.of("accepted", "not-accepted", "dissent") : List.of("dissent");
            case ACCEPTED, STARTED, EVIDENCED, REOPENED ->
                    theirs
                            ? List.of("agreed", "started", "evidence", "done", "bind", "dissent")
                            : List.of("evidence", "bind", "dissent");
            case DONE -> List.of("verified", "reopened", "evidence", "bind", "dissent");
            case VERIFIED, EFFECTIVE, SLIPPED ->
                    List.of("effective", "slipping", "reopened", "evidence", "bind", "dissent");
        };
    }

    /** Whether a form is about a letter to a national body, which the review's lead sends. */
    static boolean ofLetters(String act) {
        return act.equals("letter") || act.equals("letter-answered") || act.equals("chased");
    }

    /** The fields of a form. */
    List<Field> fields(String act) {
        Field words = Field.longText("words", "What is to be read", "", typed("words"));
        Field on = date("on", "Day");
        Field name = Field.line("name", "Name", "", typed("name"));
        Field agency = Field.line("agency", "Organisation", "Its id", typed("agency"));
        Field many =
                Field.line(
                        "agencies",
                        "Organisations",
                        "Their ids, with a space between",
                        typed("agencies"));
        Field person = Field.line("person", "Account", "", typed("person"));
        return switch (act) {
            case "notified", "finished" -> List.of(on);
            case "rapid", "commissioned", "not-reviewed", "version" -> List.of(on, words);
            case "panel" -> List.of(name, person, agency);
            case "author" -> List.of(name, person, many, words);
            case "ask-report" -> List.of(agency, on);
            case "report-came" -> List.of(agency, words);
            case "family" -> List.of(name, words);
            case "process" -> List.of(name, pick("holds", "It holds", ReviewEntry.Holds.values()));
            case "process-ended" -> List.of(name);
            case "finding" ->
                    List.of(
                            pick("type", "About", FindingType.values()),
                            words,
                            Field.longText(
                                    "known", "What was known on the day", "", typed("known")),
                            Field.longText(
                                    "knowable",
                                    "What could have been known on the day",
                                    "",
                                    typed("knowable")),
                            pick(
                                    "other",
                                    "Was other action realistically available?",
                                    OtherAction.values()),
                            Field.line(
                                    "rows",
                                    "Rows of the chronology that show it",
                                    "As it numbers them, with a space between: 1-12 2-3",
                                    typed("rows")));
            case "recommendation" ->
                    List.of(
                            words,
                            many,
                            Field.line(
                                    "findings",
                                    "Findings that it follows from",
                                    "Their numbers, with a space between",
                                    typed("findings")),
                            pick("reach", "Made to", Reach.values()),
                            pick("made", "When", Made.values()));
            case "graded" -> List.of(name, pick("grade", "Grade", Grade.values()), words);
            case "agreed" ->
                    List.of(
                            Field.line("owner", "Post that answers for it", "", typed("owner")),
                            on,
                            Field.longText(
                                    "different",
                                    "What will be different for children",
                                    "",
                                    typed("different")),
                            Field.longText("seen", "How it will be seen", "", typed("seen")));
            case "evidence" ->
                    List.of(
                            Field.line("reference", "Where it is kept", "", typed("reference")),
                            words);
            case "bind" ->
                    List.of(
                            new Field.Pick(
                                    "measure",
                                    "Measure",
                                    "Counted each month by the system",
                                    error("measure"),
                                    Measure.all().stream()
                                            .map(m ->
                                                    new Option(
                                                            m.key(),
                                                            m.name(),
                                                            m.counts(),
                                                            m.key().equals(typed("measure"))))
                                            .toList()),
                            Field.line("target", "Target in percent", "1 to 100", typed("target")));
            case "letter", "chased" -> List.of(on, date("until", "Answer asked for by"));
            case "letter-answered" -> List.of(on, words);
            case "started", "done", "accepted" -> List.of();
            default -> List.of(words);
        };
    }

    /** The fields that open a review. */
    List<Field> openFields() {
        List<Option> kinds =
                ReviewTemplate.shipped().values().stream()
                        .map(t -> new Option(t.key(), t.title(), "", t.until().isEmpty()))
                        .toList();
        return List.of(
                Field.line(
                        "pseudonym",
                        "What the child is called in it",
                        "Never the name: Child M",
                        typed("pseudonym")),
                date("known", "When it became known"),
                pick("trigger", "What happened", Trigger.values()),
                new Field.Pick("template", "Kind of review", "", error("template"), kinds));
    }

    /** Out of range is refused with its remedy by the review itself. */
    private int target() {
        String digits = typed("target").strip();
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
    }

    private Field date(String name, String label) {
        return new Field.Line(
                name,
                label,
                "For example 27 3 2026",
                typed(name),
                error(name),
                "text",
                "off",
                "w20");
    }

    private <E extends Enum<E>> Field pick(String name, String label, E[] values) {
        return new Field.Pick(
                name,
                label,
                "",
                error(name),
                Arrays.stream(values)
                        .map(v ->
                                new Option(
                                        v.name(),
                                        Wording.capital(
                                                v.name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', ' ')),
                                        "",
                                        v.name().equals(typed(name))))
                        .toList());
    }

    private String error(String name) {
        return Optional.ofNullable(wrong.get(name)).orElse("");
    }

    private String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    private String maybe(String name) {
        String text = typed(name).strip();
        if (text.length() > MOST) {
            wrong.put(name, "Write at most " + MOST + " characters");
        }
        return text;
    }

    private String text(String name) {
        String text = maybe(name);
        if (text.isEmpty()) {
            wrong.put(name, "Fill in what is empty");
        }
        return text;
    }

    private LocalDate day(String name) {
        Optional<LocalDate> day = TypedDate.read(typed(name));
        if (day.isEmpty()) {
            wrong.put(name, "Enter a day, like 27 3 2026");
        }
        return day.orElse(visit.today());
    }

    private AgencyId agency(String name) {
        Optional<AgencyId> agency = AgencyId.typed(typed(name).strip());
        if (agency.isEmpty()) {
            wrong.put(name, "Enter the id of an organisation");
        }
        return agency.orElse(visit.account().agency());
    }

    private Set<AgencyId> agencies(String name) {
        List<String> parts =
                Arrays.stream(typed(name).strip().split("[\\s,]+", -1))
                        .filter(p -> !p.isEmpty())
                        .toList();
        Set<AgencyId> all =
                parts.stream()
                        .flatMap(p -> AgencyId.typed(p).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (all.size() != new HashSet<>(parts).size()) {
            wrong.put(name, "Enter ids of organisations with a space between");
        }
        return all;
    }

    private List<String> parts(String name) {
        return Arrays.stream(typed(name).strip().split("[\\s,]+", -1))
                .filter(p -> !p.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> rows() {
        List<String> rows = parts("rows");
        if (!rows.stream().allMatch(ChronologyRow::isId)) {
            wrong.put("rows", "Enter rows like 1-12, with a space between");
        }
        return rows;
    }

    private Set<Integer> findings() {
        List<String> numbers = parts("findings");
        if (!numbers.stream().allMatch(n -> n.matches("[1-9][0-9]{0,3}"))) {
            wrong.put("findings", "Enter numbers of findings, with a space between");
            return Set.of();
        }
        return numbers.stream().map(Integer::valueOf).collect(Collectors.toSet());
    }

    private Role role(String name) {
        String role = typed(name).strip().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        if (!ROLE.matcher(role).matches()) {
            wrong.put(name, "Enter a post, like service manager");
            return Role.AREA_LEAD;
        }
        return new Role(role);
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(v -> v.name().equals(typed(name)))
                .findFirst()
                .orElseGet(() -> {
                    wrong.put(name, "Choose one");
                    return all[0];
                });
    }
}
