package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CHILD;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.REFERRER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SystemBody;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class SharedWordsTest {
    private static final RuleId AL_01 = new RuleId("AL-01");

    private final Story story = new Story();
    private final Who child = story.person("child", "2015-03-01");
    private final Who aunt = story.person("aunt", "1975-03-01");

    @Test
    void injuryAssaultNeglectAndAbuseAreHarm() {
        assertThat(harm(Said.referral(Harm.INJURY))).isTrue();
        assertThat(harm(Said.referral(Harm.DOMESTIC_ABUSE))).isTrue();
        assertThat(harm(Said.referral(Harm.NOT_STATED))).isFalse();
        assertThat(harm(Said.referral())).isFalse();
        assertThat(harm(Said.concern(Topic.HUNGER))).isTrue();
        assertThat(harm(Said.concern(Topic.BEHAVIOUR))).isFalse();
        assertThat(harm(Said.bruise(Site.FACE))).isTrue();
    }

    @Test
    void violenceIsHarmToAChildWhoWasThere() {
        assertThat(harm(incident(true))).isTrue();
        assertThat(harm(incident(false))).isFalse();
    }

    @Test
    void oneNamedReporterIsOneSourceWhomeverTheyTell() {
        Fact one = report("housing", Optional.of(aunt));
        Fact two = report("housing", Optional.of(aunt));
        Fact other = report("housing", Optional.empty());

        Sources sources = Sources.of(subject());
        assertThat(sources.of(one)).isEqualTo(sources.of(two)).isNotEqualTo(sources.of(other));
    }

    @Test
    void anUnbornChildsMattersAreTheBornChilds() {
        Who mother = story.person("mother", "1985-01-01");
        Who unborn = story.stranger("unborn");
        Who twin = story.stranger("twin");
        story.at("2024-01-01T09:00")
                .from("maternity")
                .about(mother)
                .with(MOTHER, mother)
                .with(UNBORN_CHILD, unborn)
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2024-06-01")), 1));
        story.at("2024-02-01T09:00")
                .from(Said.CARE)
                .with(UNBORN_CHILD, unborn)
                .says(Said.protectionPlan());
        story.at("2024-06-03T09:00")
                .from("maternity")
                .about(twin)
                .with(MOTHER, mother)
                .says(new HealthBody.Birth(List.of(), false));

        assertThat(Child.in(story.situation(unborn, "2024-06-03T10:00"))).isEmpty();
        Child born = Child.in(story.situation(twin, "2024-06-03T10:00")).orElseThrow();
        assertThat(Matters.of(born).openAt(Story.instant("2024-06-03T10:00"))).hasSize(1);
    }

    @Test
    void anAnswerEndsAMatterOfInjuries() {
        Fact answer =
                story.at("2024-03-04T10:00")
                        .from(Said.CARE)
                        .about(child)
                        .says(Said.answered("ALR-01-7F3A"));
        Answers answers = Answers.of(subject());

        assertThat(answers.since(AL_01, "injuries", Story.instant("2024-03-04T10:00")))
                .isEqualTo("injuries");
        assertThat(answers.since(AL_01, "injuries", Story.instant("2024-03-04T10:01")))
                .isEqualTo("injuries-after-" + answer.id().text());
        assertThat(answers.to(new RuleId("AL-02"))).isEmpty();
    }

    @Test
    void aRaisedAlertIsUnansweredUntilANamedPersonAnswers() {
        story.at("2024-03-04T10:00")
                .from("sightline")
                .about(child)
                .says(
                        new SystemBody.AlertChanged(
                                "a-17",
                                "AL-01",
                                SystemBody.AlertChanged.AlertChange.RAISED,
                                List.of()));
        assertThat(Answers.of(subject()).unanswered(Set.of(AL_01))).containsExactly("a-17");

        story.at("2024-03-04T11:00").from(Said.CARE).about(child).says(Said.answered("a-17"));
        assertThat(Answers.of(subject()).unanswered(Set.of(AL_01))).isEmpty();
        assertThat(Answers.of(subject()).to(AL_01)).hasSize(1);
    }

    private static PoliceBody.PoliceIncident incident(boolean childPresent) {
        return new PoliceBody.PoliceIncident(
                PoliceBody.LogClass.VIOLENCE, false, false, childPresent, Optional.empty());
    }

    private Fact report(String agency, Optional<Who> reporter) {
        Story.Entry entry = story.at("2024-03-04T10:00").from(agency).about(child);
        reporter.ifPresent(r -> entry.with(REFERRER, r));
        return entry.says(Said.publicReport(reporter.isEmpty(), Harm.NEGLECT));
    }

    private boolean harm(Body body) {
        return Harms.alleged(
                story.at("2024-03-04T10:00").from("police").with(CHILD, child).says(body));
    }

    private Child subject() {
        return Child.in(story.situation(child, "2024-04-01T10:00")).orElseThrow();
    }
}
