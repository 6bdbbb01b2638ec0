package sightline.web;

import sightline.alerts.AlertRow;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.core.classification.DomesticDefinition;
import sightline.core.classification.FoundWords;
import sightline.core.classification.LogReading;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.PoliceBody.IncidentDecided;
import sightline.core.facts.PoliceBody.IncidentUndecided;
import sightline.core.facts.PoliceBody.MaracHeard;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.web.view.page.IncidentPage;
import sightline.web.view.page.IncidentPage.Follows;
import sightline.web.view.page.IncidentPage.Found;
import sightline.web.view.page.IncidentPage.Log;
import sightline.web.view.page.IncidentPage.Piece;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One incident as parts of its page: what its own force may read of it, and what connects it. */
final class IncidentParts {
    private static final int YOUNG = 5;

    private final Visit visit;
    private final Child child;
    private final AlertRow alert;
    private final AlertParts parts;
    private final List<Fact> logs;
    private final List<Found> suggests = new ArrayList<>();
    private final List<Found> against = new ArrayList<>();
    private final List<Log> written = new ArrayList<>();

    IncidentParts(Visit visit, Child child, AlertRow alert) {
        this.visit = visit;
        this.child = child;
        this.alert = alert;
        this.parts = new AlertParts(visit, alert);
        List<FactId> ids =
                IncidentList.steps(alert).stream()
                        .flatMap(s -> Wording.texts(s.path("facts")).stream())
                        .distinct()
                        .map(FactId::parse)
                        .toList();
        this.logs =
                around().facts(ids).stream()
                        .filter(f -> f.body() instanceof PoliceIncident)
                        .filter(f -> f.source().equals(visit.account().agency()))
                        .toList();
        logs.forEach(this::read);
    }

    private Neighbourhood around() {
        return child.family().around();
    }

    String address() {
        return "/incidents/" + alert.reference();
    }

    /** The force whose log it is decides, once more too: both decisions stay readable. */
    boolean mayDecide() {
        return !logs.isEmpty();
    }

    /** The logs, and what was decided about them: an answer names both. */
    List<String> messages() {
        return Stream.concat(
                        logs.stream(),
                        decisions().stream()
                                .filter(f -> f.body() instanceof IncidentDecided)
                                .limit(1))
                .map(f -> f.id().message().text())
                .distinct()
                .toList();
    }

    private void read(Fact fact) {
        if (!(fact.body() instanceof PoliceIncident log)) {
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        String words = log.narrative().map(Text::value).orElse("");
        int at = 0;
        LogReading reading = LogReading.of(new Text(words));
        for (FoundWords found : reading.found()) {
            if (found.suggests() && found.from() >= at) {
                pieces.add(new Piece(words.substring(at, found.from()), 0));
                suggests.add(line(found, suggests.size() + 1));
                pieces.add(new Piece(found.quote().value(), suggests.size()));
                at = found.to();
            } else if (found.speaksAgainst()) {
                against.add(line(found, against.size() + 1));
            }
        }
        pieces.add(new Piece(words.isEmpty() ? "No words were written." : words.substring(at), 0));
        written.add(
                new Log(
                        Wording.startingMoment(moment(fact), visit.today()),
                        Codes.kebab(log.logClass()).replace('-', ' '),
                        pieces.stream().filter(p -> !p.words().isEmpty()).toList()));
    }

    private static Found line(FoundWords found, int number) {
        String meaning =
                found.negated() ? "the log says that this was not so" : found.sign().meaning();
        return new Found(number, found.quote().value(), meaning, found.sign().reason());
    }

    private static Instant moment(Fact fact) {
        return fact.times().happened().instant().orElse(fact.times().recorded());
    }

    IncidentPage page(IncidentForms forms, String kept) {
        return new IncidentPage(
                visit.frame("Incident " + alert.reference(), "Incidents"),
                Link.to("Back to incidents to decide", "/incidents"),
                kept,
                logs.isEmpty()
                        ? "An incident of another force"
                        : "Logged as " + written.getFirst().logged() + ": was it domestic?",
                clock(),
                written,
                suggests,
                against,
                settles(),
                parts.steps(),
                parts.alert(List.of(), false).whole(),
                law(),
                decided(),
                forms.forms(visit),
                forms.errors(),
                follows(),
                parts.sharing().mustNotBeTold(),
                "A suggestion is not a finding about anyone. Of another agency’s record you read the"
                        + " sentence, its source and its date, never what lies behind. Nothing has been"
                        + " sent to a school or to the family.");
    }

    private Optional<DutyRow> duty(String clock) {
        String log = IncidentList.log(alert);
        return child.duties().stream()
                .filter(d -> d.clock().equals(clock) && d.key().endsWith(":" + log))
                .findFirst();
    }

    private String clock() {
        List<String> parts = new ArrayList<>();
        logs.stream()
                .map(IncidentParts::moment)
                .min(Comparator.naturalOrder())
                .ifPresent(m -> parts.add("Attended " + Wording.moment(m, visit.today()) + "."));
        parts.add("Now " + Words.time(London.time(visit.now()).toLocalTime()) + ".");
        duty("encompass.triage")
                .ifPresent(d ->
                        parts.add(
                                "Duty sergeant told if undecided: "
                                        + Wording.moment(d.dueAt(), visit.today())
                                        + ". School starts two hours later."));
        return String.join(" ", parts);
    }

    private List<Definition> law() {
        LocalDate day =
                logs.stream()
                        .map(IncidentParts::moment)
                        .min(Comparator.naturalOrder())
                        .map(London::day)
                        .orElse(visit.today());
        DomesticDefinition definition = DomesticDefinition.on(day);
        return List.of(
                Definition.of("In force on " + Words.day(day), definition.source()),
                Definition.of(
                        "Both " + definition.minimumAge() + " or over?",
                        ages(day),
                        "as recorded; who is known to be younger is no party"),
                Definition.of("Personally connected?", "The steps above say why, and how surely."),
                Definition.of(
                        "Abusive behaviour?",
                        "For you to decide. Physical or sexual; violent or threatening; controlling or"
                                + " coercive; economic; psychological, emotional or other."),
                Definition.of(
                        "Children",
                        "A child who sees, hears or experiences it, and is related to either, is a"
                                + " victim: section 3."));
    }

    private String ages(LocalDate day) {
        Map<String, String> ages = new LinkedHashMap<>();
        logs.stream()
                .flatMap(f -> f.participants().stream())
                .flatMap(p -> around().whose(p.record()).stream())
                .filter(p -> !p.childOn(day))
                .forEach(p ->
                        ages.put(
                                p.id().value(),
                                Naming.name(p)
                                        + p.yearsOn(day)
                                                .map(y -> ", " + y)
                                                .orElse(", age not recorded")));
        return ages.isEmpty() ? "Not shown to you" : String.join("; ", ages.values());
    }

    private List<String> settles() {
        List<String> lines = new ArrayList<>();
        lines.add("The account of each of the two, asked for alone.");
        if (suggests.stream().anyMatch(f -> f.meaning().startsWith("A child"))) {
            lines.add("What the child saw or heard, in the child’s own words.");
        }
        if (!alert.certainty().equalsIgnoreCase("confirmed")) {
            lines.add("A person who checks the step that is not confirmed.");
        }
        return lines;
    }

    /** Decisions about these logs, newest first. */
    private List<Fact> decisions() {
        return logs.stream()
                .flatMap(l -> l.participants().stream())
                .flatMap(p -> around().whose(p.record()).stream())
                .distinct()
                .flatMap(p ->
                        Stream.<Entry<?>>concat(
                                p.entries(IncidentDecided.class).stream(),
                                p.entries(IncidentUndecided.class).stream()))
                .map(e -> e.fact())
                .filter(d ->
                        logs.stream()
                                .anyMatch(
                                        l -> d.references().regarding().contains(l.id().message())))
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position).reversed())
                .toList();
    }

    private List<String> decided() {
        return decisions().stream().map(this::decided).toList();
    }

    private String decided(Fact fact) {
        String when = Wording.moment(fact.times().received(), visit.today());
        return switch (fact.body()) {
            case IncidentDecided d ->
                    (d.domestic() ? "domestic" : "not domestic")
                            + ", "
                            + when
                            + d.by().map(b -> ", by " + visit.person(b.value())).orElse("")
                            + d.reason().map(r -> ": “" + r.value() + "”").orElse("");
            case IncidentUndecided u ->
                    "cannot tell yet, "
                            + when
                            + u.by().map(b -> ", by " + visit.person(b.value())).orElse("")
                            + ": “"
                            + u.reason().value()
                            + "”";
            default -> when;
        };
    }

    private List<Follows> follows() {
        List<Follows> lines = new ArrayList<>();
        Optional<DutyRow> triage = duty("encompass.triage");
        triage.ifPresent(d ->
                lines.add(
                        new Follows(
                                "School told (Operation Encompass)",
                                "Before "
                                        + Wording.moment(
                                                d.dueAt().plusSeconds(7_200), visit.today())
                                        + ". Its safeguarding lead alone; held for a person where an"
                                        + " adult of the incident works there.",
                                "Not told. Your reason is kept.",
                                "The duty sergeant is told "
                                        + Wording.moment(d.dueAt(), visit.today())
                                        + ".")));
        Individual subject = around().subject();
        if (subject.yearsOn(visit.today()).filter(y -> y < YOUNG).isPresent() || subject.unborn()) {
            lines.add(new Follows("Health visitor", "Told the same day", "Not told", "Waits"));
        }
        lines.add(
                new Follows(
                        "Children’s social care",
                        "Told at once: the day, how it was logged, and whether a party was hurt",
                        "Not told",
                        "Told after 72 hours as suspected and undecided, where a child is related"));
        marac().ifPresent(until ->
                lines.add(
                        new Follows(
                                "MARAC",
                                "A repeat until " + Words.day(until) + ": refer today",
                                "Nothing",
                                "Waits")));
        lines.add(
                new Follows(
                        "Who checks you",
                        "Nobody further; a later decision stands beside this one",
                        "A second person reads one in five of these within a month",
                        "The vulnerability supervisor, after 24 hours"));
        return lines;
    }

    private Optional<LocalDate> marac() {
        return logs.stream()
                .flatMap(l -> l.participants().stream())
                .flatMap(p -> around().whose(p.record()).stream())
                .flatMap(p -> p.about(MaracHeard.class).stream())
                .map(m -> m.latestDay().plusYears(1))
                .filter(until -> !until.isBefore(visit.today()))
                .max(Comparator.naturalOrder());
    }
}
