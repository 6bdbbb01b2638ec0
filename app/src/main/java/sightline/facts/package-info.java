/**
 * The ledger in PostgreSQL: facts with gap-free positions, bodies sealed under their record's key.
 *
 * <p>{@link sightline.facts.PostgresLedger} passes the same contract test as the one in memory;
 * messages become facts in {@code wire}.
 */
@NullMarked
package sightline.facts;

import org.jspecify.annotations.NullMarked;
