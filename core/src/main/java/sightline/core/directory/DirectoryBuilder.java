package sightline.core.directory;

import java.util.ArrayList;
import java.util.List;

/** Puts entries together, in any order. */
public final class DirectoryBuilder {
    private final List<Area> areas = new ArrayList<>();
    private final List<Agency> agencies = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();
    private final List<Cover> covers = new ArrayList<>();
    private final List<Leave> leaves = new ArrayList<>();
    private final List<Rota> rotas = new ArrayList<>();
    private final List<ContactRoute> routes = new ArrayList<>();
    private final List<SchoolDays> schools = new ArrayList<>();

    /** Adds an area. */
    public DirectoryBuilder add(Area area) {
        areas.add(area);
        return this;
    }

    /** Adds an agency. */
    public DirectoryBuilder add(Agency agency) {
        agencies.add(agency);
        return this;
    }

    /** Adds a team. */
    public DirectoryBuilder add(Team team) {
        teams.add(team);
        return this;
    }

    /** Adds a post. */
    public DirectoryBuilder add(Post post) {
        posts.add(post);
        return this;
    }

    /** Adds somebody in a post. */
    public DirectoryBuilder add(Holder holder) {
        holders.add(holder);
        return this;
    }

    /** Adds a cover. */
    public DirectoryBuilder add(Cover cover) {
        covers.add(cover);
        return this;
    }

    /** Adds days on which somebody is away. */
    public DirectoryBuilder add(Leave leave) {
        leaves.add(leave);
        return this;
    }

    /** Adds an out-of-hours rota. */
    public DirectoryBuilder add(Rota rota) {
        rotas.add(rota);
        return this;
    }

    /** Adds a way of reaching a post, to be tried after those added before. */
    public DirectoryBuilder add(ContactRoute route) {
        routes.add(route);
        return this;
    }

    /** Adds the days of a school. */
    public DirectoryBuilder add(SchoolDays school) {
        schools.add(school);
        return this;
    }

    /** What was added so far. */
    public DirectoryEntries entries() {
        return new DirectoryEntries(
                areas, agencies, teams, posts, holders, covers, leaves, rotas, routes, schools);
    }

    /**
     * A directory of what was added so far.
     *
     * @throws IllegalArgumentException listing every entry that is double or refers to none
     */
    public FixedDirectory build() {
        return FixedDirectory.of(entries());
    }
}
