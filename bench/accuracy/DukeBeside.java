import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.cleaners.LowerCaseNormalizeCleaner;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.datasources.CSVDataSource;
import no.priv.garshol.duke.datasources.Column;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Duke 1.2 on one set, configured by hand as its guide does: {@code SET ID-COLUMN PAIRS.csv FILE
 * [FILE]}. Writes the pairs from .5 on, the surest first, as (file, id, file, id, probability).
 */
final class DukeBeside {
    private record Pair(String one, String other, double probability) {}

    public static void main(String[] arguments) throws IOException {
        String key = arguments[1];
        List<String> files = Arrays.asList(arguments).subList(3, arguments.length);
        List<String> columns =
                Arrays.stream(Files.readAllLines(Path.of(files.getFirst())).getFirst().split(","))
                        .map(String::strip)
                        .filter(c -> !c.equals(key))
                        .toList();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setThreshold(.5);
        List<Property> properties = new ArrayList<>(List.of(new PropertyImpl("ID")));
        columns.forEach(c -> properties.add(property(c)));
        configuration.setProperties(properties);
        for (int f = 0; f < files.size(); f++) {
            configuration.addDataSource(0, source(f, files.get(f), key, columns));
        }
        List<Pair> pairs = new ArrayList<>();
        Processor processor = new Processor(configuration);
        processor.setThreads(Runtime.getRuntime().availableProcessors());
        processor.addMatchListener(
                new AbstractMatchListener() {
                    @Override
                    public synchronized void matches(Record one, Record other, double probability) {
                        String a = one.getValue("ID");
                        String b = other.getValue("ID");
                        if (files.size() == 1 || a.charAt(0) != b.charAt(0)) {
                            pairs.add(new Pair(a, b, probability));
                        }
                    }
                });
        processor.deduplicate(40_000);
        processor.close();
        pairs.sort((x, y) -> Double.compare(y.probability, x.probability));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            pairs.forEach(p -> out.println(p.one + "," + p.other + "," + p.probability));
        }
    }

    private static CSVDataSource source(int number, String file, String key, List<String> columns) {
        CSVDataSource source = new CSVDataSource();
        source.setInputFile(file);
        source.setEncoding("utf-8");
        source.addColumn(new Column(key, "ID", null, id -> number + "," + id.strip()));
        columns.forEach(
                c -> source.addColumn(new Column(c, c, null, new LowerCaseNormalizeCleaner())));
        return source;
    }

    /** What a column proves where it agrees and where it does not. */
    private static Property property(String column) {
        boolean found =
                column.matches(
                        "(given|first|sur|full).*name|forename|dob|.*birth|phone|soc_sec_id|nhs.*|email|title|authors");
        PropertyImpl property =
                switch (column) {
                    case "dob", "date_of_birth" -> of(column, new Levenshtein(), .1, .93);
                    case "soc_sec_id", "nhs", "nhs_number", "email" ->
                            of(column, new Levenshtein(), .2, .96);
                    case "phone" -> of(column, new Levenshtein(), .4, .9);
                    case "sex" -> of(column, new ExactComparator(), .2, .51);
                    case "street_number", "house_number", "age" ->
                            of(column, new ExactComparator(), .45, .6);
                    case "postcode", "postcode_fake" -> of(column, new Levenshtein(), .4, .65);
                    case "state", "town", "suburb", "birth_place", "occupation" ->
                            of(column, new Levenshtein(), .45, .53);
                    default ->
                            of(
                                    column,
                                    new Levenshtein(),
                                    column.contains("name") ? .15 : .4,
                                    column.contains("name") ? .86 : .65);
                };
        property.setLookupBehaviour(found ? Property.Lookup.TRUE : Property.Lookup.FALSE);
        return property;
    }

    private static PropertyImpl of(String column, Comparator comparator, double low, double high) {
        return new PropertyImpl(column, comparator, low, high);
    }
}
