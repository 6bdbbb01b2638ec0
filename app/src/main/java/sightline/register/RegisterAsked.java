package sightline.register;

import sightline.core.kernel.AgencyId;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the list: which lines, whose, as of which day.
 *
 * @param keepers the agencies that answer; nothing for all
 * @param mine the reader's own agencies
 * @param today the day by which a visit is overdue
 */
public record RegisterAsked(
        RegisterShow show, Optional<Set<AgencyId>> keepers, Set<String> mine, LocalDate today) {
    public RegisterAsked {
        keepers = keepers.map(Set::copyOf);
        mine = Set.copyOf(mine);
    }
}
