package sightline.core.facts;

import sightline.core.kernel.Identifier;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who people are, where they live and who they are to each other; any agency may record these. */
public sealed interface PersonBody extends Body {

    /** A name in use, at birth or as an alias. */
    record PersonName(List<String> given, String family, Use use) {
        /** How the name was used. */
        public enum Use {
            CURRENT,
            BIRTH,
            ALIAS
        }

        public PersonName {
            given = List.copyOf(given);
        }

        @Override
        public String toString() {
            return "PersonName[redacted]";
        }
    }

    /** Registered sex, as recorded. */
    enum Sex {
        FEMALE,
        MALE,
        NOT_KNOWN
    }

    /**
     * What a sender's record says of who a person is. The newest of a record replaces the older.
     *
     * @param expected the expected date of birth, for an unborn child
     */
    record Person(
            List<PersonName> names,
            Optional<PartialDate> dateOfBirth,
            Optional<Sex> sex,
            List<Identifier> identifiers,
            List<String> phones,
            List<String> emails,
            Optional<LocalDate> died,
            Optional<LocalDate> expected)
            implements PersonBody {
        public Person {
            names = List.copyOf(names);
            identifiers = List.copyOf(identifiers);
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
        }

        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }

    /** How two people are connected; read as "the second participant is the subject's ...". */
    enum Tie {
        MOTHER,
        FATHER,
        PARENT,
        STEP_PARENT,
        CARER,
        SPOUSE,
        PARTNER,
        EX_PARTNER,
        SIBLING,
        GRANDPARENT,
        AUNT_OR_UNCLE,
        COUSIN,
        OTHER_RELATIVE,
        FRIEND,
        LODGER,
        NOT_RELATED
    }

    /**
     * The second participant is the subject's {@code tie}. The fact's own date is when it began.
     */
    record Relationship(Tie tie, Optional<LocalDate> until, boolean parentalResponsibility)
            implements PersonBody {}

    /** The second participant has, or no longer has, parental responsibility for the subject. */
    record ParentalResponsibility(@TrueWhenLeftOut boolean held, Optional<Text> basis)
            implements PersonBody {}

    /** A court order on contact or residence between the subject and the others. */
    record ContactOrder(OrderTerms terms, Optional<LocalDate> until, Optional<Text> conditions)
            implements PersonBody {
        /** What the order says. */
        public enum OrderTerms {
            NO_CONTACT,
            SUPERVISED_CONTACT,
            CONTACT,
            LIVES_WITH,
            NON_MOLESTATION,
            OTHER
        }
    }

    /** Why somebody is at an address. */
    enum Stay {
        HOME,
        STAYING,
        TEMPORARY,
        BAIL_ADDRESS,
        PLACEMENT,
        VISITING,
        NOT_KNOWN;

        /** Whether it is a home, for good or for a while, and no stay in that of somebody else. */
        public boolean isHome() {
            return this == HOME || this == TEMPORARY || this == PLACEMENT;
        }
    }

    /** The subject lives or stays at the fact's place, from its date. */
    record Residence(Stay stay, Optional<LocalDate> until) implements PersonBody {}

    /** The participants were seen, or said, to live together at the fact's place. */
    record HouseholdMemberSeen(Stay stay, Optional<Text> said) implements PersonBody {}

    /** How the subject may be reached safely, and who must not know. */
    record SafeContact(
            boolean ring,
            boolean text,
            boolean write,
            boolean visit,
            Optional<Text> hours,
            Optional<Text> mustNotKnow)
            implements PersonBody {}

    /** Language, interpreter and communication needs. */
    record CommunicationNeed(Optional<String> language, boolean interpreter, Optional<Text> need)
            implements PersonBody {}

    /** The child's own words, as said, to whom. */
    record ChildsWords(Text words, Optional<String> saidTo, boolean alone, boolean ofHarm)
            implements PersonBody {}
}
