package sightline.pipeline;

import sightline.alerts.Content;
import sightline.core.alerts.Alert;
import sightline.core.alerts.Change;
import sightline.core.chronology.Plainly;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.feeds.Problem;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a replay: what would have been said, to whom, and why.
 *
 * @param type alert, alert-grew, duty-due, duty-overdue, escalation, withdrawn, quarantine or shown
 * @param rule the rule's id, or the clock's key
 * @param about every source record of the person whom it concerns
 * @param to agencies and roles, as {@code agency/role}
 */
public record ReplayLine(
        Instant at,
        String type,
        String rule,
        List<String> about,
        List<String> to,
        Optional<Instant> due,
        Certainty certainty,
        String said,
        ArrayNode path) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The lines of one occurrence, none when a replay does not print it. */
    static Stream<ReplayLine> of(Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.Changed changed -> of(changed);
            case Occurrence.Shown shown ->
                    Stream.of(finding(shown.at(), "shown", shown.about(), shown.finding()));
            case Occurrence.Visible visible -> Stream.of(of(visible));
            case Occurrence.Quarantined quarantined -> Stream.of(of(quarantined));
        };
    }

    private static ReplayLine of(Occurrence.Quarantined quarantined) {
        ArrayNode path = JSON.createArrayNode();
        for (Problem problem : quarantined.problems()) {
            path.addObject()
                    .put(
                            "text",
                            "%s: %s; %s"
                                    .formatted(problem.field(), problem.message(), problem.fix()))
                    .put("source", quarantined.sender().value())
                    .put("date", local(quarantined.at()))
                    .put("certainty", "confirmed");
        }
        return new ReplayLine(
                quarantined.at(),
                "quarantine",
                "-",
                texts(quarantined.about()),
                List.of(quarantined.sender().value() + "/data-steward"),
                Optional.empty(),
                Certainty.NOT_KNOWN,
                "A message could not be read: "
                        + quarantined.problems().stream()
                                .map(Problem::field)
                                .collect(Collectors.joining(", ")),
                path);
    }

    /** What is printed of a line that is no message. */
    static ReplayLine of(ReplayCase.Refused refused) {
        return new ReplayLine(
                refused.at(),
                "quarantine",
                "-",
                List.of(),
                List.of(),
                Optional.empty(),
                Certainty.NOT_KNOWN,
                refused.why(),
                JSON.createArrayNode());
    }

    private static Stream<ReplayLine> of(Occurrence.Changed changed) {
        Instant at = changed.at();
        List<SourceRecord> about = changed.about();
        return switch (changed.change()) {
            case Change.Raised(Alert alert) -> raised(at, about, alert);
            case Change.Grew(var _, var added) ->
                    added.stream().map(f -> finding(at, "alert-grew", about, f)).distinct();
            case Change.Withdrawn(var reference, var rule, var _) ->
                    Stream.of(
                            new ReplayLine(
                                    at,
                                    "withdrawn",
                                    rule,
                                    texts(about),
                                    List.of(),
                                    Optional.empty(),
                                    Certainty.NOT_KNOWN,
                                    "Evidence of " + reference + " was withdrawn",
                                    JSON.createArrayNode()));
            case Change.Started(Duty duty) ->
                    bothNames("duty-due", at, about, duty, to(duty.owedBy()));
            case Change.Overdue(Duty duty) ->
                    bothNames("duty-overdue", at, about, duty, lateTo(duty, at));
            case Change.Escalated(Duty duty, Duty.Told told) ->
                    told.day() > 1
                            ? Stream.empty()
                            : Stream.of(
                                    duty(
                                            "escalation",
                                            duty.clock().value(),
                                            at,
                                            about,
                                            duty,
                                            to(told.to())));
            case Change.Lapsed lapsed ->
                    Stream.of(
                            new ReplayLine(
                                    at,
                                    "withdrawn",
                                    lapsed.clock(),
                                    texts(about),
                                    List.of(),
                                    Optional.empty(),
                                    Certainty.NOT_KNOWN,
                                    "What started the duty is not there any more",
                                    JSON.createArrayNode()));
            case Change.Answered _, Change.Discharged _, Change.Ended _ -> Stream.empty();
        };
    }

    /**
     * The first finding raises; what was known with it at once is growth. What reads alike, since
     * less is told to some, is said once.
     */
    private static Stream<ReplayLine> raised(Instant at, List<SourceRecord> about, Alert alert) {
        List<ReplayLine> lines = new ArrayList<>();
        for (Finding finding : alert.findings()) {
            lines.add(finding(at, lines.isEmpty() ? "alert" : "alert-grew", about, finding));
        }
        return lines.stream().distinct();
    }

    private static ReplayLine finding(
            Instant at, String type, List<SourceRecord> about, Finding finding) {
        return new ReplayLine(
                at,
                type,
                finding.rule().value(),
                texts(about),
                to(finding.first()),
                Optional.empty(),
                finding.certainty(),
                finding.headline().value(),
                Content.path(finding));
    }

    /** Who owes it, and who is told at once because it is late. */
    private static List<String> lateTo(Duty duty, Instant at) {
        List<Recipient> told = new ArrayList<>(duty.owedBy());
        duty.rungs().stream().filter(t -> !t.at().isAfter(at)).forEach(t -> told.addAll(t.to()));
        return to(told);
    }

    /** A duty that is the ladder of a rule is said under both names. */
    private static Stream<ReplayLine> bothNames(
            String type, Instant at, List<SourceRecord> about, Duty duty, List<String> to) {
        return Stream.concat(
                        Stream.of(duty.clock().value()), duty.rule().map(r -> r.value()).stream())
                .map(name -> duty(type, name, at, about, duty, to));
    }

    private static ReplayLine duty(
            String type,
            String name,
            Instant at,
            List<SourceRecord> about,
            Duty duty,
            List<String> to) {
        return new ReplayLine(
                at,
                type,
                name,
                texts(about),
                to,
                Optional.of(duty.due()),
                Certainty.CONFIRMED,
                duty.title(),
                path(duty));
    }

    private static ArrayNode path(Duty duty) {
        ArrayNode path = JSON.createArrayNode();
        ObjectNode step = path.addObject();
        step.put("text", duty.title() + ": " + duty.because().value());
        step.put(
                "source",
                duty.evidence().stream()
                        .map(FactId::message)
                        .map(m -> m.sender().value())
                        .findFirst()
                        .orElse("sightline"));
        step.put("date", local(duty.startedAt()));
        step.put("certainty", "confirmed");
        return path;
    }

    private static ReplayLine of(Occurrence.Visible visible) {
        Fact fact = visible.fact();
        ArrayNode path = JSON.createArrayNode();
        path.addObject()
                .put("text", Plainly.said(fact))
                .put("source", fact.source().value())
                .put("date", fact.times().happened().text())
                .put("certainty", "confirmed");
        for (String open : visible.open()) {
            path.addObject()
                    .put("text", "Not yet done or answered: " + open)
                    .put("source", "sightline")
                    .put("date", local(visible.at()))
                    .put("certainty", "confirmed");
        }
        return new ReplayLine(
                visible.at(),
                "shown",
                fact.kind(),
                texts(visible.about()),
                to(visible.to()),
                Optional.empty(),
                Certainty.CONFIRMED,
                Plainly.said(fact),
                path);
    }

    private static List<String> texts(Collection<SourceRecord> records) {
        return records.stream().map(SourceRecord::text).sorted().toList();
    }

    private static List<String> to(Collection<Recipient> recipients) {
        return recipients.stream().map(Recipient::text).distinct().sorted().toList();
    }

    /** The moment as the clock on the wall shows it, with its offset. */
    private static String local(Instant moment) {
        return London.time(moment).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** What may be done all day is due in its last second, and not on the day after. */
    private static String lastOf(Instant due) {
        Instant midnight = London.startOf(London.day(due));
        return local(due.equals(midnight) ? due.minusSeconds(1) : due);
    }

    /**
     * As one JSON object, in the form that the command promises; times are London's, with their
     * offset.
     */
    public String json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("at", local(at));
        node.put("type", type);
        node.put("rule", rule);
        ArrayNode who = node.putArray("about");
        about.forEach(who::add);
        ArrayNode told = node.putArray("to");
        to.forEach(told::add);
        due.ifPresent(d -> node.put("due", lastOf(d)));
        node.put("certainty", certainty.word().toLowerCase(Locale.ROOT));
        node.set("path", path);
        return node.toString();
    }
}
