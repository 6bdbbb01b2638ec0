package sightline.feeds;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.time.Duration;

/** The room's beans, for whoever brings a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class FeedsConfiguration {

    @Bean
    Intake intake(Transactions transactions, Secrets secrets) {
        return Intake.of(transactions, secrets);
    }

    @Bean
    Entries entries(Intake intake) {
        return new Entries(intake);
    }

    @Bean
    Drafts drafts(Transactions transactions, Secrets secrets) {
        return new Drafts(transactions, secrets);
    }

    @Bean
    Loop draftsEnd(Drafts drafts) {
        return new Loop(
                "ending drafts of a week ago",
                Duration.ofHours(1),
                () -> {
                    drafts.endExpired();
                    return false;
                });
    }

    @Bean
    Unread unread(Secrets secrets) {
        return new Unread(secrets);
    }

    @Bean
    Quarantine quarantine(Transactions transactions) {
        return new Quarantine(transactions);
    }

    @Bean
    Senders senders(Transactions transactions) {
        return new Senders(transactions);
    }

    @Bean(destroyMethod = "flush")
    SenderGate senderGate(Transactions transactions) {
        return new SenderGate(transactions);
    }

    @Bean
    Refusals refusals(Transactions transactions) {
        return new Refusals(transactions);
    }

    @Bean
    Pauses pauses(Transactions transactions) {
        return new Pauses(transactions, BreakerLimits.DEFAULT);
    }

    @Bean
    FeedHealths feedHealths() {
        return new FeedHealths();
    }

    @Bean
    FeedReading feedReading(
            Transactions transactions,
            FeedHealths healths,
            Quarantine quarantine,
            Journal journal) {
        return new FeedReading(transactions, healths, quarantine, journal);
    }

    @Bean
    Erasure feedErasure() {
        return new Erasure();
    }
}
