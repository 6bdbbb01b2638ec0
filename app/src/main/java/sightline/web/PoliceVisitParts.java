package sightline.web;

import sightline.core.chronology.Plainly;
import sightline.core.facts.PoliceBody.PoliceVisit;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.register.Happening.Assessed;
import sightline.core.register.Recorded.Sourced;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.Registration;
import sightline.core.register.RiskLevel;
import sightline.core.screening.Registers;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How visits to a registered person are planned, and what came of each. */
final class PoliceVisitParts {
    private final Visit visit;
    private final RegisterParts parts;
    private final Optional<Registers.Standing> planning;
    private final List<Entry<PoliceVisit>> visits;

    PoliceVisitParts(Visit visit, RegisterParts parts) {
        this.visit = visit;
        this.parts = parts;
        this.planning =
                parts.registers()
                        .covering()
                        .filter(s -> s.pack().status() == Status.IN_FORCE)
                        .filter(s -> s.registration().state().under())
                        .filter(s -> s.pack().visits().law().isPresent())
                        .findFirst();
        this.visits =
                parts.child().family().around().subject().about(PoliceVisit.class).stream()
                        .sorted(
                                Comparator.comparing((Entry<PoliceVisit> e) -> e.day())
                                        .thenComparing(e -> e.fact().position())
                                        .reversed())
                        .toList();
    }

    Page page(PoliceVisitForms forms, String note) {
        return new RegisterActPage(
                visit.frame("Visits: " + parts.name(), "Register"),
                parts.identity("", RegisterParts.VISITS),
                forms.errors(),
                note,
                "How visits are planned",
                state(),
                lines(),
                forms.forms(),
                "Visits are recorded by the register keeper of "
                        + visit.agency(parts.registers().keeper().agency())
                        + ".",
                new RegisterActPage.Aside(
                        "What a visit is",
                        List.of(
                                "Unannounced, on varied days and at varied hours. Where the person lives,"
                                        + " and who is in the household, is looked at and recorded.",
                                "Not in is not gone: it is tried again within 5 working days.",
                                "Moved, or somebody else lives there: where the person is, is found out"
                                        + " within 24 hours, or recorded as not known.",
                                "A child was there: children’s social care is told within 24 hours, or"
                                        + " the reason why not is recorded.",
                                "What a visit is: College of Policing. The limits are an area setting"
                                        + " (unconfirmed).")),
                "Visits, newest first (" + visits.size() + ")",
                visits.stream().map(this::item).toList(),
                "No visit is recorded in what you may see.");
    }

    private Optional<Registration.Visit> next() {
        return planning.flatMap(s -> s.registration().visit());
    }

    private Tag state() {
        return next().map(v ->
                        v.due().isBefore(visit.today())
                                ? new Tag("A visit is overdue", Tone.RED)
                                : new Tag("Planned", Tone.GREEN))
                .orElse(new Tag("None is planned", Tone.AMBER));
    }

    private List<Definition> lines() {
        List<Definition> lines = new ArrayList<>();
        lines.add(Definition.of("Level of risk", level()));
        lines.add(
                next().map(
                                v -> {
                                    var due = RegisterWords.due(v.due(), visit.today());
                                    return Definition.of(
                                            "Next visit", "By " + due.date() + ": " + due.label());
                                })
                        .orElse(
                                Definition.of(
                                        "Next visit",
                                        "None is planned: no level of risk is recorded")));
        every().ifPresent(lines::add);
        lines.add(Definition.of("Last seen", last(true)));
        lines.add(Definition.of("Last tried", last(false)));
        return lines;
    }

    private String level() {
        return planning.flatMap(s ->
                        s.recorded().sourced().stream()
                                .map(Sourced::happening)
                                .filter(Assessed.class::isInstance)
                                .map(Assessed.class::cast)
                                .reduce((_, newest) -> newest)
                                .map(a -> words(a.level()) + ", since " + Words.day(a.day())))
                .orElse("Not recorded");
    }

    static String words(RiskLevel level) {
        return Wording.capital(level.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private Optional<Definition> every() {
        return planning.flatMap(s ->
                next().flatMap(v -> Optional.ofNullable(s.pack().visits().every().get(v.level())))
                        .map(limit ->
                                Definition.of(
                                        "How often",
                                        "Every " + limit.inWords(),
                                        s.pack()
                                                .visits()
                                                .law()
                                                .map(l ->
                                                        l.source()
                                                                + (l.unconfirmed()
                                                                        ? " (unconfirmed)"
                                                                        : ""))
                                                .orElse(""))));
    }

    private String last(boolean seen) {
        return visits.stream()
                .filter(e ->
                        !seen
                                || e.body().outcome() == VisitOutcome.SEEN
                                || e.body().outcome() == VisitOutcome.SEEN_ALONE)
                .findFirst()
                .map(this::moment)
                .orElse("Never, in what you may see");
    }

    private TimelineItem item(Entry<PoliceVisit> entry) {
        PoliceVisit body = entry.body();
        return new TimelineItem(
                Wording.capital(Plainly.said(entry.fact()).replaceFirst("^Police visit: ", "")),
                visit.agency(entry.fact().source()),
                moment(entry) + (body.announced() ? ", announced" : ", unannounced"),
                body.found().map(Text::value).orElse(""));
    }

    private String moment(Entry<PoliceVisit> entry) {
        return Words.day(entry.day())
                + entry.moment()
                        .map(at -> " at " + Words.time(London.time(at).toLocalTime()))
                        .orElse("");
    }
}
