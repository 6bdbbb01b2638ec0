package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import sightline.browser.TestBrowser;

import java.util.List;

/** A lettings officer and a midwife check before they go on, in Chromium. */
@Order(8)
final class CheckInBrowserTest extends InWestmarsh {
    private static final String HOUSING = "Check before a tenancy";

    @BeforeAll
    void settle() {
        world.asked();
        world.frontLine();
    }

    @Test
    void aLettingsOfficerIsToldToRingAndNeverWhy() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "lena", HOUSING);
            page.navigate(world.address("/checks"));
            press(page, "Check");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter your own case reference")
                    .contains("Enter the address of the home")
                    .contains("Enter who it is about");
            fill(page, "Your own case reference", "WH-2026-04417");
            fill(page, "Address", "1 Mill Row, Westmarsh");
            fill(page, "Postcode", "WM4 2QT");
            person(page, 1, "Kit Rowsell", "");
            press(page, "Check");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("a name alone finds nobody");
            person(page, 1, "Kit Rowsell", "9 11 1990");
            press(page, "Add another person");
            assertThat(page.locator("fieldset.person").count()).isEqualTo(3);
            assertThat(page.getByLabel("Full name").first().inputValue()).isEqualTo("Kit Rowsell");
            press(page, "Check");

            String said = page.locator("main").textContent();
            assertThat(said)
                    .contains("Carry on; ring the Westmarsh safeguarding desk before you allocate")
                    .contains("The page cannot say which")
                    .contains("the desk rings you")
                    .doesNotContain("AL-0")
                    .doesNotContain("bruise")
                    .doesNotContain("Rowan")
                    .doesNotContain("Ashdown");
            assertThat(page.url()).doesNotContain("WH-2026").doesNotContain("Rowsell");
            press(page, "I have rung");
            world.work();
            page.reload();
            assertThat(page.locator(".answer").textContent()).contains("Rung by Westmarsh Homes");
            assertThat(page.locator("main").textContent()).contains("You rang");
            assertThat(page.locator("nav[aria-label=Main]").textContent())
                    .contains("Checks")
                    .doesNotContain("Children");
        }
    }

    @Test
    void whatIsNotAnsweredIsNeverReadAsNothing() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "omar", HOUSING);
            page.navigate(world.address("/checks"));
            fill(page, "Your own case reference", "WH-2026-04500");
            fill(page, "Address", "77 Nowhere Lane, Westmarsh");
            person(page, 1, "Wanda Quill", "1 2 1971");
            press(page, "Check");

            assertThat(page.locator(".answer").textContent())
                    .contains("Could not check")
                    .contains("Do not read this as “nothing known”")
                    .contains("ring before you allocate")
                    .doesNotContain("Carry on");
            assertThat(page.locator("main").textContent()).contains("Not connected");
            String answer = page.url();
            Fits.inBothWidths(page, "/answer");
            page.navigate(world.address("/checks"));
            Fits.inBothWidths(page, "/checks");
            try (var other = browser.visitor()) {
                Page stranger = signIn(other, "priya", "suffering harm");
                assertThat(stranger.navigate(answer).status()).isEqualTo(404);
            }
        }
    }

    /** A health visitor asks about a home; in a hospital somebody stands at the desk. */
    @Test
    void aCheckStartsOnTheTouchpointOfTheReadersAgency() {
        assertThat(startsOn("hari", "Check before")).isEqualTo("New household member");
        assertThat(startsOn("mo", "Care for or teach")).startsWith("Attendance");
        assertThat(startsOn("hannah", "Care for or teach")).isEqualTo("Pregnancy booking");
        assertThat(startsOn("gale", "Care for or teach")).isEqualTo("GP registration");
        assertThat(startsOn("sam", "Care for or teach")).isEqualTo("School admission");
        assertThat(startsOn("maeve", "section 47")).isEqualTo("Police incident");
    }

    private String startsOn(String who, String purpose) {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, who, purpose);
            page.navigate(world.address("/checks"));
            return page.locator(".govuk-radios__item:has(input:checked)").textContent().strip();
        }
    }

    /** That somebody is recorded, and by whom, is no answer to who may only check. */
    @Test
    void whoMayOnlyCheckIsToldOfNobody() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "omar", HOUSING);
            assertThat(page.navigate(world.address(child())).status()).isEqualTo(404);
            String ofRowan = page.locator("main").textContent();
            assertThat(page.navigate(world.address("/children/nobody")).status()).isEqualTo(404);
            assertThat(page.locator("main").textContent()).isEqualTo(ofRowan);

            String recorded = found(page, "/people", "Rowan Ashdown WM4 2QT");
            assertThat(recorded)
                    .contains("No record that you may know of matches")
                    .doesNotContain("Held by", "1 record");
            assertThat(found(page, "/people", "Wanda Quill 1 2 1971")).isEqualTo(recorded);
            assertThat(found(page, "/referrals/new", "999 000 1235"))
                    .contains("No record that you may know of matches")
                    .doesNotContain("Held by", "1 record");
        }
    }

    /** What a search answers, without the minute at which it did. */
    private String found(Page page, String address, String typed) {
        page.navigate(world.address(address));
        page.locator("#search-q").fill(typed);
        press(page, "Search");
        return page.locator("main").textContent().replaceAll("[0-9]+:[0-9]{2}[ap]m", "");
    }

    /** Whom a housing officer asked, and where to refer, is one click from each page. */
    @Test
    void aLettingsOfficerFindsWhatOthersOweAndWhereToRefer() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "omar", HOUSING);
            for (String door : List.of("Owed to us", "Refer a child")) {
                page.navigate(world.address("/work"));
                TestBrowser.follow(page.locator("nav[aria-label=Main] a:has-text('" + door + "')"));
                assertThat(page.locator("nav[aria-label=Main] [aria-current]").textContent())
                        .contains(door);
            }
            assertThat(page.locator("h1").textContent()).contains("Refer a child to social care");
        }
    }

    @Test
    void theDeskReadsWhyAndRings() {
        try (var visitor = browser.visitorWithoutJavaScript();
                var other = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "omar", HOUSING);
            page.navigate(world.address("/checks"));
            fill(page, "Your own case reference", "WH-2026-05001");
            fill(page, "Address", "1 Mill Row, Westmarsh");
            fill(page, "Postcode", "WM4 2QT");
            person(page, 1, "Ivor Penhale", "2 3 1979");
            press(page, "Check");
            String answer = page.url();
            String number = answer.substring(answer.lastIndexOf('/') + 1);
            world.work();
            Page desk = signIn(other, "priya", "suffering harm");
            desk.navigate(world.address("/work"));
            openDutyOf(desk, number);
            assertThat(desk.locator("main").textContent())
                    .contains("Westmarsh Homes")
                    .contains("omar")
                    .contains(number)
                    .contains("WH-2026-05001")
                    .contains("AL-01");
            desk.getByLabel("How was it done?").fill("Rang Omar Dunn.");
            desk.getByLabel("When was it done?").fill(TypedDate.write(world.today()));
            desk.getByLabel("What came of it?").fill("Told to go on; the social worker visits.");
            press(desk, "It is done");
            assertThat(desk.locator("body").textContent()).contains("is kept");
            world.work();
            page.reload();
            assertThat(page.locator(".answer").textContent()).contains("Rung by");
        }
    }

    /** Of all calls that the desk owes, the one about that check. */
    private void openDutyOf(Page desk, String number) {
        List<String> addresses =
                desk.locator("a:has-text('Ring whoever checked somebody')").all().stream()
                        .map(a -> a.getAttribute("href"))
                        .toList();
        for (String address : addresses) {
            desk.navigate(world.address(address));
            if (desk.locator("main").textContent().contains(number)) {
                return;
            }
        }
        throw new AssertionError("no duty of the desk is about check " + number);
    }

    private static void person(Page page, int number, String name, String born) {
        page.locator("#check-p" + number + "-name").fill(name);
        page.locator("#check-p" + number + "-born").fill(born);
    }

    private static void fill(Page page, String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(value);
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true)));
    }
}
