package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.WorkingCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works where: areas, agencies, posts, and who has each of them at a time. */
public interface Directory {
    /**
     * Which edition of the areas, agencies, posts and school days this is, as a store numbers them;
     * 0 for a directory that no store keeps.
     */
    default long edition() {
        return 0;
    }

    /** The area of that id. */
    Optional<Area> area(AreaId id);

    /**
     * The area in which an address lies, by its postcode or its town; empty when neither says.
     *
     * @param line the address as written, parts apart by commas
     */
    Optional<AreaId> areaOf(String line, Optional<String> postcode);

    /** The agency of that id, open or closed. */
    Optional<Agency> agency(AgencyId id);

    /** The agencies of a type at home in an area, open or closed, in the order of their ids. */
    List<Agency> agenciesIn(AreaId area, AgencyType type);

    /**
     * The agencies of a type that serve an area on a day and are open then: those at home there,
     * then those of elsewhere, each in the order of their ids; then those of the areas that are
     * part of it by then.
     */
    List<Agency> agenciesIn(AreaId area, AgencyType type, LocalDate day);

    /**
     * Whom of a type one asks for in an area on a day: those that serve it; where nobody does any
     * more, those that were at home there, whose work others may have.
     */
    default List<Agency> answering(AreaId area, AgencyType type, LocalDate day) {
        var serving = agenciesIn(area, type, day);
        return serving.isEmpty() ? agenciesIn(area, type) : serving;
    }

    /** The agencies of a type that are open on a day, wherever, in the order of their names. */
    List<Agency> agencies(AgencyType type, LocalDate day);

    /** All agencies that are open on a day, by their types and then by their names. */
    default List<Agency> agencies(LocalDate day) {
        return Arrays.stream(AgencyType.values())
                .flatMap(type -> agencies(type, day).stream())
                .toList();
    }

    /** The post of that id. */
    Optional<Post> post(PostId id);

    /** The posts of an agency, open or closed, in the order of their ids. */
    List<Post> posts(AgencyId agency);

    /** The posts that somebody holds on a day, leave or not, in the order of their ids. */
    List<Post> postsOf(StaffId person, LocalDate day);

    /**
     * Who acts for a post now: its holder, or who covers, in its hours; whom the rota names outside
     * them. What cannot wait is sent to this person.
     */
    OnDuty whoHas(PostId post, Instant at);

    /**
     * Who has a post on a day whatever the hour: its holder, or who covers. What can wait until
     * somebody is back at the desk is theirs.
     */
    OnDuty whoOwns(PostId post, LocalDate day);

    /** How a post is reached on a day, in the order of trying. */
    List<ContactRoute> routes(PostId post, LocalDate day);

    /**
     * Whoever has an agency's work on a day: itself while it is open or nobody succeeds it, else
     * its successor, or that one's.
     */
    default AgencyId current(AgencyId id, LocalDate day) {
        var now = id;
        while (true) {
            var next = agency(now).filter(a -> a.closedOn(day)).flatMap(Agency::successor);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
    }

    /** An agency, and the closed ones whose work it has on a day. */
    default Set<AgencyId> havingWorkOf(AgencyId id, LocalDate day) {
        return Set.of(id);
    }

    /** The area that an area is part of on a day: itself unless it was merged into another. */
    default AreaId current(AreaId id, LocalDate day) {
        var now = id;
        while (true) {
            var next =
                    area(now)
                            .flatMap(Area::merged)
                            .filter(m -> !day.isBefore(m.from()))
                            .map(Area.Merger::into);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
    }

    /**
     * The areas that an agency serves on a day, each as what it is part of then, its home first.
     */
    default List<AreaId> areasOf(AgencyId agency, LocalDate day) {
        return agency(agency).stream()
                .flatMap(a -> a.areas(day).stream())
                .map(area -> current(area, day))
                .distinct()
                .toList();
    }

    /**
     * The first day after a day on which somebody's work is another's: an agency has a successor,
     * an area is part of another, or an agency begins or ceases to serve an area.
     */
    default Optional<LocalDate> nextSuccession(LocalDate day) {
        return Optional.empty();
    }

    /**
     * The first day after a day on which somebody else may have one of these posts: a holder, a
     * cover, a leave or the post itself begins or ends.
     */
    default Optional<LocalDate> nextStaffing(Collection<PostId> posts, LocalDate day) {
        return Optional.empty();
    }

    /** The name of an agency on a day, with who has its work now; its id where it is not known. */
    default String title(AgencyId id, LocalDate day) {
        var name = agency(id).map(Agency::name).orElse(id.value());
        var now = current(id, day);
        return now.equals(id)
                ? name
                : "%s (closed; now %s)"
                        .formatted(name, agency(now).map(Agency::name).orElse(now.value()));
    }

    /**
     * The working days of an area: those of its nation without its own holidays; of England if the
     * area is not known.
     */
    WorkingCalendar calendar(AreaId area);

    /** The days of a school, if it has told them. */
    Optional<SchoolDays> schoolDays(AgencyId school);

    /** The area in which an agency is at home. */
    default Optional<Area> area(AgencyId agency) {
        return agency(agency).map(Agency::area).flatMap(this::area);
    }

    /** The post with a role at an agency on a day, the first by id if there are several. */
    default Optional<Post> post(AgencyId agency, Role role, LocalDate day) {
        return posts(agency).stream()
                .filter(post -> post.role().equals(role) && post.open().contains(day))
                .findFirst();
    }

    /** The post with a role at an agency, today's or not: the open-ended one first. */
    default Optional<Post> post(AgencyId agency, Role role) {
        var all = posts(agency).stream().filter(post -> post.role().equals(role)).toList();
        return all.stream()
                .filter(post -> post.open().until().isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /**
     * The named lead of an area on a day, who owes what nobody else can be reached for: the post
     * {@link Role#AREA_LEAD} of its partnership, else of its social care.
     */
    default Optional<Post> leadOf(AreaId area, LocalDate day) {
        return List.of(AgencyType.PARTNERSHIP, AgencyType.CHILDRENS_SOCIAL_CARE).stream()
                .flatMap(type -> answering(area, type, day).stream())
                .flatMap(agency -> post(agency.id(), Role.AREA_LEAD).stream())
                .findFirst();
    }
}
