package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;

import java.util.List;

/** A strategy discussion: what lies before it, who is shown what, and what it agreed on. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StrategyInBrowserTest extends InWestmarsh {
    @BeforeAll
    void settle() {
        world.marksReported();
    }

    @Test
    @Order(1)
    void fromTheAlertItIsOneStepAndWhoeverIsInvitedIsShownWhatTheirOwnStaffMayRead() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address("/alerts/" + alert()));
            TestBrowser.follow(page.locator("a:has-text('Strategy pack')").first());
            assertThat(page.url()).endsWith(pack());
            assertThat(page.locator("section:has(#injuries)").textContent())
                    .contains("Bruise to left cheek")
                    .contains("Nobody is invited");
            assertThat(page.locator("section:has(#household)").textContent()).contains("Carys");
            assertThat(page.locator("section:has(#against)").textContent())
                    .contains("A medical opinion is awaited")
                    .contains("Not answered: alert ALR-");

            TestBrowser.enter(page.locator("#invite button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter the day of the discussion")
                    .contains("Choose whom you invite");
            page.locator("#invite-on").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#invite").getByLabel("Westmarsh Hospital"));
            TestBrowser.choose(page.locator("#invite").getByLabel("Westmarsh Health Visiting"));
            TestBrowser.enter(page.locator("#invite button").first());
            assertThat(page.content()).contains("The invitation is kept");

            world.work();
            page.navigate(world.address(pack()));
            assertThat(page.locator("section:has(#invited)").textContent())
                    .contains("Westmarsh Hospital")
                    .contains("No answer yet");
            assertThat(page.locator("section:has(#injuries) tbody").textContent())
                    .contains("Westmarsh Health Visiting; Westmarsh Hospital");

            TestBrowser.follow(page.locator("nav a:has-text('Westmarsh Hospital')"));
            assertThat(page.locator("h2").first().textContent())
                    .contains("what is open to Westmarsh Hospital");
            assertThat(page.locator("section:has(#injuries)").textContent())
                    .contains("Westmarsh Health Visiting");
            assertThat(page.locator("form#record").count()).isZero();
            TestBrowser.follow(page.locator("nav a:has-text('Westmarsh Health Visiting')"));
            assertThat(page.locator("section:has(#chronology)").textContent())
                    .doesNotContain("Strategy meeting");
        }
    }

    @Test
    @Order(2)
    void eachViewShowsNoLineThatItsAgencyCouldNotOpenByItself() {
        try (var visitor = browser.visitor();
                var nurse = browser.visitor()) {
            Page theirs = signIn(nurse, "hari", "Care for or teach");
            theirs.navigate(world.address(child() + "/chronology"));
            String all = theirs.locator("main").textContent();
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(pack() + "?for=" + Westmarsh.HEALTH.value()));
            for (String line :
                    page.locator("section:has(#chronology) tbody td:nth-child(2)")
                            .allTextContents()) {
                assertThat(all).contains(line.replaceFirst(" (Confirmed|Likely).*", "").strip());
            }
        }
    }

    @Test
    @Order(3)
    void aDecisionAgainstWhatIsRecordedNeedsItsReasonAndItsActionsAreOwedByWhoeverWasGivenThem() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(pack()));
            page.locator("#record-held").fill(TypedDate.write(today()));
            TestBrowser.choose(page.locator("#record").getByLabel("By telephone"));
            page.locator("#record-came-westmarsh-hospital").selectOption("came");
            page.locator("#record-came-westmarsh-health-visiting").selectOption("silent");
            TestBrowser.choose(page.locator("#record").getByLabel("No enquiry"));
            page.locator("#record-decided").fill("He goes home; the nurse visits.");
            page.locator("#record-action-1").fill("Examine him again and write down each mark");
            page.locator("#record-action-owner-1").fill("Dr Mo Farrant");
            TestBrowser.enter(page.locator("#record button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why no enquiry follows, although this is recorded")
                    .contains("Choose who does action 1");

            page.locator("#record-against").fill("The strap of a seat may have done it.");
            page.locator("#record-action-agency-1").selectOption("westmarsh-hospital");
            page.locator("#record-action-2").fill("Send the photographs");
            page.locator("#record-action-agency-2").selectOption("westmarsh-health-visiting");
            page.locator("#record-action-due-2").fill(TypedDate.write(today().plusDays(3)));
            page.locator("#record-dissent").fill("Dr Farrant: he cannot reach the strap.");
            TestBrowser.enter(page.locator("#record button:has-text('Save draft')"));
            assertThat(page.locator("#record-against").inputValue()).contains("The strap");
            TestBrowser.enter(page.locator("#record button").first());
            assertThat(page.content()).contains("The discussion is kept");

            world.work();
            assertThat(
                            world.owner(
                                    "SELECT clock || ' ' || state || ' ' || content::text FROM"
                                            + " alerts.duty WHERE clock IN ('action.agreed', 'esc')"
                                            + " ORDER BY 1"))
                    .hasSize(3)
                    .anyMatch(d -> d.contains("action.agreed running") && d.contains("hospital"))
                    .anyMatch(d -> d.contains("action.agreed running") && d.contains("health"))
                    .anyMatch(d -> d.contains("esc running"));
            page.navigate(world.address(pack()));
            assertThat(page.locator("section[aria-label^='Strategy discussion']").textContent())
                    .contains("No enquiry")
                    .contains("Telephone")
                    .contains("The strap of a seat may have done it.")
                    .contains("Westmarsh Hospital: took part")
                    .contains("Westmarsh Health Visiting: neither took part nor answered")
                    .contains("he cannot reach the strap");
            assertThat(page.locator("section:has(#closings)").textContent())
                    .contains("Strategy discussion held by telephone: no enquiry");
        }
    }

    @Test
    @Order(4)
    void thePackIsAccessibleFitsIsInTheJournalAndNobodyElses() {
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "priya", "section 47");
                page.setViewportSize(width, 900);
                for (String path : List.of("", "?for=" + Westmarsh.HOSPITAL.value())) {
                    page.navigate(world.address(pack() + path));
                    Fits.here(page, path.isEmpty() ? "pack" : "pack-hospital", width);
                }
            }
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                        + " '%/children/strategy-pack%'"))
                .isNotEmpty();
        try (var stranger = browser.visitor()) {
            Page page = signIn(stranger, "kin", "section 47");
            assertThat(page.navigate(world.address(pack())).status()).isEqualTo(404);
        }
    }

    private String alert() {
        return world.owner(
                        "SELECT reference FROM alerts.alert WHERE rule = 'AL-01' AND state = 'open'")
                .getFirst();
    }

    private String pack() {
        return child() + "/strategy-pack";
    }
}
