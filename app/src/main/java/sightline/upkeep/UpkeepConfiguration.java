package sightline.upkeep;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.core.upkeep.SiteChange;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteLimits;
import sightline.database.Loop;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.feeds.FeedHealths;
import sightline.feeds.Pauses;

import java.time.Duration;
import java.time.InstantSource;

/** This room in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class UpkeepConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepConfiguration.class);

    @Bean
    SiteDuties siteDuties(Transactions transactions, Journal journal) {
        return new SiteDuties(transactions, journal);
    }

    @Bean
    DirectoryKeeping directoryKeeping(
            Transactions transactions, PostgresDirectory directory, Journal journal) {
        return new DirectoryKeeping(transactions, directory, journal);
    }

    @Bean
    SiteWatch siteWatch(
            Transactions transactions,
            FeedHealths feeds,
            Pauses pauses,
            PostgresDirectory directory,
            Undone undone) {
        return new SiteWatch(
                        transactions,
                        feeds,
                        pauses,
                        directory::now,
                        new SiteClocks(SiteLimits.DEFAULT))
                .seeing(undone);
    }

    @Bean
    Loop siteWatchLoop(SiteWatch watch) {
        InstantSource clock = InstantSource.system();
        return new Loop(
                "looking at the sources",
                Duration.ofSeconds(10),
                () -> {
                    watch.look(clock.instant()).forEach(UpkeepConfiguration::say);
                    return false;
                });
    }

    private static void say(SiteChange change) {
        LOG.info(
                "site duty {}: {} on rung {}", change.duty(), change.what().slug(), change.level());
    }
}
