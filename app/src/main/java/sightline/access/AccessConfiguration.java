package sightline.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.database.Secrets;
import sightline.database.Transactions;

import java.time.Duration;
import java.time.InstantSource;

/** The access room of a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class AccessConfiguration {

    @Bean
    Accounts accounts(Transactions transactions, Secrets secrets) {
        return new Accounts(transactions, secrets);
    }

    @Bean
    Relationships relationships() {
        return new Relationships();
    }

    @Bean
    Conflicts conflicts() {
        return new Conflicts();
    }

    @Bean
    Seals seals() {
        return new Seals();
    }

    @Bean
    Decisions decisions(Transactions transactions) {
        return new Decisions(transactions);
    }

    @Bean
    EmergencyAccess emergencyAccess() {
        return new EmergencyAccess();
    }

    @Bean
    DualControl dualControl() {
        return new DualControl();
    }

    @Bean
    DatabaseSessions databaseSessions(
            Transactions transactions,
            Secrets secrets,
            @Value("${server.servlet.session.timeout:30m}") Duration idle) {
        return new DatabaseSessions(transactions, secrets, idle, InstantSource.system());
    }
}
