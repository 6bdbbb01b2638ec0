package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;

import java.util.List;

/** What is owed to an agency, and what is late in an area, through the running server. */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LateInBrowserTest extends InWestmarsh {
    private static final String WREN = "Acknowledge the referral and decide what happens";

    @BeforeAll
    void settle() {
        world.referredAndLeft("wren", 15);
        world.referredAndLeft("lark", 0);
        // A server receives now what was sent long ago, and its clocks count from then.
        assertThat(
                        world.owner(
                                """
                                UPDATE alerts.duty SET due_at = due_at - interval '15 days', state = 'overdue'
                                 WHERE clock = 'ref.decision' AND content -> 'evidence' ->> 0 LIKE '%left-wren%'
                                RETURNING key
                                """))
                .hasSize(1);
    }

    @Test
    @Order(1)
    void whoeverAskedSeesOnWhoseListItStandsAndThatNobodyOpenedIt() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "mo", "Care for or teach");
            page.navigate(world.address("/owed"));
            Locator late = row(page, "working days late");
            assertThat(late.textContent())
                    .contains(WREN)
                    .contains("wren Tolley")
                    .contains("On the list of")
                    .contains("not opened yet");
            assertThat(page.locator("main").textContent()).doesNotContain("opened by a named");
        }
        looks("mo", "Care for or teach", "/owed");
        assertThat(world.journalEvents()).contains("reveal");
    }

    @Test
    @Order(2)
    void askingAgainIsKeptAndMovesNoDate() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "mo", "Care for or teach");
            page.navigate(world.address("/owed"));
            String due = row(page, "working days late").locator("td").first().textContent();
            TestBrowser.follow(row(page, "working days late").locator("a:has-text('Ask again')"));
            press(page, "We asked again");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write what you asked, and whom");
            page.locator("#chase textarea").fill("Rang the front door; they look into it.");
            press(page, "We asked again");
            assertThat(page.locator("body").textContent()).contains("That you asked again is kept");
            world.work();

            page.navigate(world.address("/owed"));
            Locator late = row(page, "working days late");
            assertThat(late.textContent())
                    .contains("Asked again")
                    .contains("by Mo Farrant: Rang the front door");
            assertThat(late.locator("td").first().textContent()).isEqualTo(due);
        }
    }

    @Test
    @Order(3)
    void thatANamedPersonOpenedItIsSeenByWhoeverAsked() {
        try (var council = browser.visitorWithoutJavaScript();
                var hospital = browser.visitorWithoutJavaScript()) {
            Page asked = signIn(hospital, "mo", "Care for or teach");
            asked.navigate(world.address("/owed"));
            String duty =
                    row(asked, "working days late")
                            .locator("a:has-text('Ask again')")
                            .getAttribute("href");
            Page owes = signIn(council, "priya", "section 47");
            owes.navigate(world.address(duty));
            assertThat(owes.locator("h1").textContent()).contains(WREN);

            asked.navigate(world.address("/owed"));
            assertThat(row(asked, "working days late").textContent())
                    .contains("opened by a named person")
                    .doesNotContain("Priya");

            // The strip says the same to both.
            for (Page page : List.of(owes, asked)) {
                page.navigate(world.address(duty));
                assertThat(page.locator("ol.loop").textContent())
                        .contains("Delivered")
                        .containsPattern("a named person (today|[0-9]+ [A-Z][a-z]+ [0-9]{4})")
                        .contains("Late: due ")
                        .contains("Referrer told");
            }
            looks("mo", "Care for or teach", duty);
        }
    }

    @Test
    @Order(4)
    void everyNumberOfWhatIsLateLeadsToItsListAndTheSumsHold() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "dana", "section 47");
            page.navigate(world.address("/where-it-sticks"));
            assertThat(page.locator("h1").textContent()).contains("Where it sticks: ");
            Locator rows = page.locator("table.matrix tbody tr");
            assertThat(rows.count()).isGreaterThan(2);
            for (int i = 0; i < rows.count(); i++) {
                List<String> cells = rows.nth(i).locator("td").allTextContents();
                long sum =
                        cells.subList(0, cells.size() - 2).stream()
                                .filter(c -> c.strip().matches("[0-9]+"))
                                .mapToLong(c -> Long.parseLong(c.strip()))
                                .sum();
                assertThat(sum)
                        .as(rows.nth(i).textContent())
                        .isEqualTo(Long.parseLong(cells.get(cells.size() - 2).strip()));
            }
            assertThat(page.locator("main").textContent()).doesNotContain("Tolley");
            Locator referrals =
                    page.locator("table.matrix tr:has-text('Acknowledge the referral') td a");
            long late = Long.parseLong(referrals.first().textContent().strip());
            assertThat(late).isPositive();
            assertThat(page.locator("svg a").count())
                    .as("a mark for each number of the three drawings")
                    .isEqualTo(13 + 7 + 4);
            String list = referrals.first().getAttribute("href");
            page.navigate(world.address(list));
            assertThat(page.locator("tbody tr").count()).isEqualTo((int) late);
            assertThat(page.locator("main").textContent())
                    .contains("Late: " + WREN)
                    .doesNotContain("Tolley");
        }
        looks("dana", "section 47", "/where-it-sticks");
        looks("dana", "section 47", "/where-it-sticks/list?clock=ref.decision");
    }

    @Test
    @Order(6)
    void aManagerSeesWhoHasWhatAndNobodysLateness() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "dana", "section 47");
            page.navigate(world.address("/team"));
            Locator duty = row(page, "Duty manager");
            assertThat(duty.textContent()).contains("Priya Nair").contains("Holder");
            assertThat(page.locator("section[aria-labelledby=seats]").textContent())
                    .doesNotContain("late");
            TestBrowser.follow(
                    page.locator("section[aria-labelledby=late] tr:has-text('" + WREN + "') a"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "mo", "Care for or teach");
            page.navigate(world.address("/team"));
            assertThat(page.locator("main").textContent()).doesNotContain("Priya");
        }
        looks("dana", "section 47", "/team");
    }

    @Test
    @Order(5)
    void whoeverLooksOverNobodySeesTheirOwnAgencyAlone() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "mo", "Care for or teach");
            page.navigate(world.address("/where-it-sticks"));
            assertThat(page.locator("main").textContent())
                    .contains("Duties of 1 agency")
                    .doesNotContain("Social care");
            page.navigate(world.address("/where-it-sticks/list?clock=ref.decision"));
            assertThat(page.locator("tbody tr").count()).isZero();
        }
    }

    private void looks(String name, String purpose, String address) {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, name, purpose);
            page.navigate(world.address(address));
            Fits.inBothWidths(page, address);
        }
    }

    private static Locator row(Page page, String words) {
        return page.locator("main tbody tr:has-text('" + words + "')").first();
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(page.locator("button:has-text('" + button + "')").first());
    }
}
