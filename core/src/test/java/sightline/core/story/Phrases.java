package sightline.core.story;

import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.VictimTie;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody;
import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What agencies say in stories, with what the story does not care for filled in. */
public final class Phrases {
    private Phrases() {}

    public static Offence offence(
            String wording, OffenceGroup group, Optional<Integer> age, Optional<VictimTie> tie) {
        return new Offence(wording, Optional.empty(), Optional.empty(), group, age, tie);
    }

    /** Twelve months for breaking a baby's bones, under a title that does not say so. */
    public static Conviction hurtABaby() {
        return convicted(
                offence(
                        "grievous bodily harm",
                        OffenceGroup.WOUNDING,
                        Optional.of(0),
                        Optional.of(VictimTie.OWN_CHILD)));
    }

    /** Grievous bodily harm to a former partner. */
    public static Conviction hurtAFormerPartner() {
        return convicted(
                offence(
                        "grievous bodily harm",
                        OffenceGroup.WOUNDING,
                        Optional.of(27),
                        Optional.of(VictimTie.EX_PARTNER)));
    }

    /** A fight with a stranger. */
    public static Conviction hurtAStranger() {
        return convicted(
                offence(
                        "grievous bodily harm",
                        OffenceGroup.WOUNDING,
                        Optional.of(40),
                        Optional.of(VictimTie.STRANGER)));
    }

    public static Conviction convicted(Offence offence) {
        return new Conviction(
                offence,
                Optional.empty(),
                false,
                Optional.of(SentenceKind.CUSTODY),
                Optional.of(12));
    }

    public static Conviction cautioned(Offence offence) {
        return new Conviction(
                offence,
                Optional.empty(),
                true,
                Optional.of(SentenceKind.CAUTION),
                Optional.empty());
    }

    public static HealthBody.PregnancyBooked booking(String expected) {
        return new HealthBody.PregnancyBooked(Optional.of(LocalDate.parse(expected)), 1);
    }

    public static HealthBody.Birth birth() {
        return new HealthBody.Birth(List.of(), false);
    }

    public static PersonBody.Residence home() {
        return new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty());
    }

    public static HousingBody.HousingApplication application() {
        return new HousingBody.HousingApplication(Optional.empty());
    }

    public static PersonBody.Relationship tie(PersonBody.Tie tie) {
        return new PersonBody.Relationship(tie, Optional.empty(), false);
    }

    public static CareBody.CarerArranged carer(CareBody.CarerArranged.Arrangement arrangement) {
        return new CareBody.CarerArranged(arrangement, true);
    }

    public static CareBody.ReturnedHome returned() {
        return new CareBody.ReturnedHome(Optional.empty());
    }

    public static JusticeBody.RiskMarker marker(String setBy, String review) {
        return new JusticeBody.RiskMarker(
                true,
                Optional.of(setBy),
                Optional.of(new Text("assessed")),
                Optional.of(LocalDate.parse(review)));
    }

    public static JusticeBody.ArrangementAgreed agreed(boolean convictionKnown, String until) {
        return new JusticeBody.ArrangementAgreed(
                convictionKnown,
                Optional.empty(),
                Optional.of(LocalDate.parse(until)),
                Optional.empty(),
                JusticeBody.ArrangementAgreed.ArrangementStage.AGREED);
    }

    public static SharedBody.Note note() {
        return new SharedBody.Note(new Text("seen"));
    }

    public static SharedBody.Retraction takesBack() {
        return new SharedBody.Retraction(Optional.empty());
    }

    public static SharedBody.FactDisputed disputes() {
        return new SharedBody.FactDisputed(new Text("not so"), Optional.empty());
    }
}
