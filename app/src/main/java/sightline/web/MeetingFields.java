package sightline.web;

import static sightline.web.MeetingForm.AGAINST;
import static sightline.web.MeetingForm.ANNOUNCED;
import static sightline.web.MeetingForm.BEDROOM;
import static sightline.web.MeetingForm.CAME;
import static sightline.web.MeetingForm.CATEGORY;
import static sightline.web.MeetingForm.CONTINGENCY;
import static sightline.web.MeetingForm.DECIDED;
import static sightline.web.MeetingForm.DIFFERENT;
import static sightline.web.MeetingForm.DISSENT;
import static sightline.web.MeetingForm.ENDED;
import static sightline.web.MeetingForm.HELD;
import static sightline.web.MeetingForm.ID;
import static sightline.web.MeetingForm.ON;
import static sightline.web.MeetingForm.OUTCOME;
import static sightline.web.MeetingForm.PRE;
import static sightline.web.MeetingForm.REVIEW;
import static sightline.web.MeetingForm.SKIN;
import static sightline.web.MeetingForm.STAGE;
import static sightline.web.MeetingForm.STARTED;
import static sightline.web.MeetingForm.STEPS;
import static sightline.web.MeetingForm.THRESHOLD;
import static sightline.web.MeetingForm.TYPE;
import static sightline.web.MeetingForm.VISITS;
import static sightline.web.MeetingForm.WHOM;
import static sightline.web.MeetingForm.YES;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.Quorum;
import sightline.core.facts.CareBody.Conference.ConferenceOutcome;
import sightline.core.facts.CareBody.Conference.ConferenceType;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.Codes;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.kernel.AgencyId;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a form about meetings and plans. */
final class MeetingFields {
    private final MeetingForm form;
    private final Visit visit;
    private final Child child;
    private final List<AgencyId> agencies;
    private final TypedForms fields;

    MeetingFields(MeetingForm form) {
        this.form = form;
        this.visit = form.visit();
        this.child = form.child();
        this.agencies = form.agencies();
        this.fields = form.fields();
    }

    Form form() {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        if (form.sort() != MeetingForm.Sort.INVITE) {
            all.add(fields.line(ID, HELD, "On which day was it?", "Like 27 3 2025", "w10"));
        }
        switch (form.sort()) {
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
                                MeetingForm.categories()
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
                new ChildParts(visit, child).address() + "/meetings/" + form.sort().slug(),
                all,
                "Keep it",
                true,
                DraftPages.Kind.MEETING.address(form.draft()));
    }

    private void attendance(List<Field> all) {
        all.add(new Field.Heading("who", "Who took part", who()));
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
    }

    private String who() {
        String missing =
                form.sort() == MeetingForm.Sort.CONFERENCE
                        ? new MeetingParts(visit, child).missing()
                        : "";
        String all =
                "Leave those out who were not invited."
                        + (form.sort() == MeetingForm.Sort.CONFERENCE
                                ? " Whether enough were there to decide is counted from who came: "
                                        + Quorum.OTHERS
                                        + " agencies besides social care. Otherwise it is held again."
                                : "");
        return missing.isEmpty() ? all : all + " No report has come from: " + missing + ".";
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
        return new Option(value, label, "", form.value(field).equals(value));
    }

    private Option tick(String field, String value, String label) {
        return new Option(value, label, "", form.ticked(field, value));
    }
}
