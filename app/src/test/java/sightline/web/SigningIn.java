package sightline.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import sightline.browser.TestBrowser;

/** Signs somebody in through the pages, with their reason for access. */
final class SigningIn {
    private SigningIn() {}

    /**
     * As that person, from then on.
     *
     * @param address of the page to sign in on
     * @param purpose words of the reason's label
     * @return the same page, signed in
     */
    static Page as(Page page, String address, String name, String purpose) {
        page.navigate(address);
        page.getByLabel("Sign-in name").fill(name);
        page.getByLabel("Password").fill(Westmarsh.PASSWORD);
        press(page, "Sign in");
        page.locator("label:has-text('" + purpose + "')").click();
        press(page, "Continue");
        return page;
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }
}
