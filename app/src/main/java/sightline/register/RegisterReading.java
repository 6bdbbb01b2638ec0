package sightline.register;

import sightline.access.ReaderContext;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.database.Transactions;
import sightline.household.Reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of the registers as one reader may see it, a page of names at a time. */
public final class RegisterReading {
    /** The most people of one page. */
    public static final int PAGE = 50;

    private final Transactions transactions;
    private final Reading reading;

    /** Reads with the gate of every other page. */
    public RegisterReading(Transactions transactions, Reading reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    /**
     * A page of the list.
     *
     * @param counts how many lines there are of each sort that is the reader's to count, whatever
     *     this page shows
     * @param all how many lines there are of the sort that was asked for
     * @param number of this page, from 1; the last where one beyond it was asked for
     * @param shown the lines of this page
     * @param facts of each person of this page of whom the reader may read anything
     */
    public record Listed(
            Map<RegisterShow, Long> counts,
            long all,
            int number,
            List<RegisterLine> shown,
            Map<PersonId, List<Fact>> facts) {
        public Listed {
            counts = Map.copyOf(counts);
            shown = List.copyOf(shown);
            facts = Map.copyOf(facts);
        }
    }

    /**
     * A page of those to look for and those to visit, one line a person.
     *
     * @param number of this page, from 1
     */
    public record ToVisit(
            RegisterList.VisitCounts counts,
            int number,
            List<RegisterLine> shown,
            Map<PersonId, List<Fact>> facts) {
        public ToVisit {
            shown = List.copyOf(shown);
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The page of that number, from 1.
     *
     * @param what the page, for the journal
     */
    public Listed page(ReaderContext reader, RegisterAsked asked, int number, String what) {
        Listed unnamed =
                transactions.asReader(
                        reader,
                        List.of(),
                        sql -> {
                            var list = new RegisterList(sql);
                            Map<RegisterShow, Long> counts = list.counts(asked);
                            long all = counts.getOrDefault(asked.show(), 0L);
                            int last = last(number, all);
                            return new Listed(
                                    counts,
                                    all,
                                    last,
                                    list.page(asked, (last - 1) * PAGE, PAGE),
                                    Map.of());
                        });
        return reading.list(
                reader,
                people(unnamed.shown()),
                what,
                (_, _, facts) ->
                        new Listed(
                                unnamed.counts(),
                                unnamed.all(),
                                unnamed.number(),
                                unnamed.shown(),
                                facts));
    }

    /**
     * The page of that number, from 1, of those to look for and those to visit.
     *
     * @param what the page, for the journal
     */
    public ToVisit visits(ReaderContext reader, LocalDate today, int number, String what) {
        ToVisit unnamed =
                transactions.asReader(
                        reader,
                        List.of(),
                        sql -> {
                            var list = new RegisterList(sql);
                            RegisterList.VisitCounts counts = list.visitCounts(today);
                            int last = last(number, counts.all());
                            return new ToVisit(
                                    counts, last, list.visits((last - 1) * PAGE, PAGE), Map.of());
                        });
        return reading.list(
                reader,
                people(unnamed.shown()),
                what,
                (_, _, facts) ->
                        new ToVisit(unnamed.counts(), unnamed.number(), unnamed.shown(), facts));
    }

    /**
     * What would change if a pack were switched on, as last worked out.
     *
     * @param pack nothing where nobody ever asked
     * @param all for how many whom the reader may see something would change
     * @param number of this page, from 1
     */
    public record Simulated(
            Optional<SimulatedPack> pack,
            long all,
            int number,
            List<SimulatedChange> shown,
            Map<PersonId, List<Fact>> facts) {
        public Simulated {
            shown = List.copyOf(shown);
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The page of that number of those for whom something would change.
     *
     * @param what the page, for the journal
     */
    public Simulated simulated(ReaderContext reader, String pack, int number, String what) {
        Simulated unnamed =
                transactions.asReader(
                        reader,
                        List.of(),
                        sql -> {
                            var packs = new SimulatedPacks(sql);
                            long all = packs.count(pack);
                            int last = last(number, all);
                            return new Simulated(
                                    packs.of(pack),
                                    all,
                                    last,
                                    packs.changes(pack, (last - 1) * PAGE, PAGE),
                                    Map.of());
                        });
        Set<PersonId> people = new LinkedHashSet<>();
        unnamed.shown().forEach(change -> people.add(change.subject()));
        return reading.list(
                reader,
                people,
                what,
                (_, _, facts) ->
                        new Simulated(
                                unnamed.pack(),
                                unnamed.all(),
                                unnamed.number(),
                                unnamed.shown(),
                                facts));
    }

    /** Asks what would change if a pack were switched on: it is worked out in the background. */
    public void simulate(ReaderContext reader, String pack, String version, Instant now) {
        transactions.asReader(
                reader,
                List.of(),
                sql -> {
                    new SimulatedPacks(sql).ask(pack, version, reader.actor(), now);
                    return null;
                });
    }

    /** The agencies that answer for somebody whom the reader may see. */
    public List<AgencyId> keepers(ReaderContext reader) {
        return transactions.asReader(reader, List.of(), sql -> new RegisterList(sql).keepers());
    }

    /**
     * How much each agency that answers has, as far as the reader may see its lines.
     *
     * @param what the page, for the journal
     */
    public Map<AgencyId, RegisterLoad> loads(
            ReaderContext reader, RegisterAsked asked, String what) {
        Map<AgencyId, RegisterLoad> loads =
                transactions.asReader(reader, List.of(), sql -> new RegisterList(sql).loads(asked));
        return reading.list(reader, Set.of(), what, (_, _, _) -> loads);
    }

    private static int last(int number, long all) {
        return (int) Math.clamp(number, 1, Math.max(1, (all + PAGE - 1) / PAGE));
    }

    private static Set<PersonId> people(List<RegisterLine> shown) {
        Set<PersonId> people = new LinkedHashSet<>();
        shown.forEach(line -> people.add(line.subject()));
        return people;
    }
}
