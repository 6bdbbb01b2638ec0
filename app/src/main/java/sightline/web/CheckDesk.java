package sightline.web;

import sightline.alerts.DutyRow;
import sightline.checks.Asked;
import sightline.checks.Checks;
import sightline.checks.ForDesk;
import sightline.core.checks.Checked.Words;
import sightline.core.checks.SourceAnswer;
import sightline.core.checks.Touchpoint;
import sightline.core.kernel.FactId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.RuleId;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the desk reads on the duty to ring whoever checked somebody: who asked and what they were
 * told, and why, which they were not.
 */
final class CheckDesk {
    private static final String CLOCK = "check.ring";

    private final Visit visit;
    private final Checks checks;

    CheckDesk(Visit visit, Checks checks) {
        this.visit = visit;
        this.checks = checks;
    }

    /** The check from which the duty runs; nothing of any other duty. */
    List<Definition> of(DutyRow duty) {
        if (!duty.clock().equals(CLOCK)) {
            return List.of();
        }
        return fact(duty).flatMap(checks::forDesk).map(this::definitions).orElse(List.of());
    }

    private static Optional<FactId> fact(DutyRow duty) {
        String start = duty.key().substring(CLOCK.length() + 1);
        try {
            return Optional.of(FactId.parse(start));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private List<Definition> definitions(ForDesk desk) {
        Asked asked = desk.asked();
        List<Definition> all = new ArrayList<>();
        all.add(
                Definition.of(
                        "Who checked",
                        visit.agency(asked.agency()),
                        by(asked) + Wording.startingMoment(asked.at(), visit.today())));
        all.add(
                Definition.of(
                        "Check",
                        asked.number(),
                        "their reference " + asked.reference() + "; they say this number"));
        all.add(
                Definition.of(
                        "At",
                        checks.pack()
                                .of(asked.touchpoint())
                                .map(Touchpoint::title)
                                .orElse(asked.touchpoint())));
        all.add(Definition.of("They were told", told(asked), "never why"));
        desk.causes().forEach(c -> all.add(cause(c)));
        if (desk.causes().isEmpty()) {
            all.add(Definition.of("Why", "There was no answer. Missing: " + missing(asked)));
        }
        return all;
    }

    private String by(Asked asked) {
        return asked.by().startsWith("system:") ? "" : visit.person(asked.by()) + ", ";
    }

    private static String told(Asked asked) {
        return asked.words() == Words.COULD_NOT_CHECK
                ? "Could not check: ring"
                : "Carry on; ring before you go on";
    }

    private Definition cause(ForDesk.Cause cause) {
        String value = cause.rule().value() + ": " + title(cause.rule());
        return new Definition(
                cause.doubt() ? "Perhaps" : "Why",
                value,
                cause.doubt()
                        ? "if somebody named is whom they may be: compare the records first"
                        : "as the check described it",
                new Link(
                        "Open the record that it is about",
                        "/children/" + cause.subject().value(),
                        ""));
    }

    private static String title(RuleId id) {
        return Catalogue.rules().stream()
                .filter(r -> r.id().equals(id))
                .map(r -> r.card().title())
                .findFirst()
                .orElse("");
    }

    private static String missing(Asked asked) {
        String names =
                asked.sources().stream()
                        .filter(s -> !s.answered())
                        .map(SourceAnswer::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "not everybody could be looked at" : names;
    }
}
