package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import sightline.core.kernel.Words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a keeper of many people looks at, in Chromium: long lists, and figures of an area. */
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisterKeepingInBrowserTest extends InWestmarsh {
    /**
     * As often the Tab key is pressed on a page before what is looked for is held to be missing.
     */
    private static final int TABS = 200;

    @BeforeAll
    void settle() {
        world.register();
        world.owner(
                """
                INSERT INTO register.entry (subject, pack, state, starts, keeper, owed, due, visit_due, visit_risk)
                SELECT 'line-' || lpad(i::text, 3, '0'), 'voo-2008',
                       CASE WHEN i <= 55 THEN 'WHEREABOUTS_UNKNOWN' ELSE 'CURRENT' END, current_date - 400,
                       'westmarsh-police', 'PERIODIC', current_date + i, current_date - 100 + i, 'HIGH'
                  FROM generate_series(1, 120) i RETURNING subject
                """);
    }

    @Test
    @Order(1)
    void bothListsHaveFurtherPagesAndCountWhatIsOnThem() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register"));
            assertThat(main(page)).contains("1 to 50 of 122, the most urgent first");
            assertThat(page.locator("dl.counts").textContent())
                    .contains("Whereabouts unknown55")
                    .contains("Under a register122");
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            assertThat(main(page)).contains("101 to 122 of 122");
            page.navigate(world.address("/register?page=999999"));
            assertThat(main(page)).contains("101 to 122 of 122");
            TestBrowser.follow(page.locator("dl.counts a:has-text('Whereabouts unknown')"));
            assertThat(main(page)).contains("1 to 50 of 55, Whereabouts unknown, the most urgent");

            page.navigate(world.address("/register/visits"));
            assertThat(main(page))
                    .contains("1 to 50 of 120")
                    .contains("Whereabouts unknown (55)")
                    .contains("Visits (65)")
                    .contains("They are on later pages of this list");
            assertThat(page.locator("dl.counts").textContent()).contains("Visit overdue44");
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            assertThat(main(page)).contains("51 to 100 of 120").contains("overdue");
            TestBrowser.follow(page.locator("a:has-text('Next 50')").first());
            assertThat(main(page))
                    .contains("101 to 120 of 120")
                    .contains("They are on earlier pages of this list");
        }
    }

    @Test
    @Order(2)
    void aLongListIsAccessibleAndItsNextPageIsReachedByKeyboard() {
        looks("amy", "/register/visits?page=2", "/register/visits/long");
        for (String path : List.of("/register", "/register/visits")) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, "amy");
                page.navigate(world.address(path));
                enter(page, "Next 50");
                assertThat(main(page)).contains("51 to 100 of");
            }
        }
    }

    @Test
    @Order(3)
    void aBreachFileSaysWhatWasOwedUnderWhichLawAndWhatTheRecordsShow() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry()));
            TestBrowser.follow(page.locator("nav a:has-text('Breach file')"));
            assertThat(page.locator("tbody tr").first().textContent())
                    .contains("A new home address, from ")
                    .contains("No notice on record by the last day")
                    .contains("Not yet decided")
                    .contains("Violent offender order");
            TestBrowser.follow(page.locator("tbody tr a").first());
            assertThat(page.url()).doesNotContain("home").doesNotContain("2026");
            assertThat(main(page))
                    .contains("Criminal Justice and Immigration Act 2008")
                    .contains("A violent offender order is in force, from ")
                    .contains("s109 (Violent offender order")
                    .contains(" at the latest. ")
                    .contains("Westmarsh Homes wrote on ")
                    .contains("2 Quay Road, Westmarsh")
                    .contains("no receipt number of this system")
                    .contains("No notice of it is recorded in what the reader may see")
                    .contains("Whether it is so: it is what Westmarsh Homes wrote down")
                    .contains("What a visit would have found: none is recorded between")
                    .contains("The keeper of the register decides whether it was missed")
                    .contains("Source westmarsh-housing/tenant")
                    .contains("Ledger position ");
        }
    }

    @Test
    @Order(4)
    void anAddressOfHealthIsInTheFileAsADifferenceAlone() throws IOException {
        world.seenAtTheHospital(20);
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry() + "/breach-file"));
            int rows = page.locator("tbody tr").count();
            for (int row = 0; row < rows; row++) {
                page.navigate(world.address(entry() + "/breach-file"));
                TestBrowser.follow(page.locator("tbody tr a").nth(row));
                assertThat(page.content())
                        .doesNotContain("Weir Cottages")
                        .doesNotContain("Westmarsh Hospital")
                        .doesNotContain("seen-at-hospital");
            }
            long exports = exports();
            String text = pdf(visitor, entry() + "/breach-file/file.pdf");
            assertThat(exports()).isEqualTo(exports + 1);
            assertThat(text)
                    .contains("Breach file: Daniel Marlow")
                    .contains("Address differs, source health: not shown")
                    .contains("Source, times and position are kept by health")
                    .contains("that there is a difference is shown, not which")
                    .contains("Journal entry ")
                    .contains("Page 1 of ")
                    .contains("How it was made")
                    .contains("2 Quay Road, Westmarsh")
                    .doesNotContain("Weir Cottages")
                    .doesNotContain("Westmarsh Hospital")
                    .doesNotContain("seen-at-hospital");
        }
    }

    @Test
    @Order(5)
    void aDecisionIsInTheFileWithWhoMadeItAndWhy() throws IOException {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry()));
            String day = Words.day(world.today().minusDays(8));
            String alert =
                    page.locator("section.alert:has-text('from " + day + "') a:has-text('Decide')")
                            .first()
                            .getAttribute("href");
            page.navigate(world.address(alert));
            TestBrowser.choose(page.getByLabel("Right acted on"));
            assertThat(toDecide()).containsExactly("2");
            page.locator("#answer-words").fill("He admits that he lives there");
            press(page, "Answer the alert");
            world.work();
            assertThat(toDecide())
                    .as("the other difference is still to be decided")
                    .containsExactly("1");
            page.navigate(world.address(entry() + "/breach-file"));
            assertThat(page.locator("tbody").textContent()).contains("Held to be missed");
            TestBrowser.follow(page.locator("tr:has-text('Held to be missed') a"));
            assertThat(main(page))
                    .contains("He admits that he lives there")
                    .contains("By Amy Strand, Register keeper, Westmarsh Police");
            String pdf = page.locator("a:has-text('This file as PDF')").getAttribute("href");
            assertThat(pdf(visitor, pdf))
                    .contains("Held to be missed")
                    .contains("He admits that he lives there");
        }
    }

    @Test
    @Order(6)
    void theFileSaysThatThePersonWasToldOrThatThereIsNoRecordOfIt() throws IOException {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry() + "/breach-file"));
            TestBrowser.follow(page.locator("tr:has-text('Held to be missed') a"));
            String one = page.url();
            assertThat(main(page)).contains("No record that the person was told.");

            press(page, "Keep that the person was told");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose where it was explained")
                    .contains("Enter the day, today or before")
                    .contains("Write who explained it, by name and post");
            TestBrowser.choose(page.getByLabel("In court"));
            page.getByLabel("On which day?").fill(TypedDate.write(world.today().minusDays(60)));
            page.getByLabel("By whom?").fill("R. Hale, court clerk");
            press(page, "Keep that the person was told");
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains("That the person was told is kept");
            world.work();
            page.navigate(one);

            String told =
                    "Explained in court on %s by R. Hale, court clerk, as Westmarsh Police recorded"
                            .formatted(Words.day(world.today().minusDays(60)));
            assertThat(main(page))
                    .contains(told)
                    .contains("What is to be told was explained: court")
                    .doesNotContain("No record that the person was told")
                    .doesNotContain("What the court said to the person");
            String pdf = page.locator("a:has-text('This file as PDF')").getAttribute("href");
            assertThat(pdf(visitor, pdf).replaceAll("\\s+", " ")).contains(told);
        }
    }

    @Test
    @Order(7)
    void whatIsDecidedExpresslyStandsFirstAndEndsTheDutyToDecide() throws IOException {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            assertThat(toDecide()).containsExactly("1");
            page.navigate(world.address(entry() + "/breach-file"));
            TestBrowser.follow(page.locator("tr:has-text('Not yet decided') a").first());
            String one = page.url();
            press(page, "Keep the decision");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what you decide")
                    .contains("Write why, whichever you decide");
            decide(page, "not-decided", "His solicitor is asked");
            page.navigate(one);
            assertThat(main(page)).contains("Looked at, not decided, because: His solicitor");
            assertThat(toDecide()).as("it is open still").containsExactly("1");

            decide(page, "breach", "He knew, and said so");
            page.navigate(one);
            assertThat(main(page))
                    .contains("Decided: a breach, because: He knew, and said so. By Amy Strand,")
                    .contains("Looked at, not decided, because: His solicitor");
            assertThat(toDecide()).containsExactly("0");
            page.navigate(world.address(entry() + "/breach-file"));
            assertThat(page.locator("tbody").textContent())
                    .contains("Decided: a breach")
                    .contains("Held to be missed");
            page.navigate(one);
            String pdf = page.locator("a:has-text('This file as PDF')").getAttribute("href");
            assertThat(pdf(visitor, pdf).replaceAll("\\s+", " "))
                    .contains("Decided: a breach, because: He knew, and said so");
        }
    }

    private void decide(Page page, String choice, String why) {
        TestBrowser.choose(page.locator("#decide input[value='" + choice + "']"));
        page.locator("#decide-why").fill(why);
        press(page, "Keep the decision");
        world.work();
    }

    @Test
    @Order(8)
    void aBreachFileIsForTheKeeperWhoAnswersAndNobodyElse() {
        for (String who : List.of("tom", "dana")) {
            try (var visitor = browser.visitor()) {
                Page page =
                        SigningIn.as(
                                visitor.newPage(),
                                world.address("/sign-in"),
                                who,
                                who.equals("tom") ? "notification duties" : "section 47");
                for (String path : List.of("/breach-file", "/breach-file/file.pdf")) {
                    assertThat(page.navigate(world.address(entry() + path)).status())
                            .as(who + path)
                            .isIn(403, 404);
                    assertThat(page.content()).doesNotContain("Marlow");
                }
            }
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy");
            assertThat(
                            page.navigate(world.address(entry() + "/breach-file?of=e0123456789ab"))
                                    .status())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(9)
    void theBreachFileIsAccessibleAndIsWalkedByKeyboard() {
        looks("amy", entry() + "/breach-file", "/register/breach-file");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry()));
            enter(page, "Breach file");
            String first = page.locator("tbody tr a").first().textContent();
            enter(page, first.strip());
            String one = page.url().replaceFirst("^.*/register", "/register");
            enter(page, "Everything that was owed");
            assertThat(main(page)).contains("What was owed under registers in force");
            looks("amy", one, "/register/breach-file-one");
        }
    }

    @Test
    @Order(10)
    void everyPackIsInTheCatalogueWithItsMarkAndSourcesAndTwoStandSideBySide() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register"));
            TestBrowser.follow(page.locator("a:has-text('Packs: what each register asks')"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(RegisterWords.PACKS.size());
            assertThat(page.locator("tr:has-text('Child cruelty register')").textContent())
                    .contains("Provisional: not shown to be in force")
                    .contains("values unconfirmed")
                    .contains("No dates are recorded");
            TestBrowser.follow(page.locator("tbody a:has-text('Sexual')").first());
            assertThat(main(page))
                    .contains("In force")
                    .contains("Custody or suspended, 30 months or more: without a set end")
                    .contains("First notice: 3 days beginning with the day")
                    .contains("Police visits")
                    .contains("High risk: every 3 months")
                    .contains("s82")
                    .contains("Primary text")
                    .contains("What a failure costs");
            TestBrowser.follow(page.locator("a:has-text('Compare it with another')"));
            page.getByLabel("The other").selectOption("nsw");
            press(page, "Compare these two");
            assertThat(page.locator("tr:has(th:has-text('To tell'))").textContent())
                    .contains("3 days beginning with the day")
                    .contains("Differs");
            assertThat(page.navigate(world.address("/register/packs/none")).status())
                    .isEqualTo(404);
        }
        looks("amy", "/register/packs", "/register/packs");
        looks("noor", "section 47", "/register/packs/soa-2003", "/register/pack");
        looks("amy", "/register/packs/compare?a=soa-2003&b=nsw", "/register/packs-compared");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register/packs"));
            enter(page, "Compare these two");
            enter(page, "All packs");
            assertThat(page.url()).endsWith("/register/packs");
        }
    }

    @Test
    @Order(11)
    void everyNumberOfAnAreaLeadsToItsListAndTheDrawingSaysTheSame() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register"));
            TestBrowser.follow(page.locator("a:has-text('How much each area has')"));
            assertThat(page.locator("tbody tr").textContent()).contains("Westmarsh");
            List<String> lists =
                    page.locator("tbody td a").all().stream()
                            .map(a -> a.getAttribute("href") + " " + number(a.textContent()))
                            .toList();
            assertThat(lists).hasSizeGreaterThan(5);
            for (String list : lists) {
                String[] parts = list.split(" ");
                page.navigate(world.address(parts[0]));
                if (!parts[0].contains("show=under&")) {
                    assertThat(main(page)).as(list).contains(" of " + parts[1] + ",");
                }
            }
            page.navigate(world.address("/register/load"));
            List<String> marks =
                    page.locator("svg.chart a").all().stream()
                            .map(a ->
                                    a.getAttribute("href")
                                            + " "
                                            + number(a.getAttribute("aria-label")))
                            .toList();
            assertThat(marks).isNotEmpty().isSubsetOf(lists);
            TestBrowser.follow(page.locator("svg.chart a").first());
            assertThat(main(page)).contains(", Westmarsh, Whereabouts unknown, the most urgent");
        }
        try (var visitor = browser.visitor()) {
            Page page =
                    SigningIn.as(
                            visitor.newPage(), world.address("/sign-in"), "noor", "section 47");
            page.navigate(world.address("/register/load"));
            assertThat(main(page)).contains("No line of a register is yours to see");
        }
        looks("amy", "/register/load", "/register/load");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register/load"));
            enter(page, "Westmarsh");
            assertThat(page.url()).contains("area=westmarsh");
        }
    }

    @Test
    @Order(12)
    void whatAPackWouldChangeIsWorkedOutAndShownToWhoeverWouldAnswer() {
        world.convictedOfCruelty();
        String change = "/register/packs/ccr-2026/change";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register/packs/ccr-2026"));
            TestBrowser.follow(page.locator("a:has-text('What would change')"));
            assertThat(main(page)).contains("Nobody has asked yet");
            press(page, "Work it out");
            workedOut(page);
            assertThat(page.locator("dl.counts").textContent())
                    .contains("Would come on1")
                    .contains("Would come off0");
            assertThat(page.locator("tbody tr").textContent())
                    .contains("Nell Carver")
                    .contains("Would come on")
                    .contains("Westmarsh Police");
            assertThat(main(page)).contains("1 to 1 of 1, who would come on first");
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "tom");
            page.navigate(world.address(change));
            assertThat(page.locator("dl.counts").textContent()).contains("Would come on1");
            assertThat(main(page)).contains("For nobody whom you may see").doesNotContain("Carver");
        }
        try (var visitor = browser.visitor()) {
            Page page =
                    SigningIn.as(
                            visitor.newPage(), world.address("/sign-in"), "noor", "section 47");
            assertThat(page.navigate(world.address(change)).status()).isEqualTo(404);
        }
        looks("amy", change, "/register/pack-change");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(change));
            enter(page, "Work it out again");
            workedOut(page);
        }
    }

    @Test
    @Order(13)
    void aKeeperComparesNoAddressThatOnlyHealthWrote() {
        world.twoSpellingsOfMarlow();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/matches?what=places"));
            assertThat(main(page))
                    .contains("Flat C, 22 Low Street")
                    .contains("22C Low Street")
                    .doesNotContain("Flat B")
                    .doesNotContain("14B High Street");
            TestBrowser.follow(page.locator("tbody a:has-text('Low Street')").first());
            assertThat(main(page))
                    .contains("Are these two addresses the same place?")
                    .contains("Daniel Marlow");
        }
    }

    @Test
    @Order(14)
    void anotherOffenceListIsProposedComparedWorkedOutAndApprovedByASecondKeeper() {
        String list = "/register/packs/ccr-2026/list";
        String cruelty = "input[name='announced-child-cruelty']";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register/packs/ccr-2026"));
            TestBrowser.follow(page.locator("a:has-text('Its offence list')"));
            assertThat(main(page)).contains("this is the one that ships");
            press(page, "Propose this list");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("This is the list as it is")
                    .contains("Write why");
            page.locator(cruelty).uncheck();
            page.getByLabel("Why?").fill("The Act as read on 2 November names it elsewhere");
            press(page, "Propose this list");
            workedOut(page);
            assertThat(main(page))
                    .contains("Taken out: Child cruelty")
                    .contains("Another register keeper decides");
            assertThat(page.locator("dl.counts").textContent())
                    .contains("would come on0")
                    .contains("would come off1");
            assertThat(page.locator("form[action$=approve]").count()).isZero();
            TestBrowser.follow(page.locator("a:has-text('Who would come on and who off')"));
            assertThat(main(page))
                    .contains("Nell Carver")
                    .contains("Would come off")
                    .contains("compared with the offence list that the pack had");
        }
        looks("amy", list, "/register/pack-list");
        looks("ines", list + "/1", "/register/pack-list-proposed");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "ines");
            page.navigate(world.address(list + "/1"));
            press(page, "Refuse it");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("Say why");
            renamed("announced", "gone");
            page.navigate(world.address(list + "/1"));
            assertThat(main(page)).contains("It cannot hold: the pack has other triggers by now");
            assertThat(page.locator("form[action$=approve]").count()).isZero();
            assertThat(page.locator("form[action$=refuse]").count()).isOne();
            renamed("gone", "announced");
            workedOutFor("another");
            page.navigate(world.address(list + "/1"));
            assertThat(main(page)).contains("worked out for another version of the pack");
            assertThat(page.locator("form[action$=approve]").count()).isZero();
            workedOutFor("this");
            page.navigate(world.address(list + "/1"));
            renamed("announced", "gone");
            press(page, "Approve this list");
            assertThat(main(page))
                    .as("from a page that was opened before")
                    .contains("It cannot hold: the pack has other triggers by now");
            renamed("gone", "announced");
            page.navigate(world.address(list + "/1"));
            workedOutFor("another");
            press(page, "Approve this list");
            assertThat(main(page)).contains("worked out for another version of the pack");
            workedOutFor("this");
            page.navigate(world.address(list + "/1"));
            press(page, "Approve this list");
            assertThat(main(page)).contains("Approved: it is the pack’s list until another is");
            renamed("announced", "gone");
            page.navigate(world.address(list + "/1"));
            assertThat(main(page)).contains("it holds no more: the pack has other triggers by now");
            renamed("gone", "announced");
            page.navigate(world.address(list));
            assertThat(page.locator(cruelty).isChecked()).isFalse();
            assertThat(page.locator("tbody").textContent()).contains("List 1").contains("Approved");
            page.navigate(world.address("/register/packs/ccr-2026"));
            assertThat(main(page))
                    .contains(", list 1")
                    .contains(
                            "Convicted of infanticide, causing death or harm to child, abandonment");
            assertThat(page.navigate(world.address("/register/packs/soa-2003/list")).status())
                    .isEqualTo(404);
        }
        try (var visitor = browser.visitor()) {
            Page page =
                    SigningIn.as(
                            visitor.newPage(), world.address("/sign-in"), "noor", "section 47");
            assertThat(page.navigate(world.address(list)).status()).isEqualTo(404);
        }
    }

    /** From the list on, the mouse is never touched and no script runs. */
    @Test
    @Order(14)
    void aKeepersDayIsWalkedByKeyboardAloneAndWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            enter(page, "Register");
            while (page.locator("tbody a:has-text('Daniel Marlow')").count() == 0) {
                enter(page, "Next 50");
            }
            enter(page, "Daniel Marlow");
            assertThat(page.url()).isEqualTo(world.address(entry()));

            enter(page, "Record a notification");
            enter(page, "Continue");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what was notified");
            enter(page, "Choose what was notified", false);
            assertThat(page.locator("input[type=radio]:focus").count())
                    .as("the error leads to the first answer")
                    .isOne();
            choose(page, "The periodic notice");
            type(page, "When was it told?", TypedDate.write(world.today()));
            enter(page, "Continue");
            assertThat(page.locator("h2").first().textContent())
                    .isEqualTo("Check what you are about to keep");
            assertThat(page.locator("dl.sum").textContent()).contains("The periodic notice");
            enter(page, "Change what you typed");
            enter(page, "Continue");
            enter(page, "Keep it and show the receipt");
            world.work();
            page.reload();
            assertThat(page.locator("h2").first().textContent())
                    .matches("Receipt RN-\\w{4}-\\w{4}");
            assertThat(main(page)).contains("What is due next").contains("Daniel Marlow");

            enter(page, "Area moves");
            choose(page, "Which police are to answer?", "Eastholme");
            type(page, "Why, and what must they know?", "Lives at his sister’s now");
            enter(page, "Offer the person");
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains("The person is yours until it is accepted");
            world.work();
            page.reload();
            assertThat(main(page))
                    .contains("Offered to Eastholme Police")
                    .contains("Lives at his sister’s now");

            enter(page, "Breach file");
            String owed = page.locator("tbody tr a").first().textContent().strip();
            enter(page, owed);
            assertThat(main(page)).contains("Ledger position ");
            enter(page, "Everything that was owed");
            assertThat(main(page)).contains("What was owed under registers in force");
        }
    }

    /** Goes to a question by the Tab key alone and chooses by the arrow keys. */
    private static void choose(Page page, String answer) {
        Locator wanted = page.getByLabel(answer).first();
        String group = wanted.getAttribute("name");
        reach(page, "input[name='" + group + "']:focus");
        String id = "#" + wanted.getAttribute("id");
        for (int i = 0; page.locator(id + ":focus").count() == 0; i++) {
            assertThat(i).as("arrow keys to " + answer).isLessThan(30);
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Space");
        assertThat(wanted.isChecked()).as(answer).isTrue();
    }

    /** Goes to a list and chooses by its first letters. */
    private static void choose(Page page, String label, String letters) {
        reach(page, "#" + page.getByLabel(label).first().getAttribute("id") + ":focus");
        page.keyboard().type(letters);
    }

    private static void type(Page page, String label, String text) {
        reach(page, "#" + page.getByLabel(label).first().getAttribute("id") + ":focus");
        page.keyboard().type(text);
    }

    private static void reach(Page page, String focused) {
        for (int i = 0; page.locator(focused).count() == 0; i++) {
            assertThat(i).as("times of the Tab key to " + focused).isLessThan(TABS);
            page.keyboard().press("Tab");
        }
    }

    /** Opens the page again until what waits is worked out. */
    private static void workedOut(Page page) {
        int tries = 0;
        while (main(page).contains("Open this page again")) {
            assertThat(tries++).as("times that the page was opened").isLessThan(2_000);
            page.reload();
        }
        assertThat(main(page)).contains("Worked out today");
    }

    /** The number at the end of a label, or at the start of a cell. */
    private static String number(String text) {
        String words = text.strip();
        return Character.isDigit(words.charAt(0))
                ? words.replaceFirst("\\D.*$", "")
                : words.replaceFirst("^.*\\D", "").strip();
    }

    /** As if a later program's pack had other triggers than the list that was proposed. */
    private void renamed(String trigger, String as) {
        assertThat(
                        world.stored(
                                """
                                UPDATE register.offence_list
                                   SET lists = lists - '%1$s' || jsonb_build_object('%2$s', lists -> '%1$s')
                                 WHERE list_id = 1 AND lists -> '%1$s' IS NOT NULL RETURNING list_id
                                """
                                        .formatted(trigger, as)))
                .containsExactly("1");
    }

    /** As if it had been worked out by an earlier program, or by this one. */
    private void workedOutFor(String program) {
        assertThat(
                        world.stored(
                                """
                                UPDATE register.simulation SET done_version =
                                  CASE '%s' WHEN 'this' THEN version ELSE 'an earlier one' END
                                 WHERE pack = 'ccr-2026+list-1' RETURNING pack
                                """
                                        .formatted(program)))
                .containsExactly("ccr-2026+list-1");
    }

    private String entry() {
        return "/register/" + world.marlow().value();
    }

    private List<String> toDecide() {
        return world.owner(
                "SELECT count(*) FROM alerts.duty WHERE clock = 'register.decide' AND state IN"
                        + " ('running', 'overdue')");
    }

    private long exports() {
        return world.journalEvents().stream().filter("export"::equals).count();
    }

    private String pdf(BrowserContext visitor, String path) throws IOException {
        byte[] bytes = visitor.request().get(world.address(path)).body();
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, "breach-file.pdf"), bytes);
        }
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    /** Goes to a link by the Tab key alone and presses Enter. */
    private static void enter(Page page, String text) {
        enter(page, text, true);
    }

    /**
     * The same.
     *
     * @param leads whether another page comes of it
     */
    private static void enter(Page page, String text, boolean leads) {
        for (int i = 0; i < TABS; i++) {
            page.keyboard().press("Tab");
            var focused = page.locator("*:focus:not(body)");
            if (focused.count() == 1 && text.equals(focused.textContent().strip())) {
                if (leads) {
                    TestBrowser.enter(focused);
                } else {
                    page.keyboard().press("Enter");
                }
                return;
            }
        }
        throw new AssertionError(text + " is not reached by the Tab key on " + page.url());
    }

    /** Looks at a page in both widths, with everything unfolded. */
    private void looks(String who, String path, String name) {
        looks(who, "notification duties", path, name);
    }

    private void looks(String who, String purpose, String path, String name) {
        try (var visitor = browser.visitor()) {
            Page page = SigningIn.as(visitor.newPage(), world.address("/sign-in"), who, purpose);
            page.navigate(world.address(path));
            Fits.unfold(page);
            Fits.inBothWidths(page, name);
        }
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, "notification duties");
    }
}
