package sightline.web;

import sightline.alerts.AlertRow;
import sightline.core.kernel.FactId;
import sightline.core.kernel.When;
import sightline.web.view.part.Alert;
import sightline.web.view.part.AsAWhole;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Growth;
import sightline.web.view.part.Link;
import sightline.web.view.part.PathStep;
import sightline.web.view.part.Sharing;
import sightline.web.view.part.SharingLine;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** An alert, as last derived, as parts of pages. */
final class AlertParts {
    private static final String SAYS_NOT =
            "It says what records show. It does not say that anybody has harmed anybody.";
    private static final String WITHDRAWN =
            "The evidence has been withdrawn or changed since this alert was raised";

    private final Visit visit;
    private final AlertRow alert;
    private final List<JsonNode> findings;
    private final String which;

    AlertParts(Visit visit, AlertRow alert) {
        this(visit, alert, "");
    }

    private AlertParts(Visit visit, AlertRow alert, String which) {
        this.visit = visit;
        this.which = which;
        this.alert = alert;
        this.findings = alert.content().path("findings").valueStream().toList();
    }

    /** The same, saying which it is where several on one page have the same heading. */
    AlertParts among(List<AlertRow> shown) {
        List<AlertRow> alike =
                shown.stream()
                        .filter(a -> new AlertParts(visit, a).headline().equals(headline()))
                        .toList();
        return alike.size() < 2
                ? this
                : new AlertParts(
                        visit,
                        alert,
                        " (%d of %d matters)".formatted(alike.indexOf(alert) + 1, alike.size()));
    }

    /** The alert with its path. */
    Alert alert(List<ButtonLink> actions, boolean withSharing) {
        List<PathStep> steps = steps();
        return new Alert(
                Wording.anchor(alert.reference()),
                "Alert " + alert.rule(),
                timing(),
                alert.open(),
                headline() + which,
                summary(),
                actions,
                steps,
                whole(steps),
                withSharing ? sharing() : null,
                List.of(
                        new Link(
                                "Why this rule exists, and what it costs",
                                "/rules/" + alert.rule(),
                                "rule " + alert.rule())));
    }

    String headline() {
        return findings.isEmpty() ? "Evidence withdrawn" : newest().path("headline").asString("");
    }

    private JsonNode newest() {
        return findings.getLast();
    }

    private String timing() {
        String raised = "Raised " + Wording.atMoment(alert.raisedAt(), visit.today());
        String grew =
                alert.grewAt().equals(alert.raisedAt())
                        ? ""
                        : ". Grew " + Wording.atMoment(alert.grewAt(), visit.today());
        return raised + grew + ". " + state();
    }

    private String state() {
        return switch (alert.state()) {
            case "open" -> "Not answered";
            case "answered" ->
                    "Answered: "
                            + Wording.code(
                                    alert.content().path("answer").asString("see the record"));
            case "passed" -> "Passed to the child, who was born";
            default -> "Evidence withdrawn";
        };
    }

    private String summary() {
        if (!alert.state().equals("withdrawn")) {
            return findings.size() == 1
                    ? "One finding. Each step below says which source recorded it, and when."
                    : findings.size()
                            + " findings on one matter: one alert that grew. Each step says which"
                            + " source recorded it, and when.";
        }
        return WITHDRAWN + ". It stays here, so that nobody wonders where it went.";
    }

    /** The steps of all findings, each once. */
    List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (JsonNode finding : findings) {
            for (JsonNode step : finding.path("path")) {
                String text = step.path("text").asString("");
                if (seen.add(text + "|" + step.path("source").asString(""))) {
                    steps.add(step(step, steps.size() + 1, text));
                }
            }
        }
        return steps;
    }

    private PathStep step(JsonNode step, int number, String text) {
        Certainty certainty = Wording.certainty(step.path("certainty").asString(""));
        List<String> facts = Wording.texts(step.path("facts"));
        Link entry =
                facts.isEmpty()
                        ? null
                        : new Link(
                                "See the entry",
                                "/children/"
                                        + alert.subject().value()
                                        + "/chronology#"
                                        + Wording.anchor(facts.getFirst()),
                                "of step " + number);
        return new PathStep(
                "step-" + number + "-" + Wording.anchor(alert.reference()),
                Wording.capital(text),
                certainty,
                certainty == Certainty.CONFIRMED ? "" : "no person has checked",
                "",
                Wording.source(visit, step.path("source").asString("")),
                date(step.path("date").asString("unknown")),
                entry,
                "",
                alert.state().equals("withdrawn") ? WITHDRAWN : "");
    }

    private static String date(String form) {
        try {
            return Wording.capital(When.parse(form).inWords());
        } catch (DateTimeException unreadable) {
            return form.isBlank() ? "Date not recorded" : form;
        }
    }

    private AsAWhole whole(List<PathStep> steps) {
        Certainty certainty = Wording.certainty(alert.certainty());
        List<Integer> weak =
                IntStream.range(0, steps.size())
                        .filter(i -> steps.get(i).certainty() != Certainty.CONFIRMED)
                        .mapToObj(i -> i + 1)
                        .toList();
        if (weak.isEmpty()) {
            return new AsAWhole(certainty, "every step is confirmed.", "", SAYS_NOT);
        }
        String which = weak.size() == 1 ? "step " : "steps ";
        String numbers = String.join(", ", weak.stream().map(String::valueOf).toList());
        return new AsAWhole(
                certainty,
                "as sure as its weakest step: " + which + numbers + ".",
                "A person who checks " + (weak.size() == 1 ? "it" : "them") + " would settle it.",
                SAYS_NOT);
    }

    /** Who may be told, who must not, who decides: of all findings together. */
    Sharing sharing() {
        List<SharingLine> decides = lines("decides");
        return new Sharing(
                lines("mayBeTold"),
                lines("mustNotBeTold"),
                decides.isEmpty()
                        ? List.of(SharingLine.of("The lead worker and their manager", ""))
                        : decides,
                "",
                new Link("What this rule moves, and to whom", "/rules/" + alert.rule(), ""));
    }

    private List<SharingLine> lines(String which) {
        Set<String> lines = new LinkedHashSet<>();
        findings.forEach(f -> lines.addAll(Wording.texts(f.path("sharing").path(which))));
        return lines.stream().map(l -> SharingLine.of(Wording.capital(l), "")).toList();
    }

    List<String> notShown() {
        Set<String> lines = new LinkedHashSet<>();
        findings.forEach(f -> lines.addAll(Wording.texts(f.path("notShown"))));
        return lines.isEmpty() ? List.of(SAYS_NOT) : List.copyOf(lines);
    }

    List<Growth> growth() {
        List<Growth> growth = new ArrayList<>();
        for (JsonNode finding : findings) {
            Instant since = Instant.parse(finding.path("since").asString());
            growth.add(
                    new Growth(
                            Wording.startingMoment(since, visit.today()),
                            growth.isEmpty() ? "Raised" : "Grew",
                            Wording.withoutStop(finding.path("headline").asString(""))
                                    + ". Certainty: "
                                    + finding.path("certainty").asString(""),
                            true));
        }
        return growth;
    }

    /** The messages on which the alert rests: what an answer to it is about. */
    List<String> evidence() {
        Set<String> messages = new LinkedHashSet<>();
        for (JsonNode finding : findings) {
            finding.path("path")
                    .forEach(step ->
                            Wording.texts(step.path("facts"))
                                    .forEach(f -> messages.add(message(f))));
        }
        return List.copyOf(messages);
    }

    /** The messages of one step, counted as on the page. */
    List<String> evidence(int number) {
        Set<String> seen = new LinkedHashSet<>();
        for (JsonNode finding : findings) {
            for (JsonNode step : finding.path("path")) {
                String key =
                        step.path("text").asString("") + "|" + step.path("source").asString("");
                if (seen.add(key) && seen.size() == number) {
                    return Wording.texts(step.path("facts")).stream()
                            .map(AlertParts::message)
                            .distinct()
                            .toList();
                }
            }
        }
        return List.of();
    }

    private static String message(String fact) {
        return FactId.parse(fact).message().text();
    }
}
