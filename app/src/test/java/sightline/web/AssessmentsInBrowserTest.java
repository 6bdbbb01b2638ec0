package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import sightline.browser.TestBrowser;
import sightline.core.kernel.PersonId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An assessment from its first answer to its signature, in Chromium. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AssessmentsInBrowserTest extends InWestmarsh {
    private static final String SAVE = "#answer button:has-text('Save this answer')";

    @Test
    @Order(1)
    void anAnswerInFrontOfThePartnerIsKeptAndNotAskedAndWhatCannotBeKeptIsSaidWithoutJavaScript() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address(child()));
            TestBrowser.follow(page.locator("nav a:has-text('Assessments')"));
            TestBrowser.follow(page.locator("a:has-text('Background of both parents')"));
            assertThat(page.locator("dl.sum").first().textContent())
                    .contains("Not begun")
                    .contains("Carys Ashdown, mother");
            assertThat(page.content()).contains("Who is the other parent?");

            open(page, "Has anybody at home hurt");
            TestBrowser.choose(page.getByLabel("Known", exactly()));
            page.locator("#answer-words").fill("<b onclick=x>no</b> \u202Eabc");
            page.locator("#answer-review").fill("31 2 2026");
            TestBrowser.enter(page.locator(SAVE));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Enter a day that exists");
            assertThat(page.locator("#answer-words").inputValue()).contains("<b onclick=x>no</b>");
            page.locator("#answer-review").fill("");
            page.locator("#answer-words").fill("x".repeat(20_001));
            TestBrowser.enter(page.locator(SAVE));
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("it has 20001 characters");
            assertThat(page.locator("#answer-words").inputValue()).hasSize(20_001);

            page.locator("#answer-words").fill("<b onclick=x>no</b> \u202Eabc");
            TestBrowser.enter(page.locator("#answer button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back");
            page.locator("#answer-there").selectOption("partner");
            TestBrowser.enter(page.locator(SAVE));
            assertThat(page.content()).contains("Your entry is kept");
            world.work();
            page.reload();
            assertThat(row(page, "Has anybody at home hurt"))
                    .contains("Open: answered by, through or in front of the partner: not asked")
                    .contains("<b onclick=x>no</b>");
        }
    }

    @Test
    @Order(2)
    void whatIsRecordedIsConfirmedAndWhatAnotherAgencyKnowsIsAskedForAndAccepted() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address(set()));
            open(page, "Which other names");
            assertThat(page.locator("section:has(#recorded)").textContent())
                    .contains("Westmarsh Health Visiting")
                    .contains("received");
            TestBrowser.enter(page.locator("section:has(#recorded) button").first());
            world.work();
            page.navigate(world.address(set()));
            assertThat(row(page, "Which other names")).contains("Known");

            open(page, "Which other children");
            page.locator("#ask-form-to").selectOption("eastholme-council");
            page.locator("#ask-form-why").fill("She lived there until 2022.");
            String once = page.locator("#ask-form input[name=once]").inputValue();
            TestBrowser.enter(page.locator("#ask-form button"));
            world.work();
            assertThat(world.owner("SELECT clock FROM alerts.duty WHERE clock = 'info.request'"))
                    .isNotEmpty();
            world.answered(
                    "westmarsh-council/page-" + once.substring(0, once.indexOf('.')),
                    "Two girls, with their grandmother since 2021.");
            page.reload();
            assertThat(page.locator("section:has(#ask)").textContent())
                    .contains("Asked: Eastholme Council")
                    .contains("Two girls, with their grandmother since 2021.");
            TestBrowser.enter(page.locator("button:has-text('Accept this answer')"));
            world.work();
            page.reload();
            assertThat(page.locator("section:has(#given)").textContent())
                    .contains("Two girls")
                    .contains("source: Eastholme Council");
        }
    }

    @Test
    @Order(2)
    void anAreasOwnQuestionsAreOfferedThereAloneAndAnsweredLikeAnyOther() {
        try (var visitor = browser.visitorOnANarrowScreen()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address(child() + "/assessments"));
            assertThat(page.content())
                    .contains("Animals at home")
                    .doesNotContain("Eastholme’s own");
            TestBrowser.follow(page.locator("a:has-text('Animals at home')"));
            assertThat(page.locator("dl.sum").first().textContent())
                    .contains("Westmarsh's own list");
            open(page, "Which animals live at home");
            TestBrowser.choose(page.getByLabel("Known", exactly()));
            page.locator("#answer-words").fill("A lizard. He feeds it himself.");
            TestBrowser.enter(page.locator(SAVE));
            world.work();
            page.reload();
            assertThat(row(page, "Which animals live at home")).contains("Known");
            page.navigate(world.address(child() + "/assessments/eastholme-pets"));
            assertThat(page.content()).contains("There is no page here");
        }
    }

    @Test
    @Order(3)
    void theSignatureIsRefusedWithTheListAndIsAnotherPersons() {
        try (var visitor = browser.visitorWithoutJavaScript();
                var other = browser.visitorWithoutJavaScript()) {
            Page manager = signIn(other, "dana");
            manager.navigate(world.address(set()));
            TestBrowser.enter(manager.locator("#sign button"));
            assertThat(manager.locator(".govuk-error-summary").textContent())
                    .contains("Who is the other parent?")
                    .contains("in front of the partner: not asked")
                    .contains("Whether it was shared with the family");
            world.work();
            manager.navigate(world.address(set()));
            assertThat(manager.locator("dl.sum").first().textContent()).contains("Being written");

            Page page = signIn(visitor, "priya");
            page.navigate(world.address(set()));
            assertThat(page.locator("#sign").count()).isZero();
            List<String> open =
                    page.locator("li:has(.tag:has-text('Open:')) a").all().stream()
                            .map(a -> a.getAttribute("href"))
                            .toList();
            assertThat(open).hasSizeGreaterThan(10);
            for (String href : open) {
                page.navigate(world.address(href));
                TestBrowser.choose(page.getByLabel("Asked, and declined", exactly()));
                if (page.locator("#answer-there").count() > 0) {
                    page.locator("#answer-there").selectOption("alone");
                }
                TestBrowser.enter(page.locator(SAVE));
            }
            page.locator("#account-sharing").fill("Read to Carys on the sofa.");
            page.locator("#account-observed").fill("A cot, a fed baby.");
            TestBrowser.enter(page.locator("#account button:has-text('Save draft')"));
            assertThat(page.content()).contains("Your draft was brought back");
            assertThat(page.locator("#account-observed").inputValue())
                    .isEqualTo("A cot, a fed baby.");
            TestBrowser.enter(page.locator("#account button").first());
            world.work();
            page.navigate(world.address(set()));
            assertThat(page.locator("#versions").count()).isZero();
            page.locator("#account-observed").fill("A cot, a fed baby, a dog.");
            TestBrowser.enter(page.locator("#account button").first());
            world.work();
            page.navigate(world.address(set()));
            assertThat(page.locator("section:has(#versions) table").textContent())
                    .contains("A cot, a fed baby.")
                    .contains("Changed A cot, a fed baby, a dog.")
                    .contains("Priya Nair, ")
                    .doesNotContain("Changed Read to Carys");
            anOlderPageOverwritesNothingUnseen(page);
            manager.navigate(world.address(set()));
            TestBrowser.enter(manager.locator("#check button"));
            TestBrowser.enter(manager.locator("#sign button"));
            world.work();
            manager.navigate(world.address(set()));
            assertThat(manager.locator("dl.sum").first().textContent())
                    .contains("Signed off as complete")
                    .contains("Made by Dana Osei")
                    .doesNotContain("Not asked directly");
        }
    }

    private void anOlderPageOverwritesNothingUnseen(Page page) {
        Page older = page.context().newPage();
        older.navigate(world.address(set()));
        older.locator("#account-strengths").fill("<b>Sings</b> to him. \u202Eabc");
        page.locator("#account-analysis").fill("Safe while Nan is there.");
        TestBrowser.enter(page.locator("#account button").first());
        world.work();
        TestBrowser.enter(older.locator("#account button").first());
        assertThat(older.locator(".govuk-error-summary").textContent())
                .contains("Priya Nair saved this part")
                .contains("after you opened it");
        assertThat(older.locator("section:has(#versions) table").textContent())
                .contains("Safe while Nan is there.");
        assertThat(older.locator("#account-strengths").inputValue()).contains("<b>Sings</b>");
        Fits.picture(older, "assessment-from-an-older-page", 1320);
        older.locator("#account-analysis").fill("Safe while Nan is there.");
        TestBrowser.enter(older.locator("#account button").first());
        assertThat(older.content()).contains("Your entry is kept");
        world.work();
        page.navigate(world.address(set()));
        assertThat(page.locator("section:has(#versions) table td").first().textContent())
                .isNotEmpty();
        assertThat(page.locator("#account-strengths").inputValue()).contains("<b>Sings</b>");
        assertThat(page.locator("#account-analysis").inputValue())
                .isEqualTo("Safe while Nan is there.");
        whatIsKeptAndNotReadYetIsNotOverwrittenEither(page, older);
    }

    private void whatIsKeptAndNotReadYetIsNotOverwrittenEither(Page page, Page other) {
        other.navigate(world.address(set()));
        page.locator("#account-explained").fill("Nan was in.");
        other.locator("#account-explained").fill("Nan was out.");
        world.whileNothingIsRead(() -> {
            TestBrowser.enter(page.locator("#account button").first());
            assertThat(page.content()).contains("Your entry is kept");
            TestBrowser.enter(other.locator("#account button").first());
        });
        assertThat(other.locator(".govuk-error-summary").textContent())
                .contains("saved after you opened it, and is being read");
        assertThat(other.locator("#account-explained").inputValue()).isEqualTo("Nan was out.");
        world.work();
    }

    @Test
    @Order(4)
    void thePagesAreReadableByEverybodyWhoMayAndByNobodyElse() {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya");
            page.navigate(world.address(child() + "/assessments"));
            Fits.inBothWidths(page, "assessments");
            page.navigate(world.address(set()));
            Fits.inBothWidths(page, "assessment");
            open(page, "Which other children");
            Fits.inBothWidths(page, "assessment-question");
        }
        try (var stranger = browser.visitor()) {
            Page none = signIn(stranger, "kin");
            assertThat(none.navigate(world.address(set())).status()).isEqualTo(404);
            assertThat(none.content()).doesNotContain("Carys");
        }
        assertThat(
                        world.journal(
                                "SELECT leaf FROM audit.entry WHERE leaf LIKE"
                                        + " '%/children/assessments%'"))
                .isNotEmpty();
    }

    @Test
    @Order(5)
    void aDraftStaysWithItsRecordWhileOthersAreJoinedWithItAndSeparatedAgain() {
        world.maybeRowan(Westmarsh.OTHER, "Bran", "Cole", 943);
        PersonId alone = world.rowan();
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page form = signIn(visitor, "priya");
            form.navigate(world.address("/children/" + alone.value() + "/record"));
            Page page = visitor.newPage();
            String address = pair(page);
            decide(page, "The same", "Rang the other council: one child.");
            assertThat(page.content()).contains("Your answer holds");
            assertThat(world.rowan()).isNotEqualTo(alone);

            saveDraft(form, "Written while his records were joined.");
            assertThat(wordsOfTheDraft(page)).isEqualTo("Written while his records were joined.");

            form.navigate(world.address("/children/" + world.rowan().value() + "/record"));
            Page late = visitor.newPage();
            late.navigate(form.url());
            page.navigate(address);
            decide(page, "Take the last answer back", "The other council rang: two children.");
            assertThat(world.rowan()).isEqualTo(alone);
            form.getByLabel("What happened?").fill("Sent when they were two again.");
            TestBrowser.enter(form.locator("#record button").first());
            assertThat(form.content())
                    .contains("There is no page here")
                    .contains("What you sent is kept as your draft");
            assertThat(wordsOfTheDraft(page)).isEqualTo("Sent when they were two again.");

            TestBrowser.choose(page.getByLabel("What I saw, heard or was told"));
            TestBrowser.enter(page.locator("#record button").first());
            assertThat(wordsOfTheDraft(page)).isEmpty();
            saveDraft(late, "Saved when they were two again.");
            assertThat(late.getByLabel("What happened?").inputValue())
                    .isEqualTo("Saved when they were two again.");
        }
    }

    /** Whoever reads may open both children, so that an old address does lead to one. */
    @Test
    @Order(6)
    void aFormThatWasOpenWhileItsChildWasSeparatedSavesNothingAboutTheOther() throws Exception {
        world.referredToUs("Bran");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "priya");
            String address = pair(page);
            decide(page, "The same", "Rang the other council: one child.");
            String joined = "/children/" + world.rowan().value();
            assertThat(world.elsewhere("Bran")).isEqualTo(world.rowan());
            Page record = visitor.newPage();
            record.navigate(world.address(joined + "/record"));
            List<OpenForm> open = new ArrayList<>(forms("priya", joined));
            forms("dana", joined).stream()
                    .filter(f -> f.action().matches(".*/(sign|check)"))
                    .forEach(open::add);
            page.navigate(address);
            decide(page, "Take the last answer back", "The other council rang: two children.");
            assertThat(joined).isEqualTo("/children/" + world.elsewhere("Bran").value());
            assertThat(world.elsewhere("Bran")).isNotEqualTo(world.rowan());
            page.navigate(world.address(joined));
            assertThat(page.locator("h1").textContent()).contains("Bran");

            TestBrowser.choose(record.getByLabel("What I saw, heard or was told"));
            record.getByLabel("What happened?").fill("Seen at nursery.");
            TestBrowser.enter(record.locator("#record button").first());
            assertThat(record.locator("h1").textContent())
                    .isEqualTo("This form was about somebody else");
            Fits.picture(record, "form-of-another-child", 1320);
            TestBrowser.follow(record.locator("a:has-text('Open your draft')"));
            assertThat(record.url()).endsWith("/children/" + world.rowan().value() + "/record");
            assertThat(record.getByLabel("What happened?").inputValue())
                    .isEqualTo("Seen at nursery.");
            TestBrowser.enter(record.locator("#record button").first());
            assertThat(record.content()).contains("Your entry is kept");

            List<String> kept = world.stored(RECEIVED);
            for (OpenForm form : open) {
                var answer =
                        visitor(form.action().matches(".*/(sign|check)") ? "dana" : "priya")
                                .post(form.action(), form.coded());
                assertThat(answer.statusCode()).as(form.action()).isEqualTo(409);
                assertThat(answer.body())
                        .as(form.action())
                        .contains("This form was about somebody else")
                        .contains("Nothing was saved");
                if (form.fields().containsValue(WRITTEN)) {
                    assertThat(answer.body())
                            .as(form.action())
                            .containsAnyOf("kept as your draft", WRITTEN);
                }
            }
            OpenForm another = inAnotherWindow(open);
            assertThat(visitor("priya").post(another.action(), another.coded()).body())
                    .contains("What you typed was not kept")
                    .contains("You wrote: " + WRITTEN);
            assertThat(world.stored(RECEIVED)).isEqualTo(kept);
            everyWayToWriteAboutAChildIsAmong(open);

            pair(page);
            decide(page, "Not the same", "Two children.");
        }
    }

    private static final String WRITTEN = "Written while the two were one.";
    private static final String RECEIVED = "SELECT count(*) FROM feeds.receipt";
    private final Map<String, PlainVisitor> visitors = new HashMap<>();

    private PlainVisitor visitor(String name) throws Exception {
        PlainVisitor known = visitors.get(name);
        if (known != null) {
            return known;
        }
        var visitor = new PlainVisitor(world);
        visitor.signIn(name, "s47");
        visitors.put(name, visitor);
        return visitor;
    }

    /** Each form about that child that somebody has open, filled in. */
    private List<OpenForm> forms(String name, String child) throws Exception {
        List<String> pages = FormPages.all();
        pages.addAll(FormPages.questions(visitor(name).get(child + "/" + FormPages.SET).body()));
        List<OpenForm> forms = new ArrayList<>();
        for (String page : pages) {
            OpenForm.of(visitor(name).get(child + "/" + page).body(), WRITTEN, today()).stream()
                    .filter(f -> f.action().startsWith(child))
                    .forEach(forms::add);
        }
        return forms;
    }

    /** The form of the record, shown a minute before that one: what that one saved stands. */
    private static OpenForm inAnotherWindow(List<OpenForm> open) {
        OpenForm form =
                open.stream().filter(f -> f.action().endsWith("/record")).findFirst().orElseThrow();
        Map<String, String> fields = new HashMap<>(form.fields());
        String once = form.fields().getOrDefault(EntryForm.ONCE, "");
        long shown = Long.parseLong(once.substring(once.indexOf('.') + 1));
        fields.put(EntryForm.ONCE, UUID.randomUUID() + "." + (shown - 60));
        return new OpenForm(form.action(), fields);
    }

    /** Which of them there are, the server itself says. */
    private void everyWayToWriteAboutAChildIsAmong(List<OpenForm> open) {
        List<String> routes =
                world
                        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .filter(m ->
                                m.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                        .flatMap(m -> m.getPatternValues().stream())
                        .filter(p -> p.startsWith("/children/{id}/"))
                        .filter(p -> !p.equals("/children/{id}/address-decision"))
                        .toList();
        assertThat(routes).hasSizeGreaterThan(8);
        for (String route : routes) {
            String pattern = route.replaceAll("\\{[^}]*}", "[^/]+");
            assertThat(open).as(route).anyMatch(f -> f.action().matches(pattern));
        }
    }

    private static void saveDraft(Page form, String words) {
        form.getByLabel("What happened?").fill(words);
        TestBrowser.enter(form.locator("#record button:has-text('Save draft')"));
        assertThat(form.content()).contains("Your draft was brought back");
    }

    private String wordsOfTheDraft(Page page) {
        page.navigate(world.address("/children/" + world.rowan().value() + "/record"));
        return page.getByLabel("What happened?").inputValue();
    }

    private String pair(Page page) {
        page.navigate(world.address("/matches"));
        TestBrowser.follow(page.locator("tbody a:has-text('Eastholme Council')"));
        return page.url();
    }

    private static void decide(Page page, String answer, String reason) {
        page.getByLabel(answer, exactly()).press("Space");
        page.getByLabel("Why?").fill(reason);
        TestBrowser.enter(page.locator("#decide button").first());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void open(Page page, String question) {
        TestBrowser.follow(page.locator("li a:has-text('" + question + "')").first());
    }

    private static String row(Page page, String question) {
        Locator row = page.locator("li:has(a:has-text('" + question + "'))");
        return row.first().textContent();
    }

    private String set() {
        return child() + "/assessments/both-parents";
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, "section 47");
    }
}
