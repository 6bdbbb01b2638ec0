package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.core.chronology.Plainly;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageRef;
import sightline.web.view.chart.BodyMap;
import sightline.web.view.chart.BodySite;
import sightline.web.view.chart.SwimLanes;
import sightline.web.view.chart.SwimLanes.Kind;
import sightline.web.view.page.Marks;
import sightline.web.view.part.Link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entries of a record as pictures, each drawn from the rows of its list. */
final class EntriesDrawing {
    private static final int MONTHS = 12;

    private final Visit visit;
    private final CoverageParts coverage;
    private final List<Fact> facts;

    EntriesDrawing(Visit visit, CoverageParts coverage, List<Fact> facts) {
        this.visit = visit;
        this.coverage = coverage;
        this.facts = List.copyOf(facts);
    }

    /** One lane an agency, over the last twelve months. */
    SwimLanes lanes() {
        LocalDate to = visit.today().plusDays(1);
        LocalDate from = to.minusMonths(MONTHS);
        Map<AgencyId, List<SwimLanes.Entry>> lanes = new TreeMap<>();
        Set<MessageRef> answered = answered();
        for (Fact fact : facts) {
            LocalDate day = day(fact);
            if (isEvent(fact) && !day.isBefore(from) && !day.isAfter(to)) {
                lanes.computeIfAbsent(fact.source(), _ -> new ArrayList<>())
                        .add(
                                new SwimLanes.Entry(
                                        "l" + Wording.anchor(fact.id().text()),
                                        kind(fact, answered),
                                        day,
                                        Wording.capital(fact.times().happened().inWords()),
                                        Wording.capital(Plainly.said(fact))));
            }
        }
        return SwimLanes.draw(
                "What each agency recorded in the last 12 months",
                from,
                to,
                lanes.entrySet().stream()
                        .map(e ->
                                new SwimLanes.Lane(
                                        visit.agency(e.getKey()),
                                        "",
                                        coverage.state(e.getKey()),
                                        e.getValue()))
                        .toList());
    }

    static boolean isEvent(Fact fact) {
        return !(fact.body() instanceof SystemBody)
                && !(fact.body() instanceof PersonBody.Person)
                && !(fact.body() instanceof PersonBody.Relationship)
                && !(fact.body() instanceof PersonBody.Residence);
    }

    static LocalDate day(Fact fact) {
        return fact.times()
                .happened()
                .earliest()
                .orElseGet(() -> sightline.core.kernel.London.day(fact.times().recorded()));
    }

    private Set<MessageRef> answered() {
        return facts.stream()
                .filter(f ->
                        f.body() instanceof CareBody.ReferralDecision
                                || f.body() instanceof CareBody.ReferralAgreed)
                .flatMap(f -> f.references().regarding().stream())
                .collect(Collectors.toSet());
    }

    private static Kind kind(Fact fact, Set<MessageRef> answered) {
        return switch (fact.body()) {
            case HealthBody.InjuryObserved _ -> Kind.INJURY;
            case HealthBody.Appointment a when a.outcome().name().contains("NOT_BROUGHT") ->
                    Kind.NOT_BROUGHT;
            case CareBody.Referral _ ->
                    answered.contains(fact.id().message())
                            ? Kind.REFERRAL_ANSWERED
                            : Kind.REFERRAL_UNANSWERED;
            case CareBody.StrategyDiscussion _,
                    CareBody.StrategyDecidedOn _,
                    CareBody.Enquiry _,
                    CareBody.Conference _,
                    CareBody.Plan _,
                    CareBody.CoreGroup _,
                    CareBody.Meeting _,
                    CareBody.CaseClosed _ ->
                    Kind.MEETING;
            default -> Kind.CONTACT;
        };
    }

    /**
     * Every mark on the body, oldest first; null when none is readable.
     *
     * @param whose how sure it is that an entry is about the child
     * @param all where every injury stands
     */
    @Nullable Marks marks(
            String heading,
            long ageMonths,
            Function<Fact, sightline.core.kernel.Certainty> whose,
            Link all) {
        List<Marks.Row> rows = new ArrayList<>();
        List<BodyMap.Row> drawn = new ArrayList<>();
        for (Fact fact :
                facts.stream().sorted(Comparator.comparing(EntriesDrawing::day)).toList()) {
            if (fact.body() instanceof HealthBody.InjuryObserved injury) {
                List<HealthBody.Mark> marks = injury.marks();
                for (int i = 0; i < Math.max(1, marks.size()); i++) {
                    mark(
                            fact,
                            injury,
                            marks.isEmpty() ? null : marks.get(i),
                            i,
                            whose,
                            rows,
                            drawn);
                }
            }
        }
        if (rows.isEmpty()) {
            return null;
        }
        return new Marks(
                heading + " (" + rows.size() + ")",
                "Each mark as it was recorded",
                "Left and right are the child’s own. The explanation is kept apart from what was seen.",
                all,
                BodyMap.draw("Where marks were seen", BodyMap.Figure.at(ageMonths), drawn),
                rows);
    }

    private void mark(
            Fact fact,
            HealthBody.InjuryObserved injury,
            HealthBody.@Nullable Mark mark,
            int index,
            Function<Fact, sightline.core.kernel.Certainty> whose,
            List<Marks.Row> rows,
            List<BodyMap.Row> drawn) {
        String id = "m" + Wording.anchor(fact.id().text() + "/" + index);
        String number = String.valueOf(rows.size() + 1);
        String what = mark == null ? "Injury, place not recorded" : what(mark);
        rows.add(
                new Marks.Row(
                        id,
                        number,
                        Wording.capital(fact.times().happened().inWords()),
                        what,
                        index == 0 ? visit.agency(fact.source()) : like(rows.size() + 1 - index),
                        index == 0
                                ? "Received "
                                        + Wording.moment(fact.times().received(), visit.today())
                                : "",
                        index == 0 ? explanation(injury) : like(rows.size() + 1 - index),
                        index == 0 ? opinions(fact) : like(rows.size() + 1 - index),
                        Wording.certainty(whose.apply(fact))));
        drawn.add(
                new BodyMap.Row(
                        id,
                        number,
                        mark == null ? BodySite.NOT_RECORDED : site(mark.site()),
                        mark == null ? BodyMap.Side.MIDDLE : side(mark.side()),
                        true,
                        "Mark " + number + ": " + what));
    }

    private static String like(int first) {
        return "As mark " + first;
    }

    private static String explanation(HealthBody.InjuryObserved injury) {
        return injury.accounts().isEmpty()
                ? "None recorded"
                : injury.accounts().stream()
                        .map(EntriesDrawing::account)
                        .collect(Collectors.joining("; then "));
    }

    private static String kind(HealthBody.Mark mark) {
        String kind = Wording.code(mark.kind().name());
        return mark.count() > 1 ? kind : Wording.capital(kind);
    }

    static String what(HealthBody.Mark mark) {
        String site = Wording.code(mark.site().name());
        return (mark.count() > 1 ? mark.count() + " × " : "")
                + kind(mark)
                + ", "
                + switch (mark.side()) {
                    case LEFT -> "left " + site;
                    case RIGHT -> "right " + site;
                    case BOTH -> site + ", both sides";
                    case MIDLINE, NOT_RECORDED -> site;
                }
                + mark.sizeMillimetres().map(s -> ", " + s + " mm").orElse("");
    }

    private static String account(HealthBody.Account account) {
        return account.words()
                .map(w -> "“" + w.value() + "”")
                .or(() -> account.mechanism().map(m -> Wording.code(m.name())))
                .orElse("Words not recorded");
    }

    /** Medical opinions that name the entry, else that none was recorded. */
    private String opinions(Fact injury) {
        String found =
                facts.stream()
                        .filter(f -> f.references().regarding().contains(injury.id().message()))
                        .filter(f -> f.body() instanceof HealthBody.MedicalOpinion)
                        .map(f -> Plainly.said(f).replaceFirst("^[Mm]edical opinion: ", ""))
                        .map(Wording::capital)
                        .collect(Collectors.joining("; "));
        return found.isEmpty() ? "None recorded" : found;
    }

    static BodyMap.Side side(HealthBody.Side side) {
        return switch (side) {
            case LEFT -> BodyMap.Side.LEFT;
            case RIGHT -> BodyMap.Side.RIGHT;
            case MIDLINE, BOTH, NOT_RECORDED -> BodyMap.Side.MIDDLE;
        };
    }

    static BodySite site(HealthBody.Site site) {
        return switch (site) {
            case SCALP, HEAD, SKULL -> BodySite.TOP_OF_HEAD;
            case FOREHEAD -> BodySite.FOREHEAD;
            case TEMPLE -> BodySite.TEMPLE;
            case EYE_AREA, EYEBROW, EYELID, WHITE_OF_EYE -> BodySite.EYE;
            case EAR -> BodySite.EAR;
            case BEHIND_EAR, BACK_OF_HEAD -> BodySite.BACK_OF_HEAD;
            case NOSE, BRIDGE_OF_NOSE -> BodySite.NOSE;
            case CHEEK, FACE -> BodySite.CHEEK;
            case JAW_ANGLE -> BodySite.JAW;
            case CHIN -> BodySite.CHIN;
            case LIP -> BodySite.LIP;
            case MOUTH, FRENULUM, TONGUE, GUMS -> BodySite.INSIDE_MOUTH;
            case NECK -> BodySite.NECK;
            case NAPE -> BodySite.NAPE;
            case SHOULDER, COLLARBONE -> BodySite.SHOULDER;
            case CHEST, BREASTBONE, ARMPIT -> BodySite.CHEST;
            case ABDOMEN, TORSO -> BodySite.ABDOMEN;
            case RIB, FLANK -> BodySite.SIDE_OF_TRUNK;
            case BACK, UPPER_BACK, SHOULDER_BLADE -> BodySite.UPPER_BACK;
            case LOWER_BACK -> BodySite.LOWER_BACK;
            case BUTTOCK, ANUS -> BodySite.BUTTOCK;
            case GENITALS, GROIN -> BodySite.GENITALS;
            case UPPER_ARM, ARM -> BodySite.UPPER_ARM;
            case ELBOW -> BodySite.ELBOW;
            case FOREARM -> BodySite.FOREARM;
            case WRIST -> BodySite.WRIST;
            case HAND, PALM, FINGER -> BodySite.HAND;
            case BACK_OF_HAND -> BodySite.BACK_OF_HAND;
            case HIP, THIGH, INNER_THIGH, LEG -> BodySite.THIGH;
            case BACK_OF_THIGH -> BodySite.BACK_OF_THIGH;
            case KNEE -> BodySite.KNEE;
            case SHIN -> BodySite.SHIN;
            case CALF, BACK_OF_KNEE -> BodySite.CALF;
            case ANKLE -> BodySite.ANKLE;
            case FOOT, TOE -> BodySite.FOOT;
            case HEEL, SOLE -> BodySite.HEEL;
            case NOT_RECORDED -> BodySite.NOT_RECORDED;
        };
    }
}
