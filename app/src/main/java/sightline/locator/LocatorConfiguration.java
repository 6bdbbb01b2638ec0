package sightline.locator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.identity.Identities;

import java.time.Duration;
import java.time.InstantSource;

/** This room in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class LocatorConfiguration {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Peers peers(Transactions transactions, Secrets secrets) {
        return new Peers(transactions, secrets);
    }

    @Bean
    Answering answering(
            Transactions transactions,
            Peers peers,
            Secrets secrets,
            Identities identities,
            PostgresDirectory directory,
            Journal journal) {
        return new Answering(
                transactions,
                peers,
                LocatorKey.of(secrets),
                identities,
                directory::now,
                journal,
                InstantSource.system());
    }

    @Bean
    Loop askingLoop(
            Transactions transactions,
            Peers peers,
            Secrets secrets,
            Identities identities,
            Journal journal) {
        var asking =
                new Asking(
                        transactions,
                        peers,
                        LocatorKey.of(secrets),
                        identities,
                        journal,
                        WAIT,
                        InstantSource.system());
        return new Loop("asking other installations", PAUSE, asking::run);
    }
}
