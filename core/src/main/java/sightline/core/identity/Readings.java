package sightline.core.identity;

import sightline.core.kernel.SourceRecord;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Details in the form in which they are compared, each read once while one batch is looked at. */
final class Readings {
    private final IdentityIndex index;
    private final Map<SourceRecord, Read> read = new HashMap<>();

    private record Read(RecordDetails details, Prepared prepared) {}

    Readings(IdentityIndex index) {
        this.index = index;
    }

    /** With all records of each mother that persons decided by now to be hers. */
    Map<SourceRecord, Prepared> of(Map<SourceRecord, RecordDetails> details) {
        var prepared = new TreeMap<SourceRecord, Prepared>();
        var mothers = SameMothers.of(details.values(), index);
        details.forEach((record, detail) -> prepared.put(record, of(detail, mothers)));
        return prepared;
    }

    private Prepared of(RecordDetails details, SameMothers mothers) {
        var known = read.get(details.record());
        if (known != null
                && known.details.equals(details)
                && known.prepared.motherRecords().equals(mothersOf(details, mothers))) {
            return known.prepared;
        }
        var prepared = Prepared.of(details, mothers);
        read.put(details.record(), new Read(details, prepared));
        return prepared;
    }

    private static Set<SourceRecord> mothersOf(RecordDetails details, SameMothers mothers) {
        return details.mother()
                .flatMap(RecordDetails.Mother::record)
                .map(mothers::recordsOf)
                .orElse(Set.of());
    }
}
