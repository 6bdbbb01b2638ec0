package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

final class CatalogueTest {

    @Test
    void everyRuleStandsOnceInTheOrderOfItsId() {
        assertThat(Catalogue.rules())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void theVersionGoesUpWhenARuleSaysSomethingElseOfItself() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Rule rule : Catalogue.rules()) {
            RuleCard card = rule.card();
            List<String> reads = card.reads().stream().map(Class::getName).sorted().toList();
            digest.update(
                    String.join(
                                    "|",
                                    rule.id().value(),
                                    card.title(),
                                    card.tells(),
                                    card.moves(),
                                    card.threshold(),
                                    card.nearMisses().toString(),
                                    reads.toString())
                            .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(
                        Catalogue.VERSION
                                + " "
                                + HexFormat.of().formatHex(digest.digest()).substring(0, 16))
                .as(
                        "rules changed: raise Catalogue.VERSION by one and the revision of each rule that"
                                + " finds something else, and write here what it is now")
                .isEqualTo("45 a3afe17c07513cef");
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
            assertThat(card.reads().isEmpty())
                    .as("%s reads nothing: only what says that a rule failed may", rule.id())
                    .isEqualTo(rule instanceof RuleNotEvaluated);
            assertThat(card.mark()).as("%s", rule.id()).isIn("P", "S", "C", "GK", "INF");
        }
    }
}
