package sightline.core.identity;

/** Slips of a typist. */
final class Edits {
    private Edits() {}

    /**
     * Whether one letter left out, added, changed, or two neighbours exchanged makes them equal.
     */
    static boolean atMostOne(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        var start = 0;
        var shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        var restA = a.substring(start);
        var restB = b.substring(start);
        if (restA.length() != restB.length()) {
            return restA.length() > restB.length()
                    ? restA.substring(1).equals(restB)
                    : restB.substring(1).equals(restA);
        }
        return restA.length() <= 1
                || restA.substring(1).equals(restB.substring(1))
                || (restA.charAt(0) == restB.charAt(1)
                        && restA.charAt(1) == restB.charAt(0)
                        && restA.substring(2).equals(restB.substring(2)));
    }
}
