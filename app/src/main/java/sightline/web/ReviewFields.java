package sightline.web;

import sightline.core.reviews.Measure;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewEntry.FindingType;
import sightline.core.reviews.ReviewEntry.Grade;
import sightline.core.reviews.ReviewEntry.Made;
import sightline.core.reviews.ReviewEntry.OtherAction;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.ReviewEntry.Trigger;
import sightline.core.reviews.ReviewTemplate;
import sightline.web.view.part.Field;
import sightline.web.view.part.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of the forms that add to a review.
 *
 * @param typed what stands in them
 * @param wrong what is wrong with it, by field
 * @param organisations those that may be named
 */
record ReviewFields(
        Map<String, String> typed, Map<String, String> wrong, Organisations organisations) {
    /** The fields of a form. */
    List<Field> of(String act) {
        Field on = date("on", dayOf(act));
        Field name = line("name", nameOf(act), "");
        Field words = longText("words", wordsOf(act), "");
        Field person =
                line(
                        "person",
                        "What they sign in with",
                        "Like priya-nair. Whoever signs in so reads the review");
        return switch (act) {
            case "notified", "finished" -> List.of(on);
            case "rapid", "commissioned", "not-reviewed", "version" -> List.of(on, words);
            case "panel" -> with(List.of(name, person), organisation(), List.of());
            case "author" ->
                    with(
                            List.of(name, person),
                            organisations("Organisations the author works or worked for"),
                            List.of(words));
            case "ask-report" -> with(List.of(), organisation(), List.of(on));
            case "report-came" -> with(List.of(), organisation(), List.of(words));
            case "family" -> List.of(name, words);
            case "process" ->
                    List.of(
                            name,
                            pick("holds", "It holds", ReviewEntry.Holds.values()),
                            longText(
                                    "words",
                                    "Why, and who asked for it",
                                    "What publication could do to it"));
            case "held" ->
                    List.of(ofProcess(), longText("words", "Why publication still waits", ""));
            case "process-ended" ->
                    List.of(
                            ofProcess(),
                            longText(
                                    "words",
                                    "How it ended, and from whom you know",
                                    "The end releases publication"));
            case "finding" ->
                    List.of(
                            pick("type", "About", FindingType.values()),
                            words,
                            longText("known", "What was known on the day", ""),
                            longText("knowable", "What could have been known on the day", ""),
                            pick(
                                    "other",
                                    "Was other action realistically available?",
                                    OtherAction.values()),
                            line(
                                    "rows",
                                    "Rows of the chronology that show it",
                                    "As it numbers them, with a space between: 1-12 2-3"));
            case "recommendation" ->
                    with(
                            List.of(words),
                            organisations("Who is to do it"),
                            List.of(
                                    line(
                                            "findings",
                                            "Findings that it follows from",
                                            "Their numbers, with a space between"),
                                    pick("reach", "Made to", Reach.values()),
                                    pick("made", "When", Made.values())));
            case "graded" -> List.of(name, pick("grade", "Grade", Grade.values()), words);
            case "agreed" ->
                    List.of(
                            line(
                                    "owner",
                                    "Post that answers for it",
                                    "Like service manager; never a name"),
                            on,
                            longText("different", "What will be different for children", ""),
                            longText("seen", "How it will be seen", ""));
            case "evidence" ->
                    List.of(
                            line("reference", "Where it is kept", "So that somebody else finds it"),
                            words);
            case "bind" ->
                    List.of(
                            new Field.Pick(
                                    "measure",
                                    "Measure",
                                    "Counted each month by the system",
                                    error("measure"),
                                    Measure.all().stream()
                                            .map(m ->
                                                    option(
                                                            "measure",
                                                            m.key(),
                                                            m.name(),
                                                            m.counts()))
                                            .toList()),
                            line("target", "Target in percent", "1 to 100"));
            case "letter", "chased" -> List.of(on, date("until", "Answer asked for by"));
            case "letter-answered" -> List.of(on, words);
            case "started", "done", "accepted" -> List.of();
            default -> List.of(words);
        };
    }

    private static List<Field> with(List<Field> before, List<Field> fields, List<Field> after) {
        return Stream.of(before, fields, after).flatMap(List::stream).toList();
    }

    private List<Field> organisation() {
        return organisations.one("agency", "Organisation", wrong);
    }

    private List<Field> organisations(String legend) {
        return organisations.many("agencies", legend, wrong);
    }

    private static String dayOf(String act) {
        return switch (act) {
            case "ask-report" -> "Asked for by";
            case "agreed" -> "By when";
            default -> "Day";
        };
    }

    private static String nameOf(String act) {
        return switch (act) {
            case "family" -> "Who: what they are to the child, not their name";
            case "process" -> "What it is called here";
            case "graded" -> "Who graded it, and for whom";
            default -> "Name";
        };
    }

    /** What is asked for in the long field of an act: whoever reads it later reads that. */
    private static String wordsOf(String act) {
        return switch (act) {
            case "rapid" -> "What it concluded";
            case "terms" -> "What the review is to answer, about whom and which time";
            case "author" -> "How you know that the author is independent";
            case "report-came" -> "What it says in short, and where it is kept";
            case "family" -> "How they take part, and what they asked";
            case "finding" -> "What was found";
            case "recommendation" -> "What is to change";
            case "graded" -> "Why, by the descriptors";
            case "evidence" -> "What it shows";
            case "verified", "effective", "slipping" -> "What you looked at, and what you saw";
            case "letter-answered" -> "What was answered";
            case "dissent" -> "What you see differently, and why";
            default -> "Why";
        };
    }

    /** The fields that open a review. */
    List<Field> opening() {
        return List.of(
                line("pseudonym", "What the child is called in it", "Never the name: Child M"),
                date("known", "When it became known"),
                pick("trigger", "What happened", Trigger.values()),
                pick(
                        "template",
                        "Kind of review",
                        ReviewTemplate.shipped().values().stream()
                                .map(t -> option("template", t.key(), t.title(), ""))));
    }

    private Field ofProcess() {
        return line(
                "name",
                "Which",
                "Its name, as it stands under Trials, inquests and investigations");
    }

    private Field date(String name, String label) {
        return line(name, label, "For example 27 3 2026");
    }

    private Field line(String name, String label, String hint) {
        return Field.line(name, label, hint, typed(name), error(name));
    }

    private Field longText(String name, String label, String hint) {
        return Field.longText(name, label, hint, typed(name), error(name));
    }

    private <E extends Enum<E>> Field pick(String name, String label, E[] values) {
        return pick(
                name,
                label,
                Arrays.stream(values)
                        .map(v ->
                                option(
                                        name,
                                        v.name(),
                                        Wording.capital(
                                                v.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' ')),
                                        "")));
    }

    /** None is chosen beforehand: what nobody said is not what somebody left as it was. */
    private Field pick(String name, String label, Stream<Option> options) {
        Option none = new Option("", "Choose", "", typed(name).isEmpty());
        return new Field.Pick(
                name, label, "", error(name), Stream.concat(Stream.of(none), options).toList());
    }

    private Option option(String name, String value, String label, String hint) {
        return new Option(value, label, hint, value.equals(typed(name)));
    }

    private String error(String name) {
        return Optional.ofNullable(wrong.get(name)).orElse("");
    }

    private String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
