package sightline.core.checks;

import sightline.core.directory.AgencyType;

import java.util.List;
import java.util.Set;

/**
 * A kind of message at which somebody may be checked.
 *
 * @param kind the kind's name on the wire
 * @param title what it is called on pages
 * @param answers how much is said
 * @param home whether whoever is named would live at the message's place
 * @param usualFor the agencies for whom it is the usual one of those that they have
 * @param sources which sources must have answered before "nothing known" may be said, in the order
 *     in which every answer lists them
 */
public record Touchpoint(
        String kind,
        String title,
        Answers answers,
        boolean home,
        Set<AgencyType> usualFor,
        List<Source> sources) {

    /** How much the answer says. */
    public enum Answers {
        /** One of three sentences and whom to ring: trust tier T0. */
        WORDS,
        /** Also what it rests on, without any case data: trust tier T1 and above. */
        STEPS
    }

    /**
     * A group of sources, as answers name it.
     *
     * @param name "GP practices"
     * @param types the agencies of an area that are it
     */
    public record Source(String name, Set<AgencyType> types) {
        public Source {
            types = Set.copyOf(types);
        }
    }

    public Touchpoint {
        usualFor = Set.copyOf(usualFor);
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    kind + " asks no source: an answer about nothing would read like none known");
        }
    }
}
