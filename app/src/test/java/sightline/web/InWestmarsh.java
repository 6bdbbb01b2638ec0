package sightline.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

import sightline.browser.TestBrowser;

import java.time.LocalDate;

/**
 * Tests that open Westmarsh's pages: a server and a browser of the class's own. What else should
 * stand before the first test is put there by a method with {@code @BeforeAll}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InWestmarsh {
    final Westmarsh world = Westmarsh.start();
    final TestBrowser browser = TestBrowser.open();

    @AfterAll
    void leave() {
        browser.close();
        world.close();
    }

    /** Somebody's page, signed in for a reason of whose label some words are given. */
    Page signIn(BrowserContext visitor, String name, String purpose) {
        return SigningIn.as(visitor.newPage(), world.address("/sign-in"), name, purpose);
    }

    /** The page of the family's child. */
    String child() {
        return "/children/" + world.rowan().value();
    }

    LocalDate today() {
        return world.today();
    }
}
