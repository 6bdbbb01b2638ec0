package sightline.checks;

import sightline.core.checks.SourceAnswer;
import sightline.core.checks.SourceAnswer.State;
import sightline.core.checks.Touchpoint;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.feeds.FeedHealth;
import sightline.feeds.Freshness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of a touchpoint's sources answered: always all of them, in the touchpoint's order, whoever
 * was asked about.
 */
final class SourceAnswers {
    private final Directory directory;
    private final Map<AgencyId, FeedHealth> health;
    private final Instant now;
    private final LocalDate today;

    SourceAnswers(
            Directory directory, Collection<FeedHealth> health, Instant now, LocalDate today) {
        this.directory = directory;
        this.health =
                health.stream().collect(Collectors.toMap(FeedHealth::sender, Function.identity()));
        this.now = now;
        this.today = today;
    }

    /** The answers of the agencies of these areas. */
    List<SourceAnswer> of(Touchpoint touchpoint, Collection<AreaId> areas) {
        return touchpoint.sources().stream().map(s -> of(s, areas)).toList();
    }

    private SourceAnswer of(Touchpoint.Source source, Collection<AreaId> areas) {
        List<SourceAnswer> each = new ArrayList<>();
        for (AreaId area : areas) {
            List<SourceAnswer> here =
                    source.types().stream()
                            .flatMap(type -> directory.agenciesIn(area, type, today).stream())
                            .flatMap(a -> Optional.ofNullable(health.get(a.id())).stream())
                            .map(h -> answer(source.name(), h))
                            .toList();
            each.addAll(here);
            if (here.isEmpty()) {
                each.add(new SourceAnswer(source.name(), State.NOT_CONNECTED, Optional.empty()));
            }
        }
        return new SourceAnswer(
                source.name(),
                each.stream().map(SourceAnswer::state).max(Comparator.naturalOrder()).orElseThrow(),
                each.stream()
                        .flatMap(a -> a.completeUpTo().stream())
                        .min(Comparator.naturalOrder()));
    }

    private SourceAnswer answer(String name, FeedHealth feed) {
        State state =
                switch (feed.freshness(now)) {
                    case Freshness.Fresh _ -> State.ANSWERED;
                    case Freshness.Stale _ -> State.STALE;
                    case Freshness.Incomplete _ -> State.INCOMPLETE;
                    case Freshness.Down _, Freshness.NeverHeard _ -> State.DOWN;
                };
        return new SourceAnswer(name, state, feed.completeUpTo());
    }
}
