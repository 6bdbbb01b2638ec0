package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.casework.CaseCourse;
import sightline.core.casework.CensusChecks;
import sightline.core.casework.CensusRule;
import sightline.core.household.LeftOut;
import sightline.core.kernel.PersonId;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Conferences, core groups, plans, visits and legal planning: invited, held, written down. The
 * census's rules on dates are run as a form is kept; they warn, and never stop it.
 */
@PageController
final class MeetingPages {
    private final ChildReading children;
    private final Entries entries;
    private final Drafts drafts;

    MeetingPages(ChildReading children, Entries entries, Drafts drafts) {
        this.children = children;
        this.entries = entries;
        this.drafts = drafts;
    }

    @GetMapping("/children/{id}/meetings")
    Page all(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept,
            @RequestParam Optional<String> look) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, "/children/meetings", LeftOut.EVERYDAY),
                id,
                child ->
                        new MeetingParts(visit, child)
                                .page(
                                        Optional.empty(),
                                        kept.map(_ ->
                                                        "Your entry is kept. This page shows it"
                                                                + " within a few seconds.")
                                                .orElse(""),
                                        warnings(look.orElse(""))));
    }

    @GetMapping("/children/{id}/meetings/{form}")
    Page form(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String form) {
        Optional<MeetingForm.Sort> sort =
                MeetingForm.Sort.of(form).filter(s -> s.mayBeSentBy(visit));
        if (sort.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, "/children/meetings", LeftOut.EVERYDAY),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.MEETING.resumed(
                                    drafts, visit, MeetingForm.draft(visit, child, sort.get(), ""));
                    return new MeetingParts(visit, child)
                            .page(
                                    Optional.of(
                                            MeetingForm.fresh(
                                                    visit, child, sort.get(), draft.typed())),
                                    draft.note(),
                                    List.of());
                });
    }

    @PostMapping("/children/{id}/meetings/{form}")
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String form,
            @RequestParam Map<String, String> typed) {
        Optional<MeetingForm.Sort> sort =
                MeetingForm.Sort.of(form).filter(s -> s.mayBeSentBy(visit));
        Look<Child> look =
                children.child(visit.reader(), id, "/children/meetings", LeftOut.EVERYDAY);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (sort.isEmpty() || !(about instanceof SentAbout.Them(Child child))) {
            return DraftPages.Kind.MEETING.refused(drafts, visit, response, typed, about);
        }
        MeetingForm sent = MeetingForm.sent(visit, child, sort.get(), typed);
        if (!sent.errors().isEmpty()) {
            return DraftPages.Kind.MEETING
                    .saveSent(drafts, visit, response, sent.draft(), typed)
                    .orElseGet(() ->
                            new MeetingParts(visit, child).page(Optional.of(sent), "", List.of()));
        }
        entries.submitAll(
                visit.account().agency(),
                visit.account().id(),
                new MeetingMessages(sent).all().stream().map(EntryForm::bytes).toList());
        DraftPages.Kind.MEETING.forget(drafts, visit, sent.draft(), typed);
        Set<CensusRule> broken =
                CensusChecks.brokenBy(
                        CaseCourse.of(child.family().around().asOne()),
                        visit.today(),
                        sent.steps().toArray(CaseCourse.Step[]::new));
        return "redirect:/children/"
                + child.family().subject().id().value()
                + "/meetings?kept&look="
                + broken.stream().map(CensusRule::number).collect(Collectors.joining("."));
    }

    /** What the rules of those numbers say. */
    static List<String> warnings(String numbers) {
        return Arrays.stream(numbers.split("\\."))
                .flatMap(n -> CensusRule.of(n).stream())
                .distinct()
                .map(MeetingPages::words)
                .toList();
    }

    static String words(CensusRule rule) {
        return rule.number() + ": " + rule.words();
    }
}
