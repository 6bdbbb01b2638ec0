package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.core.reviews.Action;
import sightline.core.reviews.Group;
import sightline.core.reviews.Recommendation;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.reviews.ReviewEntry.ActionAgreed;
import sightline.core.reviews.Standing;
import sightline.documents.ReadTable.Table;
import sightline.documents.WrittenSheets;
import sightline.documents.WrittenText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A review's recommendations for whoever works with them elsewhere: an action plan as sheets, a
 * paper for the board as a text. Both say of what day they are and count as the pages do.
 */
final class ReviewExports {
    private final Visit visit;
    private final String id;
    private final Review review;

    ReviewExports(Visit visit, String id, Review review) {
        this.visit = visit;
        this.id = id;
        this.review = review;
    }

    private String title(String what) {
        return what
                + " "
                + id
                + ", "
                + review.opened().map(o -> o.pseudonym()).orElse("")
                + ", as of "
                + Words.day(review.today());
    }

    /** The action plan. */
    byte[] plan() {
        List<List<String>> actions = new ArrayList<>();
        actions.add(
                List.of(
                        "No.",
                        "Recommendation",
                        "Organisation",
                        "State",
                        "Since",
                        "Owner",
                        "Due",
                        "Past its date",
                        "Different for children",
                        "How it will be seen",
                        "Evidence",
                        "Measure",
                        "Dissent"));
        review.actions().forEach(a -> actions.add(line(a)));
        List<List<String>> owed = new ArrayList<>();
        owed.add(List.of("What", "Organisation", "Post", "By", "Past its date", "Source"));
        review.owed().forEach(d -> owed.add(line(d)));
        return WrittenSheets.xlsx(
                title("Action plan"),
                List.of(
                        new Table("Actions", actions),
                        new Table("Owed", owed),
                        new Table(
                                "As of",
                                List.of(
                                        List.of("What this is"),
                                        List.of(title("Action plan")),
                                        List.of(review.sentence())))));
    }

    private List<String> line(Action action) {
        return List.of(
                String.valueOf(action.made().number()),
                action.made().text(),
                visit.organisation(action.organisation()),
                action.standing().words(),
                Words.day(London.day(action.since())),
                action.agreed().map(a -> Wording.capital(a.owner().title())).orElse("Nobody yet"),
                action.agreed().map(a -> a.due().toString()).orElse(""),
                action.pastDate(review.today()) ? "Yes" : "No",
                action.agreed().map(ActionAgreed::different).orElse(""),
                action.agreed().map(ActionAgreed::seen).orElse(""),
                action.evidence().stream()
                        .map(e -> e.reference() + ": " + e.shows())
                        .collect(Collectors.joining("; ")),
                ReviewWords.measure(action).orElse(""),
                String.join("; ", ReviewWords.dissent(visit, action)));
    }

    private List<String> line(ReviewDuty duty) {
        return List.of(
                duty.what(),
                visit.organisation(duty.agency()),
                duty.role().title(),
                duty.due().toString(),
                duty.overdue(review.today()) ? "Yes" : "No",
                duty.why());
    }

    /** The paper for the board. */
    byte[] paper() {
        var paper =
                new WrittenText(title("Case review"))
                        .paragraph(review.sentence())
                        .paragraph(
                                "It is counted from what somebody else saw, never from what was said to be done.")
                        .heading(1, "By organisation")
                        .table(byOrganisation());
        for (Group group :
                List.of(Group.FELL_BACK, Group.NO_EVIDENCE, Group.PART_WAY, Group.VERIFIED)) {
            List<Recommendation> of =
                    review.recommendations().stream().filter(r -> r.group() == group).toList();
            paper.heading(1, Wording.capital(group.words()) + " (" + of.size() + ")");
            if (of.isEmpty()) {
                paper.paragraph("None.");
            } else {
                paper.table(inGroup(of));
            }
        }
        var national = new NationalLetters(visit, review).table();
        if (!national.rows().isEmpty()) {
            paper.heading(1, national.title())
                    .table(
                            Stream.concat(Stream.of(national.headings()), national.rows().stream())
                                    .toList());
        }
        return paper.docx();
    }

    private List<List<String>> byOrganisation() {
        List<Standing> used =
                Arrays.stream(Standing.values()).filter(s -> review.standing(s) > 0).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                Stream.concat(Stream.of("Organisation"), used.stream().map(Standing::words))
                        .toList());
        for (AgencyId organisation : review.organisations()) {
            List<String> row = new ArrayList<>(List.of(visit.organisation(organisation)));
            used.forEach(standing -> row.add(String.valueOf(count(organisation, standing))));
            rows.add(row);
        }
        return rows;
    }

    private long count(AgencyId organisation, Standing standing) {
        return review.actions().stream()
                .filter(a -> a.organisation().equals(organisation) && a.standing() == standing)
                .count();
    }

    private List<List<String>> inGroup(List<Recommendation> recommendations) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Recommendation", "State", "Owner and date"));
        for (Recommendation one : recommendations) {
            rows.add(
                    List.of(
                            one.number() + ". " + one.made().text(),
                            one.actions().stream()
                                    .map(a ->
                                            visit.organisation(a.organisation())
                                                    + ": "
                                                    + a.standing().words())
                                    .collect(Collectors.joining("; ")),
                            one.actions().stream()
                                    .flatMap(a -> a.agreed().stream())
                                    .map(a ->
                                            Wording.capital(a.owner().title())
                                                    + ", "
                                                    + Words.day(a.due()))
                                    .distinct()
                                    .collect(Collectors.joining("; "))));
        }
        return rows;
    }
}
