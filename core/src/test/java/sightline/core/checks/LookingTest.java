package sightline.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.story.Phrases.birth;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.hurtABaby;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.Times;
import sightline.core.household.KnownFacts.Member;
import sightline.core.household.Supposed;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Matter;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleCard;
import sightline.core.screening.RuleId;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class LookingTest {
    private static final String HOME = "4 Sluice Road, Westmarsh";
    private static final Instant NOW = Story.instant("2006-09-01T10:00");
    private static final Address HERE =
            new Address(new Text(HOME), Optional.empty(), Optional.empty(), false);
    private static final SourceRecord APPLICANT = new SourceRecord(Story.agency("housing"), "wh-1");

    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who man = story.person("man", "1980-01-01");

    LookingTest() {
        story.at("2006-03-02T09:00")
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .happened("2006-03-01")
                .says(birth());
        for (Who who : List.of(child, mother)) {
            story.at("2006-03-05T09:00")
                    .from("gp")
                    .about(who)
                    .happened("2006-03-05")
                    .place(HOME)
                    .says(home());
        }
    }

    @Test
    void aConvictedManWhoWouldJoinAChildIsACauseAndNothingIsKept() {
        convicted();

        Looking.Seen seen = seen(joining(Certainty.LIKELY), man.id());

        assertThat(seen.causes()).extracting(c -> c.rule().value()).containsExactly("AL-02");
        assertThat(seen.causes().getFirst().subject()).isEqualTo(child.id());
        assertThat(seen.causes().getFirst().certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(looking().at(story.known(NOW), List.of(man.id(), child.id())).causes())
                .isEmpty();
    }

    @Test
    void whoeverIsOnRecordForNothingIsNoCause() {
        Looking.Seen seen = seen(joining(Certainty.LIKELY), man.id());

        assertThat(seen.causes()).isEmpty();
        assertThat(seen.unsure()).isFalse();
    }

    @Test
    void anArrestIsNoCause() {
        story.at("2006-05-01T09:00")
                .from("police")
                .about(man)
                .says(new JusticeBody.Arrest(hurtABaby().offence()));

        assertThat(seen(joining(Certainty.LIKELY), man.id()).causes()).isEmpty();
    }

    @Test
    void somebodyWhoMayBeTheConvictedManIsADoubt() {
        convicted();
        PersonId fresh = new PersonId("p-new");
        Supposed alone = supposed(Map.of(fresh, List.of(member(Certainty.CONFIRMED))));
        Supposed maybe =
                alone.with(
                        fresh,
                        List.of(
                                new Member(record("police", man), Certainty.POSSIBLE),
                                new Member(record("gp", man), Certainty.POSSIBLE)));

        assertThat(seen(alone, fresh).causes()).isEmpty();
        assertThat(seen(maybe, fresh).causes())
                .singleElement()
                .satisfies(c -> assertThat(c.certainty()).isEqualTo(Certainty.POSSIBLE));
    }

    @Test
    void whoWorksWithTheChildAtHomeIsSaidWithoutTheCase() {
        story.at("2006-08-01T09:00")
                .from("childrens-social-care")
                .about(child)
                .says(new CareBody.Plan(CareBody.Plan.PlanType.PROTECTION, true));

        Looking.Seen seen = seen(joining(Certainty.LIKELY), man.id());

        assertThat(seen.involved())
                .contains(
                        new Involved(
                                child.id(),
                                Matter.Kind.PROTECTION_PLAN,
                                Story.agency("childrens-social-care")));
    }

    @Test
    void aRuleThatFailsLeavesADoubtAndTheOthersGoOn() {
        Rule broken =
                new Rule() {
                    @Override
                    public RuleId id() {
                        return new RuleId("AL-99");
                    }

                    @Override
                    public RuleCard card() {
                        return Catalogue.rules().getFirst().card();
                    }

                    @Override
                    public Evaluation evaluate(Situation situation) {
                        throw new IllegalStateException("it fails");
                    }
                };
        Looking looking = looking(new Screening(List.of(broken)));

        assertThat(looking.at(joining(Certainty.LIKELY), List.of(man.id())).unsure()).isTrue();
    }

    private void convicted() {
        story.at("2005-05-01T09:00").from("police").about(man).says(hurtABaby());
    }

    private Looking.Seen seen(Supposed supposed, PersonId named) {
        return looking().at(supposed, List.of(named));
    }

    private static Looking looking() {
        return looking(Catalogue.screening());
    }

    private static Looking looking(Screening screening) {
        return new Looking(
                new Derivation(screening, Clocks.shipped()),
                Story.westmarsh(),
                Map.of(),
                TouchpointPack.shipped().counts(),
                NOW);
    }

    private Supposed joining(Certainty certainty) {
        return supposed(Map.of(man.id(), List.of(member(certainty))));
    }

    private Supposed supposed(Map<PersonId, List<Member>> people) {
        Body lives = new PersonBody.HouseholdMemberSeen(PersonBody.Stay.HOME, Optional.empty());
        Fact fact =
                new Fact(
                        new FactId(
                                new MessageRef(Story.agency("housing"), new MessageId("check")), 0),
                        0,
                        List.of(new Participant(PersonRole.SUBJECT, APPLICANT)),
                        lives,
                        new Times(new When.At(NOW), NOW, NOW),
                        Optional.of(HERE),
                        Sensitivity.ADDRESS,
                        new References(List.of(), List.of(), Optional.empty()));
        return Supposed.facts(
                story.known(NOW), List.of(fact), people, Map.of(HERE, Story.place(HERE)));
    }

    private static Member member(Certainty certainty) {
        return new Member(APPLICANT, certainty);
    }

    private static SourceRecord record(String agency, Who who) {
        return new SourceRecord(Story.agency(agency), who.label());
    }
}
