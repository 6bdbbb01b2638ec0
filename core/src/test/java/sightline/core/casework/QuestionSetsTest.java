package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.directory.Area;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class QuestionSetsTest {
    private static final String GOOD =
            """
            set: short
            title: Short
            version: "2026-01-01"
            source: Us
            mark: INF
            nations: [wales]
            questions:
              - {id: one, text: One?, topic: abuse}
              - {id: two, text: Two?, topic: other, changed: "2026-01-01", in-force: 2026-02-01/}
            """;

    @Test
    void shipsTheTriangleWithItsTwentyDimensionsAndTheOthers() {
        QuestionSets shipped = QuestionSets.shipped();

        assertThat(shipped.sets())
                .extracting(QuestionSet::id)
                .contains(
                        "assessment-triangle",
                        "both-parents",
                        "pre-birth",
                        "temporary-carer",
                        "return-home",
                        "domestic-abuse-topics");
        assertThat(shipped.named("assessment-triangle").orElseThrow().questions()).hasSize(20);
        assertThat(shipped.named("both-parents").orElseThrow().questions())
                .extracting(Question::topic)
                .contains(
                        QuestionTopic.ABUSE,
                        QuestionTopic.SELF_HARM,
                        QuestionTopic.CONVICTIONS,
                        QuestionTopic.CHILDHOOD);
        assertThat(shipped.sets())
                .flatExtracting(QuestionSet::questions)
                .allMatch(q -> !q.from().source().isBlank() && !q.text().isBlank());
    }

    @Test
    void questionsHaveDaysAndSayWhichOlderAnswersNoLongerDo() {
        QuestionSet set = QuestionSets.read(GOOD);

        assertThat(set.on(LocalDate.parse("2026-01-31"))).hasSize(1);
        assertThat(set.on(LocalDate.parse("2026-02-01"))).hasSize(2);
        Question two = set.question("two").orElseThrow();
        assertThat(two.answeredUnder(Optional.of("2025-12-31"))).isFalse();
        assertThat(two.answeredUnder(Optional.of("2026-01-01"))).isTrue();
        assertThat(two.answeredUnder(Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    id: two            | id: one        | Question one stands twice
                    id: two            | id: Two Words  | is no id; use at most 40
                    topic: other       | topic: weather | is none of [abuse
                    topic: other,      | help: x,       | topic' is missing
                    mark: INF          | mark: X        | is none of P, S, C, GK, INF
                    version: \"2026    | version: \"x26  | is no day; write one like
                    text: Two?         | text: ''       | Question two: its text is empty
                    in-force: 2026-02- | in-force: 26-  | are no days; write them like
                    changed: \"2026    | changed: \"2027 | changed after the version of its set
                    text: Two?         | txt: Two?      | means nothing here
                    wales              | mars           | is no nation
                    id: two            | id: two, ask: cat | is none of
                    id: two            | id: two, records: [nonsense] | is no kind of fact
                    id: two            | id: two, request: {of: cat, asked: history} | is no type
                    """)
    void eachFaultIsNamedWithItsQuestion(String is, String instead, String says) {
        String yaml = GOOD.replace(is, instead);

        assertThat(yaml).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> QuestionSets.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void anAreasOwnSetIsOfferedThereAndTheShippedOnesWhereTheirNationIs() {
        QuestionSet own = QuestionSets.read(GOOD + "area: gwynfa\n");
        QuestionSets all = QuestionSets.shipped().with(List.of(own));

        assertThat(offered(all, "gwynfa", Nation.WALES)).contains("short", "pre-birth");
        assertThat(offered(all, "northfield", Nation.WALES))
                .doesNotContain("short")
                .contains("pre-birth");
        assertThat(offered(all, "gwynfa", Nation.SCOTLAND))
                .doesNotContain("short", "pre-birth")
                .contains("both-parents");
        assertThat(all.named("short")).contains(own);
    }

    private static List<String> offered(QuestionSets sets, String area, Nation nation) {
        return sets.in(new Area(new AreaId(area), area, nation)).sets().stream()
                .map(QuestionSet::id)
                .toList();
    }

    @Test
    void twoSetsOfOneNameAreRefused() {
        QuestionSet again = QuestionSets.read(GOOD.replace("set: short", "set: pre-birth"));

        assertThatThrownBy(() -> QuestionSets.shipped().with(List.of(again)))
                .hasMessageContaining("two sets of questions 'pre-birth'");
    }

    @Test
    void aSetWithoutQuestionsIsNone() {
        assertThatThrownBy(() -> QuestionSets.read(GOOD.substring(0, GOOD.indexOf("questions"))))
                .hasMessageContaining("the set has 0 questions");
    }
}
