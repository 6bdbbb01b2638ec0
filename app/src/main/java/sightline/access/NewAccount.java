package sightline.access;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;

import java.util.Set;

/**
 * An account to be made.
 *
 * @param signInName what the user types to sign in; case does not matter
 * @param password at least {@value Accounts#MIN_PASSWORD} characters
 * @param grantedBy who grants the roles; never the user
 */
public record NewAccount(
        UserId id,
        String signInName,
        AgencyId agency,
        Sensitive<String> name,
        Sensitive<String> password,
        Set<AccessRole> roles,
        Set<String> teams,
        UserId grantedBy) {

    public NewAccount {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        Accounts.requireLongEnough(password);
        if (grantedBy.equals(id)) {
            throw new IllegalArgumentException(
                    "Nobody grants roles to themselves.\nLet another person do it.");
        }
    }
}
