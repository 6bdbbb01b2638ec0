package sightline.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody is told by in one line of free text, as "Ms Ada Marsh b. 3/4/1971, 12 Mill Lane, T:
 * 0117 496 0123": the parts may stand in any order, and any of them be left out.
 */
enum LinePart {
    /** The words before whatever has figures: a name, as a rule. */
    NAME(": name"),
    /** A date: one said to be of birth, or else the first. */
    DATE(": date"),
    PHONE(": telephone"),
    EMAIL(": e-mail"),
    /** What is left: an address, as a rule. */
    REST(": rest");

    private static final char GONE = '\n';
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String DAY = "[0-9]{1,2}(?:st|nd|rd|th)?";
    private static final Pattern A_DATE =
            Pattern.compile(
                    "(?i)(?<![0-9a-z])(?:[0-9]{1,2}([./-])[0-9]{1,2}\\1(?:[0-9]{4}|[0-9]{2})"
                            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
                            + ("|" + DAY + "[ -]" + MONTH + "[ -][0-9]{4}")
                            + ("|" + MONTH + " " + DAY + ",? [0-9]{4}")
                            + ")(?![0-9a-z])");
    private static final Pattern AN_EMAIL =
            Pattern.compile("[^\\s,;<>()]+@[^\\s,;<>()]+\\.[a-zA-Z]+");
    private static final Pattern A_PHONE =
            Pattern.compile(
                    "(?<![0-9A-Za-z./-])[+(]{0,2}[0-9]{2,15}(?:[ )-]{1,2}[0-9]{3,11}){0,4}(?![0-9A-Za-z/])");

    /** What introduces a part, such as "tel" a telephone number, says nothing by itself. */
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?i)(?<![\\p{L}0-9])(?:d\\.?o\\.?b|date of birth|born(?: on)?|geb|b|telephone|tel|phone"
                            + "|mobile|mob|ph|t|m|e-?mail|mail|e|address|addr|name)\\.?\\s*:?\\s*(?=\n)"
                            + "|(?i)(?<![\\p{L}0-9])(?:telephone|phone|e-?mail|address|addr|name)\\s*:");

    private static final Pattern OF_BIRTH =
            Pattern.compile(
                    "(?i)(?<![\\p{L}0-9])(?:d\\.?o\\.?b|birth|born(?: on)?|geb|b)\\.?\\s*:?\\s*$");
    private static final Pattern SEPARATORS =
            Pattern.compile("\\s*[;|\n]\\s*|\\s*,\\s*|\\s+[-–—]\\s+");
    private static final Pattern MARKS_AT_THE_ENDS =
            Pattern.compile("^[^\\p{L}\\p{N}]+|[\\s,;:–—-]+$");
    private static final Pattern FIGURE =
            Pattern.compile("(?<!\\S)(?:(?i:flat|apartment|apt|unit|no)\\.? )?[0-9]");
    private static final int LEAST_DIGITS = 9;
    private static final int MOST_DIGITS = 11;
    private static final int MOST_DIGITS_ABROAD = 15;
    private static final int LONGEST = 400;
    private final String mark;

    LinePart(String mark) {
        this.mark = mark;
    }

    /** What is behind the name of a column of lines where this part of them is meant. */
    String mark() {
        return mark;
    }

    /** The part with that mark. */
    static Optional<LinePart> marked(String mark) {
        for (LinePart part : values()) {
            if (part.mark.equals(mark)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** This part of the line; empty where it has none. */
    String of(String line) {
        return all(line).getOrDefault(this, "");
    }

    /** The parts that the line has. */
    static Map<LinePart, String> all(String line) {
        Map<LinePart, String> parts = new EnumMap<>(LinePart.class);
        if (line.length() > LONGEST) {
            return parts;
        }
        StringBuilder left = new StringBuilder(line.strip().replace(GONE, ' '));
        take(EMAIL, AN_EMAIL, left, parts);
        take(DATE, A_DATE, left, parts);
        takePhone(left, parts);
        divide(SEPARATORS.split(LABEL.matcher(left).replaceAll("\n")), parts);
        return parts;
    }

    private static void take(
            LinePart part, Pattern pattern, StringBuilder left, Map<LinePart, String> parts) {
        Matcher found = pattern.matcher(left.toString());
        boolean told = false;
        while (found.find()) {
            boolean tells =
                    part == DATE && OF_BIRTH.matcher(left.substring(0, found.start())).find();
            if (!parts.containsKey(part) || (tells && !told)) {
                parts.put(part, found.group());
                told |= tells;
            }
            erase(left, found.start(), found.end());
        }
    }

    private static void takePhone(StringBuilder left, Map<LinePart, String> parts) {
        Matcher found = A_PHONE.matcher(left.toString());
        while (found.find()) {
            String number = upToMost(found.group());
            if (number.chars().filter(Character::isDigit).count() >= LEAST_DIGITS) {
                parts.putIfAbsent(PHONE, number);
                erase(left, found.start(), found.start() + number.length());
            }
        }
    }

    /** Without the groups of digits that are more than a telephone number has. */
    private static String upToMost(String digits) {
        int most =
                digits.startsWith("+") || digits.startsWith("00")
                        ? MOST_DIGITS_ABROAD
                        : MOST_DIGITS;
        int count = 0;
        int end = 0;
        for (int i = 0; i < digits.length(); i++) {
            boolean digit = Character.isDigit(digits.charAt(i));
            count += digit ? 1 : 0;
            if (count > most) {
                return digits.substring(0, end);
            }
            boolean last = i + 1 == digits.length() || !Character.isDigit(digits.charAt(i + 1));
            end = digit && last ? i + 1 : end;
        }
        return digits;
    }

    private static void erase(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, GONE);
        }
    }

    private static void divide(String[] segments, Map<LinePart, String> parts) {
        List<String> rest = new ArrayList<>();
        String name = "";
        for (String segment : segments) {
            if (segment.isBlank()) {
                continue;
            }
            Matcher figure = FIGURE.matcher(segment);
            int end = figure.find() ? figure.start() : segment.length();
            if (name.isEmpty() && rest.isEmpty()) {
                name = name(segment.substring(0, end));
                if (!name.isEmpty()) {
                    segment = segment.substring(name.length());
                }
            } else if (rest.isEmpty() && end == segment.length() && mayBeGiven(name, segment)) {
                name = name + ", " + segment;
                segment = "";
            }
            if (!segment.isBlank()) {
                rest.add(segment.strip());
            }
        }
        put(NAME, name, parts);
        put(REST, fromFigure(String.join(", ", rest)), parts);
    }

    private static void put(LinePart part, String text, Map<LinePart, String> parts) {
        String bare = MARKS_AT_THE_ENDS.matcher(text).replaceAll("");
        if (!bare.isBlank()) {
            parts.put(part, bare);
        }
    }

    /** MARSH, Ada is one name: one word before the comma, and one or two behind it. */
    private static boolean mayBeGiven(String name, String segment) {
        return !name.contains(",")
                && name.indexOf(' ') < 0
                && segment.split(" ").length <= 2
                && name(segment).length() == segment.length();
    }

    /** An address begins with its number: what is before, such as "c/o", is none of it. */
    private static String fromFigure(String rest) {
        Matcher figure = FIGURE.matcher(rest);
        return figure.find() ? rest.substring(figure.start()) : rest;
    }

    /** The words at the beginning that are written as names are: "staying at" is no name. */
    private static String name(String text) {
        String[] words = text.strip().split(" +");
        if (words[0].isEmpty() || !Character.isUpperCase(words[0].charAt(0))) {
            return text.strip();
        }
        int end = 0;
        int at = text.indexOf(words[0]);
        for (String word : words) {
            int from = text.indexOf(word, at);
            if (Character.isLowerCase(word.charAt(0)) && !FullName.isParticle(word)) {
                break;
            }
            at = from + word.length();
            end = at;
        }
        return text.substring(0, end).strip();
    }
}
