package sightline.core.kernel;

/** The modulus 23 check letters of police and school numbers. Neither alphabet has I, O or S. */
enum CheckLetters {
    /** Police National Computer ids and Criminal Records Office numbers: Z stands for 0. */
    POLICE("ZABCDEFGHJKLMNPQRTUVWXY"),
    /** Unique pupil numbers: A stands for 0. */
    SCHOOL("ABCDEFGHJKLMNPQRTUVWXYZ");

    private final String letters;

    CheckLetters(String letters) {
        this.letters = letters;
    }

    char of(long number) {
        return letters.charAt((int) (number % letters.length()));
    }

    /** The number that a letter stands for, or -1 if it is not in the alphabet. */
    int valueOf(char letter) {
        return letters.indexOf(letter);
    }

    boolean has(char letter) {
        return valueOf(letter) >= 0;
    }
}
