package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.PersonId;
import sightline.household.Look;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Opens one registered person for one of the register's pages; whoever is not there, not the
 * reader's, or under no such register is answered as everywhere.
 *
 * @param page as the journal of access names it
 * @param which of whom there is such a page
 */
record RegisteredPeople(ChildReading people, String page, Predicate<RegisterParts> which) {
    Object open(
            Visit visit,
            HttpServletResponse response,
            PersonId id,
            Function<RegisterParts, Object> made) {
        Look<Child> look = people.child(visit.reader(), id, page);
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return Answers.page(visit, response, look, id, _ -> Answers.nobody(visit, response));
        }
        RegisterParts parts = new RegisterParts(visit, child);
        return which.test(parts) ? made.apply(parts) : Answers.nobody(visit, response);
    }
}
