package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One change that a keeper of the directory makes. Past work keeps the directory of its time. */
public sealed interface DirectoryChange {
    /** Which area it is about, or the area of the agency that it is about. */
    Optional<AreaId> area(DirectoryEntries entries);

    /**
     * The entries afterwards.
     *
     * @throws IllegalArgumentException saying what is wrong and what to do, where it cannot be made
     */
    DirectoryEntries in(DirectoryEntries entries);

    /** In words, for the journal: ids and days, nobody's name. */
    String said();

    /**
     * A holiday of an area's own.
     *
     * @param name what it is called; empty takes the holiday away
     */
    record Holiday(AreaId of, LocalDate day, Optional<String> name) implements DirectoryChange {
        private static final int LONGEST = 80;

        public Holiday {
            name = name.map(String::strip).filter(n -> !n.isEmpty());
            if (name.filter(n -> n.length() > LONGEST).isPresent()) {
                throw new IllegalArgumentException(
                        "The name of a holiday has at most "
                                + LONGEST
                                + " characters.\nShorten it.");
            }
        }

        @Override
        public Optional<AreaId> area(DirectoryEntries entries) {
            return Optional.of(of);
        }

        @Override
        public DirectoryEntries in(DirectoryEntries entries) {
            return ChangedEntries.area(
                    entries,
                    of,
                    area -> {
                        Map<LocalDate, String> days = new TreeMap<>(area.holidays());
                        name.ifPresentOrElse(n -> days.put(day, n), () -> days.remove(day));
                        return area.withHolidays(days);
                    });
        }

        @Override
        public String said() {
            return "holiday of " + of + " on " + day + (name.isEmpty() ? " taken away" : "");
        }
    }

    /**
     * The postcode areas, districts and sectors that lie in an area, in the place of all it had.
     */
    record Postcodes(AreaId of, List<String> postcodes) implements DirectoryChange {
        private static final Pattern FORM = Pattern.compile("[A-Z]{1,2}([0-9][0-9A-Z]?( [0-9])?)?");

        public Postcodes {
            postcodes =
                    postcodes.stream()
                            .map(p -> p.strip().toUpperCase(java.util.Locale.ROOT))
                            .filter(p -> !p.isEmpty())
                            .distinct()
                            .toList();
            postcodes.stream()
                    .filter(p -> !FORM.matcher(p).matches())
                    .findFirst()
                    .ifPresent(wrong -> {
                        throw new IllegalArgumentException(
                                "“%s” is no postcode area, district or sector.\nWrite WM, WM4 or WM4 2."
                                        .formatted(
                                                wrong.substring(0, Math.min(20, wrong.length()))));
                    });
        }

        @Override
        public Optional<AreaId> area(DirectoryEntries entries) {
            return Optional.of(of);
        }

        @Override
        public DirectoryEntries in(DirectoryEntries entries) {
            for (Area other : entries.areas()) {
                for (String postcode : other.postcodes()) {
                    if (!other.id().equals(of) && postcodes.contains(postcode)) {
                        throw new IllegalArgumentException(
                                "%s lies in %s already.\nTake it away there first, or enter a longer one."
                                        .formatted(postcode, other.id()));
                    }
                }
            }
            return ChangedEntries.area(entries, of, area -> area.withPostcodes(postcodes));
        }

        @Override
        public String said() {
            return "postcodes of " + of + ": " + String.join(", ", postcodes);
        }
    }

    /**
     * An agency closes at the end of a day; another has its work from the next day on, in every
     * area that it served.
     */
    record Succession(AgencyId closing, AgencyId next, LocalDate lastDay)
            implements DirectoryChange {
        @Override
        public Optional<AreaId> area(DirectoryEntries entries) {
            return ChangedEntries.agency(entries, closing).map(Agency::area);
        }

        @Override
        public DirectoryEntries in(DirectoryEntries entries) {
            Agency successor = ChangedEntries.required(entries, next);
            Agency agency = ChangedEntries.required(entries, closing);
            if (successor.type() != agency.type()) {
                throw new IllegalArgumentException(
                        "%s is of another type than %s.\nName one of the same type: its posts take over."
                                .formatted(next, closing));
            }
            if (successor.closedOn(lastDay.plusDays(1))) {
                throw new IllegalArgumentException(
                        "%s is closed itself by then.\nName one that is open.".formatted(next));
            }
            return ChangedEntries.succeeded(entries, closing, next, lastDay);
        }

        @Override
        public String said() {
            return closing + " closes at the end of " + lastDay + ", succeeded by " + next;
        }
    }

    /**
     * An agency serves an area that is not its home, on these days: from the first of them on in
     * the place of whatever was entered for the area that overlaps them. Whoever keeps the area
     * served decides, for it is its children of whom the agency is told.
     */
    record Serve(AgencyId agency, AreaId of, Period days) implements DirectoryChange {
        @Override
        public Optional<AreaId> area(DirectoryEntries entries) {
            return Optional.of(of);
        }

        @Override
        public DirectoryEntries in(DirectoryEntries entries) {
            Area served = ChangedEntries.requiredArea(entries, of);
            served.merged().ifPresent(this::requireBefore);
            Agency serving = ChangedEntries.required(entries, agency);
            if (serving.area().equals(of)) {
                throw new IllegalArgumentException(
                        "%s is at home in %s.\nName another area that it serves."
                                .formatted(agency, of));
            }
            if (days.from().filter(serving::closedOn).isPresent()) {
                throw new IllegalArgumentException(
                        "%s is closed by then.\nName the one that has its work.".formatted(agency));
            }
            return ChangedEntries.agencies(
                    entries, a -> a.id().equals(agency) ? a.alsoServing(of, days) : a);
        }

        private void requireBefore(Area.Merger merger) {
            if (days.from().filter(first -> !first.isBefore(merger.from())).isPresent()) {
                throw new IllegalArgumentException(
                        "%s is part of %s by then.\nName that one as the area served."
                                .formatted(of, merger.into()));
            }
        }

        @Override
        public String said() {
            return agency + " serves " + of + ", " + days.inWords();
        }
    }

    /**
     * An area becomes part of another. Each of its agencies of whose type the other has exactly one
     * closes then and is succeeded by that one; the rest stay open, and serve the whole.
     *
     * @param from the first day on which it is
     */
    record Merge(AreaId of, AreaId into, LocalDate from) implements DirectoryChange {
        @Override
        public Optional<AreaId> area(DirectoryEntries entries) {
            return Optional.of(of);
        }

        @Override
        public DirectoryEntries in(DirectoryEntries entries) {
            if (of.equals(into)) {
                throw new IllegalArgumentException(
                        "An area is not merged into itself.\nName another area.");
            }
            ChangedEntries.requiredArea(entries, into);
            var merged = ChangedEntries.area(entries, of, area -> area.mergedInto(into, from));
            for (Agency agency : entries.agencies()) {
                Optional<AgencyId> next = successor(entries, agency);
                if (next.isPresent()) {
                    merged =
                            ChangedEntries.succeeded(
                                    merged, agency.id(), next.get(), from.minusDays(1));
                }
            }
            return merged;
        }

        private Optional<AgencyId> successor(DirectoryEntries entries, Agency agency) {
            if (!agency.area().equals(of)
                    || agency.successor().isPresent()
                    || agency.closedOn(from)) {
                return Optional.empty();
            }
            List<AgencyId> same =
                    entries.agencies().stream()
                            .filter(a -> a.area().equals(into) && a.type() == agency.type())
                            .filter(a -> a.open().contains(from))
                            .map(Agency::id)
                            .toList();
            return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        }

        @Override
        public String said() {
            return of + " is part of " + into + " from " + from;
        }
    }
}
