package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;
import sightline.pipeline.RuleSimulation;

/** A manager proposes that a rule is set anew here, another decides, and everybody sees it. */
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RuleChangeInBrowserTest extends InWestmarsh {
    private static String change = "";

    @BeforeAll
    void settle() {
        world.secondManager();
    }

    @Test
    @Order(1)
    void aManagerProposesAChangeWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "dana");
            page.navigate(world.address("/rules"));
            TestBrowser.follow(page.locator("a:has-text('Settings of the rules in')"));
            assertThat(main(page)).contains("Nobody has proposed a change");
            page.navigate(world.address("/rules/AL-07"));
            assertThat(main(page)).contains("Raises alerts").contains("Months in which");
            TestBrowser.follow(page.locator("a:has-text('Propose a change')"));

            page.locator("#change-months").fill("99");
            press(page, "Propose it");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("a whole number from 1 to 36")
                    .contains("Say why");
            assertThat(page.locator("#change-months").inputValue()).isEqualTo("99");
            page.locator("#change-months").fill("12");
            page.locator("#change-reason").fill("Two reviews found chains of fifteen months");
            press(page, "Propose it");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Nothing would change");
            page.locator("#change-months").fill("18");
            press(page, "Propose it");

            assertThat(main(page)).contains("18 instead of 12");
            change = page.url().substring(page.url().indexOf("/rules/changes/"));
            assertThat(page.getByRole(AriaRole.BUTTON, named("Approve")).count()).isZero();
        }
        assertThat(world.journalEvents()).contains("policy-change");
    }

    @Test
    @Order(2)
    void onlyAnotherDecidesAndOnlyOnceItIsWorkedOut() {
        workOut();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "dana");
            page.navigate(world.address(change));
            assertThat(main(page)).contains("raised as it is set").contains("Somebody else");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Approve")).count()).isZero();
            page.navigate(world.address("/rules/AL-07/change"));
            page.locator("#change-months").fill("6");
            page.locator("#change-reason").fill("Fewer");
            press(page, "Propose it");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Another change of this rule waits");
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "rhys");
            page.navigate(world.address(change));
            Fits.inBothWidths(page, "/rules-change");
            press(page, "Refuse it");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Say why");
            press(page, "Approve this change");
            assertThat(main(page)).contains("Approved. It is in force with the next batch");
            world.work();
            page.navigate(world.address("/rules/AL-07"));
            assertThat(main(page))
                    .contains("18 (usually 12)")
                    .contains("dana and rhys")
                    .contains("Two reviews found chains of fifteen months");
            Fits.inBothWidths(page, "/rules-al-07-set");
            page.navigate(world.address("/rules/AL-07/change"));
            Fits.inBothWidths(page, "/rules-change-form");
            page.navigate(world.address("/rules/changes"));
            Fits.inBothWidths(page, "/rules-changes");
        }
    }

    @Test
    @Order(3)
    void everybodySeesThatARuleIsOffAndNobodyElseSetsOne() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "dana");
            page.navigate(world.address("/rules/AL-08/change"));
            TestBrowser.choose(page.getByLabel("No, it is switched off"));
            page.locator("#change-reason").fill("Another system does it");
            press(page, "Propose it");
            change = page.url().substring(page.url().indexOf("/rules/changes/"));
        }
        workOut();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "rhys");
            page.navigate(world.address(change));
            press(page, "Approve this change");
            world.work();
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address("/rules"));
            assertThat(main(page)).contains("Off in ");
            page.navigate(world.address("/children/" + world.rowan().value()));
            assertThat(main(page)).contains("AL-08").contains("switched off here");
            for (String closed : new String[] {"/rules/changes", "/rules/AL-07/change", change}) {
                assertThat(page.navigate(world.address(closed)).status()).as(closed).isEqualTo(404);
            }
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "rhys");
            for (String bad :
                    new String[] {
                        "/rules/changes/0",
                        "/rules/changes/none",
                        "/rules/changes/99999999999999999999",
                        "/rules/RG-01/change",
                        "/rules/RC-90/change",
                        "/rules/AL-99/change"
                    }) {
                assertThat(page.navigate(world.address(bad)).status()).as(bad).isEqualTo(404);
            }
        }
    }

    private void workOut() {
        var simulation = world.part("ruleSimulation", RuleSimulation.class);
        while (simulation.run()) {}
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, "section 47");
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    private static Page.GetByRoleOptions named(String button) {
        return new Page.GetByRoleOptions().setName(button);
    }

    private static void press(Page page, String button) {
        Locator found = page.getByRole(AriaRole.BUTTON, named(button));
        TestBrowser.follow(found.first());
    }
}
