package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one agency has written down about somebody, errors included. Who it is stands in {@link
 * Truth} only.
 *
 * @param dateOfBirth {@code 2019-04-30}, or empty
 * @param sex {@code female}, {@code male} or empty
 * @param identifiers by scheme: {@code nhs}, {@code upn}, {@code pnc}, {@code crn}, {@code phone},
 *     {@code email}; only those that the agency has
 * @param address the address that the agency has, which may be an old one
 * @param capturedOn the day on which the agency last took these details down
 */
public record AgencyRecord(
        RecordId id,
        String forename,
        String middleNames,
        String surname,
        String dateOfBirth,
        String sex,
        Map<String, String> identifiers,
        @Nullable Address address,
        LocalDate capturedOn) {

    public AgencyRecord {
        identifiers = Map.copyOf(identifiers);
    }
}
