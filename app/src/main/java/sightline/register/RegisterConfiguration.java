package sightline.register;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.database.Transactions;
import sightline.household.Reading;

/** What pages read of this room, in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class RegisterConfiguration {

    @Bean
    RegisterReading registerReading(Transactions transactions, Reading reading) {
        return new RegisterReading(transactions, reading);
    }
}
