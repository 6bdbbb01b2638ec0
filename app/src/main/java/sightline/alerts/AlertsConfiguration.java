package sightline.alerts;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import sightline.access.DualControl;
import sightline.access.Seals;
import sightline.audit.Journal;
import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.feeds.FeedHealths;
import sightline.feeds.Quarantine;
import sightline.household.Reading;
import sightline.identity.Deciding;
import sightline.identity.Identities;

import java.time.Duration;
import java.time.InstantSource;

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

    @Bean
    DutyReading dutyReading(Transactions transactions, ChildReading children, Reading reading) {
        return new DutyReading(transactions, children, reading);
    }

    @Bean
    OwedToUs owedToUs(Transactions transactions, Reading reading) {
        return new OwedToUs(transactions, reading);
    }

    @Bean
    LateDuties lateDuties(Transactions transactions, Journal journal) {
        return new LateDuties(transactions, journal);
    }

    @Bean
    AgencyAlerts agencyAlerts(Transactions transactions) {
        return new AgencyAlerts(transactions);
    }

    @Bean
    CallbackKey callbackKey(Secrets secrets) {
        return CallbackKey.of(secrets);
    }

    @Bean
    Courier courier(
            Transactions transactions,
            PostgresDirectory directory,
            CallbackKey key,
            CarrierSettings settings) {
        return new Courier(
                transactions, directory::now, settings.carriers(key), InstantSource.system());
    }

    @Bean
    CarrierSettings carrierSettings(Environment environment) {
        return new CarrierSettings(environment);
    }

    @Bean
    Loop courierLoop(Courier courier) {
        return new Loop(
                "sending what waits",
                Duration.ofSeconds(1),
                () -> {
                    courier.run();
                    return false;
                });
    }

    @Bean
    SeparatedRecords separatedRecords(
            Transactions transactions, Identities identities, Journal journal) {
        return new SeparatedRecords(transactions, identities, journal);
    }

    @Bean
    HeldRecords heldRecords(Transactions transactions, Identities identities, Journal journal) {
        return new HeldRecords(transactions, identities, journal);
    }

    @Bean
    MatchReview matchReview(
            Transactions transactions,
            Reading reading,
            Identities identities,
            Journal journal,
            Seals seals,
            DualControl twoPeople,
            Deciding deciding) {
        return new MatchReview(
                transactions, reading, identities, journal, seals, twoPeople, deciding);
    }
}
