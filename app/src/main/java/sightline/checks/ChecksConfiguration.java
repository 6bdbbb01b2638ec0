package sightline.checks;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.core.alerts.Derivation;
import sightline.core.checks.TouchpointPack;
import sightline.core.duties.Clocks;
import sightline.core.screening.Catalogue;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.identity.Identities;

import java.time.InstantSource;

/** The room of a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class ChecksConfiguration {

    @Bean
    Checks checks(
            Transactions transactions,
            Secrets secrets,
            PostgresDirectory directory,
            Journal journal) {
        Facts facts = new Facts(secrets);
        return new Checks(
                transactions,
                facts,
                new Identities(secrets, facts),
                directory::now,
                new Derivation(Catalogue.screening(), Clocks.shipped()),
                TouchpointPack.shipped(),
                journal,
                new LocalIds(secrets),
                InstantSource.system());
    }
}
