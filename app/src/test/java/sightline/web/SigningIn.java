package sightline.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

import sightline.browser.TestBrowser;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs somebody in through the pages, with their reason for access. */
final class SigningIn {
    /** Sessions of before, by server, person and reason: a password costs much to check. */
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    private SigningIn() {}

    /**
     * As that person, from then on.
     *
     * @param address of the page to sign in on
     * @param purpose words of the reason's label
     * @return the same page, signed in
     */
    static Page as(Page page, String address, String name, String purpose) {
        String session = address + " " + name + " " + purpose;
        List<Cookie> kept = SESSIONS.get(session);
        if (kept != null && stillThere(page, address, kept)) {
            return page;
        }
        anew(page, address, name, purpose);
        SESSIONS.put(session, page.context().cookies());
        return page;
    }

    /** The same, with the password and in a session of its own. */
    static Page anew(Page page, String address, String name, String purpose) {
        enter(page, address, name, purpose);
        return page;
    }

    /** Whether a session of before goes on; one that somebody ended leads to the sign-in page. */
    private static boolean stillThere(Page page, String address, List<Cookie> kept) {
        page.context().addCookies(kept);
        page.navigate(URI.create(address).resolve("/work").toString());
        return page.locator("nav[aria-label=Main]").count() > 0;
    }

    private static void enter(Page page, String address, String name, String purpose) {
        page.context().clearCookies();
        page.navigate(address);
        page.getByLabel("Sign-in name").fill(name);
        page.getByLabel("Password").fill(Westmarsh.PASSWORD);
        press(page, "Sign in");
        TestBrowser.choose(page.getByLabel(purpose));
        press(page, "Continue");
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }
}
