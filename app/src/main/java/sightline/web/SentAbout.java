package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.PersonId;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.ErrorPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a form that was sent is about. While it was open, the records of its person may have been
 * separated, and the address of its page may lead to another of them since. The form says in a
 * hidden field of whose record it was shown, and is taken for nobody else.
 */
sealed interface SentAbout {
    /** Whoever it was shown of. */
    record Them(Child child) implements SentAbout {}

    /**
     * Somebody of whom it was not shown.
     *
     * @param there to whom its address leads now
     */
    record Another(PersonId there) implements SentAbout {}

    /** Nobody whose page opens to the reader. */
    record Nobody() implements SentAbout {}

    /** Found out from what its address leads to now. */
    static SentAbout of(Visit visit, Look<Child> look, Map<String, String> typed) {
        if (!(look instanceof Look.Open<Child>(Child child))) {
            return new Nobody();
        }
        String sent = typed.getOrDefault(DraftAbout.FIELD, "");
        return DraftAbout.of(visit, child, "").names().contains(DraftAbout.child(sent))
                ? new Them(child)
                : new Another(child.family().subject().id());
    }

    /** The hidden field of a form that keeps no draft; one that does has it of itself. */
    static Field field(Visit visit, Child child) {
        return new Field.Hidden(DraftAbout.FIELD, DraftAbout.of(visit, child, "").name());
    }

    /**
     * What is answered to a form that is about another and keeps no draft.
     *
     * @param texts the fields whose words are shown again, so that they are not lost
     */
    default Page refused(
            Visit visit, HttpServletResponse response, Map<String, String> typed, String... texts) {
        List<String> written = written(typed, texts);
        if (this instanceof Nobody) {
            return written.isEmpty()
                    ? Answers.nobody(visit, response)
                    : Answers.unkept(visit, response, HttpServletResponse.SC_NOT_FOUND, written);
        }
        return page(
                visit,
                response,
                "",
                Stream.concat(
                                written.stream(),
                                Stream.of(
                                        "Look for the person you mean, open the form there, and"
                                                + " enter it again."))
                        .toList(),
                Optional.empty());
    }

    /** What somebody wrote in these fields, as it is shown again. */
    static List<String> written(Map<String, String> typed, String... texts) {
        return Stream.of(texts)
                .flatMap(t -> EntryForm.typed(Optional.ofNullable(typed.get(t))).stream())
                .map(w -> "You wrote: " + w)
                .toList();
    }

    /**
     * The same where what was typed was to be kept as a draft.
     *
     * @param wrote the words, shown where they could not be kept
     */
    static Page refused(
            Visit visit, HttpServletResponse response, Optional<String> draft, List<String> wrote) {
        List<String> todo = new ArrayList<>(draft.isPresent() ? List.of() : wrote);
        draft.ifPresent(_ ->
                todo.add(
                        "Open your draft: it stands in the form of whoever has that record now. Make"
                                + " sure that it is the person you mean, and send it there."));
        todo.add(
                "If you mean the other, open their page and write it there: nothing you typed was"
                        + " kept about them.");
        return page(
                visit,
                response,
                draft.isPresent()
                        ? " What you typed is kept as your draft for 7 days."
                        : " What you typed was not kept. What you wrote stands below, to be copied.",
                todo,
                draft.map(address -> Link.to("Open your draft", address)));
    }

    private static Page page(
            Visit visit,
            HttpServletResponse response,
            String besides,
            List<String> todo,
            Optional<Link> open) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        String heading = "This form was about somebody else";
        return new ErrorPage(
                visit.frame("", "").titled(heading),
                heading,
                "Records were separated while it was open, and its address leads to another person"
                        + " now. Nothing was saved about either."
                        + besides,
                todo,
                "",
                open.orElse(null));
    }
}
