package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static sightline.core.facts.JusticeBody.OffenceGroup.ABANDONMENT;
import static sightline.core.facts.JusticeBody.OffenceGroup.CHILD_CRUELTY;
import static sightline.core.facts.JusticeBody.OffenceGroup.FGM;
import static sightline.core.facts.JusticeBody.OffenceGroup.WOUNDING;

import org.junit.jupiter.api.Test;

import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.register.OffenceList.Difference;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class OffenceListTest {
    private final RegisterPack model = pack("ccr-2026");

    private static RegisterPack pack(String key) {
        return RegisterPackReader.shipped().stream()
                .filter(p -> p.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static OffenceList list(Set<OffenceGroup> announced) {
        return new OffenceList(Map.of("announced", announced, "announced-fgm", Set.of(FGM)));
    }

    @Test
    void onlyAProvisionalPackHasAListToEdit() {
        assertThat(OffenceList.of(model).orElseThrow().triggers().keySet())
                .containsExactly("announced", "announced-fgm");
        assertThat(RegisterPackReader.shipped().stream().filter(p -> OffenceList.of(p).isPresent()))
                .containsExactly(model);
        assertThatThrownBy(() -> list(Set.of(WOUNDING)).in(pack("soa-2003"), "2", "keepers"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the list of pack soa-2003 is not to be edited");
    }

    @Test
    void theChangedTriggerAloneSaysSomethingElse() {
        OffenceList wanted = list(Set.of(CHILD_CRUELTY, WOUNDING));

        RegisterPack edited = wanted.in(model, "2026-11-26, list 3", "list 3, by \"keepers\"");

        assertThat(OffenceList.of(edited)).contains(wanted);
        assertThat(edited.version()).isEqualTo("2026-11-26, list 3");
        assertThat(edited.status()).isEqualTo(model.status());
        Trigger first = edited.triggers().getFirst();
        assertThat(first.says()).isEqualTo("Convicted of child cruelty, wounding");
        assertThat(first.law().source()).isEqualTo("list 3, by \"keepers\"");
        assertThat(first.law().unconfirmed()).isTrue();
        assertThat(edited.triggers().getLast()).isEqualTo(model.triggers().getLast());
        assertThat(edited.bands()).isEqualTo(model.bands());
        assertThat(edited.notices()).isEqualTo(model.notices());
    }

    @Test
    void anEditedPackIsEditedAgain() {
        RegisterPack once = list(Set.of(WOUNDING)).in(model, "list 1", "list 1");
        RegisterPack twice = list(Set.of(WOUNDING, ABANDONMENT)).in(once, "list 2", "list 2");

        assertThat(OffenceList.of(twice)).contains(list(Set.of(WOUNDING, ABANDONMENT)));
        assertThat(twice.version()).isEqualTo("list 2");
    }

    @Test
    void whatIsOtherIsSaidTriggerByTrigger() {
        OffenceList before = list(Set.of(CHILD_CRUELTY, ABANDONMENT));

        assertThat(list(Set.of(CHILD_CRUELTY, WOUNDING)).since(before))
                .containsExactly(
                        new Difference("announced", Set.of(WOUNDING), Set.of(ABANDONMENT)));
        assertThat(before.since(before)).isEmpty();
    }

    @Test
    void aTriggerWithoutOffencesAndOneThatIsNotThereAreRefused() {
        assertThatThrownBy(() -> list(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'announced' has no offence");
        assertThatThrownBy(() ->
                        new OffenceList(Map.of("other", Set.of(WOUNDING))).in(model, "2", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the triggers");
    }

    @Test
    void whatTheListSaysDecidesWhoIsCovered() {
        RegisterPack edited = list(Set.of(WOUNDING)).in(model, "2", "x");

        assertThat(OffenceList.of(edited).map(l -> l.triggers().get("announced")))
                .isEqualTo(Optional.of(Set.of(WOUNDING)));
        assertThat(edited.yaml()).contains("offences: [wounding]").doesNotContain("infanticide]");
    }
}
