package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.AlertRow;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.alerts.TellingRow;
import sightline.core.facts.HealthBody;
import sightline.feeds.Answer;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.AlertPage;
import sightline.web.view.page.Marks;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Flag;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Link;
import sightline.web.view.part.Rung;
import sightline.web.view.part.RungState;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One alert: why it is seen, who has it, and what its reader does about it. */
@PageController
final class AlertPages {
    private static final String ENDING =
            "An alert cannot be dismissed. It ends in one way: a named person answers it, with a reason.";

    private final ChildReading children;
    private final Entries entries;
    private final Drafts drafts;

    AlertPages(ChildReading children, Entries entries, Drafts drafts) {
        this.children = children;
        this.entries = entries;
        this.drafts = drafts;
    }

    @GetMapping("/alerts/{reference}")
    Page alert(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String reference,
            @RequestParam Optional<String> done) {
        Look<Child> look = children.ofAlert(visit.reader(), reference);
        return Answers.page(
                visit,
                response,
                look,
                child ->
                        child.alert(reference)
                                .map(a ->
                                        page(
                                                visit,
                                                child,
                                                a,
                                                AlertForms.shown(visit, a, drafts, done)))
                                .orElseGet(() -> Answers.nobody(visit, response)));
    }

    @PostMapping("/alerts/{reference}/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String reference,
            @PathVariable String act,
            @RequestParam Map<String, String> form) {
        Look<Child> look = children.ofAlert(visit.reader(), reference);
        if (!(look instanceof Look.Open<Child>(Child child)) || child.alert(reference).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        AlertRow alert = child.alert(reference).get();
        if (!AlertForms.knows(act) || !(alert.open() || act.equals(AlertForms.ADD))) {
            return Answers.nobody(visit, response);
        }
        AlertForms forms = AlertForms.sent(visit, alert, act, form);
        if (!forms.errors().isEmpty()) {
            return page(visit, child, alert, forms);
        }
        Answer answer = EntryForm.submit(entries, visit, forms.message(visit, act));
        if (answer instanceof Answer.TooLarge) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return Answers.nobody(visit, response);
        }
        AlertForms.draft(act).forget(drafts, visit, reference);
        if (act.equals(AlertForms.ACKNOWLEDGE)) {
            children.acknowledge(visit.reader(), child.family().subject().id(), reference);
        }
        return "redirect:/alerts/" + reference + "?done=" + act;
    }

    private static Page page(Visit visit, Child child, AlertRow alert, AlertForms forms) {
        var parts = new AlertParts(visit, alert);
        var coverage = new CoverageParts(visit, child.health());
        var duties = new DutyParts(visit);
        List<DutyRow> started =
                child.duties().stream().filter(d -> DutyParts.startedBy(d, alert.rule())).toList();
        String name = Naming.name(child.family().around().subject());
        return new AlertPage(
                visit.frame("Alert: " + name, "Work"),
                identity(visit, child, alert, forms.kept()),
                parts.alert(actions(visit, alert), false),
                ladder(duties, started, child, alert, visit),
                started.stream().map(duties::line).toList(),
                marks(visit, child, parts),
                List.of(),
                "",
                parts.notShown(),
                parts.sharing(),
                parts.growth(),
                "One matter, so one alert. The first clock does not move when it grows.",
                "Who has it",
                new DeliveryParts(visit, child, alert.reference()).deliveries(),
                new DecisionParts(visit, child).lines(),
                coverage.coverage(ChildParts.entries(child), child.family().restricted()),
                forms.errors(),
                forms.forms(visit),
                ENDING);
    }

    /** The marks on which the alert rests, with every medical opinion on them. */
    private static @Nullable Marks marks(Visit visit, Child child, AlertParts parts) {
        var subject = child.family().around().subject();
        Set<String> rests = Set.copyOf(parts.evidence());
        List<sightline.core.facts.Fact> facts =
                subject.facts().stream()
                        .filter(f ->
                                f.body() instanceof HealthBody.MedicalOpinion
                                        || rests.contains(f.id().message().text()))
                        .toList();
        return new EntriesDrawing(visit, new CoverageParts(visit, child.health()), facts)
                .marks(
                        "The marks",
                        subject.monthsOn(visit.today()).orElse(60),
                        f -> ChildParts.whose(subject, f),
                        Link.to(
                                "All injuries, as one pattern",
                                new ChildParts(visit, child).address() + "/injuries"));
    }

    private static List<ButtonLink> actions(Visit visit, AlertRow alert) {
        if (alert.open() && alert.rule().equals("AL-03") && IncidentPages.may(visit)) {
            return List.of(
                    ButtonLink.first("Read the log and decide", "/incidents/" + alert.reference()),
                    ButtonLink.also("Acknowledge and say what happens next", "#acknowledge"),
                    ButtonLink.also("Add what I know", "#add"));
        }
        return alert.open()
                ? List.of(
                        ButtonLink.first("Acknowledge and say what happens next", "#acknowledge"),
                        ButtonLink.also("Dispute a step", "#dispute"),
                        ButtonLink.also("Add what I know", "#add"))
                : List.of(ButtonLink.also("Add what I know", "#add"));
    }

    private static IdentityBar identity(Visit visit, Child child, AlertRow alert, String kept) {
        var subject = child.family().around().subject();
        String name = Naming.name(subject);
        List<Fact> facts = new ArrayList<>();
        Naming.born(subject, visit.today()).ifPresent(b -> facts.add(Fact.of("Born", b)));
        facts.add(Fact.of("Alert", alert.reference()));
        facts.add(Fact.of("Now", Wording.startingMoment(visit.now(), visit.today())));
        List<TellingRow> own = own(visit, child, alert);
        boolean acknowledged =
                !own.isEmpty() && own.stream().allMatch(t -> t.acknowledged().isPresent());
        List<Flag> flags = new ArrayList<>();
        if (alert.open()) {
            flags.add(
                    acknowledged
                            ? new Flag("Acknowledged by you", Tone.GREEN, "")
                            : new Flag("Not acknowledged by you", Tone.RED, "#acknowledge"));
        }
        int findings = alert.content().path("findings").size();
        if (findings > 1) {
            flags.add(new Flag(findings + " findings, 1 matter", Tone.NEUTRAL, "#grew"));
        }
        return new IdentityBar(
                Link.to("Back to your work", "/work"),
                "",
                name + ": alert",
                List.of(
                        ButtonLink.also("Open the record", "/children/" + alert.subject().value()),
                        ButtonLink.also(
                                "Strategy pack",
                                "/children/" + alert.subject().value() + "/strategy-pack")),
                facts,
                flags,
                kept,
                "",
                List.of());
    }

    /** What was addressed to the reader. */
    private static List<TellingRow> own(Visit visit, Child child, AlertRow alert) {
        return child.tellings().stream()
                .filter(t -> t.reference().equals(alert.reference()))
                .filter(t ->
                        visit.reader().posts().contains(t.recipient())
                                || visit.reader().roles().stream()
                                        .anyMatch(r ->
                                                t.recipient()
                                                        .equals(visit.reader().agency() + "/" + r)))
                .toList();
    }

    private static Ladder ladder(
            DutyParts duties, List<DutyRow> started, Child child, AlertRow alert, Visit visit) {
        Optional<DutyRow> first = started.stream().filter(DutyRow::open).findFirst();
        if (first.isPresent()) {
            return duties.ladder("If nobody acts", first.get());
        }
        List<Rung> told =
                child.tellings().stream()
                        .filter(t -> t.reference().equals(alert.reference()))
                        .map(t ->
                                new Rung(
                                        Wording.startingMoment(t.toldAt(), visit.today()),
                                        Wording.recipient(visit, t.recipient()),
                                        "Told",
                                        RungState.DONE))
                        .toList();
        return new Ladder("Who was told", told, "No duty of this alert is open now.", null);
    }
}
