package sightline.feeds;

import sightline.core.kernel.AgencyId;

import java.time.Instant;

/**
 * Messages about somebody that wait in quarantine.
 *
 * @param since when the first of them came in
 */
public record NotYetReadable(AgencyId sender, long count, Instant since) {}
