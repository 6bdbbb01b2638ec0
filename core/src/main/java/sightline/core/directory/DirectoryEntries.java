package sightline.core.directory;

import java.util.List;

/**
 * Everything that a directory holds, in the order entered. What refers to a missing entry is
 * refused as a whole: see {@link FixedDirectory#of}.
 */
public record DirectoryEntries(
        List<Area> areas,
        List<Agency> agencies,
        List<Team> teams,
        List<Post> posts,
        List<Holder> holders,
        List<Cover> covers,
        List<Leave> leaves,
        List<Rota> rotas,
        List<ContactRoute> routes,
        List<SchoolDays> schools) {
    public DirectoryEntries {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        teams = List.copyOf(teams);
        posts = List.copyOf(posts);
        holders = List.copyOf(holders);
        covers = List.copyOf(covers);
        leaves = List.copyOf(leaves);
        rotas = List.copyOf(rotas);
        routes = List.copyOf(routes);
        schools = List.copyOf(schools);
    }

    /** The same with other areas and agencies. */
    DirectoryEntries with(List<Area> otherAreas, List<Agency> otherAgencies) {
        return new DirectoryEntries(
                otherAreas,
                otherAgencies,
                teams,
                posts,
                holders,
                covers,
                leaves,
                rotas,
                routes,
                schools);
    }
}
