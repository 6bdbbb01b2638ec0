package sightline.web;

import sightline.core.facts.Codes;
import sightline.core.facts.SharedBody.Disclosure.Undertaking;
import sightline.core.facts.SharedBody.DisclosureAsked.Applicant;
import sightline.core.facts.SharedBody.DisclosureStage.Stage;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.facts.SharedBody.Route;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the forms of a disclosure ask, and what is wrong with what was typed in one. */
record DisclosureFields(TypedForms typed) {
    static final String TO = "to";
    static final String WHO = "who";
    static final String WHY = "why";
    static final String ROUTE = "route";
    static final String APPLICANT = "applicant";
    static final String ASKER = "asker";
    static final String KNOWN = "known";
    static final String STAGE = "stage";
    static final String DANGER = "danger";
    static final String WORDS = "words";
    static final String CHOICE = "choice";
    static final String BASIS = "basis";
    static final String LESS = "less";
    static final String UNDERTAKING = "undertaking";
    static final String LEARNS = "learns";
    static final String LEARNS_WHY = "learnsWhy";

    /** Those in which somebody writes. */
    static final List<String> TEXTS = List.of(WHO, WHY, ASKER, WORDS, BASIS, LESS, LEARNS_WHY);

    static final String TELL = "tell";
    static final String WITHHOLD = "withhold";
    static final String YES = "yes";
    static final String NO = "no";

    /** The constant whose kebab case was typed. */
    static <E extends Enum<E>> Optional<E> chosen(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> Codes.kebab(c).equals(value))
                .findFirst();
    }

    static List<FormError> wrongWithAsking(String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        Optional<DisclosureTo> to = chosen(DisclosureTo.class, typed.getOrDefault(TO, ""));
        if (to.isEmpty()) {
            errors.add(new FormError("Choose who might be told", act + "-" + TO));
        }
        TypedForms.need(errors, typed, act, WHY, "Write what makes it a question");
        Optional<Route> route = chosen(Route.class, typed.getOrDefault(ROUTE, ""));
        boolean scheme = to.filter(DisclosureFields::scheme).isPresent();
        if (scheme && route.isEmpty()) {
            errors.add(new FormError("Choose how it came to the police", act + "-" + ROUTE));
        }
        if (scheme && route.filter(Route.RIGHT_TO_ASK::equals).isPresent()) {
            if (chosen(Applicant.class, typed.getOrDefault(APPLICANT, "")).isEmpty()) {
                errors.add(new FormError("Choose as what they applied", act + "-" + APPLICANT));
            }
            TypedForms.need(errors, typed, act, ASKER, "Write who applied");
            yesOrNo(errors, typed, act, KNOWN, "Choose whether it may be known who applied");
        }
        return errors;
    }

    /** Whether it is told under a scheme, which has stages of its own. */
    static boolean scheme(DisclosureTo to) {
        return to == DisclosureTo.PARTNER || to == DisclosureTo.PARENT;
    }

    private static void yesOrNo(
            List<FormError> errors,
            Map<String, String> typed,
            String act,
            String field,
            String say) {
        String value = typed.getOrDefault(field, "");
        if (!value.equals(YES) && !value.equals(NO)) {
            errors.add(new FormError(say, act + "-" + field));
        }
    }

    static List<FormError> wrongWithStage(
            String act, List<Stage> ahead, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (chosen(Stage.class, typed.getOrDefault(STAGE, "")).filter(ahead::contains).isEmpty()) {
            errors.add(new FormError("Choose what was done", act + "-" + STAGE));
        }
        yesOrNo(errors, typed, act, DANGER, "Choose whether anybody is in danger now");
        TypedForms.need(errors, typed, act, WORDS, "Write what was found");
        return errors;
    }

    static List<FormError> wrongWithDeciding(String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        String choice = typed.getOrDefault(CHOICE, "");
        if (!choice.equals(TELL) && !choice.equals(WITHHOLD)) {
            errors.add(new FormError("Choose whether they are told", act + "-" + CHOICE));
        }
        TypedForms.need(errors, typed, act, BASIS, "Write the duty or power");
        TypedForms.need(errors, typed, act, WHY, "Write why, whichever you decide");
        if (choice.equals(TELL)) {
            TypedForms.need(errors, typed, act, LESS, "Write why less would not do");
        }
        return errors;
    }

    static List<FormError> wrongWithSaying(String act, Disclosures of, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        TypedForms.need(errors, typed, act, WHO, "Write who was told");
        TypedForms.need(errors, typed, act, WORDS, "Write what was said");
        if (of.ofScheme() && of.toBeSaid()) {
            if (chosen(Undertaking.class, typed.getOrDefault(UNDERTAKING, "")).isEmpty()) {
                errors.add(
                        new FormError(
                                "Choose whether they undertook to keep it to themselves",
                                act + "-" + UNDERTAKING));
            }
            yesOrNo(errors, typed, act, LEARNS, "Choose whether the person learns of it");
            TypedForms.need(errors, typed, act, LEARNS_WHY, "Write why the person does or not");
        }
        return errors;
    }

    List<Field> asking(String id) {
        return List.of(
                typed.oneOf(
                        id,
                        TO,
                        "Who might be told?",
                        options(
                                id,
                                TO,
                                Arrays.stream(DisclosureTo.values()),
                                DisclosureWords::to,
                                DisclosureWords::clock)),
                typed.line(
                        id,
                        WHO,
                        "By name and post, or whose parent or partner",
                        "Whoever is best placed to protect, whoever applied. Leave it empty where it"
                                + " is not known yet.",
                        "w20"),
                typed.lines(id, WHY, "What makes it a question?", ""),
                new Field.Heading(
                        "scheme",
                        "Under a scheme only",
                        "Leave the rest empty where social care or a school might be told."),
                typed.oneOf(
                        id,
                        ROUTE,
                        "How did it come to the police?",
                        options(
                                id,
                                ROUTE,
                                Arrays.stream(Route.values()),
                                DisclosureWords::route,
                                _ -> "")),
                typed.oneOf(
                        id,
                        APPLICANT,
                        "As what did they apply?",
                        options(
                                id,
                                APPLICANT,
                                Arrays.stream(Applicant.values()),
                                DisclosureWords::applicant,
                                _ -> "")),
                typed.line(
                        id,
                        ASKER,
                        "Who applied, and how are they reached without harm?",
                        "Only this register’s keepers read it here.",
                        "w20"),
                typed.oneOf(
                        id,
                        KNOWN,
                        "May the person on the register learn who applied?",
                        List.of(
                                option(
                                        id,
                                        KNOWN,
                                        NO,
                                        "No: it may harm somebody, or nobody knows",
                                        "Nobody tells the person, now or later."),
                                option(
                                        id,
                                        KNOWN,
                                        YES,
                                        "Yes: looked at, and no harm comes of it",
                                        ""))));
    }

    List<Field> stage(String id, List<Stage> ahead) {
        return List.of(
                typed.oneOf(
                        id,
                        STAGE,
                        "What was done?",
                        options(id, STAGE, ahead.stream(), DisclosureWords::stage, _ -> "")),
                typed.oneOf(
                        id,
                        DANGER,
                        "Is anybody in danger now?",
                        List.of(
                                option(
                                        id,
                                        DANGER,
                                        YES,
                                        "Yes",
                                        "It is acted on within the hour, before any decision."),
                                option(id, DANGER, NO, "No", ""))),
                typed.lines(
                        id,
                        WORDS,
                        "What was found?",
                        "Nothing about the person is told at this stage."));
    }

    List<Field> acted(String id) {
        return List.of(
                typed.lines(id, WORDS, "What was done, by whom and when?", "Referrals, too."));
    }

    List<Field> deciding(String id) {
        return List.of(
                typed.oneOf(
                        id,
                        CHOICE,
                        "Are they told?",
                        List.of(
                                option(id, CHOICE, TELL, "Yes: they are told", ""),
                                option(
                                        id,
                                        CHOICE,
                                        WITHHOLD,
                                        "No: they are not told",
                                        "This is recorded like the other."))),
                typed.line(id, BASIS, "By what duty or power?", "", "w20"),
                typed.lines(
                        id,
                        WHY,
                        "Why?",
                        "Whether it is needed to protect a child or the other person, and what it could"
                                + " do to a child or to the person."),
                typed.lines(
                        id,
                        LESS,
                        "If they are told: why would less not do?",
                        "Fewer words, another way to protect, somebody else told."));
    }

    List<Field> saying(String id, Disclosures of) {
        if (of.toBeAnswered()) {
            return List.of(
                    typed.line(id, WHO, "Who was answered, by whom, and how?", "", "w20"),
                    typed.lines(
                            id,
                            WORDS,
                            "What was said?",
                            "That it was looked at, and whom to ring when afraid: never whether"
                                    + " anything is held."));
        }
        List<Field> fields = new ArrayList<>();
        fields.add(
                typed.line(
                        id,
                        WHO,
                        "Who was told, by whom, and how?",
                        "In person where a scheme says so.",
                        "w20"));
        fields.add(typed.lines(id, WORDS, "What was said?", "In the words that were used."));
        if (of.ofScheme()) {
            fields.add(
                    typed.oneOf(
                            id,
                            UNDERTAKING,
                            "Did they undertake to keep it to themselves?",
                            options(
                                    id,
                                    UNDERTAKING,
                                    Arrays.stream(Undertaking.values()),
                                    DisclosureWords::undertaking,
                                    u ->
                                            u == Undertaking.REFUSED
                                                    ? "Think again before anything is said."
                                                    : "")));
            fields.add(
                    typed.oneOf(
                            id,
                            LEARNS,
                            "Does the person on the register learn that it was said?",
                            List.of(
                                    option(id, LEARNS, NO, "No", ""),
                                    option(
                                            id,
                                            LEARNS,
                                            YES,
                                            "Yes",
                                            of.asked().body().askerMayBeKnown()
                                                    ? ""
                                                    : "Never who applied."))));
            fields.add(typed.lines(id, LEARNS_WHY, "Why?", "What it could do to whom."));
        }
        return fields;
    }

    private <E extends Enum<E>> List<Option> options(
            String form,
            String field,
            Stream<E> all,
            Function<E, String> label,
            Function<E, String> hint) {
        return all.map(e -> option(form, field, Codes.kebab(e), label.apply(e), hint.apply(e)))
                .toList();
    }

    private Option option(String form, String field, String value, String label, String hint) {
        return new Option(value, label, hint, typed.value(form, field).equals(value));
    }

    @Override
    public String toString() {
        return "DisclosureFields[redacted]";
    }
}
