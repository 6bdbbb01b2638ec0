package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody as they truly are.
 *
 * @param surnames the surname at birth first, the present one last
 * @param nameOrigin the system of names that the person's is of, {@code british} for most
 * @param nhsNumber ten digits of the test range; null for those after the first 909,091 people
 * @param mother who gave birth, where the population holds her
 * @param twin the other one
 * @param residences in order of time, the present one last
 */
public record Person(
        PersonId id,
        String forename,
        String middleNames,
        List<Surname> surnames,
        Sex sex,
        String nameOrigin,
        LocalDate dateOfBirth,
        @Nullable LocalDate died,
        @Nullable String nhsNumber,
        @Nullable PersonId mother,
        @Nullable PersonId father,
        @Nullable PersonId partner,
        @Nullable PersonId twin,
        HouseholdId household,
        List<Residence> residences) {

    public Person {
        surnames = List.copyOf(surnames);
        residences = List.copyOf(residences);
    }

    /**
     * A surname and when it ended.
     *
     * @param until the first day of the next one; null for the present one
     */
    public record Surname(String name, @Nullable LocalDate until) {}

    /** A dwelling, its address and the first day there. */
    public record Residence(DwellingId dwelling, Address address, LocalDate from) {}

    /** The present surname. */
    public String surname() {
        return surnames.getLast().name();
    }
}
