package sightline.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Opens the database of a server: the one at {@code sightline.database-url}, or where there is
 * none, the embedded one in {@code sightline.data}. Without {@code sightline.data} nothing is
 * opened, and whoever starts the application brings {@link Transactions} of their own.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnProperty("sightline.data")
    Secrets secrets(@Value("${sightline.data}") Path data) {
        return Secrets.in(data.resolve("keys"));
    }

    @Bean
    @ConditionalOnProperty("sightline.data")
    Database database(
            Secrets secrets,
            @Value("${sightline.data}") Path data,
            @Value("${sightline.database-url:}") String url) {
        return url.isBlank()
                ? Database.embedded(data.resolve("database"), secrets)
                : Database.openDurable(url, secrets);
    }

    @Bean
    @ConditionalOnProperty("sightline.data")
    Transactions transactions(Database database) {
        return new Transactions(database);
    }

    @Bean
    @ConditionalOnProperty("sightline.data")
    Loop contextSweep(Transactions transactions) {
        return new Loop(
                "clearing away finished contexts",
                Duration.ofMinutes(10),
                () -> {
                    transactions.sweepContexts();
                    return false;
                });
    }
}
