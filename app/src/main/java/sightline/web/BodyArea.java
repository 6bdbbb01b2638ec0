package sightline.web;

import static sightline.core.facts.HealthBody.Site.ABDOMEN;
import static sightline.core.facts.HealthBody.Site.ANKLE;
import static sightline.core.facts.HealthBody.Site.ANUS;
import static sightline.core.facts.HealthBody.Site.ARM;
import static sightline.core.facts.HealthBody.Site.ARMPIT;
import static sightline.core.facts.HealthBody.Site.BACK;
import static sightline.core.facts.HealthBody.Site.BACK_OF_HAND;
import static sightline.core.facts.HealthBody.Site.BACK_OF_HEAD;
import static sightline.core.facts.HealthBody.Site.BACK_OF_KNEE;
import static sightline.core.facts.HealthBody.Site.BACK_OF_THIGH;
import static sightline.core.facts.HealthBody.Site.BEHIND_EAR;
import static sightline.core.facts.HealthBody.Site.BREASTBONE;
import static sightline.core.facts.HealthBody.Site.BRIDGE_OF_NOSE;
import static sightline.core.facts.HealthBody.Site.BUTTOCK;
import static sightline.core.facts.HealthBody.Site.CALF;
import static sightline.core.facts.HealthBody.Site.CHEEK;
import static sightline.core.facts.HealthBody.Site.CHEST;
import static sightline.core.facts.HealthBody.Site.CHIN;
import static sightline.core.facts.HealthBody.Site.COLLARBONE;
import static sightline.core.facts.HealthBody.Site.EAR;
import static sightline.core.facts.HealthBody.Site.ELBOW;
import static sightline.core.facts.HealthBody.Site.EYEBROW;
import static sightline.core.facts.HealthBody.Site.EYELID;
import static sightline.core.facts.HealthBody.Site.EYE_AREA;
import static sightline.core.facts.HealthBody.Site.FACE;
import static sightline.core.facts.HealthBody.Site.FINGER;
import static sightline.core.facts.HealthBody.Site.FLANK;
import static sightline.core.facts.HealthBody.Site.FOOT;
import static sightline.core.facts.HealthBody.Site.FOREARM;
import static sightline.core.facts.HealthBody.Site.FOREHEAD;
import static sightline.core.facts.HealthBody.Site.FRENULUM;
import static sightline.core.facts.HealthBody.Site.GENITALS;
import static sightline.core.facts.HealthBody.Site.GROIN;
import static sightline.core.facts.HealthBody.Site.GUMS;
import static sightline.core.facts.HealthBody.Site.HAND;
import static sightline.core.facts.HealthBody.Site.HEAD;
import static sightline.core.facts.HealthBody.Site.HEEL;
import static sightline.core.facts.HealthBody.Site.HIP;
import static sightline.core.facts.HealthBody.Site.INNER_THIGH;
import static sightline.core.facts.HealthBody.Site.JAW_ANGLE;
import static sightline.core.facts.HealthBody.Site.KNEE;
import static sightline.core.facts.HealthBody.Site.LEG;
import static sightline.core.facts.HealthBody.Site.LIP;
import static sightline.core.facts.HealthBody.Site.LOWER_BACK;
import static sightline.core.facts.HealthBody.Site.MOUTH;
import static sightline.core.facts.HealthBody.Site.NAPE;
import static sightline.core.facts.HealthBody.Site.NECK;
import static sightline.core.facts.HealthBody.Site.NOSE;
import static sightline.core.facts.HealthBody.Site.NOT_RECORDED;
import static sightline.core.facts.HealthBody.Site.PALM;
import static sightline.core.facts.HealthBody.Site.RIB;
import static sightline.core.facts.HealthBody.Site.SCALP;
import static sightline.core.facts.HealthBody.Site.SHIN;
import static sightline.core.facts.HealthBody.Site.SHOULDER;
import static sightline.core.facts.HealthBody.Site.SHOULDER_BLADE;
import static sightline.core.facts.HealthBody.Site.SKULL;
import static sightline.core.facts.HealthBody.Site.SOLE;
import static sightline.core.facts.HealthBody.Site.TEMPLE;
import static sightline.core.facts.HealthBody.Site.THIGH;
import static sightline.core.facts.HealthBody.Site.TOE;
import static sightline.core.facts.HealthBody.Site.TONGUE;
import static sightline.core.facts.HealthBody.Site.TORSO;
import static sightline.core.facts.HealthBody.Site.UPPER_ARM;
import static sightline.core.facts.HealthBody.Site.UPPER_BACK;
import static sightline.core.facts.HealthBody.Site.WHITE_OF_EYE;
import static sightline.core.facts.HealthBody.Site.WRIST;

import sightline.core.facts.HealthBody.Site;
import sightline.web.view.chart.BodyMap;
import sightline.web.view.chart.BodyMap.Side;
import sightline.web.view.chart.BodySite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parts of the body by which a form lists the regions of a body map, each under a letter. */
enum BodyArea {
    A(
            "Head",
            List.of(SCALP, FOREHEAD, TEMPLE, BACK_OF_HEAD, SKULL, EAR, BEHIND_EAR, HEAD),
            at(BodySite.TOP_OF_HEAD, Side.MIDDLE),
            at(BodySite.BACK_OF_HEAD, Side.MIDDLE)),
    B(
            "Face",
            List.of(
                    EYEBROW,
                    EYE_AREA,
                    EYELID,
                    WHITE_OF_EYE,
                    BRIDGE_OF_NOSE,
                    NOSE,
                    CHEEK,
                    JAW_ANGLE,
                    CHIN,
                    FACE),
            at(BodySite.CHEEK, Side.RIGHT)),
    C("Mouth", List.of(LIP, FRENULUM, TONGUE, GUMS, MOUTH), at(BodySite.LIP, Side.MIDDLE)),
    D(
            "Neck and shoulder",
            List.of(NECK, NAPE, COLLARBONE, SHOULDER),
            at(BodySite.NECK, Side.LEFT),
            at(BodySite.NAPE, Side.MIDDLE)),
    E(
            "Chest, belly and side",
            List.of(BREASTBONE, CHEST, ARMPIT, RIB, FLANK, ABDOMEN, TORSO),
            at(BodySite.ABDOMEN, Side.RIGHT)),
    F(
            "Back",
            List.of(SHOULDER_BLADE, UPPER_BACK, LOWER_BACK, BACK),
            at(BodySite.UPPER_BACK, Side.MIDDLE)),
    G(
            "Where a nappy covers",
            List.of(GROIN, GENITALS, ANUS, BUTTOCK, HIP),
            at(BodySite.GENITALS, Side.MIDDLE),
            at(BodySite.BUTTOCK, Side.RIGHT)),
    H("Arm", List.of(UPPER_ARM, ELBOW, FOREARM, WRIST, ARM), at(BodySite.UPPER_ARM, Side.RIGHT)),
    J(
            "Hand",
            List.of(PALM, BACK_OF_HAND, FINGER, HAND),
            at(BodySite.HAND, Side.LEFT),
            at(BodySite.BACK_OF_HAND, Side.RIGHT)),
    K(
            "Leg",
            List.of(INNER_THIGH, BACK_OF_THIGH, THIGH, KNEE, BACK_OF_KNEE, SHIN, CALF, LEG),
            at(BodySite.KNEE, Side.RIGHT),
            at(BodySite.CALF, Side.LEFT)),
    L(
            "Foot",
            List.of(ANKLE, HEEL, SOLE, TOE, FOOT),
            at(BodySite.FOOT, Side.LEFT),
            at(BodySite.HEEL, Side.RIGHT)),
    M("No place", List.of(NOT_RECORDED));

    private final String heading;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Site> regions;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Letter> drawn;

    BodyArea(String heading, List<Site> regions, Letter... drawn) {
        this.heading = heading;
        this.regions = List.copyOf(regions);
        this.drawn = List.of(drawn);
    }

    /** Where its letter stands on the figures. */
    private record Letter(BodySite site, Side side) {}

    private static Letter at(BodySite site, Side side) {
        return new Letter(site, side);
    }

    String heading() {
        return heading;
    }

    List<Site> regions() {
        return regions;
    }

    /** Its letters, each leading to the first region of its list. */
    Stream<BodyMap.Row> letters(String firstId) {
        return drawn.stream()
                .map(l ->
                        new BodyMap.Row(
                                firstId,
                                name(),
                                l.site(),
                                l.side(),
                                false,
                                name() + ", " + heading + ": " + regions.size() + " regions"));
    }

    /** A region in words: a wide one is for whoever knows no more. */
    static String words(Site site) {
        return switch (site) {
            case FRENULUM -> "Frenulum, inside the lip";
            case JAW_ANGLE -> "Angle of the jaw";
            case SKULL -> "Skull bone";
            case HEAD, FACE, MOUTH, TORSO, BACK, ARM, HAND, LEG, FOOT ->
                    plain(site) + ", no nearer place known";
            case NOT_RECORDED -> "Its place is not known";
            default -> plain(site);
        };
    }

    private static String plain(Site site) {
        return Wording.capital(site.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
