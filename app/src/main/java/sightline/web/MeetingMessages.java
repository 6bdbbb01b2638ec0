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
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.Codes;
import sightline.core.facts.MeetingBody.Attendance;
import sightline.core.kernel.AgencyId;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was sent with a form about meetings and plans, as messages. */
final class MeetingMessages {
    private final MeetingForm form;
    private final Visit visit;
    private final Child child;
    private final List<AgencyId> agencies;

    MeetingMessages(MeetingForm form) {
        this.form = form;
        this.visit = form.visit();
        this.child = form.child();
        this.agencies = form.agencies();
    }

    /** What was sent, as the messages of the practitioner's agency. */
    List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        switch (form.sort()) {
            case INVITE -> all.add(meeting(form.value(TYPE)));
            case CONFERENCE -> conference(all);
            case CORE_GROUP -> {
                ObjectNode group = first("core-group");
                ObjectNode body =
                        group.putObject("body").put("decided", form.value(DECIDED).strip());
                minutes(group, body.putObject("minutes"));
                all.add(group);
                all.addAll(actions(group));
            }
            case PLAN -> plan(all);
            case VISIT -> all.add(visited());
            case LEGAL -> {
                ObjectNode meeting = meeting(Codes.kebab(MeetingType.LEGAL_PLANNING));
                all.add(meeting);
                if (form.ticked(PRE, YES)) {
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
        LocalDate day = form.day(HELD).orElse(visit.today());
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        EntryForm.onceFor(form.value(EntryForm.ONCE), day, visit.now()),
                        kind,
                        visit.now());
        if (form.sort() != MeetingForm.Sort.INVITE) {
            message.put("when", day.toString());
        }
        return EntryForm.about(message, visit, child);
    }

    private ObjectNode meeting(String type) {
        ObjectNode message = first("meeting");
        agencies.stream()
                .filter(a -> form.ticked(WHOM, a.value()))
                .forEach(a -> message.withArray("to").add(a.value()));
        ObjectNode body =
                message.putObject("body").put("type", type).put("stage", form.value(STAGE));
        form.day(ON).ifPresent(d -> body.put("on", d.toString()));
        form.written(THRESHOLD).ifPresent(t -> body.put("thresholdMet", t.equals(YES)));
        return message;
    }

    private void conference(List<ObjectNode> all) {
        ObjectNode conference = first("conference");
        ObjectNode body = conference.putObject("body");
        body.put("type", form.value(TYPE)).put("outcome", form.value(OUTCOME));
        body.put("decided", form.value(DECIDED).strip());
        var categories = body.putArray("categories");
        MeetingForm.categories().filter(c -> form.ticked(CATEGORY, c)).forEach(categories::add);
        minutes(conference, body.putObject("minutes"));
        all.add(conference);
        if (form.starts() || form.ends()) {
            ObjectNode plan = EntryForm.another(conference, "plan", "plan");
            EntryForm.about(plan, visit, child);
            plan.putObject("body").put("type", "protection").put("started", form.starts());
            all.add(plan);
        }
        all.addAll(actions(conference));
        form.written(DISSENT)
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
                meeting, form.fields().typed().getOrDefault(ID, Map.of()), visit, child);
    }

    private void minutes(ObjectNode message, ObjectNode minutes) {
        if (form.sort() == MeetingForm.Sort.CONFERENCE) {
            minutes.put("quorate", Quorum.of(came()));
        }
        form.written(AGAINST).ifPresent(a -> minutes.put("against", a));
        form.written(DISSENT).ifPresent(d -> minutes.put("dissent", d));
        var attended = minutes.putArray("attended");
        for (AgencyId agency : agencies) {
            form.code(CAME + agency.value(), Attendance.class)
                    .ifPresent(how -> {
                        attended.addObject()
                                .put("agency", agency.value())
                                .put("how", Codes.kebab(how));
                        message.withArray("to").add(agency.value());
                    });
        }
    }

    private List<AgencyType> came() {
        return agencies.stream()
                .filter(a ->
                        form.code(CAME + a.value(), Attendance.class)
                                .filter(Attendance.CAME::equals)
                                .isPresent())
                .flatMap(a -> visit.directory().agency(a).stream())
                .map(Agency::type)
                .toList();
    }

    private void plan(List<ObjectNode> all) {
        boolean ended = form.value(STAGE).equals(ENDED);
        boolean started = form.value(STAGE).equals(STARTED);
        ObjectNode first = first(started || ended ? "plan" : "plan-written");
        all.add(first);
        if (started || ended) {
            first.putObject("body").put("type", form.value(TYPE)).put("started", started);
        }
        if (ended) {
            return;
        }
        ObjectNode says = started ? EntryForm.another(first, "says", "plan-written") : first;
        if (started) {
            EntryForm.about(says, visit, child);
            all.add(says);
        }
        ObjectNode body = says.putObject("body").put("type", form.value(TYPE));
        Stream.of(DIFFERENT, STEPS, CONTINGENCY, VISITS)
                .forEach(f -> form.written(f).ifPresent(w -> body.put(f, w)));
        form.day(REVIEW).ifPresent(d -> body.put("review", d.toString()));
    }

    private ObjectNode visited() {
        ObjectNode message = first("visit");
        ObjectNode body =
                message.putObject("body")
                        .put("outcome", form.value(OUTCOME))
                        .put("reason", "under-plan")
                        .put("announced", form.value(ANNOUNCED).equals(YES))
                        .put("skinSeen", form.value(SKIN).equals(YES))
                        .put("bedroomSeen", form.value(BEDROOM).equals(YES));
        form.written(DECIDED).ifPresent(f -> body.put("found", f));
        return message;
    }
}
