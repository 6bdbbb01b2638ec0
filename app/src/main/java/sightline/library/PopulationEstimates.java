package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.library.Reidentification;
import sightline.database.JobName;
import sightline.database.SqlArrays;
import sightline.database.Transactions;
import sightline.feeds.CsvTable;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published numbers of children by area, ages and year, with the source of each and whether it
 * is confirmed. They are brought in as a table; nothing is counted by hand.
 */
public final class PopulationEstimates {
    /** The headings of the table. An empty area is the nation. */
    public static final List<String> COLUMNS =
            List.of("area", "age_from", "age_to", "year", "children", "source", "mark");

    private static final int ROWS_MAX = 100_000;

    private final Transactions transactions;

    public PopulationEstimates(Transactions transactions) {
        this.transactions = transactions;
    }

    /** That of some place no number is known. */
    public static final class UnknownPlaceException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownPlaceException(String place) {
            super(
                    "No published number of children is known for "
                            + (place.isEmpty() ? "the nation" : place)
                            + ". Bring it in with: library population FILE");
        }
    }

    private record Band(
            String area, int from, int to, int year, long children, String source, String mark) {}

    /**
     * Brings a table in; an area that is in it stands as it is there, whatever was known before.
     *
     * @return how many rows came in
     * @throws IllegalArgumentException where a row cannot be read; nothing comes in then
     */
    public int replace(Reader in) throws IOException {
        CsvTable table = new CsvTable(in, ',');
        if (!COLUMNS.equals(table.next())) {
            throw new IllegalArgumentException(
                    "The first line must be: " + String.join(",", COLUMNS));
        }
        List<Band> bands = new ArrayList<>();
        for (List<String> row = table.next(); row != null; row = table.next()) {
            bands.add(band(row, bands.size() + 2));
            if (bands.size() > ROWS_MAX) {
                throw new IllegalArgumentException("More than " + ROWS_MAX + " rows. Split it.");
            }
        }
        return transactions.asJob(
                JobName.LIBRARY,
                sql -> {
                    for (String area : bands.stream().map(Band::area).distinct().toList()) {
                        sql.sql("DELETE FROM library.population WHERE area = :area")
                                .param("area", area)
                                .update();
                    }
                    bands.forEach(b -> insert(sql, b));
                    return bands.size();
                });
    }

    private static Band band(List<String> row, int line) {
        try {
            Band band =
                    new Band(
                            row.get(0).strip(),
                            Integer.parseInt(row.get(1).strip()),
                            Integer.parseInt(row.get(2).strip()),
                            Integer.parseInt(row.get(3).strip()),
                            Long.parseLong(row.get(4).strip()),
                            row.get(5).strip(),
                            row.get(6).strip());
            if (band.from() < 0 || band.to() < band.from() || band.to() > 17) {
                throw new IllegalArgumentException(
                        "Line " + line + ": ages are 0 to 17, in order.");
            }
            if (band.children() < 0 || band.source().isEmpty() || band.mark().isEmpty()) {
                throw new IllegalArgumentException(
                        "Line "
                                + line
                                + ": write the number, its source, and confirmed or unconfirmed.");
            }
            return band;
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    "Line " + line + ": write " + String.join(",", COLUMNS), wrong);
        }
    }

    private static void insert(JdbcClient sql, Band b) {
        sql.sql(
                        """
                        INSERT INTO library.population (area, age_from, age_to, year, children, source, mark)
                        VALUES (:area, :from, :to, :year, :children, :source, :mark)
                        """)
                .param("area", b.area())
                .param("from", b.from())
                .param("to", b.to())
                .param("year", b.year())
                .param("children", b.children())
                .param("source", b.source())
                .param("mark", b.mark())
                .update();
    }

    /**
     * The numbers for a count. A year without numbers has those of the nearest year that has; of a
     * band that reaches further than the ages asked, as large a part counts as they are of it.
     */
    static Reidentification.Population in(JdbcClient sql) {
        return (place, from, to, year) -> children(sql, place, from, to, year);
    }

    private static long children(
            JdbcClient sql, Optional<String> place, int from, int to, int year) {
        String area = place.orElse("");
        Optional<Integer> nearest =
                sql.sql(
                                """
                                SELECT year FROM library.population WHERE area = :area
                                 ORDER BY abs(year - :year), year LIMIT 1
                                """)
                        .param("area", area)
                        .param("year", year)
                        .query(Integer.class)
                        .optional();
        return sql.sql(
                        """
                        SELECT coalesce(sum(floor(children::float8 * (least(age_to, :to) - greatest(age_from, :from) + 1)
                                                  / (age_to - age_from + 1))), 0)::bigint
                          FROM library.population
                         WHERE area = :area AND year = :year AND age_from <= :to AND age_to >= :from
                        """)
                .param("area", area)
                .param("from", from)
                .param("to", to)
                .param("year", nearest.orElseThrow(() -> new UnknownPlaceException(area)))
                .query(Long.class)
                .single();
    }

    /** Where the numbers of some places are from, and whether they are confirmed. */
    static String sources(JdbcClient sql, List<String> places) {
        return String.join(
                "; ",
                sql.sql(
                                """
                                SELECT DISTINCT source || ' (' || mark || ')' FROM library.population
                                 WHERE area = ANY (:places) ORDER BY 1 LIMIT 5
                                """)
                        .param("places", SqlArrays.texts(places))
                        .query(String.class)
                        .list());
    }
}
