package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.audit.Proposal;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.HeadedForm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a second person approves or refuses, on a page, what another proposed or asked for.
 *
 * @param address of the page
 */
record SecondPerson(String address) {
    /** What to say where a decision on a proposal was not taken. */
    static final String NOT_DONE =
            "That could not be done: somebody was faster, or it is your own proposal.";

    private static final String APPROVE = "approve";
    private static final String REFUSE = "refuse";
    private static final String WHY = "why";
    private static final int ROWS = 3;

    /** Takes a decision. */
    @FunctionalInterface
    interface Decision {
        /**
         * Whether it could be taken.
         *
         * @param refused why not; null approves
         */
        boolean take(@Nullable String refused);
    }

    /**
     * What follows from a form that was sent; empty where it is none of these.
     *
     * @param again the page with what was wrong
     */
    Optional<Object> sent(
            String act,
            Optional<String> why,
            Decision decision,
            Function<List<FormError>, Object> again) {
        return switch (act) {
            case APPROVE -> Optional.of(after(decision.take(null)));
            case REFUSE ->
                    Optional.of(
                            EntryForm.typed(why)
                                    .<Object>map(reason -> after(decision.take(reason)))
                                    .orElseGet(() ->
                                            again.apply(
                                                    List.of(
                                                            new FormError(
                                                                    "Say why",
                                                                    REFUSE + "-" + WHY)))));
            default -> Optional.empty();
        };
    }

    /** Back to the page, which says so where it was not done. */
    String after(boolean done) {
        return "redirect:" + address + (done ? "" : "?no");
    }

    HeadedForm approval(String heading, String what, String button) {
        return new HeadedForm(heading, what, form(APPROVE, button, true, List.of()));
    }

    HeadedForm refusal(String heading, String what, List<FormError> errors) {
        Field why =
                new Field.LongText(
                        WHY, "Why?", "", "", EntryForm.error(errors, REFUSE + "-" + WHY), ROWS);
        return new HeadedForm(heading, what, form(REFUSE, "Refuse it", false, List.of(why)));
    }

    Form form(String act, String button, boolean primary, List<Field> fields) {
        return new Form(act, address + "/" + act, fields, button, primary, "");
    }

    /**
     * The forms for a proposal: none once it is decided, and none for whoever proposed it.
     *
     * @param approval where it may be approved by now
     */
    List<HeadedForm> forms(
            Visit visit, Proposal proposal, Optional<HeadedForm> approval, List<FormError> errors) {
        if (own(visit, proposal) || !proposal.waits()) {
            return List.of();
        }
        List<HeadedForm> forms = new ArrayList<>(approval.stream().toList());
        forms.add(refusal("Refuse it", "Whoever proposed it sees why.", errors));
        return forms;
    }

    static boolean own(Visit visit, Proposal proposal) {
        return proposal.proposedBy().equals(visit.reader().actor());
    }

    /** Why it was proposed and by whom, and who decided what. */
    static List<Definition> lines(Visit visit, Proposal proposal) {
        List<Definition> lines = new ArrayList<>();
        lines.add(Definition.of("Why", proposal.reason()));
        lines.add(
                Definition.of(
                        "Proposed",
                        RuleWords.by(visit, proposal.proposedAt(), proposal.proposedBy())));
        proposal.decidedBy()
                .ifPresent(who ->
                        lines.add(
                                Definition.of(
                                        proposal.approved() ? "Approved" : "Refused",
                                        RuleWords.by(
                                                visit, proposal.decidedAt().orElseThrow(), who))));
        return lines;
    }
}
