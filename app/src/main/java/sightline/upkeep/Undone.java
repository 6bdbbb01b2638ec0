package sightline.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.upkeep.SiteState;

import java.util.List;

/**
 * What the library was to do and has not done. The library, which stands below the watch, answers;
 * the watch asks, so that it is seen though the library itself stands.
 */
@FunctionalInterface
public interface Undone {
    /** Everything that is not done at the moment, as the job of the watch may read it. */
    List<SiteState.OfReview> in(JdbcClient sql);
}
