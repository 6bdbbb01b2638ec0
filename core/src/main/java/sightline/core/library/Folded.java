package sightline.core.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text as words that can be compared: without case, accents, look-alike letters of other
 * alphabets, what has no width, and hyphens at the ends of lines. Each word knows where it stood.
 */
final class Folded {
    /** A word, from and to in the text it came from. */
    record Word(String letters, int from, int to) {}

    private static final Map<Integer, Character> LOOK_ALIKES =
            Map.ofEntries(
                    Map.entry((int) 'а', 'a'),
                    Map.entry((int) 'е', 'e'),
                    Map.entry((int) 'о', 'o'),
                    Map.entry((int) 'р', 'p'),
                    Map.entry((int) 'с', 'c'),
                    Map.entry((int) 'у', 'y'),
                    Map.entry((int) 'х', 'x'),
                    Map.entry((int) 'і', 'i'),
                    Map.entry((int) 'ј', 'j'),
                    Map.entry((int) 'ѕ', 's'),
                    Map.entry((int) 'α', 'a'),
                    Map.entry((int) 'ο', 'o'),
                    Map.entry((int) 'ν', 'v'),
                    Map.entry((int) 'ı', 'i'),
                    Map.entry((int) 'ø', 'o'),
                    Map.entry((int) 'ł', 'l'),
                    Map.entry((int) 'đ', 'd'));

    private Folded() {}

    static List<Word> words(CharSequence text) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int from = 0;
        int to = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int c = Character.codePointAt(text, i);
            int width = Character.charCount(c);
            if (!hasNoWidth(c)) {
                String letters = letters(c);
                int after = word.isEmpty() ? 0 : endOfHyphen(text, i, c);
                if (!letters.isEmpty()) {
                    from = word.isEmpty() ? i : from;
                    word.append(letters);
                    to = i + width;
                } else if (after > 0) {
                    i = after;
                    continue;
                } else if (!word.isEmpty()) {
                    words.add(new Word(word.toString(), from, to));
                    word.setLength(0);
                }
            }
            i += width;
        }
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), from, to));
        }
        return words;
    }

    /** Where the text goes on after a hyphen that only ends a line; 0 where it is no such one. */
    private static int endOfHyphen(CharSequence text, int at, int c) {
        if (c != '-' && c != '\u2010' && c != '\u2011') {
            return 0;
        }
        int i = at + 1;
        boolean newLine = false;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            newLine |= text.charAt(i) == '\n' || text.charAt(i) == '\r';
            i++;
        }
        return newLine ? i : 0;
    }

    private static boolean hasNoWidth(int c) {
        return c == 0x00AD
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == 0x034F
                || c == 0x115F
                || c == 0x3164;
    }

    /** The letters and digits that a character stands for; none where it parts words. */
    private static String letters(int c) {
        if (c < 0x80) {
            int lower = c >= 'A' && c <= 'Z' ? c + 32 : c;
            boolean counts = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
            return counts ? Character.toString(lower) : "";
        }
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder();
        plain.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(p -> Character.isLetterOrDigit(p))
                .forEach(p -> {
                    Character like = LOOK_ALIKES.get(p);
                    int digit = Character.isDigit(p) ? Character.digit(p, 10) : -1;
                    letters.append(
                            like != null
                                    ? like.toString()
                                    : digit >= 0 ? Integer.toString(digit) : Character.toString(p));
                });
        return letters.toString();
    }
}
