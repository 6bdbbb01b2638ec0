package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.alerts.DutyRow;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a question waits whose decision a reader does not see. Invented people. */
final class DisclosuresTest {
    private static final String AT = "2024-03-01T10:00";
    private static final Predicate<AgencyId> NOBODYS = _ -> false;

    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");

    @BeforeEach
    void theyAreAsked() {
        story.at(AT)
                .from("police")
                .about(man)
                .says(
                        new DisclosureAsked(
                                DisclosureTo.SOCIAL_CARE,
                                Optional.empty(),
                                new Text("A boy was there")));
    }

    @Test
    void whatWasDoneOutOfSightIsSettledForAnybodyButWhoKeepsTheRegisterOfWhoWasAsked() {
        Disclosures seen = asked(NOBODYS, "discharged");
        assertThat(seen.outOfSight()).isTrue();
        assertThat(seen.open()).isFalse();

        Disclosures kept = asked(new AgencyId("westmarsh-police")::equals, "discharged");
        assertThat(kept.outOfSight()).isFalse();
        assertThat(kept.open()).isTrue();
    }

    /** From before its source went live, or because it applies no more. */
    @Test
    void aDutyThatEndedWithoutADecisionLeavesItToBeDecided() {
        Disclosures ended = asked(NOBODYS, "ended");
        assertThat(ended.outOfSight()).isFalse();
        assertThat(ended.open()).isTrue();
        assertThat(asked(NOBODYS, "ended", "discharged").outOfSight()).isTrue();
        assertThat(asked(NOBODYS).open()).isTrue();
        assertThat(asked(NOBODYS, "running", "discharged").open()).isTrue();
    }

    private Disclosures asked(Predicate<AgencyId> keeps, String... states) {
        Individual subject = story.situation(man, AT).subject();
        String question = subject.about(DisclosureAsked.class).getFirst().fact().id().text();
        List<DutyRow> duties = Stream.of(states).map(s -> duty(subject, question, s)).toList();
        return Disclosures.of(subject, duties, keeps).getFirst();
    }

    private static DutyRow duty(Individual subject, String question, String state) {
        Instant at = Instant.parse("2024-03-01T10:00:00Z");
        String clock = "disclosure.social-care";
        return new DutyRow(
                subject.id(),
                clock + "|" + question,
                "hash",
                clock,
                "Decide whether to tell",
                at,
                at,
                state,
                0,
                Optional.empty(),
                JsonMapper.builder().build().createObjectNode());
    }
}
