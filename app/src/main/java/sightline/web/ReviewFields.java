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
import java.util.Map;
import java.util.Optional;

/**
 * The fields of the forms that add to a review.
 *
 * @param typed what stands in them
 * @param wrong what is wrong with it, by field
 */
record ReviewFields(Map<String, String> typed, Map<String, String> wrong) {
    /** The fields of a form. */
    List<Field> of(String act) {
        Field words = Field.longText("words", "What is to be read", "", typed("words"));
        Field on = date("on", "Day");
        Field name = Field.line("name", "Name", "", typed("name"));
        Field agency = Field.line("agency", "Organisation", "Its id", typed("agency"));
        Field many =
                Field.line(
                        "agencies",
                        "Organisations",
                        "Their ids, with a space between",
                        typed("agencies"));
        Field person = Field.line("person", "Account", "", typed("person"));
        return switch (act) {
            case "notified", "finished" -> List.of(on);
            case "rapid", "commissioned", "not-reviewed", "version" -> List.of(on, words);
            case "panel" -> List.of(name, person, agency);
            case "author" -> List.of(name, person, many, words);
            case "ask-report" -> List.of(agency, on);
            case "report-came" -> List.of(agency, words);
            case "family" -> List.of(name, words);
            case "process" ->
                    List.of(
                            name,
                            pick("holds", "It holds", ReviewEntry.Holds.values()),
                            Field.longText(
                                    "words",
                                    "Why, and who asked for it",
                                    "What publication could do to it",
                                    typed("words")));
            case "held" ->
                    List.of(
                            ofProcess(),
                            Field.longText(
                                    "words", "Why publication still waits", "", typed("words")));
            case "process-ended" ->
                    List.of(
                            ofProcess(),
                            Field.longText(
                                    "words",
                                    "How it ended, and from whom you know",
                                    "The end releases publication",
                                    typed("words")));
            case "finding" ->
                    List.of(
                            pick("type", "About", FindingType.values()),
                            words,
                            Field.longText(
                                    "known", "What was known on the day", "", typed("known")),
                            Field.longText(
                                    "knowable",
                                    "What could have been known on the day",
                                    "",
                                    typed("knowable")),
                            pick(
                                    "other",
                                    "Was other action realistically available?",
                                    OtherAction.values()),
                            Field.line(
                                    "rows",
                                    "Rows of the chronology that show it",
                                    "As it numbers them, with a space between: 1-12 2-3",
                                    typed("rows")));
            case "recommendation" ->
                    List.of(
                            words,
                            many,
                            Field.line(
                                    "findings",
                                    "Findings that it follows from",
                                    "Their numbers, with a space between",
                                    typed("findings")),
                            pick("reach", "Made to", Reach.values()),
                            pick("made", "When", Made.values()));
            case "graded" -> List.of(name, pick("grade", "Grade", Grade.values()), words);
            case "agreed" ->
                    List.of(
                            Field.line("owner", "Post that answers for it", "", typed("owner")),
                            on,
                            Field.longText(
                                    "different",
                                    "What will be different for children",
                                    "",
                                    typed("different")),
                            Field.longText("seen", "How it will be seen", "", typed("seen")));
            case "evidence" ->
                    List.of(
                            Field.line("reference", "Where it is kept", "", typed("reference")),
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
                                                    new Option(
                                                            m.key(),
                                                            m.name(),
                                                            m.counts(),
                                                            m.key().equals(typed("measure"))))
                                            .toList()),
                            Field.line("target", "Target in percent", "1 to 100", typed("target")));
            case "letter", "chased" -> List.of(on, date("until", "Answer asked for by"));
            case "letter-answered" -> List.of(on, words);
            case "started", "done", "accepted" -> List.of();
            default -> List.of(words);
        };
    }

    /** The fields that open a review. */
    List<Field> opening() {
        List<Option> kinds =
                ReviewTemplate.shipped().values().stream()
                        .map(t -> new Option(t.key(), t.title(), "", t.until().isEmpty()))
                        .toList();
        return List.of(
                Field.line(
                        "pseudonym",
                        "What the child is called in it",
                        "Never the name: Child M",
                        typed("pseudonym")),
                date("known", "When it became known"),
                pick("trigger", "What happened", Trigger.values()),
                new Field.Pick("template", "Kind of review", "", error("template"), kinds));
    }

    private Field ofProcess() {
        return Field.line("name", "Which", "Its name, as it stands under Beside it", typed("name"));
    }

    private Field date(String name, String label) {
        return new Field.Line(
                name,
                label,
                "For example 27 3 2026",
                typed(name),
                error(name),
                "text",
                "off",
                "w20");
    }

    private <E extends Enum<E>> Field pick(String name, String label, E[] values) {
        return new Field.Pick(
                name,
                label,
                "",
                error(name),
                Arrays.stream(values)
                        .map(v ->
                                new Option(
                                        v.name(),
                                        Wording.capital(
                                                v.name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', ' ')),
                                        "",
                                        v.name().equals(typed(name))))
                        .toList());
    }

    private String error(String name) {
        return Optional.ofNullable(wrong.get(name)).orElse("");
    }

    private String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
