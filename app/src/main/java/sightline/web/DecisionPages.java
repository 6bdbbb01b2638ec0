package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.household.LeftOut;
import sightline.core.kernel.PersonId;
import sightline.core.screening.AgainstDecision;
import sightline.core.screening.WeightyDecision;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.DecisionsPage;
import sightline.web.view.part.Link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decisions after which fewer people look: what speaks against each is laid out before it is made,
 * and stands beside it afterwards with the reason and whoever disagrees. Nothing is blocked.
 */
@PageController
final class DecisionPages {
    private static final String NONE = "No such decision is recorded in what you may see.";
    private static final String DISAGREE = "disagree";

    private final ChildReading children;
    private final Entries entries;
    private final Drafts drafts;

    DecisionPages(ChildReading children, Entries entries, Drafts drafts) {
        this.children = children;
        this.entries = entries;
        this.drafts = drafts;
    }

    /** What may speak against a decision, and no child's whole chronology. */
    private Look<Child> look(Visit visit, PersonId id) {
        return children.child(
                visit.reader(),
                id,
                "/children/decisions",
                LeftOut.EVERYDAY.but(AgainstDecision.READS));
    }

    @GetMapping("/children/{id}/decisions")
    Page all(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                look(visit, id),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.DISSENT.resumed(
                                    drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    DecisionForms forms = DecisionForms.dissent(visit, child, draft.typed());
                    String note =
                            kept.isPresent()
                                    ? "Your entry is kept. This page shows it within a few seconds."
                                    : draft.note();
                    return made(visit, child, forms, note);
                });
    }

    @GetMapping("/children/{id}/decisions/{decision}")
    Page one(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String decision) {
        Optional<WeightyDecision> named = DecisionParts.named(decision);
        if (named.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        return Answers.page(
                visit,
                response,
                look(visit, id),
                id,
                child -> {
                    DraftPages.Found draft =
                            DecisionForms.draft(named.get())
                                    .resumed(drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    return making(
                            visit,
                            child,
                            DecisionForms.of(visit, child, named.get(), draft.typed()),
                            draft.note());
                });
    }

    @PostMapping("/children/{id}/decisions/{decision}")
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String decision,
            @RequestParam Map<String, String> typed) {
        Optional<WeightyDecision> named = DecisionParts.named(decision);
        Look<Child> look = look(visit, id);
        if (named.isEmpty() && !decision.equals(DISAGREE)) {
            return Answers.nobody(visit, response);
        }
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return named.map(DecisionForms::draft)
                    .orElse(DraftPages.Kind.DISSENT)
                    .refused(drafts, visit, response, typed, about);
        }
        DecisionForms forms =
                named.map(d -> DecisionForms.sent(visit, child, d, typed))
                        .orElseGet(() -> DecisionForms.dissentSent(visit, child, typed));
        if (!forms.errors().isEmpty()) {
            return named.isPresent()
                    ? making(visit, child, forms, "")
                    : made(visit, child, forms, "");
        }
        EntryForm.submit(entries, visit, forms.message());
        named.map(DecisionForms::draft)
                .orElse(DraftPages.Kind.DISSENT)
                .forget(drafts, visit, DraftAbout.of(visit, child, typed), typed);
        return "redirect:/children/" + about(child) + "/decisions?kept";
    }

    private static String about(Child child) {
        return child.family().subject().id().value();
    }

    private static Page made(Visit visit, Child child, DecisionForms forms, String note) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        List<DecisionsPage.Laid> laid = new DecisionParts(visit, child).laid();
        return new DecisionsPage(
                visit.frame("Decisions: " + parts.name(), "Children"),
                parts.identity("Decisions", ""),
                forms.errors(),
                note,
                "Decisions after which fewer people look",
                "Beside each stands what was recorded against it at that moment, who had not been"
                        + " heard and what was open, as far as you may see it today.",
                Arrays.stream(WeightyDecision.values())
                        .map(d ->
                                Link.to(
                                        "Record that " + d.words(),
                                        parts.address() + "/decisions/" + DecisionParts.slug(d)))
                        .toList(),
                laid,
                NONE,
                laid.isEmpty() ? null : forms.form(),
                "Do you disagree with a decision?",
                coverage.ofForm(child));
    }

    private static Page making(Visit visit, Child child, DecisionForms forms, String note) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        WeightyDecision decision = forms.decision().orElseThrow();
        AgainstDecision against = forms.against();
        return new DecisionsPage(
                visit.frame("Decide: " + parts.name(), "Children"),
                parts.identity("Decisions", ""),
                forms.errors(),
                note,
                "Record that " + decision.words(),
                "Read what is recorded first. It may still be right: then write why it stands. Your"
                        + " reason is kept as part of the decision.",
                List.of(),
                List.of(new DecisionParts(visit, child).laid(decision, against)),
                "",
                forms.form(),
                "The decision",
                coverage.ofForm(child));
    }
}
