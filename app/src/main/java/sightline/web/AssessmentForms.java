package sightline.web;

import sightline.core.casework.Assessment.Item;
import sightline.core.casework.Given;
import sightline.core.casework.QuestionSet;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.Codes;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.Text;
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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of one answer. It keeps whatever was written; only what cannot be kept at all, a day
 * that is none or words without end, is asked for again.
 */
record AssessmentForms(Visit visit, QuestionSet set, Item item, TypedForms fields) {
    static final String ANSWER = "answer";
    private static final String STATE = "state";
    private static final String WORDS = "words";
    private static final String GAVE = "gave";
    private static final String THERE = "there";
    private static final String ON = "on";
    private static final String INTERPRETER = "interpreter";
    private static final String SOURCE = "source";
    private static final String NEXT = "next";
    private static final String REVIEW = "review";
    private static final String MANAGER = "manager";
    private static final String SEEN = "seen";
    private static final String ALONE = "alone";
    private static final int LONGEST = 20_000;
    private static final int SHORT = 500;
    private static final List<String> DAYS = List.of(ON, REVIEW);

    static String words(AnswerState state) {
        return switch (state) {
            case KNOWN -> "Known";
            case DECLINED -> "Asked, and declined";
            case NOT_KNOWN -> "Asked, and not known";
            case NOT_YET_ASKED -> "Not yet asked";
            case NOT_SAFE_TO_ASK -> "Not safe to ask now";
            case DOES_NOT_APPLY -> "Does not apply";
        };
    }

    static AssessmentForms of(Visit visit, QuestionSet set, Item item, Map<String, String> typed) {
        return new AssessmentForms(visit, set, item, TypedForms.of(ANSWER, typed, List.of()));
    }

    static AssessmentForms sent(
            Visit visit, QuestionSet set, Item item, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (state(typed).isEmpty()) {
            errors.add(new FormError("Choose one of the six answers", ANSWER + "-" + STATE));
        }
        for (String day : DAYS) {
            Optional<String> text = EntryForm.typed(Optional.ofNullable(typed.get(day)));
            if (text.isPresent() && text.flatMap(TypedDate::read).isEmpty()) {
                errors.add(
                        new FormError(
                                "Enter a day that exists, like 27 3 2025, or leave it empty",
                                ANSWER + "-" + day));
            }
        }
        tooLong(errors, typed, ANSWER, Set.of(WORDS, INTERPRETER, SOURCE, MANAGER), LONGEST);
        tooLong(errors, typed, ANSWER, Set.of(NEXT), SHORT);
        return new AssessmentForms(visit, set, item, TypedForms.of(ANSWER, typed, errors));
    }

    static void tooLong(
            List<FormError> errors,
            Map<String, String> typed,
            String form,
            Set<String> names,
            int most) {
        for (String name : names) {
            int length = typed.getOrDefault(name, "").strip().length();
            if (length > most) {
                errors.add(
                        new FormError(
                                "Shorten this: it has %d characters, and at most %d are kept. What you wrote stands below"
                                        .formatted(length, most),
                                form + "-" + name));
            }
        }
    }

    private static Optional<AnswerState> state(Map<String, String> typed) {
        return Arrays.stream(AnswerState.values())
                .filter(s -> Codes.kebab(s).equals(typed.getOrDefault(STATE, "")))
                .findFirst();
    }

    /** Under which name the form that was sent keeps its draft; empty for a fresh one. */
    String keptAs() {
        return fields.value(ANSWER, DraftAbout.FIELD);
    }

    List<FormError> errors() {
        return fields.errors();
    }

    private String value(String field) {
        return fields.value(ANSWER, field);
    }

    private Optional<String> typed(String field) {
        return EntryForm.typed(Optional.of(value(field)));
    }

    Form form(String action, String draft) {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        all.add(
                new Field.Hidden(
                        SEEN,
                        item.standing().stream()
                                .map(g -> String.valueOf(g.fact().position()))
                                .collect(Collectors.joining("."))));
        all.add(
                fields.oneOf(
                        ANSWER,
                        STATE,
                        "What came of it?",
                        Arrays.stream(AnswerState.values())
                                .map(s ->
                                        new Option(
                                                Codes.kebab(s),
                                                words(s),
                                                "",
                                                Codes.kebab(s).equals(value(STATE))))
                                .toList()));
        all.add(
                fields.lines(
                        ANSWER,
                        WORDS,
                        "The answer, or why it was not safe or does not apply",
                        "What was said and seen, apart from what you make of it."));
        if (item.of().isPresent()) {
            all.add(
                    fields.pick(
                            ANSWER,
                            GAVE,
                            "Who gave the answer?",
                            options(
                                    GAVE,
                                    List.of(
                                            "=They themself",
                                            "partner=A partner or the other parent",
                                            "relative=Somebody else of the family",
                                            "practitioner=A professional or a record"))));
            all.add(
                    fields.pick(
                            ANSWER,
                            THERE,
                            item.question().alone()
                                    ? "Who else was there? (must be said here)"
                                    : "Who else was there?",
                            options(
                                    THERE,
                                    List.of(
                                            "=Not recorded",
                                            ALONE + "=Nobody: asked alone",
                                            "partner=A partner or the other parent",
                                            "child=A child",
                                            "relative=Somebody else of the family",
                                            "practitioner=A professional",
                                            "other=Somebody else"))));
            all.add(
                    fields.line(
                            ANSWER, INTERPRETER, "Interpreter, where there was one", "", "w20"));
        }
        all.add(fields.line(ANSWER, ON, "Asked on", "Like 27 3 2025.", "w10"));
        all.add(fields.line(ANSWER, SOURCE, "Recorded where, if it is from a record", "", "w20"));
        all.add(fields.line(ANSWER, NEXT, "If not known: who finds out?", "", "w20"));
        all.add(
                fields.line(
                        ANSWER,
                        MANAGER,
                        "If not safe, or does not apply: which manager decided?",
                        "",
                        "w20"));
        all.add(
                fields.line(
                        ANSWER,
                        REVIEW,
                        "And looked at again on",
                        "Like 27 3 2025. If it does not apply you may leave this empty: a manager"
                                + " then looks at it again.",
                        "w10"));
        return new Form(ANSWER, action, all, "Save this answer", true, draft);
    }

    private List<Option> options(String field, List<String> all) {
        return all.stream()
                .map(o -> o.split("=", 2))
                .map(o -> new Option(o[0], o[1], "", o[0].equals(value(field))))
                .toList();
    }

    /** Puts the answer into the body of the message. */
    void into(ObjectNode body) {
        ObjectNode answer = answer(body, state(fields.typed().getOrDefault(ANSWER, Map.of())));
        typed(WORDS).ifPresent(w -> answer.put("answer", w));
        typed(NEXT).ifPresent(n -> answer.put("askedNext", n));
        day(REVIEW).ifPresent(d -> answer.put("review", d.toString()));
        typed(GAVE)
                .filter(Set.of("partner", "relative", "practitioner")::contains)
                .ifPresent(g -> answer.put("answeredBy", g));
        typed(THERE)
                .filter(Set.of("partner", "child", "relative", "practitioner", "other")::contains)
                .ifPresent(t -> answer.put("inPresenceOf", t));
        ObjectNode asking = (ObjectNode) answer.get("asking");
        typed(THERE).ifPresent(t -> asking.put("alone", t.equals(ALONE)));
        typed(INTERPRETER).ifPresent(i -> asking.put("interpreter", i));
        typed(SOURCE).ifPresent(s -> asking.put("source", s));
        typed(MANAGER).ifPresent(m -> asking.put("decidedBy", m));
        day(ON).ifPresent(d -> asking.put("on", d.toString()));
        Set<String> positions =
                Arrays.stream(value(SEEN).split("[.]", -1)).collect(Collectors.toSet());
        instead(
                asking,
                item.all().stream()
                        .filter(g -> positions.contains(String.valueOf(g.fact().position())))
                        .toList());
    }

    /** Puts what is recorded into the body: known, with its source. */
    void recorded(ObjectNode body, String words, String source) {
        ObjectNode answer = answer(body, Optional.of(AnswerState.KNOWN));
        answer.put("answer", words).put("answeredBy", "practitioner");
        ObjectNode asking = (ObjectNode) answer.get("asking");
        asking.put("source", source);
        instead(
                asking,
                item.standing().stream()
                        .filter(g -> g.lacks(item.question()).isPresent())
                        .toList());
    }

    private ObjectNode answer(ObjectNode body, Optional<AnswerState> state) {
        ObjectNode answer = body.putArray("answers").addObject();
        answer.put("question", item.question().id());
        answer.put("topic", Codes.kebab(item.question().topic()));
        state.ifPresent(s -> answer.put("state", Codes.kebab(s)));
        ObjectNode asking = answer.putObject("asking");
        asking.put("by", by(visit)).put("version", set.version());
        item.of().ifPresent(p -> asking.put("person", p.records().getFirst().text()));
        return answer;
    }

    private static void instead(ObjectNode asking, List<Given> seen) {
        var instead = asking.putArray("instead");
        seen.stream()
                .map(g -> g.fact().id().message())
                .map(MessageRef::text)
                .distinct()
                .forEach(instead::add);
    }

    private Optional<LocalDate> day(String field) {
        return typed(field).flatMap(TypedDate::read);
    }

    /** Whoever writes, as a later reader sees it. */
    static String by(Visit visit) {
        return visit.account().name().value();
    }

    /** How an answer was asked, in a line. */
    static String how(Visit visit, Given given) {
        List<String> parts = new ArrayList<>();
        given.asking().by().map(Text::value).ifPresent(b -> parts.add("written by " + b));
        parts.add(visit.agency(given.fact().source()));
        parts.add(Wording.moment(given.fact().times().recorded(), visit.today()));
        given.asking().on().ifPresent(d -> parts.add("asked on " + TypedDate.write(d)));
        given.answer()
                .answeredBy()
                .ifPresent(r -> parts.add("answered by " + Wording.code(r.name())));
        if (given.asking().alone().orElse(false)) {
            parts.add("asked alone");
        }
        given.answer()
                .inPresenceOf()
                .ifPresent(r -> parts.add("in front of " + Wording.code(r.name())));
        given.asking().interpreter().ifPresent(i -> parts.add("interpreter: " + i.value()));
        given.asking().source().ifPresent(s -> parts.add("source: " + s.value()));
        given.answer().askedNext().ifPresent(n -> parts.add(n + " finds out"));
        given.asking().decidedBy().ifPresent(m -> parts.add("decided by " + m.value()));
        given.answer()
                .review()
                .ifPresent(d -> parts.add("looked at again on " + TypedDate.write(d)));
        given.asking().version().ifPresent(v -> parts.add("questions of " + v));
        return String.join("; ", parts);
    }
}
