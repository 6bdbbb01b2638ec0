package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.CareBody.CloseReason;
import sightline.core.household.Connection;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.AgainstDecision;
import sightline.core.screening.AgainstDecision.Made;
import sightline.core.screening.ReferralCase;
import sightline.core.screening.Referrals;
import sightline.core.screening.WeightyDecision;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The form of a decision, or of a disagreement with one.
 *
 * @param decision empty for a disagreement
 * @param fields what stands in it, and what is wrong with it
 * @param against what speaks against the decision now
 */
record DecisionForms(
        Visit visit,
        Child child,
        Optional<WeightyDecision> decision,
        TypedForms fields,
        AgainstDecision against) {
    private static final String DECIDE = "decide";
    private static final String DISAGREE = "disagree";
    private static final String REASON = "reason";
    private static final String WORDS = "words";
    private static final String WHICH = "which";
    private static final String WHO = "who";
    private static final String WHY = "why";
    private static final String SEEN = "seen";
    private static final String SKIN = "skin";
    private static final String SPOKEN = "spoken";
    private static final String LAID = "laid";
    private static final String RISK = "risk";
    private static final String YES = "yes";
    private static final AgainstDecision NOTHING =
            new AgainstDecision(List.of(), List.of(), List.of());
    private static final Set<Connection.Kind> NEAR =
            Set.of(
                    Connection.Kind.PARENT,
                    Connection.Kind.STEP_PARENT,
                    Connection.Kind.CARER,
                    Connection.Kind.SUPERVISOR,
                    Connection.Kind.GRANDPARENT,
                    Connection.Kind.RELATIVE,
                    Connection.Kind.FRIEND);

    static DraftPages.Kind draft(WeightyDecision decision) {
        return switch (decision) {
            case RETURN_HOME -> DraftPages.Kind.RETURN_HOME;
            case CLOSE_CASE -> DraftPages.Kind.CLOSE_CASE;
            case THRESHOLD_NOT_MET -> DraftPages.Kind.THRESHOLD_NOT_MET;
            case END_SUPERVISION -> DraftPages.Kind.END_SUPERVISION;
        };
    }

    /** A decision that is being written. */
    static DecisionForms of(
            Visit visit, Child child, WeightyDecision decision, Map<String, String> typed) {
        return new DecisionForms(
                visit,
                child,
                Optional.of(decision),
                TypedForms.of(DECIDE, typed, List.of()),
                new DecisionParts(visit, child).now(decision));
    }

    /** A decision as it was sent: where something speaks against it, it has its reason. */
    static DecisionForms sent(
            Visit visit, Child child, WeightyDecision decision, Map<String, String> typed) {
        DecisionForms fresh = of(visit, child, decision, typed);
        List<FormError> errors = new ArrayList<>();
        if (decision == WeightyDecision.THRESHOLD_NOT_MET && fresh.referral().isEmpty()) {
            errors.add(new FormError("Choose which referral you decide", DECIDE + "-" + WHICH));
        }
        if (decision == WeightyDecision.CLOSE_CASE && fresh.closeReason().isEmpty()) {
            errors.add(new FormError("Choose what kind of closing it is", DECIDE + "-" + WHY));
        }
        if (!fresh.against().isEmpty()) {
            TypedForms.need(
                    errors,
                    typed,
                    DECIDE,
                    REASON,
                    "Write why the decision stands, although this is recorded");
        }
        boolean read = typed.getOrDefault(LAID, "").equals(fresh.count());
        if (errors.isEmpty() && !read) {
            errors.add(
                    new FormError(
                            "Something was recorded since you opened this page. Read it, then decide",
                            DECIDE + "-" + REASON));
        }
        return new DecisionForms(
                visit,
                child,
                Optional.of(decision),
                TypedForms.of(DECIDE, typed, errors),
                fresh.against());
    }

    static DecisionForms dissent(Visit visit, Child child, Map<String, String> typed) {
        return new DecisionForms(
                visit, child, Optional.empty(), TypedForms.of(DISAGREE, typed, List.of()), NOTHING);
    }

    static DecisionForms dissentSent(Visit visit, Child child, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (dissent(visit, child, typed).decided().isEmpty()) {
            errors.add(new FormError("Choose the decision", DISAGREE + "-" + WHICH));
        }
        TypedForms.need(errors, typed, DISAGREE, WORDS, "Write what you disagree with, and why");
        return new DecisionForms(
                visit, child, Optional.empty(), TypedForms.of(DISAGREE, typed, errors), NOTHING);
    }

    List<FormError> errors() {
        return fields.errors();
    }

    /** How much was laid out: a form that was shown less is shown again. */
    private String count() {
        return against.against().size()
                + "."
                + against.notHeard().size()
                + "."
                + against.unanswered().size();
    }

    private String value(String field) {
        return fields.value(decision.isPresent() ? DECIDE : DISAGREE, field);
    }

    private Optional<String> typed(String field) {
        return EntryForm.typed(Optional.of(value(field)));
    }

    /** What was sent, as the message that the decider's agency sends. */
    ObjectNode message() {
        String once = value(EntryForm.ONCE);
        ObjectNode message = EntryForm.message(visit.account().agency(), once, kind(), visit.now());
        if (decision.isEmpty()) {
            EntryForm.regarding(
                    message,
                    decided().map(m -> m.entry().fact().id().message().text()).stream().toList());
            decided()
                    .map(m -> m.entry().fact().source())
                    .filter(a -> !a.equals(visit.account().agency()))
                    .ifPresent(a -> message.putArray("to").add(a.value()));
            message.putObject("body")
                    .put("words", value(WORDS).strip())
                    .put("resolved", false)
                    .put("riskOfHarm", value(RISK).equals(YES));
            return message;
        }
        if (decision.get() == WeightyDecision.THRESHOLD_NOT_MET) {
            EntryForm.regarding(
                    message,
                    referral().map(r -> r.first().fact().id().message().text()).stream().toList());
        } else {
            EntryForm.about(message, visit, child);
            person().ifPresent(p ->
                    message.withArray("people")
                            .addObject()
                            .put("role", p.role())
                            .put("localId", p.localId()));
        }
        body(message.putObject("body"));
        boolean open =
                decision.get() == WeightyDecision.RETURN_HOME
                        || decision.get() == WeightyDecision.END_SUPERVISION;
        if (open && typed(REASON).isPresent()) {
            message.put("sensitivity", "event");
        }
        return message;
    }

    private String kind() {
        return decision.map(d ->
                        switch (d) {
                            case RETURN_HOME -> "returned-home";
                            case CLOSE_CASE -> "case-closed";
                            case THRESHOLD_NOT_MET -> "referral-decision";
                            case END_SUPERVISION -> "carer-arranged";
                        })
                .orElse("professional-challenge");
    }

    private void body(ObjectNode body) {
        switch (decision.orElseThrow()) {
            case RETURN_HOME -> typed(WORDS).ifPresent(w -> body.put("conditions", w));
            case CLOSE_CASE -> {
                body.put("childSeenAlone", value(SEEN).equals(YES));
                body.put("skinSeen", value(SKIN).equals(YES));
                body.put("referrerSpokenTo", value(SPOKEN).equals(YES));
                body.putArray("reasons").add(closeReason().orElseThrow());
            }
            case THRESHOLD_NOT_MET -> {
                body.put("outcome", "no-further-action");
                body.put("childSeen", value(SEEN).equals(YES));
                body.put("referrerSpokenTo", value(SPOKEN).equals(YES));
                body.putArray("reasons").add("threshold-not-met");
            }
            case END_SUPERVISION -> body.put("arrangement", "ended");
        }
        typed(REASON).ifPresent(r -> body.put("reason", r));
    }

    /** The form, with what was typed. */
    Form form() {
        return decision.map(this::deciding).orElseGet(this::disagreeing);
    }

    private Form disagreeing() {
        return new Form(
                DISAGREE,
                address() + "/" + DISAGREE,
                List.of(
                        EntryForm.once(visit.now()),
                        fields.pick(DISAGREE, WHICH, "With which decision?", decisions()),
                        fields.lines(
                                DISAGREE,
                                WORDS,
                                "What do you disagree with, and why?",
                                "It stands beside the decision, and whoever decided has to answer."),
                        yes(RISK, "May the child come to harm while the decision stands?")),
                "Record that I disagree",
                true,
                DraftPages.Kind.DISSENT.address(draftAbout(DISAGREE)));
    }

    private Form deciding(WeightyDecision what) {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        all.add(new Field.Hidden(LAID, count()));
        switch (what) {
            case RETURN_HOME -> {
                all.add(fields.pick(DECIDE, WHO, "To whom?", people()));
                all.add(
                        fields.lines(
                                DECIDE, WORDS, "On what conditions?", "Leave it empty if none."));
            }
            case CLOSE_CASE -> {
                all.add(fields.oneOf(DECIDE, WHY, "What kind of closing?", closeReasons()));
                all.add(yes(SEEN, "Was the child seen alone?"));
                all.add(yes(SKIN, "Was the child’s skin looked at?"));
                all.add(yes(SPOKEN, "Was whoever referred spoken to?"));
            }
            case THRESHOLD_NOT_MET -> {
                all.add(fields.pick(DECIDE, WHICH, "Which referral?", referrals()));
                all.add(yes(SEEN, "Was the child seen?"));
                all.add(yes(SPOKEN, "Was whoever referred spoken to?"));
            }
            case END_SUPERVISION ->
                    all.add(fields.pick(DECIDE, WHO, "Who no longer does so?", people()));
        }
        all.add(
                new Field.LongText(
                        REASON,
                        "Why does the decision stand?",
                        against.isEmpty()
                                ? "Nothing speaks against it in what you may see."
                                : "Say of what is recorded above why it does not change the"
                                        + " decision.",
                        value(REASON),
                        fields.error(DECIDE, REASON),
                        6));
        return new Form(
                DECIDE,
                address() + "/" + DecisionParts.slug(what),
                all,
                "Record the decision",
                true,
                draft(what).address(draftAbout(DECIDE)));
    }

    private Field yes(String name, String label) {
        return new Field.AnyOf(
                name, label, "", "", List.of(new Option(YES, "Yes", "", value(name).equals(YES))));
    }

    private DraftAbout draftAbout(String form) {
        return DraftAbout.of(visit, child, fields.value(form, DraftAbout.FIELD));
    }

    private String about() {
        return child.family().subject().id().value();
    }

    private String address() {
        return "/children/" + about() + "/decisions";
    }

    /** Somebody whom the decider's own agency has a record of. */
    private record Known(String localId, String role, String name) {}

    private List<Known> known() {
        Neighbourhood around = child.family().around();
        Map<Object, Known> found = new LinkedHashMap<>();
        for (Connection.Kind kind : Connection.Kind.values()) {
            if (NEAR.contains(kind)) {
                around.connections(around.subject().id(), kind)
                        .forEach(c -> {
                            Individual person = around.person(c.to());
                            own(person)
                                    .ifPresent(r ->
                                            found.putIfAbsent(
                                                    c.to(),
                                                    new Known(
                                                            r.localId(),
                                                            role(kind),
                                                            Naming.name(person))));
                        });
            }
        }
        return List.copyOf(found.values());
    }

    private static String role(Connection.Kind kind) {
        return switch (kind) {
            case STEP_PARENT -> "step-parent";
            case SUPERVISOR -> "supervisor";
            case GRANDPARENT -> "grandparent";
            case RELATIVE -> "relative";
            case FRIEND -> "friend";
            default -> "carer";
        };
    }

    private Optional<SourceRecord> own(Individual person) {
        return person.records().stream()
                .filter(r -> r.agency().equals(visit.account().agency()))
                .sorted()
                .findFirst();
    }

    private Optional<Known> person() {
        boolean ownChild = own(child.family().around().subject()).isPresent();
        return ownChild
                ? known().stream().filter(k -> k.localId().equals(value(WHO))).findFirst()
                : Optional.empty();
    }

    private List<Option> people() {
        String chosen = value(WHO);
        return Stream.concat(
                        Stream.of(new Option("", "Somebody who is not listed here", "", false)),
                        known().stream()
                                .map(k ->
                                        new Option(
                                                k.localId(),
                                                k.name(),
                                                "",
                                                k.localId().equals(chosen))))
                .toList();
    }

    private List<ReferralCase> cases() {
        return sightline.core.screening.Child.in(new DecisionParts(visit, child).situation())
                .map(Referrals::of)
                .orElse(List.of())
                .reversed();
    }

    private Optional<ReferralCase> referral() {
        return cases().stream()
                .filter(r -> Wording.anchor(r.key()).equals(value(WHICH)))
                .findFirst();
    }

    private List<Option> referrals() {
        String chosen = value(WHICH);
        return cases().stream()
                .map(r ->
                        new Option(
                                Wording.anchor(r.key()),
                                visit.agency(r.first().fact().source())
                                        + ", "
                                        + r.first().fact().times().happened().inWords()
                                        + (r.undecidedAt(visit.now()) ? "" : " (decided before)"),
                                "",
                                Wording.anchor(r.key()).equals(chosen)))
                .toList();
    }

    private List<Made> made() {
        return new DecisionParts(visit, child).made();
    }

    private Optional<Made> decided() {
        return made().stream()
                .filter(m -> Wording.anchor(m.entry().fact().id().text()).equals(value(WHICH)))
                .findFirst();
    }

    private List<Option> decisions() {
        var parts = new DecisionParts(visit, child);
        return made().stream()
                .map(m ->
                        new Option(
                                Wording.anchor(m.entry().fact().id().text()),
                                parts.what(m),
                                "",
                                false))
                .toList();
    }

    private Optional<String> closeReason() {
        return Arrays.stream(CloseReason.values())
                .map(DecisionForms::slug)
                .filter(s -> s.equals(value(WHY)))
                .findFirst();
    }

    private static String slug(CloseReason reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private List<Option> closeReasons() {
        return Arrays.stream(CloseReason.values())
                .map(r ->
                        new Option(
                                slug(r),
                                Wording.capital(Wording.code(r.name())),
                                "",
                                slug(r).equals(value(WHY))))
                .toList();
    }

    @Override
    public String toString() {
        return "DecisionForms[redacted]";
    }
}
