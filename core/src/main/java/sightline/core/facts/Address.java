package sightline.core.facts;

import sightline.core.kernel.Text;

import java.util.Optional;

/**
 * An address as a sender wrote it. {@code identity} decides which addresses are one place.
 *
 * @param line the address in one line, house before street before town
 * @param postcode as written
 * @param uprn unique property reference number, where sent
 * @param communal whether the sender marked it as shared by unrelated people (hostel, refuge, ward)
 */
public record Address(
        Text line, Optional<String> postcode, Optional<String> uprn, boolean communal) {
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Address that
                        && line.value().equals(that.line.value())
                        && postcode.equals(that.postcode)
                        && uprn.equals(that.uprn)
                        && communal == that.communal);
    }

    @Override
    public int hashCode() {
        return line.value().hashCode();
    }

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
