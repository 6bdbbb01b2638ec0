package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import sightline.browser.TestBrowser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What keepers do about a registered person, in Chromium: visits, disclosures, moves. */
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisterActsInBrowserTest extends InWestmarsh {
    private static final String SUPERVISE = "Supervise an order or licence";

    private String entry;

    @BeforeAll
    void settle() {
        world.register();
        entry = "/register/" + world.marlow().value();
    }

    /** While it was open, records were separated, and its address leads to another person. */
    @Test
    @Order(0)
    void aFormThatWasShownOfSomebodyElseSavesNothing() throws Exception {
        var amy = new PlainVisitor(world);
        amy.signIn("amy", "register");
        List<OpenForm> shown = new ArrayList<>();
        for (String page : List.of("visits", "disclosures", "hand-over", "notification")) {
            OpenForm.of(amy.get(entry + "/" + page).body(), WRITTEN, today()).stream()
                    .filter(f -> f.action().startsWith(entry))
                    .forEach(shown::add);
        }
        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(f -> assertThat(f.fields().get("draft")).isNotBlank());
        List<String> kept = world.stored("SELECT count(*) FROM feeds.receipt");
        for (OpenForm form : everyWayToWriteAboutThem(shown)) {
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            fields.put("draft", world.rowan().value());
            var answer = amy.post(form.action(), new OpenForm(form.action(), fields).coded());
            assertThat(answer.statusCode()).as(form.action()).isEqualTo(409);
            assertThat(answer.body())
                    .as(form.action())
                    .contains("This form was about somebody else");
            if (shown.contains(form) && fields.containsValue(WRITTEN)) {
                assertThat(answer.body())
                        .as(form.action())
                        .containsAnyOf(WRITTEN, "kept as your draft");
            }
        }
        assertThat(world.stored("SELECT count(*) FROM feeds.receipt")).isEqualTo(kept);
    }

    private static final String WRITTEN = "Written while the two were one.";

    /** What is shown, and one for each route that the server has beside. */
    private List<OpenForm> everyWayToWriteAboutThem(List<OpenForm> shown) {
        List<OpenForm> all = new ArrayList<>(shown);
        world
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(m -> m.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(m -> m.getPatternValues().stream())
                .filter(route -> route.startsWith("/register/{id}/"))
                .filter(route ->
                        shown.stream()
                                .noneMatch(f ->
                                        f.action().matches(route.replaceAll("\\{[^}]*}", "[^/]+"))))
                .map(route ->
                        entry
                                + route.substring("/register/{id}".length())
                                        .replace("{act}", "decide"))
                .forEach(
                        action -> all.add(new OpenForm(action, Map.of("of", "x", "why", WRITTEN))));
        assertThat(all).hasSizeGreaterThan(shown.size() + 2);
        return all;
    }

    @Test
    @Order(1)
    void visitsArePlannedByTheLevelOfRiskAndOneThatSawNobodyIsTriedAgain() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/visits"));
            assertThat(page.locator("main").textContent()).contains("None is planned");
            press(page, "Keep the level");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose the level of risk");
            TestBrowser.choose(
                    page.getByLabel("High", new Page.GetByLabelOptions().setExact(true)));
            press(page, "Keep the level");
            world.work();

            page.navigate(world.address(entry + "/visits"));
            assertThat(page.locator("main").textContent())
                    .contains("High, since ")
                    .contains("Every 3 months")
                    .contains("(unconfirmed)");
            press(page, "Keep the visit");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose what came of the visit")
                    .contains("Enter the time of the visit");
            TestBrowser.choose(page.getByLabel("Not in"));
            visited(page, "07:05");
            press(page, "Keep the visit");
            world.work();
            page.navigate(world.address(entry + "/visits"));
            assertThat(page.locator("main").textContent())
                    .contains("Not at home")
                    .contains("at 7:05am, unannounced")
                    .contains("Never, in what you may see");
            page.navigate(world.address("/register/visits"));
            assertThat(page.locator("main").textContent())
                    .contains("Daniel Marlow")
                    .contains("Try again, unannounced, on another day")
                    .contains("Register keeper, Westmarsh Police");
        }
    }

    @Test
    @Order(2)
    void aNewOccupantAndAChildEachStartAClock() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/visits"));
            TestBrowser.choose(page.getByLabel("Somebody else lives there now"));
            TestBrowser.choose(page.getByLabel("A child was there"));
            visited(page, "18:40");
            press(page, "Keep the visit");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write what was seen and heard");
            page.getByLabel("What was seen and heard?")
                    .fill("A woman with a boy of about 4 said that he left in August");
            press(page, "Keep the visit");
            world.work();
            page.navigate(world.address(entry));
            assertThat(page.locator("section:has(#duties)").textContent())
                    .contains("find out where, or record that nobody knows")
                    .contains("Tell children’s social care of the child who was there");
            page.navigate(world.address("/register/visits"));
            assertThat(page.locator("main").textContent())
                    .contains("find out where, or record that nobody knows")
                    .doesNotContain("Try again, unannounced");
        }
    }

    @Test
    @Order(3)
    void whoseWhereaboutsNobodyKnowsStandsFirstWithWhatIsOwed() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/visits"));
            press(page, "Nobody knows where the person is");
            world.work();
            page.navigate(world.address("/register/visits"));
            assertThat(page.locator("table").first().textContent())
                    .contains("Daniel Marlow")
                    .contains("Find the registered person whose whereabouts nobody knows")
                    .contains("Register keeper, Westmarsh Police")
                    .doesNotContain("find out where, or record");
        }
        looks("amy", "/register/visits", "/register/visits-list");
        looks("amy", entry + "/visits", "/register/visits-person");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/visits"));
            press(page, "The person was found");
            world.work();
            page.navigate(world.address("/register/visits"));
            assertThat(page.locator("main").textContent()).contains("Whereabouts unknown (0)");
        }
    }

    @Test
    @Order(4)
    void whoIsToldIsAskedDecidedWithAReasonAndWhatWasSaidIsKept() {
        String disclosures = entry + "/disclosures";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(disclosures));
            press(page, "Keep the question");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose who might be told")
                    .contains("Write what makes it a question");
            TestBrowser.choose(page.getByLabel("A partner (domestic"));
            page.getByLabel("What makes it a question?").fill("She has taken him in");
            press(page, "Keep the question");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose how it came to the police");
            TestBrowser.choose(page.getByLabel("The police learnt of a risk"));
            press(page, "Keep the question");
            world.work();
            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("1 question open")
                    .contains("To be decided. By ")
                    .contains("28 days left");
            press(page, "Keep the decision");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why, whichever you decide");
            TestBrowser.choose(page.getByLabel("Yes: they are told"));
            page.getByLabel("By what duty or power?").fill("Common law, pressing need");
            page.locator("#decide-1-why").fill("He hurt the child of a partner before");
            press(page, "Keep the decision");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why less would not do");
            page.locator("#decide-1-less")
                    .fill("She has nobody else who could keep the child safe");
            press(page, "Keep the decision");
            world.work();
        }
        looks("amy", disclosures, "/register/disclosures");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(disclosures));
            page.getByLabel("Who was told, by whom, and how?")
                    .fill("Ms Dale, by DC Strand, in person");
            page.getByLabel("What was said?").fill("That he was convicted of an injury to a child");
            press(page, "Keep what was said");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose whether they undertook to keep it to themselves")
                    .contains("Choose whether the person learns of it");
            TestBrowser.choose(page.getByLabel("Yes: signed"));
            TestBrowser.choose(page.locator("input[name=learns][value=no]"));
            page.locator("#said-1-learnsWhy").fill("He would know whom she rang");
            press(page, "Keep what was said");
            world.work();
            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("Nothing is open")
                    .contains("Decided to tell: A partner")
                    .contains("Amy Strand, Register keeper, Westmarsh Police")
                    .contains("Ms Dale, by DC Strand, in person: That he was convicted")
                    .contains("An undertaking of confidentiality was signed")
                    .contains("The person does not learn of it: He would know whom she rang")
                    .contains("Why less would not do: She has nobody else");
            page.navigate(world.address(entry));
            assertThat(page.locator("section[aria-labelledby=disclosed]").textContent())
                    .contains("Disclosures (1)")
                    .contains("Told: A partner");
            page.navigate(world.address(entry.replace("/register/", "/children/") + "/access"));
            assertThat(page.locator("main").textContent()).contains("Disclose");
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            assertThat(page.navigate(world.address(disclosures)).status()).isEqualTo(403);
        }
    }

    @Test
    @Order(5)
    void aNeighbourWhoAppliesIsRefusedAndAnsweredAndNowhereNamed() throws Exception {
        String disclosures = entry + "/disclosures";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(disclosures));
            TestBrowser.choose(page.getByLabel("A parent (child sex"));
            page.getByLabel("What makes it a question?").fill("He sits for their boy");
            TestBrowser.choose(page.getByLabel("Somebody applied"));
            press(page, "Keep the question");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose as what they applied")
                    .contains("Write who applied")
                    .contains("Choose whether it may be known who applied");
            TestBrowser.choose(page.getByLabel("A third party"));
            page.getByLabel("Who applied, and how").fill("Mrs Quill, by letter to her work");
            TestBrowser.choose(page.getByLabel("No: it may harm somebody"));
            press(page, "Keep the question");
            world.work();

            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("Applied: Mrs Quill")
                    .contains("The person is never told who applied");
            String form = "form[action$='/stage-2'] ";
            TestBrowser.choose(page.locator(form + "input[value=checked]"));
            TestBrowser.choose(page.locator(form + "input[value=yes]"));
            page.locator("#stage-2-words").fill("The boy sleeps there tonight");
            press(page, "Keep the stage");
            world.work();
            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("Danger: act at once")
                    .contains("Danger was found: act at once. By ");
            page.navigate(world.address(entry));
            assertThat(page.locator("section[aria-labelledby=disclosed]").textContent())
                    .contains("Danger was found: A parent");
            page.navigate(world.address(disclosures));
            page.locator("#acted-2-words").fill("DC Strand took him to his aunt");
            press(page, "Keep what was done");
            world.work();

            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent()).doesNotContain("act at once. By ");
            isTakenForNoOther(disclosures);
            Page other = page.context().newPage();
            other.navigate(world.address(disclosures));
            TestBrowser.choose(page.getByLabel("No: they are not told"));
            page.getByLabel("By what duty or power?").fill("No pressing need");
            page.locator("#decide-2-why").fill("His mother knows already");
            press(page, "Keep the decision");
            world.work();
            TestBrowser.choose(other.getByLabel("Yes: they are told"));
            other.getByLabel("By what duty or power?").fill("Common law");
            other.locator("#decide-2-why").fill("The boy sleeps there each Friday");
            other.locator("#decide-2-less").fill("She asked in vain before");
            assertThat(
                            other.waitForResponse(
                                            r -> r.request().method().equals("POST"),
                                            () -> press(other, "Keep the decision"))
                                    .status())
                    .as("decided on another page meanwhile")
                    .isEqualTo(409);
            assertThat(other.locator("main").textContent())
                    .contains("Nothing was kept: this step was taken")
                    .contains("Yes: they are told")
                    .contains("Common law")
                    .contains("The boy sleeps there each Friday")
                    .contains("She asked in vain before")
                    .contains("Whoever applied is to be answered. By ");
            other.close();
            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("Whoever applied is to be answered. By ");
        }
        looks("amy", disclosures, "/register/disclosures-refused");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(disclosures));
            page.getByLabel("Who was answered, by whom, and how?").fill("Mrs Quill, by letter");
            page.getByLabel("What was said?").fill("That it was looked at");
            press(page, "Keep what was said");
            world.work();
            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("Nothing is open")
                    .contains("Answered: A parent")
                    .contains("Decided not to tell: A parent");
            String person = entry.replace("/register/", "/children/");
            for (String path : List.of(entry, person, person + "/chronology")) {
                page.navigate(world.address(path));
                assertThat(page.locator("body").textContent()).as(path).doesNotContain("Quill");
            }
        }
    }

    /** A question has another number, or is another person's, once records are separated. */
    private void isTakenForNoOther(String disclosures) throws Exception {
        var amy = new PlainVisitor(world);
        amy.signIn("amy", "register");
        OpenForm step =
                OpenForm.of(amy.get(disclosures).body(), WRITTEN, today()).stream()
                        .filter(f -> f.action().endsWith("/decide-2"))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>(step.fields());
        fields.put("question", "westmarsh-police/another");
        List<String> kept = world.stored("SELECT count(*) FROM feeds.receipt");
        for (String action : List.of(step.action(), disclosures + "/decide-9")) {
            var answer = amy.post(action, new OpenForm(action, fields).coded());
            assertThat(answer.statusCode()).as(action).isEqualTo(409);
            assertThat(answer.body()).as(action).contains(WRITTEN);
        }
        assertThat(world.stored("SELECT count(*) FROM feeds.receipt")).isEqualTo(kept);
    }

    @Test
    @Order(6)
    void anAddressOfHealthIsHiddenFromTheKeeperUntilANamedDoctorDecides() {
        world.seenAtTheHospital();
        String person = entry.replace("/register/", "/children/");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            for (String path : List.of(entry, person, person + "/chronology")) {
                page.navigate(world.address(path));
                assertThat(page.locator("body").textContent())
                        .as(path)
                        .doesNotContain("9 Weir Cottages");
            }
            page.navigate(world.address(person));
            assertThat(page.locator("body").textContent())
                    .contains("Address differs, source health");
            assertThat(page.navigate(world.address(person + "/address-decision")).status())
                    .isEqualTo(404);
        }
        asksAndIsDeclinedWithoutLearningWho(person);
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "mo", "section 47");
            page.navigate(world.address(person + "/address-decision"));
            press(page, "Keep the decision");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose the address")
                    .contains("Write the duty or power");
            TestBrowser.choose(page.getByLabel("9 Weir Cottages, Westmarsh"));
            TestBrowser.choose(page.getByLabel("Yes: it is told"));
            page.getByLabel("By what duty or power?").fill("Public interest");
            page.getByLabel("Why?").fill("Two children live there");
            press(page, "Keep the decision");
            world.work();
            page.navigate(world.address(person + "/address-decision"));
            assertThat(page.locator("main").textContent())
                    .contains("Told to whoever keeps a register")
                    .contains("Mo Farrant, Named doctor or nurse, Westmarsh Hospital");
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry));
            assertThat(page.locator("body").textContent()).contains("9 Weir Cottages");
            page.navigate(world.address(entry + "/health-address"));
            assertThat(page.locator("main").textContent())
                    .contains("Told: see the overview")
                    .contains("Nothing kept");
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "mo", "section 47");
            page.navigate(world.address(person + "/address-decision"));
            Fits.inBothWidths(page, "/children/address-decision");
        }
    }

    private void asksAndIsDeclinedWithoutLearningWho(String person) {
        String ask = entry + "/health-address";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry));
            TestBrowser.follow(page.locator("a:has-text('Ask health for an address')"));
            press(page, "Ask");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why you ask");
            page.getByLabel("Why do you ask?").fill("A boy of four may live with him");
            press(page, "Ask");
            world.work();
        }
        looks("amy", ask, "/register/health-address");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "mo", "section 47");
            TestBrowser.follow(
                    page.locator("a:has-text('Decide whether a register keeper')").first());
            TestBrowser.follow(page.locator("a:has-text('Decide on the address')"));
            assertThat(page.locator("main").textContent())
                    .contains("A boy of four may live with him")
                    .contains("Amy Strand, Register keeper, Westmarsh Police");
            TestBrowser.choose(page.getByLabel("9 Weir Cottages, Westmarsh"));
            TestBrowser.choose(page.getByLabel("No: it is kept"));
            page.getByLabel("By what duty or power?").fill("Confidentiality");
            page.getByLabel("Why?").fill("He was seen there once");
            press(page, "Keep the decision");
            world.work();
            page.navigate(world.address("/work"));
            assertThat(page.locator("main").textContent())
                    .doesNotContain("Decide whether a register keeper");
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(ask));
            assertThat(page.locator("main").textContent())
                    .contains("Declined")
                    .contains("He was seen there once")
                    .contains("a health decision-maker");
            for (String path : List.of(ask, entry, person + "/chronology")) {
                page.navigate(world.address(path));
                assertThat(page.locator("main").textContent())
                        .as(path)
                        .doesNotContain("Mo Farrant")
                        .doesNotContain("9 Weir Cottages")
                        .doesNotContain("Decide whether a register keeper");
            }
            page.navigate(world.address(ask));
            assertThat(page.locator("main").textContent()).doesNotContain("Westmarsh Hospital");
            page.getByLabel("Why do you ask?").fill("The boy has a bruise");
            press(page, "Ask");
            world.work();
            page.navigate(world.address(ask));
            assertThat(page.locator("main").textContent())
                    .contains("Asked, not yet answered")
                    .contains("Answer due")
                    .doesNotContain("Westmarsh Hospital");
        }
    }

    private void visited(Page page, String time) {
        page.getByLabel("On which day?").fill(TypedDate.write(world.today()));
        page.getByLabel("At what time?").fill(time);
        TestBrowser.choose(page.getByLabel("No: unannounced"));
    }

    @Test
    @Order(7)
    void aKeeperOffersAnEntryAndItIsStillTheirs() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry));
            TestBrowser.follow(page.locator("a:has-text('Move to another area')").first());
            press(page, "Offer the person");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose the police who are to answer")
                    .contains("Write why, and what they must know");

            page.getByLabel("Which police are to answer?").selectOption("eastholme-police");
            page.getByLabel("Why, and what must they know?").fill("Lives at his mother’s now");
            press(page, "Offer the person");
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains("The person is yours until it is accepted");
            world.work();
            page.navigate(world.address(entry + "/hand-over"));

            assertThat(page.locator("main").textContent())
                    .contains("Offered, not yet answered")
                    .contains("Register keeper, Westmarsh Police")
                    .contains("Offered to Eastholme Police")
                    .contains("Amy Strand, Register keeper, Westmarsh Police")
                    .contains("Lives at his mother’s now")
                    .contains("Answer due")
                    .contains("Take the offer back");
            assertThat(page.locator("#offer").count()).isZero();
            page.navigate(world.address("/register"));
            assertThat(page.locator("tbody tr").first().textContent())
                    .contains("Westmarsh Police. Offered to Eastholme Police");
        }
    }

    @Test
    @Order(8)
    void whoeverWasAskedRefusesWithAReasonAndItStaysWithTheOthers() {
        looks("amy", entry + "/hand-over", "/register/hand-over-offered");
        looks("tom", entry + "/hand-over", "/register/hand-over-asked");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "tom");
            TestBrowser.follow(page.locator("nav a:has-text('Register')").first());
            assertThat(page.locator("dl.counts").textContent()).contains("Offered to you");
            TestBrowser.follow(page.locator("tbody tr a").first());
            TestBrowser.follow(page.locator("nav a:has-text('Area moves')").first());
            assertThat(page.locator("#withdraw").count()).isZero();

            press(page, "Keep my answer");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose whether you accept or refuse");
            TestBrowser.choose(page.getByLabel("Refuse: whoever offered"));
            press(page, "Keep my answer");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why you refuse");
            page.getByLabel("Why?").fill("He sleeps there one night in the week");
            press(page, "Keep my answer");
            world.work();
            assertThat(page.navigate(world.address(entry)).status()).isEqualTo(403);
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/hand-over"));
            assertThat(page.locator("main").textContent())
                    .contains("Refused by Eastholme Police")
                    .contains("Tom Vance, Register keeper, Eastholme Police")
                    .contains("He sleeps there one night in the week")
                    .contains("To be settled, after a refusal")
                    .contains("Offer the person to another area");
        }
    }

    /** The offer that a form was shown of is taken back and made anew before it is sent. */
    @Test
    @Order(9)
    void anAnswerTakesTheOfferThatWasLookedAtAndAToldAcceptanceWaitsForASecondPerson()
            throws Exception {
        String moves = entry + "/hand-over";
        Page another = offeredInTwoWindows(moves);
        var tom = new PlainVisitor(world);
        tom.signIn("tom", "register");
        OpenForm shown =
                OpenForm.of(tom.get(moves).body(), WRITTEN, today()).stream()
                        .filter(f -> f.action().endsWith("/answer"))
                        .findFirst()
                        .orElseThrow();
        another.navigate(world.address(moves));
        another.getByLabel("Why do you take it back?").fill("Too early");
        press(another, "Take it back");
        world.work();
        var gone = tom.post(shown.action(), shown.coded());
        assertThat(gone.statusCode()).as("he is not open to Eastholme any more").isEqualTo(403);
        assertThat(gone.body())
                .contains("You wrote: " + WRITTEN)
                .contains("What you wrote is not kept: copy what you need")
                .doesNotContain("Marlow");
        offers("Has moved in with his sister");
        var ines = new PlainVisitor(world);
        ines.signIn("ines", "register");
        OpenForm alsoTold =
                OpenForm.of(ines.get(moves).body(), WRITTEN, today()).stream()
                        .filter(f -> f.action().endsWith("/told"))
                        .findFirst()
                        .orElseThrow();
        var answer = tom.post(shown.action(), shown.coded());
        assertThat(answer.statusCode()).as("another offer").isEqualTo(409);
        assertThat(answer.body())
                .contains("Nothing was kept: the offer that you looked at")
                .contains("Taken back by Westmarsh Police")
                .contains("Offered to Eastholme Police")
                .contains("What you typed stands in the form")
                .containsPattern("<textarea[^>]*>" + WRITTEN + "</textarea>");

        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(moves));
            press(page, "Keep what I was told");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write who accepted")
                    .contains("Enter the day on which they accepted")
                    .contains("Write the reference");
            page.getByLabel("Who accepted?").fill("Sgt Orla Pike");
            page.getByLabel("On which day?").fill(today().toString());
            page.getByLabel("Reference of the call").fill("EP/118");
            press(page, "Keep what I was told");
            world.work();
            page.navigate(world.address(moves));
            assertThat(page.locator("main").textContent())
                    .contains("Waits for a second person to confirm it")
                    .contains("Sgt Orla Pike, on ")
                    .contains("Offered, not yet answered");
            assertThat(page.locator("#confirm").count()).as("not by the same").isZero();
        }
        var second = ines.post(alsoTold.action(), alsoTold.coded());
        assertThat(second.statusCode()).as("two keepers were told").isEqualTo(409);
        assertThat(second.body())
                .contains("Nothing was kept")
                .containsPattern("You wrote: [^.]+\\.");
        named("amy", "Amy Strand-Vale");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(moves));
            assertThat(page.locator("#confirm").count()).as("whatever they are called").isZero();
            assertThat(page.locator("main").textContent())
                    .contains("Waits for a second person to confirm it");
        } finally {
            named("amy", "Amy Strand");
        }
        looks("ines", moves, "/register/hand-over-told");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "ines");
            page.navigate(world.address(moves));
            press(page, "Confirm it");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Say that you looked at it yourself");
            page.getByLabel("Why do you take it back?").fill("They never said so");
            press(page, "Take it back");
            world.work();
        }
    }

    private void named(String account, String name) {
        world.owner(
                "UPDATE access.user_account SET display_name = '%s' WHERE user_id = '%s' RETURNING 1"
                        .formatted(name, account));
    }

    /** The same offer in two windows: the second is not kept, and says of the first. */
    private Page offeredInTwoWindows(String moves) {
        Page page = signIn(browser.visitorWithoutJavaScript(), "amy");
        page.navigate(world.address(moves));
        offers("Has given up Mill Lane");
        page.getByLabel("Which police are to answer?").selectOption("eastholme-police");
        page.getByLabel("Why, and what must they know?").fill("Sleeps at his sister’s");
        assertThat(
                        page.waitForResponse(
                                        r -> r.request().method().equals("POST"),
                                        () -> press(page, "Offer the person"))
                                .status())
                .isEqualTo(409);
        assertThat(page.locator("main").textContent())
                .contains("Nothing was kept")
                .contains("Offered to Eastholme Police")
                .contains("You wrote: Eastholme Police | Sleeps at his sister’s")
                .contains("Take the offer back");
        return page;
    }

    private void offers(String why) {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/hand-over"));
            page.getByLabel("Which police are to answer?").selectOption("eastholme-police");
            page.getByLabel("Why, and what must they know?").fill(why);
            press(page, "Offer the person");
            world.work();
        }
    }

    @Test
    @Order(10)
    void acceptedItIsTheirsAndNobodyWasInBetween() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/hand-over"));
            page.getByLabel("Which police are to answer?").selectOption("eastholme-police");
            page.getByLabel("Why, and what must they know?").fill("Has given up Mill Lane");
            press(page, "Offer the person");
            world.work();
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "tom");
            page.navigate(world.address(entry + "/hand-over"));
            TestBrowser.choose(page.getByLabel("Accept: we answer"));
            press(page, "Keep my answer");
            world.work();
            page.navigate(world.address(entry + "/hand-over"));
            assertThat(page.locator("main").textContent())
                    .contains("No hand-over is open")
                    .contains("Register keeper, Eastholme Police")
                    .contains("Accepted by Eastholme Police");
            page.navigate(world.address(entry));
            assertThat(page.locator("main").textContent())
                    .contains("Accepted by Eastholme Police")
                    .contains("There is no day without somebody who answers");
        }
        looks("tom", entry + "/hand-over", "/register/hand-over");
        looks("tom", entry, "/register/moved");
    }

    private void looks(String who, String path, String what) {
        looks(who, "notification duties", path, what);
    }

    private void looks(String who, String purpose, String path, String what) {
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, who, purpose);
            page.navigate(world.address(path));
            Fits.inBothWidths(page, what);
        }
    }

    @Test
    @Order(11)
    void nobodyElseHandsAnybodyOver() {
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address(entry + "/hand-over"));
            assertThat(page.locator("form[action*='hand-over']").count()).isZero();
            assertThat(page.locator("main").textContent())
                    .contains("Only the register keeper of Eastholme Police may offer the person");
        }
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            assertThat(page.navigate(world.address(entry + "/hand-over")).status()).isEqualTo(403);
        }
    }

    /** A message offers him whom Eastholme has by now: its sender is told, and takes it back. */
    @Test
    @Order(11)
    void whoeverOffersWhomTheyDoNotHaveIsToldThatItCountsForNothing() {
        world.offeredByWhoeverHandedHimOver();
        String moves = entry + "/hand-over";
        looks("amy", moves, "/register/hand-over-unheld");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/work"));
            assertThat(page.locator("main").textContent())
                    .contains("Your offer counts for nothing");
            page.navigate(world.address(moves));
            assertThat(page.locator("main").textContent())
                    .contains("you are not recorded as having what you offered")
                    .contains("Ask whoever has it to offer it, or take yours back")
                    .doesNotContain("Offered, not yet answered");
            page.getByLabel("Why do you take it back?").fill("They have him");
            press(page, "Take it back");
            world.work();
            page.navigate(world.address(moves));
            assertThat(page.locator("main").textContent())
                    .doesNotContain("Your offer counts for nothing");
        }
    }

    @Test
    @Order(12)
    void aSupervisionThatEndsIsOfferedAndIsStillTheirsWhenItIsRefused() {
        world.supervision();
        String supervision = entry + "/supervision";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "vera", SUPERVISE);
            TestBrowser.follow(page.locator("a:has-text('Hand over who watches before')").first());
            TestBrowser.follow(
                    page.locator("a:has-text('Hand over who watches'):not(:has-text('before'))")
                            .first());
            assertThat(page.locator("main").textContent())
                    .contains("Offender manager, Westmarsh Probation")
                    .contains("Licence")
                    .contains("Ends on ")
                    .contains("To be handed over")
                    .contains("Told next, if nobody acts");
            press(page, "Offer it");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose the service that is to watch")
                    .contains("Write why, and what they must know");
            page.getByLabel("Which service is to watch?").selectOption("eastholme-probation");
            page.getByLabel("Why, and what must they know?").fill("He lives at Eastholme now");
            press(page, "Offer it");
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains("The person is yours until it is accepted");
            world.work();
        }
        looks("otto", SUPERVISE, supervision, "/register/supervision-asked");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "otto", SUPERVISE);
            assertThat(page.locator("main").textContent())
                    .contains("Accept or refuse the supervision of the person");
            page.navigate(world.address(supervision));
            assertThat(page.locator("main").textContent())
                    .contains("Offered, not yet answered")
                    .contains("Offender manager, Westmarsh Probation")
                    .contains("Vera Lindqvist, Probation officer, Westmarsh Probation")
                    .contains("He lives at Eastholme now")
                    .contains("Answer due");
            assertThat(page.locator("#withdraw").count()).isZero();
            TestBrowser.choose(page.getByLabel("Refuse: whoever offered"));
            press(page, "Keep my answer");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Write why you refuse");
            page.getByLabel("Why?").fill("He stays one night in the week");
            press(page, "Keep my answer");
            world.work();
            assertThat(page.navigate(world.address(supervision)).status()).isEqualTo(403);
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "vera", SUPERVISE);
            page.navigate(world.address(entry + "/disclosures"));
            assertThat(page.locator("main").textContent())
                    .contains("Asked: A parent")
                    .contains("Who applied is for those who decide alone")
                    .contains("What was asked is for those who decide alone")
                    .doesNotContain("He sits for their boy")
                    .doesNotContain("Quill");
        }
        world.decidedElsewhere();
        looks("vera", SUPERVISE, entry + "/disclosures", "/register/disclosures-supervised");
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "vera", SUPERVISE);
            page.navigate(world.address(entry + "/disclosures"));
            assertThat(page.locator("main").textContent())
                    .contains("Decided to tell: A school")
                    .contains("He mends their roof")
                    .contains("Settled: Children’s social care")
                    .contains("How is not open to you: ask the register keeper of Westmarsh Police")
                    .doesNotContain("To be decided");
        }
    }

    @Test
    @Order(13)
    void thePoliceAcceptToWatchFromTheEndAndNobodyElseAnswers() {
        String supervision = entry + "/supervision";
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "vera", SUPERVISE);
            assertThat(page.locator("main").textContent()).contains("Settle who watches");
            page.navigate(world.address(supervision));
            assertThat(page.locator("main").textContent())
                    .contains("Refused by Eastholme Probation")
                    .contains("He stays one night in the week")
                    .contains("To be settled, after a refusal");
            page.getByLabel("Which service is to watch?").selectOption("westmarsh-police");
            page.getByLabel("Why, and what must they know?").fill("The licence ends");
            press(page, "Offer it");
            world.work();
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            assertThat(page.locator("main").textContent())
                    .contains("Accept or refuse to watch the person");
            page.navigate(world.address(supervision));
            TestBrowser.choose(page.getByLabel("Accept: we answer"));
            press(page, "Keep my answer");
            world.work();
            page.navigate(world.address(supervision));
            assertThat(page.locator("main").textContent())
                    .contains("Accepted by Westmarsh Police")
                    .contains("Register keeper, Westmarsh Police")
                    .contains("Amy Strand, Register keeper, Westmarsh Police");
            assertThat(page.locator("form[action*='supervision']").count()).isZero();
        }
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "vera", SUPERVISE);
            assertThat(page.locator("main").textContent())
                    .doesNotContain("Hand over who watches")
                    .doesNotContain("Settle who watches");
            page.navigate(world.address(supervision));
            assertThat(page.locator("form[action*='supervision']").count()).isZero();
        }
        looks("vera", SUPERVISE, supervision, "/register/supervision");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            assertThat(page.navigate(world.address(supervision)).status()).isEqualTo(403);
        }
    }

    /** Whoever it is about was never on a register, and nobody here knew them. */
    @Test
    @Order(14)
    void anApplicationAboutAnybodyIsDecidedRefusedAndAnsweredOnTheirPage() {
        String applications = "/register/applications";
        String disclosures;
        try (var visitor = browser.visitorWithoutJavaScript()) {
            Page page = signIn(visitor, "amy");
            page.navigate(world.address("/register"));
            TestBrowser.follow(
                    page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("An application to be told")));
            press(page, "Keep the application");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose the scheme")
                    .contains("Enter the family name")
                    .contains("Write what was asked")
                    .contains("Choose how it came to the police");
            TestBrowser.choose(page.getByLabel("A partner (domestic"));
            page.getByLabel("Given names").fill("Piers");
            page.getByLabel("Family name").fill("Hollowell");
            page.getByLabel("Date of birth").fill("4 5 1986");
            page.getByLabel("What is asked").fill("She has been with him since March");
            TestBrowser.choose(page.getByLabel("Somebody applied"));
            press(page, "Keep the application");
            assertThat(page.locator(".govuk-error-summary").textContent())
                    .contains("Choose as what they applied")
                    .contains("Write who applied")
                    .contains("Choose whether it may be known who applied");
            TestBrowser.choose(page.getByLabel("A partner or former partner"));
            page.getByLabel("Who applied, and how").fill("Ms Tansy, at her work");
            TestBrowser.choose(page.getByLabel("No: it may harm somebody"));
            press(page, "Keep the application");
            assertThat(page.locator("main").textContent())
                    .contains("The application is kept, and its clocks run");
            world.work();

            page.navigate(world.address("/work"));
            TestBrowser.follow(
                    page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions()
                                            .setName("Make the first checks, and act at once"))
                            .first());
            TestBrowser.follow(page.locator("a[href$='/disclosures']").first());
            disclosures = page.url().replaceFirst("^https?://[^/]+", "");
            assertThat(page.locator("body").textContent())
                    .contains("Piers Hollowell")
                    .contains("On no register")
                    .contains("1 question open")
                    .contains("28 days left")
                    .contains("Applied: Ms Tansy, at her work")
                    .doesNotContain("Move to another area");
            TestBrowser.choose(page.getByLabel("No: they are not told"));
            page.getByLabel("By what duty or power?").fill("No pressing need");
            page.locator("#decide-1-why").fill("Nothing is held that bears on her safety");
            press(page, "Keep the decision");
            world.work();
            page.navigate(world.address(disclosures));
            page.getByLabel("Who was answered, by whom, and how?").fill("Ms Tansy, by DC Strand");
            page.getByLabel("What was said?").fill("That it was looked at");
            press(page, "Keep what was said");
            world.work();
            page.navigate(world.address(disclosures));
            assertThat(page.locator("main").textContent())
                    .contains("Nothing is open")
                    .contains("Decided not to tell: A partner")
                    .contains("Answered: A partner");
            String person =
                    disclosures
                            .replaceFirst("^/register/", "/children/")
                            .replaceFirst("/disclosures.*$", "");
            for (String path : List.of(person, person + "/chronology")) {
                page.navigate(world.address(path));
                assertThat(page.locator("body").textContent())
                        .as(path)
                        .contains("Hollowell")
                        .doesNotContain("Tansy");
            }
        }
        looks("amy", applications, "/register/applications");
        looks("amy", disclosures, "/register/disclosures-of-anybody");
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "noor", "section 47");
            assertThat(page.navigate(world.address(disclosures)).status()).isIn(403, 404);
            assertThat(page.navigate(world.address(applications)).status()).isEqualTo(404);
        }
    }

    private static void press(Page page, String button) {
        TestBrowser.follow(
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    private Page signIn(BrowserContext visitor, String name) {
        return signIn(visitor, name, "notification duties");
    }
}
