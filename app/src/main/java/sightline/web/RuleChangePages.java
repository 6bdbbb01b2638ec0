package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.core.kernel.AreaId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Rule;
import sightline.screening.RuleChange;
import sightline.screening.RuleKeeping;
import sightline.web.view.Page;
import sightline.web.view.page.RuleChangeFormPage;
import sightline.web.view.page.RuleChangePage;
import sightline.web.view.page.RuleChangesPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.HeadedForm;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the rules: one person proposes, it is worked out, another decides. */
@PageController
final class RuleChangePages {
    private static final String LIST = "/rules/changes";

    private final RuleKeeping keeping;

    RuleChangePages(RuleKeeping keeping) {
        this.keeping = keeping;
    }

    private static Optional<AreaId> area(Visit visit) {
        return RuleKeeping.keeps(visit.reader(), visit.directory());
    }

    @GetMapping(LIST)
    Page changes(Visit visit, HttpServletResponse response) {
        return area(visit)
                .<Page>map(area ->
                        new RuleChangesPage(
                                visit.frame("Settings of the rules", "Rules"),
                                Link.to("All rules", "/rules"),
                                RuleWords.area(visit, area),
                                keeping.in(visit.reader(), area).stream()
                                        .map(c -> row(visit, c))
                                        .toList()))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static RuleChangesPage.Row row(Visit visit, RuleChange change) {
        return new RuleChangesPage.Row(
                Link.to(change.rule() + ", number " + change.number(), address(change)),
                RuleWords.stage(change.stage()),
                RuleWords.said(change),
                change.reason(),
                RuleWords.by(visit, change.proposedAt(), change.proposedBy()));
    }

    private static String address(RuleChange change) {
        return LIST + "/" + change.number();
    }

    private static SecondPerson second(RuleChange change) {
        return new SecondPerson(address(change));
    }

    @GetMapping("/rules/{id}/change")
    Page form(Visit visit, HttpServletResponse response, @PathVariable String id) {
        Optional<AreaId> area = area(visit);
        Optional<Rule> rule = rule(id);
        return area.isEmpty() || rule.isEmpty()
                ? Answers.nobody(visit, response)
                : form(
                        visit,
                        area.get(),
                        rule.get(),
                        fresh(visit, area.get(), rule.get()),
                        List.of());
    }

    private RuleChangeForm fresh(Visit visit, AreaId area, Rule rule) {
        return RuleChangeForm.fresh(rule, keeping.current(visit.reader(), area, rule.id()));
    }

    private static Page form(
            Visit visit, AreaId area, Rule rule, RuleChangeForm form, List<FormError> more) {
        List<FormError> errors = new ArrayList<>(form.errors());
        errors.addAll(more);
        String address = "/rules/" + rule.id().value();
        return new RuleChangeFormPage(
                visit.frame("Propose a change of " + rule.id(), "Rules"),
                Link.to(rule.id() + ": " + rule.card().title(), address),
                errors,
                "Propose a change of %s in %s".formatted(rule.id(), RuleWords.area(visit, area)),
                List.of(
                        rule.card().threshold(),
                        "It is first worked out what would change. Then somebody else of those who keep"
                                + " the settings here approves it or not. It holds for what comes after;"
                                + " what it would have raised in the year before goes to social care’s"
                                + " manager to decide."),
                form.form(address + "/change"));
    }

    @PostMapping("/rules/{id}/change")
    Object propose(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        Optional<AreaId> area = area(visit);
        Optional<Rule> rule = rule(id);
        if (area.isEmpty() || rule.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        RuleChangeForm form =
                RuleChangeForm.typed(
                        rule.get(),
                        keeping.current(visit.reader(), area.get(), rule.get().id()),
                        typed);
        if (!form.errors().isEmpty()) {
            return form(visit, area.get(), rule.get(), form, List.of());
        }
        return keeping.propose(
                        visit.reader(),
                        area.get(),
                        rule.get().id(),
                        form.raises(),
                        form.numbers(),
                        form.reason(),
                        visit.now())
                .<Object>map(number -> "redirect:" + LIST + "/" + number)
                .orElseGet(() ->
                        form(
                                visit,
                                area.get(),
                                rule.get(),
                                form,
                                List.of(
                                        new FormError(
                                                "Another change of this rule waits to be decided. Decide it first: see the settings of the rules.",
                                                "change-raises"))));
    }

    @GetMapping(LIST + "/{number}")
    Page change(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String number,
            @RequestParam Optional<String> no) {
        return found(visit, number)
                .map(c -> page(visit, c, no.isPresent(), List.of()))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private Optional<RuleChange> found(Visit visit, String number) {
        return area(visit)
                .filter(_ -> number.matches("[0-9]{1,15}"))
                .flatMap(area -> keeping.find(visit.reader(), area, Long.parseLong(number)));
    }

    @PostMapping(LIST + "/{number}/{act}")
    Object decide(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam Optional<String> why) {
        Optional<RuleChange> found = found(visit, number);
        if (found.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        RuleChange change = found.get();
        return second(change)
                .sent(
                        act,
                        why,
                        refused -> keeping.decide(visit.reader(), change, refused, visit.now()),
                        errors -> page(visit, change, false, errors))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static Page page(Visit visit, RuleChange change, boolean no, List<FormError> errors) {
        return new RuleChangePage(
                visit.frame("Change of " + change.rule(), "Rules"),
                Link.to("Settings of the rules", LIST),
                errors,
                "%s in %s: %s"
                        .formatted(
                                change.rule(),
                                RuleWords.area(visit, change.area()),
                                RuleWords.said(change)),
                RuleWords.stage(change.stage()),
                no ? SecondPerson.NOT_DONE : next(visit, change),
                lines(visit, change),
                change.workedOut().map(RuleChangePages::counts).orElse(List.of()),
                change.workedOut()
                        .map(out ->
                                "Worked out %s, over the year before: alerts of children and matters in this area, by what is known now."
                                        .formatted(Wording.moment(out.at(), visit.today())))
                        .orElse(""),
                forms(visit, change, errors));
    }

    private static String next(Visit visit, RuleChange change) {
        return switch (change.stage()) {
            case BEING_WORKED_OUT ->
                    change.people() == 0
                            ? "It waits to be worked out. Open this page again in a while."
                            : "It is being worked out: %d of %d people looked at. Open this page again in a while."
                                    .formatted(change.looked(), change.people());
            case WAITS ->
                    SecondPerson.own(visit, change)
                            ? "Somebody else of those who keep the settings here decides."
                            : "Yours to decide, or anybody’s who keeps the settings here, but for whoever proposed it.";
            case APPROVED -> "Approved. It is in force with the next batch, within a minute or so.";
            case REFUSED -> "Refused: " + change.refused().orElse("");
            case IN_FORCE ->
                    "In force from "
                            + Wording.moment(change.inForce().orElseThrow(), visit.today())
                            + ", until another change of it is.";
        };
    }

    private static List<Definition> lines(Visit visit, RuleChange change) {
        List<Definition> lines = new ArrayList<>();
        lines.add(
                new Definition(
                        "Rule",
                        rule(change.rule().value()).map(r -> r.card().title()).orElse(""),
                        "",
                        Link.to(change.rule().value(), "/rules/" + change.rule().value())));
        lines.add(Definition.of("What", Wording.capital(RuleWords.said(change))));
        lines.addAll(SecondPerson.lines(visit, change));
        return lines;
    }

    private static List<Count> counts(RuleChange.WorkedOut out) {
        List<Count> counts =
                new ArrayList<>(
                        List.of(
                                Count.of(out.now(), "raised as it is set"),
                                Count.of(out.then(), "would be raised"),
                                Count.of(out.more(), "more"),
                                Count.of(out.fewer(), "fewer"),
                                Count.of(out.children(), "children concerned")));
        if (out.unknown() > 0) {
            counts.add(Count.of(out.unknown(), "people for whom it could not be worked out"));
        }
        return counts;
    }

    private static List<HeadedForm> forms(Visit visit, RuleChange change, List<FormError> errors) {
        SecondPerson second = second(change);
        return second.forms(
                visit,
                change,
                change.workedOut()
                        .map(_ ->
                                second.approval(
                                        "Approve it",
                                        "You answer for it with whoever proposed it: for what is no longer raised, and for how much more people are told.",
                                        "Approve this change")),
                errors);
    }

    private static Optional<Rule> rule(String id) {
        return Catalogue.rules().stream()
                .filter(r -> r.id().value().equals(id))
                .filter(RuleWords::settable)
                .findFirst();
    }
}
