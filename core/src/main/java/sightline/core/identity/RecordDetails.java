package sightline.core.identity;

import sightline.core.kernel.Identifier;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one source record says about who a person is, with every value that it ever gave: a former
 * surname, a corrected date of birth and an old address all count. What is missing is missing, and
 * never counts against anybody.
 *
 * @param record whose record this is
 * @param unborn present while the record is about an unborn child
 * @param mother what the record says of the person's mother
 */
public record RecordDetails(
        SourceRecord record,
        List<RecordName> names,
        List<PartialDate> datesOfBirth,
        Optional<Sex> sex,
        List<Identifier> identifiers,
        List<Stay> stays,
        List<String> phones,
        List<String> emails,
        Optional<Unborn> unborn,
        Optional<Mother> mother,
        Optional<LocalDate> died) {

    /**
     * An address at which the person is or was.
     *
     * @param period when, as far as is known
     */
    public record Stay(PlaceKey place, Period period) {
        @Override
        public String toString() {
            return "Stay[redacted]";
        }
    }

    /** A child not yet born, with the expected date of birth where it is known. */
    public record Unborn(Optional<LocalDate> expected) {
        @Override
        public String toString() {
            return "Unborn[redacted]";
        }
    }

    /**
     * The person's mother.
     *
     * @param record her own record at the same agency
     * @param identifiers her identifiers as this agency knows them, by which another agency's
     *     record of the same child can be recognised
     * @param names her names and
     * @param datesOfBirth her dates of birth, as this agency knows them, for the same
     */
    public record Mother(
            Optional<SourceRecord> record,
            List<Identifier> identifiers,
            List<RecordName> names,
            List<PartialDate> datesOfBirth) {
        public Mother {
            identifiers = List.copyOf(identifiers);
            // Details that were kept before there were names of mothers hold none.
            names = List.copyOf(Objects.requireNonNullElse(names, List.of()));
            datesOfBirth = List.copyOf(Objects.requireNonNullElse(datesOfBirth, List.of()));
        }

        /** A mother of whom no name with a date of birth is known. */
        public Mother(Optional<SourceRecord> record, List<Identifier> identifiers) {
            this(record, identifiers, List.of(), List.of());
        }

        @Override
        public String toString() {
            return "Mother[redacted]";
        }
    }

    public RecordDetails {
        names = distinct(names);
        datesOfBirth = distinct(datesOfBirth);
        identifiers = distinct(identifiers);
        stays = distinct(stays);
        phones = distinct(phones);
        emails = distinct(emails);
    }

    /** Details of a record about which nothing else is known yet; add with the builder. */
    public static Builder about(SourceRecord record) {
        return new Builder(record);
    }

    /** Whether other details of the same record add nothing to these. */
    public boolean covers(RecordDetails other) {
        return names.containsAll(other.names)
                && datesOfBirth.containsAll(other.datesOfBirth)
                && identifiers.containsAll(other.identifiers)
                && stays.containsAll(other.stays)
                && phones.containsAll(other.phones)
                && emails.containsAll(other.emails)
                && covers(sex, other.sex)
                && covers(unborn, other.unborn)
                && covers(died, other.died)
                && covers(mother.flatMap(Mother::record), other.mother.flatMap(Mother::record));
    }

    private static <T> boolean covers(Optional<T> held, Optional<T> other) {
        return other.isEmpty() || held.equals(other);
    }

    @Override
    public String toString() {
        return "RecordDetails[" + record + ", redacted]";
    }

    private static <T> List<T> distinct(List<T> values) {
        return values.stream().distinct().toList();
    }

    /** Collects details one by one. */
    public static final class Builder {
        private final SourceRecord record;
        private final List<RecordName> names = new ArrayList<>();
        private final List<PartialDate> datesOfBirth = new ArrayList<>();
        private final List<Identifier> identifiers = new ArrayList<>();
        private final List<Stay> stays = new ArrayList<>();
        private final List<String> phones = new ArrayList<>();
        private final List<String> emails = new ArrayList<>();
        private Optional<Sex> sex = Optional.empty();
        private Optional<Unborn> unborn = Optional.empty();
        private Optional<Mother> mother = Optional.empty();
        private Optional<LocalDate> died = Optional.empty();

        private Builder(SourceRecord record) {
            this.record = record;
        }

        /** Adds the name in use; the last word is the family name. */
        public Builder named(String... words) {
            return named(RecordName.Kind.CURRENT, words);
        }

        /** Adds a name; the last word is the family name. */
        public Builder named(RecordName.Kind kind, String... words) {
            var given = List.of(words).subList(0, words.length - 1);
            return name(new RecordName(given, words[words.length - 1], kind));
        }

        /** Adds a name. */
        public Builder name(RecordName name) {
            names.add(name);
            return this;
        }

        /** Adds a date of birth. */
        public Builder born(PartialDate date) {
            datesOfBirth.add(date);
            return this;
        }

        /** Says the sex. */
        public Builder sex(Sex value) {
            sex = Optional.of(value);
            return this;
        }

        /** Adds an identifier. */
        public Builder identifier(Identifier identifier) {
            identifiers.add(identifier);
            return this;
        }

        /** Adds an address. */
        public Builder at(PlaceKey place, Period period) {
            stays.add(new Stay(place, period));
            return this;
        }

        /** Adds a telephone number. */
        public Builder phone(String number) {
            phones.add(number);
            return this;
        }

        /** Adds an e-mail address. */
        public Builder email(String address) {
            emails.add(address);
            return this;
        }

        /** Says that the child is not born yet. */
        public Builder unborn(Optional<LocalDate> expected) {
            unborn = Optional.of(new Unborn(expected));
            return this;
        }

        /** Says who the mother is. */
        public Builder mother(Mother value) {
            mother = Optional.of(value);
            return this;
        }

        /** Says when the person died. */
        public Builder died(LocalDate day) {
            died = Optional.of(day);
            return this;
        }

        /** The details collected. */
        public RecordDetails build() {
            return new RecordDetails(
                    record,
                    names,
                    datesOfBirth,
                    sex,
                    identifiers,
                    stays,
                    phones,
                    emails,
                    unborn,
                    mother,
                    died);
        }
    }
}
