package sightline.library;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.upkeep.Undone;

import java.time.Duration;
import java.time.InstantSource;

/** This room in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class LibraryConfiguration {
    @Bean
    Library library(Transactions transactions) {
        return new Library(transactions, InstantSource.system());
    }

    @Bean
    PopulationEstimates populationEstimates(Transactions transactions) {
        return new PopulationEstimates(transactions);
    }

    @Bean
    Shelving shelving(Transactions transactions) {
        return new Shelving(transactions);
    }

    @Bean
    Loop nightlyProgress(
            Shelving shelving, Transactions transactions, PostgresDirectory directory) {
        Organisations organisations = new Organisations(transactions);
        InstantSource clock = InstantSource.system();
        return new Loop(
                "telling how far recommendations have come",
                Duration.ofMinutes(10),
                () -> {
                    shelving.night(clock.instant());
                    organisations.night(clock.instant(), directory.now());
                    return false;
                });
    }

    @Bean
    Publications publications(
            Transactions transactions,
            Secrets secrets,
            Journal journal,
            Shelving shelving,
            PostgresDirectory directory) {
        return new Publications(transactions, secrets, journal, shelving, directory::now);
    }

    @Bean
    AfterRelease afterRelease(
            Transactions transactions, Publications publications, Shelving shelving) {
        return new AfterRelease(transactions, publications, shelving);
    }

    /** What the watch sees of the library. */
    @Bean
    Undone undone() {
        return ShelfOrders::undone;
    }

    @Bean
    Loop finishing(Publications publications) {
        return finishing(publications, InstantSource.system());
    }

    static Loop finishing(Publications publications, InstantSource clock) {
        return new Loop(
                "finishing what was decided of places in the library",
                Duration.ofMinutes(1),
                () -> {
                    publications.finish(clock.instant());
                    return false;
                });
    }

    /** Compares every place in the library with what its review says: hourly, for it reads all. */
    @Bean
    Loop agreeing(AfterRelease afterRelease) {
        return agreeing(afterRelease, InstantSource.system());
    }

    static Loop agreeing(AfterRelease afterRelease, InstantSource clock) {
        return new Loop(
                "making the library and its reviews agree",
                Duration.ofHours(1),
                () -> {
                    afterRelease.settle(clock.instant());
                    return false;
                });
    }

    @Bean
    Redacting redacting(Secrets secrets, Publications publications) {
        return new Redacting(secrets, publications);
    }

    @Bean
    Reports reports(Library library, Shelving shelving) {
        return new Reports(library, shelving, InstantSource.system());
    }
}
