package sightline.population;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what an agency has in a record, with its errors. The same record captured on the same
 * day always reads the same.
 */
final class Scribe {

    private final World world;
    private final NameErrors nameErrors;
    private final double factor;

    Scribe(World world) {
        this.world = world;
        this.nameErrors = new NameErrors(world);
        this.factor = world.settings.errorFactor();
    }

    AgencyRecord read(int rec) {
        RecordBook book = world.records;
        Someone person = world.person(book.person(rec));
        Agency agency = world.agencies.get(book.agency(rec));
        int day = book.captured(rec);
        Draw draw = world.draw(rec, 1);
        String forename = nameErrors.forename(draw, person);
        String surname = nameErrors.surname(draw, person, day);
        boolean middle = draw.chance(world.rates.value("known.middle"));
        return new AgencyRecord(
                new RecordId(agency.id(), localId(rec)),
                forename,
                middle ? person.middle : "",
                surname,
                dateOfBirth(draw, person),
                sex(draw, person),
                identifiers(draw, person, agency.kind(), rec),
                address(world.draw(rec, day), person, day, book.fresh(rec)),
                LocalDate.ofEpochDay(day));
    }

    /** The agency's own number for a record. */
    String localId(int rec) {
        AgencyKind kind = world.agencies.get(world.records.agency(rec)).kind();
        int serial = world.records.serial(rec);
        return kind.prefix() + String.valueOf(10_000_000 + serial).substring(1);
    }

    private boolean errs(Draw draw, String rate) {
        return draw.chance(world.rates.value(rate) * factor);
    }

    private String dateOfBirth(Draw draw, Someone person) {
        LocalDate born = LocalDate.ofEpochDay(person.born);
        if (errs(draw, "missing.birth")) {
            return "";
        }
        if (!errs(draw, "error.birth.not-full")) {
            return born.toString();
        }
        boolean partial = draw.chance(world.rates.value("error.birth.partial"));
        LocalDate wrong = oneOff(draw, born);
        if (partial) {
            return wrong.toString();
        }
        LocalDate other = wrong.plusMonths(draw.between(1, 5)).minusDays(draw.between(1, 9));
        return other.minusYears(draw.between(1, 4)).toString();
    }

    /** A date of which day, month or year alone differs. */
    private static LocalDate oneOff(Draw draw, LocalDate born) {
        int day = born.getDayOfMonth();
        return switch (draw.below(4)) {
            case 0 ->
                    born.withDayOfMonth(
                            day <= 19 ? day + draw.between(1, 9) : day - draw.between(1, 9));
            case 1 ->
                    day <= 28
                            ? born.withMonth(born.getMonthValue() % 12 + 1)
                            : born.withDayOfMonth(1);
            case 2 ->
                    day <= 28
                            ? born.minusYears(draw.chance(0.2) ? 10 : 1)
                            : born.withDayOfMonth(11);
            default -> born.withDayOfMonth(day % 10 == 1 && day < 22 ? day + 6 : day - 1);
        };
    }

    private String sex(Draw draw, Someone person) {
        boolean wrong = errs(draw, "error.sex");
        boolean female = wrong != person.female();
        return (female ? Sex.FEMALE : Sex.MALE).slug();
    }

    /** The true dwelling that a record's address means; empty where it has none. */
    Optional<DwellingId> dwelling(int rec) {
        Someone person = world.person(world.records.person(rec));
        int day = world.records.captured(rec);
        Draw draw = world.draw(rec, day);
        int dwelling = dwelling(draw, person, day, world.records.fresh(rec));
        boolean known = dwelling >= 0 && !errs(draw, "error.postcode.pseudo");
        return known ? Optional.of(new DwellingId(dwelling)) : Optional.empty();
    }

    private int dwelling(Draw draw, Someone person, int day, boolean fresh) {
        int lived = person.addressesBy(day);
        if (!fresh && errs(draw, "missing.address")) {
            return -1;
        }
        boolean earlier = !fresh && lived > 1 && errs(draw, "error.address.earlier");
        return person.addressNumber(earlier ? draw.below(lived - 1) : lived - 1);
    }

    private @Nullable Address address(Draw draw, Someone person, int day, boolean fresh) {
        int dwelling = dwelling(draw, person, day, fresh);
        if (dwelling < 0) {
            return null;
        }
        Address address = world.places.address(dwelling, person.id);
        if (errs(draw, "error.postcode.pseudo")) {
            return new Address("", "", "", "No fixed abode", "", address.area(), "ZZ99 3VZ", null);
        }
        boolean otherUnit = errs(draw, "error.postcode.sector-only");
        String postcode = otherUnit ? otherUnit(draw, address.postcode()) : address.postcode();
        String uprn = draw.chance(world.rates.value("known.uprn")) ? address.uprn() : null;
        Address written =
                new Address(
                        address.unit(),
                        address.building(),
                        address.number(),
                        address.street(),
                        address.town(),
                        address.area(),
                        postcode,
                        uprn);
        return errs(draw, "address.other-spelling")
                ? AddressSpelling.other(draw, written)
                : written;
    }

    private static String otherUnit(Draw draw, String postcode) {
        char last = postcode.charAt(postcode.length() - 1);
        char other = "ABDEFGHJLNPQRSTUWXYZ".charAt(draw.below(20));
        char changed = other == last ? (last == 'A' ? 'B' : 'A') : other;
        return postcode.substring(0, postcode.length() - 1) + changed;
    }

    private Map<String, String> identifiers(Draw draw, Someone person, AgencyKind kind, int rec) {
        Map<String, String> known = new HashMap<>();
        switch (kind) {
            case GP_PRACTICE, HOSPITAL, MATERNITY, HEALTH_VISITING, AMBULANCE ->
                    nhs(draw, person, kind).ifPresent(n -> known.put("nhs", n));
            case CHILDRENS_SOCIAL_CARE -> {
                nhs(draw, person, kind).ifPresent(n -> known.put("nhs", n));
                upn(draw, person, "known.upn.csc", known);
            }
            case SCHOOL, EDUCATION -> upn(draw, person, "known.upn.education", known);
            case POLICE -> {
                boolean adult = person.ageOn(world.records.captured(rec)) >= 18;
                if (adult && pncKnown(person)) {
                    known.put("pnc", world.numbers.pnc(person));
                }
            }
            case PROBATION -> {
                known.put("crn", world.numbers.crn(world.records.serial(rec)));
                known.put("pnc", world.numbers.pnc(person));
            }
            case NURSERY, HOUSING -> {}
        }
        contact(draw, person, rec, known);
        return known;
    }

    /** Whether the person has a PNC record is theirs, not the record's. */
    private boolean pncKnown(Someone person) {
        return world.draw(person.id, 2).chance(world.rates.value("known.pnc.police"));
    }

    private Optional<String> nhs(Draw draw, Someone person, AgencyKind kind) {
        boolean has = draw.chance(world.rates.value("known.nhs." + kind.slug()));
        Optional<String> number = has ? world.numbers.nhs(person.id) : Optional.empty();
        boolean slip = errs(draw, "nhs.slip");
        return slip ? number.map(n -> slipped(draw, n)) : number;
    }

    /** One digit after the test prefix is another, so that the check digit is wrong. */
    private static String slipped(Draw draw, String number) {
        int at = draw.between(3, 9);
        char digit = (char) ('0' + (number.charAt(at) - '0' + draw.between(1, 9)) % 10);
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private void upn(Draw draw, Someone person, String rate, Map<String, String> known) {
        int age = person.ageOn((int) world.settings.to().toEpochDay());
        if (age >= 4 && age <= 24 && draw.chance(world.rates.value(rate))) {
            int area = Places.areaOf(person.addressNumber(0));
            known.put("upn", world.numbers.upn(person, area));
        }
    }

    private void contact(Draw draw, Someone person, int rec, Map<String, String> known) {
        boolean phone = draw.chance(world.rates.value("known.phone"));
        boolean email = draw.chance(world.rates.value("known.email"));
        if (person.ageOn(world.records.captured(rec)) < 16) {
            return;
        }
        if (phone) {
            known.put("phone", world.numbers.mobile(person));
        }
        if (email) {
            known.put("email", world.numbers.email(person));
        }
    }
}
