package sightline.core.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many children could be meant by what a review says of its child. Below {@link #ENOUGH} the
 * year and the age are told more widely, step by step; then the area is left out and the review
 * goes through the national collection.
 */
public final class Reidentification {
    /** So many children must fit at least. */
    public static final long ENOUGH = 10;

    private static final int NEVER_WIDER_THAN_YEARS = 5;

    private Reidentification() {}

    /** The published number of children of an area. */
    public interface Population {
        /**
         * Children who lived there and were of that age in any of the years, in the smallest year.
         *
         * @param place an area or an agency, which points to an area as well; empty for the nation
         */
        long children(Optional<String> place, int ageFrom, int ageTo, int year);
    }

    /**
     * Something said of the child that only some children share.
     *
     * @param share of all children, like 0.03 for twins
     */
    public record Trait(String words, double share) {
        public Trait {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is more than 0 and at most 1");
            }
        }
    }

    /**
     * What the published text would tell.
     *
     * @param places the area and every agency that is named; none once the area is left out
     */
    public record Told(
            List<String> places,
            int ageFrom,
            int ageTo,
            int yearFrom,
            int yearTo,
            List<Trait> traits) {
        public Told {
            places = List.copyOf(places);
            traits = List.copyOf(traits);
            if (ageFrom < 0 || ageTo < ageFrom || ageTo > 17 || yearTo < yearFrom) {
                throw new IllegalArgumentException(
                        "ages are 0 to 17 and years in order.\nGive the youngest and the earliest first.");
            }
        }

        private Told years(int from, int to) {
            return new Told(places, ageFrom, ageTo, from, to, traits);
        }

        private Told ages(int from, int to) {
            return new Told(places, from, to, yearFrom, yearTo, traits);
        }

        private Told nowhere() {
            return new Told(List.of(), ageFrom, ageTo, yearFrom, yearTo, traits);
        }

        /** Like "aged 1 to 4, 2024 or 2025". */
        public String words() {
            String age =
                    ageTo == 0
                            ? "under 1"
                            : ageFrom == ageTo
                                    ? "aged " + ageFrom
                                    : "aged " + ageFrom + " to " + ageTo;
            return age + ", " + years() + (places.isEmpty() ? ", area not given" : "");
        }

        /** Like "2024 or 2025". */
        public String years() {
            return yearFrom == yearTo
                    ? Integer.toString(yearFrom)
                    : yearTo == yearFrom + 1
                            ? yearFrom + " or " + yearTo
                            : yearFrom + " to " + yearTo;
        }
    }

    /** A way of telling it, and how many children fit. */
    public record Counted(Told told, long k) {
        /** Whether enough children fit. */
        public boolean enough() {
            return k >= ENOUGH;
        }
    }

    /** How many fit: the fewest that any named place leaves. */
    public static Counted count(Told told, Population population) {
        double share = told.traits().stream().mapToDouble(Trait::share).reduce(1, (a, b) -> a * b);
        List<Optional<String>> places =
                told.places().isEmpty()
                        ? List.of(Optional.empty())
                        : told.places().stream().map(Optional::of).toList();
        long fewest = Long.MAX_VALUE;
        for (Optional<String> place : places) {
            long there = 0;
            for (int year = told.yearFrom(); year <= told.yearTo(); year++) {
                // A year that was widened adds those who were of the age then and are not now: one
                // year of births. Counting everybody again would count the same children twice.
                long then = population.children(place, told.ageFrom(), told.ageTo(), year);
                long fresh =
                        year == told.yearFrom() ? then : then / (told.ageTo() - told.ageFrom() + 1);
                there += fresh;
            }
            fewest = Math.min(fewest, (long) Math.floor(there * share + 1e-9));
        }
        return new Counted(told, fewest);
    }

    /**
     * The first way of telling it that leaves enough, after those that did not; the last one where
     * none does, which somebody must then accept or withhold.
     */
    public static List<Counted> widen(Told told, Population population) {
        List<Told> ways = new ArrayList<>();
        ways.add(told);
        Told wider = told;
        for (int more = 1; more < NEVER_WIDER_THAN_YEARS; more += 2) {
            wider = wider.years(told.yearFrom() - more, told.yearTo() + (more > 1 ? 1 : 0));
            ways.add(wider);
        }
        int[] band = band(told);
        Told banded = wider.ages(band[0], band[1]);
        if (!banded.equals(wider)) {
            ways.add(banded);
        }
        ways.add(told.ages(band[0], band[1]).years(told.yearFrom() - 1, told.yearTo()).nowhere());
        ways.add(banded.nowhere());
        List<Counted> counted = new ArrayList<>();
        for (Told way : ways) {
            Counted one = count(way, population);
            counted.add(one);
            if (one.enough()) {
                break;
            }
        }
        return List.copyOf(counted);
    }

    /** The usual band round some ages: under 5, 5 to 10, 11 to 17, or what spans them. */
    private static int[] band(Told told) {
        int from = told.ageFrom() < 5 ? 0 : told.ageFrom() < 11 ? 5 : 11;
        int to = told.ageTo() < 5 ? 4 : told.ageTo() < 11 ? 10 : 17;
        return new int[] {from, to};
    }
}
