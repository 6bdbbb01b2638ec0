package sightline.core.classification;

import java.time.LocalDate;
import java.util.List;

/**
 * The definition of domestic violence or abuse in force on a day, as dated data: an incident is
 * judged by the definition of its own day.
 *
 * @param from its first day
 * @param minimumAge how old both must be
 * @param source where it stands
 */
public record DomesticDefinition(LocalDate from, int minimumAge, String source) {
    private static final List<DomesticDefinition> ALL =
            List.of(
                    new DomesticDefinition(
                            LocalDate.MIN,
                            18,
                            "government definition before 31 March 2013 (not confirmed)"),
                    new DomesticDefinition(
                            LocalDate.of(2013, 3, 31),
                            16,
                            "government definition announced in September 2012"),
                    new DomesticDefinition(
                            LocalDate.of(2021, 10, 1), 16, "Domestic Abuse Act 2021 section 1"));

    /** The one in force on that day. */
    public static DomesticDefinition on(LocalDate day) {
        return ALL.stream()
                .filter(d -> !d.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
