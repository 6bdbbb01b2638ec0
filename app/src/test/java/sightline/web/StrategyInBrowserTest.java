package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.util.List;

/**
 * A strategy discussion: what lies before it, who is shown what, and what it agreed on; and a case
 * that goes to another area.
 */
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
            page.locator("main a:has-text('Record the discussion')").press("Enter");
            assertThat(page.url()).endsWith("#record-heading");
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
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String path : List.of("", "?for=" + Westmarsh.HOSPITAL.value())) {
                page.navigate(world.address(pack() + path));
                Fits.inBothWidths(page, path.isEmpty() ? "pack" : "pack-hospital");
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

    @Test
    @Order(5)
    void aCaseIsOfferedToAnotherAreaAndIsStillTheirs() {
        world.dutyManagerBeyond();
        world.caseOfferedBy(Westmarsh.HEALTH);
        assertThat(openedTo(Westmarsh.OTHER)).isEmpty();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(child()));
            TestBrowser.follow(page.locator("nav a:has-text('Hand over')"));
            assertThat(page.locator("main").textContent())
                    .contains("No hand-over is open")
                    .contains("Lead social worker, Westmarsh Council");
            press(page, "Offer the case");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose the social care that is to have the case")
                    .contains("Enter the day from which the child lives there")
                    .contains("Write why, and what they must know");

            page.getByLabel("Which social care is to have the case?")
                    .selectOption(Westmarsh.OTHER.value());
            page.getByLabel("From which day does the child live there?")
                    .fill(TypedDate.write(today()));
            page.getByLabel("Why, and what must they know?").fill("Moves to his aunt’s for good");
            press(page, "Offer the case");
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains(
                            "The case is yours, with everything that is owed, until it is accepted");
            world.work();
            page.navigate(world.address(moves()));
            assertThat(page.locator("main").textContent())
                    .contains("Offered, not yet answered")
                    .contains("Lead social worker, Westmarsh Council")
                    .contains("Offered to Eastholme Council")
                    .contains("Priya Nair, Social worker, Westmarsh Council")
                    .contains("Lives there from ")
                    .contains("Moves to his aunt’s for good")
                    .contains("Answer due")
                    .contains("Manager, Eastholme Council; Manager, Westmarsh Council")
                    .contains("Open with it")
                    .contains("Take the offer back");
            page.navigate(world.address(child()));
            assertThat(page.locator("main").textContent() + page.content())
                    .contains("Case offered to Eastholme Council, not yet answered");
        }
    }

    @Test
    @Order(6)
    void theOtherAreaFindsItInItsWorkRefusesWithAReasonAndSeesNoMore() {
        looks("priya", moves(), "/case/offered");
        looks("noor", moves(), "/case/asked");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "noor", "section 47");
            page.navigate(world.address("/work"));
            TestBrowser.follow(page.locator("a:has-text('Accept or refuse')").first());
            TestBrowser.follow(page.locator("a:has-text('Hand over the case')").first());
            assertThat(page.locator("#withdraw").count()).isZero();
            press(page, "Keep my answer");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose whether you accept or refuse");
            TestBrowser.choose(page.getByLabel("Refuse: whoever offered"));
            press(page, "Keep my answer");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why you refuse");
            page.getByLabel("Why?").fill("The aunt has a visa for six weeks");
            press(page, "Keep my answer");
            world.work();
            assertThat(page.navigate(world.address(child())).status()).isNotEqualTo(200);
        }
        assertThat(openedTo(Westmarsh.OTHER)).isEmpty();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(moves()));
            assertThat(page.locator("main").textContent())
                    .contains("Refused by Eastholme Council")
                    .contains("The aunt has a visa for six weeks")
                    .contains("Lead social worker, Westmarsh Council")
                    .contains("To be settled, after a refusal")
                    .contains("Offer the case to another area");
        }
    }

    @Test
    @Order(7)
    void acceptedItIsTheirsAndNobodyWasWithoutItInBetween() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(moves()));
            page.getByLabel("Which social care is to have the case?")
                    .selectOption(Westmarsh.OTHER.value());
            page.getByLabel("From which day does the child live there?")
                    .fill(TypedDate.write(today().minusDays(1)));
            page.getByLabel("Why, and what must they know?").fill("The aunt may stay");
            press(page, "Offer the case");
            world.work();
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "noor", "section 47");
            page.navigate(world.address(moves()));
            TestBrowser.choose(page.getByLabel("Accept: we answer"));
            press(page, "Keep my answer");
            world.work();
            page.navigate(world.address(moves()));
            assertThat(page.locator("main").textContent())
                    .contains("No hand-over is open")
                    .contains("Lead social worker, Eastholme Council")
                    .contains("Accepted by Eastholme Council");
        }
        looks("noor", moves(), "/case/accepted");
        assertThat(openedTo(Westmarsh.OTHER)).contains("allocation for good");
        assertThat(openedTo(Westmarsh.COUNCIL)).containsExactly("allocation for now");
        assertThat(
                        world.owner(
                                "SELECT clock FROM alerts.duty WHERE clock LIKE 'case.%' AND state"
                                        + " IN ('running', 'overdue')"))
                .isEmpty();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(moves()));
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.locator("main").textContent())
                    .contains("Only a social worker or manager of Eastholme Council may offer");
        }
        try (var stranger = browser.visitor()) {
            Page page = signIn(stranger, "kin", "section 47");
            assertThat(page.navigate(world.address(moves())).status()).isEqualTo(404);
        }
    }

    /** On what grounds the child’s content is open to an agency, and for how long. */
    private List<String> openedTo(AgencyId agency) {
        return world.stored(
                """
                SELECT DISTINCT kind || CASE WHEN ends_at IS NULL THEN ' for good' ELSE ' for now' END
                  FROM access.relationship
                 WHERE grantee = '%s' AND opens_content AND kind IN ('allocation', 'team-queue')
                   AND record_key IN ('%s', '%s') AND (ends_at IS NULL OR ends_at > now())
                """
                        .formatted(
                                agency.value(),
                                RecordKey.of(Westmarsh.ROWAN),
                                RecordKey.of(new SourceRecord(Westmarsh.COUNCIL, "csc-rowan"))));
    }

    private void looks(String who, String path, String what) {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, who, "section 47");
            page.navigate(world.address(path));
            Fits.inBothWidths(page, what);
        }
    }

    private static void press(Page page, String button) {
        TestBrowser.enter(page.locator("button:has-text('" + button + "')").first());
    }

    private String moves() {
        return child() + "/hand-over";
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
