package sightline.web;

import sightline.access.AccessRole;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.reviews.By;
import sightline.core.reviews.ChronologyRow;
import sightline.core.reviews.ManagementLine;
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

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was typed about a review, and the entry that it makes. */
final class ReviewForms {
    private static final int MOST = 4_000;
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ROLE = Pattern.compile("[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}");

    private final Visit visit;
    private final Map<String, String> typed;
    private final Organisations organisations;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    ReviewForms(Visit visit, Map<String, String> typed) {
        this.visit = visit;
        this.typed = typed;
        this.organisations = new Organisations(visit, typed);
    }

    /** What was wrong, by field. */
    Map<String, String> wrong() {
        return wrong;
    }

    /** The same forms with one field filled in. */
    ReviewForms with(String field, String value) {
        Map<String, String> filled = new LinkedHashMap<>(typed);
        filled.put(field, value);
        return new ReviewForms(visit, filled);
    }

    /** The same forms with nothing typed. */
    ReviewForms fresh() {
        return new ReviewForms(visit, Map.of());
    }

    /** The fields of an act's form, with what was typed and what was wrong with it. */
    List<Field> fields(String act) {
        return new ReviewFields(typed, wrong, organisations).of(act);
    }

    /** The fields that open a review. */
    List<Field> openFields() {
        return new ReviewFields(typed, wrong, organisations).opening();
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
                                    by, now, account("person"), text("name"), agency("agency"));
                    case "author" ->
                            new ReviewEntry.AuthorNamed(
                                    by,
                                    now,
                                    account("person"),
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
                                    choice("holds", ReviewEntry.Holds.class),
                                    text("words"));
                    case "held" -> new ReviewEntry.HoldKept(by, now, text("name"), text("words"));
                    case "process-ended" ->
                            new ReviewEntry.ProcessEnded(by, now, text("name"), text("words"));
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

    /** Out of range is refused with its remedy by the review itself. */
    private int target() {
        String digits = typed("target").strip();
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
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

    /** An account; nothing else may be named, since whoever is named reads the review. */
    private String account(String name) {
        String account = text(name);
        if (!account.isEmpty() && (account.length() > 64 || !ACCOUNT.matcher(account).matches())) {
            wrong.put(name, "Enter the account with which they sign in, like priya");
        }
        return account;
    }

    private LocalDate day(String name) {
        Optional<LocalDate> day = TypedDate.read(typed(name));
        if (day.isEmpty()) {
            wrong.put(name, "Enter a day, like 27 3 2026");
        }
        return day.orElse(visit.today());
    }

    private AgencyId agency(String name) {
        return organisations.chosen(name, wrong).orElse(visit.account().agency());
    }

    private Set<AgencyId> agencies(String name) {
        return organisations.all(name, wrong);
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
