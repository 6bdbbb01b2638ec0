package sightline.screening;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Transactions;

/** This room in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class ScreeningConfiguration {
    @Bean
    RuleKeeping ruleKeeping(Transactions transactions, Journal journal) {
        return new RuleKeeping(transactions, journal);
    }
}
