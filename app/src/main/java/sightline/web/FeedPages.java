package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import sightline.core.kernel.AgencyId;
import sightline.feeds.FeedHealth;
import sightline.feeds.FeedReading;
import sightline.feeds.Pauses;
import sightline.feeds.ReceiptId;
import sightline.feeds.Refused;
import sightline.locator.Peers;
import sightline.upkeep.SiteDuties;
import sightline.web.view.Page;
import sightline.web.view.page.FeedsPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.SourceState;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the sources are: who is silent, whose messages are missing, what could not be read. */
@PageController
final class FeedPages {
    private final FeedReading feeds;
    private final Pauses pauses;
    private final SiteDuties duties;
    private final Peers peers;

    FeedPages(FeedReading feeds, Pauses pauses, SiteDuties duties, Peers peers) {
        this.peers = peers;
        this.feeds = feeds;
        this.pauses = pauses;
        this.duties = duties;
    }

    @GetMapping("/feeds")
    Page feeds(Visit visit) {
        FeedReading.Feeds read = feeds.read(visit.reader());
        var coverage = new CoverageParts(visit, read.health(), peers.links());
        Coverage answered = coverage.coverage(Map.of(), List.of());
        long late =
                read.health().stream()
                        .filter(h -> coverage.state(h) != SourceState.ANSWERED)
                        .count();
        return new FeedsPage(
                visit.frame("Feeds", "Feeds"),
                "As of " + Wording.moment(visit.now(), visit.today()) + ".",
                List.of(
                        new Count(String.valueOf(read.health().size()), "feeds", false, ""),
                        new Count(String.valueOf(late), "not within their promise", late > 0, ""),
                        new Count(
                                String.valueOf(read.quarantined().size()),
                                "could not be read",
                                !read.quarantined().isEmpty(),
                                "#quarantine")),
                Coverage.of(answered.heading(), answered.asOf(), answersOfFeeds(answered)),
                read.health().stream().map(h -> feed(visit, coverage, h)).toList(),
                new SiteDutyParts(visit).group("owed", "What is owed", duties.all(visit.reader())),
                read.health().stream()
                        .filter(h -> h.paused().isPresent())
                        .map(h -> held(visit, h, duties.mayRelease(visit.reader(), h.sender())))
                        .toList(),
                refused(visit, read.refused()),
                read.quarantined().stream().map(q -> quarantined(visit, q)).toList(),
                "No message that you may see waits. Last checked "
                        + Wording.moment(visit.now(), visit.today())
                        + ".",
                new Pages("The oldest " + read.quarantined().size(), null, null));
    }

    /** Somebody of the sender asks that it be read again, after a fault was mended. */
    @PostMapping("/feeds/quarantine/{receipt}")
    String again(Visit visit, @PathVariable long receipt) {
        feeds.release(visit.reader(), visit.account().agency(), new ReceiptId(receipt));
        return "redirect:/feeds#quarantine";
    }

    private static List<FeedsPage.Refusal> refused(Visit visit, Refused refused) {
        Stream<FeedsPage.Refusal> conflicts =
                refused.conflicts().stream()
                        .map(c ->
                                new FeedsPage.Refusal(
                                        visit.agency(c.sender()),
                                        Wording.startingMoment(c.last(), visit.today()),
                                        "Other content under the id of receipt "
                                                + c.first()
                                                + c.message().map(m -> " (" + m + ")").orElse("")
                                                + ", "
                                                + Wording.count(c.times(), "time")
                                                + ". Both are kept; the first stands",
                                        "Send it under a new id, and name the other one in"
                                                + " “corrects” if it replaces it"));
        Stream<FeedsPage.Refusal> tooLarge =
                refused.tooLarge().stream()
                        .map(t ->
                                new FeedsPage.Refusal(
                                        visit.agency(t.sender()),
                                        Wording.startingMoment(t.at(), visit.today()),
                                        "A message of " + t.size() + " bytes. It was not kept",
                                        "Send it in messages of at most 1 MiB"));
        return Stream.concat(conflicts, tooLarge).toList();
    }

    /** Whoever the pause was put to lets the sender be read again. */
    @PostMapping("/feeds/paused/{sender}")
    Object release(Visit visit, HttpServletResponse response, @PathVariable String sender) {
        Optional<AgencyId> paused =
                feeds.read(visit.reader()).health().stream()
                        .filter(h -> h.sender().value().equals(sender) && h.paused().isPresent())
                        .map(FeedHealth::sender)
                        .findFirst();
        if (paused.isEmpty() || !duties.mayRelease(visit.reader(), paused.get())) {
            return Answers.nobody(visit, response);
        }
        pauses.release(paused.get(), visit.account().id());
        return "redirect:/feeds#health";
    }

    private static FeedsPage.Held held(Visit visit, FeedHealth feed, boolean mayRelease) {
        String id = "p-" + feed.sender().value();
        String words =
                feed.paused()
                        .map(p ->
                                "Since %s: %s"
                                        .formatted(
                                                Wording.moment(p.since(), visit.today()),
                                                p.words()))
                        .orElse("");
        return new FeedsPage.Held(
                id,
                visit.agency(feed.sender()),
                words + " " + Wording.count(feed.held(), "message") + " kept.",
                new Form(
                        id + "-release",
                        "/feeds/paused/" + feed.sender().value(),
                        List.of(),
                        mayRelease ? "Read it again" : "",
                        false,
                        ""));
    }

    /** This page is about the feeds, not about a person of whom none could be recorded. */
    private static List<sightline.web.view.part.SourceAnswer> answersOfFeeds(Coverage coverage) {
        return Stream.concat(coverage.sources().stream(), coverage.withoutEntry().stream())
                .map(s ->
                        new sightline.web.view.part.SourceAnswer(
                                s.source(),
                                s.state(),
                                s.stateDetail(),
                                s.completeUpTo(),
                                s.state().answered() ? "Up to date" : ""))
                .toList();
    }

    private static FeedsPage.Feed feed(Visit visit, CoverageParts coverage, FeedHealth feed) {
        return new FeedsPage.Feed(
                Link.to(visit.agency(feed.sender()), "#health"),
                coverage.state(feed),
                coverage.detail(feed),
                feed.lastHeard()
                                .map(at -> Wording.startingMoment(at, visit.today()))
                                .orElse("Never")
                        + feed.completeUpTo()
                                .map(at -> ", complete to " + Wording.moment(at, visit.today()))
                                .orElse(", never said that it is complete"),
                feed.missing() > 0 ? feed.missing() + " missing" : "No gap",
                feed.declared()
                        .map(kinds -> kinds.size() + " kinds")
                        .orElse("All that it may send"),
                owes(feed));
    }

    private static String owes(FeedHealth feed) {
        if (feed.missing() > 0) {
            return "The missing messages";
        }
        return feed.completeUpTo().isEmpty() ? "A heartbeat" : "Nothing";
    }

    private static FeedsPage.Quarantined quarantined(
            Visit visit, sightline.feeds.Quarantined message) {
        String id = "q" + message.receipt().value();
        boolean own = message.sender().equals(visit.account().agency());
        String named =
                own ? message.message().map(m -> ", your message " + m.value()).orElse("") : "";
        return new FeedsPage.Quarantined(
                id,
                new Link("Its reasons", "#" + id, "of this message"),
                visit.agency(message.sender()),
                Wording.moment(message.since(), visit.today()),
                "Kept whole"
                        + named
                        + message.kind()
                                .map(k -> ". It says that it is: " + Wording.code(k))
                                .orElse("")
                        + (message.returned() ? ". Returned to its sender to mend" : "")
                        + ".",
                message.problems().stream()
                        .map(p -> Definition.of(p.field(), p.message(), p.fix()))
                        .toList(),
                new Form(
                        id + "-again",
                        "/feeds/quarantine/" + message.receipt().value(),
                        List.of(),
                        own ? "Read it again" : "",
                        false,
                        ""));
    }
}
