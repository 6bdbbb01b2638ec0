package sightline.core.identity;

import org.jspecify.annotations.Nullable;

import sightline.core.kernel.PartialDate;
import sightline.linkage.Column;
import sightline.linkage.FieldKind;
import sightline.linkage.FrozenModel;
import sightline.linkage.Linkage;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;
import sightline.linkage.TrainedModel.Kind;
import sightline.linkage.TrainedModel.LearntColumn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What names, dates and contacts prove, as the linkage library learnt it without labels from the
 * records of an invented population. Frozen: the same two records weigh the same today and
 * tomorrow. Knows nothing of identifiers, mothers and pregnancies, of which {@link
 * PersonComparison} has rules of its own.
 */
public final class LearntModel {
    private static final String FILE = "learnt-model.csv";

    /** Of all pairs of records, one in so many is of one person: a partnership of a million. */
    private static final double ONE_PERSON = 1e-6;

    private static final double DAY_SHARE = 1 / 25_000.0;
    private static final double YEAR_SHARE = 1 / 80.0;

    /** One date in ten of those given is the first of January of a guessed year. */
    private static final double FIRST_OF_JANUARY_SHARE = YEAR_SHARE / 10;

    private static final double CONTACT_SHARE = 1e-6;
    private static final double HOUSE_SHARE = 0.012;
    private static final double POSTCODE_SHARE = 1e-5;

    /** What is compared, with how frequent its values are. */
    private static final List<Said> COLUMNS =
            List.of(
                    said("forename", FieldKind.GIVEN_NAME, LearntModel::given, of -> forenames(of)),
                    said("middle", FieldKind.MIDDLE_NAME, LearntModel::given, of -> middle(of)),
                    said("surname", FieldKind.SURNAME, LearntModel::family, of -> surnames(of)),
                    said("birth", FieldKind.BIRTH_DATE, LearntModel::birth, of -> births(of)),
                    said("sex", FieldKind.SEX, _ -> 0.5, of -> sexes(of)),
                    said("phone", FieldKind.PHONE, _ -> CONTACT_SHARE, Prepared::phones),
                    said("email", FieldKind.EMAIL, _ -> CONTACT_SHARE, Prepared::emails),
                    said("house", FieldKind.HOUSE_NUMBER, _ -> HOUSE_SHARE, of -> houses(of)),
                    said("postcode", FieldKind.POSTCODE, _ -> POSTCODE_SHARE, of -> codes(of)));

    private static final FrozenModel MODEL = model();

    private record Said(
            String name,
            FieldKind kind,
            ToDoubleFunction<String> share,
            Function<Prepared, Collection<String>> values) {}

    /** Remembers of a record what the model reads of it, once it was asked for. */
    static final class Reading {
        private FrozenModel.@Nullable Ready ready;

        private FrozenModel.Ready of(Prepared record) {
            var known = ready;
            if (known == null) {
                known = MODEL.ready(values(record));
                ready = known;
            }
            return known;
        }
    }

    private LearntModel() {}

    /** The evidence, in bits: 0 where it is even odds that the two are one person. */
    static double bits(Prepared a, Prepared b) {
        return MODEL.bits(a.learnt().of(a), b.learnt().of(b));
    }

    /**
     * Learns anew from records, as text for the model's file. NHS numbers help to tell who is who
     * while it learns, and are no part of the model.
     */
    public static String learnt(Collection<RecordDetails> records) {
        var help = said("nhs number", FieldKind.IDENTIFIER, _ -> 0, of -> numbers(of));
        var columns = Stream.concat(COLUMNS.stream(), Stream.of(help)).toList();
        var prepared = records.stream().map(Prepared::of).toList();
        var table =
                Table.of(
                        "records",
                        columns.stream().map(column -> column(column, prepared)).toList());
        var trained = Linkage.with(settings(columns), List.of(table), _ -> {}).trained();
        return text(trained, help.name);
    }

    private static Column column(Said said, List<Prepared> records) {
        return Column.of(
                said.name,
                records.stream()
                        .map(record -> said.values.apply(record).stream().findFirst().orElse(""))
                        .toList());
    }

    private static String text(TrainedModel trained, String leftOut) {
        var lines = new ArrayList<String>();
        lines.add(line("kind", trained.kinds().stream().map(Kind::share)));
        for (var column : trained.columns()) {
            if (!column.name().equals(leftOut)) {
                column.cells().forEach(cell -> lines.add(line(column.name(), cell.stream())));
            }
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String name, Stream<Double> values) {
        return values.map(value -> String.format(Locale.ROOT, "%.4g", value))
                .collect(Collectors.joining(",", name + ",", ""));
    }

    private static FrozenModel model() {
        var cells = new LinkedHashMap<String, List<List<Double>>>();
        var kinds = new ArrayList<Kind>();
        for (var row : rows()) {
            var values = Arrays.stream(row).skip(1).map(Double::valueOf).toList();
            if (row[0].equals("kind")) {
                var names = TrainedModel.kindNames();
                for (var k = 0; k < names.size(); k++) {
                    kinds.add(new Kind(names.get(k), values.get(k)));
                }
            } else {
                cells.computeIfAbsent(row[0], name -> new ArrayList<>()).add(values);
            }
        }
        var columns =
                COLUMNS.stream()
                        .map(c ->
                                new LearntColumn(
                                        c.name, c.kind, cells.getOrDefault(c.name, List.of())))
                        .toList();
        return new FrozenModel(
                        new TrainedModel(settings(COLUMNS), kinds, columns),
                        COLUMNS.stream().collect(Collectors.toMap(Said::name, Said::share)))
                .withPrior(ONE_PERSON);
    }

    private static List<String[]> rows() {
        var stream =
                Objects.requireNonNull(
                        LearntModel.class.getResourceAsStream(FILE),
                        () -> "The table " + FILE + " is missing from the build.");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings settings(List<Said> columns) {
        return Settings.of(
                columns.stream()
                        .map(c ->
                                new sightline.linkage.Field(
                                        c.name, List.of(c.name), c.kind, "as identity knows it"))
                        .toList());
    }

    private static Map<String, List<String>> values(Prepared record) {
        var values = new HashMap<String, List<String>>();
        COLUMNS.forEach(c -> values.put(c.name, List.copyOf(c.values.apply(record))));
        return values;
    }

    private static Said said(
            String name,
            FieldKind kind,
            ToDoubleFunction<String> share,
            Function<Prepared, Collection<String>> values) {
        return new Said(name, kind, share, values);
    }

    private static List<String> forenames(Prepared of) {
        return of.names().stream()
                .filter(Prepared.Name::hasGiven)
                .map(Prepared.Name::firstGiven)
                .toList();
    }

    private static List<String> middle(Prepared of) {
        return of.names().stream()
                .filter(name -> name.given().size() > 1)
                .map(name -> String.join(" ", name.given().subList(1, name.given().size())))
                .toList();
    }

    private static List<String> surnames(Prepared of) {
        return of.names().stream()
                .filter(name -> !name.family().isEmpty())
                .map(name ->
                        name.familyParts().size() > 1
                                ? String.join(" ", name.familyParts())
                                : name.family())
                .toList();
    }

    private static List<String> births(Prepared of) {
        return of.births().stream().map(PartialDate::text).toList();
    }

    private static List<String> numbers(Prepared of) {
        return of.nhsNumbers().stream().map(Prepared.IssuedNumber::key).toList();
    }

    private static List<String> sexes(Prepared of) {
        return of.sexes().stream().map(Sex::name).toList();
    }

    /** Where people live who are no household, it says nothing that they share the address. */
    private static Stream<PlaceKey> homes(Prepared of) {
        return of.places().stream().filter(place -> place.usable() && !place.communal());
    }

    private static List<String> houses(Prepared of) {
        return homes(of).map(LearntModel::house).filter(house -> !house.isEmpty()).toList();
    }

    private static String house(PlaceKey place) {
        var units = place.subUnits().stream().map(SubUnit::label).collect(Collectors.joining(" "));
        var number = place.number().map(HouseNumber::text).or(place::building).orElse("");
        return (units + " " + number).strip();
    }

    private static List<String> codes(Prepared of) {
        return homes(of).flatMap(place -> place.postcode().stream()).toList();
    }

    private static double given(String name) {
        return share(
                NameTables.givenLimitTenths(name.toUpperCase(Locale.ROOT)),
                MatchWeights.GIVEN_SAME);
    }

    private static double family(String name) {
        return share(
                NameTables.familyLimitTenths(name.toUpperCase(Locale.ROOT)),
                MatchWeights.FAMILY_SAME);
    }

    private static double share(int tenths, MatchWeights most) {
        return StrictMath.pow(2, -Math.min(tenths, most.tenths()) / 10.0);
    }

    /** Of a date as eight digits, with zeros for what is not known. */
    private static double birth(String digits) {
        if (digits.endsWith("00")) {
            return YEAR_SHARE;
        }
        return digits.endsWith("0101") ? FIRST_OF_JANUARY_SHARE : DAY_SHARE;
    }
}
