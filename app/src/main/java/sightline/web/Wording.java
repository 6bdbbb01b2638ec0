package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.web.view.part.Certainty;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and anchors that pages share. */
final class Wording {
    private static final int ANCHOR_LENGTH = 12;
    private static final long TWO_DAYS_HOURS = 48;

    /** What is said letter by letter, or as a name. */
    private static final Pattern INITIALS =
            Pattern.compile("\\b(gp|nhs|marac|mappa|mash|camhs|upn|uprn)\\b");

    private Wording() {}

    /** "today, 9:12am", else with its date; midnight is the end of the day before. */
    static String moment(Instant at, LocalDate today) {
        LocalDate day = London.day(at);
        if (London.time(at).toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return "the end of " + Words.day(day.minusDays(1));
        }
        String time = Words.time(London.time(at).toLocalTime());
        if (day.equals(today)) {
            return "today, " + time;
        }
        return Words.day(day) + ", " + time;
    }

    /** The same after a verb: "at the end of 19 November 2026". */
    static String atMoment(Instant at, LocalDate today) {
        String moment = moment(at, today);
        return moment.startsWith("the ") ? "at " + moment : moment;
    }

    /** The same at the start of a line. */
    static String startingMoment(Instant at, LocalDate today) {
        return capital(moment(at, today));
    }

    /** "3 hours", "2 days". */
    static String length(Duration length) {
        if (length.toMinutes() < 60) {
            return count(length.toMinutes(), "minute");
        }
        if (length.toHours() < TWO_DAYS_HOURS) {
            return count(length.toHours(), "hour");
        }
        return count(length.toDays(), "day");
    }

    /**
     * What is gone of the time until a clock's end: "2 hours of 24 hours"; over it, "60 days. Due
     * after 24 hours"; of a clock that has none, since when it is due. Days are those of the
     * calendar, and said to be: a limit may count working days alone.
     */
    static String spent(Duration spent, Duration limit) {
        if (limit.toMinutes() <= 0) {
            return length(spent) + " since it was due";
        }
        return length(spent)
                + (spent.compareTo(limit) > 0 ? ". Due after " : " of ")
                + length(limit)
                + (limit.toHours() < TWO_DAYS_HOURS ? "" : " by the calendar");
    }

    /** "1 day", "2 days". */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** "16 months", "5 years", "3 weeks". */
    static String age(LocalDate born, LocalDate today) {
        long years = ChronoUnit.YEARS.between(born, today);
        long months = ChronoUnit.MONTHS.between(born, today);
        if (born.isAfter(today)) {
            return "not yet born";
        }
        if (months < 1) {
            return count(ChronoUnit.DAYS.between(born, today), "day");
        }
        return years < 2 ? count(months, "month") : count(years, "year");
    }

    /** A code of a record in words: "was-not-brought" and {@code WAS_NOT_BROUGHT} read alike. */
    static String code(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return INITIALS.matcher(words).replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
    }

    /** A limit of a clock: "1 working-days" of a pack is one working day. */
    static String limit(String limit) {
        String words = code(limit);
        return words.startsWith("1 ") && words.endsWith("s")
                ? words.substring(0, words.length() - 1)
                : words;
    }

    /** A sentence after which more is to follow: without the stop at its end. */
    static String withoutStop(String sentence) {
        return sentence.replaceFirst("\\.$", "");
    }

    static String capital(String text) {
        return Words.capital(text);
    }

    static Certainty certainty(String word) {
        for (Certainty certainty : Certainty.values()) {
            if (certainty.word().equalsIgnoreCase(word)) {
                return certainty;
            }
        }
        return Certainty.NOT_KNOWN;
    }

    static Certainty certainty(sightline.core.kernel.Certainty certainty) {
        return certainty(certainty.word());
    }

    /** A recipient written {@code AGENCY/ROLE}, as people say it. */
    static String recipient(Visit visit, String address) {
        int slash = address.indexOf('/');
        if (slash < 0) {
            return address;
        }
        String role = capital(code(address.substring(slash + 1)));
        return role + ", " + visit.agency(new AgencyId(address.substring(0, slash)));
    }

    /** The source of a step: an agency's name where it is one. */
    static String source(Visit visit, String source) {
        if (source.isBlank()) {
            return "Sightline";
        }
        return AgencyId.typed(source).map(visit::agency).orElse(source);
    }

    /** A name of a row in an address: the same row has the same one, and it tells nothing. */
    static String anchor(String of) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(of.getBytes(StandardCharsets.UTF_8));
            return "e" + HexFormat.of().formatHex(hash).substring(0, ANCHOR_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(n -> n.asString("")).filter(t -> !t.isEmpty()).toList();
    }
}
