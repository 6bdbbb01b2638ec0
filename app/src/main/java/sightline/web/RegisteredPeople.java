package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.PersonId;
import sightline.household.Look;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return opened(visit, response, id, people.child(visit.reader(), id, page), made);
    }

    private Object opened(
            Visit visit,
            HttpServletResponse response,
            PersonId id,
            Look<Child> look,
            Function<RegisterParts, Object> made) {
        return parts(visit, look)
                .map(made)
                .orElseGet(() ->
                        Answers.page(
                                visit, response, look, id, _ -> Answers.nobody(visit, response)));
    }

    /**
     * The same for a form that was sent and keeps no draft: one that was shown of somebody else is
     * refused, and what somebody wrote to whom the person is not open any more is shown to them.
     *
     * @param texts the fields whose words are shown again where it is
     */
    Object sent(
            Visit visit,
            HttpServletResponse response,
            PersonId id,
            Map<String, String> typed,
            List<String> texts,
            Function<RegisterParts, Object> made) {
        Look<Child> look = people.child(visit.reader(), id, page);
        String[] fields = texts.toArray(String[]::new);
        if (SentAbout.of(visit, look, typed) instanceof SentAbout.Another another) {
            return another.refused(visit, response, typed, fields);
        }
        List<String> written = SentAbout.written(typed, fields);
        if (look instanceof Look.Restricted<Child> && !written.isEmpty()) {
            return Answers.unkept(visit, response, HttpServletResponse.SC_FORBIDDEN, written);
        }
        boolean left = look instanceof Look.Open<Child> && parts(visit, look).isEmpty();
        return left && !written.isEmpty()
                ? Answers.unkept(visit, response, HttpServletResponse.SC_NOT_FOUND, written)
                : opened(visit, response, id, look, made);
    }

    /**
     * The same for a form that was sent; what is done with it where there is no page any more, or
     * that of somebody else.
     */
    Object sent(
            Visit visit,
            PersonId id,
            Map<String, String> typed,
            Function<RegisterParts, Object> made,
            Function<SentAbout, Object> refused) {
        Look<Child> look = people.child(visit.reader(), id, page);
        SentAbout about = SentAbout.of(visit, look, typed);
        return about instanceof SentAbout.Them
                ? parts(visit, look)
                        .map(made)
                        .orElseGet(() -> refused.apply(new SentAbout.Nobody()))
                : refused.apply(about);
    }

    private Optional<RegisterParts> parts(Visit visit, Look<Child> look) {
        return look instanceof Look.Open<Child>(Child child)
                ? Optional.of(new RegisterParts(visit, child)).filter(which)
                : Optional.empty();
    }
}
