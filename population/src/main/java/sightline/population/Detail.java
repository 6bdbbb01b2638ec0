package sightline.population;

import java.time.LocalDate;

/** A typed value of a field of a {@link LifeEvent}. */
public sealed interface Detail {

    /** A code: a lower-case slug from a closed list that the producing class names. */
    record Code(String value) implements Detail {}

    /** Free text, invented. */
    record Words(String value) implements Detail {}

    /** A whole number; the field's name carries the unit. */
    record Count(long value) implements Detail {}

    /** A calendar day. */
    record Day(LocalDate value) implements Detail {}

    /** Yes or no. */
    record Flag(boolean value) implements Detail {}
}
