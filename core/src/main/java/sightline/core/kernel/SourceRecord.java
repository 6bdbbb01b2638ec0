package sightline.core.kernel;

import java.util.Comparator;

/**
 * One agency's record of somebody. Every fact hangs on a source record, never on the person whom
 * identity makes of several: joining and separating people then moves no fact.
 *
 * @param localId the agency's own id of the record, at most 128 characters; printed in evidence and
 *     logs, so a sender uses its case number here and never a national number or a name
 */
public record SourceRecord(AgencyId agency, String localId) implements Comparable<SourceRecord> {
    private static final Comparator<SourceRecord> ORDER =
            Comparator.comparing(SourceRecord::agency).thenComparing(SourceRecord::localId);

    public SourceRecord {
        Token.require(localId, "local id");
    }

    /** The form {@code agency:local-id}. */
    public String text() {
        return agency.value() + ":" + localId;
    }

    /**
     * Reads {@link #text()}. The agency ends at the first colon; the rest is its own.
     *
     * @throws IllegalArgumentException if the text has no colon or either part is malformed
     */
    public static SourceRecord parse(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "This source record has no colon.\nWrite 'agency:local-id'.");
        }
        return new SourceRecord(new AgencyId(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public int compareTo(SourceRecord other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof SourceRecord that
                        && localId.equals(that.localId)
                        && agency.equals(that.agency));
    }

    @Override
    public int hashCode() {
        return 31 * agency.hashCode() + localId.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
