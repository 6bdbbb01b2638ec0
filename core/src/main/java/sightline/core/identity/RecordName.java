package sightline.core.identity;

import java.util.List;

/**
 * One name that a source record gives somebody.
 *
 * @param given forenames in order, as written; empty when none is known
 * @param family family name as written; blank when none is known
 */
public record RecordName(List<String> given, String family, Kind kind) {

    /** How a name is used. */
    public enum Kind {
        /** The name in use. */
        CURRENT,
        /** The name given at birth, or before marriage or adoption by step-parent. */
        BIRTH,
        /** Another name by which somebody is or was known. */
        ALIAS
    }

    public RecordName {
        given = List.copyOf(given);
    }

    @Override
    public String toString() {
        return "RecordName[redacted]";
    }
}
