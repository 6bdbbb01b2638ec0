package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterPack;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.web.view.Page;
import sightline.web.view.page.NotificationCheckPage;
import sightline.web.view.page.NotificationPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Record what a registered person notified: typed, checked, kept like any message. What was typed
 * is a draft of whoever typed it until it is kept.
 */
@PageController
final class NotificationPages {
    private static final String SEEN = "seen";

    /** Only of somebody under a register under which notice is given. */
    private final RegisteredPeople people;

    private final Entries entries;
    private final Drafts drafts;

    NotificationPages(ChildReading people, Entries entries, Drafts drafts) {
        this.people =
                new RegisteredPeople(
                        people, "/register/notification", parts -> !parts.notifiable().isEmpty());
        this.entries = entries;
        this.drafts = drafts;
    }

    @GetMapping("/register/{id}/notification")
    Object form(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return people.open(
                visit,
                response,
                id,
                parts -> {
                    Optional<DraftPages.Found> draft = draft(visit, parts);
                    Map<String, String> typed = draft.map(DraftPages.Found::typed).orElse(Map.of());
                    return page(
                            visit,
                            parts,
                            form(visit, parts, typed, false),
                            draft.map(DraftPages.Found::note).orElse(""));
                });
    }

    @PostMapping("/register/{id}/notification")
    Object typed(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        return people.sent(
                visit,
                id,
                typed,
                parts -> {
                    NotificationForm form = form(visit, parts, typed, true);
                    if (!form.errors().isEmpty()) {
                        return page(visit, parts, form, "");
                    }
                    return switch (save(visit, parts, typed)) {
                        case KEPT -> "redirect:" + parts.address() + "/notification/check";
                        case WRITTEN_ELSEWHERE -> DraftPages.elsewhere(visit, response, typed);
                        case TOO_LONG, ENDED -> page(visit, parts, tooLong(form), "");
                    };
                },
                about ->
                        DraftPages.Kind.NOTIFICATION.refused(
                                drafts, visit, response, typed, about));
    }

    private Drafts.Saved save(Visit visit, RegisterParts parts, Map<String, String> typed) {
        return DraftPages.Kind.NOTIFICATION.saveSeen(
                drafts, visit, about(visit, parts, typed), typed);
    }

    private static NotificationForm tooLong(NotificationForm form) {
        return new NotificationForm(
                form.packs(),
                form.fields(),
                List.of(new FormError(DraftPages.TOO_LONG, NotificationForm.ID + "-line")),
                form.today());
    }

    @GetMapping("/register/{id}/notification/check")
    Object check(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return people.open(
                visit,
                response,
                id,
                parts ->
                        checked(visit, parts)
                                .<Object>map(form -> checkPage(visit, parts, form))
                                .orElse("redirect:" + parts.address() + "/notification"));
    }

    @PostMapping("/register/{id}/notification/check")
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        return people.sent(
                visit,
                id,
                typed,
                parts -> {
                    Optional<NotificationForm> form = checked(visit, parts);
                    if (form.isEmpty()) {
                        return "redirect:" + parts.address() + "/notification";
                    }
                    if (!seen(form.get()).equals(typed.getOrDefault(SEEN, ""))) {
                        // Another window typed something else since: that is checked first.
                        return "redirect:" + parts.address() + "/notification/check";
                    }
                    ObjectNode message =
                            form.get()
                                    .message(
                                            visit,
                                            parts.child(),
                                            typed.getOrDefault(EntryForm.ONCE, ""));
                    EntryForm.submit(entries, visit, message);
                    DraftPages.Kind.NOTIFICATION.forget(
                            drafts, visit, about(visit, parts, typed), typed);
                    return "redirect:"
                            + parts.address()
                            + "/receipts/"
                            + message.path("id").asString("");
                },
                about -> about.refused(visit, response, typed));
    }

    /** What was typed and is right; empty when there is nothing, or something is wrong by now. */
    private Optional<NotificationForm> checked(Visit visit, RegisterParts parts) {
        return draft(visit, parts)
                .map(d -> form(visit, parts, d.typed(), true))
                .filter(f -> f.errors().isEmpty());
    }

    /** A name of all that is checked: only what was read is kept. */
    private static String seen(NotificationForm form) {
        return Wording.anchor(
                form.answers().stream()
                        .map(a -> a.term() + "\n" + a.value() + "\n" + a.source())
                        .collect(Collectors.joining("\n")));
    }

    private Optional<DraftPages.Found> draft(Visit visit, RegisterParts parts) {
        return DraftPages.Kind.NOTIFICATION.find(drafts, visit, about(visit, parts, Map.of()));
    }

    private static DraftAbout about(Visit visit, RegisterParts parts, Map<String, String> typed) {
        return DraftAbout.of(visit, parts.child(), typed);
    }

    private static NotificationForm form(
            Visit visit, RegisterParts parts, Map<String, String> typed, boolean checked) {
        return NotificationForm.of(parts.notifiable(), typed, visit.today(), checked);
    }

    private static Page page(
            Visit visit, RegisterParts parts, NotificationForm form, String draftNote) {
        return new NotificationPage(
                visit.frame("Record a notification: " + parts.name(), "Register"),
                parts.identity(""),
                form.errors(),
                draftNote,
                form.form(
                        parts.address() + "/notification",
                        DraftPages.Kind.NOTIFICATION.address(
                                DraftAbout.of(
                                        visit,
                                        parts.child(),
                                        form.fields()
                                                .value(NotificationForm.ID, DraftAbout.FIELD)))),
                form.packs().stream().map(p -> p.title() + ": " + p.manner()).toList());
    }

    private static Page checkPage(Visit visit, RegisterParts parts, NotificationForm form) {
        RegisterPack pack = form.pack();
        return new NotificationCheckPage(
                visit.frame("Check a notification: " + parts.name(), "Register"),
                parts.identity(""),
                form.answers(),
                Link.to("Change what you typed", parts.address() + "/notification"),
                "Under the " + pack.title() + ". A numbered receipt follows, to be handed over.",
                new Form(
                        "check",
                        parts.address() + "/notification/check",
                        List.of(
                                EntryForm.once(visit.now()),
                                SentAbout.field(visit, parts.child()),
                                new Field.Hidden(SEEN, seen(form))),
                        "Keep it and show the receipt",
                        true,
                        ""));
    }
}
