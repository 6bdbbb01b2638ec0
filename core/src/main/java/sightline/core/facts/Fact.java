package sightline.core.facts;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.SourceRecord;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One assertion by one source.
 *
 * @param id the message it came from and its place in it
 * @param position its place in the ledger: gap-free, in the order of reading, from 1
 * @param participants who it is about, the subject first; each is the sender's own record
 * @param body what is asserted
 * @param times when it was so, recorded and received
 * @param place where, as the sender wrote it
 * @param sensitivity the one class that decides who may read it
 * @param references whom it was sent to and what it answers
 */
public record Fact(
        FactId id,
        long position,
        List<Participant> participants,
        Body body,
        Times times,
        Optional<Address> place,
        Sensitivity sensitivity,
        References references) {

    public Fact {
        participants = List.copyOf(participants);
    }

    /** The record that the fact hangs on; empty for a fact about no person. */
    public Optional<SourceRecord> subject() {
        return participants.stream().findFirst().map(Participant::record);
    }

    /** Who asserts it. */
    public AgencyId source() {
        return id.message().sender();
    }

    /** The records that stand in the given role. */
    public Stream<SourceRecord> in(PersonRole role) {
        return participants.stream().filter(p -> p.role() == role).map(Participant::record);
    }

    /** Whether the record takes any part in the fact. */
    public boolean mentions(SourceRecord record) {
        return participants.stream().anyMatch(p -> p.record().equals(record));
    }

    /**
     * Those of whom it speaks: not who takes part at work alone. Whoever a child is left with is
     * one, at work or not: it may be at their home.
     */
    public Stream<Participant> spokenOf() {
        return participants.stream().filter(p -> !p.role().isAtWork() || isArranged(p));
    }

    private boolean isArranged(Participant named) {
        return body instanceof CareBody.CarerArranged && participants.indexOf(named) == 1;
    }

    /** The kind's slug, as on the wire. */
    public String kind() {
        return Kinds.slug(body.getClass());
    }

    /** The same fact at its place in the ledger. */
    public Fact at(long ledgerPosition) {
        return new Fact(
                id, ledgerPosition, participants, body, times, place, sensitivity, references);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Fact[" + kind() + " " + id.text() + " @" + position + "]";
    }
}
