package sightline.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import sightline.web.view.part.DutyLine;
import sightline.web.view.part.SourceState;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What must be true of the HTML of every page. */
final class ExamplePagesTest {

    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");
    private static final String CERTAINTY =
            "There may be records this page cannot show. If you need certainty, ring "
                    + "the Westmarsh safeguarding desk, 01632 960 104.";

    @TestFactory
    List<DynamicTest> hasNoInlineStyleOrScript() {
        return each(html ->
                assertThat(html)
                        .doesNotContainPattern("\\sstyle=")
                        .doesNotContain("<style")
                        .doesNotContainPattern("\\son[a-z]+=\"")
                        .doesNotContain("javascript:")
                        .doesNotContainPattern("<script(?! src=\"/assets/)"));
    }

    @TestFactory
    List<DynamicTest> hasOneHeadingOfTheFirstLevelAndATitle() {
        return each(html -> {
            assertThat(count(html, "<h1[ >]")).isEqualTo(1);
            assertThat(html).containsPattern("<title>[^<]+ – Sightline</title>");
        });
    }

    @TestFactory
    List<DynamicTest> saysTheConstantSentenceOnce() {
        return each(html -> assertThat(words(html).split(Pattern.quote(CERTAINTY), -1)).hasSize(2));
    }

    @TestFactory
    List<DynamicTest> usesEachIdOnceAndLeadsToThoseItNames() {
        return each(html -> {
            var ids = new ArrayList<String>();
            ID.matcher(html).results().forEach(found -> ids.add(found.group(1)));
            assertThat(ids).doesNotHaveDuplicates();
            var targets = new HashSet<String>();
            ANCHOR.matcher(html).results().forEach(found -> targets.add(found.group(1)));
            assertThat(ids).containsAll(targets);
        });
    }

    @TestFactory
    List<DynamicTest> putsNoGradeOnAPerson() {
        return each(html ->
                assertThat(
                                words(html)
                                        .replace(
                                                "They are not a risk score, and a gap can mean", "")
                                        .replace("There is no score on a person.", ""))
                        .doesNotContainPattern("(?i)\\bscores?\\b|\\bratings?\\b|\\d ?%")
                        .doesNotContainIgnoringCase("risk level")
                        .doesNotContainIgnoringCase("no risk"));
    }

    @TestFactory
    List<DynamicTest> provesThatItsFormsAreOurs() {
        return each(html ->
                assertThat(count(html, "<form[^>]*method=\"post\""))
                        .isEqualTo(count(html, "name=\"_csrf\"")));
    }

    @Test
    void aDutyThatStandsInTheSameWordsIsSaidOnceWithAllItsPages() {
        var soon = SharedParts.soon("18 September", "");
        var duties =
                List.of(
                        new DutyLine("Get an opinion", "Alert AL-21", soon, "/duties/1"),
                        new DutyLine("See the child", "Alert AL-21", soon, "/duties/2"),
                        new DutyLine("Get an opinion", "Alert AL-21", soon, "/duties/3"),
                        new DutyLine("Get an opinion", "Alert AL-04", soon, "/duties/4"));

        assertThat(DutyLine.alike(duties))
                .containsExactly(
                        List.of(duties.get(0), duties.get(2)),
                        List.of(duties.get(1)),
                        List.of(duties.get(3)));
        assertThat(DutyLine.open(duties)).isEqualTo(4);
    }

    @TestFactory
    List<DynamicTest> saysWhatADemonstrationIs() {
        return each(html ->
                assertThat(html)
                        .contains("The people and records in this demonstration are made up."));
    }

    @Test
    void drawsEachMarkOfTheLanesOnceAndLeadsToItsRow() {
        var lanes = AmeliasEntries.lanes();
        var html = Rendering.html(ChildExample.page());

        assertThat(lanes.drawn()).isEqualTo(50).isEqualTo(lanes.list().size());
        assertThat(lanes.list())
                .allSatisfy(row -> {
                    assertThat(count(html, "<a href=\"#" + row.id() + "\"")).isEqualTo(1);
                    assertThat(count(html, "<tr role=\"row\" id=\"" + row.id() + "\""))
                            .isEqualTo(1);
                });
        assertThat(lanes.contacts()).isEqualTo(28);
        assertThat(lanes.injuries()).isEqualTo(11);
        assertThat(lanes.months().stream().mapToInt(month -> month.injuries()).sum()).isEqualTo(11);
    }

    @Test
    void drawsEachInjuryAndEachPersonOnce() {
        var page = ChildExample.page();
        var html = Rendering.html(page);

        assertThat(count(html, "class=\"spot\"")).isEqualTo(11);
        assertThat(count(html, "<tr role=\"row\" id=\"inj")).isEqualTo(11);
        assertThat(page.household().list())
                .hasSize(6)
                .allSatisfy(person ->
                        assertThat(count(html, "<a href=\"#" + person.id() + "\"")).isEqualTo(1));
    }

    @Test
    void aSourceThatDidNotAnswerNeverReadsLikeOneThatHoldsNothing() {
        var words = new HashSet<String>();
        var cautions = new HashSet<String>();
        for (var state : SourceState.values()) {
            words.add(state.word());
            cautions.add(state.caution());
            assertThat(state.caution().isEmpty()).isEqualTo(state.answered());
        }

        assertThat(words).hasSameSizeAs(SourceState.values());
        assertThat(cautions).hasSameSizeAs(SourceState.values());
        assertThat(words(Rendering.html(ChildExample.page())))
                .contains(
                        "We could not get probation records (11:20am). Do not read this as none.");
    }

    @Test
    void anEmptyListAndAFailedSourceDiffer() {
        var empty = words(Rendering.html(SearchExample.nothing()));

        assertThat(empty)
                .contains("No record found by the sources that answered")
                .contains("We could not get police records (11:20am). Do not read this as none.");
    }

    @Test
    void everyStubReadsTheSame() {
        var search = words(Rendering.html(SearchExample.found()));
        var chronology = words(Rendering.html(ChronologyExample.page()));

        assertThat(search).contains("1 record you cannot see. Held by ");
        assertThat(chronology).contains("1 record you cannot see. Held by ");
    }

    @Test
    void aLoggedPageSaysNothingOfAnybody() {
        assertThat(new ShownPage(ChildExample.page())).hasToString("page/child.jte");
    }

    private static List<DynamicTest> each(Consumer<String> check) {
        return ExamplePages.all().entrySet().stream()
                .map(page ->
                        DynamicTest.dynamicTest(
                                page.getKey(), () -> check.accept(Rendering.html(page.getValue()))))
                .toList();
    }

    private static String words(String html) {
        return TAGS.matcher(html)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .replace(" .", ".")
                .replace(" ,", ",");
    }

    private static long count(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }
}
