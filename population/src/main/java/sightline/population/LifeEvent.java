package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * One thing that one agency recorded: what a message is made from.
 *
 * @param number 0, 1, 2 ... in the order of the stream, which is the order of {@code recordedAt}
 * @param kind the message kind in kebab-case, for example {@code injury-observed}
 * @param agencyId who recorded it
 * @param happenedOn the day in Europe/London
 * @param happenedAt the time of day, where the agency wrote one down
 * @param recordedAt when the agency's system had it
 * @param place where it happened, where the record says
 * @param people the agency's records of those concerned, with their roles
 * @param details further fields by name
 */
public record LifeEvent(
        long number,
        String kind,
        String agencyId,
        LocalDate happenedOn,
        @Nullable LocalTime happenedAt,
        Instant recordedAt,
        @Nullable Address place,
        List<Participant> people,
        Map<String, Detail> details) {

    public LifeEvent {
        people = List.copyOf(people);
        details = Map.copyOf(details);
    }
}
