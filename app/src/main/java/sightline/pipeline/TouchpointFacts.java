package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.checks.Asked;
import sightline.checks.CheckStore;
import sightline.checks.Checks;
import sightline.core.alerts.OwnFacts;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.TouchpointAnswered;
import sightline.core.facts.SystemBody.TouchpointAnswered.Said;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.facts.PostgresLedger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * That somebody was told to ring, or got no answer, as a fact about whom the check names first: the
 * desk owes them a call. It waits until the check's own message is in the ledger.
 */
final class TouchpointFacts {
    private static final int AT_ONCE = 200;

    /** A message that is not read by then never will be: it lies in quarantine, with an owner. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private TouchpointFacts() {}

    /** Makes facts of what was said since the last batch; they are not yet placed. */
    static List<Fact> of(JdbcClient sql, PostgresLedger ledger, Instant now) {
        CheckStore store = new CheckStore(sql);
        List<Asked> untaken = store.untaken(AT_ONCE);
        if (untaken.isEmpty()) {
            return List.of();
        }
        Map<MessageRef, Fact> read = read(ledger, untaken);
        List<Fact> facts = new ArrayList<>();
        Map<String, Optional<FactId>> taken = new LinkedHashMap<>();
        for (Asked asked : untaken) {
            Fact first = read.get(Checks.message(asked));
            Optional<Fact> made =
                    Optional.ofNullable(first)
                            .flatMap(f -> said(asked).flatMap(said -> fact(asked, said, f, now)));
            made.ifPresent(facts::add);
            if (first != null || asked.at().plus(GIVEN_UP).isBefore(now)) {
                taken.put(asked.number(), made.map(Fact::id));
            }
        }
        store.taken(taken);
        return facts;
    }

    private static Map<MessageRef, Fact> read(PostgresLedger ledger, List<Asked> untaken) {
        Map<MessageRef, Fact> first = new LinkedHashMap<>();
        Set<MessageRef> messages =
                untaken.stream().map(Checks::message).collect(java.util.stream.Collectors.toSet());
        ledger.ofMessages(messages).stream()
                .filter(f -> !(f.body() instanceof SystemBody) && f.subject().isPresent())
                .forEach(f -> {
                    Fact known = first.get(f.id().message());
                    if (known == null || f.id().ordinal() < known.id().ordinal()) {
                        first.put(f.id().message(), f);
                    }
                });
        return first;
    }

    private static Optional<Said> said(Asked asked) {
        return switch (asked.words()) {
            case CARRY_ON -> Optional.empty();
            case CARRY_ON_RING -> Optional.of(Said.RING);
            case COULD_NOT_CHECK -> Optional.of(Said.NO_ANSWER);
        };
    }

    private static Optional<Fact> fact(Asked asked, Said said, Fact first, Instant now) {
        TouchpointAnswered body =
                new TouchpointAnswered(asked.number(), asked.touchpoint(), asked.agency(), said);
        return first.subject()
                .map(about -> OwnFacts.of(about, body, List.of(first.id().message()), now));
    }
}
