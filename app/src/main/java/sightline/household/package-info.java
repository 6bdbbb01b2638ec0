/**
 * A person's record as one reader may see it: what identity, the ledger and access say together.
 *
 * <p>{@link sightline.household.People} finds who is meant and whose record each is, before a
 * context is opened; {@link sightline.household.Reading} opens it, reads the neighbourhood through
 * row security, and writes what was shown into the journal, in one transaction.
 */
@NullMarked
package sightline.household;

import org.jspecify.annotations.NullMarked;
