package sightline.web;

import static sightline.web.DisclosureFields.TELL;
import static sightline.web.DisclosureFields.YES;

import sightline.access.AccessRole;
import sightline.core.facts.Codes;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.DisclosureStage;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.facts.SharedBody.Route;
import sightline.web.view.page.RegisterActPage.Headed;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of a disclosure: ask whether somebody is told, record a scheme's stages, decide with a
 * reason, record what was said. Each question has forms of its own.
 *
 * @param act {@code ask}, or a step and the number of a question, like {@code decide-2}
 */
record DisclosureForms(
        Visit visit,
        RegisterParts parts,
        List<Disclosures> all,
        String act,
        TypedForms fields,
        List<FormError> errors) {
    private static final String ASK = "ask";

    /** Which question it was shown of: its number is another one's once records are separated. */
    private static final String QUESTION = "question";

    /** What is recorded on one question; the first is what cannot wait. */
    enum Step {
        ACTED,
        STAGE,
        DECIDE,
        SAID;

        String act(int number) {
            return act(String.valueOf(number));
        }

        private String act(String number) {
            return name().toLowerCase(java.util.Locale.ROOT) + "-" + number;
        }

        boolean stands(Disclosures question) {
            return switch (this) {
                case STAGE -> !question.ahead().isEmpty();
                case ACTED -> question.danger().isPresent();
                case DECIDE -> question.open();
                case SAID -> question.toBeSaid() || question.toBeAnswered();
            };
        }
    }

    /** A step of one question that stands open, or was sent. */
    private record Sent(Step step, Disclosures question) {}

    DisclosureForms {
        all = List.copyOf(all);
        errors = List.copyOf(errors);
    }

    static DisclosureForms fresh(Visit visit, RegisterParts parts) {
        return new DisclosureForms(
                visit, parts, questions(parts), "", TypedForms.empty(), List.of());
    }

    private static List<Disclosures> questions(RegisterParts parts) {
        return Disclosures.of(
                parts.child().family().around().subject(), parts.child().duties(), parts::keepsOf);
    }

    static DisclosureForms sent(
            Visit visit, RegisterParts parts, String act, Map<String, String> typed) {
        List<Disclosures> all = questions(parts);
        List<FormError> errors =
                act.equals(ASK)
                        ? DisclosureFields.wrongWithAsking(act, typed)
                        : sent(all, act, typed.getOrDefault(QUESTION, ""))
                                .map(s -> wrong(s, act, typed))
                                .orElse(List.of());
        return new DisclosureForms(
                visit, parts, all, act, TypedForms.of(act, typed, errors), errors);
    }

    private static List<FormError> wrong(Sent sent, String act, Map<String, String> typed) {
        return switch (sent.step()) {
            case STAGE -> DisclosureFields.wrongWithStage(act, sent.question().ahead(), typed);
            case ACTED -> {
                List<FormError> errors = new ArrayList<>();
                TypedForms.need(errors, typed, act, DisclosureFields.WORDS, "Write what was done");
                yield errors;
            }
            case DECIDE -> DisclosureFields.wrongWithDeciding(act, typed);
            case SAID -> DisclosureFields.wrongWithSaying(act, sent.question(), typed);
        };
    }

    /** Whether there is anything here for the reader to do. */
    boolean may() {
        return parts.asksToTell() || all.stream().anyMatch(this::theirs);
    }

    private boolean theirs(Disclosures question) {
        return parts.decidesToTell(question.asked().fact().source());
    }

    /** Whether the form that was sent is one of those that stand open. */
    boolean known() {
        return (act.equals(ASK) && parts.asksToTell()) || sent().isPresent();
    }

    /** Whether the form that was sent belongs to a question here, and stands open no more. */
    boolean closed() {
        return !known() && closedStep().isPresent();
    }

    /** Whether the form that was sent belongs to a question that is not here any more. */
    boolean gone() {
        return !known()
                && !closed()
                && Stream.of(Step.values()).anyMatch(step -> act.startsWith(step.act("")));
    }

    private Optional<Sent> closedStep() {
        return all.stream()
                .filter(this::theirs)
                .flatMap(question ->
                        Stream.of(Step.values())
                                .filter(step -> act.equals(step.act(number(all, question))))
                                .map(step -> new Sent(step, question)))
                .findFirst();
    }

    /** What was typed into a form that stands open no more, by its questions. */
    List<Definition> typedInVain() {
        return closedStep().filter(_ -> closed()).stream()
                .flatMap(s -> fields(s).stream())
                .flatMap(field -> typed(field).stream())
                .toList();
    }

    private List<Field> fields(Sent sent) {
        return switch (sent.step()) {
            case STAGE -> asked().stage(act, List.of(DisclosureStage.Stage.values()));
            case ACTED -> asked().acted(act);
            case DECIDE -> asked().deciding(act);
            case SAID -> asked().saying(act, sent.question());
        };
    }

    private static Optional<Definition> typed(Field field) {
        return switch (field) {
            case Field.Line line -> typed(line.label(), line.value());
            case Field.LongText text -> typed(text.label(), text.value());
            case Field.OneOf one ->
                    one.options().stream()
                            .filter(Option::chosen)
                            .findFirst()
                            .flatMap(o -> typed(one.legend(), o.label()));
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> typed(String question, String answer) {
        return EntryForm.typed(Optional.of(answer))
                .map(words -> Definition.of("Not kept: " + question, words));
    }

    private Optional<Sent> sent() {
        return sent(all, act, value(QUESTION)).filter(s -> theirs(s.question()));
    }

    private static Optional<Sent> sent(List<Disclosures> all, String act, String question) {
        return open(all).stream()
                .filter(s -> act.equals(s.step().act(number(all, s.question()))))
                .filter(s -> named(s.question()).equals(question))
                .findFirst();
    }

    private static List<Sent> open(List<Disclosures> all) {
        return all.stream()
                .flatMap(question ->
                        Stream.of(Step.values())
                                .filter(step -> step.stands(question))
                                .map(step -> new Sent(step, question)))
                .toList();
    }

    private static String named(Disclosures question) {
        return question.asked().fact().id().message().text();
    }

    /** The oldest question is the first: its number stays. */
    private static int number(List<Disclosures> all, Disclosures question) {
        return all.size() - all.indexOf(question);
    }

    List<Headed> forms() {
        List<Headed> forms = new ArrayList<>();
        open(all).stream()
                .filter(s -> theirs(s.question()))
                .forEach(s -> forms.add(headed(s.step(), s.question())));
        if (parts.asksToTell()) {
            forms.add(
                    new Headed(
                            "Ask whether somebody is told",
                            form(ASK, asked().asking(ASK), "Keep the question")));
        }
        return forms;
    }

    private DisclosureFields asked() {
        return new DisclosureFields(fields);
    }

    private Headed headed(Step step, Disclosures question) {
        String id = step.act(number(all, question));
        Field of = new Field.Hidden(QUESTION, named(question));
        String whom = DisclosureWords.to(question.asked().body().to());
        return switch (step) {
            case STAGE ->
                    new Headed(
                            "Record a stage: " + whom,
                            form(id, of, asked().stage(id, question.ahead()), "Keep the stage"));
            case ACTED ->
                    new Headed(
                            "Danger was found: " + whom,
                            form(id, of, asked().acted(id), "Keep what was done"));
            case DECIDE ->
                    new Headed(
                            "Decide: " + whom,
                            form(id, of, asked().deciding(id), "Keep the decision"));
            case SAID ->
                    new Headed(
                            (question.toBeSaid()
                                            ? "Record what was said: "
                                            : "Record the answer to whoever applied: ")
                                    + whom,
                            form(id, of, asked().saying(id, question), "Keep what was said"));
        };
    }

    private Form form(String which, Field of, List<Field> asked, String button) {
        List<Field> every = new ArrayList<>(asked);
        every.add(of);
        return form(which, every, button);
    }

    private Form form(String which, List<Field> asked, String button) {
        List<Field> every = new ArrayList<>(asked);
        every.add(EntryForm.once(visit.now()));
        every.add(SentAbout.field(visit, parts.child()));
        return new Form(
                which,
                parts.address() + "/disclosures/" + which,
                every,
                button,
                !which.equals(ASK),
                "");
    }

    /** The message that the reader's agency sends: criminal record data, whoever is told. */
    ObjectNode message(String once) {
        Optional<Sent> sent = sent();
        String kind =
                sent.map(s ->
                                switch (s.step()) {
                                    case STAGE, ACTED -> "disclosure-stage";
                                    case DECIDE, SAID -> "disclosure";
                                })
                        .orElse("disclosure-asked");
        ObjectNode message = EntryForm.message(visit.account().agency(), once, kind, visit.now());
        message.put("sensitivity", "criminal");
        ObjectNode body = message.putObject("body");
        if (sent.isEmpty()) {
            EntryForm.about(message, visit, parts.child());
            question(body);
            return message;
        }
        body.put("by", visit.account().name().value() + ", " + AccessRole.REGISTER_KEEPER.title());
        EntryForm.regarding(message, List.of(answered(sent.get()).id().message().text()));
        switch (sent.get().step()) {
            case STAGE -> {
                body.put("stage", value(DisclosureFields.STAGE));
                body.put("danger", value(DisclosureFields.DANGER).equals(YES));
                put(body, "words", DisclosureFields.WORDS);
            }
            case ACTED -> {
                body.put("stage", "acted");
                put(body, "words", DisclosureFields.WORDS);
            }
            case DECIDE -> decision(body, sent.get().question());
            case SAID -> telling(body, sent.get().question());
        }
        return message;
    }

    /** What a step answers. */
    private static Fact answered(Sent sent) {
        Disclosures question = sent.question();
        return switch (sent.step()) {
            case STAGE, DECIDE -> question.asked().fact();
            case ACTED -> question.danger().orElseThrow().fact();
            case SAID -> question.decided().orElseThrow().fact();
        };
    }

    private void question(ObjectNode body) {
        body.put("to", value(DisclosureFields.TO));
        put(body, "who", DisclosureFields.WHO);
        put(body, "why", DisclosureFields.WHY);
        boolean scheme =
                DisclosureFields.chosen(DisclosureTo.class, value(DisclosureFields.TO))
                        .filter(DisclosureFields::scheme)
                        .isPresent();
        if (scheme) {
            put(body, "route", DisclosureFields.ROUTE);
        }
        if (scheme && value(DisclosureFields.ROUTE).equals(Codes.kebab(Route.RIGHT_TO_ASK))) {
            put(body, "applicant", DisclosureFields.APPLICANT);
            put(body, "asker", DisclosureFields.ASKER);
            body.put("askerMayBeKnown", value(DisclosureFields.KNOWN).equals(YES));
        }
    }

    private void decision(ObjectNode body, Disclosures question) {
        boolean told = value(DisclosureFields.CHOICE).equals(TELL);
        body.put("step", "decided");
        body.put("made", told);
        put(body, "basis", DisclosureFields.BASIS);
        put(body, "reason", DisclosureFields.WHY);
        if (told) {
            put(body, "less", DisclosureFields.LESS);
        }
        route(body, question);
    }

    private void telling(ObjectNode body, Disclosures question) {
        body.put("step", "said");
        body.put("made", question.toBeSaid());
        body.put("basis", question.decided().orElseThrow().body().basis());
        put(body, "said", DisclosureFields.WORDS);
        route(body, question);
        ObjectNode told = body.putObject("told");
        put(told, "whom", DisclosureFields.WHO);
        if (question.ofScheme() && question.toBeSaid()) {
            put(told, "undertaking", DisclosureFields.UNDERTAKING);
            ObjectNode subject = told.putObject("subject");
            subject.put("learns", value(DisclosureFields.LEARNS).equals(YES));
            put(subject, "why", DisclosureFields.LEARNS_WHY);
        }
    }

    private static void route(ObjectNode body, Disclosures question) {
        question.asked().body().route().ifPresent(route -> body.put("route", Codes.kebab(route)));
    }

    /** What the journal is to say of it, if anything leaves by it or is withheld. */
    Optional<String> handedOut() {
        return sent().flatMap(s -> {
            String to = Codes.kebab(s.question().asked().body().to());
            return switch (s.step()) {
                case STAGE, ACTED -> Optional.empty();
                case DECIDE ->
                        value(DisclosureFields.CHOICE).equals(TELL)
                                ? Optional.empty()
                                : Optional.of("a disclosure, withheld from " + to);
                case SAID ->
                        Optional.of(
                                s.question().toBeSaid()
                                        ? "a disclosure, told to " + to
                                        : "an application for a disclosure, answered");
            };
        });
    }

    /** The facts that the form answers, for the journal. */
    List<Fact> about() {
        return sent().map(DisclosureForms::answered).stream().toList();
    }

    /** Whom, or why: what the journal keeps apart. */
    String reason() {
        String whom = value(DisclosureFields.WHO).strip();
        return whom.isEmpty() ? value(DisclosureFields.WHY).strip() : whom;
    }

    private String value(String field) {
        return fields.value(act, field);
    }

    private void put(ObjectNode body, String name, String field) {
        EntryForm.typed(Optional.of(value(field))).ifPresent(words -> body.put(name, words));
    }

    @Override
    public String toString() {
        return "DisclosureForms[redacted]";
    }
}
