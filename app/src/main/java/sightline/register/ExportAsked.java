package sightline.register;

import sightline.core.kernel.AreaId;
import sightline.core.register.State;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody wants to export, and why.
 *
 * @param area of the agency that answers; none for every one that the keeper may see
 */
public record ExportAsked(
        String purpose,
        String recipient,
        Optional<AreaId> area,
        Set<State> states,
        List<ExportColumn> columns) {
    public ExportAsked {
        states = Set.copyOf(states);
        columns = List.copyOf(columns);
    }

    /** The canonical text to which an approval is bound. */
    String exactly(String id, String digest) {
        return String.join(
                "|",
                "register export",
                id,
                purpose,
                recipient,
                area.map(AreaId::value).orElse(""),
                new TreeSet<>(states).toString(),
                columns.toString(),
                digest);
    }
}
