package sightline.access;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.TeamId;

/** Whom a relationship or a seal names: somebody, whoever holds a post, a team, or an agency. */
public sealed interface Grantee {
    /** One user. */
    record User(UserId id) implements Grantee {}

    /** Whoever holds a post, or covers for it. */
    record Post(PostId id) implements Grantee {}

    /** The members of a team. */
    record Team(TeamId id) implements Grantee {}

    /** Everybody at an agency whose role and purpose fit. Not for seals. */
    record Agency(AgencyId id) implements Grantee {}

    /** {@code actor}, {@code post}, {@code team} or {@code agency}. */
    default String kind() {
        return switch (this) {
            case User ignored -> "actor";
            case Post ignored -> "post";
            case Team ignored -> "team";
            case Agency ignored -> "agency";
        };
    }

    /** The id of whom it names. */
    default String name() {
        return switch (this) {
            case User(var id) -> id.value();
            case Post(var id) -> id.value();
            case Team(var id) -> id.value();
            case Agency(var id) -> id.value();
        };
    }

    /** Reads what {@link #kind} and {@link #name} wrote. */
    static Grantee of(String kind, String name) {
        return switch (kind) {
            case "actor" -> new User(new UserId(name));
            case "post" -> new Post(new PostId(name));
            case "team" -> new Team(new TeamId(name));
            case "agency" -> new Agency(new AgencyId(name));
            default -> throw new IllegalArgumentException("no kind of grantee: " + kind);
        };
    }

    /** Whether it names this reader. */
    default boolean names(ReaderContext reader) {
        return switch (this) {
            case User(var id) -> id.equals(reader.user());
            case Post(var id) -> reader.posts().contains(id.value());
            case Team(var id) -> reader.teams().contains(id.value());
            case Agency(var id) -> reader.agencies().contains(id.value());
        };
    }
}
