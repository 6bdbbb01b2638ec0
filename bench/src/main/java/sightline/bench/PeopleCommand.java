package sightline.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import sightline.population.Address;
import sightline.population.AgencyRecord;
import sightline.population.Population;
import sightline.population.Settings;
import sightline.population.SourceRecord;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What agencies wrote down about an invented population, as a file to be linked. */
@Command(
        name = "people",
        description = "Write agencies' records of invented people, with the truth in `cluster`.",
        mixinStandardHelpOptions = true)
final class PeopleCommand implements Callable<Integer> {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 60;
    private static final double RECORDS_A_PERSON = 4.0;

    /** Half of the records stay out, so that most people stand in the file once to three times. */
    private static final double KEPT = 0.5;

    @Option(names = "--records", defaultValue = "100000", description = "How many, at the most.")
    private int records;

    @Option(names = "--seed", defaultValue = "7", description = "Another seed, other people.")
    private long seed;

    @Option(names = "--output", required = true, description = "The CSV file to write.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
        int people = Math.max(50, (int) (records / RECORDS_A_PERSON / KEPT));
        Population population =
                new Population(Settings.of(seed, people, FROM, FROM.plusDays(DAYS)));
        List<String> lines = lines(population.sourceRecords());
        try (Writer out = Files.newBufferedWriter(output)) {
            out.write("id,cluster,first_name,surname,dob,sex,address,town,postcode,phone\n");
            for (int i = 0; i < lines.size(); i++) {
                out.write(i + "," + lines.get(i) + "\n");
            }
        }
        return 0;
    }

    private List<String> lines(Iterator<SourceRecord> all) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        while (all.hasNext() && lines.size() < records) {
            SourceRecord record = all.next();
            if (random.nextDouble() < KEPT) {
                lines.add(record.person().value() + "," + line(record.record()));
            }
        }
        return lines;
    }

    private static String line(AgencyRecord r) {
        Address at = r.address();
        return Stream.of(
                        r.forename(),
                        r.surname(),
                        r.dateOfBirth(),
                        r.sex(),
                        at == null ? "" : street(at),
                        at == null ? "" : at.town(),
                        at == null ? "" : at.postcode(),
                        r.identifiers().getOrDefault("phone", ""))
                .map(value -> Objects.requireNonNullElse(value, "").replace(',', ' '))
                .collect(Collectors.joining(","));
    }

    private static String street(Address at) {
        return Stream.of(at.unit(), at.building(), at.number(), at.street())
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
