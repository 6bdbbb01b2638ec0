package sightline.stories;

import sightline.core.kernel.London;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What must be said of a family, one line of its {@code expected.csv}.
 *
 * @param days on one of which it must be said
 * @param says its types, or {@code never}: no alert of the rules
 * @param rules one of which must say it
 * @param to each must be told: an id or a type of agency, or one of several with a bar between
 * @param about a record of the person; nothing for anybody
 * @param due the day at whose end it is due; nothing for any
 */
record WantedRow(
        List<LocalDate> days,
        List<String> says,
        List<String> rules,
        List<String> to,
        List<String> about,
        List<LocalDate> due) {

    static WantedRow read(String line) {
        String[] cells = line.split(",", -1);
        return new WantedRow(
                split(cells[0]).stream().map(LocalDate::parse).toList(),
                split(cells[1]),
                split(cells[2]),
                split(cells[3]),
                split(cells[4]),
                split(cells[5]).stream().map(LocalDate::parse).toList());
    }

    boolean never() {
        return says.contains("never");
    }

    boolean met(Said said) {
        return says.contains(said.type())
                && days.stream().anyMatch(said::on)
                && said.about().containsAll(about)
                && (due.isEmpty()
                        || said.due()
                                .map(d -> London.day(d.minusSeconds(1)))
                                .filter(due::contains)
                                .isPresent());
    }

    private static List<String> split(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(t -> !t.isEmpty() && !t.equals("-"))
                .toList();
    }

    @Override
    public String toString() {
        return "%s %s %s to %s about %s due %s".formatted(days, says, rules, to, about, due);
    }
}
