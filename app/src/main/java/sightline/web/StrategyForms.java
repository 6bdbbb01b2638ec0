package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.StrategyDiscussion.StrategyOutcome;
import sightline.core.facts.Codes;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.facts.MeetingBody.Manner;
import sightline.core.kernel.AgencyId;
import sightline.web.view.page.StrategyPackPage.Headed;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inviting agencies to a strategy discussion, and recording one.
 *
 * @param act the form that was sent; empty when none was
 */
record StrategyForms(Visit visit, Child child, StrategyParts parts, String act, TypedForms fields) {
    private static final String INVITE = "invite";
    private static final String RECORD = "record";
    static final String ON = "on";
    private static final String WHOM = "whom";
    private static final String HELD = "held";
    private static final String MANNER = "manner";
    private static final String OUTCOME = "outcome";
    private static final String DECIDED = "decided";
    private static final String AGAINST = "against";
    private static final String DISSENT = "dissent";
    private static final String CAME = "came-";
    private static final String YES = "yes";

    static StrategyForms fresh(
            Visit visit, Child child, StrategyParts parts, Map<String, String> draft) {
        return new StrategyForms(visit, child, parts, "", TypedForms.of(RECORD, draft, List.of()));
    }

    static StrategyForms inviting(
            Visit visit, Child child, StrategyParts parts, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (day(typed, ON).filter(d -> !d.isBefore(visit.today())).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day of the discussion, today or later, like 27 3 2027",
                            INVITE + "-" + ON));
        }
        if (parts.candidates().stream().noneMatch(a -> invites(typed, a))) {
            errors.add(new FormError("Choose whom you invite", INVITE + "-" + WHOM));
        }
        return new StrategyForms(visit, child, parts, INVITE, TypedForms.of(INVITE, typed, errors));
    }

    static StrategyForms recording(
            Visit visit, Child child, StrategyParts parts, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (day(typed, HELD).filter(d -> !d.isAfter(visit.today())).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day it was held, today or earlier, like 27 3 2025",
                            RECORD + "-" + HELD));
        }
        Optional<StrategyOutcome> outcome = outcome(typed);
        if (outcome.isEmpty()) {
            errors.add(new FormError("Choose what was decided", RECORD + "-" + OUTCOME));
        }
        TypedForms.need(errors, typed, RECORD, DECIDED, "Write what was decided, and why");
        boolean something = !parts.pack().against().isEmpty();
        if (outcome.equals(Optional.of(StrategyOutcome.NO_ENQUIRY)) && something) {
            TypedForms.need(
                    errors,
                    typed,
                    RECORD,
                    AGAINST,
                    "Write why no enquiry follows, although this is recorded");
        }
        AgreedActions.check(errors, RECORD, typed, visit, parts.candidates());
        return new StrategyForms(visit, child, parts, RECORD, TypedForms.of(RECORD, typed, errors));
    }

    static String kept(String act) {
        return act.equals(INVITE)
                ? "The invitation is kept, and sent to each of them. This page shows it within a few"
                        + " seconds."
                : "The discussion is kept. Its actions are owed by whoever was given them. This page"
                        + " shows it within a few seconds.";
    }

    List<FormError> errors() {
        return fields.errors();
    }

    private static Optional<LocalDate> day(Map<String, String> typed, String field) {
        return EntryForm.typed(Optional.ofNullable(typed.get(field))).flatMap(TypedDate::read);
    }

    private static boolean invites(Map<String, String> typed, AgencyId agency) {
        return typed.getOrDefault(WHOM + "-" + agency.value(), "").equals(YES);
    }

    private static Optional<StrategyOutcome> outcome(Map<String, String> typed) {
        return Arrays.stream(StrategyOutcome.values())
                .filter(o -> Codes.kebab(o).equals(typed.getOrDefault(OUTCOME, "")))
                .findFirst();
    }

    private Map<String, String> typed() {
        return fields.typed().getOrDefault(act, Map.of());
    }

    private String value(String field) {
        return typed().getOrDefault(field, "");
    }

    private Optional<String> written(String field) {
        return EntryForm.typed(Optional.of(value(field)));
    }

    /** What was sent, as the messages of the practitioner's agency. */
    List<ObjectNode> messages() {
        return act.equals(INVITE) ? invitation() : discussion();
    }

    /** Each is asked to come, and for what it holds, with the clock of such a question. */
    private List<ObjectNode> invitation() {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(), value(EntryForm.ONCE), "meeting", visit.now());
        EntryForm.about(message, visit, child);
        var to = message.putArray("to");
        parts.candidates().stream()
                .filter(a -> invites(typed(), a))
                .forEach(a -> to.add(a.value()));
        message.putObject("body")
                .put("type", "strategy")
                .put("stage", "planned")
                .put("on", day(typed(), ON).orElseThrow().toString());
        ObjectNode asked = EntryForm.another(message, "asked", "information-request");
        EntryForm.about(asked, visit, child);
        asked.set("to", to.deepCopy());
        asked.putObject("body")
                .put("immediateRisk", true)
                .put("asked", "history")
                .put("words", "What you hold about the child and the family, for the discussion.")
                .put("why", "A strategy discussion under section 47 of the Children Act 1989.");
        return List.of(message, asked);
    }

    private List<ObjectNode> discussion() {
        LocalDate held = day(typed(), HELD).orElseThrow();
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        EntryForm.onceFor(value(EntryForm.ONCE), held, visit.now()),
                        "strategy-discussion",
                        visit.now());
        message.put("when", held.toString());
        EntryForm.about(message, visit, child);
        StrategyOutcome outcome = outcome(typed()).orElseThrow();
        ObjectNode body = message.putObject("body");
        body.put("outcome", Codes.kebab(outcome));
        body.put("decided", value(DECIDED).strip());
        minutes(message, body.putObject("minutes"));
        List<ObjectNode> all = new ArrayList<>();
        all.add(message);
        if (outcome != StrategyOutcome.NO_ENQUIRY && socialCare()) {
            all.add(enquiry(message, outcome));
        }
        all.addAll(AgreedActions.messages(message, typed(), visit, child));
        written(DISSENT).ifPresent(d -> all.add(dissent(message, d)));
        return all;
    }

    private boolean socialCare() {
        return visit.directory()
                .agency(visit.account().agency())
                .filter(a -> a.type() == AgencyType.CHILDRENS_SOCIAL_CARE)
                .isPresent();
    }

    private void minutes(ObjectNode message, ObjectNode minutes) {
        written(MANNER).ifPresent(m -> minutes.put("manner", m));
        written(AGAINST).ifPresent(a -> minutes.put("against", a));
        written(DISSENT).ifPresent(d -> minutes.put("dissent", d));
        var attended = minutes.putArray("attended");
        for (AgencyId agency : parts.candidates()) {
            String how = value(CAME + agency.value());
            if (Arrays.stream(Attendance.values()).anyMatch(a -> Codes.kebab(a).equals(how))) {
                attended.addObject().put("agency", agency.value()).put("how", how);
                message.withArray("to").add(agency.value());
            }
        }
    }

    private ObjectNode enquiry(ObjectNode discussion, StrategyOutcome outcome) {
        ObjectNode message = EntryForm.another(discussion, "enquiry", "enquiry");
        EntryForm.about(message, visit, child);
        message.putObject("body")
                .put("started", true)
                .put("joint", outcome == StrategyOutcome.JOINT_ENQUIRY);
        return message;
    }

    /** What was minuted of a disagreement starts the clocks of one. */
    private ObjectNode dissent(ObjectNode discussion, String words) {
        ObjectNode message = EntryForm.another(discussion, "dissent", "professional-challenge");
        EntryForm.about(message, visit, child);
        message.withArray("regarding").add(discussion.path("id").asString(""));
        message.putObject("body")
                .put("words", words)
                .put("resolved", false)
                .put("riskOfHarm", true);
        return message;
    }

    List<Headed> forms() {
        return List.of(
                new Headed(
                        "Invite to a discussion",
                        "Each of them is told, may read what is open to them until a fortnight after"
                                + " the day, and is asked for what it holds.",
                        invite()),
                new Headed(
                        "Record the discussion",
                        "In a room, by telephone or by video: the same form. Each action is owed by"
                                + " the agency that is given it, from the moment you send this.",
                        record()));
    }

    private Form invite() {
        List<Option> options =
                parts.candidates().stream()
                        .map(a ->
                                new Option(
                                        a.value(),
                                        visit.agency(a),
                                        "",
                                        invites(fields.typed().getOrDefault(INVITE, Map.of()), a)))
                        .toList();
        return new Form(
                INVITE,
                parts.address() + "/" + INVITE,
                List.of(
                        EntryForm.once(visit.now()),
                        SentAbout.field(visit, child),
                        fields.line(
                                INVITE,
                                ON,
                                "On which day?",
                                "Like 27 3 2027. Today counts.",
                                "w10"),
                        new Field.Ticks(WHOM, "Whom?", "", fields.error(INVITE, WHOM), options)),
                "Invite them",
                false,
                "");
    }

    private Form record() {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        all.add(fields.line(RECORD, HELD, "Held on which day?", "Like 27 3 2025", "w10"));
        all.add(fields.oneOf(RECORD, MANNER, "How?", manners()));
        all.add(new Field.Heading("who", "Who took part", "Leave those out who were not invited."));
        parts.candidates()
                .forEach(a ->
                        all.add(
                                fields.pick(
                                        RECORD,
                                        CAME + a.value(),
                                        visit.agency(a),
                                        attendances(CAME + a.value()))));
        all.add(new Field.Heading("decision", "The decision", ""));
        all.add(fields.oneOf(RECORD, OUTCOME, "What was decided?", outcomes()));
        all.add(fields.lines(RECORD, DECIDED, "What exactly, and why?", ""));
        all.add(
                fields.lines(
                        RECORD,
                        AGAINST,
                        "What spoke against it, and why does it stand?",
                        "Needed for no enquiry, where anything is laid out above."));
        all.add(
                fields.lines(
                        RECORD,
                        DISSENT,
                        "Who disagreed, and why?",
                        "Leave it empty if nobody did. It stands beside the decision, and has to be"
                                + " settled in 24 hours."));
        all.addAll(AgreedActions.fields(RECORD, fields, visit, parts.candidates()));
        return new Form(
                RECORD,
                parts.address() + "/" + RECORD,
                all,
                "Keep the discussion",
                true,
                DraftPages.Kind.STRATEGY.address(
                        DraftAbout.of(visit, child, fields.value(RECORD, DraftAbout.FIELD))));
    }

    private List<Option> manners() {
        return List.of(
                option(MANNER, Codes.kebab(Manner.IN_PERSON), "In a room together"),
                option(MANNER, Codes.kebab(Manner.TELEPHONE), "By telephone"),
                option(MANNER, Codes.kebab(Manner.VIDEO), "By video"));
    }

    private List<Option> outcomes() {
        return Arrays.stream(StrategyOutcome.values())
                .map(o -> option(OUTCOME, Codes.kebab(o), StrategyParts.outcome(o)))
                .toList();
    }

    private List<Option> attendances(String field) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Not invited", "", false));
        Arrays.stream(Attendance.values())
                .forEach(a ->
                        options.add(
                                option(
                                        field,
                                        Codes.kebab(a),
                                        Wording.capital(StrategyParts.attended(a)))));
        return options;
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, "", fields.value(RECORD, field).equals(value));
    }

    @Override
    public String toString() {
        return "StrategyForms[redacted]";
    }
}
