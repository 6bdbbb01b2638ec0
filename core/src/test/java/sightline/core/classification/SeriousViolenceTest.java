package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.cautioned;
import static sightline.core.story.Phrases.convicted;
import static sightline.core.story.Phrases.offence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.VictimTie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class SeriousViolenceTest {
    private static final LocalDate DAY = LocalDate.of(2002, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "WOUNDING_WITH_INTENT, FINE, true",
        "WOUNDING, FINE, true",
        "ACTUAL_BODILY_HARM, COMMUNITY, true",
        "STRANGULATION, FINE, true",
        "THREATS_TO_KILL, FINE, true",
        "ARSON_ENDANGERING_LIFE, FINE, true",
        "SEXUAL, COMMUNITY, true",
        "COMMON_ASSAULT, FINE, false",
        "COMMON_ASSAULT, CUSTODY, true",
        "COMMON_ASSAULT, SUSPENDED, true",
        "ROBBERY, CUSTODY, true",
        "DRUGS, CUSTODY, false",
        "PROPERTY, LIFE, false",
    })
    void byTheOffenceOrByCustodyForViolence(
            OffenceGroup group, SentenceKind sentence, boolean serious) {
        assertThat(SeriousViolence.of(sentenced(group, sentence), List.of(), DAY))
                .isEqualTo(serious);
    }

    @Test
    void aSentencePassedLaterCounts() {
        Conviction assault = sentenced(OffenceGroup.COMMON_ASSAULT, SentenceKind.OTHER);
        Sentence later = new Sentence(SentenceKind.CUSTODY, Optional.of(3));

        assertThat(SeriousViolence.of(assault, List.of(later), DAY)).isTrue();
    }

    @Test
    void aCautionIsNoConviction() {
        Offence offence =
                offence("wounding", OffenceGroup.WOUNDING, Optional.empty(), Optional.empty());

        assertThat(SeriousViolence.of(cautioned(offence), List.of(), DAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER, Yes",
        "EX_PARTNER, Yes",
        "FAMILY_MEMBER, Yes",
        "STRANGER, No",
        "OTHER_CHILD, No",
        "NOT_KNOWN, Unknown",
    })
    void theTieToTheVictimDecidesWhetherItWasInTheFamily(VictimTie tie, String verdict) {
        Offence offence =
                offence("wounding", OffenceGroup.WOUNDING, Optional.of(30), Optional.of(tie));

        assertThat(SeriousViolence.toFamily(convicted(offence), List.of(), DAY).getClass())
                .hasToString("class sightline.core.classification.Verdict$" + verdict);
    }

    private static Conviction sentenced(OffenceGroup group, SentenceKind kind) {
        return new Conviction(
                offence("as recorded", group, Optional.of(30), Optional.of(VictimTie.PARTNER)),
                Optional.empty(),
                false,
                Optional.of(kind),
                Optional.empty());
    }
}
