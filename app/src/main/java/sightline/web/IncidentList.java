package sightline.web;

import sightline.alerts.AlertRow;
import sightline.alerts.DutyRow;
import sightline.alerts.WorkList.Work;
import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.web.view.page.IncidentsPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.Link;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The incidents of a reader's list, one line each, however many children are related. */
final class IncidentList {
    private static final Duration UNDECIDED = Duration.ofDays(1);

    private final Visit visit;
    private final Work mine;
    private final DutyParts duties;

    IncidentList(Visit visit, Work mine) {
        this.visit = visit;
        this.mine = mine;
        this.duties = new DutyParts(visit);
    }

    private record Waiting(AlertRow alert, int children, Optional<DutyRow> clock, Instant by) {}

    IncidentsPage page() {
        List<Waiting> waiting = waiting();
        long over = waiting.stream().filter(w -> !w.by().isAfter(visit.now())).count();
        long today =
                waiting.stream()
                        .filter(w -> w.by().isAfter(visit.now()))
                        .filter(w -> London.day(w.by()).equals(visit.today()))
                        .count();
        return new IncidentsPage(
                visit.frame("Incidents", "Incidents"),
                Words.weekday(visit.today())
                        + ", "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ".",
                List.of(
                        new Count(String.valueOf(over), "overdue", over > 0, ""),
                        new Count(String.valueOf(today), "today", false, ""),
                        new Count(
                                String.valueOf(waiting.size() - over - today), "later", false, "")),
                waiting.stream().map(this::row).toList(),
                "No incident waits for you. Last checked "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ".");
    }

    private List<Waiting> waiting() {
        Map<String, List<AlertRow>> byIncident = new LinkedHashMap<>();
        mine.alerts().stream()
                .filter(a -> a.open() && a.rule().equals("AL-03"))
                .filter(a -> !steps(a).isEmpty() && !decided(a))
                .forEach(a -> byIncident.computeIfAbsent(log(a), _ -> new ArrayList<>()).add(a));
        return byIncident.entrySet().stream()
                .map(e -> waiting(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Waiting::by))
                .toList();
    }

    private Waiting waiting(String log, List<AlertRow> alerts) {
        AlertRow first = alerts.getFirst();
        Optional<DutyRow> clock =
                mine.duties().stream()
                        .filter(d -> d.open() && d.clock().equals("encompass.triage"))
                        .filter(d -> d.key().endsWith(":" + log))
                        .min(Comparator.comparing(DutyRow::dueAt));
        return new Waiting(
                first,
                alerts.size(),
                clock,
                clock.map(DutyRow::dueAt).orElse(first.raisedAt().plus(UNDECIDED)));
    }

    private IncidentsPage.Row row(Waiting waiting) {
        AlertRow alert = waiting.alert();
        List<JsonNode> steps = steps(alert);
        JsonNode log = steps.getFirst();
        String logged = log.path("text").asString("").replaceFirst("^Logged as ", "");
        return new IncidentsPage.Row(
                new Link(
                        Wording.capital(logged.replaceFirst(",.*|\\.$", "")),
                        "/incidents/" + alert.reference(),
                        alert.reference()),
                alert.reference() + ", known " + Wording.atMoment(alert.raisedAt(), visit.today()),
                why(steps),
                due(waiting),
                waiting.clock().isPresent()
                        ? "Two hours before the school day starts; " + children(waiting)
                        : "No child of school age is related; undecided after 24 hours the"
                                + " supervisor is told");
    }

    private static String children(Waiting waiting) {
        return waiting.children() == 1
                ? "1 child is related"
                : waiting.children() + " children are related";
    }

    /** The link that suggested it, and whether words did. */
    private static String why(List<JsonNode> steps) {
        String tie =
                steps.stream()
                        .map(s -> s.path("text").asString(""))
                        .filter(t -> t.startsWith("The two are "))
                        .findFirst()
                        .map(t -> Wording.capital(t.substring("The two are ".length())))
                        .orElse("");
        boolean words =
                steps.stream().anyMatch(s -> s.path("text").asString("").startsWith("Words of"));
        return tie + (words ? " Words of the log." : "");
    }

    private Due due(Waiting waiting) {
        return waiting.clock()
                .map(duties::due)
                .orElseGet(() ->
                        new Due(
                                Wording.startingMoment(waiting.by(), visit.today()),
                                waiting.by().isAfter(visit.now())
                                        ? Wording.length(
                                                        Duration.between(visit.now(), waiting.by()))
                                                + " left"
                                        : "Undecided for more than 24 hours",
                                waiting.by().isAfter(visit.now()) ? DueTone.SOON : DueTone.OVER));
    }

    /**
     * Whether somebody decided: by the entry, where the reader sees it here, else by what it ended
     * or started. An alert that was decided says so to those alone who are told of it.
     */
    private boolean decided(AlertRow alert) {
        String log = log(alert);
        boolean byDuty =
                mine.duties().stream()
                        .filter(d -> d.key().endsWith(":" + log))
                        .anyMatch(d ->
                                d.clock().equals("encompass.triage")
                                        ? d.done()
                                        : d.clock().startsWith("encompass"));
        return byDuty
                || mine.facts().values().stream()
                        .flatMap(List::stream)
                        .filter(f -> f.body() instanceof IncidentDecided)
                        .flatMap(f -> f.references().regarding().stream())
                        .anyMatch(m -> log.startsWith(m.text() + "#"));
    }

    static List<JsonNode> steps(AlertRow alert) {
        return alert.content()
                .path("findings")
                .valueStream()
                .limit(1)
                .flatMap(f -> f.path("path").valueStream())
                .toList();
    }

    /** The log that names the incident: the first of its path. */
    static String log(AlertRow alert) {
        return steps(alert).stream()
                .flatMap(s -> Wording.texts(s.path("facts")).stream())
                .map(FactId::parse)
                .map(FactId::text)
                .findFirst()
                .orElse(alert.reference());
    }
}
