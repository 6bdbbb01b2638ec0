package sightline.core.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standing;
import sightline.core.facts.Standings;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a sender corrected or took back is void for everybody whom it named, whomever the entry that
 * says so names.
 */
final class WithdrawnFromOthersTest {
    private static final Instant LATER = Story.instant("2024-06-01T09:00");

    private final Story story = new Story();
    private final Who child = story.person("child", "2018-03-01");
    private final Who mother = story.person("mother", "1990-03-01");
    private final Who friend = story.person("friend", "1991-03-01");
    private int day = 1;

    @Test
    void whoTakesAnEntryBackTakesItBackFromThoseWhomOnlyItsCorrectionsName() {
        Fact first = entry("school").about(child).says(Phrases.note());
        Fact better = entry("school").about(friend).correcting(first).says(Phrases.note());
        Fact best = entry("school").about(mother).correcting(better).says(Phrases.note());
        assertThat(standing(mother, best)).isEqualTo(Standing.STANDS);

        entry("school").about(child).regarding(first).says(Phrases.takesBack());

        assertThat(standing(child, first)).isEqualTo(Standing.RETRACTED);
        assertThat(standing(friend, better)).isEqualTo(Standing.RETRACTED);
        assertThat(standing(mother, best)).isEqualTo(Standing.RETRACTED);
        assertThat(notes(mother)).isZero();
        assertThat(notes(friend)).isZero();
    }

    @Test
    void whoIsNotNamedInTheLaterOfTwoCorrectionsWasNotNamedUntilThatIsTakenBack() {
        Fact first = entry("school").about(child).says(Phrases.note());
        Fact better = beside("school", friend).correcting(first).says(Phrases.note());
        Fact best = entry("school").about(child).correcting(first).says(Phrases.note());
        assertThat(standing(friend, better)).isEqualTo(Standing.CORRECTED);
        assertThat(notes(friend)).isZero();

        entry("school").about(child).regarding(best).says(Phrases.takesBack());

        assertThat(standing(friend, better)).isEqualTo(Standing.STANDS);
        assertThat(notes(friend)).isEqualTo(1);
    }

    @Test
    void whatCorrectsAnEntryThatWasTakenBackIsHeardOfAllWhomItNames() {
        Fact first = entry("school").about(child).says(Phrases.note());
        entry("school").about(child).regarding(first).says(Phrases.takesBack());

        Fact inSpite = beside("school", friend).correcting(first).says(Phrases.note());

        assertThat(standing(friend, inSpite)).isEqualTo(Standing.STANDS);
        assertThat(standing(child, first)).isEqualTo(Standing.RETRACTED);
    }

    @Test
    void anotherSenderCorrectsAndTakesBackNothing() {
        Fact first = beside("school", friend).says(Phrases.note());
        Fact better = beside("school", friend).correcting(first).says(Phrases.note());

        entry("gp").about(child).correcting(better).says(Phrases.note());
        entry("gp").about(child).regarding(first).says(Phrases.takesBack());

        assertThat(standing(friend, better)).isEqualTo(Standing.STANDS);
    }

    @Test
    void whoCorrectsTheSecondOfTwoThatAreTheSameCorrectsTheFirstForAllWhomBothNamed() {
        Story.Entry[] twice =
                IntStream.range(0, 2)
                        .mapToObj(_ ->
                                beside("school", friend)
                                        .recorded("2024-03-01T09:00")
                                        .happened("2024-03-01"))
                        .toArray(Story.Entry[]::new);
        twice[0].says(Phrases.note());
        Fact again = twice[1].says(Phrases.note());
        assertThat(notes(friend)).isEqualTo(1);

        entry("school").about(child).correcting(again).says(Phrases.note());

        assertThat(notes(friend)).isZero();
    }

    private Story.Entry entry(String agency) {
        return story.at("2024-04-%02dT09:00".formatted(day++)).from(agency);
    }

    private Story.Entry beside(String agency, Who other) {
        return entry(agency).about(child).with(PersonRole.OTHER, other);
    }

    /** How it stands for whoever reads what names this person alone. */
    private Standing standing(Who who, Fact fact) {
        Neighbourhood around = around(who);
        return Standings.of(around.subject().facts(), around.withdrawn()).of(fact);
    }

    private long notes(Who who) {
        return around(who).subject().entries(SharedBody.Note.class).size();
    }

    private Neighbourhood around(Who who) {
        return Objects.requireNonNull(
                new NeighbourhoodReader(story.known(LATER), Bounds.DEFAULT)
                        .near(List.of(who.id()))
                        .get(who.id()));
    }
}
