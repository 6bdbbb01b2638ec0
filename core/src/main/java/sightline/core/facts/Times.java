package sightline.core.facts;

import sightline.core.kernel.When;

import java.time.Instant;

/**
 * The three times of a fact.
 *
 * @param happened when it was so, as precisely as the source knows
 * @param recorded when the source wrote it down
 * @param received when it reached Sightline, by the database's clock (in a replay: the replay's)
 */
public record Times(When happened, Instant recorded, Instant received) {}
