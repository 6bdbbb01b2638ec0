package sightline.pipeline;

import sightline.access.Relationship;
import sightline.access.Relationship.Kind;
import sightline.access.Relationships.Closed;
import sightline.access.Relationships.Over;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SystemBody.EntryTakenOver;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.Coverage;
import sightline.core.register.HandOvers;
import sightline.core.register.RegisterPack;
import sightline.core.screening.Registers;
import sightline.core.screening.Situation;
import sightline.core.screening.Supervised;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom somebody is open who is handed over as a registered person, or whose supervision is. Only
 * an offer or an acceptance that counts opens anything, and only an acceptance ends anything:
 * whoever had a registered person reads for a fortnight more, by whatever opened them. A
 * supervision that is accepted ends nobody's: the register goes on.
 */
final class PeopleHandedOver {
    private final Situation situation;
    private final Individual person;
    private final List<SourceRecord> records;
    private final List<Relationship> opened = new ArrayList<>();
    private final List<Over> over = new ArrayList<>();

    /**
     * What follows for whoever reads somebody, without the situation from which it follows: a batch
     * keeps this of everybody until its end.
     *
     * @param opened what opens the person to whoever accepted them last
     * @param over who has no reason to look any more, and from when on
     * @param closed what was answered or taken back, and opens nothing any more
     */
    record Reasons(List<Relationship> opened, List<Over> over, List<Closed> closed) {
        static final Reasons NONE = new Reasons(List.of(), List.of(), List.of());

        Reasons {
            opened = List.copyOf(opened);
            over = List.copyOf(over);
            closed = List.copyOf(closed);
        }
    }

    private PeopleHandedOver(Situation situation, List<SourceRecord> records) {
        this.situation = situation;
        this.person = situation.subject();
        this.records = records;
    }

    /**
     * Of the subject of a situation.
     *
     * @param situation with the registers that are switched on
     * @param records the subject's
     */
    static Reasons of(Situation situation, List<SourceRecord> records) {
        var all = new PeopleHandedOver(situation, records);
        if (!all.person.about(HandOver.class).isEmpty()) {
            all.offered(Supervised.of(situation).handOvers());
            all.offered(situation.registers().handOvers());
            all.accepted(Supervised.of(situation).handOvers());
            all.handedOver();
        }
        all.takenOver();
        return new Reasons(all.opened, all.over, List.of());
    }

    /** Whoever was asked by whoever has the person reads until they answer, for so long at most. */
    private void offered(HandOvers handOvers) {
        handOvers
                .open()
                .ifPresent(o -> opens(o.to(), o.entry().fact(), Optional.of(o.readUntil())));
    }

    private void accepted(HandOvers handOvers) {
        handOvers
                .acceptance()
                .filter(a -> !a.elsewhere())
                .ifPresent(a -> opens(a.by(), a.entry().fact(), Optional.empty()));
    }

    private void opens(AgencyId to, Fact by, Optional<Instant> until) {
        opened.addAll(Publishing.over(records, to, Kind.OFFENDER_MANAGEMENT, by, until));
    }

    private void handedOver() {
        Registers registers = situation.registers();
        HandOvers handOvers = registers.handOvers();
        if (runsElsewhere(registers)) {
            return;
        }
        accepted(handOvers);
        AgencyId keeper = registers.keeper().agency();
        for (HandOvers.Acceptance each : handOvers.acceptances()) {
            Set<AgencyId> before = before(handOvers, each.entry().fact());
            before.remove(each.by());
            before.remove(keeper);
            ends(before, each.entry().received());
        }
    }

    /** Whoever entered the subject, offered or accepted them until then. */
    private Set<AgencyId> before(HandOvers handOvers, Fact acceptance) {
        Stream<Fact> entered =
                person.about(RegisterNotification.class).stream()
                        .filter(e -> e.body().type() == NotificationType.ENTERED)
                        .map(Entry::fact)
                        .filter(f -> f.position() < acceptance.position());
        Stream<AgencyId> had =
                handOvers.acceptances().stream()
                        .filter(a -> a.entry().fact().position() <= acceptance.position())
                        .flatMap(a ->
                                Stream.concat(
                                        a.offer().map(HandOvers.Offer::from).stream(),
                                        Stream.of(a.by())));
        return Stream.concat(entered.map(Fact::source), had).collect(Collectors.toSet());
    }

    /** Once another installation answers for the subject under all that ran here. */
    private void takenOver() {
        List<Entry<EntryTakenOver>> taken = person.about(EntryTakenOver.class);
        if (taken.isEmpty() || !runsElsewhere(situation.registers())) {
            return;
        }
        Registers registers = situation.registers();
        Entry<EntryTakenOver> last = taken.getLast();
        Set<AgencyId> had = before(registers.handOvers(), last.fact());
        had.add(registers.keeper().agency());
        ends(had, last.received());
    }

    /**
     * Whether whatever put the subject under a register by law ended by hand-over, or was over. The
     * partnership's own list says by its duties who needs to look.
     */
    private boolean runsElsewhere(Registers registers) {
        LocalDate today = situation.today();
        List<Coverage> all =
                registers
                        .covering()
                        .filter(s -> s.pack().status() == RegisterPack.Status.IN_FORCE)
                        .map(s -> s.registration().coverage())
                        .toList();
        return all.stream().anyMatch(c -> c.elsewhereOn(today))
                && all.stream().allMatch(c -> c.elsewhereOn(today) || c.overBy(today));
    }

    private void ends(Set<AgencyId> agencies, Instant from) {
        agencies.stream()
                .sorted()
                .forEach(agency ->
                        records.forEach(record ->
                                over.add(
                                        new Over(
                                                agency,
                                                Kind.OFFENDER_MANAGEMENT,
                                                record,
                                                from,
                                                from.plus(Publishing.FORTNIGHT)))));
    }
}
