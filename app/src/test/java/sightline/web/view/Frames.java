package sightline.web.view;

import sightline.web.view.PageFrame.Csrf;
import sightline.web.view.PageFrame.Desk;
import sightline.web.view.PageFrame.NavigationItem;
import sightline.web.view.PageFrame.Reader;

import java.util.List;

/** Frames of invented readers. */
final class Frames {

    static final Csrf CSRF = new Csrf("_csrf", "example-token");
    static final Desk DESK = new Desk("the Westmarsh safeguarding desk", "01632 960 104");

    private Frames() {}

    static PageFrame socialWorker(String title, String current, String purpose) {
        return new PageFrame(
                title,
                new Reader("Priya Nair", "Social worker, Westmarsh Council"),
                purpose,
                List.of(
                        new NavigationItem("Work", "/work", current.equals("Work"), "3", "overdue"),
                        NavigationItem.of("Children", "/children", current.equals("Children")),
                        NavigationItem.of("Compare", "/matches", current.equals("Compare")),
                        NavigationItem.of("Rules", "/rules", current.equals("Rules"))),
                true,
                CSRF,
                DESK,
                true,
                30,
                List.of());
    }

    static PageFrame dataSteward(String title, String current) {
        return new PageFrame(
                title,
                new Reader("Idris Bevan", "Data steward, Westmarsh partnership"),
                "Quality of records, Westmarsh",
                List.of(
                        NavigationItem.of("Feeds", "/feeds", current.equals("Feeds")),
                        new NavigationItem(
                                "Compare", "/matches", current.equals("Compare"), "6", "waiting"),
                        NavigationItem.of("Rules", "/rules", current.equals("Rules"))),
                false,
                CSRF,
                DESK,
                true,
                30,
                List.of());
    }

    static PageFrame signedOut(String title) {
        return PageFrame.signedOut(title, CSRF, DESK, true);
    }
}
