package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.household.Individual;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.KnownRisk.Limb;
import sightline.core.screening.NamedPerson.Hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-02 for somebody named around the subject who may be one on record: their records are alike,
 * and nobody has decided. Social care and the register keeper are told that much, and what would
 * settle it. What is on record of the other, where and by whom, is for whoever decides.
 */
final class PossiblePerson {
    static final String ITEM = "possible";

    private static final List<Text> NOT_SHOWN =
            List.of(
                    new Text("It does not say that the two are one person."),
                    new Text("It does not say that anyone has harmed this child."));

    private static final Sharing SHARING =
            new Sharing(
                    List.of("Children's social care and the register keeper"),
                    List.of(
                            "The family and the person named",
                            "Everybody else, until it is decided that the two are one person"),
                    List.of(
                            "Whoever decides matches; where a register is touched, two people, one"
                                    + " of them the register keeper"));

    private final Situation situation;
    private final PersonId named;
    private final List<Naming> namings;

    PossiblePerson(Situation situation, PersonId named, List<Naming> namings) {
        this.situation = situation;
        this.named = named;
        this.namings = namings;
    }

    /**
     * What follows.
     *
     * @param told of whom the subject's alerts speak already: that somebody may be one of them says
     *     nothing new
     */
    Evaluation evaluate(Set<PersonId> told) {
        Optional<Hit> first =
                situation.around().undecided(named).stream()
                        .filter(other -> !told.contains(other.id()))
                        .flatMap(other -> hit(other).stream())
                        .min(Hit.IN_ORDER);
        if (first.isEmpty() || situation.around().person(named).childOn(situation.today())) {
            return Evaluation.NOTHING;
        }
        Instant since = first.get().since();
        return since.isAfter(situation.now())
                ? Evaluation.askAgain(since)
                : Evaluation.found(List.of(finding(first.get(), since)));
    }

    /** An earlier child is no proof of violence, and said of nobody who only may be the one. */
    private Optional<Hit> hit(Individual other) {
        return new NamedPerson(situation, other, namings)
                .first()
                .filter(h -> h.risk().limb() != Limb.EARLIER_CHILD);
    }

    private Finding finding(Hit hit, Instant since) {
        return new Finding(
                KnownRiskJoinsChild.ID,
                situation.subject().id(),
                "person:" + named.value(),
                ITEM,
                since,
                new Text(
                        "It is possible that somebody "
                                + hit.risk().phrase()
                                + " is "
                                + hit.naming().words()
                                + ": nobody has decided yet who this is."),
                path(hit),
                told(),
                SHARING,
                NOT_SHOWN);
    }

    private List<Step> path(Hit hit) {
        List<Step> path = new ArrayList<>(hit.naming().steps());
        path.add(
                step(
                        "The record of somebody "
                                + hit.risk().phrase()
                                + " is like the record of this person. Too little agrees, or"
                                + " something differs, so that they were not taken for one."));
        path.add(
                step(
                        "To settle it, decide the pair under Matches: all forenames and their order,"
                                + " a date of birth from a document, or one number that both records"
                                + " carry. Until then it is no more than possible."));
        return path;
    }

    /** Nothing of the other record is told, so that no step rests on it. */
    private static Step step(String text) {
        return new Step(
                new Text(text),
                PathOf.SIGHTLINE,
                new When.Unknown(),
                Certainty.POSSIBLE,
                List.of());
    }

    private Set<Recipient> told() {
        Recipients recipients = situation.recipients();
        Set<Recipient> told = new LinkedHashSet<>();
        told.addAll(Told.socialCareManager(situation));
        told.addAll(recipients.at(AgencyType.POLICE, Role.REGISTER_KEEPER));
        return told;
    }
}
