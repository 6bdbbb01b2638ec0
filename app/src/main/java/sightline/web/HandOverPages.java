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
import sightline.feeds.Entries;
import sightline.web.view.Page;

import java.util.Map;
import java.util.Optional;

/**
 * Hand a registered person or a child's case over to another area, or somebody's supervision to
 * whoever watches next: offered by whoever answers, accepted or refused by whoever it was offered
 * to. What is entered is a message like any other.
 */
@PageController
final class HandOverPages {
    private static final String CASE = "/children/{id}/hand-over";
    private static final String JOURNAL = "/children/hand-over";

    /** Only of somebody whom a register covers, or whom the reader's agency offered. */
    private final RegisteredPeople people;

    /** Only of somebody who is or was supervised. */
    private final RegisteredPeople supervised;

    private final ChildReading children;
    private final Entries entries;

    HandOverPages(ChildReading people, Entries entries) {
        this.children = people;
        this.people = new RegisteredPeople(people, "/register/hand-over", RegisterParts::movable);
        this.supervised =
                new RegisteredPeople(
                        people, "/register/supervision", RegisterParts::everSupervised);
        this.entries = entries;
    }

    @GetMapping("/register/{id}/hand-over")
    Object page(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return people.open(
                visit,
                response,
                id,
                parts ->
                        page(
                                visit,
                                HandedOver.of(parts, HandOverMatter.PERSON).with(entries),
                                kept));
    }

    @GetMapping("/register/{id}/supervision")
    Object supervision(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return supervised.open(
                visit,
                response,
                id,
                parts -> page(visit, HandedOver.of(parts, HandOverMatter.SUPERVISION), kept));
    }

    @GetMapping(CASE)
    Object ofCase(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, JOURNAL, LeftOut.EVERYDAY),
                id,
                child -> page(visit, HandedOver.ofCase(visit, child), kept));
    }

    private static Page page(Visit visit, HandedOver about, Optional<String> kept) {
        return new HandOverParts(visit, about)
                .page(
                        HandOverForms.fresh(visit, about),
                        kept.map(stage -> HandOverForms.kept(about.matter(), stage)).orElse(""));
    }

    @PostMapping("/register/{id}/hand-over/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        return people.sent(
                visit,
                response,
                id,
                typed,
                HandOverForms.TEXTS,
                parts ->
                        act(
                                visit,
                                response,
                                HandedOver.of(parts, HandOverMatter.PERSON).with(entries),
                                act,
                                typed));
    }

    @PostMapping("/register/{id}/supervision/{act}")
    Object actOnSupervision(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        return supervised.sent(
                visit,
                response,
                id,
                typed,
                HandOverForms.TEXTS,
                parts ->
                        act(
                                visit,
                                response,
                                HandedOver.of(parts, HandOverMatter.SUPERVISION),
                                act,
                                typed));
    }

    @PostMapping(CASE + "/{act}")
    Object actOnCase(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        SentAbout about =
                SentAbout.of(
                        visit,
                        children.child(visit.reader(), id, JOURNAL, LeftOut.EVERYDAY),
                        typed);
        return about instanceof SentAbout.Them(Child child)
                ? act(visit, response, HandedOver.ofCase(visit, child), act, typed)
                : about.refused(visit, response, typed, HandOverForms.TEXTS.toArray(String[]::new));
    }

    private Object act(
            Visit visit,
            HttpServletResponse response,
            HandedOver about,
            String act,
            Map<String, String> typed) {
        HandOverForms forms = HandOverForms.sent(visit, about, act, typed);
        if (forms.acts() && (forms.ofAnother() || !forms.may(act))) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return new HandOverParts(visit, about).changed(forms.unjudged());
        }
        if (!forms.may(act)) {
            return Answers.nobody(visit, response);
        }
        if (!forms.errors().isEmpty()) {
            return new HandOverParts(visit, about).page(forms, "");
        }
        EntryForm.submit(entries, visit, forms.message(typed.getOrDefault(EntryForm.ONCE, "")));
        return "redirect:" + about.address() + about.matter().path() + "?kept=" + forms.stage();
    }
}
