package sightline.directory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.database.Transactions;

/** The room's bean, where a database is opened. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class DirectoryConfiguration {

    @Bean
    PostgresDirectory postgresDirectory(Transactions transactions) {
        return new PostgresDirectory(transactions);
    }
}
