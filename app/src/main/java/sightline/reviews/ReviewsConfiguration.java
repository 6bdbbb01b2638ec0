package sightline.reviews;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.database.Transactions;

/** The room of a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class ReviewsConfiguration {

    @Bean
    Reviews reviews(Transactions transactions, Journal journal) {
        return new Reviews(transactions, journal);
    }

    @Bean
    Chronologies chronologies(Transactions transactions, Journal journal) {
        return new Chronologies(transactions, journal);
    }
}
