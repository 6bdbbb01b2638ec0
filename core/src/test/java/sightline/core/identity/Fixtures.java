package sightline.core.identity;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.SourceRecord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Invented records and decisions in few words. */
public final class Fixtures {
    /** The key with which tests name people. */
    public static final PersonIds IDS =
            new PersonIds("a key for tests only".getBytes(StandardCharsets.UTF_8));

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private Fixtures() {}

    /** A record from {@code agency:local-id}. */
    public static SourceRecord record(String text) {
        return SourceRecord.parse(text);
    }

    /** Details to be added to. */
    public static RecordDetails.Builder at(String agency, String localId) {
        return RecordDetails.about(new SourceRecord(new AgencyId(agency), localId));
    }

    /** A date of birth as precise as written. */
    public static PartialDate date(String text) {
        return PartialDate.parse(text);
    }

    /** A valid NHS number of the range for tests, made from nine digits' last six. */
    public static Identifier nhs(int serial) {
        for (var digits = 999_000_000 + serial * 7 % 900_000; ; digits++) {
            var check = nhsCheck(digits);
            if (check < 10) {
                return Identifier.parse(IdentifierType.NHS, digits + "" + check).orThrow();
            }
        }
    }

    /** A probation number. */
    public static Identifier crn(int serial) {
        return Identifier.parse(IdentifierType.CRN, "X%06d".formatted(serial)).orThrow();
    }

    /** An address with its postcode in the line. */
    public static PlaceKey place(String line) {
        return PlaceKey.parse(line);
    }

    static Period always() {
        return Period.always();
    }

    /** A mother known by her record at the same agency. */
    static RecordDetails.Mother mother(String record) {
        return new RecordDetails.Mother(Optional.of(record(record)), java.util.List.of());
    }

    static Optional<LocalDate> due(String date) {
        return Optional.of(LocalDate.parse(date));
    }

    /** A decision made so many days after a Monday. */
    public static Decision decided(
            RecordDetails a, Verdict verdict, RecordDetails b, int daysLater) {
        return new Decision(
                a.record(),
                b.record(),
                verdict,
                "worker-7",
                MONDAY.plusSeconds(daysLater * 86_400L));
    }

    private static int nhsCheck(int digits) {
        var sum = 0;
        var rest = digits;
        for (var weight = 2; weight <= 10; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return (11 - sum % 11) % 11;
    }
}
