package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.VictimTie;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Convictions of every shape, judged beside a table that was written down from the handbook's list,
 * and those among them that are one difference away from being violence against a child.
 */
final class ClassificationNearMissesTest {
    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);

    /** Domain handbook 3.7: against a child whoever the victim is. */
    private static final Set<String> ALWAYS =
            Set.of(
                    "INFANTICIDE",
                    "CAUSING_DEATH_OR_HARM_TO_CHILD",
                    "CHILD_CRUELTY",
                    "ABANDONMENT",
                    "ABDUCTION");

    /** The same: by the victim's age. */
    private static final Set<String> BY_AGE =
            Set.of(
                    "MURDER",
                    "MANSLAUGHTER",
                    "KIDNAP",
                    "WOUNDING_WITH_INTENT",
                    "WOUNDING",
                    "ACTUAL_BODILY_HARM",
                    "COMMON_ASSAULT",
                    "STRANGULATION",
                    "THREATS_TO_KILL",
                    "SEXUAL",
                    "FGM",
                    "OTHER_VIOLENCE");

    /** Classes of the Home Office, what they were on the day; "" for a class of another time. */
    private static final Map<String, String> CLASSES =
            Map.of("1/2", "ALWAYS", "11A", "ALWAYS", "8N", "BY_AGE", "8G", "", "99/9", "");

    private static final Set<VictimTie> CHILD_TIES =
            EnumSet.of(VictimTie.OTHER_CHILD, VictimTie.CHILD_IN_CARE_OF);

    /**
     * What a record may look like to whoever classes it: everything that it turns on, once each.
     *
     * @param number the class, where the group says nothing
     * @param age one of each age group that may be told, and both sides of 18
     */
    private record Shape(
            OffenceGroup group,
            Optional<String> number,
            Optional<OffenceGroup> charge,
            Optional<Integer> age,
            Optional<VictimTie> tie) {
        Conviction conviction() {
            return new Conviction(
                    new Offence("as recorded", Optional.empty(), number, group, age, tie),
                    charge.map(c ->
                            new Offence(
                                    "as charged",
                                    Optional.empty(),
                                    Optional.empty(),
                                    c,
                                    Optional.empty(),
                                    Optional.empty())),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        Verdict verdict() {
            return ViolenceAgainstChild.of(conviction(), DAY);
        }

        /** By the table, and by nothing of what is tested. */
        Class<? extends Verdict> expected() {
            List<String> kinds =
                    Stream.concat(Stream.of(found()), charge.stream().map(c -> kind(c.name())))
                            .toList();
            boolean byAge = kinds.contains("BY_AGE");
            boolean child =
                    age.map(a -> a <= 17).orElse(tie.filter(CHILD_TIES::contains).isPresent());
            if (kinds.contains("ALWAYS") || (byAge && child)) {
                return Verdict.Yes.class;
            }
            return byAge && age.isEmpty() ? Verdict.Unknown.class : Verdict.No.class;
        }

        private String found() {
            return number.map(n -> CLASSES.getOrDefault(n, "")).orElseGet(() -> kind(group.name()));
        }

        private static String kind(String group) {
            return ALWAYS.contains(group) ? "ALWAYS" : BY_AGE.contains(group) ? "BY_AGE" : "";
        }
    }

    private static Set<Shape> shapes() {
        List<Optional<Integer>> ages =
                Stream.concat(
                                Stream.of(Optional.<Integer>empty()),
                                Stream.of(0, 4, 9, 17, 18, 40).map(Optional::of))
                        .toList();
        List<Optional<VictimTie>> ties =
                List.of(
                        Optional.empty(),
                        Optional.of(VictimTie.OWN_CHILD),
                        Optional.of(VictimTie.CHILD_IN_CARE_OF),
                        Optional.of(VictimTie.PARTNER));
        List<Optional<OffenceGroup>> charges =
                Stream.concat(
                                Stream.of(Optional.<OffenceGroup>empty()),
                                Stream.of(
                                                OffenceGroup.CHILD_CRUELTY,
                                                OffenceGroup.WOUNDING,
                                                OffenceGroup.ROBBERY)
                                        .map(Optional::of))
                        .toList();
        Set<Shape> all = new LinkedHashSet<>();
        for (Optional<OffenceGroup> charge : charges) {
            for (Optional<Integer> age : ages) {
                for (Optional<VictimTie> tie : ties) {
                    Arrays.stream(OffenceGroup.values())
                            .forEach(
                                    g -> all.add(new Shape(g, Optional.empty(), charge, age, tie)));
                    CLASSES.keySet()
                            .forEach(n ->
                                    all.add(
                                            new Shape(
                                                    OffenceGroup.OTHER,
                                                    Optional.of(n),
                                                    charge,
                                                    age,
                                                    tie)));
                }
            }
        }
        return all;
    }

    @Test
    void everyShapeIsClassedAsTheTableHasIt() {
        for (Shape shape : shapes()) {
            assertThat(shape.verdict()).as("%s", shape).isInstanceOf(shape.expected());
        }
    }

    @Test
    void moreThanTwoHundredShapesAreOneDifferenceAwayAndNoneOfThemIsAYes() {
        Set<Shape> misses = new HashSet<>();
        for (Shape shape : shapes()) {
            boolean near =
                    WhatWouldChange.of(shape.conviction(), DAY).stream()
                            .anyMatch(d -> d.then().yes());
            if (near && shape.expected() != Verdict.Yes.class) {
                assertThat(shape.verdict().yes()).as("%s", shape).isFalse();
                misses.add(shape);
            }
        }
        Set<OffenceGroup> groups = EnumSet.noneOf(OffenceGroup.class);
        misses.forEach(m -> groups.add(m.group()));

        assertThat(misses).hasSizeGreaterThanOrEqualTo(200);
        assertThat(groups).as("every group but those that are against a child always").hasSize(22);
    }

    @Test
    void whatIsSaidToChangeTheAnswerDoesChangeIt() {
        for (Shape shape : shapes()) {
            List<WhatWouldChange.Difference> all = WhatWouldChange.of(shape.conviction(), DAY);
            assertThat(all).as("%s", shape).isNotEmpty();
            for (WhatWouldChange.Difference each : all) {
                assertThat(ViolenceAgainstChild.of(each.record(), each.day()))
                        .as("%s, if %s", shape, each.says())
                        .isNotInstanceOf(shape.verdict().getClass());
            }
        }
    }

    @Test
    void itIsSaidOfThisRecordAndNotOfEveryYesOrNo() {
        assertThat(words(OffenceGroup.WOUNDING, Optional.of(0), Optional.empty()))
                .isEqualTo(
                        "It would not be violence against a child if the victim, recorded as a baby"
                                + " under 1, was 18 or older on the day of the offence; or if the"
                                + " offence, recorded as wounding, was none of violence, sexual"
                                + " harm or cruelty. A conviction that an appeal quashes counts for"
                                + " nothing.");
        assertThat(words(OffenceGroup.DRIVING, Optional.of(4), Optional.empty()))
                .contains("if the offence, recorded as a driving offence, was one of violence")
                .contains("pleaded down, as one of violence or sexual harm")
                .contains("The victim’s age alone, whatever it was, would change nothing.");
        assertThat(words(OffenceGroup.WOUNDING, Optional.of(40), Optional.empty()))
                .contains("if the victim, recorded as an adult, was under 18 on the day")
                .doesNotContain("alone");
        assertThat(words(OffenceGroup.DRIVING, Optional.of(40), Optional.of(OffenceGroup.WOUNDING)))
                .contains("the first charge, recorded as wounding, was one against children");
        assertThat(
                        words(
                                OffenceGroup.CHILD_CRUELTY,
                                Optional.of(4),
                                Optional.of(OffenceGroup.ABANDONMENT)))
                .contains("neither the offence, recorded as cruelty to a child, nor the first")
                .contains("The victim’s age alone");
        Set<String> sentences = new HashSet<>();
        shapes().forEach(s -> sentences.add(WhatWouldChange.inWords(s.conviction(), DAY)));
        assertThat(sentences).hasSizeGreaterThan(300);
    }

    @Test
    void aClassOfOtherYearsSaysInWhichItStood() {
        Shape old =
                new Shape(
                        OffenceGroup.OTHER,
                        Optional.of("8G"),
                        Optional.empty(),
                        Optional.of(9),
                        Optional.empty());

        assertThat(WhatWouldChange.inWords(old.conviction(), DAY))
                .contains("if the offence was committed by 31 March 2015, when class 8G stood")
                .contains("the offence, recorded as class 8G, was one of violence");
    }

    private static String words(
            OffenceGroup group, Optional<Integer> age, Optional<OffenceGroup> charge) {
        return WhatWouldChange.inWords(
                new Shape(group, Optional.empty(), charge, age, Optional.empty()).conviction(),
                DAY);
    }
}
