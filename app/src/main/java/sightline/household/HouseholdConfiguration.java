package sightline.household;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.access.EmergencyAccess;
import sightline.audit.Journal;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.identity.Identities;

/** The room of a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class HouseholdConfiguration {

    @Bean
    People people(Transactions transactions, Secrets secrets) {
        return new People(transactions, new Identities(secrets, new Facts(secrets)));
    }

    @Bean
    Search search(Transactions transactions, People people, Secrets secrets, Journal journal) {
        return new Search(transactions, people, new Facts(secrets), journal);
    }

    @Bean
    Openness openness(Transactions transactions, People people, Secrets secrets) {
        return new Openness(transactions, people, new Facts(secrets));
    }

    @Bean
    Pictures pictures(Reading reading, Secrets secrets) {
        return new Pictures(reading, new Facts(secrets));
    }

    @Bean
    Emergencies emergencies(
            Transactions transactions, People people, EmergencyAccess access, Journal journal) {
        return new Emergencies(transactions, people, access, journal);
    }

    @Bean
    Reading reading(Transactions transactions, People people, Secrets secrets, Journal journal) {
        return new Reading(transactions, people, new Facts(secrets), journal);
    }
}
