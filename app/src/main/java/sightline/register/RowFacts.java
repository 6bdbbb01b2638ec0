package sightline.register;

import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.RegisterNotification.RegisterRisk;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.PersonBody.Sex;
import sightline.core.kernel.Identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a row says, each value read. */
record RowFacts(
        String given,
        String family,
        String others,
        Optional<LocalDate> born,
        Optional<Sex> sex,
        List<Identifier> identifiers,
        Home home,
        Offence offence,
        Optional<LocalDate> convicted,
        boolean caution,
        Optional<SentenceKind> sentence,
        Optional<Integer> months,
        Optional<LocalDate> released,
        String register,
        Optional<LocalDate> started,
        Optional<LocalDate> ends,
        Optional<LocalDate> notified,
        Optional<RegisterRisk> risk) {
    RowFacts {
        identifiers = List.copyOf(identifiers);
    }

    /** Where the person said that they live; each empty where nothing is said. */
    record Home(String line, String postcode, String uprn) {
        boolean said() {
            return !line.isEmpty() || !postcode.isEmpty() || !uprn.isEmpty();
        }

        @Override
        public String toString() {
            return "Home[redacted]";
        }
    }

    List<String> givenNames() {
        return List.of(given.split("\\s+"));
    }

    @Override
    public String toString() {
        return "RowFacts[redacted]";
    }
}
