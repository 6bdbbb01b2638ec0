package sightline.core.screening;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which senders write of marks: those that are asked about at any age, and those of
 * any injury of a child who does not move alone. A word says that somebody is to read the entry,
 * never what was seen.
 */
final class MarkVocabulary {
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?<!seat[ -])(neck|grip|belt|bit(?:e|ten|ing)|loop)"
                            + "(?:s|d|ed|ped|ping|ing)?(?:[ -]?marks?)?\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final String HIS = "(?:(?:his|her|their|the|my|each|both) )?";

    /** What senders write as well for marks of the neck, of a grip and of a bite. */
    private static final Map<String, Pattern> IN_OTHER_WORDS =
            Map.of(
                    "neck",
                    Pattern.compile(
                            "\\b(?:strangl|throttl|(?:hands?|fingers?|marks?|lines?|bruis\\w*|held|squeez\\w*)"
                                    + " (?:a?round|by|on|across|to) "
                                    + HIS
                                    + "throat\\b)",
                            Pattern.CASE_INSENSITIVE),
                    "grip",
                    Pattern.compile(
                            "\\b(?:finger[ -]?(?:tip|print)?s?[ -]?(?:marks?\\b|bruis)"
                                    + "|hand[ -]?prints? (?:on|to|across|over|a?round) "
                                    + HIS
                                    + "(?:(?:left|right|upper|lower) )?(?:face|cheek|back|buttock|bottom"
                                    + "|arm|leg|thigh|side|chest))",
                            Pattern.CASE_INSENSITIVE),
                    "bite",
                    Pattern.compile("\\b(?:teeth|tooth)[ -]?marks?\\b", Pattern.CASE_INSENSITIVE));

    private static final Pattern MARKED =
            Pattern.compile(
                    "\\b(?:bruis|finger[ -]?marks?\\b|mark|scratch|graz|wound|injur|burn|hurt|hit|strangl|throttl"
                            + "|hand[ -]?prints?\\b)",
                    Pattern.CASE_INSENSITIVE);

    /** Marks, and not somebody of that name: it counts where nothing says that it is a name. */
    private static final String MARKS =
            "(?!(?<=(?:partner|father|dad|husband|boyfriend|uncle|grandad) )(?-i:Mark ))"
                    + "(?!(?-i:Mark) (?:at (?:home|work)|to (?:collect|attend|bring)|on (?:shift|holiday)))"
                    + "(?:(?<!birth[ -]|stretch[ -])(?:finger)?marks?|we[ae]ls?|wheals?|welts?|discolou?ration"
                    + "|purpl(?:e|ish) (?:patch|blotch|area)(?:e?s)?)"
                    + " (?:on|to|across|along|at|under|a?round|behind|above|below|over|near)";

    private static final Pattern OF_WHO_DOES_NOT_MOVE =
            Pattern.compile(
                    "\\b(bruis(?!\\w*\\s+(?:very |so )?easily)|burn(?=s|t|ed|\\b)|scald|fractur"
                            + "|bleed(?!ing disorder)|black eye|swollen|swelling|fren(?:ul)?um"
                            + "|ha?ematoma|petechia|contus|"
                            + MARKS
                            + ")",
                    Pattern.CASE_INSENSITIVE);

    /** A denial that reaches the word: "not explained", "no concerns, a bruise" deny nothing. */
    private static final Pattern DENIED =
            Pattern.compile(
                    "(?:\\b(?:no|not|nil|nor|never|without|denie[sd]|free of)|n['’]t)\\b"
                            + "(?:[\\h,/]+(?:any|(?<![,/]\\s{0,2})an?|visible|obvious|apparent|external|new|fresh|old|other"
                            + "|further|signs?|evidence|of|or|and|be|been|ha[sd]|have|having|(?:see|seen|find"
                            + "|found)\\b(?!\\s*,)|bruis\\w*|burn\\w*|marks?|scratch\\w*|scald\\w*|swell\\w*|swollen"
                            + "|bleed\\w*|cuts?|graz\\w*|fractur\\w*|injur\\w*|ha?ematoma\\w*|petechia\\w*|wounds?|rash\\w*)\\b){0,12}+"
                            + "[\\h,/]+$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OR =
            Pattern.compile("[^.;:!?]*?\\b(?:or|nor)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("[.;!?]+\\s*");
    private static final String CHILD =
            "(?:child(?:ren)?|kids?|bab(?:y|ies)|sons?|daughters?|boys?|girls?|twins?)";
    private static final Pattern A_CHILD =
            Pattern.compile(
                    "\\b(?:" + CHILD + "|infants?|newborns?|toddlers?)\\b",
                    Pattern.CASE_INSENSITIVE);

    /** Children who saw or heard, and to whom nothing is said to have been done. */
    private static final Pattern ONLOOKERS =
            Pattern.compile(
                    "\\b(?:in front of|in the presence of|witnessed by|seen by|heard by)"
                            + "(?: (?:the|her|his|their|both|two|three|all|of|young|small))* "
                            + CHILD
                            + "\\b|\\b"
                            + CHILD
                            + " (?:was|were) (?:present|upstairs|asleep|in bed|at home|at school)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern A_BABY =
            Pattern.compile(
                    "\\b(?:bab(?:y|ies)|infants?|newborns?|(?:weeks?|months?)[ -]old)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_A_MARK =
            Pattern.compile("mark|we[ae]l|wheal|welt|discol|purpl");

    private MarkVocabulary() {}

    /** Which of neck, grip, belt, bite and loop a text names, in these words or others. */
    static Set<String> telling(String text) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            String word = matcher.group(1).toLowerCase(Locale.ROOT);
            named.add(word.startsWith("bit") ? "bite" : word);
        }
        IN_OTHER_WORDS.forEach((word, pattern) -> {
            if (pattern.matcher(text).find()) {
                named.add(word);
            }
        });
        return named;
    }

    /** Which injuries a text names and does not deny in the same sentence. */
    static Set<String> anyInjury(String text) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = OF_WHO_DOES_NOT_MOVE.matcher(text);
        while (matcher.find()) {
            if (!denied(text, matcher)) {
                named.add(plain(matcher.group(1)));
            }
        }
        return named;
    }

    /** Whether a text names a mark or a hurt of any kind. */
    static boolean marked(String text) {
        return MARKED.matcher(text).find();
    }

    static Stream<String> sentences(String text) {
        return SENTENCE.splitAsStream(text);
    }

    static boolean speaksOfAChild(String text) {
        return A_CHILD.matcher(ONLOOKERS.matcher(text).replaceAll(" ")).find();
    }

    static boolean speaksOfABaby(String text) {
        return A_BABY.matcher(text).find();
    }

    /** Denied, and of a list all of it: "no cuts, bruise on his cheek" tells of a bruise. */
    private static boolean denied(String text, Matcher word) {
        Matcher denial = DENIED.matcher(text.substring(0, word.start()));
        if (!denial.find()) {
            return false;
        }
        int comma = denial.group().lastIndexOf(',');
        return comma < 0
                || OR.matcher(denial.group().substring(comma) + text.substring(word.end()))
                        .lookingAt();
    }

    /** The listed word that a stem stands for. */
    private static String plain(String found) {
        String word = found.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "bruis" -> "bruise";
            case "fractur" -> "fracture";
            case "bleed" -> "bleeding";
            case "swollen" -> "swelling";
            case "haematoma", "hematoma", "contus" -> "bruise";
            case "petechia" -> "bleeding";
            default -> OF_A_MARK.matcher(word).find() ? "mark" : word;
        };
    }
}
