package sightline.checks;

import sightline.core.checks.Cause;
import sightline.core.checks.Checked;
import sightline.core.checks.Involved;
import sightline.core.checks.SourceAnswer;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Words;
import sightline.core.screening.Matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer rests on, in words for somebody who may know who is involved and nothing of any
 * case. People are called as the check numbers them. An alert is named only to an agency that it
 * was put before.
 */
final class CheckSteps {
    private static final String SIGHTLINE = "Sightline";

    private final Directory directory;
    private final AgencyId asker;
    private final Optional<Named> named;
    private final LocalDate today;

    CheckSteps(Directory directory, AgencyId asker, Optional<Named> named, LocalDate today) {
        this.directory = directory;
        this.asker = asker;
        this.named = named;
        this.today = today;
    }

    Asked.Said of(Checked checked) {
        Set<Asked.Step> steps = new LinkedHashSet<>();
        checked.causes().forEach(c -> steps.add(cause(c)));
        checked.doubts().forEach(c -> steps.add(doubt(c)));
        checked.involved().forEach(i -> steps.add(involved(i)));
        checked.sources().stream().filter(s -> !s.answered()).forEach(s -> steps.add(missing(s)));
        if (checked.unsure()) {
            steps.add(
                    new Asked.Step(
                            "Not everybody could be looked at: do not read this as nothing known.",
                            SIGHTLINE,
                            Certainty.NOT_KNOWN.word()));
        }
        if (steps.isEmpty()) {
            steps.add(
                    new Asked.Step(
                            "No known risk is recorded by the sources that answered.",
                            SIGHTLINE,
                            Certainty.CONFIRMED.word()));
        }
        return new Asked.Said(checked.outcome(), new ArrayList<>(steps));
    }

    private Asked.Step cause(Cause cause) {
        String what =
                cause.told().contains(asker)
                        ? "Alert %s concerns %s: your agency is told of it."
                                .formatted(cause.reference(), who(cause.subject()))
                        : "An alert concerns %s. Ring before you go on."
                                .formatted(who(cause.subject()));
        return new Asked.Step(what, SIGHTLINE, cause.certainty().word());
    }

    private Asked.Step doubt(Cause cause) {
        return new Asked.Step(
                "%s may be somebody whom an alert would concern: a person must compare the records. Ring."
                        .formatted(Words.capital(who(cause.subject()))),
                SIGHTLINE,
                Certainty.POSSIBLE.word());
    }

    private Asked.Step involved(Involved involved) {
        String child = who(involved.child());
        String what =
                switch (involved.matter()) {
                    case PROTECTION_PLAN -> "A child protection plan is in force for " + child;
                    case LOOKED_AFTER -> Words.capital(child) + " is looked after";
                    case PROCEEDINGS,
                            ENQUIRY,
                            POLICE_INVESTIGATION,
                            IN_NEED_PLAN,
                            REFERRAL,
                            ALERT ->
                            "Work is under way with " + child;
                };
        return new Asked.Step(
                what + ".", directory.title(involved.agency(), today), certainty(involved));
    }

    private static String certainty(Involved involved) {
        return involved.matter() == Matter.Kind.REFERRAL
                ? Certainty.LIKELY.word()
                : Certainty.CONFIRMED.word();
    }

    private static Asked.Step missing(SourceAnswer source) {
        String why =
                switch (source.state()) {
                    case ANSWERED -> "answered";
                    case STALE -> "last answered for an earlier time than it promises";
                    case INCOMPLETE -> "has messages missing";
                    case DOWN -> "did not answer";
                    case NOT_CONNECTED -> "is not connected here";
                };
        return new Asked.Step(
                "This source %s: do not read its silence as nothing known.".formatted(why),
                source.name(),
                Certainty.NOT_KNOWN.word());
    }

    /** As the check numbers them; a child who is not named is "a child in this home". */
    private String who(PersonId person) {
        return named.flatMap(n -> number(n, person))
                .map(i -> "person " + i)
                .orElse("a child of this home or family who is not named");
    }

    private static Optional<Integer> number(Named named, PersonId person) {
        List<SourceRecord> records = named.records();
        for (int i = 0; i < records.size(); i++) {
            if (person.equals(named.people().get(records.get(i)))) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
