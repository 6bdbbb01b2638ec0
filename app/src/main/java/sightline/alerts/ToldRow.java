package sightline.alerts;

import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody was told of an alert or owes a duty.
 *
 * @param recipient {@code AGENCY/ROLE}
 * @param reference an alert's reference or a duty's key
 * @param what {@code alert}, {@code duty} or {@code rung}
 * @param openedBy the account of whoever opened it
 */
public record ToldRow(
        String recipient,
        PersonId subject,
        String reference,
        String what,
        Instant since,
        Optional<Instant> openedAt,
        Optional<String> openedBy,
        Optional<Instant> acknowledgedAt) {}
