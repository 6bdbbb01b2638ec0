package sightline.linkage;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbering schemes of identifiers that can be told from their values: by a check digit, which
 * chance seldom gets right, or by their shape alone. Values come without blanks and marks, in lower
 * case.
 */
enum Scheme {
    /** Scottish: the date of birth, then the same check as the NHS number's. */
    CHI("Scottish health numbers", true),
    /** Ten digits, the last a check digit modulo 11. */
    NHS("NHS numbers", true),
    /** A check letter, a school's number, a year and a serial number. */
    UPN("pupil numbers", true),
    /** International account numbers: modulo 97. */
    IBAN("account numbers", true),
    /** Modulo 10 with every second digit doubled: cards, Canadian and Swedish numbers. */
    LUHN("numbers with a check digit (Luhn)", true),
    NINO("national insurance numbers", false),
    /** Nine digits in three groups. */
    SSN("social security numbers", false);

    private static final int NHS_LENGTH = 10;
    private static final int UPN_LENGTH = 13;
    private static final int LEAST_LUHN = 8;
    private static final int MOST_LUHN = 19;
    private static final double MOST = 0.8;
    private static final int ENOUGH = 20;
    private static final String UPN_LETTERS = "abcdefghjklmnpqrtuvwxyz";
    private static final Pattern NINO_SHAPE =
            Pattern.compile(
                    "(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z][0-9]{6}[a-d]?");
    private static final Pattern IBAN_SHAPE = Pattern.compile("[a-z]{2}[0-9]{2}[0-9a-z]{11,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final String words;
    private final boolean checked;

    Scheme(String words, boolean checked) {
        this.words = words;
        this.checked = checked;
    }

    /** What the values are, for people. */
    String words() {
        return words;
    }

    /**
     * Whether a slip of the pen makes the value wrong, so that two right ones differ in earnest.
     */
    boolean isChecked() {
        return checked;
    }

    /** The scheme that nearly all of the values follow, where there are enough to tell. */
    static Optional<Scheme> of(List<String> values) {
        if (values.size() < ENOUGH) {
            return Optional.empty();
        }
        for (Scheme scheme : values()) {
            if (values.stream().filter(scheme::isValid).count() >= MOST * values.size()) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    boolean isValid(String value) {
        return switch (this) {
            case NHS -> isNhs(value);
            case CHI -> isNhs(value) && beginsWithDay(value);
            case UPN -> isUpn(value);
            case IBAN -> isIban(value);
            case LUHN -> isLuhn(value);
            case NINO -> NINO_SHAPE.matcher(value).matches();
            case SSN -> isSsn(value);
        };
    }

    /** One digit or letter over and over, or counting up: what is typed where nothing is known. */
    static boolean isFiller(String value) {
        if (value.length() < 5) {
            return false;
        }
        boolean one = true;
        boolean up = true;
        for (int i = 1; i < value.length(); i++) {
            one &= value.charAt(i) == value.charAt(0);
            up &=
                    Character.isDigit(value.charAt(i))
                            && value.charAt(i) == follower(value.charAt(i - 1));
        }
        return one || up;
    }

    private static char follower(char digit) {
        return digit == '9' ? '0' : (char) (digit + 1);
    }

    private static boolean isDigits(String value, int length) {
        return value.length() == length && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isNhs(String value) {
        return isDigits(value, NHS_LENGTH) && !isFiller(value) && isRightModuloEleven(value);
    }

    /**
     * Whether the digits, each times its place from the end, make a multiple of eleven; an "x" is
     * ten.
     */
    static boolean isRightModuloEleven(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            sum += (digits.length() - i) * (c == 'x' ? 10 : c - '0');
        }
        return sum % 11 == 0;
    }

    private static boolean beginsWithDay(String value) {
        int day = Integer.parseInt(value.substring(0, 2));
        int month = Integer.parseInt(value.substring(2, 4));
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static boolean isUpn(String value) {
        if (value.length() != UPN_LENGTH || !isDigits(value.substring(1), UPN_LENGTH - 1)) {
            return false;
        }
        int sum = 0;
        for (int i = 1; i < UPN_LENGTH; i++) {
            sum += (value.charAt(i) - '0') * (i + 1);
        }
        return UPN_LETTERS.charAt(sum % 23) == value.charAt(0);
    }

    private static boolean isIban(String value) {
        if (!IBAN_SHAPE.matcher(value).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char c : (value.substring(4) + value.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    private static boolean isLuhn(String value) {
        int n = value.length();
        if (n < LEAST_LUHN || n > MOST_LUHN || !isDigits(value, n) || isFiller(value)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int digit = value.charAt(n - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : 2 * digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private static boolean isSsn(String value) {
        return isDigits(value, 9)
                && !value.startsWith("000")
                && !value.startsWith("666")
                && value.charAt(0) != '9'
                && !value.startsWith("00", 3)
                && !value.endsWith("0000");
    }
}
