package sightline.alerts;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Transactions;
import sightline.feeds.FeedHealths;
import sightline.feeds.Quarantine;
import sightline.household.Reading;

/** What pages read of this room, in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class AlertsConfiguration {

    @Bean
    WorkList workList(Transactions transactions, Reading reading) {
        return new WorkList(transactions, reading);
    }

    @Bean
    ChildReading childReading(
            Transactions transactions,
            Reading reading,
            FeedHealths feeds,
            Quarantine quarantine,
            Journal journal) {
        return new ChildReading(transactions, reading, feeds, quarantine, journal);
    }
}
