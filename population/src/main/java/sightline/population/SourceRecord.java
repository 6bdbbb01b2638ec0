package sightline.population;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * An agency's record together with the truth: one line of a linkage test.
 *
 * @param person whose record it is
 * @param dwelling which home its address means, present or past; empty where it has no address
 */
public record SourceRecord(AgencyRecord record, PersonId person, Optional<DwellingId> dwelling) {

    /** The header line of {@link #csv()}. */
    public static final String CSV_HEADER =
            "agency,local_id,forename,middle_names,surname,date_of_birth,sex,nhs,upn,pnc,crn,phone,"
                    + "email,unit,building,number,street,town,area,postcode,uprn,captured_on,dwelling,person";

    private static final List<String> SCHEMES =
            List.of("nhs", "upn", "pnc", "crn", "phone", "email");

    /** The record as a line of CSV; the true dwelling and person come last. */
    public String csv() {
        StringBuilder line = new StringBuilder(220);
        append(line, record.id().agencyId());
        append(line, record.id().localId());
        append(line, record.forename());
        append(line, record.middleNames());
        append(line, record.surname());
        append(line, record.dateOfBirth());
        append(line, record.sex());
        for (String scheme : SCHEMES) {
            append(line, record.identifiers().get(scheme));
        }
        address(line, record.address());
        append(line, record.capturedOn().toString());
        append(line, dwelling.map(d -> String.valueOf(d.value())).orElse(""));
        return line.append(person.value()).toString();
    }

    private static void address(StringBuilder line, @Nullable Address address) {
        if (address == null) {
            line.append(",,,,,,,,");
            return;
        }
        append(line, address.unit());
        append(line, address.building());
        append(line, address.number());
        append(line, address.street());
        append(line, address.town());
        append(line, address.area());
        append(line, address.postcode());
        append(line, address.uprn());
    }

    private static void append(StringBuilder line, @Nullable String value) {
        if (value != null) {
            line.append(value.replace(',', ' '));
        }
        line.append(',');
    }
}
