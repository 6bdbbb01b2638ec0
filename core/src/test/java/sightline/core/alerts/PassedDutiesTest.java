package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Cover;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Leave;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.duties.Clocks;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.InformationRequest;
import sightline.core.facts.SystemBody.DutyPassed;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.screening.Parameters;
import sightline.core.screening.Recipient;
import sightline.core.screening.Screening;
import sightline.core.screening.Situation;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** To whom a duty goes that comes to a post in which nobody is there. */
final class PassedDutiesTest {
    private static final String POLICE = "westmarsh-police";
    private static final String CARE = "westmarsh-childrens-social-care";
    private static final SourceRecord CHILD = new SourceRecord(new AgencyId(CARE), "child");

    private final Story story = new Story();
    private final Who child = story.person("child", "2016-03-01");
    private final Clocks clocks = Clocks.shipped();
    private final DirectoryBuilder directory =
            new DirectoryBuilder()
                    .add(new Area(new AreaId("westmarsh"), "Westmarsh", Nation.ENGLAND))
                    .add(agency(POLICE, AgencyType.POLICE))
                    .add(agency(CARE, AgencyType.CHILDRENS_SOCIAL_CARE));

    @BeforeEach
    void theAskedOwe() {
        story.at("2026-03-02T10:00")
                .from("childrens-social-care")
                .about(child)
                .to("police")
                .says(
                        new InformationRequest(
                                true,
                                InformationRequest.Asked.HISTORY,
                                Optional.empty(),
                                Optional.empty()));
        post(CARE, Role.AREA_LEAD, true);
    }

    @Test
    void whereSomebodyHoldsThePostItIsTheirs() {
        post(POLICE, new Role("information-desk"), true);
        post(POLICE, Role.MANAGER, true);

        assertThat(passed()).isEmpty();
    }

    @Test
    void whoeverCoversThePostHasIt() {
        PostId desk = post(POLICE, new Role("information-desk"), false);
        directory.add(new Cover(desk, post(POLICE, new Role("front-desk"), true), Period.always()));

        assertThat(passed()).isEmpty();
    }

    @Test
    void whereNobodyHoldsItTheNextRungHasItAtOnceAndTheDutySaysSo() {
        post(POLICE, new Role("information-desk"), false);
        post(POLICE, Role.MANAGER, true);
        Situation situation = situation("2026-03-02T10:00");

        List<Fact> told = passed(situation);
        situation.around().hear(placed(told));
        Duty duty = owed(situation);

        assertThat(told)
                .extracting(Fact::body)
                .singleElement()
                .isInstanceOfSatisfying(
                        DutyPassed.class, p -> assertThat(p.duty()).isEqualTo(duty.key()));
        assertThat(duty.state()).isInstanceOf(Duty.State.Running.class);
        assertThat(duty.owedBy())
                .extracting(Recipient::text)
                .containsExactlyInAnyOrder(POLICE + "/information-desk", POLICE + "/manager");
        assertThat(duty.because().value())
                .contains(
                        "information desk at " + POLICE + ": nobody holds the post or covers it",
                        "passed at once to manager at " + POLICE);
    }

    @Test
    void aRungInWhichNobodyIsThereIsLeftOut() {
        post(POLICE, Role.SAFEGUARDING_LEAD, true);

        assertThat(passed()).containsExactly(POLICE + "/safeguarding-lead");
    }

    @Test
    void whereNobodyOfTheLadderIsThereTheNamedLeadHasIt() {
        assertThat(passed()).containsExactly(CARE + "/area-lead");
    }

    @Test
    void whereNobodyAtAllIsThereNobodyIsSaidToHaveIt() {
        Situation plain = story.situation(child, "2026-03-02T10:00");
        Situation empty =
                new Situation(plain.around(), plain.now(), Story.westmarsh(), Parameters.DEFAULT);

        assertThat(passed(empty)).isEmpty();
    }

    @Test
    void aRungThatIsReachedAndEmptyIsPassedOnAsWell() {
        post(POLICE, new Role("information-desk"), true);
        post(POLICE, Role.SAFEGUARDING_LEAD, true);
        Situation late = situation("2026-03-04T00:00");
        Duty duty = owed(late);

        List<Fact> told =
                tellings()
                        .of(
                                List.of(new Change.Escalated(duty, duty.rungs().getFirst())),
                                List.of(duty),
                                late,
                                CHILD);

        assertThat(told)
                .isNotEmpty()
                .allSatisfy(f -> assertThat(to(f)).isEqualTo(POLICE + "/safeguarding-lead"));
    }

    @Test
    void whatIsOwedByAPostThatIsEmptiedMeanwhileIsPassedOnThatDay() {
        post(POLICE, new Role("information-desk"), Period.until(LocalDate.of(2026, 3, 2)));
        post(POLICE, Role.MANAGER, Period.until(LocalDate.of(2026, 3, 3)));
        Situation before = situation("2026-03-02T23:00");

        assertThat(abandoned(before)).isEmpty();
        assertThat(new Derivation(new Screening(List.of()), clocks).derive(before).recheckAt())
                .contains(London.startOf(LocalDate.of(2026, 3, 3)));

        Situation emptied = situation("2026-03-03T00:00");
        List<Fact> told = abandoned(emptied);
        emptied.around().hear(placed(told));

        assertThat(told).extracting(PassedDutiesTest::to).containsExactly(POLICE + "/manager");
        assertThat(abandoned(emptied)).as("once").isEmpty();
        assertThat(owed(emptied).owedBy())
                .extracting(Recipient::text)
                .contains(POLICE + "/manager");

        Situation again = situation("2026-03-04T08:00");
        again.around().hear(placed(told));

        assertThat(abandoned(again))
                .as("whoever had it instead has gone as well")
                .extracting(PassedDutiesTest::to)
                .containsOnly(CARE + "/area-lead");
    }

    @Test
    void whatNobodyCouldHaveIsPassedOnTheDayThatSomebodyComesBack() {
        LocalDate back = LocalDate.of(2026, 3, 3);
        post(POLICE, Role.SAFEGUARDING_LEAD, Period.from(back));
        directory.add(
                new Leave(
                        new StaffId("staff-" + Role.AREA_LEAD.slug()),
                        Period.until(back.plusDays(3))));
        Situation nobody = situation("2026-03-02T10:00");

        assertThat(passed(nobody)).isEmpty();
        assertThat(new Derivation(new Screening(List.of()), clocks).derive(nobody).recheckAt())
                .contains(London.startOf(back));
        assertThat(abandoned(situation("2026-03-03T00:00")))
                .extracting(PassedDutiesTest::to)
                .containsExactly(POLICE + "/safeguarding-lead");
    }

    @Test
    void whileSomebodyOfARungThatWasToldIsThereItIsTheirs() {
        post(POLICE, new Role("information-desk"), Period.until(LocalDate.of(2026, 3, 3)));
        post(POLICE, Role.MANAGER, true);
        Situation late = situation("2026-03-10T12:00");

        assertThat(owed(late).state()).isInstanceOf(Duty.State.Overdue.class);
        assertThat(owed(late).told()).extracting(Recipient::text).contains(POLICE + "/manager");
        assertThat(abandoned(late)).isEmpty();
    }

    @Test
    void inAReplayEverybodyIsThere() {
        Situation situation = situation("2026-03-02T10:00");

        assertThat(
                        new Tellings(clocks, Attendance.everybody())
                                .of(
                                        List.of(new Change.Started(owed(situation))),
                                        List.of(),
                                        situation,
                                        CHILD))
                .isEmpty();
    }

    private List<String> passed() {
        return passed(situation("2026-03-02T10:00")).stream().map(PassedDutiesTest::to).toList();
    }

    private List<Fact> passed(Situation situation) {
        return tellings()
                .of(List.of(new Change.Started(owed(situation))), List.of(), situation, CHILD);
    }

    private Tellings tellings() {
        return new Tellings(clocks, Attendance.asRecorded());
    }

    private static String to(Fact fact) {
        DutyPassed passed = (DutyPassed) fact.body();
        return passed.to().value() + "/" + passed.toRole();
    }

    private List<Fact> placed(List<Fact> told) {
        int first = story.told().size() + 1;
        return IntStream.range(0, told.size()).mapToObj(i -> told.get(i).at(first + i)).toList();
    }

    private Duty owed(Situation situation) {
        return clocks.evaluate(situation, List.of()).duties().stream()
                .filter(d -> d.clock().value().equals("info.request"))
                .findFirst()
                .orElseThrow();
    }

    private Situation situation(String london) {
        Situation plain = story.situation(child, london);
        return new Situation(plain.around(), plain.now(), directory.build(), Parameters.DEFAULT);
    }

    private static Agency agency(String id, AgencyType type) {
        return new Agency(new AgencyId(id), id, type, new AreaId("westmarsh"));
    }

    private List<Fact> abandoned(Situation situation) {
        return tellings().abandoned(List.of(owed(situation)), List.of(), situation, CHILD);
    }

    private PostId post(String agency, Role role, boolean held) {
        return held
                ? post(agency, role, Period.always())
                : add(Post.of(id(agency, role), new AgencyId(agency), role.slug(), role));
    }

    private PostId post(String agency, Role role, Period held) {
        PostId id = post(agency, role, false);
        directory.add(
                new Holder(id, new StaffId("staff-" + role.slug()), new Text("Somebody"), held));
        return id;
    }

    private PostId add(Post post) {
        directory.add(post);
        return post.id();
    }

    private static PostId id(String agency, Role role) {
        return new PostId(agency + "-" + role.slug());
    }
}
