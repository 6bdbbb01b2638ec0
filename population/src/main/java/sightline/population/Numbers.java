package sightline.population;

import java.util.Arrays;
import java.util.Optional;

/**
 * Well-formed numbers that no real person has. NHS numbers come from 999 000 0000 to 999 999 9999,
 * which is reserved for tests: it holds 909,091 valid numbers, so that in a larger population the
 * people after those have none. Telephone numbers are of Ofcom's ranges for drama; PNC serials
 * begin with 99, UPNs have the pseudo authorities 001 to 003.
 */
final class Numbers {

    private static final String POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
    private static final String PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final int[] NHS_VALID = validTestNumbers();
    private static final long STRIDE = 524_287;

    private final long seed;

    Numbers(long seed) {
        this.seed = seed;
    }

    Optional<String> nhs(int person) {
        if (person >= NHS_VALID.length) {
            return Optional.empty();
        }
        long offset = Math.floorMod(Draw.mix(seed), (long) NHS_VALID.length);
        int at = (int) ((person * STRIDE + offset) % NHS_VALID.length);
        return Optional.of(String.valueOf(9_990_000_000L + NHS_VALID[at]));
    }

    String pnc(Someone person) {
        int year = Math.max(1990, 1970 + (int) (person.born / 365.25) + 18);
        long serial = 9_900_000 + Math.floorMod(Draw.mix(seed ^ person.id * 13L), 100_000L);
        long checked = year % 100 * 10_000_000L + serial;
        return year + "/" + serial + POLICE_LETTERS.charAt((int) (checked % 23));
    }

    /** A unique pupil number; area from 0, the year in which schooling began. */
    String upn(Someone child, int area) {
        int year = Math.floorMod(1970 + (int) (child.born / 365.25) + 4, 100);
        String serial = String.valueOf(10_000_000 + child.id % 10_000_000).substring(1);
        String body =
                "00" + (area + 1) + serial.substring(0, 4) + digits(year) + serial.substring(4);
        return PUPIL_LETTERS.charAt(weighted(body) % 23) + body;
    }

    String crn(int serial) {
        return "X" + String.valueOf(1_000_000 + serial % 1_000_000).substring(1);
    }

    String mobile(Someone person) {
        return "07700 900" + String.valueOf(1000 + person.mobile % 1000).substring(1);
    }

    String email(Someone person) {
        return "p" + Long.toString(Draw.mix(seed + person.id) >>> 30, 36) + "@example.org";
    }

    private static String digits(int twoDigits) {
        return (twoDigits < 10 ? "0" : "") + twoDigits;
    }

    private static int weighted(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i + 2);
        }
        return sum;
    }

    private static int[] validTestNumbers() {
        int[] valid = new int[1_000_000];
        int count = 0;
        for (int serial = 0; serial < 1_000_000; serial++) {
            int check = checkDigit(999_000_000 + serial);
            if (check != 10) {
                valid[count++] = serial * 10 + check;
            }
        }
        return Arrays.copyOf(valid, count);
    }

    private static int checkDigit(int nine) {
        int sum = 0;
        int rest = nine;
        for (int weight = 2; weight <= 10; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return (11 - sum % 11) % 11;
    }
}
