package sightline.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

import sightline.alerts.AlertRow;
import sightline.alerts.DutyRow;
import sightline.alerts.ToldRow;
import sightline.alerts.WorkList;
import sightline.alerts.WorkList.Work;
import sightline.chronology.Since;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.household.Emergencies;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;
import sightline.web.view.Page;
import sightline.web.view.page.ChildrenPage;
import sightline.web.view.page.WorkPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.OwedRow;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Your work, and your children. */
@PageController
final class WorkPages {
    private static final String NOT_OPEN = "Somebody whose record is not open to you";
    private static final String CLOCKS =
            "Dates are counted as their law counts: working days are those of the area’s nation, and where"
                    + " immediate harm is possible clocks run in hours, day and night. Area settings are"
                    + " unconfirmed.";

    private final WorkList work;
    private final SiteDuties sources;
    private final Emergencies emergencies;

    WorkPages(WorkList work, SiteDuties sources, Emergencies emergencies) {
        this.emergencies = emergencies;
        this.work = work;
        this.sources = sources;
    }

    @GetMapping("/work")
    Page work(Visit visit) {
        Work mine = work.of(visit.reader());
        var parts = new DutyParts(visit);
        List<sightline.web.view.part.DutyRow> alerts = alerts(visit, mine);
        List<DutyRow> duties = duties(mine, DutyRow::open);
        List<sightline.web.view.part.DutyRow> over = rows(visit, mine, duties, parts, DueTone.OVER);
        List<sightline.web.view.part.DutyRow> today =
                rows(visit, mine, duties, parts, DueTone.TODAY);
        List<sightline.web.view.part.DutyRow> soon = rows(visit, mine, duties, parts, DueTone.SOON);
        List<sightline.web.view.part.DutyRow> later =
                rows(visit, mine, duties, parts, DueTone.LATER);
        String checked =
                ". Last checked " + Words.time(London.time(visit.now()).toLocalTime()) + ".";
        List<DutyGroup> groups = new ArrayList<>();
        groups.add(
                new DutyGroup(
                        "alerts",
                        "Alerts not answered",
                        alerts.stream().anyMatch(r -> r.due().tone() == DueTone.OVER),
                        alerts,
                        "No alert waits for you" + checked));
        groups.add(
                new DutyGroup(
                        "overdue",
                        "Overdue",
                        !over.isEmpty(),
                        over,
                        "Nothing is overdue" + checked));
        groups.add(new DutyGroup("today", "Due today", false, today, "Nothing is due" + checked));
        groups.add(
                new DutyGroup(
                        "soon", "Next 7 days", false, soon, "Nothing is due in 7 days" + checked));
        if (!later.isEmpty()) {
            groups.add(new DutyGroup("later", "Later", false, later, ""));
        }
        List<sightline.web.view.part.DutyRow> history =
                duties(mine, DutyRow::review).stream()
                        .map(d -> row(visit, mine, d, parts))
                        .toList();
        if (!history.isEmpty()) {
            groups.add(
                    new DutyGroup(
                            "history",
                            "Ran out before the source went live: look once",
                            false,
                            history,
                            ""));
        }
        if (EmergencyReviewPages.reviews(visit.account())) {
            groups.add(
                    EmergencyReviewPages.group(
                            visit, emergencies.toReview(visit.reader(), "/work#emergencies")));
        }
        List<OpenSiteDuty> owed = sources.mine(visit.reader());
        if (!owed.isEmpty()) {
            groups.add(new SiteDutyParts(visit).group("sources", "Sources", owed));
        }
        int all = alerts.size() + over.size() + today.size() + soon.size() + later.size();
        return new WorkPage(
                visit.frame("Your work", "Work"),
                Words.weekday(visit.today())
                        + ", "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ". "
                        + Wording.count(mine.facts().size(), "person").replace("persons", "people")
                        + ".",
                List.of(
                        count(alerts.size(), alerts.size() == 1 ? "alert" : "alerts", "#alerts"),
                        new Count(
                                String.valueOf(over.size()),
                                "overdue",
                                !over.isEmpty(),
                                "#overdue"),
                        count(today.size(), "due today", "#today"),
                        count(soon.size(), "next 7 days", "#soon")),
                new Filter("/work", List.of(), List.of()),
                CLOCKS,
                groups,
                owed(visit, mine),
                "No other agency owes yours anything that yours asked for, about people whom you may see"
                        + checked,
                List.of(),
                new Pages(summary(all, mine.more()), null, null));
    }

    private static Count count(int number, String label, String href) {
        return new Count(String.valueOf(number), label, false, href);
    }

    private static String summary(int all, int more) {
        return all == 0
                ? "Nothing of your own waits for you"
                : "1 to "
                        + all
                        + ", most overdue first"
                        + (more == 0
                                ? ""
                                : ". Work about "
                                        + more
                                        + " more people follows when these are done");
    }

    private static List<DutyRow> duties(Work mine, Predicate<DutyRow> which) {
        Set<String> addressed =
                mine.told().stream()
                        .filter(t -> !t.what().equals("alert"))
                        .map(ToldRow::reference)
                        .collect(Collectors.toSet());
        return mine.duties().stream()
                .filter(d -> which.test(d) && addressed.contains(d.key()))
                .sorted(Comparator.comparing(DutyRow::dueAt))
                .toList();
    }

    private static List<sightline.web.view.part.DutyRow> rows(
            Visit visit, Work mine, List<DutyRow> duties, DutyParts parts, DueTone tone) {
        return duties.stream()
                .filter(d -> parts.due(d).tone() == tone)
                .map(d -> row(visit, mine, d, parts))
                .toList();
    }

    private static sightline.web.view.part.DutyRow row(
            Visit visit, Work mine, DutyRow duty, DutyParts parts) {
        Collection<Fact> facts = mine.facts().getOrDefault(duty.subject(), List.of());
        return new sightline.web.view.part.DutyRow(
                Wording.anchor(duty.key()),
                parts.due(duty),
                duty.title(),
                subject(duty.subject(), facts),
                detail(visit, facts),
                parts.because(duty),
                parts.bar(duty),
                parts.told(duty),
                parts.next(duty),
                open("/duties/" + duty.hash(), duty.title(), facts));
    }

    /** Whom it is about; no link to what the reader may not open. */
    private static @Nullable Link subject(PersonId id, Collection<Fact> facts) {
        return facts.isEmpty() ? null : named(id, facts);
    }

    private static Link named(PersonId id, Collection<Fact> facts) {
        return Link.to(Naming.name(facts), "/children/" + id.value());
    }

    private static String detail(Visit visit, Collection<Fact> facts) {
        return facts.isEmpty() ? NOT_OPEN : Naming.age(facts, visit.today());
    }

    private static Link open(String address, String what, Collection<Fact> facts) {
        return facts.isEmpty()
                ? new Link("Who holds it", address, what)
                : new Link("Open", address, what + ", " + Naming.name(facts));
    }

    private static List<sightline.web.view.part.DutyRow> alerts(Visit visit, Work mine) {
        Map<String, ToldRow> told =
                mine.told().stream()
                        .filter(t -> t.what().equals("alert"))
                        .collect(
                                Collectors.toMap(
                                        t -> t.subject().value() + "|" + t.reference(),
                                        t -> t,
                                        WorkPages::earlier));
        return mine.alerts().stream()
                .filter(AlertRow::open)
                .flatMap(a ->
                        Optional.ofNullable(told.get(a.subject().value() + "|" + a.reference()))
                                .map(t -> alert(visit, mine, a, t))
                                .stream())
                .toList();
    }

    /** The one that somebody acted on tells more. */
    private static ToldRow earlier(ToldRow one, ToldRow other) {
        return one.acknowledgedAt().isPresent() || other.acknowledgedAt().isEmpty() ? one : other;
    }

    private static sightline.web.view.part.DutyRow alert(
            Visit visit, Work mine, AlertRow alert, ToldRow told) {
        Collection<Fact> facts = mine.facts().getOrDefault(alert.subject(), List.of());
        var findings = alert.content().path("findings").valueStream().toList();
        String headline =
                findings.isEmpty() ? "" : findings.getLast().path("headline").asString("");
        boolean acknowledged = told.acknowledgedAt().isPresent();
        var parts = new DutyParts(visit);
        Optional<DutyRow> first =
                mine.duties().stream()
                        .filter(d ->
                                d.open()
                                        && d.subject().equals(alert.subject())
                                        && DutyParts.startedBy(d, alert.rule()))
                        .findFirst();
        return new sightline.web.view.part.DutyRow(
                Wording.anchor(alert.subject().value() + alert.reference()),
                new Due(
                        Wording.startingMoment(alert.raisedAt(), visit.today()),
                        acknowledged ? "Acknowledged, not answered" : "Not acknowledged by you",
                        acknowledged ? DueTone.SOON : DueTone.OVER),
                "Alert " + alert.rule() + ": " + headline,
                subject(alert.subject(), facts),
                detail(visit, facts),
                alert.certainty() + ". " + alert.reference(),
                first.map(parts::bar).orElse(null),
                first.map(parts::told).orElse(""),
                first.map(parts::next).orElse("Its ladder goes on until a named person answers it"),
                open("/alerts/" + alert.reference(), "alert " + alert.rule(), facts));
    }

    private static List<OwedRow> owed(Visit visit, Work mine) {
        var parts = new DutyParts(visit);
        return mine.owed().stream().map(d -> owed(visit, mine, d, parts)).toList();
    }

    private static OwedRow owed(Visit visit, Work mine, DutyRow duty, DutyParts parts) {
        boolean late = !duty.dueAt().isAfter(visit.now());
        return new OwedRow(
                parts.due(duty),
                DutyParts.owedBy(visit, duty),
                subject(duty.subject(), mine.facts().getOrDefault(duty.subject(), List.of())),
                duty.title(),
                late ? new Tag("Late", Tone.RED) : new Tag("Not yet due", Tone.NEUTRAL),
                late ? parts.told(duty) : "",
                open(
                        "/duties/" + duty.hash(),
                        duty.title(),
                        mine.facts().getOrDefault(duty.subject(), List.of())));
    }

    @GetMapping("/children")
    Page children(Visit visit) {
        Work mine = work.children(visit.reader());
        List<ChildrenPage.Row> rows =
                mine.facts().keySet().stream()
                        .filter(id ->
                                !Naming.grownUp(
                                        mine.facts().getOrDefault(id, List.of()), visit.today()))
                        .sorted(
                                Comparator.comparing((PersonId id) -> newest(mine, id))
                                        .reversed()
                                        .thenComparing(PersonId::value))
                        .map(id -> child(visit, mine, id))
                        .toList();
        String summary =
                rows.isEmpty()
                        ? "None"
                        : "1 to "
                                + rows.size()
                                + ", newest change first"
                                + (mine.more() == 0 ? "" : "; " + mine.more() + " more not shown");
        return new ChildrenPage(
                visit.frame("Your children", "Children"),
                Words.weekday(visit.today())
                        + ", "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ".",
                rows,
                "Nothing about any child was sent to you. If that is wrong, ring your manager.",
                List.of(),
                new Pages(summary, null, null));
    }

    private static Instant newest(Work mine, PersonId id) {
        return mine.facts().getOrDefault(id, List.of()).stream()
                .filter(f -> !(f.body() instanceof SystemBody))
                .map(f -> f.times().received())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static ChildrenPage.Row child(Visit visit, Work mine, PersonId id) {
        List<Fact> facts = mine.facts().getOrDefault(id, List.of());
        Optional<Fact> newest =
                facts.stream()
                        .filter(f -> !(f.body() instanceof SystemBody))
                        .max(Comparator.comparing((Fact f) -> f.times().received()));
        var parts = new DutyParts(visit);
        Optional<DutyRow> next =
                mine.duties().stream().filter(d -> d.open() && d.subject().equals(id)).findFirst();
        long open = mine.alerts().stream().filter(a -> a.open() && a.subject().equals(id)).count();
        List<Tag> tags =
                open == 0 ? List.of() : List.of(new Tag(Wording.count(open, "alert"), Tone.RED));
        return new ChildrenPage.Row(
                named(id, facts),
                Naming.age(facts, visit.today()),
                "Sent to you or your post",
                newest.map(sightline.core.chronology.Plainly::said)
                        .map(Wording::capital)
                        .orElse(""),
                newest.map(f ->
                                Wording.startingMoment(f.times().received(), visit.today())
                                        + ", "
                                        + visit.agency(f.source()))
                        .orElse(""),
                isNew(mine, id, facts),
                next.map(parts::due).orElse(null),
                next.map(DutyRow::title).orElse(""),
                tags);
    }

    private static String isNew(Work mine, PersonId id, List<Fact> facts) {
        Optional<Since> since = Optional.ofNullable(mine.since().get(id));
        if (since.flatMap(Since::at).isEmpty()) {
            return "You have not looked yet";
        }
        long fresh = since.map(s -> s.count(facts)).orElse(0L);
        return fresh == 0 ? "" : fresh + " new";
    }
}
