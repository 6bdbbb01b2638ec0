package sightline.core.identity;

import sightline.core.kernel.Uprn;

import java.util.Optional;

/**
 * An address as a sender wrote it.
 *
 * @param line house before street before town, with commas or line breaks or without
 * @param postcode where sent apart from the line
 * @param communal whether the sender marked it as shared by people who are no household
 */
public record WrittenAddress(
        String line, Optional<String> postcode, Optional<Uprn> uprn, boolean communal) {

    /** An address with its postcode apart. */
    public static WrittenAddress of(String line, String postcode) {
        return new WrittenAddress(line, Optional.of(postcode), Optional.empty(), false);
    }

    @Override
    public String toString() {
        return "WrittenAddress[redacted]";
    }
}
