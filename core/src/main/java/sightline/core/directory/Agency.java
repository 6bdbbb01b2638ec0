package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.OdsCode;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An organisation that sends or receives, and the areas that it serves: the one in which it is at
 * home for as long as it exists, and further ones, as a hospital trust, a housing association or a
 * police force does (decision 55).
 *
 * @param area its home: whoever leads there answers for its work
 * @param open the days on which it exists: codes close and are succeeded by others
 * @param odsCode its health service code, if it has one
 * @param successor who has its work from the day after its last, if anybody does
 * @param serves the further areas, each with its days, in the order entered
 */
public record Agency(
        AgencyId id,
        String name,
        AgencyType type,
        AreaId area,
        Period open,
        Optional<OdsCode> odsCode,
        Optional<AgencyId> successor,
        List<Service> serves) {

    /** The days on which an agency serves an area that is not its home. */
    public record Service(AreaId area, Period days) {
        private boolean covers(Service other) {
            return area.equals(other.area)
                    && days.intersection(other.days).filter(other.days::equals).isPresent();
        }
    }

    public Agency {
        serves = List.copyOf(serves);
    }

    /** An agency that nobody succeeds and that serves no further area. */
    public Agency(
            AgencyId id,
            String name,
            AgencyType type,
            AreaId area,
            Period open,
            Optional<OdsCode> odsCode) {
        this(id, name, type, area, open, odsCode, Optional.empty(), List.of());
    }

    /** An agency without known dates or health service code. */
    public Agency(AgencyId id, String name, AgencyType type, AreaId area) {
        this(id, name, type, area, Period.always(), Optional.empty());
    }

    /** The same, closing at the end of a day; another has its work from the next day on. */
    public Agency succeededBy(AgencyId next, LocalDate lastDay) {
        return new Agency(
                id,
                name,
                type,
                area,
                new Period(open.from(), Optional.of(lastDay)),
                odsCode,
                Optional.of(next),
                serves);
    }

    /** The same, serving these further areas. */
    public Agency serving(List<Service> further) {
        return new Agency(id, name, type, area, open, odsCode, successor, further);
    }

    /**
     * The same, serving an area on these days. Days there that overlap them are kept up to the
     * first of these; from then on these stand in their place.
     */
    Agency alsoServing(AreaId other, Period days) {
        Map<Boolean, List<Service>> overlapping =
                serves.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        s -> s.area().equals(other) && s.days().overlaps(days)));
        Period whole = days;
        for (Service earlier : overlapping.getOrDefault(true, List.of())) {
            whole = begun(whole, earlier.days().from());
        }
        return serving(
                Stream.concat(
                                overlapping.getOrDefault(false, List.of()).stream(),
                                Stream.of(new Service(other, whole)))
                        .toList());
    }

    private static Period begun(Period days, Optional<LocalDate> first) {
        Optional<LocalDate> from = days.from().flatMap(a -> first.map(b -> a.isBefore(b) ? a : b));
        return new Period(from, days.until());
    }

    /**
     * The same, serving beside what it serves itself whatever one served that closes, its home
     * included, from the day after its last.
     */
    Agency takingOver(Agency closing) {
        Optional<Period> after = closing.open().until().map(last -> Period.from(last.plusDays(1)));
        Stream<Service> taken =
                closing.everywhere()
                        .filter(s -> !s.area().equals(area))
                        .flatMap(s ->
                                after
                                        .flatMap(s.days()::intersection)
                                        .map(days -> new Service(s.area(), days))
                                        .stream())
                        .filter(s -> serves.stream().noneMatch(own -> own.covers(s)));
        return serving(Stream.concat(serves.stream(), taken).toList());
    }

    /** Its home and the further areas. */
    private Stream<Service> everywhere() {
        return Stream.concat(Stream.of(new Service(area, Period.always())), serves.stream());
    }

    /** The areas that it serves on a day, its home first. */
    public List<AreaId> areas(LocalDate day) {
        return Stream.concat(
                        Stream.of(area),
                        serves.stream().filter(s -> s.days().contains(day)).map(Service::area))
                .distinct()
                .toList();
    }

    /** Whether it serves an area on a day, at home there or not. */
    public boolean serves(AreaId other, LocalDate day) {
        return areas(day).contains(other);
    }

    /** Whether its last day is past. */
    public boolean closedOn(LocalDate day) {
        return open.until().filter(day::isAfter).isPresent();
    }
}
