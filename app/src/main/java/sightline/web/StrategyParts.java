package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.StrategyPack;
import sightline.core.chronology.Plainly;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.StrategyDiscussion;
import sightline.core.facts.Fact;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.facts.MeetingBody.Minutes;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Words;
import sightline.core.screening.AgainstDecision;
import sightline.core.screening.Step;
import sightline.web.view.Page;
import sightline.web.view.page.DecisionsPage;
import sightline.web.view.page.StrategyPackPage;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A strategy pack as a page: what its reader sees, and which of it is open to whom.
 *
 * @param open for each agency that is invited the places in the ledger that are open to it
 */
record StrategyParts(Visit visit, Child child, StrategyPack pack, Map<AgencyId, Set<Long>> open) {
    private static final int MOST = StrategyPack.SHOWN;
    private static final String PATH = "/strategy-pack";

    StrategyParts {
        open = Map.copyOf(open);
    }

    String address() {
        return new ChildParts(visit, child).address() + PATH;
    }

    Page page(StrategyForms forms, String note, Optional<AgencyId> whom) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        return new StrategyPackPage(
                visit.frame("Strategy pack: " + parts.name(), "Children"),
                parts.identity("Strategy", ""),
                forms.errors(),
                note,
                List.of(),
                views(whom),
                whom.map(visit::agency).orElse(""),
                whom.map(this::leadFor).orElse(LEAD),
                pack.invited().stream().map(this::invited).toList(),
                "Nobody is invited to a discussion that is to come.",
                pack.held().stream().limit(whom.isEmpty() ? 3 : 0).map(this::held).toList(),
                sections(whom),
                groups(whom),
                whom.isEmpty() ? forms.forms() : List.of(),
                coverage.ofForm(child));
    }

    private static final String LEAD =
            "Everything here is recorded, in what you may see. “Also open to” says which of the"
                    + " agencies that are invited may read a line as well; it is worked out from what"
                    + " their own staff may read. They may hold more than is shown here.";

    private String leadFor(AgencyId agency) {
        return "The lines of your view that staff of "
                + visit.agency(agency)
                + " may read as well, in the role in which they sit in such a meeting. Tell them"
                + " more only by a decision of your own, and record it.";
    }

    private List<Tab> views(Optional<AgencyId> whom) {
        List<Tab> views = new ArrayList<>();
        views.add(new Tab("Your view", address(), whom.isEmpty()));
        open.keySet().stream()
                .sorted()
                .forEach(a ->
                        views.add(
                                new Tab(
                                        visit.agency(a),
                                        address() + "?for=" + a.value(),
                                        whom.filter(a::equals).isPresent())));
        return views;
    }

    private StrategyPackPage.Invited invited(StrategyPack.Invited one) {
        String when =
                one.by()
                        .map(f -> ", " + Wording.moment(f.times().received(), visit.today()))
                        .orElse("");
        return new StrategyPackPage.Invited(
                visit.agency(one.agency()),
                switch (one.sofar()) {
                            case CAME -> "came";
                            case SENT_INFORMATION -> "has sent what it holds";
                            case SENT_APOLOGY -> "has refused or sent apologies";
                            case SILENT -> "No answer yet";
                        }
                        + when,
                one.sofar() == Attendance.SILENT,
                open.containsKey(one.agency())
                        ? new Link(
                                "What is open to it",
                                address() + "?for=" + one.agency().value(),
                                visit.agency(one.agency()))
                        : null);
    }

    private StrategyPackPage.Held held(Entry<StrategyDiscussion> entry) {
        StrategyDiscussion body = entry.body();
        List<StrategyPackPage.Line> lines = new ArrayList<>();
        lines.add(new StrategyPackPage.Line("Decision", outcome(body.outcome())));
        body.decided().ifPresent(d -> lines.add(new StrategyPackPage.Line("Why", d.value())));
        Minutes minutes = body.minutes().orElse(Minutes.NONE);
        minutes.manner()
                .ifPresent(m ->
                        lines.add(
                                new StrategyPackPage.Line(
                                        "How", Wording.capital(Wording.code(m.name())))));
        minutes.against()
                .ifPresent(a ->
                        lines.add(
                                new StrategyPackPage.Line(
                                        "What spoke against it, and why it stands", a.value())));
        minutes.dissent()
                .ifPresent(d -> lines.add(new StrategyPackPage.Line("Who disagreed", d.value())));
        return new StrategyPackPage.Held(
                "Strategy discussion of "
                        + Words.day(StrategyPack.day(entry.fact()))
                        + ", recorded by "
                        + visit.agency(entry.fact().source()),
                lines,
                minutes.attended().stream()
                        .map(a ->
                                visit.agency(a.agency())
                                        + ": "
                                        + attended(a.how())
                                        + a.who().map(w -> " (" + w.value() + ")").orElse(""))
                        .toList());
    }

    static String outcome(StrategyDiscussion.StrategyOutcome outcome) {
        return switch (outcome) {
            case ENQUIRY -> "A section 47 enquiry by social care";
            case JOINT_ENQUIRY -> "A section 47 enquiry by social care and police together";
            case NO_ENQUIRY -> "No enquiry";
        };
    }

    static String attended(Attendance how) {
        return switch (how) {
            case CAME -> "took part";
            case SENT_INFORMATION -> "did not take part, sent what it holds";
            case SENT_APOLOGY -> "sent apologies, and nothing else";
            case SILENT -> "neither took part nor answered";
        };
    }

    private List<StrategyPackPage.Section> sections(Optional<AgencyId> whom) {
        String child = new ChildParts(visit, this.child).address();
        return List.of(
                section(
                        "household",
                        "Household and family",
                        "Who lives with the child, and parents wherever they live",
                        pack.household(),
                        null,
                        whom),
                section(
                        "injuries",
                        "Injuries",
                        "Injuries and medical opinions, oldest first",
                        pack.injuries(),
                        Link.to("All injuries, as one pattern", child + "/injuries"),
                        whom),
                section(
                        "background",
                        "Background of the grown-ups",
                        "What is recorded of the grown-ups, newest first",
                        pack.background(),
                        null,
                        whom),
                section(
                        "closings",
                        "Earlier closings",
                        "Decisions after which fewer people looked, newest first",
                        pack.closings(),
                        Link.to("What spoke against each", child + "/decisions"),
                        whom),
                section(
                        "chronology",
                        "Chronology",
                        "What was recorded about the child, newest first, at most " + MOST,
                        pack.chronology(),
                        Link.to("The whole chronology", child + "/chronology"),
                        whom));
    }

    private StrategyPackPage.Section section(
            String id,
            String heading,
            String caption,
            List<StrategyPack.Line> lines,
            @Nullable Link more,
            Optional<AgencyId> whom) {
        return new StrategyPackPage.Section(
                id,
                heading,
                caption,
                lines.stream()
                        .filter(l -> whom.map(a -> openTo(a, l.fact())).orElse(true))
                        .limit(MOST)
                        .map(l -> row(l, id.equals("household")))
                        .toList(),
                whom.map(a ->
                                "Nothing of this that you may see is open to "
                                        + visit.agency(a)
                                        + ".")
                        .orElse("Nothing of this is recorded in what you may see."),
                whom.isEmpty() ? more : null);
    }

    private boolean openTo(AgencyId agency, Fact fact) {
        return open.getOrDefault(agency, Set.of()).contains(fact.position());
    }

    private StrategyPackPage.Row row(StrategyPack.Line line, boolean whereabouts) {
        Individual subject = child.family().around().subject();
        boolean other = !line.about().id().equals(subject.id());
        String openTo =
                open.keySet().stream()
                        .filter(a -> openTo(a, line.fact()))
                        .sorted()
                        .map(visit::agency)
                        .collect(Collectors.joining("; "));
        return new StrategyPackPage.Row(
                Wording.capital(line.fact().times().happened().inWords()),
                other ? Naming.name(line.about()) : "",
                household(whereabouts, line.about()) + Wording.capital(Plainly.said(line.fact())),
                visit.agency(line.fact().source()),
                Wording.certainty(ChildParts.whose(line.about(), line.fact())),
                open.isEmpty() ? "Nobody is invited" : openTo.isEmpty() ? "None of them" : openTo);
    }

    /** Whether somebody lives with the child, as recorded. */
    private String household(boolean whereabouts, Individual person) {
        if (!whereabouts) {
            return "";
        }
        Individual subject = child.family().around().subject();
        boolean together =
                child.family().around().household(subject.id(), visit.today()).stream()
                        .anyMatch(p -> p.id().equals(person.id()));
        return together
                ? "Lives with the child, as recorded. "
                : "Not recorded as living with the child. ";
    }

    /** Of an agency only lines that rest on entries which are open to it. */
    private List<DecisionsPage.Group> groups(Optional<AgencyId> whom) {
        var decisions = new DecisionParts(visit, child);
        if (whom.isEmpty()) {
            return decisions.groups(decisions.withAlerts(pack.against()));
        }
        Set<Long> readable = open.getOrDefault(whom.get(), Set.of());
        return decisions.groups(
                new AgainstDecision(
                        of(pack.against().against(), readable),
                        of(pack.against().notHeard(), readable),
                        of(pack.against().unanswered(), readable)));
    }

    private List<Step> of(List<Step> steps, Set<Long> readable) {
        return steps.stream()
                .filter(s -> !s.facts().isEmpty())
                .filter(s -> {
                    List<Fact> facts = child.family().around().facts(s.facts());
                    return facts.size() == s.facts().size()
                            && facts.stream().allMatch(f -> readable.contains(f.position()));
                })
                .toList();
    }

    List<AgencyId> candidates() {
        return candidates(visit, child);
    }

    /** Agencies that may be invited: those that hold something here, police and social care. */
    static List<AgencyId> candidates(Visit visit, Child child) {
        Stream<AgencyId> sources =
                Stream.concat(
                        child.family().around().subject().facts().stream().map(Fact::source),
                        StrategyPack.knowing(new DecisionParts(visit, child).situation()).stream());
        Stream<AgencyId> area =
                visit.directory().agency(visit.account().agency()).stream()
                        .flatMap(own ->
                                Stream.of(
                                                AgencyType.CHILDRENS_SOCIAL_CARE,
                                                AgencyType.POLICE,
                                                AgencyType.HOSPITAL)
                                        .flatMap(t ->
                                                visit
                                                        .directory()
                                                        .agencies(t, visit.today())
                                                        .stream())
                                        .filter(a -> a.serves(own.area(), visit.today())))
                        .map(Agency::id);
        return Stream.of(sources, child.family().restricted().stream(), area)
                .flatMap(s -> s)
                .filter(a -> visit.directory().agency(a).isPresent())
                .filter(a -> !a.equals(visit.account().agency()))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return "StrategyParts[redacted]";
    }
}
