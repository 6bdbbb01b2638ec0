package sightline.core.upkeep;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.reviews.ReviewDuty;
import sightline.core.screening.Recipient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out what is owed that concerns no person: a pure function of state, people and moment. */
public final class SiteClocks {
    /** Who runs the installation; who that is stands outside its directory. */
    public static final Recipient OPERATOR =
            new Recipient(new AgencyId("sightline"), new Role("operator"));

    /** What the area's data steward owes beside the sender's own. */
    private static final Set<SiteDutyKind> ALSO_OF_THE_STEWARD =
            EnumSet.of(
                    SiteDutyKind.QUARANTINED,
                    SiteDutyKind.READING_PAUSED,
                    SiteDutyKind.DETAILS_SET_ASIDE);

    private final SiteLimits limits;

    public SiteClocks(SiteLimits limits) {
        this.limits = limits;
    }

    /** Everything owed at a moment, kinds in their order, then senders. */
    public List<SiteDuty> owed(SiteState state, Directory directory, Instant now) {
        List<SiteDuty> owed = new ArrayList<>();
        for (SiteDutyKind kind : SiteDutyKind.values()) {
            switch (kind) {
                case PIPELINE_STANDS -> standing(state, directory, now).ifPresent(owed::add);
                case NOT_WORKED_OUT, DECISIONS_NOT_TAKEN_UP, CORRECTIONS_NOT_TAKEN_UP ->
                        undone(kind, state)
                                .map(o -> ofInstallation(kind, o, state, directory, now))
                                .ifPresent(owed::add);
                case PEER_DOWN ->
                        state.peersDown()
                                .map(o -> ofLeads(o, state, directory, now))
                                .ifPresent(owed::add);
                case ROWS_SET_ASIDE ->
                        state.uploads().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> ofKeepers(e.getKey(), e.getValue(), directory, now))
                                .forEach(owed::add);
                case REVIEW_OVERDUE ->
                        state.reviews().stream()
                                .map(r -> ofReview(kind, r, Set.of(), directory, now))
                                .forEach(owed::add);
                case LIBRARY_NOT_DONE ->
                        state.library().stream()
                                .filter(o -> isLate(kind, o.owed(), now))
                                .map(o -> ofReview(kind, o, Set.of(OPERATOR), directory, now))
                                .forEach(owed::add);
                default ->
                        state.feeds().stream()
                                .flatMap(feed -> about(kind, feed, directory, now).stream())
                                .forEach(owed::add);
            }
        }
        return owed;
    }

    private Optional<SiteDuty> about(
            SiteDutyKind kind, SiteState.Feed feed, Directory directory, Instant now) {
        Optional<SiteState.Owed> owed =
                switch (kind) {
                    case MISSING_NUMBERS -> feed.missing();
                    case NO_HEARTBEAT -> silent(feed, now);
                    case QUARANTINED -> feed.quarantined();
                    case READING_PAUSED -> feed.paused();
                    case DETAILS_SET_ASIDE -> feed.noted();
                    case PIPELINE_STANDS,
                            NOT_WORKED_OUT,
                            DECISIONS_NOT_TAKEN_UP,
                            CORRECTIONS_NOT_TAKEN_UP,
                            PEER_DOWN,
                            ROWS_SET_ASIDE,
                            REVIEW_OVERDUE,
                            LIBRARY_NOT_DONE ->
                            Optional.empty();
                };
        return owed.map(o -> duty(kind, feed, o, directory, now));
    }

    /** What the installation itself has not worked out. */
    private static Optional<SiteState.Owed> undone(SiteDutyKind kind, SiteState state) {
        return switch (kind) {
            case DECISIONS_NOT_TAKEN_UP -> state.decisions();
            case CORRECTIONS_NOT_TAKEN_UP -> state.corrections();
            default -> state.notWorkedOut();
        };
    }

    private static Optional<SiteState.Owed> silent(SiteState.Feed feed, Instant now) {
        Instant since =
                feed.completeUpTo().orElse(London.startOf(feed.goLive())).plus(feed.promise());
        return now.isAfter(since)
                ? Optional.of(
                        new SiteState.Owed(
                                since,
                                feed.completeUpTo().isEmpty()
                                        ? "It has never said that it is complete."
                                        : "Its last word that it is complete is older than it"
                                                + " promised."))
                : Optional.empty();
    }

    private SiteDuty duty(
            SiteDutyKind kind,
            SiteState.Feed feed,
            SiteState.Owed owed,
            Directory directory,
            Instant now) {
        LocalDate today = London.day(now);
        Optional<AreaId> area = directory.area(feed.sender()).map(Area::id);
        Set<Recipient> steward = Set.of(steward(area, directory, today));
        Set<Recipient> owners = new LinkedHashSet<>();
        owners.add(new Recipient(feed.sender(), Role.DATA_STEWARD));
        if (ALSO_OF_THE_STEWARD.contains(kind)) {
            owners.addAll(steward);
        }
        Set<Recipient> lead = Set.of(lead(area, directory, today));
        return made(kind, Optional.of(feed.sender()), owed, owners, steward, lead, now);
    }

    /** Whoever keeps the register that was uploaded; then the named lead of their area. */
    private SiteDuty ofKeepers(
            AgencyId agency, SiteState.Owed owed, Directory directory, Instant now) {
        Set<Recipient> keepers = Set.of(new Recipient(agency, Role.REGISTER_KEEPER));
        Optional<AreaId> area = directory.area(agency).map(Area::id);
        Set<Recipient> lead = Set.of(lead(area, directory, London.day(now)));
        return made(
                SiteDutyKind.ROWS_SET_ASIDE,
                Optional.of(agency),
                owed,
                keepers,
                keepers,
                lead,
                now);
    }

    /** Whoever owes a part of a review, and others with them; then the named lead of the area. */
    private SiteDuty ofReview(
            SiteDutyKind kind,
            SiteState.OfReview part,
            Set<Recipient> others,
            Directory directory,
            Instant now) {
        LocalDate today = London.day(now);
        Recipient owner = reviewOwner(part.agency(), part.role(), part.lead(), directory, today);
        AgencyId agency = directory.current(part.agency(), today);
        Recipient lead =
                lead(
                        directory.area(agency).or(() -> directory.area(part.lead())).map(Area::id),
                        directory,
                        today);
        Set<Recipient> owners = new LinkedHashSet<>(others);
        owners.add(owner);
        return made(
                kind,
                Optional.of(part.agency()),
                Optional.of(part.key()),
                part.owed(),
                owners,
                owners,
                Set.of(lead),
                now);
    }

    /**
     * Who owes a part of a review: the post that it names, as long as somebody has it; else the
     * named lead of the area; else the agency that leads the review.
     */
    public static Recipient reviewOwner(
            AgencyId of, Role role, AgencyId leading, Directory directory, LocalDate today) {
        AgencyId agency = directory.current(of, today);
        Optional<Area> area = directory.area(agency).or(() -> directory.area(leading));
        Stream<Post> named = posts(directory, agency, role, today);
        Stream<Post> leads = area.flatMap(a -> directory.leadOf(a.id(), today)).stream();
        Stream<Post> review =
                posts(directory, directory.current(leading, today), ReviewDuty.REVIEW_LEAD, today);
        Stream<Post> above =
                directory.area(leading).flatMap(a -> directory.leadOf(a.id(), today)).stream();
        return Stream.of(named, leads, review, above)
                .flatMap(posts -> posts)
                .filter(post -> directory.whoOwns(post.id(), today).person().isPresent())
                .map(post -> new Recipient(post.agency(), post.role()))
                .findFirst()
                .orElse(OPERATOR);
    }

    private static Stream<Post> posts(
            Directory directory, AgencyId agency, Role role, LocalDate today) {
        return directory.posts(agency).stream()
                .filter(post -> post.role().equals(role) && post.open().contains(today));
    }

    private Optional<SiteDuty> standing(SiteState state, Directory directory, Instant now) {
        var kind = SiteDutyKind.PIPELINE_STANDS;
        var owed = new SiteState.Owed(state.lastBatch(), "No batch of messages has been finished.");
        return isLate(kind, owed, now)
                ? Optional.of(ofInstallation(kind, owed, state, directory, now))
                : Optional.empty();
    }

    /** What is done in a moment is owed only when that moment has passed. */
    private boolean isLate(SiteDutyKind kind, SiteState.Owed owed, Instant now) {
        return now.isAfter(owed.since().plus(limits.limit(kind).due()));
    }

    private SiteDuty ofInstallation(
            SiteDutyKind kind,
            SiteState.Owed owed,
            SiteState state,
            Directory directory,
            Instant now) {
        Set<Recipient> told = leads(state, directory, London.day(now));
        Set<Recipient> operator = Set.of(OPERATOR);
        return made(kind, Optional.empty(), owed, operator, operator, told, now);
    }

    /** What another installation may know is each named lead's until it answers. */
    private SiteDuty ofLeads(
            SiteState.Owed owed, SiteState state, Directory directory, Instant now) {
        Set<Recipient> leads = leads(state, directory, London.day(now));
        Set<Recipient> all = new TreeSet<>(leads);
        all.add(OPERATOR);
        return made(SiteDutyKind.PEER_DOWN, Optional.empty(), owed, leads, leads, all, now);
    }

    private static Set<Recipient> leads(SiteState state, Directory directory, LocalDate today) {
        Set<Recipient> leads = new TreeSet<>();
        state.feeds().stream()
                .flatMap(f -> directory.area(f.sender()).stream())
                .forEach(area -> leads.add(lead(Optional.of(area.id()), directory, today)));
        return leads.isEmpty() ? Set.of(OPERATOR) : leads;
    }

    private SiteDuty made(
            SiteDutyKind kind,
            Optional<AgencyId> source,
            SiteState.Owed owed,
            Set<Recipient> owners,
            Set<Recipient> first,
            Set<Recipient> second,
            Instant now) {
        return made(kind, source, Optional.empty(), owed, owners, first, second, now);
    }

    private SiteDuty made(
            SiteDutyKind kind,
            Optional<AgencyId> source,
            Optional<String> about,
            SiteState.Owed owed,
            Set<Recipient> owners,
            Set<Recipient> first,
            Set<Recipient> second,
            Instant now) {
        SiteLimits.Limit limit = limits.limit(kind);
        Instant due = owed.since().plus(limit.due());
        List<SiteDuty.Told> rungs = new ArrayList<>();
        rungs.add(new SiteDuty.Told(1, due, first));
        Set<Recipient> all = new LinkedHashSet<>(first);
        all.addAll(second);
        Instant top = due.plus(limit.lead());
        if (!due.isAfter(now)) {
            rungs.add(new SiteDuty.Told(2, top, all));
        }
        if (!top.isAfter(now)) {
            rungs.addAll(repeated(top, limit.again(), all, now));
        }
        int level = (int) rungs.stream().filter(rung -> !rung.at().isAfter(now)).count();
        // Of the repetitions only the newest is listed, so that the level is said by the rung.
        int reached = level == 0 ? 0 : rungs.get(level - 1).level();
        return new SiteDuty(
                kind, source, about, owed.words(), owed.since(), due, owners, rungs, reached);
    }

    /** The newest repetition reached, and the next one. */
    private static List<SiteDuty.Told> repeated(
            Instant top, Duration again, Set<Recipient> to, Instant now) {
        long times = Duration.between(top, now).dividedBy(again);
        return Stream.of(times, times + 1)
                .filter(time -> time > 0)
                .map(time ->
                        new SiteDuty.Told(
                                Math.toIntExact(2 + time), top.plus(again.multipliedBy(time)), to))
                .toList();
    }

    /** The data steward of an area's partnership, else of its social care, else its named lead. */
    private static Recipient steward(Optional<AreaId> area, Directory directory, LocalDate today) {
        return area.stream()
                .flatMap(a ->
                        Stream.of(AgencyType.PARTNERSHIP, AgencyType.CHILDRENS_SOCIAL_CARE)
                                .flatMap(type -> directory.answering(a, type, today).stream()))
                .filter(agency -> directory.post(agency.id(), Role.DATA_STEWARD).isPresent())
                .map(agency -> new Recipient(agency.id(), Role.DATA_STEWARD))
                .findFirst()
                .orElseGet(() -> lead(area, directory, today));
    }

    private static Recipient lead(Optional<AreaId> area, Directory directory, LocalDate today) {
        return area.flatMap(a -> directory.leadOf(a, today))
                .map(post -> new Recipient(post.agency(), post.role()))
                .orElse(OPERATOR);
    }
}
