package sightline.alerts;

import org.junit.jupiter.api.AfterEach;

import sightline.core.alerts.Deliveries;
import sightline.core.alerts.ToldAlerts;
import sightline.core.alerts.ToldAlertsContract;
import sightline.core.alerts.Ways;
import sightline.core.directory.ContactRoute.Channel;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.TestDatabase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The tables do what every keeper does; each call in a transaction of its own. */
final class PostgresToldAlertsTest extends ToldAlertsContract {
    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ToldAlerts told() {
        return new Told();
    }

    @Override
    protected Deliveries deliveries() {
        return new Queue();
    }

    @Override
    protected void sees(UUID telling, AlertSeen.Step step, String by, Instant at) {
        database.owner()
                .sql(
                        """
                        INSERT INTO alerts.seen (telling_id, step, way, by_whom, at)
                        VALUES (:id, :step, 'work-list', :by, :at::timestamptz) ON CONFLICT DO NOTHING
                        """)
                .param("id", telling)
                .param("step", Codes.kebab(step))
                .param("by", by)
                .param("at", at.toString())
                .update();
    }

    @Override
    protected void ended(UUID telling, Channel channel, boolean sent) {
        database.owner()
                .sql(
                        """
                        UPDATE alerts.delivery SET state = :state WHERE telling_id = :id AND channel = :channel
                        """)
                .param("state", sent ? "sent" : "dead")
                .param("id", telling)
                .param("channel", channel.slug())
                .update();
    }

    private final class Told implements ToldAlerts {
        @Override
        public void keep(Collection<Fact> facts, Map<SourceRecord, PersonId> subjects) {
            database.transactions()
                    .asJob(
                            JobName.PIPELINE,
                            sql -> {
                                new TellingStore(sql).keep(facts, subjects);
                                return facts.size();
                            });
        }

        @Override
        public List<Seen> take(int most) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> new TellingStore(sql).take(most));
        }
    }

    private final class Queue implements Deliveries {
        private final List<Consumer<DeliveryQueue>> added = new ArrayList<>();

        @Override
        public void add(Optional<UUID> telling, String what, Ways ways, boolean urgent) {
            added.add(queue -> queue.add(telling, what, ways, urgent));
        }

        @Override
        public void keep(Instant now) {
            database.transactions()
                    .asJob(
                            JobName.PIPELINE,
                            sql -> {
                                var queue = new DeliveryQueue(sql);
                                added.forEach(a -> a.accept(queue));
                                queue.keep(now);
                                return added.size();
                            });
        }

        @Override
        public List<Finished> finished(int most) {
            return database.transactions()
                    .asJob(JobName.PIPELINE, sql -> new DeliveryQueue(sql).finished(most));
        }
    }
}
