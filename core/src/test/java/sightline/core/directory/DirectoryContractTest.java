package sightline.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.OdsCode;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.Text;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every directory does, whatever keeps its entries. */
public abstract class DirectoryContractTest {
    private static final AreaId WESTMARSH = new AreaId("westmarsh");
    private static final AreaId GLENMUIR = new AreaId("glenmuir");
    private static final AgencyId COUNCIL = new AgencyId("westmarsh-council");
    private static final AgencyId PARTNERSHIP = new AgencyId("westmarsh-partnership");
    private static final AgencyId SCHOOL = new AgencyId("westmarsh-brook-school");
    private static final PostId DUTY = new PostId("westmarsh-duty-manager");
    private static final PostId SECOND = new PostId("westmarsh-second-manager");
    private static final PostId NIGHT = new PostId("westmarsh-night-team");
    private static final PostId EMPTY = new PostId("westmarsh-empty-post");
    private static final StaffId AMARA = new StaffId("amara.vale");
    private static final StaffId BRYN = new StaffId("bryn.holt");
    private static final StaffId CLEO = new StaffId("cleo.marsh");
    private static final LocalDate TUESDAY = LocalDate.of(2025, 9, 16);
    private static final Instant TUESDAY_NOON = at("2025-09-16T12:00");
    private static final Instant TUESDAY_THREE_AT_NIGHT = at("2025-09-16T03:00");

    /** A directory that holds these entries; the store's own copy, not these objects. */
    protected abstract Directory directoryOf(DirectoryEntries entries);

    @Test
    void findsAreasAndAgenciesById() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.area(WESTMARSH).orElseThrow().nation()).isEqualTo(Nation.ENGLAND);
        assertThat(directory.agency(COUNCIL).orElseThrow().type())
                .isEqualTo(AgencyType.CHILDRENS_SOCIAL_CARE);
        assertThat(directory.area(COUNCIL).orElseThrow().id()).isEqualTo(WESTMARSH);
        assertThat(directory.agency(new AgencyId("nobody"))).isEmpty();
        assertThat(directory.area(new AreaId("nowhere"))).isEmpty();
    }

    @Test
    void keepsEveryFieldOfAnAgency() {
        var closed =
                new Agency(
                        new AgencyId("old-practice"),
                        "Old Practice",
                        AgencyType.GP,
                        WESTMARSH,
                        Period.between(LocalDate.of(2001, 4, 1), LocalDate.of(2019, 3, 31)),
                        Optional.of(new OdsCode("L81008")));

        var directory = directoryOf(westmarsh().add(closed).entries());

        assertThat(directory.agency(closed.id())).contains(closed);
    }

    @Test
    void listsTheAgenciesOfATypeInAnAreaInOrder() {
        var second = agency("a-school", AgencyType.SCHOOL, WESTMARSH);
        var elsewhere = agency("glenmuir-school", AgencyType.SCHOOL, GLENMUIR);

        var directory = directoryOf(westmarsh().add(second).add(elsewhere).entries());

        assertThat(directory.agenciesIn(WESTMARSH, AgencyType.SCHOOL))
                .extracting(Agency::id)
                .containsExactly(second.id(), SCHOOL);
        assertThat(directory.agenciesIn(GLENMUIR, AgencyType.POLICE)).isEmpty();
    }

    @Test
    void leavesOutAgenciesThatAreClosedOnTheDay() {
        var closed =
                new Agency(
                        new AgencyId("old-school"),
                        "Old School",
                        AgencyType.SCHOOL,
                        WESTMARSH,
                        Period.until(TUESDAY.minusDays(1)),
                        Optional.empty());
        var directory = directoryOf(westmarsh().add(closed).entries());

        assertThat(directory.agenciesIn(WESTMARSH, AgencyType.SCHOOL, TUESDAY)).hasSize(1);
        assertThat(directory.agenciesIn(WESTMARSH, AgencyType.SCHOOL, TUESDAY.minusDays(1)))
                .hasSize(2);
    }

    @Test
    void anAgencyServesAFurtherAreaOnItsDaysAfterThoseAtHomeThere() {
        var further =
                agency("a-school", AgencyType.SCHOOL, GLENMUIR)
                        .serving(
                                List.of(
                                        service(Period.until(TUESDAY.minusDays(20))),
                                        service(Period.between(TUESDAY, TUESDAY.plusDays(9)))));
        var directory = directoryOf(westmarsh().add(further).entries());

        assertThat(directory.agency(further.id())).contains(further);
        assertThat(directory.agenciesIn(WESTMARSH, AgencyType.SCHOOL))
                .extracting(Agency::id)
                .containsExactly(SCHOOL);
        for (var day : List.of(TUESDAY.minusDays(20), TUESDAY, TUESDAY.plusDays(9))) {
            assertThat(directory.agenciesIn(WESTMARSH, AgencyType.SCHOOL, day))
                    .extracting(Agency::id)
                    .containsExactly(SCHOOL, further.id());
            assertThat(further.areas(day)).containsExactly(GLENMUIR, WESTMARSH);
        }
        for (var day : List.of(TUESDAY.minusDays(1), TUESDAY.plusDays(10))) {
            assertThat(directory.agenciesIn(WESTMARSH, AgencyType.SCHOOL, day))
                    .extracting(Agency::id)
                    .containsExactly(SCHOOL);
            assertThat(further.serves(WESTMARSH, day)).isFalse();
        }
        assertThat(directory.nextSuccession(TUESDAY.minusDays(1))).contains(TUESDAY);
        assertThat(directory.nextSuccession(TUESDAY)).contains(TUESDAY.plusDays(10));
    }

    @Test
    void anAreaWithoutAnAgencyOfItsOwnHasTheLeadOfWhoeverServesIt() {
        var both =
                agency("glenmuir-partnership", AgencyType.PARTNERSHIP, GLENMUIR)
                        .serving(List.of(service(Period.until(TUESDAY))));
        var lead = Post.of(new PostId("lead"), both.id(), "Lead", Role.AREA_LEAD);
        var directory =
                directoryOf(
                        new DirectoryBuilder()
                                .add(new Area(WESTMARSH, "Westmarsh", Nation.ENGLAND))
                                .add(new Area(GLENMUIR, "Glenmuir", Nation.SCOTLAND))
                                .add(both)
                                .add(lead)
                                .entries());

        assertThat(directory.leadOf(WESTMARSH, TUESDAY)).contains(lead);
        assertThat(directory.leadOf(WESTMARSH, TUESDAY.plusDays(1))).isEmpty();
    }

    private static Agency.Service service(Period days) {
        return new Agency.Service(WESTMARSH, days);
    }

    @Test
    void findsThePostOfARole() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.post(COUNCIL, Role.DUTY_MANAGER).orElseThrow().id()).isEqualTo(DUTY);
        assertThat(directory.post(COUNCIL, Role.DUTY_MANAGER, TUESDAY)).isPresent();
        assertThat(directory.post(COUNCIL, Role.GP)).isEmpty();
        assertThat(directory.posts(COUNCIL))
                .extracting(Post::id)
                .containsExactly(DUTY, EMPTY, NIGHT, SECOND);
    }

    @Test
    void keepsEveryFieldOfAPost() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.post(DUTY))
                .contains(
                        Post.of(DUTY, COUNCIL, "Duty manager", Role.DUTY_MANAGER)
                                .withHours(Hours.office())
                                .withManager(SECOND));
    }

    @Test
    void givesAnOfficePostToItsHolderInOfficeHours() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.whoHas(DUTY, TUESDAY_NOON)).isEqualTo(new OnDuty.Held(amara()));
        assertThat(directory.whoHas(DUTY, at("2025-09-16T09:00"))).isInstanceOf(OnDuty.Held.class);
        assertThat(directory.whoHas(DUTY, at("2025-09-16T16:59"))).isInstanceOf(OnDuty.Held.class);
    }

    @Test
    void givesItToWhomTheRotaNamesOutsideThem() {
        var directory = directoryOf(westmarsh().entries());

        for (var night : List.of("2025-09-16T03:00", "2025-09-16T17:00", "2025-09-16T08:59")) {
            assertThat(directory.whoHas(DUTY, at(night)))
                    .isEqualTo(new OnDuty.OutOfHours(NIGHT, cleo()));
        }
    }

    @Test
    void takesAPublicHolidayAndAWeekendForOutOfHours() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.whoHas(DUTY, at("2025-12-25T12:00")))
                .isInstanceOf(OnDuty.OutOfHours.class);
        assertThat(directory.whoHas(DUTY, at("2025-09-20T12:00")))
                .isInstanceOf(OnDuty.OutOfHours.class);
    }

    @Test
    void leavesWhatCanWaitToTheHolderWhateverTheHour() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.whoOwns(DUTY, TUESDAY)).isEqualTo(new OnDuty.Held(amara()));
    }

    @Test
    void givesAPostToWhoCoversWhenItsHolderIsAway() {
        var entries =
                westmarsh()
                        .add(new Leave(AMARA, Period.between(TUESDAY, TUESDAY.plusDays(3))))
                        .add(new Cover(DUTY, SECOND, Period.from(TUESDAY)))
                        .entries();
        var directory = directoryOf(entries);

        assertThat(directory.whoHas(DUTY, TUESDAY_NOON))
                .isEqualTo(new OnDuty.Covered(SECOND, bryn()));
        assertThat(directory.whoOwns(DUTY, TUESDAY.minusDays(1)))
                .isEqualTo(new OnDuty.Held(amara()));
        assertThat(directory.whoOwns(DUTY, TUESDAY.plusDays(4)))
                .isEqualTo(new OnDuty.Held(amara()));
    }

    @Test
    void asksWhoCoversTheCoverWhenThatOneIsAwayToo() {
        var entries =
                westmarsh()
                        .add(new Leave(AMARA, Period.on(TUESDAY)))
                        .add(new Leave(BRYN, Period.on(TUESDAY)))
                        .add(new Cover(DUTY, SECOND, Period.always()))
                        .add(new Cover(SECOND, NIGHT, Period.always()))
                        .entries();

        assertThat(directoryOf(entries).whoOwns(DUTY, TUESDAY))
                .isEqualTo(new OnDuty.Covered(NIGHT, cleo()));
    }

    @Test
    void saysThatNobodyIsThereWhenCoversGoInACircle() {
        var entries =
                westmarsh()
                        .add(new Leave(AMARA, Period.on(TUESDAY)))
                        .add(new Leave(BRYN, Period.on(TUESDAY)))
                        .add(new Cover(DUTY, SECOND, Period.always()))
                        .add(new Cover(SECOND, DUTY, Period.always()))
                        .entries();

        assertThat(directoryOf(entries).whoOwns(DUTY, TUESDAY))
                .isEqualTo(
                        new OnDuty.Vacant("Its holder is away, and whoever covers is not there."));
    }

    @Test
    void saysThatNobodyHoldsAPostWithoutHolderOrCover() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.whoHas(EMPTY, TUESDAY_NOON))
                .isEqualTo(new OnDuty.Vacant("Nobody holds it, and nobody covers."));
        assertThat(directory.whoHas(new PostId("no-such-post"), TUESDAY_NOON))
                .isEqualTo(new OnDuty.Vacant("There is no such post."));
        assertThat(directory.whoHas(EMPTY, TUESDAY_NOON).person()).isEmpty();
    }

    @Test
    void saysThatNobodyIsOnCallForAnOfficePostWithoutRota() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.whoHas(SECOND, TUESDAY_THREE_AT_NIGHT))
                .isEqualTo(new OnDuty.Vacant("It is outside its hours and nobody is on call."));
    }

    @Test
    void saysThatThePostOnCallIsEmpty() {
        var entries = westmarsh().add(Rota.always(SECOND, EMPTY)).entries();

        assertThat(directoryOf(entries).whoHas(SECOND, TUESDAY_THREE_AT_NIGHT))
                .isInstanceOfSatisfying(
                        OnDuty.Vacant.class,
                        vacant -> assertThat(vacant.reason()).contains(EMPTY.value()));
    }

    @Test
    void givesThePostToTheNewHolderFromTheirFirstDay() {
        var entries =
                westmarsh()
                        .add(new Holder(DUTY, BRYN, new Text("Bryn Holt"), Period.from(TUESDAY)))
                        .entries();
        var directory = directoryOf(entries);

        assertThat(directory.whoOwns(DUTY, TUESDAY).person().orElseThrow().person())
                .isEqualTo(BRYN);
        assertThat(directory.whoOwns(DUTY, TUESDAY.minusDays(1)).person().orElseThrow().person())
                .isEqualTo(AMARA);
    }

    @Test
    void givesNobodyAPostThatDoesNotExistOnTheDay() {
        var old = new PostId("westmarsh-old-post");
        var entries =
                westmarsh()
                        .add(
                                Post.of(old, COUNCIL, "Old post", Role.MANAGER)
                                        .during(Period.until(TUESDAY.minusDays(1))))
                        .add(new Holder(old, BRYN, new Text("Bryn Holt"), Period.always()))
                        .entries();
        var directory = directoryOf(entries);

        assertThat(directory.whoHas(old, TUESDAY_NOON))
                .isEqualTo(new OnDuty.Vacant("The post does not exist on that day."));
        assertThat(directory.post(COUNCIL, Role.MANAGER, TUESDAY).orElseThrow().id())
                .isEqualTo(SECOND);
    }

    @Test
    void followsTheShiftsOfTheWeekAndThenTheFallback() {
        var monday = new Shift(DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(9, 0), NIGHT);
        var rota = new Rota(SECOND, List.of(monday), Optional.of(DUTY), Period.always());
        var directory = directoryOf(westmarsh().add(rota).entries());

        assertThat(directory.whoHas(SECOND, TUESDAY_THREE_AT_NIGHT))
                .isEqualTo(new OnDuty.OutOfHours(NIGHT, cleo()));
        assertThat(directory.whoHas(SECOND, at("2025-09-17T03:00")))
                .isEqualTo(new OnDuty.OutOfHours(DUTY, amara()));
    }

    @Test
    void listsThePostsOfAPersonOnADay() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.postsOf(AMARA, TUESDAY)).extracting(Post::id).containsExactly(DUTY);
        assertThat(directory.postsOf(AMARA, LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(directory.postsOf(new StaffId("nobody"), TUESDAY)).isEmpty();
    }

    @Test
    void listsTheRoutesOfAPostInTheOrderOfTrying() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.routes(DUTY, TUESDAY))
                .extracting(ContactRoute::channel)
                .containsExactly(
                        ContactRoute.Channel.WORK_LIST,
                        ContactRoute.Channel.SMS,
                        ContactRoute.Channel.PHONE);
        assertThat(directory.routes(DUTY, TUESDAY).get(1).address().value())
                .isEqualTo("07700 900123");
        assertThat(directory.routes(EMPTY, TUESDAY)).isEmpty();
    }

    @Test
    void namesTheLeadOfAnArea() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.leadOf(WESTMARSH, TUESDAY).orElseThrow().agency())
                .isEqualTo(PARTNERSHIP);
        assertThat(directory.leadOf(GLENMUIR, TUESDAY)).isEmpty();
    }

    @Test
    void countsTheWorkingDaysOfTheNationOfTheArea() {
        var directory = directoryOf(westmarsh().entries());
        var saintAndrew = LocalDate.of(2025, 12, 1);

        assertThat(directory.calendar(GLENMUIR).isWorkingDay(saintAndrew)).isFalse();
        assertThat(directory.calendar(WESTMARSH).isWorkingDay(saintAndrew)).isTrue();
    }

    @Test
    void anAddressLiesInTheAreaOfItsLongestPostcodeElseOfItsTown() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.areaOf("1 Mill Row, Glenmuir", Optional.of("wm42qt")))
                .contains(WESTMARSH);
        assertThat(directory.areaOf("3 Strand", Optional.of("GM1 4AA"))).contains(WESTMARSH);
        assertThat(directory.areaOf("3 Strand", Optional.of("GM1 5AA"))).contains(GLENMUIR);
        assertThat(directory.areaOf("2 Westmarsh, Long Lane, GLENMUIR ", Optional.empty()))
                .contains(GLENMUIR);
        assertThat(directory.areaOf("Westmarsh Road, Elsewhere", Optional.of("ZZ1 1AA"))).isEmpty();
        assertThat(directory.areaOf("", Optional.of(""))).isEmpty();
    }

    @Test
    void keepsTheDaysOfASchool() {
        var directory = directoryOf(westmarsh().entries());

        assertThat(directory.schoolDays(SCHOOL)).contains(brookSchool());
        assertThat(directory.schoolDays(COUNCIL)).isEmpty();
    }

    @Test
    void anAreaHasItsNationsHolidaysAndItsOwn() {
        var fair = LocalDate.of(2026, 7, 20);
        var directory =
                directoryOf(
                        new DirectoryBuilder()
                                .add(
                                        new Area(GLENMUIR, "Glenmuir", Nation.SCOTLAND)
                                                .withHolidays(Map.of(fair, "Fair Monday")))
                                .add(new Area(WESTMARSH, "Westmarsh", Nation.ENGLAND))
                                .add(
                                        new Area(
                                                new AreaId("lough"),
                                                "Lough",
                                                Nation.NORTHERN_IRELAND))
                                .entries());

        assertThat(directory.calendar(GLENMUIR).whyNot(fair)).contains("Fair Monday");
        assertThat(directory.calendar(WESTMARSH).isWorkingDay(fair)).isTrue();
        assertThat(directory.calendar(GLENMUIR).isWorkingDay(LocalDate.of(2026, 11, 30))).isFalse();
        assertThat(directory.calendar(new AreaId("lough")).isWorkingDay(LocalDate.of(2026, 7, 13)))
                .isFalse();
    }

    @Test
    void theWorkOfAClosedAgencyAndOfAMergedAreaIsAnothersFromThatDayOn() {
        var old = new AgencyId("old");
        var between = new AgencyId("between");
        var directory =
                directoryOf(
                        new DirectoryBuilder()
                                .add(new Area(WESTMARSH, "Westmarsh", Nation.ENGLAND))
                                .add(
                                        new Area(GLENMUIR, "Glenmuir", Nation.SCOTLAND)
                                                .mergedInto(WESTMARSH, TUESDAY))
                                .add(
                                        new Agency(
                                                COUNCIL,
                                                "Council",
                                                AgencyType.CHILDRENS_SOCIAL_CARE,
                                                WESTMARSH))
                                .add(
                                        new Agency(
                                                        between,
                                                        "Between",
                                                        AgencyType.CHILDRENS_SOCIAL_CARE,
                                                        WESTMARSH)
                                                .succeededBy(COUNCIL, TUESDAY.plusDays(9)))
                                .add(
                                        new Agency(
                                                        old,
                                                        "Old Council",
                                                        AgencyType.CHILDRENS_SOCIAL_CARE,
                                                        GLENMUIR)
                                                .succeededBy(between, TUESDAY))
                                .entries());

        assertThat(directory.current(old, TUESDAY)).isEqualTo(old);
        assertThat(directory.current(old, TUESDAY.plusDays(1))).isEqualTo(between);
        assertThat(directory.current(old, TUESDAY.plusDays(10))).isEqualTo(COUNCIL);
        assertThat(directory.title(old, TUESDAY)).isEqualTo("Old Council");
        assertThat(directory.title(old, TUESDAY.plusDays(10)))
                .isEqualTo("Old Council (closed; now Council)");
        assertThat(directory.current(GLENMUIR, TUESDAY.minusDays(1))).isEqualTo(GLENMUIR);
        assertThat(directory.current(GLENMUIR, TUESDAY)).isEqualTo(WESTMARSH);
        assertThat(directory.nextSuccession(TUESDAY)).contains(TUESDAY.plusDays(1));
        assertThat(directory.nextSuccession(TUESDAY.plusDays(10))).isEmpty();
    }

    @Test
    void saysWhenSomebodyElseMayHaveAPost() {
        var clerk = new StaffId("clerk");
        var directory =
                directoryOf(
                        westmarsh()
                                .add(
                                        new Holder(
                                                EMPTY,
                                                clerk,
                                                new Text("A clerk"),
                                                Period.until(TUESDAY.plusDays(9))))
                                .add(
                                        new Leave(
                                                clerk,
                                                Period.between(
                                                        TUESDAY.plusDays(2), TUESDAY.plusDays(3))))
                                .add(new Cover(EMPTY, NIGHT, Period.from(TUESDAY.plusDays(7))))
                                .entries());
        var changes = new ArrayList<LocalDate>();
        var next = directory.nextStaffing(List.of(EMPTY), TUESDAY);
        while (next.isPresent()) {
            changes.add(next.get());
            next = directory.nextStaffing(List.of(EMPTY), next.get());
        }

        assertThat(changes)
                .startsWith(TUESDAY.plusDays(2), TUESDAY.plusDays(4), TUESDAY.plusDays(7))
                .contains(TUESDAY.plusDays(10));
        assertThat(directory.nextStaffing(List.of(), TUESDAY)).isEmpty();
    }

    private static DirectoryBuilder westmarsh() {
        return new DirectoryBuilder()
                .add(new Area(WESTMARSH, "Westmarsh", Nation.ENGLAND, List.of("WM", "GM1 4")))
                .add(new Area(GLENMUIR, "Glenmuir", Nation.SCOTLAND, List.of("GM1")))
                .add(new Agency(COUNCIL, "Council", AgencyType.CHILDRENS_SOCIAL_CARE, WESTMARSH))
                .add(new Agency(PARTNERSHIP, "Partners", AgencyType.PARTNERSHIP, WESTMARSH))
                .add(new Agency(SCHOOL, "Brook School", AgencyType.SCHOOL, WESTMARSH))
                .add(
                        Post.of(DUTY, COUNCIL, "Duty manager", Role.DUTY_MANAGER)
                                .withHours(Hours.office())
                                .withManager(SECOND))
                .add(
                        Post.of(SECOND, COUNCIL, "Second manager", Role.MANAGER)
                                .withHours(Hours.office()))
                .add(Post.of(NIGHT, COUNCIL, "Night team", Role.SOCIAL_WORKER))
                .add(Post.of(EMPTY, COUNCIL, "Empty post", Role.DATA_STEWARD))
                .add(
                        Post.of(
                                new PostId("westmarsh-lead"),
                                PARTNERSHIP,
                                "Area lead",
                                Role.AREA_LEAD))
                .add(amara())
                .add(bryn())
                .add(cleo())
                .add(Rota.always(DUTY, NIGHT))
                .add(ContactRoute.workList(DUTY))
                .add(route(ContactRoute.Channel.SMS, "07700 900123", Period.always()))
                .add(
                        route(
                                ContactRoute.Channel.EMAIL,
                                "old@example.org",
                                Period.until(TUESDAY.minusDays(1))))
                .add(route(ContactRoute.Channel.PHONE, "01632 960123", Period.from(TUESDAY)))
                .add(brookSchool());
    }

    private static SchoolDays brookSchool() {
        return new SchoolDays(
                SCHOOL,
                LocalTime.of(8, 45),
                List.of(Period.between(LocalDate.of(2025, 9, 3), LocalDate.of(2025, 10, 24))),
                Set.of(LocalDate.of(2025, 9, 15)));
    }

    private static Holder amara() {
        return new Holder(
                DUTY, AMARA, new Text("Amara Vale"), Period.from(LocalDate.of(2020, 1, 1)));
    }

    private static Holder bryn() {
        return new Holder(SECOND, BRYN, new Text("Bryn Holt"), Period.always());
    }

    private static Holder cleo() {
        return new Holder(NIGHT, CLEO, new Text("Cleo Marsh"), Period.always());
    }

    private static ContactRoute route(ContactRoute.Channel channel, String address, Period days) {
        return new ContactRoute(DUTY, channel, Sensitive.of(address), days);
    }

    private static Agency agency(String id, AgencyType type, AreaId area) {
        return new Agency(new AgencyId(id), id, type, area);
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), London.ZONE).toInstant();
    }
}
