package sightline.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first line of a table: whether it names the columns at all, and names for those without. */
final class Header {
    private Header() {}

    /**
     * Whether the line is a record like those below it: no part of it is a word that columns are
     * called by, and at least one is a date, a long number or an address of e-mail.
     */
    static boolean isRecord(List<String> line) {
        boolean value = false;
        for (String cell : line) {
            String words = Vocabulary.words(cell);
            if (Vocabulary.kindOf(words).isPresent()
                    || Vocabulary.isRowKey(words)
                    || Vocabulary.isAnswer(words)
                    || Vocabulary.isSource(words)) {
                return false;
            }
            value |= isValue(cell);
        }
        return value;
    }

    private static boolean isValue(String cell) {
        long digits = cell.chars().filter(Character::isDigit).count();
        boolean letters = cell.chars().anyMatch(Character::isLetter);
        boolean date =
                digits >= 6
                        && cell.length() <= 20
                        && DateText.read(cell, DateText.Order.DAY_FIRST) > 0;
        boolean mail = cell.indexOf('@') > 0 && cell.indexOf('.', cell.indexOf('@')) > 0;
        return date || mail || (!letters && digits >= 5);
    }

    /** Numbers the columns that have no name or that of another. */
    static void name(List<String> header) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
            String own = name;
            for (int number = 2; !taken.add(own); number++) {
                own = name + " " + number;
            }
            header.set(i, own);
        }
    }
}
