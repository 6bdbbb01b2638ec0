package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.directory.Area;
import sightline.core.kernel.AreaId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Parameters;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleNumber;
import sightline.core.screening.RuleSettings;
import sightline.core.screening.Situation;
import sightline.screening.RuleChange;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How pages speak of what an area sets of the rules. */
final class RuleWords {
    private RuleWords() {}

    /**
     * Whether an area may set it: rules of the register are the packs', and reviews are no choice.
     */
    static boolean settable(Rule rule) {
        return rule.id().value().startsWith("AL-");
    }

    static String area(Visit visit, AreaId area) {
        return visit.directory().area(area).map(Area::name).orElse(area.value());
    }

    static String by(Visit visit, Instant when, String who) {
        return Wording.startingMoment(when, visit.today()) + " by " + visit.person(who);
    }

    /** "switched off", "as its card says", "months 18 instead of 12". */
    static String said(RuleChange change) {
        if (!change.raises()) {
            return "switched off";
        }
        List<String> said = new ArrayList<>();
        for (RuleNumber number : numbers(change)) {
            if (change.numbers().containsKey(number.name())) {
                said.add(
                        "%s: %d instead of %d"
                                .formatted(
                                        lower(number.words()),
                                        change.numbers().get(number.name()),
                                        number.usual()));
            }
        }
        return said.isEmpty() ? "as its card says" : String.join("; ", said);
    }

    private static List<RuleNumber> numbers(RuleChange change) {
        return Catalogue.rules().stream()
                .filter(r -> r.id().equals(change.rule()))
                .flatMap(r -> r.numbers().stream())
                .toList();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /** A number as an area has it: "18 (usually 12)". */
    static String value(RuleNumber number, Map<String, Integer> set) {
        int value = set.getOrDefault(number.name(), number.usual());
        return value == number.usual()
                ? String.valueOf(value)
                : "%d (usually %d)".formatted(value, number.usual());
    }

    /** The rules that are off where the child lives: their silence means nothing. */
    static List<SourceFailed> off(Visit visit, Child child, RuleSettings rules) {
        if (rules.all().isEmpty()) {
            return List.of();
        }
        return new Situation(
                        child.family().around(), visit.now(), visit.directory(), Parameters.DEFAULT)
                .recipients().area().stream()
                        .flatMap(area ->
                                Catalogue.rules().stream()
                                        .flatMap(r -> rules.current(area, r.id()).stream()))
                        .filter(set -> !set.on())
                        .map(set ->
                                new SourceFailed(
                                        "what rule " + set.rule() + " would raise",
                                        "since " + Wording.moment(set.from(), visit.today()),
                                        "It is switched off here. Its page in Rules says who decided that, and why."))
                        .toList();
    }

    static Tag stage(RuleChange.Stage stage) {
        return switch (stage) {
            case BEING_WORKED_OUT -> new Tag("Being worked out", Tone.NEUTRAL);
            case WAITS -> new Tag("Waits for a second person", Tone.AMBER);
            case REFUSED -> new Tag("Refused", Tone.RED);
            case APPROVED -> new Tag("Approved", Tone.GREEN);
            case IN_FORCE -> new Tag("Was put in force", Tone.GREEN);
        };
    }
}
