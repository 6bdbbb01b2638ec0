package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.CaseCourse.Step;
import sightline.core.casework.CaseCourse.What;
import sightline.core.casework.StrategyPack;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.Conference.ConferenceOutcome;
import sightline.core.facts.CareBody.Conference.ConferenceType;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Codes;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.kernel.AgencyId;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the forms about meetings and plans, as it is shown or was sent. */
record MeetingForm(
        Visit visit, Child child, Sort sort, List<AgencyId> agencies, TypedForms fields) {
    private static final String ID = "meet";
    private static final String ON = "on";
    private static final String HELD = "held";
    private static final String TYPE = "type";
    private static final String STAGE = "stage";
    private static final String WHOM = "whom";
    private static final String OUTCOME = "outcome";
    private static final String CATEGORY = "category";
    private static final String QUORATE = "quorate";
    private static final String DECIDED = "decided";
    private static final String AGAINST = "against";
    private static final String DISSENT = "dissent";
    private static final String DIFFERENT = "different";
    private static final String STEPS = "steps";
    private static final String CONTINGENCY = "contingency";
    private static final String VISITS = "visits";
    private static final String REVIEW = "review";
    private static final String THRESHOLD = "threshold";
    private static final String PRE = "pre";
    private static final String SKIN = "skin";
    private static final String BEDROOM = "bedroom";
    private static final String ANNOUNCED = "announced";
    private static final String CAME = "came-";
    private static final String STARTED = "started";
    private static final String ENDED = "ended";
    private static final String YES = "yes";

    /** Which form. */
    enum Sort {
        INVITE("Plan, move or cancel a meeting", false),
        CONFERENCE("Record a child protection conference", true),
        CORE_GROUP("Record a core group", true),
        PLAN("Write, start or end a plan", true),
        VISIT("Record a visit to the child", true),
        LEGAL("Record a step of legal planning", true);

        private final String heading;
        private final boolean socialCare;

        Sort(String heading, boolean socialCare) {
            this.heading = heading;
            this.socialCare = socialCare;
        }

        String heading() {
            return heading;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Sort> of(String slug) {
            return Arrays.stream(values()).filter(s -> s.slug().equals(slug)).findFirst();
        }

        /** Conferences, plans and visits under them are social care's to record. */
        boolean mayBeSentBy(Visit visit) {
            return !socialCare
                    || visit.directory()
                            .agency(visit.account().agency())
                            .filter(a -> a.type() == AgencyType.CHILDRENS_SOCIAL_CARE)
                            .isPresent();
        }
    }

    static MeetingForm fresh(Visit visit, Child child, Sort sort) {
        return of(visit, child, sort, Map.of(), List.of());
    }

    private static MeetingForm of(
            Visit visit,
            Child child,
            Sort sort,
            Map<String, String> typed,
            List<FormError> errors) {
        var pack = StrategyPack.of(new DecisionParts(visit, child).situation());
        return new MeetingForm(
                visit,
                child,
                sort,
                new StrategyParts(visit, child, pack, Map.of()).candidates(),
                TypedForms.of(ID, typed, errors));
    }

    static MeetingForm sent(Visit visit, Child child, Sort sort, Map<String, String> typed) {
        MeetingForm form = of(visit, child, sort, typed, List.of());
        List<FormError> errors = new ArrayList<>();
        if (sort != Sort.INVITE
                && form.day(HELD).filter(d -> !d.isAfter(visit.today())).isEmpty()) {
            errors.add(error(HELD, "Enter the day, today or earlier, like 27 3 2025"));
        }
        switch (sort) {
            case INVITE -> form.checkInvitation(errors);
            case CONFERENCE -> {
                form.need(errors, TYPE, ConferenceType.class, "Choose which conference it was");
                form.need(errors, OUTCOME, ConferenceOutcome.class, "Choose what was decided");
                TypedForms.need(errors, typed, ID, DECIDED, "Write what was decided, and why");
                AgreedActions.check(errors, ID, typed, visit, form.agencies());
            }
            case CORE_GROUP -> {
                TypedForms.need(errors, typed, ID, DECIDED, "Write what the core group settled");
                AgreedActions.check(errors, ID, typed, visit, form.agencies());
            }
            case PLAN -> {
                form.need(errors, TYPE, PlanType.class, "Choose which plan");
                if (!form.value(STAGE).equals(ENDED)) {
                    TypedForms.need(
                            errors,
                            typed,
                            ID,
                            DIFFERENT,
                            "Write what will be different for the child");
                }
            }
            case VISIT ->
                    form.need(errors, OUTCOME, VisitOutcome.class, "Choose what came of the visit");
            case LEGAL -> form.need(errors, STAGE, MeetingStage.class, "Choose which step it is");
        }
        return of(visit, child, sort, typed, errors);
    }

    private void checkInvitation(List<FormError> errors) {
        need(errors, TYPE, MeetingType.class, "Choose which meeting");
        need(errors, STAGE, MeetingStage.class, "Choose what happens to it");
        boolean cancelled = value(STAGE).equals(Codes.kebab(MeetingStage.CANCELLED));
        if (!cancelled && day(ON).filter(d -> !d.isBefore(visit.today())).isEmpty()) {
            errors.add(error(ON, "Enter its day, today or later, like 27 3 2027"));
        }
        if (!cancelled && agencies.stream().noneMatch(a -> ticked(WHOM, a.value()))) {
            errors.add(error(WHOM, "Choose whom you invite"));
        }
    }

    private static FormError error(String field, String words) {
        return new FormError(words, ID + "-" + field);
    }

    private <E extends Enum<E>> void need(
            List<FormError> errors, String field, Class<E> codes, String words) {
        if (code(field, codes).isEmpty()) {
            errors.add(error(field, words));
        }
    }

    private <E extends Enum<E>> Optional<E> code(String field, Class<E> codes) {
        return EnumSet.allOf(codes).stream()
                .filter(c -> Codes.kebab(c).equals(value(field)))
                .findFirst();
    }

    List<FormError> errors() {
        return fields.errors();
    }

    private String value(String field) {
        return fields.value(ID, field);
    }

    private Optional<String> written(String field) {
        return EntryForm.typed(Optional.of(value(field)));
    }

    private Optional<LocalDate> day(String field) {
        return written(field).flatMap(TypedDate::read);
    }

    private boolean ticked(String field, String value) {
        return value(field + "-" + value).equals(YES);
    }

    /** The dated steps that it adds to the case, as the census counts them. */
    List<Step> steps() {
        LocalDate held = day(HELD).orElse(visit.today());
        return switch (sort) {
            case CONFERENCE -> {
                boolean review = value(TYPE).equals(Codes.kebab(ConferenceType.REVIEW));
                List<Step> steps = new ArrayList<>();
                steps.add(
                        new Step(review ? What.REVIEW_CONFERENCE : What.INITIAL_CONFERENCE, held));
                if (starts()) {
                    steps.add(new Step(What.PROTECTION_PLAN_STARTED, held));
                } else if (ends()) {
                    steps.add(new Step(What.PROTECTION_PLAN_ENDED, held));
                }
                yield steps;
            }
            case PLAN -> plan().map(w -> List.of(new Step(w, held))).orElse(List.of());
            case INVITE, CORE_GROUP, VISIT, LEGAL -> List.of();
        };
    }

    private Optional<What> plan() {
        boolean started = value(STAGE).equals(STARTED);
        boolean ended = value(STAGE).equals(ENDED);
        if (!started && !ended) {
            return Optional.empty();
        }
        return switch (code(TYPE, PlanType.class).orElseThrow()) {
            case PROTECTION ->
                    Optional.of(
                            started ? What.PROTECTION_PLAN_STARTED : What.PROTECTION_PLAN_ENDED);
            case IN_NEED -> Optional.of(started ? What.NEED_PLAN_STARTED : What.NEED_PLAN_ENDED);
            case LOOKED_AFTER -> Optional.empty();
        };
    }

    private boolean starts() {
        return value(OUTCOME).equals(Codes.kebab(ConferenceOutcome.PLAN));
    }

    private boolean ends() {
        return value(OUTCOME).equals(Codes.kebab(ConferenceOutcome.PLAN_ENDS));
    }

    /** What was sent, as the messages of the practitioner's agency. */
    List<ObjectNode> messages() {
        List<ObjectNode> all = new ArrayList<>();
        switch (sort) {
            case INVITE -> all.add(meeting(value(TYPE)));
            case CONFERENCE -> conference(all);
            case CORE_GROUP -> {
                ObjectNode group = first("core-group");
                ObjectNode body = group.putObject("body").put("decided", value(DECIDED).strip());
                minutes(group, body.putObject("minutes"));
                all.add(group);
                all.addAll(actions(group));
            }
            case PLAN -> plan(all);
            case VISIT -> all.add(visited());
            case LEGAL -> {
                ObjectNode meeting = meeting(Codes.kebab(MeetingType.LEGAL_PLANNING));
                all.add(meeting);
                if (ticked(PRE, YES)) {
                    ObjectNode court = EntryForm.another(meeting, "pre", "court-step");
                    EntryForm.about(court, visit, child);
                    court.putObject("body").put("step", "pre-proceedings");
                    all.add(court);
                }
            }
        }
        return all;
    }

    private ObjectNode first(String kind) {
        LocalDate day = day(HELD).orElse(visit.today());
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        EntryForm.onceFor(value(EntryForm.ONCE), day, visit.now()),
                        kind,
                        visit.now());
        if (sort != Sort.INVITE) {
            message.put("when", day.toString());
        }
        return EntryForm.about(message, visit, child);
    }

    private ObjectNode meeting(String type) {
        ObjectNode message = first("meeting");
        agencies.stream()
                .filter(a -> ticked(WHOM, a.value()))
                .forEach(a -> message.withArray("to").add(a.value()));
        ObjectNode body = message.putObject("body").put("type", type).put("stage", value(STAGE));
        day(ON).ifPresent(d -> body.put("on", d.toString()));
        written(THRESHOLD).ifPresent(t -> body.put("thresholdMet", t.equals(YES)));
        return message;
    }

    private void conference(List<ObjectNode> all) {
        ObjectNode conference = first("conference");
        ObjectNode body = conference.putObject("body");
        body.put("type", value(TYPE)).put("outcome", value(OUTCOME));
        body.put("decided", value(DECIDED).strip());
        var categories = body.putArray("categories");
        categories().filter(c -> ticked(CATEGORY, c)).forEach(categories::add);
        minutes(conference, body.putObject("minutes"));
        all.add(conference);
        if (starts() || ends()) {
            ObjectNode plan = EntryForm.another(conference, "plan", "plan");
            EntryForm.about(plan, visit, child);
            plan.putObject("body").put("type", "protection").put("started", starts());
            all.add(plan);
        }
        all.addAll(actions(conference));
        written(DISSENT)
                .ifPresent(words -> {
                    ObjectNode dissent =
                            EntryForm.another(conference, "dissent", "professional-challenge");
                    EntryForm.about(dissent, visit, child);
                    dissent.withArray("regarding").add(conference.path("id").asString(""));
                    dissent.putObject("body")
                            .put("words", words)
                            .put("resolved", false)
                            .put("riskOfHarm", false);
                    all.add(dissent);
                });
    }

    private List<ObjectNode> actions(ObjectNode meeting) {
        return AgreedActions.messages(
                meeting, fields.typed().getOrDefault(ID, Map.of()), visit, child);
    }

    private void minutes(ObjectNode message, ObjectNode minutes) {
        written(QUORATE).ifPresent(q -> minutes.put("quorate", q.equals(YES)));
        written(AGAINST).ifPresent(a -> minutes.put("against", a));
        written(DISSENT).ifPresent(d -> minutes.put("dissent", d));
        var attended = minutes.putArray("attended");
        for (AgencyId agency : agencies) {
            code(CAME + agency.value(), Attendance.class)
                    .ifPresent(how -> {
                        attended.addObject()
                                .put("agency", agency.value())
                                .put("how", Codes.kebab(how));
                        message.withArray("to").add(agency.value());
                    });
        }
    }

    private void plan(List<ObjectNode> all) {
        boolean ended = value(STAGE).equals(ENDED);
        boolean started = value(STAGE).equals(STARTED);
        ObjectNode first = first(started || ended ? "plan" : "plan-written");
        all.add(first);
        if (started || ended) {
            first.putObject("body").put("type", value(TYPE)).put("started", started);
        }
        if (ended) {
            return;
        }
        ObjectNode says = started ? EntryForm.another(first, "says", "plan-written") : first;
        if (started) {
            EntryForm.about(says, visit, child);
            all.add(says);
        }
        ObjectNode body = says.putObject("body").put("type", value(TYPE));
        Stream.of(DIFFERENT, STEPS, CONTINGENCY, VISITS)
                .forEach(f -> written(f).ifPresent(w -> body.put(f, w)));
        day(REVIEW).ifPresent(d -> body.put("review", d.toString()));
    }

    private ObjectNode visited() {
        ObjectNode message = first("visit");
        ObjectNode body =
                message.putObject("body")
                        .put("outcome", value(OUTCOME))
                        .put("reason", "under-plan")
                        .put("announced", value(ANNOUNCED).equals(YES))
                        .put("skinSeen", value(SKIN).equals(YES))
                        .put("bedroomSeen", value(BEDROOM).equals(YES));
        written(DECIDED).ifPresent(f -> body.put("found", f));
        return message;
    }

    private static Stream<String> categories() {
        return EnumSet.complementOf(EnumSet.of(Harm.NONE, Harm.NOT_STATED)).stream()
                .map(Codes::kebab);
    }

    Form form() {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        if (sort != Sort.INVITE) {
            all.add(fields.line(ID, HELD, "On which day was it?", "Like 27 3 2025", "w10"));
        }
        switch (sort) {
            case INVITE -> {
                all.add(pick(TYPE, "Which meeting?", MeetingType.class));
                all.add(pick(STAGE, "What happens to it?", MeetingStage.class));
                all.add(fields.line(ID, ON, "On which day?", "Like 27 3 2027", "w10"));
                all.add(
                        new Field.Ticks(
                                WHOM,
                                "Whom do you invite?",
                                "To a conference each owes a report: 48 hours before an initial one,"
                                        + " three working days before a review.",
                                fields.error(ID, WHOM),
                                agencies.stream()
                                        .map(a -> tick(WHOM, a.value(), visit.agency(a)))
                                        .toList()));
            }
            case CONFERENCE -> {
                all.add(oneOf(TYPE, "Which conference?", ConferenceType.class));
                attendance(all);
                all.add(oneOf(OUTCOME, "What was decided?", ConferenceOutcome.class));
                all.add(
                        new Field.Ticks(
                                CATEGORY,
                                "Under which categories?",
                                "",
                                "",
                                categories()
                                        .map(c ->
                                                tick(CATEGORY, c, Wording.capital(Wording.code(c))))
                                        .toList()));
                all.add(fields.lines(ID, DECIDED, "What exactly, and why?", ""));
                all.add(
                        fields.lines(
                                ID, AGAINST, "What spoke against it, and why does it stand?", ""));
                all.add(fields.lines(ID, DISSENT, "Who disagreed, and why?", ""));
                all.addAll(AgreedActions.fields(ID, fields, visit, agencies));
            }
            case CORE_GROUP -> {
                attendance(all);
                all.add(fields.lines(ID, DECIDED, "What did the core group settle?", ""));
                all.addAll(AgreedActions.fields(ID, fields, visit, agencies));
            }
            case PLAN -> {
                all.add(oneOf(TYPE, "Which plan?", PlanType.class));
                all.add(
                        fields.oneOf(
                                ID,
                                STAGE,
                                "What happens to it?",
                                List.of(
                                        option(STAGE, STARTED, "It starts"),
                                        option(STAGE, "", "It goes on, and is written anew"),
                                        option(STAGE, ENDED, "It ends"))));
                all.add(
                        fields.lines(
                                ID,
                                DIFFERENT,
                                "What will be different for the child?",
                                "What the child will notice, not what services do."));
                all.add(fields.lines(ID, STEPS, "Who does what?", ""));
                all.add(
                        fields.lines(
                                ID, CONTINGENCY, "What happens if it does not come about?", ""));
                all.add(
                        fields.line(
                                ID,
                                VISITS,
                                "How often is the child visited, and by whom?",
                                "",
                                ""));
                all.add(fields.line(ID, REVIEW, "When is it reviewed?", "Like 27 3 2027", "w10"));
            }
            case VISIT -> {
                all.add(oneOf(OUTCOME, "What came of it?", VisitOutcome.class));
                all.add(yesNo(ANNOUNCED, "Did the family know of the visit?"));
                all.add(yesNo(SKIN, "Was the child’s skin looked at?"));
                all.add(yesNo(BEDROOM, "Was the room seen in which the child sleeps?"));
                all.add(
                        fields.lines(
                                ID,
                                DECIDED,
                                "What did you see and hear?",
                                "What you think apart from it."));
            }
            case LEGAL -> {
                all.add(
                        oneOf(
                                STAGE,
                                "Which step of the legal planning meeting?",
                                MeetingStage.class));
                all.add(
                        fields.line(
                                ID,
                                ON,
                                "For which day is it planned?",
                                "The first planned day counts: moving it does not start it again.",
                                "w10"));
                all.add(yesNo(THRESHOLD, "Where it was held: is the threshold met?"));
                all.add(
                        new Field.Ticks(
                                PRE,
                                "Pre-proceedings",
                                "What the lawyer advises does not belong here.",
                                "",
                                List.of(tick(PRE, YES, "They start with this meeting"))));
            }
        }
        return new Form(
                ID,
                new ChildParts(visit, child).address() + "/meetings/" + sort.slug(),
                all,
                "Keep it",
                true,
                "");
    }

    private void attendance(List<Field> all) {
        all.add(new Field.Heading("who", "Who took part", "Leave those out who were not invited."));
        for (AgencyId agency : agencies) {
            String field = CAME + agency.value();
            List<Option> options =
                    Stream.concat(
                                    Stream.of(new Option("", "Not invited", "", false)),
                                    Arrays.stream(Attendance.values())
                                            .map(a ->
                                                    option(
                                                            field,
                                                            Codes.kebab(a),
                                                            Wording.capital(
                                                                    StrategyParts.attended(a)))))
                            .toList();
            all.add(fields.pick(ID, field, visit.agency(agency), options));
        }
        all.add(yesNo(QUORATE, "Were enough there to decide?"));
    }

    private Field yesNo(String field, String legend) {
        return fields.oneOf(
                ID, field, legend, List.of(option(field, YES, "Yes"), option(field, "no", "No")));
    }

    private <E extends Enum<E>> Field oneOf(String field, String legend, Class<E> codes) {
        return fields.oneOf(ID, field, legend, options(field, codes).toList());
    }

    private <E extends Enum<E>> Field pick(String field, String label, Class<E> codes) {
        return fields.pick(
                ID,
                field,
                label,
                Stream.concat(Stream.of(new Option("", "Choose", "", false)), options(field, codes))
                        .toList());
    }

    private <E extends Enum<E>> Stream<Option> options(String field, Class<E> codes) {
        return EnumSet.allOf(codes).stream()
                .map(c -> option(field, Codes.kebab(c), Wording.capital(Wording.code(c.name()))));
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, "", value(field).equals(value));
    }

    private Option tick(String field, String value, String label) {
        return new Option(value, label, "", ticked(field, value));
    }

    @Override
    public String toString() {
        return "MeetingForm[redacted]";
    }
}
