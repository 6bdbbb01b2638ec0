package sightline.facts.wire;

import sightline.core.facts.Address;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What every message has, whatever its kind.
 *
 * @param sender who sends it; must be whoever is signed in
 * @param id the sender's own id of the message: the idempotency key
 * @param number the sender's running number, from 1; a gap is owed by the sender
 * @param sentAt when it was sent
 * @param recordedAt when the sender wrote it down; as sent when absent
 * @param kind one of the kinds
 * @param people who it is about, the subject first
 * @param when when it was so, as precisely as the sender knows
 * @param place where
 * @param to the agencies whom it addresses
 * @param regarding earlier messages that it answers or ends: an id of the sender's own, or
 *     sender/id
 * @param corrects the sender's own message that it replaces
 * @param sensitivity a higher class than the kind has
 */
record Envelope(
        AgencyId sender,
        String id,
        Optional<Integer> number,
        Instant sentAt,
        @AsideWhenOdd Optional<Instant> recordedAt,
        String kind,
        List<WirePerson> people,
        When when,
        @AsideWhenOdd Optional<WireAddress> place,
        List<AgencyId> to,
        List<String> regarding,
        Optional<String> corrects,
        Optional<Sensitivity> sensitivity) {

    /**
     * Somebody in a message, as the sender's own record of them.
     *
     * @param localId the sender's own id of its record of the person
     */
    record WirePerson(
            PersonRole role,
            Optional<String> localId,
            @AsideWhenOdd List<WireName> names,
            @AsideWhenOdd Optional<PartialDate> dateOfBirth,
            @AsideWhenOdd Optional<PersonBody.Sex> sex,
            @AsideWhenOdd List<WireIdentifier> identifiers,
            @AsideWhenOdd List<String> phones,
            @AsideWhenOdd List<String> emails,
            @AsideWhenOdd Optional<WireAddress> address,
            @AsideWhenOdd Optional<LocalDate> died,
            @AsideWhenOdd Optional<LocalDate> expected) {

        @Override
        public String toString() {
            return "WirePerson[redacted]";
        }

        /** The address, where it says where. */
        Optional<WireAddress> where() {
            return address.filter(a -> a.written().isPresent());
        }

        boolean described() {
            return !names.isEmpty()
                    || dateOfBirth.isPresent()
                    || sex.isPresent()
                    || !identifiers.isEmpty()
                    || !phones.isEmpty()
                    || !emails.isEmpty()
                    || died.isPresent()
                    || expected.isPresent();
        }
    }

    /** A name: in use unless another use is said. */
    record WireName(
            List<String> given, Optional<String> family, Optional<PersonBody.PersonName.Use> use) {
        @Override
        public String toString() {
            return "WireName[redacted]";
        }
    }

    /**
     * An identifier as the sender holds it; without a value, where the sender has a field for it.
     */
    record WireIdentifier(IdentifierType type, Optional<String> value) {
        @Override
        public String toString() {
            return "WireIdentifier[redacted]";
        }
    }

    /**
     * An address. Who knows no more than a postcode or a number of the property says that.
     *
     * @param shielded must not be shown to anybody who is not named for it
     */
    record WireAddress(
            Optional<Text> line,
            Optional<String> postcode,
            Optional<String> uprn,
            boolean communal,
            boolean shielded,
            @AsideWhenOdd Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<PersonBody.Stay> stay) {
        /** The address; empty when nothing in it says where. */
        Optional<Address> written() {
            Optional<Text> where = line.filter(l -> !ShapeReader.isUnknown(l.value()));
            Optional<String> code = postcode.filter(p -> !ShapeReader.isUnknown(p));
            Optional<String> number = uprn.filter(u -> !ShapeReader.isUnknown(u));
            boolean said = where.isPresent() || code.isPresent() || number.isPresent();
            return said
                    ? Optional.of(new Address(where.orElse(new Text("")), code, number, communal))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "WireAddress[redacted]";
        }
    }
}
