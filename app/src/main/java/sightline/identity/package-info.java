/**
 * Which source records are one person, and which addresses one place, as the facts arrive.
 *
 * <p>{@link sightline.identity.Identities} is the way in: within a transaction it gives the {@link
 * sightline.identity.IdentityStore}, which takes facts and persons' decisions into account and
 * answers every question of {@code KnownFacts}. The comparisons themselves are {@code
 * sightline.core.identity}; this room stores what they need, set by set, in PostgreSQL.
 */
@NullMarked
package sightline.identity;

import org.jspecify.annotations.NullMarked;
