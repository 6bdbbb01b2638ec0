package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;

import java.util.List;

/** Conferences, plans, visits and legal planning, entered on pages in Chromium. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class MeetingsInBrowserTest extends InWestmarsh {
    @Test
    @Order(1)
    void whoeverIsInvitedToAConferenceOwesAReportAndAMissingOneIsNamedWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            TestBrowser.follow(page.locator("nav a:has-text('Meetings')"));
            TestBrowser.follow(page.locator("a:has-text('Plan, move or cancel a meeting')"));
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose which meeting")
                    .contains("Choose whom you invite");
            page.locator("#meet-type").selectOption("initial-conference");
            page.locator("#meet-stage").selectOption("planned");
            page.locator("#meet-on").fill(TypedDate.write(today().plusDays(10)));
            TestBrowser.choose(page.locator("#meet").getByLabel("Westmarsh Health Visiting"));
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.content()).contains("Your entry is kept");
            world.work();
            page.navigate(world.address(meetings()));
            assertThat(page.locator("section:has(#coming)").textContent())
                    .contains("Initial conference")
                    .contains("Westmarsh Health Visiting")
                    .contains("No report yet");
            assertThat(owed("conf.reports")).containsExactly("conf.reports running");
        }
    }

    @Test
    @Order(2)
    void aConferenceStartsThePlanAndTheCensusWarnsByNumberAndStopsNothing() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/conference"));
            assertThat(page.locator("#meet").textContent())
                    .contains("No report has come from: Westmarsh Health Visiting.");
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Initial"));
            TestBrowser.choose(page.locator("#meet").getByLabel("Plan", exact()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Injury"));
            page.locator("#meet-decided").fill("A plan: nobody can say how the bruise came.");
            page.locator("#meet-came-westmarsh-health-visiting").selectOption("silent");
            TestBrowser.enter(page.locator("#meet button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back. You saved it");
            page.navigate(world.address(meetings() + "/core-group"));
            assertThat(page.locator("#meet-decided").inputValue()).isEmpty();
            page = signInAnew(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/conference"));
            assertThat(page.locator("#meet-decided").inputValue()).startsWith("A plan: nobody");
            assertThat(page.locator("#meet-came-westmarsh-health-visiting").inputValue())
                    .isEqualTo("silent");
            assertThat(page.locator("[name='category-injury']").isChecked()).isTrue();
            page.locator("#meet-dissent").fill("The nurse wants him seen each day.");
            page.locator("#meet-action-1").fill("Look at his skin each week");
            page.locator("#meet-action-agency-1").selectOption("westmarsh-health-visiting");
            page.locator("#meet-action-due-1").fill(TypedDate.write(today().plusDays(7)));
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.content())
                    .contains("Your entry is kept")
                    .contains("8615: An initial conference needs a section 47 enquiry");
            world.work();
            page.navigate(world.address(meetings() + "/conference"));
            assertThat(page.locator("#meet-decided").inputValue()).isEmpty();
            page.navigate(world.address(meetings()));
            assertThat(page.locator("section:has(#held)").textContent())
                    .contains("Initial child protection conference: plan: “A plan: nobody can say")
                    .contains("No report had come from: Westmarsh Health Visiting")
                    .contains("Protection plan started")
                    .contains("Agreed: “Look at his skin each week”");
            assertThat(page.locator("section:has(#standing)").textContent()).contains("8615");
            assertThat(page.locator("section:has(#coming)").textContent())
                    .contains("No meeting that is to come");
            assertThat(owed("core.first", "rcpc.first", "action.agreed", "esc", "conf.quorum"))
                    .containsExactlyInAnyOrder(
                            "conf.quorum running",
                            "core.first running",
                            "rcpc.first running",
                            "action.agreed running",
                            "esc running");
            assertThat(owed("conf.reports")).containsExactly("conf.reports ended");
        }
    }

    @Test
    @Order(3)
    void aPlanAVisitACoreGroupAndLegalPlanningAreEnteredToo() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/plan"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("In need"));
            TestBrowser.choose(page.locator("#meet").getByLabel("It starts"));
            page.locator("#meet-different").fill("He is picked up when he cries.");
            TestBrowser.enter(page.locator("#meet button").first());
            assertThat(page.content())
                    .contains("4001: A plan for a child in need is open beside a protection plan");

            page.navigate(world.address(meetings() + "/visit"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Seen alone"));
            TestBrowser.choose(page.locator("#meet-bedroom"));
            TestBrowser.enter(page.locator("#meet button").first());

            page.navigate(world.address(meetings() + "/core-group"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            page.locator("#meet-decided").fill("The nurse comes twice a week.");
            TestBrowser.enter(page.locator("#meet button").first());

            page.navigate(world.address(meetings() + "/legal"));
            page.locator("#meet-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#meet").getByLabel("Planned", exact()));
            page.locator("#meet-on").fill(TypedDate.write(today().plusDays(5)));
            TestBrowser.choose(page.locator("#meet").getByLabel("They start with this meeting"));
            TestBrowser.enter(page.locator("#meet button").first());
            world.work();
            page.navigate(world.address(meetings()));
            assertThat(page.locator("section:has(#held)").textContent())
                    .contains("In need plan written: “He is picked up when he cries.”")
                    .contains("Visit (under plan): seen alone")
                    .contains("Core group met: “The nurse comes twice a week.”")
                    .contains("Legal planning meeting planned for")
                    .contains("Court: pre proceedings");
            assertThat(owed("core.first")).containsExactly("core.first discharged");
        }
    }

    @Test
    @Order(4)
    void aFormSaysWhatIsSavedAndSinceWhenAndALostConnectionLosesNothing() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(meetings() + "/core-group"));
            page.locator("#meet-decided").fill("She holds him.");
            page.waitForSelector("#meet [data-autosave-state]:has-text('Draft saved at')");
            visitor.setOffline(true);
            page.locator("#meet-decided").fill("She holds him. He looks at her.");
            page.waitForSelector(
                    "#meet [data-autosave-state]:has-text('is saved; what came after is not: no connection')");
            assertThat(page.locator("#meet [data-autosave-state]").textContent())
                    .containsPattern("What you wrote until \\d\\d:\\d\\d is saved");
            visitor.setOffline(false);
            page.waitForSelector("#meet [data-autosave-state]:has-text('Draft saved at')");
            page.reload();
            assertThat(page.locator("#meet-decided").inputValue())
                    .isEqualTo("She holds him. He looks at her.");
        }
    }

    @Test
    @Order(5)
    void otherAgenciesInviteAndRecordNoConferenceAndPagesAreAccessibleAndFit() {
        try (var nurse = browser.visitor();
                var stranger = browser.visitor()) {
            Page page = signIn(nurse, "hari", "Care for or teach");
            assertThat(page.navigate(world.address(meetings() + "/conference")).status())
                    .isEqualTo(404);
            assertThat(page.navigate(world.address(meetings() + "/invite")).status())
                    .isEqualTo(200);
            Page none = signIn(stranger, "kin", "section 47");
            assertThat(none.navigate(world.address(meetings())).status()).isEqualTo(404);
        }
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "priya", "section 47");
                page.setViewportSize(width, 900);
                for (String path :
                        List.of(
                                "",
                                "/invite",
                                "/conference",
                                "/core-group",
                                "/plan",
                                "/visit",
                                "/legal")) {
                    page.navigate(world.address(meetings() + path));
                    Fits.here(page, "meetings" + path.replace('/', '-'), width);
                }
            }
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                        + " '%/children/meetings%'"))
                .isNotEmpty();
    }

    private static com.microsoft.playwright.Locator.GetByLabelOptions exact() {
        return new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true);
    }

    private List<String> owed(String... clocks) {
        return world.owner(
                "SELECT clock || ' ' || state FROM alerts.duty WHERE clock IN ('"
                        + String.join("', '", clocks)
                        + "') ORDER BY 1");
    }

    private String meetings() {
        return child() + "/meetings";
    }

    private Page signInAnew(BrowserContext visitor, String name, String purpose) {
        visitor.clearCookies();
        return signIn(visitor, name, purpose);
    }
}
