package sightline.alerts;

import sightline.access.ReaderContext;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.database.Transactions;
import sightline.household.Reading;

import java.util.List;
import java.util.Map;

/** What one reader was told of and what they owe, the most urgent first. */
public final class WorkList {
    /** The most people of one list. */
    public static final int PAGE = 50;

    private final Transactions transactions;
    private final Reading reading;

    public WorkList(Transactions transactions, Reading reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    /**
     * The work of a reader.
     *
     * @param told what was addressed to them
     * @param facts of each person of whom they may read anything
     * @param more how many people are left out of this page
     */
    public record Work(
            List<ToldRow> told,
            List<AlertRow> alerts,
            List<DutyRow> duties,
            Map<PersonId, List<Fact>> facts,
            int more) {
        public Work {
            told = List.copyOf(told);
            alerts = List.copyOf(alerts);
            duties = List.copyOf(duties);
            facts = Map.copyOf(facts);
        }
    }

    /** Alerts that nobody answered and duties that are open, addressed to the reader. */
    public Work of(ReaderContext reader) {
        List<ToldRow> told =
                transactions.asReader(reader, List.of(), sql -> new DerivedRows(sql).addressed());
        return work(reader, told, told.stream().map(ToldRow::subject).distinct().toList(), "/work");
    }

    /** Everybody about whom the reader was ever told something, the newest first. */
    public Work children(ReaderContext reader) {
        List<PersonId> subjects =
                transactions.asReader(reader, List.of(), sql -> new DerivedRows(sql).subjects());
        return work(reader, List.of(), subjects, "/children");
    }

    private Work work(ReaderContext reader, List<ToldRow> told, List<PersonId> all, String what) {
        List<PersonId> page = all.stream().limit(PAGE).toList();
        return reading.list(
                reader,
                page,
                what,
                (sql, facts) -> {
                    var rows = new DerivedRows(sql);
                    return new Work(
                            told.stream().filter(t -> page.contains(t.subject())).toList(),
                            rows.alerts(page),
                            rows.duties(page),
                            facts,
                            all.size() - page.size());
                });
    }
}
