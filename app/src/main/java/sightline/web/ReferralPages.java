package sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.household.LeftOut;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.household.Search;
import sightline.web.view.Page;
import sightline.web.view.page.RecordPage;
import sightline.web.view.page.ReferralPage;
import sightline.web.view.page.SearchPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Refer a child to social care: the child is looked for first, and nobody is written down anew
 * before a search. What is sent is a message of the practitioner's agency; its receipt names
 * nobody, so that it may be printed.
 */
@PageController
final class ReferralPages {
    private static final String NEW = "/referrals/new";
    private static final String TOO_LITTLE =
            "Enter an NHS number, or a name with a date of birth or a postcode";
    private static final int PART = 4;

    /** What a draft about a child who was not found is kept under. */
    private static final String UNKNOWN = "new";

    private final ChildReading children;
    private final Search search;
    private final Recording recording;
    private final Entries entries;
    private final Drafts drafts;

    ReferralPages(
            ChildReading children,
            Search search,
            Recording recording,
            Entries entries,
            Drafts drafts) {
        this.children = children;
        this.search = search;
        this.recording = recording;
        this.entries = entries;
        this.drafts = drafts;
    }

    @GetMapping(NEW)
    Page start(Visit visit) {
        recording.write(visit.reader(), Entry.of(Event.VISIT, NEW));
        String begun = begun(visit).note();
        String note =
                begun.isEmpty()
                        ? ""
                        : begun + " Look for the child again: it stands in the form that follows.";
        return page(visit, List.of(), note, "", List.of(), null);
    }

    /** What was being written about a child who was not found. */
    private DraftPages.Found begun(Visit visit) {
        return DraftPages.Kind.REFERRAL_NEW.resumed(drafts, visit, UNKNOWN);
    }

    @PostMapping(NEW)
    Object find(Visit visit, HttpServletRequest request, @RequestParam Optional<String> q) {
        String typed = q.orElse("");
        if (new TypedSearch(typed).details().isEmpty()) {
            recording.write(visit.reader(), Entry.of(Event.VISIT, NEW));
            return page(
                    visit, List.of(new FormError(TOO_LITTLE, "search-q")), "", "", List.of(), null);
        }
        return "redirect:" + NEW + "/" + Session.of(request).keepSearch(typed);
    }

    @GetMapping(NEW + "/{search}")
    Page found(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("search") String id) {
        DraftPages.Found draft = begun(visit);
        return found(
                visit,
                request,
                response,
                id,
                ReferralForm.fresh(visit, false, draft.typed()),
                draft.note());
    }

    private Page found(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            String id,
            ReferralForm form,
            String note) {
        Optional<RecordDetails> details = details(request, id);
        if (details.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        List<SearchPage.Result> results = new ArrayList<>();
        for (Search.Hit hit : search.find(visit.reader(), details.get())) {
            switch (hit) {
                case Search.Hit.Known known -> results.add(found(visit, known));
                case Search.Hit.Restricted(List<AgencyId> holders) ->
                        holders.forEach(h -> results.add(Answers.stub(visit, h)));
            }
        }
        String summary =
                results.isEmpty()
                        ? "No record that you may know of matches"
                        : Wording.count(results.size(), "result");
        return page(
                visit,
                form.errors(),
                note,
                summary,
                results,
                form.form(NEW + "/" + id, DraftPages.Kind.REFERRAL_NEW.address(UNKNOWN)));
    }

    private static Optional<RecordDetails> details(HttpServletRequest request, String id) {
        return Session.of(request).search(id).flatMap(typed -> new TypedSearch(typed).details());
    }

    private static SearchPage.Result found(Visit visit, Search.Hit.Known known) {
        return new SearchPage.Result.Found(
                Link.to(
                        "Refer " + Naming.name(known.facts()),
                        "/children/" + known.id().value() + "/referral"),
                Naming.age(known.facts(), visit.today()),
                "Matched on a number, or on name with birth or postcode",
                "",
                List.of());
    }

    /** About a child who was not found, or whose record is not open to the reader. */
    @PostMapping(NEW + "/{search}")
    Object referUnknown(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("search") String id,
            @RequestParam Map<String, String> typed) {
        ReferralForm form = ReferralForm.sent(visit, false, typed);
        if (details(request, id).isEmpty()) {
            return DraftPages.Kind.REFERRAL_NEW
                    .saveSent(drafts, visit, response, DraftAbout.of(UNKNOWN), typed)
                    .orElse("redirect:" + NEW);
        }
        if (!form.errors().isEmpty()) {
            return DraftPages.Kind.REFERRAL_NEW
                    .saveSent(drafts, visit, response, DraftAbout.of(UNKNOWN), typed)
                    .orElseGet(() -> found(visit, request, response, id, form, ""));
        }
        recording.write(visit.reader(), Entry.of(Event.VISIT, NEW));
        String receipt = send(visit, form, m -> form.describe(m, localId(m)));
        DraftPages.Kind.REFERRAL_NEW.forget(drafts, visit, UNKNOWN);
        return receipt;
    }

    /** One record of the child for all that the form sends. */
    private static String localId(ObjectNode message) {
        return "ref-" + message.path("id").asString("").replaceFirst("-safe$", "");
    }

    @GetMapping("/children/{id}/referral")
    Page refer(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, "/children/referral", LeftOut.EVERYDAY),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.REFERRAL.resumed(
                                    drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    return page(
                            visit,
                            child,
                            ReferralForm.fresh(visit, true, draft.typed()),
                            draft.note());
                });
    }

    @PostMapping("/children/{id}/referral")
    Object referKnown(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed) {
        Look<Child> look =
                children.child(visit.reader(), id, "/children/referral", LeftOut.EVERYDAY);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            return DraftPages.Kind.REFERRAL.refused(drafts, visit, response, typed, about);
        }
        ReferralForm form = ReferralForm.sent(visit, true, typed);
        if (!form.errors().isEmpty()) {
            return DraftPages.Kind.REFERRAL
                    .saveSent(drafts, visit, response, DraftAbout.of(visit, child, typed), typed)
                    .orElseGet(() -> page(visit, child, form, ""));
        }
        String receipt = send(visit, form, m -> EntryForm.about(m, visit, child));
        DraftPages.Kind.REFERRAL.forget(drafts, visit, DraftAbout.of(visit, child, typed), typed);
        return receipt;
    }

    private String send(Visit visit, ReferralForm form, Consumer<ObjectNode> about) {
        List<ObjectNode> messages = form.messages(about);
        entries.submitAll(
                visit.account().agency(),
                visit.account().id(),
                messages.stream().map(EntryForm::bytes).toList());
        return "redirect:/referrals/receipts/" + messages.getFirst().path("id").asString("");
    }

    @GetMapping("/referrals/receipts/{message}")
    Page receipt(Visit visit, HttpServletResponse response, @PathVariable String message) {
        recording.write(visit.reader(), Entry.of(Event.VISIT, "/referrals/receipt"));
        Optional<String> number =
                number(message)
                        .filter(_ ->
                                entries.sentBefore(visit.account().agency(), List.of(message))
                                        .containsKey(message));
        if (number.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        var desk = visit.frame("", "").desk();
        return new ReferralPage(
                visit.frame("Receipt of a referral", "Refer a child"),
                List.of(),
                "",
                "Referral " + number.get(),
                List.of(
                        "Your referral is kept, and sent to whoever decides it. Print this page, or"
                                + " write the number down. It names nobody.",
                        "They acknowledge it and decide what happens by the end of the next working"
                                + " day. If you hear nothing by then, you and they are told, and it"
                                + " goes up until somebody answers.",
                        "If a child is in danger now, do not wait: ring 999, or "
                                + desk.name()
                                + " on "
                                + desk.telephone()
                                + "."),
                null,
                "",
                List.of(),
                null);
    }

    private static Optional<String> number(String message) {
        String hex = message.replaceFirst("^page-", "").replace("-", "");
        return Optional.of(hex)
                .filter(h -> h.matches("[0-9a-f]{32}"))
                .map(h -> h.toUpperCase(Locale.ROOT))
                .map(h -> "RF-" + h.substring(0, PART) + "-" + h.substring(PART, PART + PART));
    }

    private static Page page(Visit visit, Child child, ReferralForm form, String draftNote) {
        var parts = new ChildParts(visit, child);
        return new RecordPage(
                visit.frame("Refer: " + parts.name(), "Children"),
                parts.identity("Referral", ""),
                "Refer to social care",
                form.errors(),
                draftNote,
                form.form(
                        parts.address() + "/referral",
                        DraftPages.Kind.REFERRAL.address(
                                DraftAbout.of(visit, child, form.keptAs()))),
                List.of(
                        "Who the child is, is on the record: you need not write it again.",
                        "A suspicion is enough. You need not be sure, and you need not prove it.",
                        "Whoever decides answers you by the end of the next working day."));
    }

    private static Page page(
            Visit visit,
            List<FormError> errors,
            String note,
            String summary,
            List<SearchPage.Result> results,
            @Nullable Form refer) {
        return new ReferralPage(
                visit.frame("Refer a child", "Refer a child"),
                errors,
                note,
                "Refer a child to social care",
                List.of(
                        "If a child is in danger now, ring 999 first. This takes a few minutes; what"
                                + " the record knows is not asked again."),
                new Form(
                        "search",
                        NEW,
                        List.of(
                                new Field.Line(
                                        "q",
                                        "Person, address or NHS number",
                                        "Like Jo Marlow 27 3 2015, or Marlow WM4 2QT, or 999 000 1235",
                                        "",
                                        EntryForm.error(errors, "search-q"),
                                        "text",
                                        "off",
                                        "w20")),
                        "Search",
                        refer == null,
                        ""),
                summary,
                results,
                refer);
    }
}
