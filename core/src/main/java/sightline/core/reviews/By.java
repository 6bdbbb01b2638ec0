package sightline.core.reviews;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;

import java.util.Set;

/**
 * Who made an entry, and from where.
 *
 * @param person the account
 * @param agency for which they act
 * @param posts which posts of that agency they hold
 * @param answersTo the posts of that agency above or below theirs, over every level
 */
public record By(String person, AgencyId agency, Set<Role> posts, Set<Role> answersTo) {
    /** The posts that look at others' work and stand in no line with it. */
    public static final Set<Role> AUDIT =
            Set.of(new Role("auditor"), new Role("audit"), new Role("quality-assurance"));

    public By {
        posts = Set.copyOf(posts);
        answersTo = Set.copyOf(answersTo);
    }

    /** Whether they hold an audit post from which no line leads to that post. */
    public boolean auditsBeside(Role owner) {
        return posts.stream().anyMatch(AUDIT::contains)
                && !posts.contains(owner)
                && !answersTo.contains(owner);
    }
}
