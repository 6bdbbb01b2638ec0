package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Group;
import sightline.core.reviews.Recommendation;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.ActionAgreed;
import sightline.core.reviews.ReviewEntry.Answered;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.Standing;
import sightline.register.CsvCells;
import sightline.web.view.Page;
import sightline.web.view.page.ReviewRecommendationsPage;
import sightline.web.view.page.ReviewRecommendationsPage.Cell;
import sightline.web.view.page.ReviewRecommendationsPage.MatrixRow;
import sightline.web.view.page.ReviewRecommendationsPage.Row;
import sightline.web.view.page.ReviewRecommendationsPage.State;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every recommendation by every organisation, as counts, picture, table and file. */
final class ReviewPicture {
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "recommendation",
                    "organisation",
                    "state",
                    "since",
                    "reason",
                    "evidence",
                    "owner",
                    "due",
                    "dissent");

    private final Visit visit;
    private final ReviewParts parts;
    private final Review review;
    private final List<AgencyId> organisations;

    ReviewPicture(Visit visit, ReviewParts parts, Review review) {
        this.visit = visit;
        this.parts = parts;
        this.review = review;
        this.organisations = review.organisations();
    }

    Page page(String organisation, String state) {
        String address = address();
        List<Recommendation> shown =
                review.recommendations().stream()
                        .filter(r -> fits(r, organisation, state))
                        .toList();
        return new ReviewRecommendationsPage(
                visit.frame("Recommendations of " + parts.head("").number(), "Reviews"),
                parts.head("recommendations"),
                counts(),
                review.sentence(),
                address,
                options(
                        "Any",
                        organisation,
                        organisations.stream(),
                        AgencyId::value,
                        visit::organisation),
                options(
                        "Any",
                        state,
                        Arrays.stream(Standing.values()),
                        Standing::slug,
                        Standing::words),
                "Showing " + shown.size() + " of " + review.recommendations().size() + ".",
                review.recommendations().stream()
                        .map(r -> Link.to(String.valueOf(r.number()), address + "/" + r.number()))
                        .toList(),
                organisations.stream().map(this::matrix).toList(),
                Arrays.stream(Standing.values())
                        .map(s ->
                                new ReviewRecommendationsPage.Key(
                                        s.mark(), s.slug(), s.words(), review.standing(s)))
                        .toList(),
                headings(),
                table(),
                new NationalLetters(visit, review).table(),
                shown.stream().map(this::row).toList());
    }

    private String address() {
        return "/reviews/" + parts.head("").number() + "/recommendations";
    }

    private static boolean fits(Recommendation one, String organisation, String state) {
        return one.actions().stream()
                .anyMatch(a ->
                        (organisation.isEmpty() || a.organisation().value().equals(organisation))
                                && (state.isEmpty() || a.standing().slug().equals(state)));
    }

    private static <T> List<Option> options(
            String any,
            String chosen,
            Stream<T> values,
            java.util.function.Function<T, String> value,
            java.util.function.Function<T, String> label) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", any, "", chosen.isEmpty()));
        values.forEach(v ->
                options.add(
                        new Option(
                                value.apply(v),
                                label.apply(v),
                                "",
                                value.apply(v).equals(chosen))));
        return options;
    }

    private List<Count> counts() {
        Map<Group, Long> groups = review.groups();
        return List.of(
                count(review.recommendations().size(), "recommendations", false),
                count(groups, Group.VERIFIED, "verified by everybody they were made to", false),
                count(groups, Group.PART_WAY, "part of the way", false),
                count(groups, Group.NO_EVIDENCE, "have no evidence", true),
                count(groups, Group.FELL_BACK, "slipped or re-opened", true),
                count(review.pastDate(), "past their date", false));
    }

    private static Count count(Map<Group, Long> groups, Group group, String words, boolean hot) {
        return count(groups.getOrDefault(group, 0L), words, hot);
    }

    private static Count count(long number, String words, boolean hot) {
        return new Count(String.valueOf(number), words, hot && number > 0, "#all");
    }

    private MatrixRow matrix(AgencyId organisation) {
        List<Cell> cells =
                review.recommendations().stream().map(r -> cell(r, organisation)).toList();
        return new MatrixRow(
                visit.organisation(organisation),
                cells.stream().filter(c -> !c.mark().isEmpty()).count(),
                cells);
    }

    private Cell cell(Recommendation one, AgencyId organisation) {
        return review.action(one.number(), organisation)
                .map(a ->
                        new Cell(
                                a.standing().mark(),
                                a.standing().slug(),
                                "Recommendation "
                                        + one.number()
                                        + ", "
                                        + visit.organisation(organisation)
                                        + ": "
                                        + a.standing().words(),
                                address() + "/" + one.number() + "#of-" + organisation))
                .orElseGet(() -> new Cell("", "", "", ""));
    }

    private static List<String> headings() {
        return Stream.of(
                        Stream.of("Organisation"),
                        Arrays.stream(Standing.values()).map(Standing::words),
                        Stream.of("All"))
                .flatMap(s -> s)
                .toList();
    }

    private List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        for (AgencyId organisation : organisations) {
            rows.add(
                    counted(
                            visit.organisation(organisation),
                            review.actions().stream()
                                    .filter(a -> a.organisation().equals(organisation))
                                    .toList()));
        }
        rows.add(counted("All organisations", review.actions()));
        return rows;
    }

    private static List<String> counted(String name, List<Action> actions) {
        List<String> row = new ArrayList<>();
        row.add(name);
        for (Standing standing : Standing.values()) {
            row.add(String.valueOf(actions.stream().filter(a -> a.standing() == standing).count()));
        }
        row.add(String.valueOf(actions.size()));
        return row;
    }

    private Row row(Recommendation one) {
        long shown = one.actions().stream().filter(a -> !a.evidence().isEmpty()).count();
        List<ActionAgreed> agreed =
                one.actions().stream().flatMap(a -> a.agreed().stream()).toList();
        return new Row(
                new Link(one.number() + ".", address() + "/" + one.number(), one.made().text()),
                one.made().text(),
                note(one),
                Arrays.stream(Standing.values()).flatMap(s -> state(one, s).stream()).toList(),
                shown == 0 ? "None" : shown + " of " + one.actions().size(),
                agreed.stream()
                        .map(ActionAgreed::due)
                        .min(java.util.Comparator.naturalOrder())
                        .map(Words::day)
                        .orElse("No date"),
                one.pastDate(review.today()),
                agreed.isEmpty()
                        ? "Nobody yet"
                        : Wording.capital(agreed.getFirst().owner().title())
                                + (agreed.size() > 1
                                        ? " and " + (agreed.size() - 1) + " more"
                                        : ""));
    }

    private String note(Recommendation one) {
        List<String> notes = new ArrayList<>();
        if (one.made().reach() == Reach.NATIONAL) {
            notes.add("National");
        }
        if (one.made().made() == Made.EARLY) {
            notes.add("Made early, before the report");
        }
        if (one.actions().stream().anyMatch(a -> a.bound().isPresent())) {
            notes.add("Bound to a measure");
        }
        for (Action a : one.actions()) {
            if (a.standing() == Standing.NOT_ACCEPTED) {
                a.last(Answered.class)
                        .map(n ->
                                visit.organisation(a.organisation())
                                        + " does not accept: “"
                                        + n.why()
                                        + "”")
                        .ifPresent(notes::add);
            }
            if (a.standing().fellBack()) {
                notes.add(
                        visit.organisation(a.organisation())
                                + ": "
                                + a.standing().words().toLowerCase(Locale.ROOT)
                                + " on "
                                + Words.day(London.day(a.since())));
            }
            moved(a).ifPresent(notes::add);
            notes.addAll(ReviewWords.dissent(visit, a));
        }
        return String.join(". ", notes);
    }

    /** A day that was put off, beside the one that was agreed first. */
    private Optional<String> moved(Action action) {
        LocalDate first =
                action.all(ActionAgreed.class).stream()
                        .map(ActionAgreed::due)
                        .findFirst()
                        .orElse(LocalDate.MAX);
        return action.agreed()
                .map(ActionAgreed::due)
                .filter(due -> due.isAfter(first))
                .map(due ->
                        visit.organisation(action.organisation())
                                + ": new date "
                                + Words.day(due)
                                + ", first agreed for "
                                + Words.day(first));
    }

    private Optional<State> state(Recommendation one, Standing standing) {
        String who =
                one.actions().stream()
                        .filter(a -> a.standing() == standing)
                        .map(a -> visit.organisation(a.organisation()))
                        .collect(Collectors.joining(", "));
        return who.isEmpty()
                ? Optional.empty()
                : Optional.of(new State(standing.words(), standing.slug(), who));
    }

    /** One line for each recommendation and organisation, with who disagrees beside it. */
    String csv() {
        StringBuilder csv = new StringBuilder(CsvCells.row(COLUMNS));
        for (Action a : review.actions()) {
            csv.append(
                    CsvCells.row(
                            List.of(
                                    String.valueOf(a.made().number()),
                                    a.made().text(),
                                    a.organisation().value(),
                                    a.standing().words(),
                                    London.day(a.since()).toString(),
                                    a.last(Answered.class).map(Answered::why).orElse(""),
                                    String.valueOf(a.evidence().size()),
                                    a.agreed().map(g -> g.owner().slug()).orElse(""),
                                    a.agreed().map(g -> g.due().toString()).orElse(""),
                                    String.join("; ", ReviewWords.dissent(visit, a)))));
        }
        return csv.toString();
    }
}
