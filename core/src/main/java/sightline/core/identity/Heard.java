package sightline.core.identity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A forename as English ears hear it, vowels and all, so that Toby and Tobi, Catherine and
 * Katherine, Kayleigh and Kaylee are one. Nobody calls two children of one birthday by one sound.
 *
 * @param written in upper case
 * @param sound the same for names that sound the same; other scripts stay as they are
 * @param stem the sound without its last vowel where that may be a pet ending
 */
record Heard(String written, String sound, String stem) {
    private record Rule(Pattern written, String heard) {}

    private static final List<Rule> RULES =
            List.of(
                    rule("E?IGH$", "I"),
                    rule("^[KG]N", "N"),
                    rule("^WR", "R"),
                    rule("^THOM", "TOM"),
                    rule("PH", "F"),
                    rule("CH(?=[LR])", "K"),
                    rule("CK", "K"),
                    rule("C(?=[EIY])", "S"),
                    rule("C(?!H)", "K"),
                    rule("Q", "K"),
                    rule("^G(?=[EIY])", "J"),
                    rule("(?<=[RKGBDJ])H", ""),
                    rule("(?<=[AEIOUY])H(?![AEIOUY])", ""),
                    rule("AW", "AU"),
                    rule("OO", "U"),
                    rule("EI(?=[AER])|IE(?=R)", "I"),
                    rule("([^AEIOUY])\\1E$", "$1"),
                    rule("([AEIOU][AEIOUY][^AEIOUY])E$", "$1"),
                    rule("(?<=[^AEIOUY])(?:IE|EY|EE|Y)$", "I"),
                    rule("(?<!^)Y", "I"),
                    rule("(.)\\1+", "$1"));

    /** After a doubled consonant the vowel is short, before a single one with "ey" it is long. */
    private static final Pattern SHORT_VOWEL = Pattern.compile("([^AEIOUY])\\1(?:IE|EY|EE|Y|I)$");

    private static final Pattern LONG_VOWEL = Pattern.compile("[AEIOUY][^AEIOUY](?:EY|EE)$");
    private static final Pattern PET_ENDING = Pattern.compile("(?<!E)[IY]E?$");
    private static final Pattern LAST_VOWEL = Pattern.compile("(?<=[^AEIOU])(?:IE|I|E)$|(?<=O)E$");
    private static final int ROUGH_LENGTH_MIN = 5;
    private static final int ROUGH_SOUNDS_MIN = 3;
    private static final int STEM_MIN = 2;
    private static final int PET_MIN = 4;
    private static final int CUT_OFF_MIN = 2;

    static Heard of(String written) {
        var sound = written;
        for (var rule : RULES) {
            sound = rule.written.matcher(sound).replaceAll(rule.heard);
        }
        return new Heard(written, sound, LAST_VOWEL.matcher(sound).replaceAll(""));
    }

    private static Rule rule(String written, String heard) {
        return new Rule(Pattern.compile(written), heard);
    }

    /** Whether the two sound the same. */
    boolean soundsAs(Heard other) {
        return sound.equals(other.sound) && !shortAndLong(other) && !other.shortAndLong(this);
    }

    private boolean shortAndLong(Heard other) {
        return SHORT_VOWEL.matcher(written).find() && LONG_VOWEL.matcher(other.written).find();
    }

    /**
     * Whether no more than an unstressed vowel tells them apart: Mohammed and Muhammad, Aidan and
     * Aiden; not Hassan and Hussain.
     */
    boolean soundsNearlyAs(Heard other) {
        return written.charAt(0) == other.written.charAt(0)
                && Math.min(written.length(), other.written.length()) >= ROUGH_LENGTH_MIN
                && last() == other.last()
                && rough().equals(other.rough())
                && sounds() >= ROUGH_SOUNDS_MIN;
    }

    private char last() {
        return sound.charAt(sound.length() - 1);
    }

    private String rough() {
        return sound.replace('E', 'A').replace('U', 'O');
    }

    private long sounds() {
        return sound.chars().skip(1).filter(letter -> "AEIOU".indexOf(letter) < 0).count() + 1;
    }

    /**
     * Whether one is the other, or its beginning, with a pet ending: Evie of Eve, Tobi of Tobias;
     * not Jake of Jack, whose endings are no pet's.
     */
    boolean isPetFormWith(Heard other) {
        return isPetFormOf(other) || other.isPetFormOf(this);
    }

    private boolean isPetFormOf(Heard name) {
        return PET_ENDING.matcher(written).find()
                && ((stem.length() >= STEM_MIN && stem.equals(name.stem))
                        || (sound.length() >= PET_MIN && name.startsWith(sound)));
    }

    /** Whether one, but for its last vowel, begins the other. */
    boolean beginsWith(Heard other) {
        var cut = written.length() < other.written.length() ? this : other;
        var whole = written.length() < other.written.length() ? other : this;
        return cut.stem.length() >= STEM_MIN && whole.startsWith(cut.stem);
    }

    private boolean startsWith(String beginning) {
        return sound.startsWith(beginning) && sound.length() >= beginning.length() + CUT_OFF_MIN;
    }
}
