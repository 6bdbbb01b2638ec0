package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.TeamId;

import java.util.Optional;

/**
 * A seat at an agency. Duties are owed by posts, so that they outlive whoever sits there.
 *
 * @param title as the agency calls it: "Duty manager, front door"
 * @param manager the post one rung up, if there is one at the agency
 * @param hours when it is at work; none means at every hour
 * @param open the days on which the post exists
 */
public record Post(
        PostId id,
        AgencyId agency,
        String title,
        Role role,
        Optional<TeamId> team,
        Optional<PostId> manager,
        Optional<Hours> hours,
        Period open) {

    /** A post at every hour, without team or manager, for as long as its agency exists. */
    public static Post of(PostId id, AgencyId agency, String title, Role role) {
        return new Post(
                id,
                agency,
                title,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Period.always());
    }

    /** This post with working hours. */
    public Post withHours(Hours working) {
        return new Post(id, agency, title, role, team, manager, Optional.of(working), open);
    }

    /** This post with another one rung up. */
    public Post withManager(PostId above) {
        return new Post(id, agency, title, role, team, Optional.of(above), hours, open);
    }

    /** This post as one of a team. */
    public Post inTeam(TeamId its) {
        return new Post(id, agency, title, role, Optional.of(its), manager, hours, open);
    }

    /** This post for some days only. */
    public Post during(Period days) {
        return new Post(id, agency, title, role, team, manager, hours, days);
    }
}
