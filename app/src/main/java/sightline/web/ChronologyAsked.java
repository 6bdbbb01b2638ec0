package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Fact;
import sightline.core.facts.Standings;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.household.Then;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for of a chronology; a date or an agency that cannot be read is as if it were left
 * out.
 *
 * @param known the day whose knowledge is asked for
 * @param agencies whose entries; all when empty
 */
record ChronologyAsked(
        Optional<LocalDate> known,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<String> agencies,
        int page) {
    ChronologyAsked {
        agencies = Set.copyOf(agencies);
    }

    static ChronologyAsked read(
            Optional<String> known,
            Optional<String> from,
            Optional<String> to,
            Optional<List<String>> agency,
            Optional<Integer> page) {
        return new ChronologyAsked(
                known.flatMap(TypedDate::read),
                from.flatMap(TypedDate::read),
                to.flatMap(TypedDate::read),
                agency.orElse(List.of()).stream()
                        .flatMap(a -> AgencyId.typed(a).stream())
                        .map(AgencyId::value)
                        .collect(Collectors.toUnmodifiableSet()),
                Math.max(1, page.orElse(1)));
    }

    boolean includes(Fact fact) {
        LocalDate day = EntriesDrawing.day(fact);
        return from.filter(day::isBefore).isEmpty()
                && to.filter(day::isAfter).isEmpty()
                && (agencies.isEmpty() || agencies.contains(fact.source().value()));
    }

    /** Whether it had come by then, to somebody who could read it then. */
    boolean knew(Fact fact, Optional<Then> then) {
        boolean came = known.filter(London.day(fact.times().received())::isAfter).isEmpty();
        return came && then.map(t -> t.readable(fact)).orElse(true);
    }

    /**
     * How each of what was known stood. When a correction came that is about somebody else is known
     * of today alone.
     */
    Standings standings(List<Fact> knew, Child child) {
        return known.isPresent()
                ? Standings.of(knew)
                : Standings.of(knew, child.family().around().withdrawn());
    }

    /** The moment whose knowledge is asked for: the end of that day, or now. */
    Optional<Then.Asked> asOf(Visit visit) {
        return known.map(day -> {
            Instant end = London.endOf(day);
            Instant moment = end.isBefore(visit.now()) ? end : visit.now();
            return new Then.Asked(
                    moment,
                    Visitors.addresses(visit.directory(), visit.account(), day),
                    visit.directory());
        });
    }

    ChronologyAsked onPage(int other) {
        return new ChronologyAsked(known, from, to, agencies, other);
    }

    /** The same as the query of an address. */
    String query() {
        var query = new StringBuilder("?page=" + page);
        known.ifPresent(d -> query.append("&known=").append(d));
        from.ifPresent(d -> query.append("&from=").append(d));
        to.ifPresent(d -> query.append("&to=").append(d));
        agencies.stream().sorted().forEach(a -> query.append("&agency=").append(a));
        return query.toString();
    }
}
