package sightline.access;

import sightline.core.kernel.AgencyId;
import sightline.database.Claims;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who reads, for which agency, in which roles and why. Made from a signed-in session, from nothing
 * else.
 *
 * @param session the session's id
 * @param user the account
 * @param agencyId the agency for which they read
 * @param agencies that agency, and the closed ones whose work it has
 * @param accessRoles what the account may come to see at most
 * @param teams the teams to which the reader belongs
 * @param posts what is addressed to the reader: post ids, and {@code AGENCY/ROLE} for each post
 *     held
 * @param reason why they read
 */
public record ReaderContext(
        String session,
        UserId user,
        AgencyId agencyId,
        Set<String> agencies,
        Set<AccessRole> accessRoles,
        Set<String> teams,
        Set<String> posts,
        Purpose reason)
        implements Claims {

    public ReaderContext {
        agencies = Set.copyOf(agencies);
        accessRoles = Set.copyOf(accessRoles);
        teams = Set.copyOf(teams);
        posts = Set.copyOf(posts);
    }

    /** Somebody whose agency has no other's work. */
    public ReaderContext(
            String session,
            UserId user,
            AgencyId agencyId,
            Set<AccessRole> accessRoles,
            Set<String> teams,
            Set<String> posts,
            Purpose reason) {
        this(session, user, agencyId, Set.of(agencyId.value()), accessRoles, teams, posts, reason);
    }

    @Override
    public String actor() {
        return user.value();
    }

    @Override
    public String agency() {
        return agencyId.value();
    }

    @Override
    public Set<String> roles() {
        return accessRoles.stream().map(AccessRole::slug).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the reader may be told that somebody is recorded, and who holds the record. */
    public boolean isToldOfPeople() {
        return accessRoles.stream().map(AccessRole::ceiling).anyMatch(Tier::tellsOfPeople);
    }

    @Override
    public String purpose() {
        return reason.code();
    }
}
