package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;

import sightline.alerts.LateDuties;
import sightline.alerts.LateDuties.OfPost;
import sightline.alerts.LateDuties.Owed;
import sightline.core.directory.Holder;
import sightline.core.directory.OnDuty;
import sightline.core.directory.Post;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.web.view.Page;
import sightline.web.view.page.TeamPage;
import sightline.web.view.page.TeamPage.LateLine;
import sightline.web.view.page.TeamPage.Seat;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the reader's agency owes, by post and by who has it; a manager sees all, others their own.
 */
@PageController
final class TeamPages {
    private final LateDuties duties;

    TeamPages(LateDuties duties) {
        this.duties = duties;
    }

    @GetMapping("/team")
    Page team(Visit visit) {
        AgencyId own = visit.account().agency();
        Instant endOfToday = London.endOf(visit.today());
        List<OfPost> all = duties.posts(visit.reader(), List.of(own), visit.now(), endOfToday);
        boolean manager = Overseen.looksOver(visit.account(), visit.directory(), visit.today());
        List<OfPost> shown = all.stream().filter(p -> manager || holds(visit, p)).toList();
        List<Owed> owed =
                manager
                        ? duties.figures(
                                        visit.reader(),
                                        List.of(own),
                                        visit.now(),
                                        endOfToday,
                                        LatePages.mondays(visit))
                                .owed()
                        : List.of();
        return new TeamPage(
                visit.frame("Team work", "Team"),
                visit.agency(own) + ", " + Wording.moment(visit.now(), visit.today()) + ".",
                counts(shown),
                shown.stream()
                        .map(p -> seat(visit, p))
                        .sorted(Comparator.comparing(Seat::post))
                        .toList(),
                "Nothing stands on any list. Last checked "
                        + Wording.moment(visit.now(), visit.today())
                        + ".",
                late(owed));
    }

    private static List<Count> counts(List<OfPost> posts) {
        return List.of(
                count(posts.stream().mapToLong(OfPost::open).sum(), "open"),
                count(posts.stream().mapToLong(OfPost::today).sum(), "due today"),
                count(posts.stream().mapToLong(OfPost::unopened).sum(), "not opened"));
    }

    private static Count count(long number, String label) {
        return new Count(String.valueOf(number), label, false, "#seats");
    }

    private static Optional<Post> post(Visit visit, OfPost of) {
        int slash = of.recipient().indexOf('/');
        String role = of.recipient().substring(slash + 1);
        return visit.directory().posts(new AgencyId(of.recipient().substring(0, slash))).stream()
                .filter(p -> p.role().slug().equals(role) && p.open().contains(visit.today()))
                .findFirst();
    }

    private static boolean holds(Visit visit, OfPost of) {
        StaffId reader = new StaffId(visit.account().id().value());
        return post(visit, of)
                .flatMap(p -> visit.directory().whoOwns(p.id(), visit.today()).person())
                .map(Holder::person)
                .filter(reader::equals)
                .isPresent();
    }

    private static Seat seat(Visit visit, OfPost of) {
        Optional<Post> post = post(visit, of);
        Optional<OnDuty> has = post.map(p -> visit.directory().whoOwns(p.id(), visit.today()));
        return new Seat(
                Wording.capital(
                        post.map(Post::title)
                                .orElseGet(() -> Wording.recipient(visit, of.recipient()))),
                has.flatMap(OnDuty::person)
                        .map(h -> h.name().value())
                        .orElse("Nobody: the area’s named lead has it"),
                cover(has),
                of.open(),
                of.today(),
                of.unopened(),
                of.next().map(at -> Words.day(London.day(at.minusNanos(1)))).orElse("None"));
    }

    private static Tag cover(Optional<OnDuty> has) {
        return switch (has.orElseGet(() -> new OnDuty.Vacant("no such post"))) {
            case OnDuty.Held _ -> new Tag("Holder", Tone.NEUTRAL);
            case OnDuty.Covered _ -> new Tag("Cover", Tone.GREEN);
            case OnDuty.OutOfHours _ -> new Tag("Out of hours", Tone.NEUTRAL);
            case OnDuty.Vacant _ -> new Tag("No cover", Tone.RED);
        };
    }

    private static List<LateLine> late(List<Owed> owed) {
        Map<String, List<Owed>> byClock =
                owed.stream()
                        .filter(o -> o.late() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        Owed::clock, TreeMap::new, Collectors.toList()));
        return byClock.entrySet().stream()
                .map(e ->
                        new LateLine(
                                LatePages.title(e.getKey()),
                                new Link(
                                        String.valueOf(
                                                e.getValue().stream().mapToLong(Owed::late).sum()),
                                        LatePages.LIST + "?own=1&late=1&clock=" + e.getKey(),
                                        "late: " + LatePages.title(e.getKey())),
                                e.getValue().stream().mapToLong(Owed::open).sum()))
                .toList();
    }
}
