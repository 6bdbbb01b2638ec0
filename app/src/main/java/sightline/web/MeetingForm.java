package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.CaseCourse.Step;
import sightline.core.casework.CaseCourse.What;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.Conference.ConferenceOutcome;
import sightline.core.facts.CareBody.Conference.ConferenceType;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Codes;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.kernel.AgencyId;
import sightline.web.view.part.FormError;

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
    static final String ID = "meet";
    static final String ON = "on";
    static final String HELD = "held";
    static final String TYPE = "type";
    static final String STAGE = "stage";
    static final String WHOM = "whom";
    static final String OUTCOME = "outcome";
    static final String CATEGORY = "category";
    static final String DECIDED = "decided";
    static final String AGAINST = "against";
    static final String DISSENT = "dissent";
    static final String DIFFERENT = "different";
    static final String STEPS = "steps";
    static final String CONTINGENCY = "contingency";
    static final String VISITS = "visits";
    static final String REVIEW = "review";
    static final String THRESHOLD = "threshold";
    static final String PRE = "pre";
    static final String SKIN = "skin";
    static final String BEDROOM = "bedroom";
    static final String ANNOUNCED = "announced";
    static final String CAME = "came-";
    static final String STARTED = "started";
    static final String ENDED = "ended";
    static final String YES = "yes";

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

    /** As it stands before it is sent, with what was being written. */
    static MeetingForm fresh(Visit visit, Child child, Sort sort, Map<String, String> typed) {
        return of(visit, child, sort, typed, List.of());
    }

    /** What a draft of it is about. */
    DraftAbout draft() {
        return draft(visit, child, sort, fields.value(ID, DraftAbout.FIELD));
    }

    static DraftAbout draft(Visit visit, Child child, Sort sort, String sent) {
        return DraftAbout.of(visit, child, sent).and(sort.slug());
    }

    private static MeetingForm of(
            Visit visit,
            Child child,
            Sort sort,
            Map<String, String> typed,
            List<FormError> errors) {
        return new MeetingForm(
                visit,
                child,
                sort,
                StrategyParts.candidates(visit, child),
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

    <E extends Enum<E>> Optional<E> code(String field, Class<E> codes) {
        return EnumSet.allOf(codes).stream()
                .filter(c -> Codes.kebab(c).equals(value(field)))
                .findFirst();
    }

    List<FormError> errors() {
        return fields.errors();
    }

    String value(String field) {
        return fields.value(ID, field);
    }

    Optional<String> written(String field) {
        return EntryForm.typed(Optional.of(value(field)));
    }

    Optional<LocalDate> day(String field) {
        return written(field).flatMap(TypedDate::read);
    }

    boolean ticked(String field, String value) {
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

    boolean starts() {
        return value(OUTCOME).equals(Codes.kebab(ConferenceOutcome.PLAN));
    }

    boolean ends() {
        return value(OUTCOME).equals(Codes.kebab(ConferenceOutcome.PLAN_ENDS));
    }

    static Stream<String> categories() {
        return EnumSet.complementOf(EnumSet.of(Harm.NONE, Harm.NOT_STATED)).stream()
                .map(Codes::kebab);
    }

    @Override
    public String toString() {
        return "MeetingForm[redacted]";
    }
}
