package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.AlertRow;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.alerts.TellingRow;
import sightline.core.facts.SharedBody.AlertAnswered.AlertAnswer;
import sightline.feeds.Answer;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.AlertPage;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Field;
import sightline.web.view.part.Flag;
import sightline.web.view.part.Form;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.PathStep;
import sightline.web.view.part.Rung;
import sightline.web.view.part.RungState;
import sightline.web.view.part.Tone;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One alert: why it is seen, who has it, and what its reader does about it. */
@PageController
final class AlertPages {
    private static final String ENDING =
            "An alert cannot be dismissed. It ends in one way: a named person answers it, with a reason.";
    private static final Map<String, String> DONE =
            Map.of(
                    "acknowledge",
                    "Your acknowledgement is kept. The record shows it within a few seconds.",
                    "dispute",
                    "Your dispute is kept beside the step. The clock does not stop.",
                    "add",
                    "What you know is kept and will be on the record within a few seconds.",
                    "answer",
                    "Your answer is kept. The alert closes within a few seconds.",
                    "empty",
                    "Nothing was sent: fill in the form that you want to send.");

    private final ChildReading children;
    private final Entries entries;

    AlertPages(ChildReading children, Entries entries) {
        this.children = children;
        this.entries = entries;
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
                                .map(a -> page(visit, child, a, done))
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
        var parts = new AlertParts(visit, child.alert(reference).get());
        Optional<ObjectNode> message = message(visit, reference, act, form, parts);
        if (message.isEmpty()) {
            return "redirect:/alerts/" + reference + "?done=empty";
        }
        Answer answer =
                entries.submit(
                        visit.account().agency(),
                        visit.account().id(),
                        EntryForm.bytes(message.get()));
        if (answer instanceof Answer.TooLarge) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return Answers.nobody(visit, response);
        }
        if (act.equals("acknowledge")) {
            children.acknowledge(visit.reader(), child.family().subject().id(), reference);
        }
        return "redirect:/alerts/" + reference + "?done=" + act;
    }

    private static Optional<ObjectNode> message(
            Visit visit, String reference, String act, Map<String, String> form, AlertParts parts) {
        Optional<String> words = EntryForm.typed(Optional.ofNullable(form.get("words")));
        Optional<String> choice = EntryForm.typed(Optional.ofNullable(form.get("choice")));
        return switch (act) {
            case "acknowledge" ->
                    choice.map(next -> {
                        ObjectNode message = start(visit, form, "alert-acknowledged", parts);
                        message.putObject("body")
                                .put("alert", reference)
                                .put("next", next + words.map(w -> ": " + w).orElse(""));
                        return message;
                    });
            case "answer" ->
                    words.filter(_ -> choice.flatMap(AlertPages::answer).isPresent())
                            .map(reason -> {
                                ObjectNode message = start(visit, form, "alert-answered", parts);
                                message.putObject("body")
                                        .put("alert", reference)
                                        .put("answer", choice.orElse(""))
                                        .put("reason", reason);
                                return message;
                            });
            case "dispute" ->
                    words.map(text -> {
                        ObjectNode message =
                                EntryForm.message(
                                        visit.account().agency(),
                                        form.getOrDefault(EntryForm.ONCE, ""),
                                        "fact-disputed",
                                        visit.now());
                        EntryForm.regarding(message, parts.evidence(number(choice)));
                        message.putObject("body").put("words", text);
                        return message;
                    });
            case "add" ->
                    words.map(text -> {
                        ObjectNode message = start(visit, form, "note", parts);
                        message.putObject("body").put("words", text);
                        return message;
                    });
            default -> Optional.empty();
        };
    }

    private static ObjectNode start(
            Visit visit, Map<String, String> form, String kind, AlertParts parts) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        form.getOrDefault(EntryForm.ONCE, ""),
                        kind,
                        visit.now());
        return EntryForm.regarding(message, parts.evidence());
    }

    private static Optional<AlertAnswer> answer(String slug) {
        return Arrays.stream(AlertAnswer.values()).filter(a -> slug(a).equals(slug)).findFirst();
    }

    private static String slug(AlertAnswer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int number(Optional<String> choice) {
        return choice.filter(c -> c.matches("\\d{1,3}")).map(Integer::parseInt).orElse(1);
    }

    private static Page page(Visit visit, Child child, AlertRow alert, Optional<String> done) {
        var parts = new AlertParts(visit, alert);
        var coverage = new CoverageParts(visit, child.health());
        var duties = new DutyParts(visit);
        List<DutyRow> started =
                child.duties().stream().filter(d -> DutyParts.startedBy(d, alert.rule())).toList();
        String name = Naming.name(child.family().around().subject());
        return new AlertPage(
                visit.frame("Alert: " + name, "Work"),
                identity(visit, child, alert, done),
                parts.alert(actions(alert), false),
                ladder(duties, started, child, alert, visit),
                started.stream().map(duties::line).toList(),
                null,
                List.of(),
                "",
                parts.notShown(),
                parts.sharing(),
                parts.growth(),
                "One matter, so one alert. The first clock does not move when it grows.",
                "Who has it",
                new DeliveryParts(visit, child, alert.reference()).deliveries(),
                coverage.coverage(ChildParts.entries(child), child.family().restricted()),
                forms(visit, alert, parts),
                ENDING);
    }

    private static List<ButtonLink> actions(AlertRow alert) {
        return alert.open()
                ? List.of(
                        ButtonLink.first("Acknowledge and say what happens next", "#acknowledge"),
                        ButtonLink.also("Dispute a step", "#dispute"),
                        ButtonLink.also("Add what I know", "#add"))
                : List.of(ButtonLink.also("Add what I know", "#add"));
    }

    private static IdentityBar identity(
            Visit visit, Child child, AlertRow alert, Optional<String> done) {
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
                List.of(ButtonLink.also("Open the record", "/children/" + alert.subject().value())),
                facts,
                flags,
                done.map(d -> DONE.getOrDefault(d, "")).orElse(""),
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

    private static List<Form> forms(Visit visit, AlertRow alert, AlertParts parts) {
        String path = "/alerts/" + alert.reference();
        List<Form> forms = new ArrayList<>();
        if (alert.open()) {
            forms.add(
                    new Form(
                            "acknowledge",
                            path + "/acknowledge",
                            List.of(
                                    EntryForm.once(visit.now()),
                                    new Field.OneOf(
                                            "choice",
                                            "Acknowledge: what happens next?",
                                            "",
                                            "",
                                            List.of(
                                                    option(
                                                            "I am calling a strategy discussion for today"),
                                                    option(
                                                            "I am passing this to a named post, who must acknowledge it"),
                                                    option(
                                                            "I need something first: what, from whom, by when"))),
                                    Field.longText("words", "Time, post or question", "", "")),
                            "Acknowledge",
                            true,
                            ""));
            forms.add(
                    new Form(
                            "dispute",
                            path + "/dispute",
                            List.of(
                                    EntryForm.once(visit.now()),
                                    new Field.Pick(
                                            "choice",
                                            "Dispute a step: which?",
                                            "The clock does not stop and the alert stays.",
                                            "",
                                            steps(parts)),
                                    Field.longText(
                                            "words",
                                            "How do you know?",
                                            "Your words are kept beside the step.",
                                            "")),
                            "Record dispute",
                            false,
                            ""));
        }
        forms.add(
                new Form(
                        "add",
                        path + "/add",
                        List.of(
                                EntryForm.once(visit.now()),
                                Field.longText(
                                        "words",
                                        "Add what you know: what you saw or were told, by whom, and when",
                                        "It becomes an entry of yours on the record.",
                                        "")),
                        "Add to the record",
                        false,
                        ""));
        if (alert.open()) {
            forms.add(
                    new Form(
                            "answer",
                            path + "/answer",
                            List.of(
                                    EntryForm.once(visit.now()),
                                    new Field.OneOf(
                                            "choice",
                                            "Answer: this ends the alert",
                                            "",
                                            "",
                                            Arrays.stream(AlertAnswer.values())
                                                    .map(a ->
                                                            new Option(
                                                                    slug(a),
                                                                    Wording.capital(
                                                                            Wording.code(slug(a))),
                                                                    "",
                                                                    false))
                                                    .toList()),
                                    Field.longText(
                                            "words",
                                            "Why",
                                            "Your name and this reason stay on the record.",
                                            "")),
                            "Answer the alert",
                            false,
                            ""));
        }
        return forms;
    }

    private static Option option(String words) {
        return new Option(words, words, "", false);
    }

    private static List<Option> steps(AlertParts parts) {
        List<Option> options = new ArrayList<>();
        for (PathStep step : parts.steps()) {
            int number = options.size() + 1;
            options.add(
                    new Option(
                            String.valueOf(number),
                            number + ". " + step.sentence(),
                            "",
                            number == 1));
        }
        return options;
    }
}
