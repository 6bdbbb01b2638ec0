package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.browser.TestBrowser;

import java.io.IOException;
import java.util.List;

/** The register in Chromium: a keeper's list, the entry, a notification and its receipt. */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisterInBrowserTest extends InWestmarsh {
    @BeforeAll
    void settle() {
        world.register();
    }

    @Test
    @Order(1)
    void aKeeperSeesWhoIsOverdueFirstAndWhyWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy", "notification duties");
            TestBrowser.follow(page.locator("nav a:has-text('Register')").first());

            assertThat(page.locator("h1").textContent()).isEqualTo("Register");
            assertThat(page.locator("tbody tr").first().textContent())
                    .contains("Daniel Marlow")
                    .contains("A notice is overdue")
                    .contains("A new home address")
                    .contains("Violent offender order");
            assertThat(page.locator("dl.counts").textContent()).contains("Notice overdue");

            TestBrowser.follow(page.locator("tbody tr a").first());
            String entry = page.locator("body").textContent();
            assertThat(entry)
                    .contains("Possible missed notification: not yet decided")
                    .contains("2 Quay Road, Westmarsh")
                    .contains("Recorded, not notified")
                    .contains("1 Mill Lane, Westmarsh")
                    .contains("GBH and battery")
                    .contains("Violence against a child")
                    .contains("By offence and victim, not by title")
                    .contains("Westmarsh Police")
                    .contains("There is no day without somebody who answers")
                    .contains("Also known as" + "Dan Marlow")
                    .contains("Police reference" + "PNC 2015/0000123L");
            assertThat(page.locator("section:has(#breaches)").textContent())
                    .contains("Breaches: 0 decided, 1 possible")
                    .contains("A new home address")
                    .contains("Not yet decided");
            drawnIsListed(page);
            assertThat(row(page, "Child cruelty register, as announced"))
                    .contains("Not covered: the offence is not one of its list");
            assertThat(row(page, "Person posing a risk to children"))
                    .contains("Covered")
                    .contains("baby under 1");
        }
    }

    /** Each pin leads to a row of the list, and each row with a letter has its pin. */
    private static void drawnIsListed(Page page) {
        List<String> letters =
                page.locator("#addresses").locator("xpath=../..").locator("tbody tr").all().stream()
                        .map(row ->
                                row.locator("td").first().textContent()
                                        + " #"
                                        + row.getAttribute("id"))
                        .filter(row -> !row.startsWith("–"))
                        .toList();
        List<String> pins =
                page.locator("svg.districts a").all().stream()
                        .map(pin ->
                                pin.locator("text").textContent() + " " + pin.getAttribute("href"))
                        .toList();
        assertThat(pins).hasSize(2).containsExactlyInAnyOrderElementsOf(letters);
        assertThat(page.locator("svg.districts text.label").allTextContents())
                .containsExactly("WM1", "WM4");
        assertThat(page.locator("figure.districts figcaption").textContent())
                .contains("2 of the 2 rows")
                .contains("Not a map to scale");
    }

    @Test
    @Order(2)
    void pagesOfTheRegisterAreAccessibleAndFit() {
        String entry = "/register/" + world.marlow().value();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy", "notification duties");
            for (String path : List.of("/register", entry, entry + "/notification")) {
                page.navigate(world.address(path));
                Fits.unfold(page);
                Fits.inBothWidths(page, path.replace(world.marlow().value(), "entry"));
            }
        }
    }

    @Test
    @Order(3)
    void aNotificationIsCheckedKeptAndAcknowledgedInWriting() throws IOException {
        String entry = "/register/" + world.marlow().value();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy", "notification duties");
            page.navigate(world.address(entry + "/notification"));
            press(page, "Continue");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what was notified")
                    .contains("Enter the day it was told");

            TestBrowser.choose(page.getByLabel("A new home address"));
            page.getByLabel("When was it told?").fill(TypedDate.write(world.today()));
            page.getByLabel("Address that was notified").fill("on his mate's sofa");
            press(page, "Continue");
            assertThat(page.locator("dl.sum").textContent())
                    .contains("on his mate's sofa")
                    .contains("No place", "the register keeper is asked to find out where it is");
            TestBrowser.follow(page.locator("a:has-text('Change what you typed')"));
            page.getByLabel("Address that was notified").fill("2 Quay Road, Westmarsh");
            page.getByLabel("Postcode").fill("wm42qt");
            press(page, "Continue");
            assertThat(page.locator("h2").first().textContent())
                    .isEqualTo("Check what you are about to keep");
            assertThat(page.locator("dl.sum").textContent())
                    .contains("A new home address")
                    .contains("2 Quay Road, Westmarsh, wm42qt")
                    .contains("2 QUAY ROAD, WESTMARSH, WM4 2QT. No list of addresses was asked");
            assertThat(page.url()).doesNotContain("Quay");

            TestBrowser.follow(page.locator("a:has-text('Change what you typed')"));
            assertThat(page.getByLabel("Address that was notified").inputValue())
                    .isEqualTo("2 Quay Road, Westmarsh");
            press(page, "Continue");
            Page other = visitor.newPage();
            other.navigate(world.address(entry + "/notification"));
            other.getByLabel("Address that was notified").fill("3 Quay Road, Westmarsh");
            press(other, "Continue");
            press(page, "Keep it and show the receipt");
            assertThat(page.url()).endsWith("/notification/check");
            assertThat(page.locator("dl.sum").textContent()).contains("3 Quay Road");
            TestBrowser.follow(page.locator("a:has-text('Change what you typed')"));
            page.getByLabel("Address that was notified").fill("2 Quay Road, Westmarsh");
            press(page, "Continue");
            press(page, "Keep it and show the receipt");
            world.work();
            page.reload();

            assertThat(page.locator("h2").first().textContent())
                    .matches("Receipt RN-\\w{4}-\\w{4}");
            assertThat(page.locator("main").textContent())
                    .contains("Daniel Marlow")
                    .contains("A new home address")
                    .contains("2 Quay Road, Westmarsh")
                    .contains("What is due next")
                    .contains("The periodic notice: by ");
            String pdf = page.locator("a:has-text('receipt as PDF')").getAttribute("href");
            byte[] bytes = visitor.request().get(world.address(pdf)).body();
            try (var document = Loader.loadPDF(bytes)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Receipt RN-")
                        .contains("Daniel Marlow")
                        .contains("The periodic notice: by ");
            }
            page.navigate(world.address("/register"));
            assertThat(page.locator("tbody tr").first().textContent())
                    .contains("Daniel Marlow")
                    .contains("Up to date");
        }
        assertThat(world.journalEvents()).contains("export");
    }

    @Test
    @Order(4)
    void whatIsCheckedAndTheReceiptAreAccessibleAndFit() {
        String entry = "/register/" + world.marlow().value();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy", "notification duties");
            page.navigate(world.address(entry + "/notification"));
            TestBrowser.choose(page.getByLabel("The periodic notice"));
            page.getByLabel("When was it told?").fill(TypedDate.write(world.today()));
            press(page, "Continue");
            Fits.inBothWidths(page, "/register/check");
            press(page, "Keep it and show the receipt");
            Fits.inBothWidths(page, "/register/receipt-waits");
            world.work();
            page.reload();
            Fits.inBothWidths(page, "/register/receipt");
        }
    }

    @Test
    @Order(5)
    void nobodyElseSeesALineOrAnEntry() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            assertThat(page.locator("nav a:has-text('Register')").count()).isZero();
            page.navigate(world.address("/register"));
            assertThat(page.locator("main").textContent())
                    .doesNotContain("Marlow")
                    .contains("No line of a register is yours to see");
            String entry = "/register/" + world.marlow().value();
            for (String path :
                    List.of(entry, entry + "/notification", entry + "/receipts/page-1")) {
                assertThat(page.navigate(world.address(path)).status()).as(path).isEqualTo(403);
                assertThat(page.locator("main").textContent())
                        .as(path)
                        .doesNotContain("Marlow", "Register", "order");
            }
        }
    }

    @Test
    @Order(9)
    void thatAnotherAreaAskedStandsOnTheEntryWithADutyToRing() {
        world.askedFromElsewhere();
        String entry = "/register/" + world.marlow().value();
        for (int width : List.of(1320, 320)) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "amy", "notification duties");
                page.setViewportSize(width, 900);
                page.navigate(world.address(entry));
                Fits.picture(page, entry.replace(world.marlow().value(), "asked"), width);
                assertThat(page.locator("main").textContent())
                        .contains("Another area asked: Eastport")
                        .contains("Possible until two people have confirmed who it is")
                        .contains("Another area asked about this registered person");
                TestBrowser.follow(
                        page.locator("main a:has-text('Another area asked about')").first());
                assertThat(page.locator("main").textContent())
                        .contains("Eastport asked about somebody who may be this person")
                        .contains("ring Register desk, 01632 960177");
                Fits.here(page, "/duties/asked", width);
            }
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            page.navigate(world.address("/children/" + world.marlow().value()));
            assertThat(page.content()).doesNotContain("asked about", "01632 960177");
        }
    }

    private static String row(Page page, String title) {
        return page.locator("tr:has(th:has-text('" + title + "'))").first().textContent();
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }
}
