package sightline.register;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Entries;
import sightline.household.People;
import sightline.household.Reading;
import sightline.identity.Identities;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What pages read of this room, and who checks and sends uploaded files, in a server that has a
 * database.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class RegisterConfiguration {

    @Bean
    RegisterReading registerReading(Transactions transactions, Reading reading) {
        return new RegisterReading(transactions, reading);
    }

    @Bean
    ImportFiles registerImportFiles(Secrets secrets, PostgresDirectory directory) {
        return new ImportFiles(new ImportSeal(secrets), directory::now);
    }

    @Bean
    Imports registerImports(Transactions transactions, Journal journal, ImportFiles files) {
        return new Imports(transactions, journal, files);
    }

    @Bean
    OffenceListKeeping registerOffenceLists(Transactions transactions, Journal journal) {
        return new OffenceListKeeping(transactions, journal);
    }

    @Bean
    Exports registerExports(
            Transactions transactions,
            Journal journal,
            People people,
            PostgresDirectory directory) {
        return new Exports(transactions, journal, people, directory::now);
    }

    @Bean
    ImportWorker registerImportWorker(
            Transactions transactions, Secrets secrets, Entries entries, ImportFiles files) {
        return new ImportWorker(
                transactions,
                entries,
                files,
                new OnRegister(transactions, new Identities(secrets, new Facts(secrets))),
                InstantSource.system());
    }

    @Bean
    Loop registerImportLoop(ImportWorker worker) {
        return new Loop("working on uploaded registers", Duration.ofMillis(500), worker::run);
    }

    @Bean
    Loop registerImportForgetting(ImportWorker worker) {
        return new Loop(
                "forgetting old uploads",
                Duration.ofHours(6),
                () -> {
                    worker.forgetOld();
                    return false;
                });
    }
}
