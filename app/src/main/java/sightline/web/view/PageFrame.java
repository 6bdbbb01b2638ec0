package sightline.web.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What surrounds each page: who reads it, for what purpose, and where they can go.
 *
 * @param title of the page, without the name of the system
 * @param reader null before sign-in
 * @param purpose the reader's reason for access, as shown; empty before one is chosen
 * @param navigation depends on the reader: a page that the reader may not open is not in it
 * @param search whether the reader may search for people
 * @param csrf token of the session, in every form that is posted
 * @param desk whom to ring for certainty
 * @param madeUp whether the records are a demonstration's
 * @param signedOutAfterMinutes length of an idle session, for the warning; 0 when signed out
 * @param behind what is said while the pipeline or a source is behind; empty when nothing is
 */
public record PageFrame(
        String title,
        @Nullable Reader reader,
        String purpose,
        List<NavigationItem> navigation,
        boolean search,
        Csrf csrf,
        Desk desk,
        boolean madeUp,
        int signedOutAfterMinutes,
        List<String> behind) {

    public PageFrame {
        behind = List.copyOf(behind);
        navigation = List.copyOf(navigation);
    }

    /** The frame of a reader who has not signed in. */
    public static PageFrame signedOut(String title, Csrf csrf, Desk desk, boolean madeUp) {
        return new PageFrame(title, null, "", List.of(), false, csrf, desk, madeUp, 0, List.of());
    }

    /** The same frame round another page. */
    public PageFrame titled(String other) {
        return new PageFrame(
                other,
                reader,
                purpose,
                navigation,
                search,
                csrf,
                desk,
                madeUp,
                signedOutAfterMinutes,
                behind);
    }

    /** Who reads the page: name, and role with agency. */
    public record Reader(String name, String role) {}

    /**
     * A way to go.
     *
     * @param count like "3"; empty when there is nothing to count
     * @param countMeans what is counted, like "overdue"
     */
    public record NavigationItem(
            String text, String href, boolean current, String count, String countMeans) {

        public static NavigationItem of(String text, String href, boolean current) {
            return new NavigationItem(text, href, current, "", "");
        }
    }

    /** The hidden field that proves a form is ours. */
    public record Csrf(String parameter, String token) {}

    /** Whom to ring: "the Westmarsh safeguarding desk" and its number. */
    public record Desk(String name, String telephone) {}
}
