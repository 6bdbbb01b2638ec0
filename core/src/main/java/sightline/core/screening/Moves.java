package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.GpRegistration;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.SchoolBody.SchoolRoll;
import sightline.core.household.Entry;
import sightline.core.household.Neighbourhood;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.PlaceId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a child moved, and whose records still say otherwise. The area of a home is that in which
 * it lies; where its address does not say, that of the agency that recorded it, where it is one
 * that serves the homes of its own area. Whoever serves several areas has recorded no move where
 * the other home may lie in one of them, too.
 */
public final class Moves {
    private static final int WORKING_DAYS_TO_AGREE = 10;
    private static final Set<AgencyType> OF_THEIR_AREA =
            EnumSet.of(
                    AgencyType.CHILDRENS_SOCIAL_CARE,
                    AgencyType.HOUSING,
                    AgencyType.GP,
                    AgencyType.HEALTH_VISITING,
                    AgencyType.SCHOOL_NURSING,
                    AgencyType.SCHOOL,
                    AgencyType.NURSERY,
                    AgencyType.COUNCIL_EDUCATION);

    /**
     * A new home.
     *
     * @param before the first fact of the home before
     * @param first the first fact that places the child at the new one; it names the matter
     * @param from the area of the home before, where known
     * @param to the area of the new home, where known
     * @param known when both were known here
     * @param written when both had been written down; of history, when both were known here
     */
    public record Move(
            Fact before,
            Fact first,
            Optional<AreaId> from,
            Optional<AreaId> to,
            Instant known,
            Instant written) {

        /** Whether both areas are known and differ. */
        public boolean betweenAreas() {
            return from.isPresent() && to.isPresent() && !from.equals(to);
        }
    }

    /**
     * A registration, roll or record in use that still has an older address.
     *
     * @param since the first moment at which it disagrees 10 working days after the newer address
     *     was first recorded, or is used after that
     */
    public record Disagreement(Move move, Entry<?> older, Instant since) {}

    private final Child child;
    private final Neighbourhood around;

    private Moves(Child child) {
        this.child = child;
        this.around = child.situation().around();
    }

    /** The moves of a child, oldest first. */
    public static List<Move> of(Child child) {
        return new Moves(child).moves();
    }

    /** What disagrees with the newest home, now or from a moment that lies ahead. */
    public static List<Disagreement> disagreements(Child child) {
        return new Moves(child).disagreements();
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        List<Stay> lived = new ArrayList<>();
        LocalDate since = LocalDate.MIN;
        for (Stay home : homes()) {
            if (lived.isEmpty()) {
                since = start(home);
            } else if (!lived.getLast().place().equals(home.place())) {
                if (!isNew(home, lived, since)) {
                    continue;
                }
                moves.add(move(lived.getLast(), home));
                since = start(home);
            }
            lived.add(home);
        }
        return List.copyOf(moves);
    }

    /**
     * Whether a home other than the last is a move to it. One where they lived before may only be
     * what a source has not changed yet: it is a return where its day is after that on which the
     * last home began, or where the source itself had them elsewhere.
     *
     * @param since the day on which the last home began
     */
    private static boolean isNew(Stay home, List<Stay> lived, LocalDate since) {
        if (lived.stream().noneMatch(s -> s.place().equals(home.place()))) {
            return true;
        }
        if (home.basis().times().happened().earliest().isPresent()) {
            return start(home).isAfter(since);
        }
        return lived.stream()
                .filter(s -> ofOneRecord(s, home))
                .reduce((_, latest) -> latest)
                .filter(latest -> !latest.place().equals(home.place()))
                .isPresent();
    }

    /** Whether two stays were told of one record: one agency may have two of a person. */
    private static boolean ofOneRecord(Stay one, Stay other) {
        return one.basis().participants().stream()
                .map(Participant::record)
                .anyMatch(r ->
                        other.basis().participants().stream()
                                .map(Participant::record)
                                .anyMatch(r::equals));
    }

    private static LocalDate start(Stay stay) {
        return stay.days().from().orElse(LocalDate.MIN);
    }

    private List<Stay> homes() {
        return around.stays(child.individual().id()).stream()
                .filter(s -> s.kind().isHome())
                .toList();
    }

    private Move move(Stay last, Stay home) {
        Instant known =
                Order.later(last.basis().times().received(), home.basis().times().received());
        boolean history = child.situation().historyUntil(home.basis()).isPresent();
        Instant written =
                Order.later(last.basis().times().recorded(), home.basis().times().recorded());
        List<AreaId> from = areas(last);
        List<AreaId> to = areas(home);
        Optional<AreaId> both = from.stream().filter(to::contains).findFirst();
        return new Move(
                last.basis(),
                home.basis(),
                both.or(() -> from.stream().findFirst()),
                both.or(() -> to.stream().findFirst()),
                known,
                history ? known : written);
    }

    /** The areas in which a home may lie, the likeliest first. */
    private List<AreaId> areas(Stay stay) {
        return Recipients.ground(child.situation(), stay.basis())
                .map(List::of)
                .orElseGet(() -> recordedBy(stay.basis()));
    }

    /** Whether a service of that type serves the homes of its own area. */
    static boolean ofItsArea(AgencyType type) {
        return OF_THEIR_AREA.contains(type);
    }

    private List<AreaId> recordedBy(Fact home) {
        return child.situation()
                .directory()
                .agency(home.source())
                .filter(a -> OF_THEIR_AREA.contains(a.type()))
                .map(a -> a.areas(London.day(home.times().recorded())))
                .orElse(List.of());
    }

    private List<Disagreement> disagreements() {
        List<Disagreement> found = new ArrayList<>();
        List<Move> moves = moves();
        if (moves.isEmpty()) {
            return found;
        }
        Move newest = moves.getLast();
        Optional<PlaceId> place = around.placeOf(newest.first());
        Instant recorded = newest.first().times().received();
        Instant due = child.clock().workingDaysAfter(recorded, WORKING_DAYS_TO_AGREE);
        for (Entry<Residence> older : newestBySource()) {
            boolean differs = !around.placeOf(older.fact()).equals(place);
            if (differs && !sameAsFirst(older, newest)) {
                inUse(older.fact().source(), recorded)
                        .map(use -> new Disagreement(newest, older, Order.later(due, use)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean sameAsFirst(Entry<?> older, Move newest) {
        return older.fact().source().equals(newest.first().source());
    }

    private List<Entry<Residence>> newestBySource() {
        Map<AgencyId, Entry<Residence>> newest = new LinkedHashMap<>();
        child.individual().about(Residence.class).stream()
                .filter(e -> around.placeOf(e.fact()).isPresent())
                .filter(e -> e.body().stay().isHome())
                .sorted(Order.OLDEST_FIRST)
                .forEach(e -> newest.put(e.fact().source(), e));
        return List.copyOf(newest.values());
    }

    /** Registered or on roll there, or a record of theirs since: from when it counts as in use. */
    private Optional<Instant> inUse(AgencyId agency, Instant recorded) {
        if (registeredAt(agency) || onRollAt(agency)) {
            return Optional.of(recorded);
        }
        return child.facts().stream()
                .filter(f -> f.source().equals(agency))
                .map(f -> f.times().received())
                .filter(received -> received.isAfter(recorded))
                .min(Comparator.naturalOrder());
    }

    private boolean registeredAt(AgencyId agency) {
        return child.individual().about(GpRegistration.class).stream()
                .filter(e -> !e.body().temporary())
                .max(Order.OLDEST_FIRST)
                .filter(e -> e.fact().source().equals(agency))
                .isPresent();
    }

    private boolean onRollAt(AgencyId agency) {
        return child.individual().about(SchoolRoll.class).stream()
                .filter(e -> e.fact().source().equals(agency))
                .max(Order.OLDEST_FIRST)
                .filter(e -> e.body().joined())
                .isPresent();
    }
}
