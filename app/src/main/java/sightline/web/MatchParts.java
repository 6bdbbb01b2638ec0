package sightline.web;

import sightline.alerts.Compared;
import sightline.alerts.Compared.Side;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.identity.Agreement;
import sightline.core.identity.DetailsOf;
import sightline.core.identity.Explanation;
import sightline.core.identity.Field;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Words;
import sightline.identity.Waiting;
import sightline.web.view.chart.Weighing;
import sightline.web.view.page.MatchPage.Comparison;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two records or two addresses side by side, in words. */
final class MatchParts {
    private static final int VERY_STRONG_TENTHS = 80;
    private static final int STRONG_TENTHS = 40;
    private static final int MODERATE_TENTHS = 15;
    private static final double FULL_BAR_TENTHS = 160;
    private static final String HELD = "Held";
    private static final String NOT_HELD = "Not held";

    private final Visit visit;
    private final Compared compared;
    private final ComparedPlaces places;

    MatchParts(Visit visit, Compared compared) {
        this.visit = visit;
        this.compared = compared;
        this.places = new ComparedPlaces(visit, compared);
    }

    /** "Rowan Lee Ashdown, held by Westmarsh Hospital", or no name where it may not be shown. */
    String name(Side side) {
        if (compared.pair() instanceof Waiting.Places) {
            return places.address(side).map(ChildParts::written).orElse("An address");
        }
        String held = "held by " + agencies(side);
        List<Fact> own = Naming.named(side.own()) ? side.own() : side.facts();
        return side.readable() ? Naming.name(own) + ", " + held : "A record " + held;
    }

    /** Who would be recorded at one place, as far as the reader may see them. */
    String together() {
        return there(compared.first())
                + " at the first and "
                + there(compared.second())
                + " at the second";
    }

    private String there(Side side) {
        List<Fact> residents = places.residents(side);
        String names =
                residents.stream()
                        .filter(f -> f.subject().isPresent())
                        .collect(Collectors.groupingBy(f -> f.subject().orElseThrow()))
                        .values()
                        .stream()
                        .map(Naming::name)
                        .filter(name -> !name.equals(Naming.NOT_SHOWN))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        long records = residents.stream().flatMap(f -> f.subject().stream()).distinct().count();
        return names.isEmpty() ? Wording.count(records, "record") : names;
    }

    String agencies(Side side) {
        return side.agencies().stream().map(visit::agency).collect(Collectors.joining(", "));
    }

    Certainty certainty() {
        return switch (compared.pair()) {
            case Waiting.People p ->
                    p.explanation()
                            .map(e -> Wording.certainty(e.certainty().word()))
                            .orElse(Certainty.NOT_KNOWN);
            case Waiting.Places _ -> Certainty.POSSIBLE;
        };
    }

    /** The fields that agree, or differ, in words. */
    String fields(Set<Agreement> wanted, String none) {
        return switch (compared.pair()) {
            case Waiting.People p -> {
                String words =
                        p.explanation().stream()
                                .flatMap(e -> e.lines().stream())
                                .filter(l -> wanted.contains(l.agreement()))
                                .map(l -> label(l.field()).toLowerCase(java.util.Locale.UK))
                                .collect(Collectors.joining(", "));
                yield words.isEmpty() ? none : words;
            }
            case Waiting.Places p ->
                    wanted.contains(Agreement.AGREES)
                            ? "part of the wording"
                            : PlaceWords.inTheWay(p.reason());
        };
    }

    static Set<Agreement> speakingFor() {
        return EnumSet.of(Agreement.AGREES, Agreement.SIMILAR);
    }

    static Set<Agreement> against() {
        return EnumSet.of(Agreement.DIFFERS);
    }

    List<Comparison> comparisons() {
        return switch (compared.pair()) {
            case Waiting.People p -> p.explanation().map(e -> people(p, e)).orElse(List.of());
            case Waiting.Places p -> places(p);
        };
    }

    private List<Comparison> people(Waiting.People pair, Explanation why) {
        RecordDetails first = details(compared.first(), pair.first());
        RecordDetails second = details(compared.second(), pair.second());
        List<Comparison> rows = new ArrayList<>();
        why.lines().stream()
                .sorted(Comparator.comparingInt(Explanation.Line::weightTenths).reversed())
                .forEach(l -> rows.add(row(l, first, second)));
        for (Field field : Field.values()) {
            if (why.in(field) == Agreement.NOT_KNOWN && asked(field)) {
                rows.add(row(new Explanation.Line(field, Agreement.NOT_KNOWN, 0), first, second));
            }
        }
        return rows.stream().distinct().toList();
    }

    /** Fields whose absence is worth a row. */
    private static boolean asked(Field field) {
        return switch (field) {
            case NHS_NUMBER, GIVEN_NAME, FAMILY_NAME, DATE_OF_BIRTH, SEX, ADDRESS -> true;
            case OTHER_IDENTIFIER, DATE_OF_DEATH, MOTHER, PHONE, EMAIL -> false;
        };
    }

    private static RecordDetails details(Side side, SourceRecord record) {
        return new DetailsOf(side.facts(), _ -> true).of(record);
    }

    private Comparison row(Explanation.Line line, RecordDetails first, RecordDetails second) {
        boolean known = line.agreement() != Agreement.NOT_KNOWN;
        return new Comparison(
                label(line.field()),
                value(line.field(), first, compared.first(), known),
                value(line.field(), second, compared.second(), known),
                result(line.agreement()),
                known ? Weighing.of(line.weightTenths() / FULL_BAR_TENTHS) : Weighing.none(),
                counts(line));
    }

    private static Tag result(Agreement agreement) {
        return switch (agreement) {
            case AGREES -> new Tag("Agrees", Tone.GREEN);
            case SIMILAR -> new Tag("Partly agrees", Tone.BLUE);
            case DIFFERS -> new Tag("Differs", Tone.AMBER);
            case NOT_KNOWN -> new Tag("Not known", Tone.NEUTRAL);
        };
    }

    private static String counts(Explanation.Line line) {
        if (line.agreement() == Agreement.NOT_KNOWN) {
            return "Counts for nothing either way";
        }
        int weight = Math.abs(line.weightTenths());
        String strength =
                weight >= VERY_STRONG_TENTHS
                        ? "Very strong"
                        : weight >= STRONG_TENTHS
                                ? "Strong"
                                : weight >= MODERATE_TENTHS ? "Moderate" : "Weak";
        return strength + (line.weightTenths() < 0 ? ", against" : ", for");
    }

    /** A value where both sides may be read; of one side alone it would tell the other's. */
    private String value(Field field, RecordDetails details, Side side, boolean known) {
        if (!compared.valuesShown() || (field == Field.ADDRESS && healths())) {
            return known ? HELD : "Not shown";
        }
        return values(field, details, side)
                .filter(v -> !v.isBlank())
                .orElse(known ? HELD : NOT_HELD);
    }

    /** Whether health wrote either address: with the result, the one beside it would tell it. */
    private boolean healths() {
        return compared.pair() instanceof Waiting.People pair
                && (kept(compared.first(), pair.first()) || kept(compared.second(), pair.second()));
    }

    private boolean kept(Side side, SourceRecord record) {
        return HealthAddresses.keptFrom(visit, record.agency())
                && side.facts().stream()
                        .filter(f -> f.subject().filter(record::equals).isPresent())
                        .filter(f -> f.place().isPresent())
                        .anyMatch(f -> !HealthAddresses.disclosed(visit, side.facts(), f));
    }

    private static Optional<String> values(Field field, RecordDetails details, Side side) {
        return switch (field) {
            case NHS_NUMBER -> identifiers(details, true);
            case OTHER_IDENTIFIER -> identifiers(details, false);
            case GIVEN_NAME ->
                    joined(details.names().stream().map(n -> String.join(" ", n.given())).toList());
            case FAMILY_NAME -> joined(details.names().stream().map(n -> n.family()).toList());
            case DATE_OF_BIRTH ->
                    joined(details.datesOfBirth().stream().map(d -> d.inWords()).toList());
            case SEX -> details.sex().map(s -> Wording.capital(Wording.code(s.name())));
            case DATE_OF_DEATH -> details.died().map(Words::day);
            case MOTHER -> details.mother().map(_ -> "Recorded");
            case ADDRESS -> address(side.facts(), details.record());
            case PHONE -> joined(details.phones());
            case EMAIL -> joined(details.emails());
        };
    }

    private static Optional<String> identifiers(RecordDetails details, boolean nhs) {
        return joined(
                details.identifiers().stream()
                        .filter(i -> (i.type() == IdentifierType.NHS) == nhs)
                        .map(Identifier::value)
                        .toList());
    }

    private static Optional<String> address(List<Fact> facts, SourceRecord record) {
        return facts.stream()
                .filter(f -> f.subject().filter(record::equals).isPresent())
                .filter(f -> f.body() instanceof PersonBody)
                .max(Comparator.comparingLong(Fact::position).thenComparing(f -> f.id().text()))
                .stream()
                .flatMap(_ -> facts.stream())
                .filter(f -> f.subject().filter(record::equals).isPresent())
                .flatMap(f -> f.place().stream())
                .map(ChildParts::written)
                .reduce((_, later) -> later);
    }

    private static Optional<String> joined(List<String> values) {
        String text =
                values.stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    static String label(Field field) {
        return switch (field) {
            case NHS_NUMBER -> "NHS number";
            case OTHER_IDENTIFIER -> "Other numbers";
            case GIVEN_NAME -> "First names";
            case FAMILY_NAME -> "Surname";
            case DATE_OF_BIRTH -> "Date of birth";
            case SEX -> "Sex";
            case DATE_OF_DEATH -> "Date of death";
            case MOTHER -> "Mother";
            case ADDRESS -> "Home address";
            case PHONE -> "Telephone";
            case EMAIL -> "E-mail";
        };
    }

    private List<Comparison> places(Waiting.Places pair) {
        Optional<Address> first = places.address(compared.first());
        Optional<Address> second = places.address(compared.second());
        return List.of(
                place(
                        "Address as written",
                        first.map(Address::line).map(t -> t.value()),
                        second.map(Address::line).map(t -> t.value())),
                place(
                        "Postcode",
                        first.flatMap(Address::postcode),
                        second.flatMap(Address::postcode)),
                place(
                        "Property number (UPRN)",
                        first.flatMap(Address::uprn),
                        second.flatMap(Address::uprn)),
                new Comparison(
                        "What is in the way",
                        "",
                        "",
                        new Tag("Cannot tell", Tone.NEUTRAL),
                        Weighing.none(),
                        Wording.capital(PlaceWords.inTheWay(pair.reason()))));
    }

    private static Comparison place(String label, Optional<String> first, Optional<String> second) {
        boolean known = first.isPresent() && second.isPresent();
        boolean same = known && first.get().strip().equalsIgnoreCase(second.get().strip());
        return new Comparison(
                label,
                first.orElse(NOT_HELD),
                second.orElse(NOT_HELD),
                result(!known ? Agreement.NOT_KNOWN : same ? Agreement.AGREES : Agreement.DIFFERS),
                !known ? Weighing.none() : Weighing.of(same ? 0.4 : -0.4),
                !known ? "Counts for nothing either way" : same ? "For" : "Against, as written");
    }
}
