package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.linkage.Decisions.Answer;
import sightline.linkage.Decisions.Verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What people decided holds, whatever the records say. */
final class DecisionsTest {
    private static final List<Answer> ANSWERS = List.of(Answer.values());

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Linkage linkage;

    @BeforeEach
    void link() {
        linkage = Linkage.auto(MadeUp.of(MadeUp.shape("one-again").of(300), seed).tables());
    }

    @Test
    void noDecisionIsOverrunInAnyOrder() {
        for (int round = 0; round < 20; round++) {
            List<Verdict> verdicts = new ArrayList<>(verdicts());

            Clusters clusters = decide(verdicts);

            for (Verdict verdict : verdicts) {
                assertThat(clusters.of(row(verdict.first())) == clusters.of(row(verdict.second())))
                        .as("%s, seed %d", verdict, seed)
                        .isEqualTo(verdict.answer() == Answer.SAME);
            }
            Collections.shuffle(verdicts, random);
            assertThat(decide(verdicts).copy()).isEqualTo(clusters.copy());
        }
    }

    @Test
    void contradictionsAreRefusedAndNamed() {
        String a = linkage.idOf(0);
        String b = linkage.idOf(1);
        String c = linkage.idOf(2);
        List<Verdict> verdicts =
                List.of(
                        new Verdict(a, b, Answer.SAME),
                        new Verdict(b, c, Answer.SAME),
                        new Verdict(a, c, Answer.NOT_THE_SAME));

        assertThatThrownBy(() -> decide(verdicts))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining(a + " and " + c);
    }

    @Test
    void aSourceThatHasEachPersonOnceNeverHasTwoOfAGroup() {
        Clusters clusters = linkage.clusters(new Decisions(List.of(), Set.of("file0")));

        assertThat(linkage.clusters().count()).isLessThan(linkage.size());
        assertThat(clusters.count()).isEqualTo(linkage.size());
    }

    @Test
    void withoutDecisionsThePeopleAreTheSame() {
        assertThat(linkage.clusters(Decisions.none()).copy()).isEqualTo(linkage.clusters().copy());
    }

    /** Random verdicts that do not contradict one another: on records of different thirds. */
    private List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        int third = linkage.size() / 3;
        for (int i = 0; i < 25; i++) {
            String first = linkage.idOf(i);
            String second = linkage.idOf(third + i);
            Answer answer = ANSWERS.get(random.nextInt(3));
            verdicts.add(new Verdict(first, second, answer));
            int together = together(i);
            if (together > 2 * third) {
                verdicts.add(new Verdict(first, linkage.idOf(together), Answer.NOT_THE_SAME));
            }
        }
        return verdicts;
    }

    private int together(int row) {
        for (int other = linkage.size() - 1; other > row; other--) {
            if (linkage.clusters().of(other) == linkage.clusters().of(row)) {
                return other;
            }
        }
        return row;
    }

    private int row(String id) {
        for (int row = 0; row < linkage.size(); row++) {
            if (linkage.idOf(row).equals(id)) {
                return row;
            }
        }
        throw new AssertionError(id);
    }

    private Clusters decide(List<Verdict> verdicts) {
        return linkage.clusters(new Decisions(verdicts, Set.of()));
    }
}
