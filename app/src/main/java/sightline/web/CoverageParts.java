package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.AgencyId;
import sightline.feeds.FeedHealth;
import sightline.feeds.Freshness;
import sightline.locator.Peers;
import sightline.web.view.part.Coverage;
import sightline.web.view.part.SourceAnswer;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.SourceState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Which sources answered. Only one that is complete up to a stated time may be read as holding
 * nothing more.
 */
final class CoverageParts {
    private static final String NO_ENTRY = "No entry recorded";

    private final Visit visit;
    private final List<FeedHealth> health;
    private final List<Peers.Link> links;

    CoverageParts(Visit visit, List<FeedHealth> health) {
        this(visit, health, List.of());
    }

    /**
     * @param links other installations, which are asked about register entries alone
     */
    CoverageParts(Visit visit, List<FeedHealth> health, List<Peers.Link> links) {
        this.visit = visit;
        this.health = List.copyOf(health);
        this.links = List.copyOf(links);
    }

    /**
     * The sources and what each holds of a subject.
     *
     * @param entries how many entries of each are shown
     * @param restricted the holders of records that this reader may not see
     */
    Coverage coverage(Map<AgencyId, Long> entries, List<AgencyId> restricted) {
        return coverage(entries, CoverageParts::counted, restricted);
    }

    /** The same for a form, which does not read how many entries there are of each. */
    Coverage ofForm(Child child) {
        return coverage(ChildParts.entries(child), _ -> "Has entries", child.family().restricted());
    }

    private static String counted(long entries) {
        return Wording.count(entries, "entry").replace("entrys", "entries");
    }

    private Coverage coverage(
            Map<AgencyId, Long> entries, LongFunction<String> said, List<AgencyId> restricted) {
        List<SourceAnswer> answers = new ArrayList<>();
        for (FeedHealth feed : health) {
            long count = entries.getOrDefault(feed.sender(), 0L);
            boolean veiled = restricted.contains(feed.sender()) && count == 0;
            answers.add(veiled ? restricted(feed) : answer(feed, count, said));
        }
        entries.keySet().stream()
                .filter(a -> health.stream().noneMatch(h -> h.sender().equals(a)))
                .sorted()
                .forEach(a -> answers.add(withoutFeed(a, said.apply(entries.getOrDefault(a, 0L)))));
        links.forEach(l -> answers.add(answer(l)));
        long answered = answers.stream().filter(a -> a.state().answered()).count();
        List<SourceAnswer> shown = new ArrayList<>();
        answers.stream().filter(a -> !a.state().answered()).forEach(shown::add);
        answers.stream().filter(a -> holdsSomething(a)).forEach(shown::add);
        String heading =
                "Which sources answered: %d of %d within their promise"
                        .formatted(answered, answers.size());
        return new Coverage(
                heading,
                Wording.moment(visit.now(), visit.today()),
                shown,
                answers.stream().filter(a -> a.state().answered() && !holdsSomething(a)).toList());
    }

    private static boolean holdsSomething(SourceAnswer answer) {
        return answer.state().answered() && !answer.meaning().equals(NO_ENTRY);
    }

    private SourceAnswer answer(FeedHealth feed, long entries, LongFunction<String> said) {
        SourceState state = state(feed);
        String meaning = entries > 0 ? said.apply(entries) : state.answered() ? NO_ENTRY : "";
        return new SourceAnswer(
                visit.agency(feed.sender()), state, detail(feed), upTo(feed), meaning);
    }

    /** Whether it answers; what it holds is told to those who must ring alone. */
    private SourceAnswer answer(Peers.Link link) {
        Optional<Instant> down = link.failingSince();
        SourceState state =
                down.isPresent()
                        ? SourceState.DOWN
                        : link.answeredAt().isPresent()
                                ? SourceState.ANSWERED
                                : SourceState.NOT_ASKED;
        return new SourceAnswer(
                Wording.capital(link.name().value()) + ", another area (register entries)",
                state,
                down.map(at -> "since " + Wording.moment(at, visit.today())).orElse(""),
                link.completeUpTo()
                        .map(at -> Wording.startingMoment(at, visit.today()))
                        .orElse("Never"),
                state.answered() ? "What it said is told to those who must ring, alone" : "");
    }

    private SourceAnswer restricted(FeedHealth feed) {
        return new SourceAnswer(
                visit.agency(feed.sender()), SourceState.RESTRICTED, "", upTo(feed), "");
    }

    private SourceAnswer withoutFeed(AgencyId agency, String entries) {
        return new SourceAnswer(
                visit.agency(agency),
                SourceState.NOT_ASKED,
                "",
                "Never",
                entries + " so far; it has no feed that says it is complete");
    }

    /** What the reader must know before believing that something is missing. */
    List<SourceFailed> failures() {
        return health.stream()
                .filter(feed -> state(feed) == SourceState.DOWN)
                .map(feed ->
                        new SourceFailed(
                                "what " + visit.agency(feed.sender()) + " recorded",
                                feed.lastHeard()
                                        .map(at -> "since " + Wording.moment(at, visit.today()))
                                        .orElse("so far"),
                                "Do not read this as none. Ring them if you need to know."))
                .toList();
    }

    SourceState state(AgencyId agency) {
        return health.stream()
                .filter(h -> h.sender().equals(agency))
                .findFirst()
                .map(this::state)
                .orElse(SourceState.NOT_ASKED);
    }

    SourceState state(FeedHealth feed) {
        return switch (feed.freshness(visit.now())) {
            case Freshness.Fresh _ -> SourceState.ANSWERED;
            case Freshness.Stale _ -> SourceState.STALE;
            case Freshness.Incomplete _ -> SourceState.INCOMPLETE;
            case Freshness.Down _ -> SourceState.DOWN;
            case Freshness.NeverHeard() -> SourceState.NOT_ASKED;
        };
    }

    String detail(FeedHealth feed) {
        return switch (feed.freshness(visit.now())) {
            case Freshness.Fresh _ -> "";
            case Freshness.Stale(Instant since) ->
                    feed.completeUpTo().isEmpty()
                            ? "has never said that it is complete"
                            : Wording.length(Duration.between(since, visit.now()));
            case Freshness.Incomplete(var _, long missing) -> missing + " missing";
            case Freshness.Down(Instant since) -> "since " + Wording.moment(since, visit.today());
            case Freshness.NeverHeard() -> "nothing has come from it";
        };
    }

    String upTo(FeedHealth feed) {
        Optional<Instant> upTo = feed.completeUpTo();
        return upTo.map(at -> Wording.startingMoment(at, visit.today())).orElse("Never");
    }
}
