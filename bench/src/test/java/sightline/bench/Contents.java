package sightline.bench;

import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertChanged;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.facts.Facts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What an installation holds, as lines that are equal wherever the same messages were taken in, at
 * whatever time and in whatever batches. What a doubt raised and its end took back is left out:
 * whose record was read first decides whether there ever was one.
 *
 * @param messages sender, id and how often it is kept, with what became of it
 * @param facts what was said, of whom
 * @param alerts which alerts there are, and who was told
 * @param duties which duties there are, and who owes them
 */
record Contents(
        List<String> messages, List<String> facts, List<String> alerts, List<String> duties) {
    private static final int PAGE = 2000;

    Contents {
        messages = List.copyOf(messages);
        facts = List.copyOf(facts);
        alerts = List.copyOf(alerts);
        duties = List.copyOf(duties);
    }

    static Contents of(Installation installation) {
        try (Installation.Owner owner = installation.owner()) {
            return new Contents(
                    lines(
                            owner,
                            """
                            SELECT concat_ws(' ', sender, message_id, count(*), min(state), max(state))
                              FROM feeds.receipt GROUP BY sender, message_id ORDER BY 1
                            """),
                    lines(
                            owner,
                            """
                            SELECT concat_ws(' ', message_key, ordinal, kind, subject_key, class, happened_from,
                                   happened_until, address_key, ARRAY(SELECT unnest(record_keys) ORDER BY 1))
                              FROM (TABLE facts.fact UNION ALL TABLE facts.sealed_fact
                                    UNION ALL TABLE facts.third_party_fact) f
                             WHERE sender <> 'sightline' ORDER BY 1
                            """),
                    lines(
                            owner,
                            """
                            SELECT concat_ws(' ', a.subject, a.reference, a.rule, a.state, a.certainty,
                                   ARRAY(SELECT t.recipient FROM alerts.told t WHERE t.subject = a.subject
                                            AND t.reference = a.reference AND t.what = 'alert' ORDER BY 1))
                              FROM alerts.alert a WHERE NOT (a.state = 'withdrawn' AND a.certainty = 'Possible')
                             ORDER BY 1
                            """),
                    lines(
                            owner,
                            """
                            SELECT concat_ws(' ', d.subject, regexp_replace(d.key, '[0-9T:.-]{16,}Z', 'T'),
                                   d.clock, d.state,
                                   ARRAY(SELECT t.recipient FROM alerts.told t WHERE t.subject = d.subject
                                            AND t.reference = d.key AND t.what = 'duty' ORDER BY 1))
                              FROM alerts.duty d ORDER BY 1
                            """));
        }
    }

    private static List<String> lines(Installation.Owner owner, String sql) {
        return owner.sql().sql(sql).query((row, _) -> row.getString(1)).list();
    }

    /** How many messages are kept. */
    static long kept(Installation installation) {
        return number(installation, "SELECT count(*) FROM feeds.receipt");
    }

    /** Waits until nothing is unread: the batch that reads a message says what follows. */
    static void awaitRead(Installation installation, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (number(installation, "SELECT count(*) FROM feeds.unread") > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("unread for " + patience);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** The ledger's positions that are missing or beyond its head. */
    static long gaps(Installation installation) {
        return number(
                installation,
                """
                SELECT abs((SELECT position FROM facts.head)
                  - (SELECT count(DISTINCT position) FROM (SELECT position FROM facts.fact
                       UNION ALL SELECT position FROM facts.sealed_fact
                       UNION ALL SELECT position FROM facts.third_party_fact) f))
                """);
    }

    /** Whose alert was said to be raised though it stood: twice, and not withdrawn in between. */
    static List<String> raisedTwice(Installation installation) {
        Facts facts = new Facts(installation.secrets());
        RaisedAlerts alerts = new RaisedAlerts();
        try (Database database = installation.open()) {
            Transactions transactions = new Transactions(database);
            long[] position = {0};
            boolean more = true;
            while (more) {
                List<Fact> page =
                        transactions.asJob(
                                JobName.PIPELINE, sql -> facts.in(sql).after(position[0], PAGE));
                for (Fact fact : page) {
                    if (fact.body() instanceof AlertChanged changed) {
                        alerts.changed(fact.subject().orElseThrow(), changed);
                    }
                    position[0] = fact.position();
                }
                more = page.size() == PAGE;
            }
        }
        return alerts.twice();
    }

    private static long number(Installation installation, String sql) {
        try (Installation.Owner owner = installation.owner()) {
            return owner.sql().sql(sql).query(Long.class).single();
        }
    }
}
