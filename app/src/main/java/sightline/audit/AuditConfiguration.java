package sightline.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.time.Duration;

/** The journal of a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class AuditConfiguration {

    @Bean
    Journal journal(Secrets secrets) {
        return new Journal(secrets);
    }

    @Bean
    Recording recording(Transactions transactions, Journal journal) {
        return new Recording(transactions, journal);
    }

    @Bean
    Sequencer sequencer(Transactions transactions, Secrets secrets) {
        return new Sequencer(transactions, secrets);
    }

    @Bean
    AuditExport auditExport(Transactions transactions) {
        return new AuditExport(transactions);
    }

    @Bean
    Loop sequencerLoop(Sequencer sequencer) {
        return new Loop(
                "sequencing the journal",
                Duration.ofSeconds(1),
                () -> sequencer.run() == Sequencer.BATCH);
    }
}
