package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.OTHER;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.tie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sightline.core.facts.PersonBody.Tie;
import sightline.core.kernel.Certainty;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Optional;

final class PersonallyConnectedTest {
    private final Story story = new Story();
    private final Who one = story.person("one", "1980-01-01");
    private final Who other = story.person("other", "1982-01-01");
    private final Who third = story.person("third", "1960-01-01");

    @ParameterizedTest
    @CsvSource({
        "SPOUSE, true",
        "PARTNER, true",
        "EX_PARTNER, true",
        "MOTHER, true",
        "STEP_PARENT, true",
        "SIBLING, true",
        "GRANDPARENT, true",
        "AUNT_OR_UNCLE, true",
        "COUSIN, true",
        "FRIEND, false",
        "LODGER, false",
        "NOT_RELATED, false",
    })
    void byARelationshipFromEitherSide(Tie tie, boolean connected) {
        says(one, other, tie);

        assertThat(between(one, other).isPresent()).isEqualTo(connected);
        assertThat(between(other, one).isPresent()).isEqualTo(connected);
    }

    @Test
    void byAChildInCommon() {
        says(third, one, Tie.MOTHER);
        says(third, other, Tie.FATHER);

        assertThat(between(one, other).orElseThrow().words()).contains("parents of one child");
    }

    @Test
    void asChildrenOfOneParent() {
        says(one, third, Tie.MOTHER);
        says(other, third, Tie.MOTHER);

        assertThat(between(one, other).orElseThrow().words()).contains("children of one parent");
    }

    @Test
    void asRelativesOfAPartner() {
        says(one, third, Tie.EX_PARTNER);
        says(third, other, Tie.SIBLING);

        assertThat(between(one, other).orElseThrow().words()).contains("through a partner");
        assertThat(between(other, one)).isPresent();
    }

    @Test
    void byASharedAddressUpToTheDayAndNotAfterIt() {
        story.at("2006-01-01T09:00").from("gp").about(one).place("1 Mill Row").says(home());
        story.at("2006-02-01T09:00").from("gp").about(other).place("1 Mill Row").says(home());

        assertThat(between(one, other, "2006-02-01").orElseThrow().certainty())
                .isEqualTo(Certainty.POSSIBLE);
        assertThat(between(one, other, "2006-01-31")).isEmpty();
    }

    @Test
    void byNothingElse() {
        assertThat(between(one, other)).isEmpty();
    }

    private void says(Who who, Who whom, Tie tie) {
        story.at("2005-01-01T09:00").from("gp").about(who).with(OTHER, whom).says(tie(tie));
    }

    private Optional<PersonalTie> between(Who who, Who whom) {
        return between(who, whom, "2007-01-01");
    }

    private Optional<PersonalTie> between(Who who, Who whom, String day) {
        return new PersonallyConnected(story.situation(who, "2008-01-01T09:00").around())
                .between(who.id(), whom.id(), LocalDate.parse(day));
    }
}
