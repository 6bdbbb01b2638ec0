package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.browser.TestBrowser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One alert in Chromium: before whom it was put, and what is nobody's but theirs to see. */
final class AlertPagesInBrowserTest {
    private static final String FINDING =
            """
            {"item":"%s","since":"2026-01-01T00:00:00Z","headline":"%s","certainty":"confirmed",
             "path":[{"text":"%s","source":"eastholme-council","date":"2026-01-01","certainty":"confirmed",
               "facts":["eastholme-council/%s#0"]}],
             "first":["%s"],"sharing":{"mayBeTold":[],"mustNotBeTold":[],"decides":[]},"notShown":[]}
            """;

    @TempDir private static Path data;

    private static Westmarsh world;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        world = Westmarsh.start(data);
        browser = TestBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
    }

    @Test
    void eachWayOfDeliveryStandsInWordsAndWhoseItIsWhereItReachedNobody() {
        world.courier();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address("/alerts/" + alert()));
            String rows = page.locator("section:has(#deliveries) table").textContent();

            assertThat(rows)
                    .contains("Duty manager, Westmarsh Council")
                    .contains("Work list: there since today")
                    .contains("E-mail: no way to send it from here, today")
                    .contains("given up");
            assertThat(row(page, "Paediatrician on call"))
                    .contains("Could not be delivered")
                    .contains("The agency has no such post.")
                    .contains("must see to it, due");
            page.locator("section:has(#deliveries) a:has-text('Read that duty')").first().click();
            assertThat(page.locator("h1").textContent())
                    .contains("Find somebody who acts on the alert");
        }
    }

    @Test
    void eachFindingIsShownToItsOwnAudienceAloneAndNobodyElseCountsIt() {
        String reference = alert();
        try (var council = browser.visitor();
                var hospital = browser.visitor()) {
            Page hers = signIn(council, "priya", "section 47");
            Page his = signIn(hospital, "mo", "Care for or teach");
            for (Page page : List.of(hers, his)) {
                page.navigate(world.address("/alerts/" + reference));
            }
            world.work();
            add(reference, "for-the-council", "westmarsh-council/manager");
            add(reference, "for-the-hospital", "westmarsh-hospital/named-doctor");
            add(reference, "for-others", "eastholme-council/manager");

            for (String path : List.of("/alerts/" + reference, "/work", child())) {
                hers.navigate(world.address(path));
                assertThat(hers.content())
                        .as("the council, " + path)
                        .doesNotContain("for-the-hospital", "for-others");
            }
            hers.navigate(world.address("/alerts/" + reference));
            assertThat(hers.content()).contains("for-the-council").contains("2 findings, 1 matter");
            his.navigate(world.address("/alerts/" + reference));
            assertThat(his.content())
                    .contains("for-the-hospital")
                    .contains("2 findings, 1 matter")
                    .doesNotContain("for-the-council", "for-others");
        }
    }

    @Test
    void aReaderInConflictReadsAndCountsNothingThatNamesTheAlert() {
        String reference = alert();
        String duty =
                world.owner("SELECT md5(key) FROM alerts.duty ORDER BY due_at, key LIMIT 1")
                        .getFirst();
        try (var relative = browser.visitor();
                var stranger = browser.visitor()) {
            Page page = signIn(relative, "kin", "section 47");
            Page other = signIn(stranger, "amal", "section 47");

            String nothing = "/alerts/ALR-01-00000000";
            for (var each :
                    Map.of(
                                    "/work",
                                    "/work",
                                    "/children",
                                    "/children",
                                    "/matches",
                                    "/matches",
                                    "/alerts/" + reference,
                                    nothing,
                                    "/duties/" + duty,
                                    nothing,
                                    child(),
                                    nothing)
                            .entrySet()) {
                var answer = page.navigate(world.address(each.getKey()));
                var same = other.navigate(world.address(each.getValue()));

                assertThat(answer.status()).as(each.getKey()).isEqualTo(same.status());
                assertThat(neutral(page.content()))
                        .as(each.getKey())
                        .doesNotContain(reference, "Rowan", "AL-01")
                        .isEqualTo(neutral(other.content()));
            }
        }
    }

    private static void add(String reference, String what, String first) {
        world.owner(
                """
                UPDATE alerts.alert SET content = jsonb_set(content, '{findings}', (content -> 'findings') || '%s'::jsonb)
                 WHERE reference = '%s' RETURNING reference
                """
                        .formatted(FINDING.formatted(what, what, what, what, first), reference));
    }

    /** Without what differs between two readers anyway: names, tokens, minutes. */
    private static String neutral(String html) {
        return html.replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("\\d{1,2}:\\d\\d(am|pm)", "")
                .replace("Kim Ashdown", "")
                .replace("Amal Reyes", "")
                .replace("Westmarsh Council", "")
                .replace("Eastholme Council", "");
    }

    private static String row(Page page, String recipient) {
        return page.locator("section:has(#deliveries) tr:has-text('" + recipient + "')")
                .first()
                .textContent();
    }

    private static String child() {
        return "/children/" + world.rowan().value();
    }

    private static String alert() {
        return world.owner("SELECT reference FROM alerts.alert WHERE rule = 'AL-01'").getFirst();
    }

    private static Page signIn(BrowserContext visitor, String name, String purpose) {
        Page page = visitor.newPage();
        page.navigate(world.address("/sign-in"));
        page.getByLabel("Sign-in name").fill(name);
        page.getByLabel("Password").fill(Westmarsh.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.locator("label:has-text('" + purpose + "')").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")).click();
        return page;
    }
}
