package sightline.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.household.Bounds;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Finding;
import sightline.core.screening.Parameters;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleId;
import sightline.core.screening.RuleSetting;
import sightline.core.screening.RuleSettings;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.feeds.Senders;
import sightline.identity.Identities;
import sightline.screening.RuleChange;
import sightline.screening.RuleChange.WorkedOut;
import sightline.screening.RuleChanges;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works out what a proposed change of a rule would change: what the rule raised in the area within
 * the year before, by what is known now, as it is set and as it would be. It changes nothing.
 */
public final class RuleSimulation {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSimulation.class);
    private static final int AT_ONCE = 200;
    private static final int MONTHS_BACK = 12;
    private static final Duration HELD = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Identities identities;
    private final Function<JdbcClient, ? extends Directory> directory;
    private final Derivation derivation;
    private final InstantSource clock;

    public RuleSimulation(
            Transactions transactions,
            Secrets secrets,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation,
            InstantSource clock) {
        this.transactions = transactions;
        this.identities = new Identities(secrets, new Facts(secrets));
        this.directory = directory;
        this.derivation = derivation;
        this.clock = clock;
    }

    /** Works out what waits longest; whether there was anything. */
    public boolean run() {
        Optional<RuleChange> next =
                asJob(sql -> new RuleChanges(sql).claim(clock.instant(), until()));
        next.ifPresent(this::work);
        return next.isPresent();
    }

    private <T> T asJob(Function<JdbcClient, T> work) {
        return transactions.asJob(JobName.PIPELINE, work::apply);
    }

    private Instant until() {
        return clock.instant().plus(HELD);
    }

    private void work(RuleChange change) {
        Instant now = clock.instant();
        Tally tally = new Tally(change, now, asJob(sql -> new RuleChanges(sql).settings()));
        List<PersonId> people = asJob(sql -> new DerivedStore(sql).subjects());
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<PersonId> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            situations(some, now, tally).forEach(tally::add);
            int looked = from + some.size();
            keep(sql ->
                    new RuleChanges(sql).progress(change.number(), looked, people.size(), until()));
        }
        keep(sql -> new RuleChanges(sql).workedOut(change.number(), tally.result()));
    }

    private void keep(java.util.function.Consumer<JdbcClient> work) {
        asJob(sql -> {
            work.accept(sql);
            return true;
        });
    }

    private List<Situation> situations(List<PersonId> people, Instant now, Tally tally) {
        return asJob(sql -> {
            Directory who = directory.apply(sql);
            Map<sightline.core.kernel.AgencyId, java.time.LocalDate> goLive = Senders.goLive(sql);
            NeighbourhoodReader reader =
                    new NeighbourhoodReader(identities.in(sql), Bounds.DEFAULT);
            return OneByOne.read(reader, people, _ -> tally.unknown++).values().stream()
                    .map(around ->
                            new Situation(around, now, who, Parameters.DEFAULT, goLive)
                                    .under(derivation.clocks().registers()))
                    .toList();
        });
    }

    /** Counts alerts of the year before, as the rule is set and as it would be. */
    private final class Tally {
        private final RuleChange change;
        private final Instant now;
        private final Instant since;
        private final Screening current;
        private final Screening proposed;
        private final Set<PersonId> children = new HashSet<>();
        private int asIs;
        private int asProposed;
        private int more;
        private int fewer;
        private int unknown;

        Tally(RuleChange change, Instant now, RuleSettings settings) {
            this.change = change;
            this.now = now;
            this.since = now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS_BACK).toInstant();
            Screening rule = new Screening(List.of(rule(change.rule())));
            this.current =
                    settings.current(change.area(), change.rule())
                            .map(s -> always(rule, s))
                            .orElse(rule);
            this.proposed = always(rule, change.from(Instant.EPOCH));
        }

        private Rule rule(RuleId id) {
            return derivation.screening().rules().stream()
                    .filter(r -> r.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** As if it had always been set so. */
        private static Screening always(Screening rule, RuleSetting setting) {
            return rule.with(
                    RuleSettings.NONE.and(
                            new RuleSetting(
                                    setting.area(),
                                    setting.rule(),
                                    Instant.EPOCH,
                                    setting.on(),
                                    setting.numbers())));
        }

        /** Whoever a rule fails for is counted as such, and stops nothing. */
        void add(Situation situation) {
            try {
                count(situation);
            } catch (RuntimeException | StackOverflowError fault) {
                LOG.error("{} failed in a simulation: {}", change.rule(), Faults.inWords(fault));
                unknown++;
            }
        }

        private void count(Situation situation) {
            if (!situation.recipients().area().equals(Optional.of(change.area()))) {
                return;
            }
            Set<String> is = alerts(current, situation);
            Set<String> would = alerts(proposed, situation);
            asIs += is.size();
            asProposed += would.size();
            int added = (int) would.stream().filter(a -> !is.contains(a)).count();
            int gone = (int) is.stream().filter(a -> !would.contains(a)).count();
            more += added;
            fewer += gone;
            if (added + gone > 0) {
                children.add(situation.subject().id());
            }
        }

        private Set<String> alerts(Screening screening, Situation situation) {
            situation.around().attend();
            return screening.evaluate(situation).findings().stream()
                    .filter(Finding::alerts)
                    .filter(f -> !f.since().isBefore(since) && !f.since().isAfter(now))
                    .map(Finding::matter)
                    .collect(Collectors.toSet());
        }

        WorkedOut result() {
            return new WorkedOut(now, asIs, asProposed, more, fewer, children.size(), unknown);
        }
    }
}
