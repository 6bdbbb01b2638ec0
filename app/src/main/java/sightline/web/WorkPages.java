package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.WorkList;
import sightline.alerts.WorkList.Work;
import sightline.chronology.Since;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.feeds.Drafts;
import sightline.household.Emergencies;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;
import sightline.web.WorkItem.Section;
import sightline.web.view.Page;
import sightline.web.view.page.ChildrenPage;
import sightline.web.view.page.WorkPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.DutyGroup;
import sightline.web.view.part.DutyRow;
import sightline.web.view.part.OwedRow;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Your work, and your children. */
@PageController
final class WorkPages {
    private static final String CLOCKS =
            "Dates are counted as their law counts: working days are those of the area’s nation, and where"
                    + " immediate harm is possible clocks run in hours, day and night. Area settings are"
                    + " unconfirmed.";

    private final WorkList work;
    private final SiteDuties sources;
    private final Emergencies emergencies;
    private final Drafts drafts;

    WorkPages(WorkList work, SiteDuties sources, Emergencies emergencies, Drafts drafts) {
        this.emergencies = emergencies;
        this.drafts = drafts;
        this.work = work;
        this.sources = sources;
    }

    @GetMapping("/work")
    Page work(
            Visit visit,
            @RequestParam Optional<String> whose,
            @RequestParam Optional<List<String>> kind,
            @RequestParam Optional<List<String>> agency) {
        Work mine = work.of(visit.reader());
        WorkAsked asked = WorkAsked.read(whose, kind, agency);
        List<WorkItem> items = new WorkItems(visit, mine).all();
        List<WorkItem> shown = items.stream().filter(asked::includes).toList();
        String checked =
                ". Last checked " + Words.time(London.time(visit.now()).toLocalTime()) + ".";
        List<DutyGroup> groups = new ArrayList<>(groups(shown, asked, checked));
        groups.addAll(besides(visit));
        List<OwedRow> owed = owed(visit, mine);
        return new WorkPage(
                visit.frame("Your work", "Work"),
                Words.weekday(visit.today())
                        + ", "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ". "
                        + Wording.count(people(mine), "person").replace("persons", "people")
                        + ".",
                counts(items, owed),
                WorkFilter.of(visit, asked, items),
                CLOCKS,
                groups,
                owed,
                "No other agency owes yours anything that yours asked for, about people whom you may see"
                        + checked,
                List.of(),
                new Pages(summary(shown.size(), items.size(), mine.more()), null, null));
    }

    /** Whom the work is about, by name or by the reader's own agency's record. */
    private static long people(Work mine) {
        return Stream.concat(mine.facts().keySet().stream(), mine.own().keySet().stream())
                .distinct()
                .count();
    }

    /** Headings in their order; one that says when it is empty stands always. */
    private static List<DutyGroup> groups(List<WorkItem> shown, WorkAsked asked, String checked) {
        List<DutyGroup> groups = new ArrayList<>();
        for (Section section : Section.values()) {
            List<DutyRow> rows =
                    shown.stream().filter(i -> i.section() == section).map(WorkItem::row).toList();
            if (rows.isEmpty() && section.whenEmpty().isEmpty()) {
                continue;
            }
            groups.add(
                    new DutyGroup(
                            section.id(),
                            section.heading(),
                            hot(section, rows),
                            rows,
                            section.whenEmpty()
                                    + (asked.all() ? "" : " of what the filter shows")
                                    + checked));
        }
        return groups;
    }

    private static boolean hot(Section section, List<DutyRow> rows) {
        return (section == Section.ALERTS || section == Section.OVERDUE)
                && rows.stream().anyMatch(r -> r.due().tone() == DueTone.OVER);
    }

    /** What concerns no duty of a person, and no filter. */
    private List<DutyGroup> besides(Visit visit) {
        List<DutyGroup> groups =
                new ArrayList<>(PhotographDrafts.group(visit, drafts).stream().toList());
        if (EmergencyReviewPages.reviews(visit.account())) {
            groups.add(
                    EmergencyReviewPages.group(
                            visit, emergencies.toReview(visit.reader(), "/work#emergencies")));
        }
        List<OpenSiteDuty> owed = sources.mine(visit.reader());
        List<OpenSiteDuty> reviews = owed.stream().filter(d -> d.kind().ofReview()).toList();
        if (owed.size() > reviews.size()) {
            List<OpenSiteDuty> others = owed.stream().filter(d -> !reviews.contains(d)).toList();
            groups.add(new SiteDutyParts(visit).group("sources", "Sources", others));
        }
        if (!reviews.isEmpty()) {
            groups.add(new SiteDutyParts(visit).group("reviews", "Case reviews", reviews));
        }
        return groups;
    }

    private static List<Count> counts(List<WorkItem> items, List<OwedRow> owed) {
        long alerts = number(items, Section.ALERTS);
        long over = number(items, Section.OVERDUE);
        return List.of(
                count(alerts, alerts == 1 ? "alert" : "alerts", "#alerts"),
                new Count(String.valueOf(over), "overdue", over > 0, "#overdue"),
                count(number(items, Section.TODAY), "due today", "#today"),
                count(number(items, Section.SOON), "next 7 days", "#soon"),
                count(owed.size(), "owed to you", "#owed"));
    }

    private static long number(List<WorkItem> items, Section section) {
        return items.stream().filter(i -> i.section() == section).count();
    }

    private static Count count(long number, String label, String href) {
        return new Count(String.valueOf(number), label, false, href);
    }

    private static String summary(int shown, int all, int more) {
        if (all == 0) {
            return "Nothing of your own waits for you";
        }
        String following =
                more == 0
                        ? ""
                        : ". Work about " + more + " more people follows when these are done";
        return shown == 0
                ? "None of " + all + " is what the filter asks for" + following
                : "1 to "
                        + shown
                        + (shown == all ? "" : " of " + all + ", filtered")
                        + ", most overdue first"
                        + following;
    }

    private static List<OwedRow> owed(Visit visit, Work mine) {
        var parts = new DutyParts(visit);
        return mine.owed().stream().map(d -> owed(visit, mine, d, parts)).toList();
    }

    private static OwedRow owed(
            Visit visit, Work mine, sightline.alerts.DutyRow duty, DutyParts parts) {
        boolean late = !duty.dueAt().isAfter(visit.now());
        List<Fact> facts = mine.facts().getOrDefault(duty.subject(), List.of());
        return new OwedRow(
                parts.due(duty),
                DutyParts.owedBy(visit, duty),
                WorkItems.subject(duty.subject(), facts),
                duty.title(),
                late ? new Tag("Late", Tone.RED) : new Tag("Not yet due", Tone.NEUTRAL),
                state(visit, mine, duty, late ? parts.told(duty) : ""),
                WorkItems.open("/duties/" + duty.hash(), duty.title(), facts));
    }

    /** Whom it was told, and who has answered of the others who were asked the same. */
    private static String state(
            Visit visit, Work mine, sightline.alerts.DutyRow duty, String told) {
        String answered =
                mine.answered().stream()
                        .filter(d -> d.besides(duty))
                        .map(d -> DutyParts.owedBy(visit, d))
                        .distinct()
                        .collect(Collectors.joining("; "));
        return answered.isEmpty()
                ? told
                : (told + " Asked with it, and has answered: " + answered + ".").strip();
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
        Optional<sightline.alerts.DutyRow> next =
                mine.duties().stream().filter(d -> d.open() && d.subject().equals(id)).findFirst();
        long open = mine.alerts().stream().filter(a -> a.open() && a.subject().equals(id)).count();
        List<Tag> tags =
                open == 0 ? List.of() : List.of(new Tag(Wording.count(open, "alert"), Tone.RED));
        return new ChildrenPage.Row(
                WorkItems.named(id, facts),
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
                next.map(sightline.alerts.DutyRow::title).orElse(""),
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
