package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.access.Accounts;
import sightline.access.EmergencyAccess.Code;
import sightline.access.EmergencyAccess.Outcome;
import sightline.access.EmergencyAccess.ToReview;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.household.Emergencies;
import sightline.web.view.Page;
import sightline.web.view.page.EmergenciesPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.DutyRow;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A privacy officer reviews emergency access: what was opened, by whom, why, and what they find.
 */
@PageController
final class EmergencyReviewPages {
    private static final String OUTCOME = "outcome";
    private static final String NOTE = "note";

    private final Emergencies emergencies;
    private final Accounts accounts;

    EmergencyReviewPages(Emergencies emergencies, Accounts accounts) {
        this.emergencies = emergencies;
        this.accounts = accounts;
    }

    /** Whether somebody reviews. */
    static boolean reviews(Account account) {
        return account.roles().contains(AccessRole.PRIVACY_OFFICER);
    }

    /** What waits, as a group of a work list. */
    static DutyGroup group(Visit visit, List<ToReview> waiting) {
        List<DutyRow> rows =
                waiting.stream()
                        .map(w ->
                                new DutyRow(
                                        "emergency-" + w.id(),
                                        due(visit, w),
                                        "Review emergency access",
                                        null,
                                        visit.agency(new AgencyId(w.agency())),
                                        "Opened " + Wording.moment(w.openedAt(), visit.today()),
                                        List.of(),
                                        null,
                                        "",
                                        "It stays here, late, until a privacy officer reviews it",
                                        new Link(
                                                "Review",
                                                "/emergencies#opened-" + w.id(),
                                                "emergency access number " + w.id())))
                        .toList();
        return new DutyGroup(
                "emergencies",
                "Emergency access to review",
                rows.stream().anyMatch(r -> r.due().tone() == DueTone.OVER),
                rows,
                "Nothing waits for review. Last checked "
                        + Wording.moment(visit.now(), visit.today())
                        + ".");
    }

    private static Due due(Visit visit, ToReview waiting) {
        String date = Wording.startingMoment(waiting.dueAt(), visit.today());
        return waiting.dueAt().isAfter(visit.now())
                ? new Due(
                        date,
                        Wording.length(Duration.between(visit.now(), waiting.dueAt())) + " left",
                        DueTone.SOON)
                : new Due(
                        date,
                        Wording.length(Duration.between(waiting.dueAt(), visit.now())) + " late",
                        DueTone.OVER);
    }

    @GetMapping("/emergencies")
    Page waiting(Visit visit, HttpServletResponse response, @RequestParam Optional<String> kept) {
        if (!reviews(visit.account())) {
            return Answers.nobody(visit, response);
        }
        return page(
                visit,
                0,
                Map.of(),
                List.of(),
                kept.isPresent() ? "Your review is kept, with your name, for ever." : "");
    }

    @PostMapping("/emergencies/{id}")
    Object review(
            Visit visit,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam Map<String, String> typed) {
        if (!reviews(visit.account())) {
            return Answers.nobody(visit, response);
        }
        Optional<Outcome> outcome =
                Arrays.stream(Outcome.values())
                        .filter(o -> o.name().equals(typed.getOrDefault(OUTCOME, "")))
                        .findFirst();
        Optional<String> note = EntryForm.typed(Optional.ofNullable(typed.get(NOTE)));
        List<FormError> errors = new ArrayList<>();
        if (outcome.isEmpty()) {
            errors.add(new FormError("Choose what you found", "review-" + id + "-" + OUTCOME));
        }
        if (note.isEmpty()) {
            errors.add(
                    new FormError(
                            "Write what you checked and whom you spoke with",
                            "review-" + id + "-" + NOTE));
        }
        if (!errors.isEmpty()) {
            return page(visit, id, typed, errors, "");
        }
        boolean reviewed =
                emergencies.review(
                        visit.reader(), id, outcome.orElseThrow(), new Text(note.orElseThrow()));
        return reviewed
                ? "redirect:/emergencies?kept"
                : page(
                        visit,
                        id,
                        typed,
                        List.of(
                                new FormError(
                                        "It was reviewed already, or is your own: another privacy officer reviews that",
                                        "main")),
                        "");
    }

    private Page page(
            Visit visit, long id, Map<String, String> typed, List<FormError> errors, String kept) {
        return new EmergenciesPage(
                visit.frame("Emergency access to review", "Emergencies"),
                Wording.startingMoment(visit.now(), visit.today()) + ". The most urgent first.",
                kept,
                errors,
                emergencies.toReview(visit.reader(), "/emergencies").stream()
                        .map(w -> opened(visit, w, w.id() == id ? typed : Map.of(), errors))
                        .toList(),
                "Nothing waits for review.");
    }

    private EmergenciesPage.Opened opened(
            Visit visit, ToReview waiting, Map<String, String> typed, List<FormError> errors) {
        String who =
                accounts.live(waiting.user())
                        .map(a -> a.name().value())
                        .orElse("An account that is closed");
        String form = "review-" + waiting.id();
        return new EmergenciesPage.Opened(
                "opened-" + waiting.id(),
                who + ", " + visit.agency(new AgencyId(waiting.agency())),
                due(visit, waiting),
                List.of(
                        Definition.of(
                                "Opened",
                                Wording.startingMoment(waiting.openedAt(), visit.today())),
                        Definition.of("What was happening", code(waiting.code())),
                        Definition.of("Their reason", waiting.reason().value()),
                        Definition.of(
                                "What it opened",
                                "One record, for 60 minutes. Your role shows no record; its holder can tell you whose.")),
                new Form(
                        form,
                        "/emergencies/" + waiting.id(),
                        List.of(
                                new Field.OneOf(
                                        OUTCOME,
                                        "What did you find?",
                                        "",
                                        EntryForm.error(errors, form + "-" + OUTCOME),
                                        Arrays.stream(Outcome.values())
                                                .map(o -> option(o, typed))
                                                .toList()),
                                new Field.LongText(
                                        NOTE,
                                        "Note",
                                        "What you checked, and whom you spoke with.",
                                        typed.getOrDefault(NOTE, ""),
                                        EntryForm.error(errors, form + "-" + NOTE),
                                        3)),
                        "Keep my review",
                        true,
                        ""));
    }

    private static Option option(Outcome outcome, Map<String, String> typed) {
        String words =
                switch (outcome) {
                    case JUSTIFIED -> "Justified: somebody was in danger, and it could not wait";
                    case COULD_HAVE_WAITED -> "It could have waited: somebody speaks with them";
                    case NOT_JUSTIFIED -> "Not justified: it goes to their manager";
                };
        return new Option(
                outcome.name(), words, "", outcome.name().equals(typed.getOrDefault(OUTCOME, "")));
    }

    private static String code(String code) {
        return Arrays.stream(Code.values())
                .filter(c -> c.name().equals(code))
                .findFirst()
                .map(c ->
                        switch (c) {
                            case HERE_NOW ->
                                    "The person was with them and needed care or protection";
                            case DANGER -> "Somebody was in danger elsewhere";
                            case NOBODY_REACHED -> "Whoever normally reads could not be reached";
                        })
                .orElse(code);
    }
}
