package sightline.feeds;

import static java.util.stream.Collectors.groupingBy;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.AgencyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which of a sender's running numbers have come in, as runs without a hole. Two runs with nothing
 * between them become one; it counts from whichever of the two came in first.
 */
final class NumberRuns {
    /**
     * A sender whose numbers are so scattered does not number its messages; following every one of
     * them would cost more and more. Its feed page shows the first gaps only.
     */
    private static final int RUNS_MAX = 10_000;

    private record Run(long first, long last, Instant since) {
        boolean reaches(Run next) {
            return next.first() <= last + 1;
        }

        Run with(Run next) {
            // Whatever is missing before them is owed since the first of the two came in.
            var first = since.isBefore(next.since()) ? since : next.since();
            return new Run(this.first, Math.max(last, next.last()), first);
        }
    }

    void add(JdbcClient sql, List<Progress.Done> done) {
        done.stream()
                .filter(one -> one.number().isPresent())
                .collect(groupingBy(Progress.Done::sender))
                .forEach((sender, numbered) -> add(sql, sender, numbered));
    }

    private static void add(JdbcClient sql, AgencyId sender, List<Progress.Done> numbered) {
        var runs = new ArrayList<Run>();
        for (var one : numbered) {
            var number = one.number().getAsLong();
            runs.add(new Run(number, number, one.received()));
        }
        var lowest = runs.stream().mapToLong(Run::first).min().orElseThrow();
        var highest = runs.stream().mapToLong(Run::last).max().orElseThrow();
        var touched = touched(sql, sender, lowest, highest);
        if (touched.size() > RUNS_MAX) {
            return;
        }
        runs.addAll(touched);
        remove(sql, sender, touched);
        insert(sql, sender, joined(runs));
    }

    private static List<Run> joined(List<Run> runs) {
        var joined = new ArrayList<Run>();
        var sorted =
                runs.stream()
                        .sorted(Comparator.comparingLong(Run::first).thenComparing(Run::since))
                        .toList();
        for (var run : sorted) {
            if (!joined.isEmpty() && joined.getLast().reaches(run)) {
                joined.set(joined.size() - 1, joined.getLast().with(run));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static List<Run> touched(JdbcClient sql, AgencyId sender, long lowest, long highest) {
        return sql.sql(
                        """
                        SELECT first_number, last_number, since FROM feeds.number_run
                         WHERE sender = :sender AND last_number >= :lowest - 1 AND first_number <= :highest + 1
                         LIMIT :most
                        """)
                .param("sender", sender.value())
                .param("lowest", lowest)
                .param("highest", highest)
                .param("most", RUNS_MAX + 1)
                .query((row, _) ->
                        new Run(
                                row.getLong("first_number"),
                                row.getLong("last_number"),
                                row.getTimestamp("since").toInstant()))
                .list();
    }

    private static void remove(JdbcClient sql, AgencyId sender, List<Run> runs) {
        if (runs.isEmpty()) {
            return;
        }
        sql.sql(
                        """
                        DELETE FROM feeds.number_run n USING unnest(:firsts::bigint[]) AS f (first_number)
                         WHERE n.sender = :sender AND n.first_number = f.first_number
                        """)
                .param("sender", sender.value())
                .param("firsts", Columns.numbers(runs, Run::first))
                .update();
    }

    private static void insert(JdbcClient sql, AgencyId sender, List<Run> runs) {
        sql.sql(
                        """
                        INSERT INTO feeds.number_run (sender, first_number, last_number, since)
                        SELECT :sender, first_number, last_number, since::timestamptz
                          FROM unnest(:firsts::bigint[], :lasts::bigint[], :since::text[]) AS r (first_number, last_number, since)
                        """)
                .param("sender", sender.value())
                .param("firsts", Columns.numbers(runs, Run::first))
                .param("lasts", Columns.numbers(runs, Run::last))
                .param("since", Columns.texts(runs, run -> run.since().toString()))
                .update();
    }
}
