package sightline.core.identity;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Invented families as several agencies record them, with slips, gaps, moves, marriages, twins,
 * cousins of one name, fathers and sons of one name, pregnancies and hostels; and decisions about
 * some of their records, right and wrong ones. The same seed gives the same.
 */
final class GeneratedRecords {
    private static final List<String> AGENCIES =
            List.of("school", "health", "police", "housing", "social-care", "maternity");
    private static final String[] GIRLS = {
        "Orla", "Maja", "Freya", "Olivia", "Elizabeth", "Amelia", "Zofia", "Aisha", "Niamh", "Grace"
    };
    private static final String[] BOYS = {
        "Karim", "Jack", "Robert", "Thomas", "Oliver", "Ivo", "Muhammad", "Dylan", "Kwame", "Leo"
    };
    private static final Map<String, String> SHORT =
            Map.of("Robert", "Bob", "Thomas", "Tom", "Elizabeth", "Liz", "Oliver", "Ollie");
    private static final String[] FAMILIES = {
        "Penhallow", "Smith", "Oyelaran", "Quillfeather", "Jones", "Kowalczyk", "Brackwater",
        "Hussain", "O'Dowd", "Smith-Grice", "Tregear", "Williams", "Achterberg", "Ferncastle"
    };
    private static final String[] STREETS = {
        "Heron Way", "Mill Lane", "Station Road", "Kings Court", "Sallow Close", "High Street"
    };

    final List<RecordDetails> records = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final Map<SourceRecord, Integer> truth = new HashMap<>();

    private final Random random;
    private int people;

    /** One person as they really are. */
    private static final class Real {
        final int number;
        String given = "";
        String family = "";
        Optional<String> maiden = Optional.empty();
        LocalDate born = LocalDate.EPOCH;
        Sex sex = Sex.FEMALE;
        String home = "";
        String phone = "";
        Optional<SourceRecord> mother = Optional.empty();
        final Identifier nhs;

        Real(int number) {
            this.number = number;
            this.nhs = Fixtures.nhs(number);
        }
    }

    GeneratedRecords(long seed, int size) {
        random = new Random(seed);
        while (records.size() < size) {
            family();
        }
        while (records.size() > size) {
            truth.remove(records.removeLast().record());
        }
        decide(size / 25);
    }

    private void family() {
        var family = one(FAMILIES);
        var home = home();
        var phone = phone();
        var father = real(one(BOYS), family, home, phone, birth(1975, 1990));
        father.sex = Sex.MALE;
        var mother = real(one(GIRLS), family, home, phone, birth(1978, 1995));
        mother.maiden = chance(60) ? Optional.of(one(FAMILIES)) : Optional.empty();
        var mothersRecord = write(mother);
        write(father);
        var children = new ArrayList<Real>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            var twin = chance(4) && !children.isEmpty();
            var born = twin ? children.getLast().born : birth(2006, 2025);
            var boy = chance(50);
            var child = real(one(boy ? BOYS : GIRLS), family, home, phone, born);
            child.sex = boy ? Sex.MALE : Sex.FEMALE;
            child.mother = Optional.of(mothersRecord);
            if (boy && chance(5)) {
                child.given = father.given;
            }
            children.add(child);
            write(child);
        }
        if (chance(8)) {
            var eldest = children.getFirst();
            var cousin = real(eldest.given, family, home(), phone(), birth(2006, 2025));
            cousin.sex = eldest.sex;
            write(cousin);
        }
        if (chance(10)) {
            pregnancy(children.getLast());
        }
    }

    private Real real(String given, String family, String home, String phone, LocalDate born) {
        var real = new Real(people++);
        real.given = given;
        real.family = family;
        real.home = home;
        real.phone = phone;
        real.born = born;
        return real;
    }

    /** Writes one to five records of somebody; the first is returned. */
    private SourceRecord write(Real real) {
        var first = records.size();
        for (var i = random.nextInt(5); i >= 0; i--) {
            add(real, writtenOnce(real));
        }
        return records.get(first).record();
    }

    private RecordDetails.Builder writtenOnce(Real real) {
        var details = RecordDetails.about(newRecord(one(AGENCIES)));
        details.name(new RecordName(given(real), family(real), RecordName.Kind.CURRENT));
        if (real.maiden.isPresent() && chance(30)) {
            details.named(RecordName.Kind.BIRTH, real.given, real.maiden.get());
        }
        if (chance(92)) {
            details.born(birth(real));
        }
        if (chance(85)) {
            details.sex(chance(99) ? real.sex : Sex.MALE);
        }
        if (chance(45)) {
            details.identifier(chance(99) ? real.nhs : Fixtures.nhs(random.nextInt(people)));
        }
        if (chance(10)) {
            details.identifier(Fixtures.crn(real.number));
        }
        if (chance(70)) {
            details.at(PlaceKey.parse(chance(80) ? real.home : home()), Period.always());
        }
        if (chance(40)) {
            details.phone(real.phone);
        }
        if (chance(30)) {
            real.mother.ifPresent(
                    it -> details.mother(new RecordDetails.Mother(Optional.of(it), List.of())));
        }
        return details;
    }

    private void pregnancy(Real child) {
        var details = RecordDetails.about(newRecord("maternity"));
        details.named("Unborn", child.family)
                .unborn(Optional.of(child.born.plusDays(random.nextInt(40) - 20)))
                .at(PlaceKey.parse(child.home), Period.always());
        child.mother.ifPresent(
                it -> details.mother(new RecordDetails.Mother(Optional.of(it), List.of())));
        add(child, details);
    }

    private void add(Real real, RecordDetails.Builder details) {
        var record = details.build();
        records.add(record);
        truth.put(record.record(), real.number);
    }

    private List<String> given(Real real) {
        var roll = random.nextInt(100);
        if (roll < 4) {
            return List.of(SHORT.getOrDefault(real.given, real.given));
        }
        if (roll < 7) {
            return List.of(typo(real.given));
        }
        if (roll < 9) {
            return List.of(real.given.substring(0, 1));
        }
        return roll < 11 ? List.of() : List.of(real.given);
    }

    private String family(Real real) {
        if (chance(3)) {
            return typo(real.family);
        }
        return chance(6) ? real.maiden.orElse(real.family) : real.family;
    }

    private PartialDate birth(Real real) {
        var born = real.born;
        var roll = random.nextInt(100);
        if (roll < 3 && born.getDayOfMonth() <= 12) {
            return new PartialDate.Day(
                    LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()));
        }
        if (roll < 6) {
            return new PartialDate.Day(born.withDayOfMonth(born.getDayOfMonth() % 28 + 1));
        }
        return roll < 9 ? new PartialDate.Year(born.getYear()) : new PartialDate.Day(born);
    }

    /** Decisions about random pairs, of one family as a rule. */
    private void decide(int count) {
        for (var i = 0; i < count; i++) {
            var at = random.nextInt(records.size() - 1);
            var other = Math.min(records.size() - 1, at + 1 + random.nextInt(6));
            decisions.add(decision(records.get(at), records.get(other), i));
        }
    }

    private Decision decision(RecordDetails a, RecordDetails b, int day) {
        var verdict = one(List.of(Verdict.JOIN, Verdict.NOT_THE_SAME, Verdict.CANNOT_TELL));
        return Fixtures.decided(a, verdict, b, day / 3);
    }

    private SourceRecord newRecord(String agency) {
        return new SourceRecord(new AgencyId(agency), "r" + records.size());
    }

    private String home() {
        if (chance(3)) {
            return "Room %d, Sallow Hostel, 1 High Street, Westmarsh, WM1 1AA"
                    .formatted(random.nextInt(4) + 1);
        }
        var flat = chance(30) ? "Flat " + (random.nextInt(9) + 1) + ", " : "";
        return "%s%d %s, Westmarsh, WM%d %dAB"
                .formatted(
                        flat,
                        random.nextInt(60) + 1,
                        one(STREETS),
                        random.nextInt(4) + 1,
                        random.nextInt(9));
    }

    private String phone() {
        return "01632 96%04d".formatted(random.nextInt(400));
    }

    private LocalDate birth(int from, int until) {
        return LocalDate.of(from, 1, 1).plusDays(random.nextInt((until - from) * 365));
    }

    private String typo(String name) {
        var at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.substring(Math.min(name.length(), at + 1));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String one(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
