package sightline.upkeep;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.audit.Journal;
import sightline.core.upkeep.SiteClocks;
import sightline.core.upkeep.SiteLimits;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.feeds.FeedHealths;
import sightline.feeds.Pauses;

import java.time.InstantSource;

/** This room in a server that has a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class UpkeepConfiguration {

    @Bean
    SiteDuties siteDuties(Transactions transactions, Journal journal) {
        return new SiteDuties(transactions, journal);
    }

    @Bean
    SiteWatch siteWatch(
            Transactions transactions,
            FeedHealths feeds,
            Pauses pauses,
            PostgresDirectory directory) {
        return new SiteWatch(
                transactions, feeds, pauses, directory::now, new SiteClocks(SiteLimits.DEFAULT));
    }

    @Bean
    SiteWatchLoop siteWatchLoop(SiteWatch watch) {
        return new SiteWatchLoop(watch, InstantSource.system());
    }
}
