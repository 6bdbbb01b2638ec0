package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Comparator;

final class CatalogueTest {

    @Test
    void everyRuleStandsOnceInTheOrderOfItsId() {
        assertThat(Catalogue.rules())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void everyCardSaysWhyWhatAndWhatNot() {
        for (Rule rule : Catalogue.rules()) {
            RuleCard card = rule.card();
            assertThat(
                            new String[] {
                                card.title(),
                                card.why(),
                                card.tells(),
                                card.moves(),
                                card.threshold(),
                                card.lessWouldNotDo()
                            })
                    .as("%s", rule.id())
                    .noneMatch(String::isBlank);
            assertThat(card.nearMisses()).as("%s", rule.id()).isNotEmpty();
            assertThat(card.reads()).as("%s", rule.id()).isNotEmpty();
            assertThat(card.mark()).as("%s", rule.id()).isIn("P", "S", "C", "GK", "INF");
        }
    }
}
