package sightline.access;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A user's account, as it stands now.
 *
 * @param name the user's own name, for pages that they or their colleagues see
 * @param roles the roles that hold now
 * @param teams the teams to which they belong
 */
public record Account(
        UserId id,
        AgencyId agency,
        Sensitive<String> name,
        Set<AccessRole> roles,
        Set<String> teams) {

    public Account {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** The purposes that one of the roles has. */
    public Set<Purpose> purposes() {
        return roles.stream()
                .flatMap(role -> role.purposes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
