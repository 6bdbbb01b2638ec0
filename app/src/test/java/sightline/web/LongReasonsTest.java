package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import sightline.core.kernel.Words;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

/** A reason that is too long, or is for nobody who is offered, comes back with all its words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongReasonsTest {
    private static final String LONG = "x".repeat(20_001) + "end";
    private static final String SHORTEN =
            "Shorten this: it has 20004 characters, and at most %d are kept. What you wrote stands below";

    private final Westmarsh world = Westmarsh.start();

    @AfterAll
    void leave() {
        world.close();
    }

    @Test
    void aReasonThatIsTooLongStandsInTheFormOfTheHandOverAgain() throws Exception {
        OpenForm form = only(child() + "/hand-over", "/offer");
        String before = "Lives there from " + Words.day(world.today()) + ". ";

        var answer = sent(form.with("why", LONG));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(SHORTEN.formatted(20_000 - before.length()))
                .contains(LONG);
    }

    @Test
    void aRequestToWhoeverIsNotOfferedOrWithTooLongAReasonComesBackWhole() throws Exception {
        String set = child() + "/" + FormPages.SET;
        OpenForm form = null;
        for (String question : FormPages.questions(visitor().get(set).body())) {
            for (OpenForm each : forms(child() + "/" + question)) {
                form = each.action().endsWith("/request") ? each : form;
            }
        }
        OpenForm request = Objects.requireNonNull(form);

        var nobody = sent(request.with("to", "nobody").with("why", "Since 2022"));
        assertThat(nobody.statusCode()).isEqualTo(200);
        assertThat(nobody.body()).contains("Choose whom you ask").contains("Since 2022");

        var tooLong = sent(request.with("why", LONG));
        assertThat(tooLong.statusCode()).isEqualTo(200);
        assertThat(tooLong.body()).contains(SHORTEN.formatted(20_000)).contains(LONG);

        assertThat(sent(request).statusCode()).as("as it was offered").isEqualTo(302);
    }

    private OpenForm only(String page, String act) throws Exception {
        return forms(page).stream().filter(f -> f.action().endsWith(act)).findFirst().orElseThrow();
    }

    private List<OpenForm> forms(String page) throws Exception {
        return OpenForm.of(visitor().get(page).body(), "Written.", world.today());
    }

    private HttpResponse<String> sent(OpenForm form) throws Exception {
        return visitor().post(form.action(), form.coded());
    }

    private String child() {
        return "/children/" + world.rowan().value();
    }

    private PlainVisitor visitor() throws Exception {
        var visitor = new PlainVisitor(world);
        visitor.signIn("priya", "s47");
        return visitor;
    }
}
