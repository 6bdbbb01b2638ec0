package sightline.core.reviews;

import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PostId;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who stands in one line with somebody at an agency: managers over every level, and everybody below
 * them. Whoever does may not say that the other's work was seen to be done.
 */
public final class ManagementLine {
    private ManagementLine() {}

    /** The roles above and below the posts that somebody holds. */
    public static Set<Role> of(Directory directory, AgencyId agency, Collection<Post> held) {
        Set<PostId> own = held.stream().map(Post::id).collect(Collectors.toSet());
        Set<Role> line = new HashSet<>();
        held.forEach(post -> above(directory, post).forEach(p -> line.add(p.role())));
        directory.posts(agency).stream()
                .filter(p -> above(directory, p).stream().anyMatch(a -> own.contains(a.id())))
                .forEach(p -> line.add(p.role()));
        return Set.copyOf(line);
    }

    /** The posts above one; a line that leads back to itself ends there. */
    private static Set<Post> above(Directory directory, Post post) {
        Set<Post> above = new LinkedHashSet<>();
        Optional<Post> next = post.manager().flatMap(directory::post);
        while (next.isPresent() && above.add(next.get())) {
            next = next.get().manager().flatMap(directory::post);
        }
        return above;
    }
}
