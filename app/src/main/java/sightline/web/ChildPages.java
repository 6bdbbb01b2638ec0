package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.AlertRow;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.alerts.HeldRecords;
import sightline.alerts.OwedToUs;
import sightline.alerts.SeparatedRecords;
import sightline.audit.Look;
import sightline.chronology.LastLooks;
import sightline.core.chronology.Plainly;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SchoolBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.screening.RuleSettings;
import sightline.locator.Peers;
import sightline.screening.RuleKeeping;
import sightline.web.view.Page;
import sightline.web.view.page.AccessPage;
import sightline.web.view.page.ChildPage;
import sightline.web.view.page.Marks;
import sightline.web.view.part.Alert;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.Loop;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole picture of one child, and who has looked at it. */
@PageController
final class ChildPages {
    private static final String COUNTS =
            "These are counts of what was recorded. They are not a risk score, and a gap can mean that"
                    + " nothing was written down.";
    private static final int LOOKS_SHOWN = 6;

    private final ChildReading children;
    private final Peers peers;
    private final RuleKeeping rules;
    private final OwedToUs owed;
    private final SeparatedRecords separated;
    private final HeldRecords held;

    ChildPages(
            ChildReading children,
            Peers peers,
            RuleKeeping rules,
            OwedToUs owed,
            SeparatedRecords separated,
            HeldRecords held) {
        this.owed = owed;
        this.held = held;
        this.separated = separated;
        this.children = children;
        this.peers = peers;
        this.rules = rules;
    }

    @GetMapping("/children/{id}")
    Page child(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                children.looking(
                        visit.reader(), id, LastLooks.Page.CHILD, "/children", visit.now()),
                id,
                child ->
                        page(
                                visit,
                                child,
                                peers.links(),
                                rules.settings(visit.reader()),
                                kept.isPresent()));
    }

    @GetMapping("/children/{id}/access")
    Page access(Visit visit, HttpServletResponse response, @PathVariable PersonId id) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, "/children/access"),
                id,
                child -> looks(visit, child));
    }

    private Page page(
            Visit visit, Child child, List<Peers.Link> links, RuleSettings rules, boolean kept) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health(), links);
        var duties = new DutyParts(visit);
        Individual subject = child.family().around().subject();
        List<Fact> facts = subject.facts();
        var drawing = new EntriesDrawing(visit, coverage, facts);
        var family = new FamilyDrawing(visit, child);
        Optional<Entry<PersonBody.ChildsWords>> words = parts.newest(PersonBody.ChildsWords.class);
        return new ChildPage(
                visit.frame(parts.name(), "Children"),
                parts.identity(
                        "Overview",
                        kept
                                ? "Your entry is kept. The record shows it within a few seconds."
                                : ""),
                alerts(visit, child),
                Stream.concat(
                                coverage.failures().stream(),
                                RuleWords.off(visit, child, rules).stream())
                        .toList(),
                parts.address(),
                new SeparatedParts(visit)
                        .lines(separated.of(visit.reader(), child.family().subject())),
                family.draw(),
                "As far as you may see. Somebody drawn with dashes has not been checked by a person."
                        + family.leftOut(),
                child.duties().stream().filter(DutyRow::open).map(duties::line).toList(),
                loops(visit, child),
                asked(visit, child, parts),
                words.map(w -> new ChildPage.Quotation(w.body().words().value(), source(visit, w)))
                        .orElse(null),
                "Nobody has recorded the child’s own words in what you may see.",
                workers(visit, subject),
                newestOfEach(child.looks()).map(l -> look(visit, l)).toList(),
                counts(facts),
                COUNTS,
                drawing.lanes(),
                new DecisionParts(visit, child).lines(),
                new HeldParts(visit).held(held.of(visit.reader(), child.family().subject())),
                coverage.coverage(ChildParts.entries(child), child.family().restricted()),
                marks(drawing, subject, visit, parts.address()),
                "No injury recorded in what you may see, by the sources that answered. That is not the"
                        + " same as no injury.");
    }

    private List<Loop> loops(Visit visit, Child child) {
        List<DutyRow> referrals =
                child.duties().stream().filter(d -> d.clock().equals("ref.decision")).toList();
        return new LoopParts(visit)
                .of(child.family().around().subject().facts(), referrals, owed.proofs(referrals));
    }

    private static @Nullable Marks marks(
            EntriesDrawing drawing, Individual subject, Visit visit, String address) {
        return drawing.marks(
                "Injuries",
                subject.monthsOn(visit.today()).orElse(60),
                f -> ChildParts.whose(subject, f),
                Link.to("All injuries, as one pattern", address + "/injuries"));
    }

    private static List<Alert> alerts(Visit visit, Child child) {
        List<AlertRow> open =
                child.alerts().stream()
                        .filter(AlertRow::open)
                        .sorted(Comparator.comparing(AlertRow::grewAt).reversed())
                        .filter(a -> !a.content().path("findings").isEmpty())
                        .toList();
        return open.stream()
                .map(a -> {
                    String address = "/alerts/" + a.reference();
                    return new AlertParts(visit, a)
                            .among(open)
                            .alert(
                                    List.of(
                                            new ButtonLink(
                                                    "Open the alert", address, true, a.rule()),
                                            new ButtonLink(
                                                    "Add what I know",
                                                    address + "#add",
                                                    false,
                                                    "about alert " + a.rule())),
                                    true);
                })
                .toList();
    }

    /** What is asked first; all that nobody recorded stands in one line. */
    private static List<Definition> asked(Visit visit, Child child, ChildParts parts) {
        Map<String, Optional<Definition>> asked = new LinkedHashMap<>();
        asked.put("Parental responsibility", responsibility(child));
        asked.put(
                "Orders on contact or residence",
                newest(visit, parts, PersonBody.ContactOrder.class));
        asked.put("Orders of court", newest(visit, parts, CareBody.CourtStep.class));
        asked.put("School or nursery", newest(visit, parts, SchoolBody.SchoolRoll.class));
        asked.put("GP", newest(visit, parts, HealthBody.GpRegistration.class));
        asked.put(
                "Language and communication",
                newest(visit, parts, PersonBody.CommunicationNeed.class));
        asked.put(
                "Safe contact: read before you ring",
                newest(visit, parts, PersonBody.SafeContact.class));
        List<Definition> said = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        asked.forEach((term, found) ->
                found.ifPresentOrElse(
                        d -> said.add(Definition.of(term, d.value(), d.source())),
                        () -> absent.add(term)));
        if (!absent.isEmpty()) {
            said.add(
                    new Definition(
                            "Not recorded",
                            String.join("; ", absent) + ".",
                            "In what you may see, "
                                    + Wording.moment(visit.now(), visit.today())
                                    + ".",
                            Link.to("Which sources answered", "#coverage")));
        }
        return said;
    }

    private static Optional<Definition> responsibility(Child child) {
        var around = child.family().around();
        Individual subject = around.subject();
        List<String> holders = new ArrayList<>();
        for (var entry : subject.about(PersonBody.ParentalResponsibility.class)) {
            entry.fact().participants().stream()
                    .skip(1)
                    .flatMap(p -> around.whose(p.record()).stream())
                    .filter(_ -> entry.body().held())
                    .map(Naming::name)
                    .forEach(holders::add);
        }
        for (var entry : subject.about(PersonBody.Relationship.class)) {
            if (entry.body().parentalResponsibility()) {
                entry.fact().participants().stream()
                        .skip(1)
                        .flatMap(p -> around.whose(p.record()).stream())
                        .map(Naming::name)
                        .forEach(holders::add);
            }
        }
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Definition.of(
                                "", holders.stream().distinct().collect(Collectors.joining("; "))));
    }

    private static <B extends Body> Optional<Definition> newest(
            Visit visit, ChildParts parts, Class<B> kind) {
        return parts.newest(kind)
                .map(e ->
                        Definition.of(
                                "", Wording.capital(Plainly.said(e.fact())), source(visit, e)));
    }

    private static String source(Visit visit, Entry<?> entry) {
        return visit.agency(entry.fact().source())
                + ", "
                + entry.fact().times().happened().inWords();
    }

    private static List<ChildPage.Worker> workers(Visit visit, Individual subject) {
        List<ChildPage.Worker> workers = new ArrayList<>();
        for (var entry : subject.about(CareBody.CaseAllocated.class)) {
            workers.add(
                    new ChildPage.Worker(
                            entry.body()
                                    .worker()
                                    .map(w -> Wording.withoutStop(w.value()))
                                    .orElse("Not named"),
                            Wording.code(entry.body().post())
                                    + ", "
                                    + visit.agency(entry.fact().source()),
                            "Since " + entry.fact().times().happened().inWords()));
        }
        subject.facts().stream()
                .filter(EntriesDrawing::isEvent)
                .map(Fact::source)
                .distinct()
                .forEach(a -> workers.add(lastOf(visit, subject, a)));
        return workers;
    }

    private static ChildPage.Worker lastOf(Visit visit, Individual subject, AgencyId agency) {
        var last =
                subject.facts().stream()
                        .filter(f -> f.source().equals(agency) && EntriesDrawing.isEvent(f))
                        .max(Comparator.comparing(f -> f.times().recorded()))
                        .orElseThrow();
        return new ChildPage.Worker(
                visit.agency(agency),
                "last recorded " + Wording.moment(last.times().recorded(), visit.today()),
                "");
    }

    private static List<Count> counts(List<Fact> facts) {
        List<Fact> events = facts.stream().filter(EntriesDrawing::isEvent).toList();
        long injuries =
                events.stream().filter(f -> f.body() instanceof HealthBody.InjuryObserved).count();
        long missed =
                events.stream()
                        .filter(f ->
                                f.body() instanceof HealthBody.Appointment a
                                        && a.outcome().name().contains("NOT_BROUGHT"))
                        .count();
        long referrals = events.stream().filter(f -> f.body() instanceof CareBody.Referral).count();
        long agencies = events.stream().map(Fact::source).distinct().count();
        return List.of(
                new Count(String.valueOf(events.size()), "entries", false, ""),
                new Count(String.valueOf(injuries), "injuries recorded", injuries > 0, ""),
                new Count(String.valueOf(agencies), "agencies recorded them", false, ""),
                new Count(String.valueOf(missed), "times not brought", false, ""),
                new Count(String.valueOf(referrals), "referrals", false, ""));
    }

    /** Somebody who looks many times with one purpose is shown once, as of the last time. */
    private static Stream<Look> newestOfEach(List<Look> looks) {
        Map<String, Look> newest = new LinkedHashMap<>();
        looks.forEach(l -> newest.putIfAbsent(l.actor() + "|" + l.purpose() + "|" + l.event(), l));
        return newest.values().stream().limit(LOOKS_SHOWN);
    }

    private static ChildPage.Look look(Visit visit, Look look) {
        return new ChildPage.Look(
                who(visit, look),
                Wording.moment(look.at(), visit.today()),
                purpose(look),
                look.event().equals("emergency"));
    }

    private static String who(Visit visit, Look look) {
        if (look.actor().equals(visit.account().id().value())) {
            return "You";
        }
        String agency = look.agency().isEmpty() ? "" : visit.agency(new AgencyId(look.agency()));
        return (look.roles().isEmpty()
                        ? Wording.capital(look.actor())
                        : Wording.capital(
                                look.roles().stream()
                                        .sorted()
                                        .map(Wording::code)
                                        .collect(Collectors.joining(", "))))
                + (agency.isEmpty() ? "" : ", " + agency);
    }

    private static String purpose(Look look) {
        return sightline.access.Purpose.of(look.purpose())
                .map(p -> p.title())
                .orElse(look.purpose());
    }

    private static String event(Look look) {
        return switch (look.event()) {
            case "reveal" -> "Opened the record";
            case "emergency" -> "Opened in an emergency";
            case "deny" -> "Tried to open it; not allowed";
            default -> Wording.capital(Wording.code(look.event()));
        };
    }

    private static Page looks(Visit visit, Child child) {
        var parts = new ChildParts(visit, child);
        List<AccessPage.Row> rows =
                child.looks().stream()
                        .map(l ->
                                new AccessPage.Row(
                                        Wording.startingMoment(l.at(), visit.today()),
                                        who(visit, l),
                                        l.actor(),
                                        event(l),
                                        purpose(l),
                                        l.event().equals("emergency")
                                                ? new Tag("Emergency access", Tone.AMBER)
                                                : null,
                                        ""))
                        .toList();
        return new AccessPage(
                visit.frame("Who has looked: " + parts.name(), "Children"),
                parts.identity("Access", ""),
                rows.isEmpty()
                        ? "Nobody before you."
                        : "The newest "
                                + rows.size()
                                + " entries. The log follows each agency’s record, so it stays right when"
                                + " records are joined or separated.",
                new Filter(parts.address() + "/access", List.of(), List.of()),
                rows,
                "Nobody before you has looked at this record.",
                new Pages("1 to " + rows.size() + ", newest first", null, null),
                List.of());
    }
}
