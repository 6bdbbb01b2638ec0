package sightline.core.identity;

import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Details in the form in which they are compared: of one record, or of several that are settled to
 * be one person, whose values then all count.
 *
 * @param motherRecords her records, with those that persons decided to be hers
 * @param unborn whether nothing but a pregnancy is known
 * @param learnt what the learnt model reads of them
 */
record Prepared(
        Set<SourceRecord> records,
        List<Name> names,
        Set<PartialDate> births,
        Set<Sex> sexes,
        Set<IssuedNumber> nhsNumbers,
        Set<IssuedNumber> otherNumbers,
        Set<PlaceKey> places,
        Set<String> postcodes,
        Set<String> phones,
        Set<String> emails,
        Set<SourceRecord> motherRecords,
        Set<IssuedNumber> motherNumbers,
        Set<String> motherNames,
        Set<LocalDate> expected,
        Set<LocalDate> deaths,
        boolean unborn,
        LearntModel.Reading learnt) {

    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
    private static final int PHONE_DIGITS = 10;
    private static final int PHONE_MIN = 7;

    /** An identifier as compared. */
    record IssuedNumber(IdentifierType type, String key) {
        boolean ofOnePerson() {
            return type.unique() || type == IdentifierType.PASSPORT;
        }
    }

    /**
     * One name as compared.
     *
     * @param heard the first forename; empty when none is known
     * @param family empty when not known
     */
    record Name(
            List<String> given,
            Heard heard,
            String family,
            List<String> familyParts,
            boolean current) {
        boolean hasGiven() {
            return !given.isEmpty();
        }

        String firstGiven() {
            return given.getFirst();
        }
    }

    static Prepared of(RecordDetails details) {
        return of(details, SameMothers.UNDECIDED);
    }

    /** Details with all records of the mother that persons decided to be hers. */
    static Prepared of(RecordDetails details, SameMothers mothers) {
        var unborn = details.unborn().isPresent() && details.datesOfBirth().isEmpty();
        var places = map(details.stays(), RecordDetails.Stay::place);
        return new Prepared(
                Set.of(details.record()),
                details.names().stream().map(name -> name(name, unborn)).distinct().toList(),
                Set.copyOf(details.datesOfBirth()),
                details.sex().map(Set::of).orElse(Set.of()),
                numbers(details.identifiers(), number -> number.type() == IdentifierType.NHS),
                numbers(details.identifiers(), number -> number.type() != IdentifierType.NHS),
                places,
                flatMap(places, place -> place.postcode().stream()),
                flatMap(details.phones(), phone -> phone(phone).stream()),
                map(details.emails(), email -> email.strip().toLowerCase(Locale.ROOT)),
                flatMap(
                        details.mother().stream().toList(),
                        mother ->
                                mother.record().stream()
                                        .map(mothers::recordsOf)
                                        .flatMap(Set::stream)),
                details.mother()
                        .map(mother -> numbers(mother.identifiers(), number -> true))
                        .orElse(Set.of()),
                details.mother().map(Prepared::namesWithBirth).orElse(Set.of()),
                unborn
                        ? flatMap(details.unborn().stream().toList(), it -> it.expected().stream())
                        : Set.of(),
                details.died().map(Set::of).orElse(Set.of()),
                unborn,
                new LearntModel.Reading());
    }

    /** One person's details, out of several records'. */
    static Prepared merged(Collection<Prepared> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        return new Prepared(
                flatMap(parts, part -> part.records.stream()),
                parts.stream().flatMap(part -> part.names.stream()).distinct().toList(),
                flatMap(parts, part -> part.births.stream()),
                flatMap(parts, part -> part.sexes.stream()),
                flatMap(parts, part -> part.nhsNumbers.stream()),
                flatMap(parts, part -> part.otherNumbers.stream()),
                flatMap(parts, part -> part.places.stream()),
                flatMap(parts, part -> part.postcodes.stream()),
                flatMap(parts, part -> part.phones.stream()),
                flatMap(parts, part -> part.emails.stream()),
                flatMap(parts, part -> part.motherRecords.stream()),
                flatMap(parts, part -> part.motherNumbers.stream()),
                flatMap(parts, part -> part.motherNames.stream()),
                flatMap(parts, part -> part.expected.stream()),
                flatMap(parts, part -> part.deaths.stream()),
                parts.stream().allMatch(Prepared::unborn),
                new LearntModel.Reading());
    }

    boolean hasGiven() {
        return names.stream().anyMatch(Name::hasGiven);
    }

    /** The keys of its telephone numbers and e-mail addresses. */
    Stream<BlockingKey> contacts(int detailLimit) {
        return Stream.concat(
                phones.stream().map(phone -> BlockingKeys.phone(phone, detailLimit)),
                emails.stream().map(email -> BlockingKeys.email(email, detailLimit)));
    }

    /** Without those telephone numbers and e-mail addresses that too many share to say anything. */
    Prepared withoutContacts(Predicate<BlockingKey> crowded, int detailLimit) {
        var ownPhones = kept(phones, BlockingKeys::phone, crowded, detailLimit);
        var ownEmails = kept(emails, BlockingKeys::email, crowded, detailLimit);
        return ownPhones.size() == phones.size() && ownEmails.size() == emails.size()
                ? this
                : new Prepared(
                        records,
                        names,
                        births,
                        sexes,
                        nhsNumbers,
                        otherNumbers,
                        places,
                        postcodes,
                        ownPhones,
                        ownEmails,
                        motherRecords,
                        motherNumbers,
                        motherNames,
                        expected,
                        deaths,
                        unborn,
                        new LearntModel.Reading());
    }

    private interface ContactKey {
        BlockingKey of(String contact, int detailLimit);
    }

    private static Set<String> kept(
            Set<String> contacts, ContactKey key, Predicate<BlockingKey> crowded, int detailLimit) {
        return flatMap(
                contacts,
                contact -> Stream.of(contact).filter(it -> !crowded.test(key.of(it, detailLimit))));
    }

    private static Set<IssuedNumber> numbers(
            Collection<Identifier> identifiers, Predicate<IssuedNumber> wanted) {
        return flatMap(
                identifiers,
                identifier ->
                        Stream.of(new IssuedNumber(identifier.type(), identifier.matchKey()))
                                .filter(IssuedNumber::ofOnePerson)
                                .filter(wanted));
    }

    /** A pregnancy has no forename: what is written there is a placeholder or a plan. */
    static Name name(RecordName name, boolean unborn) {
        var written = NameForms.given(name.given());
        var given = unborn ? List.<String>of() : written;
        var family = NameForms.family(name.family(), written);
        return new Name(
                given,
                Heard.of(given.isEmpty() ? "" : given.getFirst()),
                family,
                family.isEmpty() ? List.of() : NameForms.familyParts(name.family()),
                name.kind() == RecordName.Kind.CURRENT);
    }

    /** Each of her full names with each day of birth: by these two agencies mean one mother. */
    private static Set<String> namesWithBirth(RecordDetails.Mother mother) {
        return flatMap(
                mother.names(),
                name -> {
                    var whole = name(name, false);
                    return !whole.hasGiven() || whole.family().isEmpty()
                            ? Stream.of()
                            : mother.datesOfBirth().stream()
                                    .filter(Prepared::saysWho)
                                    .map(born ->
                                            "%s|%s|%s"
                                                    .formatted(
                                                            whole.firstGiven(),
                                                            whole.family(),
                                                            born.text()));
                });
    }

    /** A day, and not the first of January of a guessed year. */
    private static boolean saysWho(PartialDate born) {
        return born instanceof PartialDate.Day(LocalDate date) && date.getDayOfYear() > 1;
    }

    /**
     * The last ten digits, so that +44 and a leading 0 are one; none when too short to mean much.
     */
    private static Optional<String> phone(String written) {
        var digits = NOT_A_DIGIT.matcher(written).replaceAll("");
        return digits.length() < PHONE_MIN
                ? Optional.empty()
                : Optional.of(digits.substring(Math.max(0, digits.length() - PHONE_DIGITS)));
    }

    private static <T, R> Set<R> map(Collection<T> values, Function<T, R> form) {
        return flatMap(values, value -> Stream.of(form.apply(value)));
    }

    private static <T, R> Set<R> flatMap(Collection<T> values, Function<T, Stream<R>> form) {
        var all = new ArrayList<R>();
        values.forEach(value -> form.apply(value).forEach(all::add));
        return new LinkedHashSet<>(all);
    }
}
