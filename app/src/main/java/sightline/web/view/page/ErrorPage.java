package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * Something did not work: what, in plain words, and what to do.
 *
 * @param reference what to quote when ringing; empty when there is none
 * @param open where to go on; the reader's work where there is nothing better
 */
public record ErrorPage(
        PageFrame frame,
        String heading,
        String happened,
        List<String> todo,
        String reference,
        @Nullable Link open)
        implements Page {
    public ErrorPage {
        todo = List.copyOf(todo);
    }

    @Override
    public String template() {
        return "page/error.jte";
    }

    /** The page for an HTTP status; the words of 400 or 500 for any that has none of its own. */
    public static ErrorPage of(int status, PageFrame frame, String reference) {
        var words = Words.of(status);
        return new ErrorPage(
                frame.titled(words.heading),
                words.heading,
                words.happened,
                words.todo.lines().toList(),
                reference,
                null);
    }

    private enum Words {
        BAD_REQUEST(
                400,
                "We could not use what was sent",
                "Something in the address or the form was not as it should be. Nothing was saved.",
                """
                Go back, check what you typed and send it again.
                If you followed a link, start from your work instead.
                """),
        FORBIDDEN(
                403,
                "You cannot open this",
                "Your role or your reason for access does not cover this page. It says nothing about whether there is a record. Your attempt was written in the access log.",
                """
                Check your reason for access at the top of the page and change it if it is out of date.
                If you need it to protect a child now, ring the safeguarding desk.
                """),
        NOT_FOUND(
                404,
                "There is no page here",
                "The address may be mistyped, or the search it came from has ended. Searches end after a while, so that no address keeps a name.",
                """
                Search again, or start from your work.
                Do not read this as “nothing is known”.
                """),
        NOT_ALLOWED(
                405,
                "This page cannot be used in that way",
                "The address takes no such request. Nothing was saved.",
                """
                Go back and use the buttons of the page.
                """),
        CONFLICT(
                409,
                "Somebody changed this before you",
                "What you sent rests on an older state of the record. Nothing was overwritten, and what you typed is kept as a draft.",
                """
                Open the page again, read what is new, then send yours.
                """),
        TOO_LARGE(
                413,
                "That is too large to send",
                "A file or a text was larger than this page takes. Nothing was saved.",
                """
                Send a smaller file, or several one after another. The page says how large a file may be.
                Go back: most browsers still have the text that you typed. Shorten it, or copy it.
                """),
        BROKEN(
                500,
                "Something went wrong on our side",
                "It has been recorded. We cannot say whether your last action was saved.",
                """
                Open the page again and look whether your entry is there before you send it twice.
                If a child may be in danger now, do not wait for this page: ring the safeguarding desk, or 999.
                """),
        UNAVAILABLE(
                503,
                "Sightline cannot be reached just now",
                "It is being started, or its database does not answer. What was acknowledged is safe. Clocks go on and are caught up; times shown may be late until then.",
                """
                Try again in a minute.
                If a child may be in danger now, do not wait for this page: ring the safeguarding desk, or 999.
                """);

        private final int status;
        private final String heading;
        private final String happened;
        private final String todo;

        Words(int status, String heading, String happened, String todo) {
            this.status = status;
            this.heading = heading;
            this.happened = happened;
            this.todo = todo;
        }

        static Words of(int status) {
            for (var words : values()) {
                if (words.status == status) {
                    return words;
                }
            }
            return status < BROKEN.status ? BAD_REQUEST : BROKEN;
        }
    }
}
