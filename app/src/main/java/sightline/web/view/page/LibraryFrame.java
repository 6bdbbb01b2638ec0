package sightline.web.view.page;

import sightline.web.view.PageFrame;

/**
 * What surrounds a public page. It has no form that is posted, so nobody gets a session or a
 * cookie.
 *
 * @param current which of the ways to go this is
 */
public record LibraryFrame(String title, String current, boolean madeUp, PageFrame.Desk desk) {
    /** As a page's frame: of nobody. */
    public PageFrame outer() {
        return PageFrame.signedOut(title, new PageFrame.Csrf("", ""), desk, madeUp);
    }
}
