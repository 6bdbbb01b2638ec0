package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import sightline.browser.TestBrowser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One alert in Chromium: before whom it was put, and what is nobody's but theirs to see. */
@Order(4)
final class AlertPagesInBrowserTest extends InWestmarsh {
    @Test
    void eachWayOfDeliveryStandsInWordsAndWhoseItIsWhereItReachedNobody() {
        world.courier();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address("/alerts/" + alert()));
            String rows = page.locator("section:has(#deliveries) table").textContent();

            assertThat(rows)
                    .contains("Duty manager, Westmarsh Council")
                    // The day by its name where midnight comes between sending and looking.
                    .containsPattern("Work list: there since (today|[0-9]+ [A-Z][a-z]+ [0-9]{4}), ")
                    .containsPattern(
                            "E-mail: no way to send it from here, (today|[0-9]+ [A-Z][a-z]+ [0-9]{4}), ")
                    .contains("given up");
            assertThat(row(page, "Paediatrician on call"))
                    .contains("Could not be delivered")
                    .contains("The agency has no such post.")
                    .contains("must see to it, due");
            TestBrowser.follow(
                    page.locator("section:has(#deliveries) a:has-text('Read that duty')").first());
            assertThat(page.locator("h1").textContent())
                    .contains("Find somebody who acts on the alert");
        }
    }

    @Test
    void eachFindingIsShownToItsOwnAudienceAloneAndNobodyElseCountsIt() {
        world.injuredCarer();
        String reference =
                world.owner("SELECT reference FROM alerts.alert WHERE rule = 'AL-05'").getFirst();
        String twice = "seen with injuries 2 times";
        String thrice = "seen with injuries 3 times";
        String ring = "Health holds a record about an adult";
        try (var council = browser.visitor();
                var hospital = browser.visitor();
                var visiting = browser.visitor()) {
            Page hers = signIn(council, "priya", "section 47");
            Page his = signIn(hospital, "mo", "Care for or teach");
            Page theirs = signIn(visiting, "hari", "Care for or teach");

            for (String path : List.of("/alerts/" + reference, "/work", child())) {
                hers.navigate(world.address(path));
                assertThat(hers.content()).as("the council, " + path).doesNotContain(twice, thrice);
                his.navigate(world.address(path));
                assertThat(his.content()).as("the hospital, " + path).doesNotContain(thrice);
                theirs.navigate(world.address(path));
                assertThat(theirs.content()).as("visitors, " + path).doesNotContain(twice, ring);
            }
            String alert = "/alerts/" + reference;
            assertThat(hers.navigate(world.address(alert)).text())
                    .contains(ring)
                    .contains("2 findings, 1 matter");
            assertThat(his.navigate(world.address(alert)).text())
                    .as("and what rests on entries that they may read anyway")
                    .contains(twice)
                    .doesNotContain("4 findings");
            assertThat(theirs.navigate(world.address(alert)).text())
                    .contains(thrice)
                    .doesNotContain("findings, 1 matter");
        }
    }

    @Test
    void theWorkListShowsWhatItsFilterAsksForAndSaysWhatItLeavesOut() {
        String reference = alert();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(world.address("/work"));
            int rows = page.locator("main tbody tr").count();
            assertThat(page.content()).contains(reference);

            TestBrowser.choose(page.getByLabel(Pattern.compile("^Alerts \\(")));
            TestBrowser.enter(page.locator("form.filter button"));
            page.waitForURL("**/work?*kind=Alerts");
            assertThat(page.content()).contains(reference).contains(", filtered");
            assertThat(page.locator("main tbody tr").count()).isBetween(1, rows - 1);
            assertThat(TestBrowser.accessibilityProblems(page)).isEmpty();

            TestBrowser.enter(page.locator(".chips a").first());
            page.waitForURL("**/work");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(rows);

            page.navigate(world.address("/work?kind=%3Cb%3E&agency=NO%20SUCH&whose=nobody"));
            assertThat(page.content())
                    .doesNotContain(reference)
                    .contains("is what the filter asks for")
                    .contains("of what the filter shows");
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

    @Test
    void whatIsWrittenOnAnAlertOutlivesTheSessionIsInASecondTabAndItsWritersAlone() {
        String address = world.address("/alerts/" + alert());
        try (var visitor = browser.visitorWithoutJavaScript();
                var colleague = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya", "section 47");
            page.navigate(address);
            TestBrowser.choose(page.locator("#answer").getByLabel("Explained"));
            page.locator("#answer textarea").fill("A strap of the car seat.");
            TestBrowser.enter(page.locator("#answer button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back");
            page.locator("#acknowledge textarea").fill("At two, in the ward.");
            TestBrowser.enter(page.locator("#acknowledge button:has-text('Save draft')"));

            Page tab = visitor.newPage();
            tab.navigate(address);
            assertThat(tab.locator("#answer textarea").inputValue())
                    .isEqualTo("A strap of the car seat.");
            assertThat(tab.locator("#acknowledge textarea").inputValue())
                    .isEqualTo("At two, in the ward.");
            TestBrowser.enter(tab.locator("#acknowledge button").first());
            assertThat(tab.locator(".govuk-error-summary").textContent())
                    .contains("Choose what happens next");
            assertThat(tab.locator("#acknowledge textarea").inputValue())
                    .isEqualTo("At two, in the ward.");

            visitor.clearCookies();
            tab.navigate(address);
            assertThat(tab.url()).endsWith("/sign-in");
            Page again =
                    SigningIn.anew(
                            visitor.newPage(), world.address("/sign-in"), "priya", "section 47");
            again.navigate(address);
            assertThat(again.locator("#answer input:checked").inputValue()).isEqualTo("explained");
            assertThat(again.locator("#answer textarea").inputValue())
                    .isEqualTo("A strap of the car seat.");
            Page hers = signIn(colleague, "dana", "section 47");
            hers.navigate(address);
            assertThat(hers.locator("#answer textarea").inputValue()).isEmpty();

            again.locator("#add textarea").fill("Carys showed me the seat.");
            TestBrowser.enter(again.locator("#add button:has-text('Save draft')"));
            TestBrowser.enter(again.locator("#add button").first());
            assertThat(again.content()).contains("What you know is kept");
            again.navigate(address);
            assertThat(again.locator("#add textarea").inputValue()).isEmpty();
        }
    }

    @Test
    void whatIsWrittenOnAnAlertIsKeptWhileSomebodyTypes() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "mo", "Care for or teach");
            page.navigate(world.address("/alerts/" + alert()));
            page.locator("#dispute textarea").fill("I saw the mark on the ward.");
            page.waitForSelector("#dispute [data-autosave-state]:has-text('Draft saved at')");
            page.reload();
            assertThat(page.locator("#dispute textarea").inputValue())
                    .isEqualTo("I saw the mark on the ward.");
        }
    }

    @Test
    void childrenOfOneReferralHaveADutyEachWithAnAddressOfItsOwn() {
        world.referred("Robin", "Marley");
        List<String> addresses =
                world.owner(
                        """
                        SELECT md5(key) || '-' || left(md5(subject), 8) FROM alerts.duty
                         WHERE key = (SELECT key FROM alerts.duty WHERE clock = 'ref.decision'
                                       GROUP BY key HAVING count(*) = 2)
                        """);
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            List<String> about = new ArrayList<>();
            for (String address : addresses) {
                page.navigate(world.address("/duties/" + address));
                about.add(page.locator("body").textContent());
            }
            assertThat(about).hasSize(2);
            assertThat(about).anyMatch(t -> t.contains("Robin Quill"));
            assertThat(about).anyMatch(t -> t.contains("Marley Quill"));

            // On the work list they are one line, which leads to each.
            page.navigate(world.address("/work"));
            for (String address : addresses) {
                assertThat(
                                page.locator(
                                                "main tr:has-text('Robin Quill'):has-text('Marley Quill'):has(a[href='/duties/"
                                                        + address
                                                        + "'])")
                                        .count())
                        .isEqualTo(1);
            }

            String before = addresses.getFirst().substring(0, 32);
            assertThat(page.navigate(world.address("/duties/" + before)).status()).isEqualTo(200);
            assertThat(page.content()).contains("Quill");
            String joined = before + "-00000000";
            assertThat(page.navigate(world.address("/duties/" + joined)).status()).isEqualTo(200);
        }
    }

    /**
     * What housing owes, whom social care asked: health may read it, and does not say it is done.
     */
    private void onlyWhoseWordCountsIsAskedWhetherItIsDone() {
        String housings =
                world.owner(
                                """
                                SELECT md5(key) || '-' || left(md5(subject), 8) FROM alerts.duty
                                 WHERE state = 'running' AND started_by = 'westmarsh-council'
                                   AND content -> 'owedBy' ->> 0 LIKE 'westmarsh-housing/%'
                                """)
                        .getFirst();
        try (var health = browser.visitorWithoutJavaScript();
                var council = browser.visitorWithoutJavaScript()) {
            Page his = signIn(health, "hari", "Care for or teach");
            his.navigate(world.address("/duties/" + housings));
            assertThat(his.locator("section:has(#act)").textContent())
                    .contains("Whoever owes it records that it is done:")
                    .contains("Westmarsh Homes")
                    .contains("It no longer applies");
            assertThat(his.locator("#done").count()).isZero();
            onlyWhoeverIsAskedAnswers(his, housings);
            Page hers = signIn(council, "priya", "section 47");
            hers.navigate(world.address("/duties/" + housings));
            assertThat(hers.locator("#done").count()).isOne();
            onlyWhoeverIsAskedAnswers(hers, housings);
        }
    }

    /** The question is read by others, and neither their page nor their request answers it. */
    private void onlyWhoeverIsAskedAnswers(Page page, String duty) {
        assertThat(page.locator("main").textContent())
                .contains("Who else holds a key to the flat?")
                .contains("Only whoever is asked answers: Information desk, Westmarsh Homes");
        assertThat(page.locator("#answer").count()).isZero();
        String at = world.address("/duties/" + duty);
        var refused =
                page.request()
                        .post(
                                at + "/answer",
                                RequestOptions.create()
                                        .setHeader("Origin", world.address(""))
                                        .setForm(
                                                FormData.create()
                                                        .set("_csrf", token(page))
                                                        .set("choice", "nothing-held")
                                                        .set("words", "")));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .contains("Only whoever is asked answers: Information desk, Westmarsh Homes");
        world.work();
        page.navigate(at);
        assertThat(page.locator("main").textContent())
                .contains("Only whoever is asked answers")
                .doesNotContain("Recorded as done");
    }

    private static String token(Page page) {
        return page.locator("input[name=_csrf]").first().getAttribute("value");
    }

    @Test
    void whoIsAskedReadsTheQuestionAndAnswersItThoughTheyMayOpenNoRecord() {
        world.asked();
        onlyWhoseWordCountsIsAskedWhetherItIsDone();
        String duty = "";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "lena", "Check before a tenancy");
            page.navigate(world.address("/work"));
            assertThat(page.locator("main").textContent())
                    .contains("Your own record T-4411")
                    .doesNotContain("not open to you", "Carys", "Rowan", "csc-");
            TestBrowser.follow(
                    page.locator("main tr:has-text('T-4411') a:has-text('Open')").first());
            duty = page.url();
            assertThat(page.locator("body").textContent())
                    .contains("Your own record T-4411")
                    .contains("Westmarsh Council")
                    .contains("Who else holds a key to the flat?")
                    .contains("Children Act 1989, section 47.")
                    .doesNotContain("Carys", "Rowan", "csc-", "hv-");

            TestBrowser.choose(page.locator("#answer").getByLabel("This is what we hold"));
            TestBrowser.enter(page.locator("#answer button").first());
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write what you hold");
            page.locator("#answer textarea").fill("A Mr Dunmore, since March.");
            TestBrowser.enter(page.locator("#answer button:has-text('Save draft')"));
            assertThat(page.locator("#answer textarea").inputValue())
                    .isEqualTo("A Mr Dunmore, since March.");
            TestBrowser.enter(page.locator("#answer button").first());
            assertThat(page.content()).contains("Your answer is kept");
            world.work();
            page.navigate(world.address("/work"));
            assertThat(page.locator("main").textContent()).doesNotContain("T-4411");
        }
        try (var other = browser.visitor();
                var health = browser.visitor();
                var council = browser.visitor()) {
            Page asker = signIn(council, "priya", "section 47");
            asker.navigate(world.address("/work"));
            assertThat(
                            asker.locator(
                                            "section[aria-labelledby=owed] tr:has-text('Answer the req')")
                                    .allTextContents())
                    .isNotEmpty()
                    .allSatisfy(row ->
                            assertThat(row)
                                    .contains("Westmarsh Health Visiting")
                                    .containsPattern("has answered: [^.]*Westmarsh Homes"));
            TestBrowser.follow(
                    asker.locator(
                                    "section[aria-labelledby=owed] tr:has-text('Answer the req') a:has-text('Open')")
                            .first());
            assertThat(asker.locator("main").textContent())
                    .contains("Also asked")
                    .contains("Has answered");

            Page nobody = signIn(other, "omar", "Check before a tenancy");
            assertThat(nobody.navigate(duty).status()).isNotEqualTo(200);
            assertThat(nobody.content()).doesNotContain("key to the flat", "T-4411");

            Page his = signIn(health, "hari", "Care for or teach");
            his.navigate(world.address("/work?kind=Requests+from+others"));
            TestBrowser.follow(
                    his.locator("main tr:has-text('Answer the request') a:has-text('Open')")
                            .first());
            assertThat(his.content()).contains("Who else holds a key to the flat?");
            assertThat(TestBrowser.accessibilityProblems(his)).isEmpty();
            his.locator("#ended textarea").fill("Ms Nair has it by phone.");
            his.locator("#ended input[type=text]").fill("Hari Bell, health visitor");
            TestBrowser.enter(his.locator("#ended button").first());
            assertThat(his.content()).contains("no longer applies is kept");

            Page hers = asker;
            hers.navigate(world.address(child() + "/chronology"));
            assertThat(hers.content()).contains("Information request answered");
            hers.navigate(world.address(child()));
            assertThat(hers.locator("section:has(#looks)").textContent())
                    .contains("Westmarsh Homes");
        }
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

    private String alert() {
        return world.owner("SELECT reference FROM alerts.alert WHERE rule = 'AL-01'").getFirst();
    }
}
