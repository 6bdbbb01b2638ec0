package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import sightline.browser.TestBrowser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A social worker's morning in Chromium, and what others see of the same child. With {@code
 * -Dscreenshots=FOLDER} it leaves a picture of each page.
 */
@Order(1)
final class PagesInBrowserTest extends InWestmarsh {
    @Test
    void aSocialWorkerReadsAcknowledgesAndLooksBackWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");

            assertThat(page.locator("h1").textContent()).isEqualTo("Your work");
            assertThat(page.content()).contains("Rowan Lee Ashdown").contains("Alert AL-01");
            assertThat(page.locator(".behind").textContent())
                    .contains("behind: do not read a gap as none");

            TestBrowser.follow(
                    page.locator("#alerts ~ * a, #alerts a").locator("text=Open").first());
            assertThat(page.locator("h1").textContent()).contains("Rowan Lee Ashdown: alert");
            assertThat(page.content())
                    .contains("Why am I seeing this?")
                    .contains("Westmarsh Health Visiting")
                    .contains("Not acknowledged by you");

            TestBrowser.choose(page.getByLabel("I am calling a strategy discussion for today"));
            TestBrowser.follow(page.locator("#acknowledge button").first());
            assertThat(page.content()).contains("Acknowledged by you");

            world.work();
            TestBrowser.follow(page.locator("a.btn:has-text('Open the record')"));
            assertThat(page.locator("h1").textContent()).isEqualTo("Rowan Lee Ashdown");
            assertThat(page.content())
                    .contains("1 Mill Row")
                    .contains("Carys")
                    .contains("caught his arm in the cot bars");

            TestBrowser.follow(page.locator("nav a:has-text('Chronology')"));
            assertThat(page.locator("ol.entries").textContent())
                    .contains("Bruise to left cheek")
                    .contains("Alert acknowledged");
            LocalDate before = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
            page.navigate(page.url() + "?known=" + before);
            assertThat(page.content()).contains("What had reached Sightline by the end of");
            assertThat(page.locator("ol.entries").count()).isZero();
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsWideAndNarrow() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            for (String path : pages(page)) {
                page.navigate(world.address(path));
                Fits.inBothWidths(page, path);
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void everyKindOfReaderHasPagesThatAreAccessibleAndFit() {
        var readers =
                List.of(
                        List.of("dana", "section 47"),
                        List.of("hari", "Care for or teach"),
                        List.of("mo", "Care for or teach"));
        for (var reader : readers) {
            try (var visitor = browser.visitor()) {
                Page page = signIn(visitor, reader.getFirst(), reader.getLast());
                String child = "/children/" + world.rowan().value();
                for (String path : List.of("/work", "/children", child, "/feeds")) {
                    page.navigate(world.address(path));
                    Fits.inBothWidths(page, "/as-" + reader.getFirst() + path);
                }
            }
        }
    }

    @Test
    void theActionsOfAnAlertAreReachedInFifteenTabs() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(alert(page)));
            page.locator("#main").focus();
            int tabs = 0;
            do {
                page.keyboard().press("Tab");
                tabs++;
            } while (tabs < 20 && page.locator(".alert .acts .btn:focus").count() == 0);

            assertThat(tabs).isLessThanOrEqualTo(15);
        }
    }

    @Test
    void anotherAgencyGetsAStubAndTheAttemptIsInTheJournal() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            long before = denials();

            var response = page.navigate(world.address("/children/" + world.rowan().value()));

            assertThat(response.status()).isEqualTo(403);
            assertThat(page.content())
                    .contains("1 record you cannot see")
                    .contains("Westmarsh Council")
                    .doesNotContain("Rowan")
                    .doesNotContain("Ashdown");
            assertThat(denials()).isEqualTo(before + 1);
        }
    }

    @Test
    void aSearchFindsByNumberAndByNameAndLeavesNoNameInTheAddress() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String typed : List.of("999 000 1235", "Rowan Ashdown WM4 2QT")) {
                page.locator("#find").fill(typed);
                TestBrowser.follow(page.locator("form.find button"));

                assertThat(page.locator("main").textContent()).contains("Rowan Lee Ashdown");
                assertThat(page.url()).doesNotContain("9990001235", "999%20", "999+", "Rowan");
            }
            page.locator("#find").fill("Rowan");
            TestBrowser.follow(page.locator("form.find button"));
            assertThat(page.content()).contains("Enter an NHS number, or a name with");
        }
    }

    @Test
    void anotherAgencysSearchShowsAStub() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            page.locator("#find").fill("999 000 1235");
            TestBrowser.follow(page.locator("form.find button"));

            assertThat(page.locator("main").textContent())
                    .contains("1 record you cannot see")
                    .doesNotContain("Rowan");
        }
    }

    @Test
    void anEmergencyOpensOneRecordForWhoeverGivesAReason() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amal", "section 47");
            page.navigate(world.address("/children/" + world.rowan().value()));
            TestBrowser.follow(page.locator("a:has-text('Open it in an emergency')").first());
            TestBrowser.follow(page.locator("a:has-text('Give my reason')"));
            TestBrowser.choose(page.getByLabel("The person is with me"));
            page.getByLabel("Why can it not wait?").fill("The baby is here with a new mark.");
            TestBrowser.follow(page.locator("#reason button"));

            assertThat(page.locator("h1").textContent()).isEqualTo("Rowan Lee Ashdown");
            assertThat(world.journalEvents()).contains("emergency");
        }
        aPrivacyOfficerReviewsIt();
    }

    private void aPrivacyOfficerReviewsIt() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "petra", "Check how records are used");
            assertThat(page.locator("main").textContent()).contains("Review emergency access");
            TestBrowser.follow(
                    page.locator("#emergencies ~ table a, table a:has-text('Review')").first());
            assertThat(page.locator("main").textContent())
                    .contains("Amal Reyes, Eastholme Council")
                    .contains("The baby is here with a new mark.")
                    .doesNotContain("Rowan");

            TestBrowser.enter(page.locator("section.card form button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what you found")
                    .contains("Write what you checked");
            assertThat(TestBrowser.accessibilityProblems(page)).isEmpty();
            TestBrowser.choose(page.getByLabel("Justified: somebody was in danger"));
            page.getByLabel("Note").fill("Spoke with Amal Reyes and the ward.");
            TestBrowser.enter(page.locator("section.card form button").first());

            assertThat(page.content()).contains("Your review is kept");
            assertThat(page.locator("main").textContent()).contains("Nothing waits for review");
            assertThat(world.journalEvents()).contains("emergency-reviewed");
        }
    }

    @Test
    void anEntryIsKeptWithTheDayThatWasTyped() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            String child = "/children/" + world.rowan().value();
            page.navigate(world.address(child + "/record"));
            page.getByLabel("What happened?").fill("");
            TestBrowser.enter(page.locator("#record button").first());
            assertThat(page.content()).contains("Write what you saw, heard or were told");

            TestBrowser.choose(page.getByLabel("What I saw, heard or was told"));
            page.getByLabel("When was it?").fill("1 11 2026");
            page.getByLabel("What happened?").fill("Rowan was fed and smiled at his mother.");
            TestBrowser.enter(page.locator("#record button").first());
            world.work();

            page.navigate(world.address(child + "/chronology"));
            assertThat(page.locator("ol.entries").textContent())
                    .contains("1 November 2026")
                    .contains("Rowan was fed and smiled");
        }
    }

    @Test
    void whatIsNewSinceAReaderLastLookedIsMarkedForThatReaderAlone() {
        try (var visitor = browser.visitorWithoutJavaScript();
                var other = browser.visitorWithoutJavaScript()) {
            String chronology = "/children/" + world.rowan().value() + "/chronology";
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(chronology));
            world.note("Rowan rolled over in front of the nurse.");
            page.navigate(world.address("/children"));
            assertThat(page.locator("main .tag.blue").textContent()).matches("\\d+ new");

            page.navigate(world.address(chronology));
            assertThat(page.locator(".newsince:has-text('rolled over')").textContent())
                    .contains("New since you last looked");
            page.navigate(world.address("/children"));
            assertThat(page.locator("main").textContent()).contains("Nothing new");

            Page hers = signIn(other, "dana", "section 47");
            hers.navigate(world.address(chronology));
            assertThat(hers.locator(".newsince").count()).isZero();
            assertThat(hers.locator("ol.entries").textContent()).contains("Rowan rolled over");
        }
    }

    @Test
    void twoRecordsAreComparedWithoutValuesJoinedAndSeparatedAgain() {
        world.maybeRowan(Westmarsh.HOSPITAL, "Jago", "Pell", 941);
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address("/matches"));
            assertThat(page.locator("main").textContent())
                    .contains("Rowan Lee Ashdown, held by")
                    .contains("A record held by Westmarsh Hospital")
                    .contains("1 open alert");
            open(page, "Westmarsh Hospital");
            String address = page.url();
            assertThat(page.locator("main").textContent())
                    .contains("agrees or differs, and no value from either")
                    .contains("NHS number")
                    .contains("Agrees")
                    .doesNotContain("cough");

            TestBrowser.enter(page.locator("#decide button >> nth=0"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose an answer")
                    .contains("Write what you checked");
            decide(page, "The same", "Rang the ward: same mother, same address.");
            assertThat(page.content()).contains("Your answer holds");
            page.navigate(world.address("/children/" + world.rowan().value() + "/chronology"));
            assertThat(page.locator("main").textContent()).contains("Westmarsh Hospital");
            valuesAreShownToWhoeverMayReadBothAndToNobodyElse(address);

            page.navigate(address);
            assertThat(ofRowan(page)).doesNotContain("Separated from this record");
            page.navigate(address);
            decide(page, "Cannot tell yet", "The ward is not sure any more.");
            assertThat(ofRowan(page))
                    .contains("A record of Westmarsh Hospital was joined with the record of")
                    .contains("it is not held to be the same person’s any more")
                    .contains("nobody has decided whose it is.")
                    .doesNotContain("you decided", "not sure any more");
            page.navigate(address);
            decide(page, "Take the last answer back", "The ward is sure after all.");
            assertThat(ofRowan(page)).doesNotContain("Separated from this record");
            page.navigate(address);
            decide(page, "Take the last answer back", "The ward rang back: another child.");
            assertThat(ofRowan(page))
                    .contains("Separated from this record (1)")
                    .contains("A record of Westmarsh Hospital was joined with the record of")
                    .contains("it is another person’s: you decided it.")
                    .contains("look again at the decisions, assessments")
                    .doesNotContain("Jago", "Pell", "another child", "Open that person’s record");
            try (var seeing = browser.visitor()) {
                Page looking = signIn(seeing, "priya", "section 47");
                assertThat(ofRowan(looking)).contains("Separated from this record (1)");
                Fits.inBothWidths(looking, "separated");
            }
            page.navigate(world.address("/matches"));
            assertThat(page.locator("main").textContent())
                    .contains("A record held by Westmarsh Hospital");
            decide(open(page, "Westmarsh Hospital"), "Not the same", "Seen both on one day.");
            page.navigate(world.address("/matches"));
            assertThat(page.locator("main").textContent()).doesNotContain("Westmarsh Hospital");
            assertThat(world.journalEvents()).contains("match");
        }
        twoPeopleAnswerAlikeWhereASealIsTouched();
    }

    private String ofRowan(Page page) {
        page.navigate(world.address("/children/" + world.rowan().value()));
        return page.locator("main").textContent();
    }

    /** Once joined they are one child's, so that whoever works with the child reads both. */
    private void valuesAreShownToWhoeverMayReadBothAndToNobodyElse(String address) {
        long before = looksAtPairs("priya");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(address);
            assertThat(page.locator("main").textContent())
                    .contains("Values as each source recorded them")
                    .contains("Jago Pell, held by Westmarsh Hospital")
                    .contains("Rowan Lee Ashdown, held by Westmarsh")
                    .contains("9990001235")
                    .doesNotContain("no value from either")
                    .doesNotContain("cough");
            Fits.inBothWidths(page, "match-values");
        }
        assertThat(looksAtPairs("priya")).isEqualTo(before + 1);
        try (var stranger = browser.visitorWithoutJavaScript()) {
            Page theirs = signIn(stranger, "kin", "section 47");
            assertThat(theirs.navigate(address).status()).isEqualTo(404);
            assertThat(theirs.content()).doesNotContain("9990001235").doesNotContain("Pell");
        }
        assertThat(looksAtPairs("kin")).isZero();
        assertThat(
                        world.journal(
                                "SELECT (leaf::jsonb ->> 'event') || ' ' || (leaf::jsonb ->> 'actor')"
                                        + " FROM audit.entry WHERE leaf LIKE '%/matches/unknown%'"))
                .contains("deny kin");
    }

    private long looksAtPairs(String who) {
        return world
                .journal(
                        "SELECT leaf::jsonb ->> 'actor' FROM audit.entry WHERE leaf LIKE"
                                + " '%/matches/pair%'")
                .stream()
                .filter(who::equals)
                .count();
    }

    private void twoPeopleAnswerAlikeWhereASealIsTouched() {
        world.maybeRowan(Westmarsh.OTHER, "Milo", "Drury", 2203);
        world.seal("priya", "dana");
        try (var visitor = browser.visitorWithoutJavaScript();
                var other = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address("/matches"));
            decide(open(page, "Eastholme Council"), "Not the same", "Rang Eastholme.");
            assertThat(page.content())
                    .contains("It holds once a second person")
                    .contains("Not the same, waits for a second person");

            Page hers = signIn(other, "dana", "section 47");
            hers.navigate(world.address("/matches"));
            open(hers, "Eastholme Council");
            assertThat(hers.content()).doesNotContain("Rang Eastholme.");
            decide(hers, "Not the same", "Looked at both files.");
            assertThat(hers.content()).contains("Your answer holds").contains("Rang Eastholme.");
            page.navigate(world.address("/matches"));
            assertThat(page.locator("main").textContent()).doesNotContain("Eastholme Council");
        }
    }

    private static Page open(Page page, String held) {
        TestBrowser.follow(page.locator("tbody a:has-text('" + held + "')").first());
        return page;
    }

    private static void decide(Page page, String answer, String reason) {
        page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true)).press("Space");
        page.getByLabel("Why?").fill(reason);
        TestBrowser.enter(page.locator("#decide button >> nth=0"));
    }

    @Test
    void whatOthersOweBecauseOfWhatAnAgencySentIsOnItsWork() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "hari", "Care for or teach");

            assertThat(page.locator("section[aria-labelledby=owed]").textContent())
                    .contains("Rowan Lee Ashdown")
                    .contains("Westmarsh Council");
        }
    }

    @Test
    void aDutyEndsWhenANamedPersonSaysItIsDoneOrWhyItNoLongerApplies() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(lastDuty(page)));
            TestBrowser.enter(page.locator("#done button >> nth=0"));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write how it was done")
                    .contains("Enter the day it was done, like 27 3 2025")
                    .contains("Write what came of it");
            assertThat(page.title()).startsWith("Error: ");

            page.getByLabel("How was it done?").fill("Seen at home with his mother.");
            page.getByLabel("When was it done?")
                    .fill(typed(LocalDate.now(java.time.ZoneOffset.UTC)));
            page.getByLabel("What came of it?").fill("Examined the same day.");
            TestBrowser.enter(page.locator("#done button >> nth=0"));
            assertThat(page.content()).contains("The clock stops within a few seconds");
            world.work();
            page.reload();
            assertThat(page.locator("main").textContent())
                    .contains("Recorded as done")
                    .contains("Priya Nair, Westmarsh Council")
                    .contains("Outcome: Examined the same day.")
                    .doesNotContain("Act on this duty");

            String second = lastDuty(page);
            page.navigate(world.address(second));
            page.getByLabel("Why does it no longer apply?")
                    .fill("His birth was recorded elsewhere.");
            TestBrowser.enter(page.locator("#ended button >> nth=0"));
            assertThat(page.content()).contains("Name the person who decided it, and their post");
            assertThat(page.getByLabel("Why does it no longer apply?").inputValue())
                    .isEqualTo("His birth was recorded elsewhere.");
            page.getByLabel("Who decided it?").fill("Dana Osei, team manager");
            TestBrowser.enter(page.locator("#ended button >> nth=0"));
            world.work();
            page.navigate(world.address(second));
            assertThat(page.locator("main").textContent())
                    .contains("Recorded as no longer applying")
                    .contains("Dana Osei, team manager, Westmarsh Council");
        }
    }

    private String lastDuty(Page page) {
        page.navigate(world.address("/work"));
        return page.locator("a[href^='/duties/']").last().getAttribute("href");
    }

    private static String typed(LocalDate day) {
        return TypedDate.write(day);
    }

    @Test
    void aDraftOutlivesTheSessionAndIsItsWritersAlone() {
        String record = "/children/" + world.rowan().value() + "/record";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(record));
            page.getByLabel("What happened?").fill("Carys said that she sleeps badly.");
            TestBrowser.enter(page.locator("#record button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back");
            visitor.clearCookies();
            page.navigate(world.address(record));
            assertThat(page.url()).endsWith("/sign-in");

            page = signInAnew(visitor, "priya", "section 47");
            page.navigate(world.address(record));
            assertThat(page.getByLabel("What happened?").inputValue())
                    .isEqualTo("Carys said that she sleeps badly.");
            Page hers = signIn(visitor, "dana", "section 47");
            hers.navigate(world.address(record));
            assertThat(hers.getByLabel("What happened?").inputValue()).isEmpty();
        }
    }

    @Test
    void whoeverSendsAFormAfterTheirSessionIsToldHowToGetItBack() {
        String record = "/children/" + world.rowan().value() + "/record";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address(record));
            TestBrowser.choose(page.getByLabel("What I saw, heard or was told"));
            page.getByLabel("What happened?").fill("He was held by his aunt.");
            visitor.clearCookies();
            TestBrowser.enter(page.locator("#record button").first());
            assertThat(page.locator("[role=status]").textContent())
                    .contains("You had been signed out, and what you sent was not saved");
            Fits.picture(page, "sign-in-after-the-end", 1280);

            page.getByLabel("Sign-in name").fill("priya");
            page.getByLabel("Password").fill(Westmarsh.PASSWORD);
            TestBrowser.enter(page.locator("#sign-in button"));
            TestBrowser.choose(page.getByLabel("section 47"));
            TestBrowser.enter(page.locator("#start button"));
            for (int back = 0; back < 6 && !page.url().endsWith(record); back++) {
                page.goBack();
            }
            assertThat(page.getByLabel("What happened?").inputValue())
                    .isEqualTo("He was held by his aunt.");
            TestBrowser.enter(page.locator("#record button").first());
            world.work();
            page.navigate(world.address("/children/" + world.rowan().value() + "/chronology"));
            assertThat(page.locator("ol.entries").textContent())
                    .contains("He was held by his aunt.");
        }
    }

    @Test
    void aSessionIsKeptInTheDatabaseAndAThirdEndsTheFirst() {
        try (var first = browser.visitorWithoutJavaScript();
                var second = browser.visitorWithoutJavaScript();
                var third = browser.visitorWithoutJavaScript()) {
            Page page = signInAnew(first, "amal", "section 47");
            long kept = world.sessions("amal");
            signInAnew(second, "amal", "section 47");
            assertThat(world.sessions("amal")).isEqualTo(kept + 1);
            signInAnew(third, "amal", "section 47");
            page.navigate(world.address("/work"));
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @Test
    void aDraftIsKeptWhileSomebodyTypes() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "hari", "Care for or teach");
            page.navigate(world.address("/children/" + world.rowan().value() + "/record"));
            page.getByLabel("What happened?").fill("Rang the nursery.");
            page.waitForSelector("[data-autosave-state]:has-text('Draft saved at')");
            page.reload();
            assertThat(page.getByLabel("What happened?").inputValue())
                    .isEqualTo("Rang the nursery.");
        }
    }

    @Test
    void aChronologyIsTakenAlongAsPdfAndEachPartIsInTheJournalFirst() throws java.io.IOException {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            var answer =
                    visitor.request()
                            .get(
                                    world.address(
                                            "/children/"
                                                    + world.rowan().value()
                                                    + "/chronology/bundle.pdf"));

            assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
            try (var pdf = org.apache.pdfbox.Loader.loadPDF(answer.body())) {
                assertThat(
                                new org.apache.pdfbox.text.PDFTextStripper()
                                        .getText(pdf)
                                        .replaceAll("\\R", ""))
                        .contains("Chronology: Rowan Lee Ashdown")
                        .contains("Page 1 of")
                        .contains("Source westmarsh-health-visiting/bruise#")
                        .contains("Journal entry")
                        .contains("How it was made");
            }
            assertThat(world.journalEvents()).contains("export");
            assertThat(page.url()).doesNotContain("Rowan");
        }
    }

    @Test
    void whatWasKnownOnADayIsWhatTheReaderCouldReadThen() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
            page.navigate(
                    world.address(
                            "/children/"
                                    + world.rowan().value()
                                    + "/chronology?known="
                                    + today.plusDays(1)));
            assertThat(page.locator("ol.entries").textContent()).contains("Bruise to left cheek");
            assertThat(page.locator(".stale").first().textContent())
                    .contains("as far as you could have read it then")
                    .contains("Your role then: Social worker.")
                    .contains("Open then to:")
                    .contains("Westmarsh Council");
            page.navigate(
                    world.address(
                            "/children/"
                                    + world.rowan().value()
                                    + "/chronology?known="
                                    + today.minusDays(2)));
            assertThat(page.locator(".stale").first().textContent())
                    .contains("You had no role here then, so nothing was open to you.");
        }
    }

    @Test
    void aRelativeAtTheSameAgencyFindsNothingAtAll() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "kin", "section 47");

            var real = page.navigate(world.address("/children/" + world.rowan().value()));
            String shown = withoutTokens(page.content());
            var invented = page.navigate(world.address("/children/nobody-of-that-id"));

            assertThat(real.status()).isEqualTo(404).isEqualTo(invented.status());
            assertThat(shown).isEqualTo(withoutTokens(page.content()));
        }
    }

    @Test
    void aWrongNameAndAWrongPasswordAreAnsweredAlike() {
        assertThat(refused("priya", "not the password"))
                .isEqualTo(refused("nobody-here", "not the password"))
                .contains("do not fit together");
    }

    @Test
    void answersTellTheBrowserToKeepNothingAndFrameNothing() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            var headers = page.navigate(world.address("/work")).allHeaders();

            assertThat(headers.get("content-security-policy"))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.get("cache-control")).contains("no-store");
            assertThat(headers)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cross-origin-opener-policy", "same-origin")
                    .containsEntry("cross-origin-resource-policy", "same-origin");
            assertThat(visitor.cookies())
                    .allSatisfy(cookie -> {
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(cookie.sameSite.name()).isEqualTo("STRICT");
                    });
        }
    }

    @Test
    void nothingIsShownBeforeSigningInAndNothingUnlistedEver() {
        try (var visitor = browser.visitor()) {
            Page page = visitor.newPage();
            page.navigate(world.address("/work"));
            assertThat(page.url()).endsWith("/sign-in");

            signIn(visitor, "priya", "section 47");
            assertThat(page.navigate(world.address("/no-such-page")).status()).isEqualTo(403);
            assertThat(page.navigate(world.address("/actuator/env")).status()).isEqualTo(403);
        }
    }

    @Test
    void whateverStandsInAnAddressNothingBreaksAndNoneOfItIsLogged() {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String address : strange("/children/" + world.rowan().value())) {
                assertThat(page.request().get(world.address(address)).status())
                        .as(address)
                        .isLessThan(500);
            }
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .noneMatch(event -> event.getFormattedMessage().contains(STRANGER))
                .filteredOn(event -> !event.getLoggerName().startsWith("com.zaxxer.hikari"))
                .extracting(ILoggingEvent::getThrowableProxy)
                .containsOnlyNulls();
    }

    private static final String STRANGER = "Zqxvorn";

    private static List<String> strange(String child) {
        List<String> addresses = new ArrayList<>();
        var values = List.of("%C3%28", "%00", "%0d%0aSet-Cookie:a=b", "'--", "x".repeat(3000));
        for (String value : values) {
            for (String path :
                    List.of("children", "alerts", "duties", "emergency", "matches", "people")) {
                addresses.add("/" + path + "/" + STRANGER + value);
            }
            for (String asked : List.of("known", "from", "agency", "page")) {
                addresses.add(child + "/chronology?" + asked + "=" + STRANGER + value);
            }
        }
        addresses.add(child + "/chronology/bundle.pdf?agency=" + STRANGER + "&known=" + STRANGER);
        return addresses;
    }

    @Test
    void everyHandlerOfAPageHasANamedPolicy() {
        var handlers =
                world
                        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .filter(pattern -> !pattern.startsWith("/api/"))
                        .map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"));

        assertThat(handlers.filter(path -> PagePolicies.of(path).isEmpty()))
                .as("Give the address a policy in PagePolicies")
                .isEmpty();
    }

    private long denials() {
        return world.journalEvents().stream().filter("deny"::equals).count();
    }

    private static String withoutTokens(String html) {
        return html.replaceAll("value=\"[^\"]*\"", "");
    }

    private String refused(String name, String password) {
        try (var visitor = browser.visitor()) {
            Page page = visitor.newPage();
            page.navigate(world.address("/sign-in"));
            page.getByLabel("Sign-in name").fill(name);
            page.getByLabel("Password").fill(password);
            TestBrowser.follow(
                    page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")));
            return withoutTokens(page.content());
        }
    }

    private Page signInAnew(BrowserContext visitor, String name, String purpose) {
        return SigningIn.anew(visitor.newPage(), world.address("/sign-in"), name, purpose);
    }

    private String alert(Page page) {
        page.navigate(world.address("/children/" + world.rowan().value()));
        return page.locator(".alert .acts a.btn").first().getAttribute("href");
    }

    private List<String> pages(Page page) {
        String child = "/children/" + world.rowan().value();
        String alert = alert(page);
        page.navigate(world.address("/work"));
        var duties = page.locator("a[href^='/duties/']");
        var pages =
                new ArrayList<>(
                        List.of(
                                "/start",
                                "/work",
                                "/children",
                                child,
                                child + "/chronology",
                                child + "/injuries",
                                child + "/decisions",
                                child + "/decisions/close-case",
                                child + "/access",
                                alert,
                                "/rules",
                                "/rules/AL-01",
                                "/feeds",
                                "/people",
                                "/matches",
                                "/matches?what=places",
                                child + "/record",
                                "/emergency/somebody",
                                "/emergency/somebody/reason",
                                "/help",
                                "/accessibility",
                                "/who-can-see-what"));
        if (duties.count() > 0) {
            pages.add(duties.first().getAttribute("href"));
        }
        return pages;
    }
}
