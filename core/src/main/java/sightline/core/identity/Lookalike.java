package sightline.core.identity;

import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

/**
 * Somebody's record that may be of the person who was described.
 *
 * @param person whose it is
 * @param certainty how sure the two descriptions alone make it that they are one person; never
 *     {@link Certainty#NOT_KNOWN}
 * @param weightTenths the evidence, in tenths of a bit
 */
public record Lookalike(
        SourceRecord record, PersonId person, Certainty certainty, int weightTenths) {}
