package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.AgencyId;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a meeting agrees on: who does what by when. Each is a message to whoever owes it. */
final class AgreedActions {
    /** The most that one form takes. */
    static final int MOST = 5;

    private static final String WHAT = "action-";
    private static final String AGENCY = "action-agency-";
    private static final String OWNER = "action-owner-";
    private static final String DUE = "action-due-";

    private AgreedActions() {}

    /** Says what is missing of an action that was begun. */
    static void check(
            List<FormError> errors,
            String form,
            Map<String, String> typed,
            Visit visit,
            List<AgencyId> others) {
        for (int i = 1; i <= MOST; i++) {
            int number = i;
            if (written(typed, WHAT + i).isEmpty()) {
                continue;
            }
            if (givers(visit, others)
                    .noneMatch(a -> a.value().equals(typed.get(AGENCY + number)))) {
                errors.add(
                        new FormError("Choose who does action " + i, form + "-" + AGENCY + number));
            }
            Optional<String> due = written(typed, DUE + i);
            if (due.isPresent()
                    && due.flatMap(TypedDate::read)
                            .filter(d -> !d.isBefore(visit.today()))
                            .isEmpty()) {
                errors.add(
                        new FormError(
                                "Enter the day by which action "
                                        + i
                                        + " is done, like 27 3 2027, or leave it empty for at once",
                                form + "-" + DUE + number));
            }
        }
    }

    /** The messages of the actions that were typed; they name the meeting. */
    static List<ObjectNode> messages(
            ObjectNode meeting, Map<String, String> typed, Visit visit, Child child) {
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            Optional<String> what = written(typed, WHAT + i);
            if (what.isEmpty()) {
                continue;
            }
            ObjectNode message = EntryForm.another(meeting, "action-" + i, "agreed-action");
            EntryForm.about(message, visit, child);
            message.withArray("regarding").add(meeting.path("id").asString(""));
            message.putArray("to").add(typed.getOrDefault(AGENCY + i, ""));
            Optional<LocalDate> due = written(typed, DUE + i).flatMap(TypedDate::read);
            ObjectNode body = message.putObject("body");
            body.put("stage", "agreed").put("action", what.get()).put("atOnce", due.isEmpty());
            due.ifPresent(d -> body.put("due", d.toString()));
            written(typed, OWNER + i).ifPresent(o -> body.put("owner", o));
            all.add(message);
        }
        return all;
    }

    /** Empty rows are no actions. */
    static List<Field> fields(String form, TypedForms typed, Visit visit, List<AgencyId> others) {
        List<Field> all = new ArrayList<>();
        all.add(
                new Field.Heading(
                        "actions",
                        "Actions",
                        "Who does what, by when. Leave rows that you do not need empty."));
        for (int i = 1; i <= MOST; i++) {
            String agency = AGENCY + i;
            List<Option> options =
                    Stream.concat(
                                    Stream.of(new Option("", "Choose", "", false)),
                                    givers(visit, others)
                                            .map(a ->
                                                    new Option(
                                                            a.value(),
                                                            visit.agency(a),
                                                            "",
                                                            typed.value(form, agency)
                                                                    .equals(a.value()))))
                            .toList();
            all.add(typed.line(form, WHAT + i, "Action " + i, "", ""));
            all.add(typed.pick(form, agency, "Action " + i + ": which agency?", options));
            all.add(
                    typed.line(
                            form,
                            OWNER + i,
                            "Action " + i + ": who there?",
                            "Name and post",
                            "w20"));
            all.add(
                    typed.line(
                            form,
                            DUE + i,
                            "Action " + i + ": by which day?",
                            "Like 27 3 2027. Empty means at once, within four hours.",
                            "w10"));
        }
        return all;
    }

    private static Stream<AgencyId> givers(Visit visit, List<AgencyId> others) {
        return Stream.concat(Stream.of(visit.account().agency()), others.stream());
    }

    private static Optional<String> written(Map<String, String> typed, String field) {
        return EntryForm.typed(Optional.ofNullable(typed.get(field)));
    }
}
