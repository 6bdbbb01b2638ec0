package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.HandOver.HandOverStage;
import sightline.core.facts.SystemBody.EntryAskedAbout;
import sightline.core.facts.SystemBody.EntryTakenOver;
import sightline.core.kernel.Text;
import sightline.core.locator.Elsewhere;
import sightline.core.register.Happening;
import sightline.core.register.Recorded;
import sightline.core.register.RegisterEntry;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.core.register.Renamed;
import sightline.core.register.State;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody on a register moves into the area of another installation: theirs who ended the entry
 * until the other answers that it took over, and nobody's for no moment. Invented people.
 */
final class BetweenAreasTest {
    private static final String ORDER = "voo-2008";
    private static final String ENTRY = "soa-2003";
    private static final RegisterPack SOA =
            RegisterPackReader.shipped().stream()
                    .filter(p -> p.key().equals(ENTRY))
                    .findFirst()
                    .orElseThrow();

    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");
    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    @Test
    void anOrderRunsHereUntilTheOtherAreaHasTakenOver() {
        ordered();
        says("2024-05-02T10:00", ORDER, NotificationType.ENDED);

        assertThat(state(ORDER, "2024-05-02T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.taken", "2024-05-02T11:00"))
                .containsExactly("westmarsh-police/register-keeper");
        assertThat(owners("register.notice", "2024-05-02T11:00"))
                .containsExactly("westmarsh-police/register-keeper");
        assertThat(Elsewhere.toAsk(situation("2024-05-02T11:00"), List.of()))
                .as("who has him is asked")
                .hasSize(1);
        assertThat(Elsewhere.answeredHere(situation("2024-05-02T11:00")))
                .as("whoever ended it does not answer for him to those who ended theirs")
                .isFalse();

        takenOver("2024-05-04T10:00");
        assertThat(state(ORDER, "2024-05-04T11:00")).as("the last day").isEqualTo(State.CURRENT);
        assertThat(owners("register.taken", "2024-05-04T11:00")).isEmpty();
        assertThat(state(ORDER, "2024-05-05T11:00")).isEqualTo(State.HANDED_OVER);
        assertThat(open("2024-05-05T11:00")).isEmpty();
        assertThat(open("2029-01-01T11:00")).as("nor when the order ends").isEmpty();
    }

    @Test
    void eachRegisterIsEndedByItself() {
        ordered();
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        says("2024-05-02T10:00", ORDER, NotificationType.ENDED);
        takenOver("2024-05-02T12:00");

        assertThat(state(ORDER, "2024-05-03T11:00")).isEqualTo(State.HANDED_OVER);
        assertThat(state(ENTRY, "2024-05-03T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.notice", "2024-05-03T11:00"))
                .containsExactly("westmarsh-police/register-keeper");
    }

    @Test
    void anEntryOfWhichAnotherAreaAskedIsNotOverBeforeThatHasIt() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        story.at("2024-05-01T10:00")
                .from("police")
                .about(man)
                .says(
                        new EntryAskedAbout(
                                "eastport", "Desk", Instant.parse("2024-05-01T09:00:00Z")));
        says("2024-05-02T10:00", ENTRY, NotificationType.ENDED);

        assertThat(state(ENTRY, "2024-06-02T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.taken", "2024-06-02T11:00")).hasSize(1);

        story.at("2024-06-03T10:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                ENTRY,
                                NotificationType.ENDED,
                                Optional.of(LocalDate.parse("2024-06-03"))));
        assertThat(state(ENTRY, "2024-06-04T11:00"))
                .as("the period is over, and not only the entry here")
                .isEqualTo(State.ENDED);
        assertThat(owners("register.taken", "2024-06-04T11:00")).isEmpty();
    }

    @Test
    void anEntryThatConcernsNobodyElseEndsWhereItIsEnded() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-05-02T10:00", ENTRY, NotificationType.ENDED);

        assertThat(state(ENTRY, "2024-05-03T11:00")).isEqualTo(State.ENDED);
        assertThat(owners("register.taken", "2024-05-03T11:00")).isEmpty();
    }

    @Test
    void hereAgainHeIsHereAndAnOldAnswerEndsNothing() {
        ordered();
        says("2024-05-02T10:00", ORDER, NotificationType.ENDED);
        takenOver("2024-05-02T12:00");
        says("2024-09-02T10:00", ORDER, NotificationType.ENTERED);
        says("2024-09-02T10:00", ORDER, NotificationType.CHANGE_OF_ADDRESS);

        assertThat(state(ORDER, "2024-09-03T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.taken", "2024-09-03T11:00")).isEmpty();
        assertThat(Elsewhere.answeredHere(situation("2024-09-03T11:00"))).isTrue();

        says("2025-01-02T10:00", ORDER, NotificationType.ENDED);
        assertThat(state(ORDER, "2025-01-05T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.taken", "2025-01-05T11:00")).hasSize(1);
    }

    @Test
    void whoHandedHimOverInTheSameInstallationEndsNothingForWhoHasHim() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        handOver("2024-05-02T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        handOver("2024-05-03T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        says("2024-05-04T10:00", ENTRY, NotificationType.ENDED);

        assertThat(state(ENTRY, "2024-05-05T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.notice", "2024-05-05T11:00"))
                .containsExactly("eastholme-police/register-keeper");
        assertThat(owners("register.taken", "2024-05-05T11:00")).isEmpty();
    }

    @Test
    void whatIsOfferedInTheSameInstallationIsNotOverBeforeItIsAnswered() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        handOver("2024-05-02T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        says("2024-05-02T11:00", ENTRY, NotificationType.ENDED);

        assertThat(state(ENTRY, "2024-05-04T09:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.taken", "2024-05-04T09:00"))
                .containsExactly("westmarsh-police/register-keeper");

        handOver("2024-05-04T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        assertThat(state(ENTRY, "2024-05-05T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.notice", "2024-05-05T11:00"))
                .containsExactly("eastholme-police/register-keeper");
        assertThat(owners("register.taken", "2024-05-05T11:00")).isEmpty();
    }

    @Test
    void whatNobodyHereTakesEndsAsItWasSaid() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        handOver("2024-05-02T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        says("2024-05-02T11:00", ENTRY, NotificationType.ENDED);
        handOver("2024-05-04T10:00", "eastholme/police", HandOverStage.REFUSED, "police");

        assertThat(state(ENTRY, "2024-05-05T11:00")).isEqualTo(State.ENDED);
    }

    @Test
    void whoAcceptsHimHereAfterTheEndAnswersForHimAndNobodyElseIsAsked() {
        ordered();
        says("2024-05-02T10:00", ORDER, NotificationType.ENDED);
        handOver("2024-05-03T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        assertThat(Elsewhere.toAsk(situation("2024-05-03T11:00"), List.of())).hasSize(1);

        handOver("2024-05-04T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        assertThat(state(ORDER, "2024-05-04T11:00")).isEqualTo(State.CURRENT);
        assertThat(Elsewhere.toAsk(situation("2024-05-04T11:00"), List.of())).isEmpty();
        assertThat(Elsewhere.answeredHere(situation("2024-05-04T11:00"))).isTrue();
    }

    /** The offer came another way, by telephone: nothing of it stands here. */
    @Test
    void whoAcceptedUnaskedKeepsHimWhateverTheOthersEndAfterwards() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        handOver("2024-05-02T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        says("2024-05-02T11:00", ENTRY, NotificationType.ENDED);

        assertThat(state(ENTRY, "2024-05-05T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.notice", "2024-05-05T11:00"))
                .containsExactly("eastholme-police/register-keeper");
    }

    @Test
    void whoAcceptsUnaskedAfterTheEndKeepsHimToo() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        says("2024-05-02T11:00", ENTRY, NotificationType.ENDED);
        assertThat(state(ENTRY, "2024-05-03T09:00")).isEqualTo(State.ENDED);

        handOver("2024-05-03T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        assertThat(state(ENTRY, "2024-05-05T11:00")).isEqualTo(State.CURRENT);
        assertThat(owners("register.notice", "2024-05-05T11:00"))
                .containsExactly("eastholme-police/register-keeper");
    }

    @Test
    void whoTookHimOverMayEndTheEntryAndWhoHandedHimOverLongAgoMayNot() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        handOver("2024-05-02T10:00", "police", HandOverStage.OFFERED, "eastholme/police");
        handOver("2024-05-04T10:00", "eastholme/police", HandOverStage.ACCEPTED, "police");
        says("2024-06-02T11:00", ENTRY, NotificationType.ENDED);
        assertThat(state(ENTRY, "2024-06-03T11:00")).isEqualTo(State.CURRENT);

        story.at("2024-07-02T11:00")
                .from("eastholme/police")
                .about(man)
                .says(new RegisterNotification(ENTRY, NotificationType.ENDED, Optional.empty()));
        assertThat(state(ENTRY, "2024-07-03T11:00")).isEqualTo(State.ENDED);
    }

    @Test
    void anAnswerThatNamesAnOfferTakesThatOneAndNoOther() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        Fact first = offer("2024-05-02T10:00");
        handOver("2024-05-02T12:00", "police", HandOverStage.WITHDRAWN, "eastholme/police");
        Fact second = offer("2024-05-03T10:00");

        answer("2024-05-03T11:00", first, HandOverStage.ACCEPTED);
        assertThat(keeper("2024-05-03T12:00")).isEqualTo("westmarsh-police");
        answer("2024-05-03T13:00", first, HandOverStage.REFUSED);
        assertThat(keeper("2024-05-03T14:00")).isEqualTo("westmarsh-police");
        answer("2024-05-03T15:00", second, HandOverStage.ACCEPTED);
        assertThat(keeper("2024-05-03T16:00")).isEqualTo("eastholme-police");
    }

    @Test
    void anAnswerToAnOfferThatWasTakenBackIsNone() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        Fact first = offer("2024-05-02T10:00");
        handOver("2024-05-02T12:00", "police", HandOverStage.WITHDRAWN, "eastholme/police");

        answer("2024-05-02T13:00", first, HandOverStage.ACCEPTED);
        assertThat(keeper("2024-05-02T14:00")).isEqualTo("westmarsh-police");
    }

    /** By letter, from an area that has neither this system nor a link to it. */
    @Test
    void anAreaThatIsNotHereAcceptsByTheWordOfTwoPeople() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        Fact offer = offer("2024-05-02T10:00");
        Fact told = toldThatAccepted("2024-05-03T10:00", offer);
        assertThat(keeper("2024-05-03T11:00")).isEqualTo("westmarsh-police");
        confirmed("2024-05-03T12:00", told, "Amy Strand, Register keeper");
        assertThat(keeper("2024-05-03T13:00")).as("the same person").isEqualTo("westmarsh-police");
        confirmed("2024-05-03T14:00", offer, "Ines Oduya, Register keeper");
        assertThat(keeper("2024-05-03T15:00")).as("names no word").isEqualTo("westmarsh-police");
        assertThat(owners("register.move", "2024-05-03T15:00")).isNotEmpty();

        confirmed("2024-05-04T10:00", told, "Ines Oduya, Register keeper");
        assertThat(keeper("2024-05-04T11:00")).isEqualTo("eastholme-police");
        assertThat(state(ENTRY, "2024-05-04T11:00")).isEqualTo(State.CURRENT);

        says("2024-05-05T10:00", ENTRY, NotificationType.ENDED);
        assertThat(state(ENTRY, "2024-05-06T11:00")).isEqualTo(State.HANDED_OVER);
        assertThat(open("2024-05-06T11:00")).isEmpty();
    }

    @Test
    void whoeverEntersHimAgainHasHimAndEndsAnEntryAsAnyOther() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-03-01T10:00", ENTRY, NotificationType.INITIAL);
        Fact told = toldThatAccepted("2024-05-03T10:00", offer("2024-05-02T10:00"));
        confirmed("2024-05-04T10:00", told, "Ines Oduya, Register keeper");
        says("2024-05-05T10:00", ENTRY, NotificationType.ENDED);
        says("2024-09-02T10:00", ENTRY, NotificationType.ENTERED);
        says("2024-09-02T10:00", ENTRY, NotificationType.INITIAL);

        assertThat(keeper("2024-09-02T11:00")).isEqualTo("westmarsh-police");
        assertThat(state(ENTRY, "2024-09-03T11:00")).isEqualTo(State.CURRENT);
        says("2024-10-02T10:00", ENTRY, NotificationType.ENDED);
        assertThat(ends("2024-10-03T10:00")).containsExactly(LocalDate.parse("2024-10-02"));
    }

    @Test
    void whatEndedBeforeHeWasOfferedStaysEnded() {
        says("2021-03-01T10:00", ENTRY, NotificationType.ENTERED);
        says("2022-03-02T10:00", ENTRY, NotificationType.ENDED);
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        Fact told = toldThatAccepted("2024-05-03T10:00", offer("2024-05-02T10:00"));
        assertThat(ends("2024-05-03T11:00")).containsExactly(LocalDate.parse("2022-03-02"));

        confirmed("2024-05-04T10:00", told, "Ines Oduya, Register keeper");
        assertThat(ends("2024-05-04T11:00")).containsExactly(LocalDate.parse("2022-03-02"));
        says("2024-05-05T10:00", ENTRY, NotificationType.ENDED);
        assertThat(state(ENTRY, "2024-05-06T11:00")).isEqualTo(State.HANDED_OVER);
    }

    /** On which days an entry ended otherwise than by hand-over. */
    private List<LocalDate> ends(String at) {
        Situation now = situation(at);
        return Recorded.of(
                        now.subject(),
                        List.of(),
                        List.of(),
                        new Renamed(List.of()),
                        now.registers().handOvers(),
                        SOA)
                .life()
                .happenings()
                .stream()
                .filter(Happening.EntryEnded.class::isInstance)
                .map(Happening::day)
                .toList();
    }

    @Test
    void whatWasToldOfAnOfferIsNothingOnceItIsTakenBack() {
        says("2024-03-01T10:00", ENTRY, NotificationType.ENTERED);
        Fact told = toldThatAccepted("2024-05-03T10:00", offer("2024-05-02T10:00"));
        handOver("2024-05-03T12:00", "police", HandOverStage.WITHDRAWN, "eastholme/police");
        confirmed("2024-05-03T14:00", told, "Ines Oduya, Register keeper");
        assertThat(keeper("2024-05-03T15:00")).isEqualTo("westmarsh-police");
        offer("2024-05-04T10:00");
        confirmed("2024-05-04T14:00", told, "Ines Oduya, Register keeper");
        assertThat(keeper("2024-05-04T15:00")).isEqualTo("westmarsh-police");
    }

    private Fact toldThatAccepted(String at, Fact offer) {
        return story.at(at)
                .from("police")
                .about(man)
                .to("eastholme/police")
                .regarding(offer)
                .says(
                        new HandOver(
                                HandOverStage.ACCEPTANCE_TOLD,
                                HandOver.Handed.REGISTERED_PERSON,
                                Optional.empty(),
                                Optional.of(new Text("Amy Strand, Register keeper")),
                                Optional.of(
                                        new HandOver.ToldAcceptance(
                                                new Text("Sgt Orla Pike"),
                                                LocalDate.parse("2024-05-03"),
                                                new Text("EP/2024/118")))));
    }

    private void confirmed(String at, Fact told, String by) {
        story.at(at)
                .from("police")
                .about(man)
                .regarding(told)
                .says(
                        new HandOver(
                                HandOverStage.ACCEPTANCE_CONFIRMED,
                                HandOver.Handed.REGISTERED_PERSON,
                                Optional.empty(),
                                Optional.of(new Text(by)),
                                Optional.empty()));
    }

    private Fact offer(String at) {
        return story.at(at)
                .from("police")
                .about(man)
                .to("eastholme/police")
                .says(new HandOver(HandOverStage.OFFERED, HandOver.Handed.REGISTERED_PERSON));
    }

    private void answer(String at, Fact offer, HandOverStage stage) {
        story.at(at)
                .from("eastholme/police")
                .about(man)
                .to("police")
                .regarding(offer)
                .says(new HandOver(stage, HandOver.Handed.REGISTERED_PERSON));
    }

    private String keeper(String at) {
        return situation(at).registers().keeper().agency().value();
    }

    private Situation situation(String at) {
        return story.situation(man, at).under(derivation.clocks().registers());
    }

    private void ordered() {
        story.at("2024-03-01T10:00")
                .from("court")
                .about(man)
                .says(
                        new Supervision(
                                SupervisionType.VIOLENT_OFFENDER_ORDER,
                                SupervisionStage.STARTED,
                                Optional.of(LocalDate.parse("2029-01-10")),
                                Optional.empty()));
        says("2024-03-01T11:00", ORDER, NotificationType.INITIAL);
    }

    private void says(String at, String pack, NotificationType type) {
        police(at, new RegisterNotification(pack, type, Optional.empty()));
    }

    private void takenOver(String at) {
        police(at, new EntryTakenOver("eastport", "Register desk, 01632 960177"));
    }

    private void police(String at, Body body) {
        story.at(at).from("police").about(man).says(body);
    }

    private void handOver(String at, String from, HandOverStage stage, String to) {
        story.at(at)
                .from(from)
                .about(man)
                .to(to)
                .says(new HandOver(stage, HandOver.Handed.REGISTERED_PERSON));
    }

    private State state(String pack, String at) {
        return derived(at).registers().stream()
                .filter(e -> e.pack().equals(pack))
                .map(RegisterEntry::state)
                .findFirst()
                .orElseThrow();
    }

    private Derived derived(String at) {
        return derivation.derive(story.situation(man, at));
    }

    /** Clocks of the register of the order that somebody owes. */
    private List<String> open(String at) {
        return derived(at).duties().stream()
                .filter(d -> d.state().open() && d.clock().value().startsWith("register."))
                .map(d -> d.clock().value())
                .toList();
    }

    private List<String> owners(String clock, String at) {
        return derived(at).duties().stream()
                .filter(d -> d.clock().value().equals(clock) && d.state().open())
                .flatMap(d -> d.owedBy().stream())
                .map(Recipient::text)
                .distinct()
                .toList();
    }
}
