package sightline.register;

import sightline.access.ReaderContext;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.register.RegisterEntry;
import sightline.database.Transactions;
import sightline.household.Reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
     * @param all every line that is the reader's to count, the most urgent first
     * @param shown those of this page
     * @param facts of each person of this page of whom the reader may read anything
     */
    public record Listed(
            List<RegisterLine> all, List<RegisterLine> shown, Map<PersonId, List<Fact>> facts) {
        public Listed {
            all = List.copyOf(all);
            shown = List.copyOf(shown);
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The lines of some people, one each, in an order of their own: at most {@link #PAGE}.
     *
     * @param what the page, for the journal
     */
    public Listed of(
            ReaderContext reader,
            Predicate<RegisterEntry> which,
            Comparator<RegisterEntry> order,
            String what) {
        List<RegisterLine> all =
                transactions
                        .asReader(reader, List.of(), sql -> new RegisterList(sql).lines())
                        .stream()
                        .filter(line -> which.test(line.entry()))
                        .sorted(Comparator.comparing(RegisterLine::entry, order))
                        .collect(
                                Collectors.toMap(
                                        RegisterLine::subject,
                                        line -> line,
                                        (first, _) -> first,
                                        LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList();
        return listed(reader, all, all.stream().limit(PAGE).toList(), what);
    }

    /**
     * The page of that number, from 1.
     *
     * @param what the page, for the journal
     */
    public Listed page(ReaderContext reader, int number, String what) {
        List<RegisterLine> all =
                transactions.asReader(reader, List.of(), sql -> new RegisterList(sql).lines());
        List<RegisterLine> shown = all.stream().skip((number - 1L) * PAGE).limit(PAGE).toList();
        return listed(reader, all, shown, what);
    }

    private Listed listed(
            ReaderContext reader, List<RegisterLine> all, List<RegisterLine> shown, String what) {
        Set<PersonId> people = new LinkedHashSet<>();
        shown.forEach(line -> people.add(line.subject()));
        return reading.list(reader, people, what, (_, _, facts) -> new Listed(all, shown, facts));
    }
}
