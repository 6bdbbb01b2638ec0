package sightline.core.identity;

import sightline.core.identity.Prepared.Name;
import sightline.core.kernel.PartialDate;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The keys under which a record is found by the records that it should be compared with. */
public final class BlockingKeys {
    /** More records than this under one identifier are no longer one person's. */
    public static final int IDENTIFIER_LIMIT = 200;

    /** More records than this under one key of names, dates or contacts say too little. */
    public static final int DETAIL_LIMIT = 60;

    private final Set<BlockingKey> keys = new TreeSet<>();
    private final int detailLimit;

    private BlockingKeys(int detailLimit) {
        this.detailLimit = detailLimit;
    }

    /** The keys of a record, with the limits of the frozen model. */
    public static Set<BlockingKey> of(RecordDetails details) {
        return of(details, DETAIL_LIMIT);
    }

    /** The keys of a record, left out when more than {@code detailLimit} records share them. */
    static Set<BlockingKey> of(RecordDetails details, int detailLimit) {
        return of(details, detailLimit, SameMothers.UNDECIDED);
    }

    /** The same, with a key for each record of the mother that persons decided to be hers. */
    static Set<BlockingKey> of(RecordDetails details, int detailLimit, SameMothers mothers) {
        return of(Prepared.of(details, mothers), detailLimit);
    }

    static Set<BlockingKey> of(Prepared prepared, int detailLimit) {
        var keys = new BlockingKeys(detailLimit);
        keys.addAll(prepared);
        return Set.copyOf(keys.keys);
    }

    static BlockingKey phone(String number, int detailLimit) {
        return new BlockingKey("phone|" + number, detailLimit);
    }

    static BlockingKey email(String address, int detailLimit) {
        return new BlockingKey("email|" + address, detailLimit);
    }

    private void addAll(Prepared record) {
        record.nhsNumbers().forEach(number -> identifier("id", number));
        record.otherNumbers().forEach(number -> identifier("id", number));
        record.motherNumbers().forEach(number -> identifier("mother", number));
        record.motherRecords().forEach(mother -> identifier("mother", mother.text()));
        record.motherNames().forEach(mother -> detail("mother-named", mother));
        record.contacts(detailLimit).forEach(keys::add);
        for (var name : record.names()) {
            for (var birth : record.births()) {
                nameAndBirth(name, birth);
            }
            for (var postcode : record.postcodes()) {
                nameAndPostcode(name, postcode);
            }
        }
        for (var postcode : record.postcodes()) {
            record.births().forEach(birth -> detail("at", postcode, day(birth)));
            record.expected().forEach(due -> detail("due", postcode, due.getYear()));
        }
    }

    private void nameAndBirth(Name name, PartialDate birth) {
        var year = birth.earliest().getYear();
        if (birth instanceof PartialDate.Day && !name.family().isEmpty()) {
            detail("family-born", NameForms.sound(name.family()), day(birth));
            name.familyParts()
                    .forEach(part -> detail("family-born", NameForms.sound(part), day(birth)));
        }
        if (!name.hasGiven()) {
            return;
        }
        for (var form : NameTables.fullForms(name.firstGiven())) {
            if (birth instanceof PartialDate.Day(LocalDate date)) {
                detail("given-born", form, day(birth));
                if (!name.family().isEmpty()) {
                    // Finds a year that is written wrongly.
                    detail(
                            "birthday",
                            name.family(),
                            form,
                            date.getMonthValue(),
                            date.getDayOfMonth());
                }
            }
            if (!name.family().isEmpty()) {
                detail("named", NameForms.sound(name.family()), form, year);
            }
        }
        if (birth instanceof PartialDate.Day && !name.family().isEmpty()) {
            // Finds forename and family name that stand in each other's place.
            detail("given-born", name.family(), day(birth));
        }
    }

    private void nameAndPostcode(Name name, String postcode) {
        var given = name.hasGiven() ? name.firstGiven().substring(0, 1) : "";
        var family = name.family().isEmpty() ? "" : name.family().substring(0, 1);
        detail("near", postcode, given, family);
    }

    /** A day so that day and month may be swapped; less precise dates as they are. */
    private static String day(PartialDate birth) {
        return switch (birth) {
            case PartialDate.Day(LocalDate date) -> {
                var low = Math.min(date.getMonthValue(), date.getDayOfMonth());
                var high = Math.max(date.getMonthValue(), date.getDayOfMonth());
                yield date.getYear() + "-" + low + "-" + high;
            }
            case PartialDate.Month _, PartialDate.Year _ -> birth.text();
        };
    }

    private void identifier(String kind, Prepared.IssuedNumber number) {
        identifier(kind, number.type().slug() + "|" + number.key());
    }

    private void identifier(String kind, String value) {
        keys.add(new BlockingKey(kind + "|" + value, IDENTIFIER_LIMIT));
    }

    private void detail(String kind, Object... parts) {
        var value = new StringBuilder(kind);
        for (var part : parts) {
            value.append('|').append(part);
        }
        keys.add(new BlockingKey(value.toString(), detailLimit));
    }
}
