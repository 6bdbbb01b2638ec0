package sightline.alerts;

import sightline.core.kernel.PersonId;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * That an alert, or what it grew by, was put before somebody, and what they did about it.
 *
 * @param recipient {@code AGENCY/ROLE}
 * @param manner {@code first}, {@code nobody-there} or {@code in-place}
 * @param findings the items of the findings that are theirs
 */
public record TellingRow(
        UUID id,
        String recipient,
        PersonId subject,
        String reference,
        String manner,
        Set<String> findings,
        Instant toldAt,
        Optional<Step> opened,
        Optional<Step> acknowledged) {

    /** A step, when and by whose account or system. */
    public record Step(Instant at, String by) {}

    public TellingRow {
        findings = Set.copyOf(findings);
    }

    @Override
    public String toString() {
        return "TellingRow[" + reference + ", " + recipient + ", " + manner + "]";
    }
}
