package sightline.core.directory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.PostId;
import sightline.core.kernel.WorkingCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory held in memory, as it was when it was made. Safe for use by many threads. A
 * partnership has some thousand entries, so a store reads them all and makes one of these.
 */
public final class FixedDirectory implements Directory {
    /** Agencies of one type in one area. */
    private record Kind(AreaId area, AgencyType type) {}

    private final DirectoryEntries entries;
    private final long edition;
    private final Map<AreaId, Area> areas;
    private final List<Area> merging;
    private final Map<AgencyId, Agency> agencies;
    private final Map<Kind, List<Agency>> atHome;
    private final Map<Kind, List<Agency>> ofElsewhere;
    private final Map<PostId, Post> posts;
    private final Map<AgencyId, List<Post>> postsByAgency;
    private final Map<StaffId, List<Holder>> holdings;
    private final Map<PostId, List<ContactRoute>> routes;
    private final Map<AgencyId, SchoolDays> schools;
    private final Map<AreaId, WorkingCalendar> calendars;
    private final Staffing staffing;
    private final Ground ground;

    private FixedDirectory(DirectoryEntries entries, long edition) {
        this.entries = entries;
        this.edition = edition;
        areas = byId(entries.areas(), Area::id);
        merging =
                entries.areas().stream()
                        .filter(a -> a.merged().isPresent())
                        .sorted(comparing(Area::id))
                        .toList();
        var serving = Successors.in(entries.agencies());
        agencies = byId(serving, Agency::id);
        atHome = byKind(serving, agency -> Stream.of(agency.area()));
        ofElsewhere =
                byKind(
                        serving,
                        agency -> agency.serves().stream().map(Agency.Service::area).distinct());
        posts = byId(entries.posts(), Post::id);
        postsByAgency =
                entries.posts().stream()
                        .sorted(comparing(Post::id))
                        .collect(groupingBy(Post::agency));
        holdings = entries.holders().stream().collect(groupingBy(Holder::person));
        routes = entries.routes().stream().collect(groupingBy(ContactRoute::post));
        calendars = entries.areas().stream().collect(toMap(Area::id, FixedDirectory::calendarOf));
        schools = byId(entries.schools(), SchoolDays::school);
        staffing = new Staffing(entries, posts);
        ground = new Ground(entries.areas());
    }

    /**
     * A directory of entries.
     *
     * @throws IllegalArgumentException listing every entry that is double or refers to none
     */
    public static FixedDirectory of(DirectoryEntries entries) {
        return of(entries, 0);
    }

    /** The same, of an edition that a store keeps. */
    public static FixedDirectory of(DirectoryEntries entries, long edition) {
        var faults = EntryFaults.of(entries);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join("\n", faults) + "\nAdd what is missing, or take the entry out.");
        }
        return new FixedDirectory(entries, edition);
    }

    /** Everything in it, as entered: what an agency serves as a successor is not written there. */
    public DirectoryEntries entries() {
        return entries;
    }

    @Override
    public long edition() {
        return edition;
    }

    @Override
    public Optional<Area> area(AreaId id) {
        return Optional.ofNullable(areas.get(id));
    }

    @Override
    public Optional<AreaId> areaOf(String line, Optional<String> postcode) {
        return ground.of(line, postcode);
    }

    @Override
    public List<Agency> agenciesIn(AreaId area, AgencyType type, LocalDate day) {
        return Stream.concat(Stream.of(area), partsOf(area, day))
                .flatMap(a -> open(a, type, day).stream())
                .distinct()
                .toList();
    }

    /** The areas that are part of an area on a day, in the order of their ids. */
    private Stream<AreaId> partsOf(AreaId area, LocalDate day) {
        return merging.stream()
                .map(Area::id)
                .filter(a -> !a.equals(area) && current(a, day).equals(area));
    }

    private List<Agency> open(AreaId area, AgencyType type, LocalDate day) {
        return Stream.concat(
                        agenciesIn(area, type).stream(),
                        ofElsewhere.getOrDefault(new Kind(area, type), List.of()).stream()
                                .filter(a -> a.serves(area, day)))
                .filter(a -> a.open().contains(day))
                .toList();
    }

    @Override
    public Optional<Agency> agency(AgencyId id) {
        return Optional.ofNullable(agencies.get(id));
    }

    @Override
    public List<Agency> agenciesIn(AreaId area, AgencyType type) {
        return atHome.getOrDefault(new Kind(area, type), List.of());
    }

    @Override
    public List<Agency> agencies(AgencyType type, LocalDate day) {
        return agencies.values().stream()
                .filter(a -> a.type() == type && a.open().contains(day))
                .sorted(comparing(Agency::name))
                .toList();
    }

    @Override
    public Optional<Post> post(PostId id) {
        return Optional.ofNullable(posts.get(id));
    }

    @Override
    public List<Post> posts(AgencyId agency) {
        return postsByAgency.getOrDefault(agency, List.of());
    }

    @Override
    public List<Post> postsOf(StaffId person, LocalDate day) {
        return holdings.getOrDefault(person, List.of()).stream()
                .filter(holder -> holder.days().contains(day))
                .map(Holder::post)
                .distinct()
                .sorted()
                .flatMap(id -> post(id).stream())
                .filter(post -> post.open().contains(day))
                .toList();
    }

    @Override
    public OnDuty whoHas(PostId post, Instant at) {
        return staffing.whoHas(post, at, this::calendarOf);
    }

    @Override
    public OnDuty whoOwns(PostId post, LocalDate day) {
        return staffing.whoOwns(post, day);
    }

    @Override
    public List<ContactRoute> routes(PostId post, LocalDate day) {
        return routes.getOrDefault(post, List.of()).stream()
                .filter(route -> route.days().contains(day))
                .toList();
    }

    @Override
    public WorkingCalendar calendar(AreaId area) {
        return calendars.getOrDefault(area, WorkingCalendar.of(Nation.ENGLAND));
    }

    private static WorkingCalendar calendarOf(Area area) {
        var calendar = WorkingCalendar.of(area.nation());
        for (var holiday : area.holidays().entrySet()) {
            calendar = calendar.withHoliday(holiday.getKey(), holiday.getValue());
        }
        return calendar;
    }

    @Override
    public Set<AgencyId> havingWorkOf(AgencyId id, LocalDate day) {
        return Stream.concat(
                        Stream.of(id),
                        agencies.values().stream()
                                .filter(a -> a.successor().isPresent())
                                .map(Agency::id)
                                .filter(closed -> current(closed, day).equals(id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<LocalDate> nextSuccession(LocalDate day) {
        var closing =
                agencies.values().stream()
                        .filter(a -> a.successor().isPresent())
                        .flatMap(a -> a.open().until().stream())
                        .map(last -> last.plusDays(1));
        var merging =
                areas.values().stream().flatMap(a -> a.merged().stream()).map(Area.Merger::from);
        var serving =
                agencies.values().stream()
                        .flatMap(a -> a.serves().stream())
                        .map(Agency.Service::days)
                        .flatMap(days ->
                                Stream.concat(
                                        days.from().stream(),
                                        days.until().stream().map(last -> last.plusDays(1))));
        return Stream.of(closing, merging, serving)
                .flatMap(days -> days)
                .filter(from -> from.isAfter(day))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<LocalDate> nextStaffing(Collection<PostId> ids, LocalDate day) {
        return staffing.nextChange(ids, day);
    }

    @Override
    public Optional<SchoolDays> schoolDays(AgencyId school) {
        return Optional.ofNullable(schools.get(school));
    }

    private WorkingCalendar calendarOf(Post post) {
        return agency(post.agency())
                .map(Agency::area)
                .map(this::calendar)
                .orElseGet(() -> WorkingCalendar.of(Nation.ENGLAND));
    }

    private static Map<Kind, List<Agency>> byKind(
            Collection<Agency> all, Function<Agency, Stream<AreaId>> areas) {
        var by = new HashMap<Kind, List<Agency>>();
        all.stream()
                .sorted(comparing(Agency::id))
                .forEach(agency ->
                        areas.apply(agency)
                                .map(area -> new Kind(area, agency.type()))
                                .forEach(kind ->
                                        by.computeIfAbsent(kind, _ -> new ArrayList<>())
                                                .add(agency)));
        return by;
    }

    private static <K, T> Map<K, T> byId(Collection<T> all, Function<T, K> id) {
        return all.stream().collect(toMap(id, Function.identity()));
    }
}
