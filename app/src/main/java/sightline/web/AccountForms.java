package sightline.web;

import sightline.access.AccessRole;
import sightline.core.casework.Given;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.AssessmentAccount;
import sightline.core.facts.Codes;
import sightline.core.household.Entry;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.Text;
import sightline.web.view.page.AssessmentPage.Row;
import sightline.web.view.page.AssessmentPage.Section;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an assessment tells besides its answers, a manager's check, and the signature. */
final class AccountForms {
    static final String ACCOUNT = "account";
    private static final String CHECK = "check";
    private static final String SIGN = "sign";
    private static final String YES = "yes";
    static final String SEEN = "seen";
    private static final String SHARED = "sharedWithFamily";
    private static final List<String> FLAGS = List.of("childSeen", "childSeenAlone", SHARED);
    private static final int LONGEST = 20_000;
    static final Map<String, String> LONG = fields();

    private AccountForms() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("childsWords", "The child’s own words");
        fields.put("observed", "What was seen");
        fields.put("explained", "How it was explained, and by whom");
        fields.put("analysis", "What is made of it");
        fields.put("strengths", "What goes well");
        fields.put("familyViews", "What the family thinks");
        fields.put("sharing", "With whom it was shared, or why it was not");
        return fields;
    }

    /** How far the assessment is after an act; empty where there is no such act. */
    static Optional<String> stage(String act) {
        return switch (act) {
            case ACCOUNT -> Optional.of("saved");
            case CHECK -> Optional.of("checked");
            case SIGN -> Optional.of("signed-off");
            default -> Optional.empty();
        };
    }

    static List<FormError> errors(
            Visit visit, AssessmentParts parts, String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        if (act.equals(ACCOUNT)) {
            AssessmentForms.tooLong(errors, typed, ACCOUNT, LONG.keySet(), LONGEST);
            overtaken(visit, parts, typed).ifPresent(errors::add);
            return errors;
        }
        if (!visit.account().roles().contains(AccessRole.SOCIAL_WORK_MANAGER)) {
            errors.add(new FormError("A manager does this", "signing"));
        } else if (act.equals(SIGN)) {
            if (parts.wroteIt(AssessmentForms.by(visit))) {
                errors.add(new FormError("You wrote in it. Somebody else signs it", "signing"));
            }
            parts.missing().forEach(m -> errors.add(new FormError("Missing: " + m, "signing")));
        }
        return errors;
    }

    /** Whoever writes must have seen what stands: nobody's words give way unseen. */
    private static Optional<FormError> overtaken(
            Visit visit, AssessmentParts parts, Map<String, String> typed) {
        Optional<Entry<CareBody.Assessment>> now = standing(parts);
        Optional<AssessmentAccount> seen =
                parts.assessment().facts().stream()
                        .filter(e -> place(e).equals(typed.get(SEEN)))
                        .findFirst()
                        .flatMap(e -> e.body().account());
        return now.filter(e -> !e.body().account().equals(seen))
                .filter(e -> !says(e.body().account().orElseThrow(), typed))
                .map(e ->
                        new FormError(
                                "%s saved this part %s, after you opened it. Read what stands under"
                                                .formatted(
                                                        AccountVersions.writer(visit, e),
                                                        Wording.moment(
                                                                e.fact().times().recorded(),
                                                                visit.today()))
                                        + " “Versions side by side”. Yours is below and in your draft:"
                                        + " put both together, and save again",
                                ACCOUNT + "-" + LONG.keySet().iterator().next()));
    }

    /** Whether that is just what was typed: the button was pressed twice. */
    private static boolean says(AssessmentAccount account, Map<String, String> typed) {
        Map<String, String> texts = texts(account);
        return LONG.keySet().stream()
                        .allMatch(n ->
                                EntryForm.typed(Optional.ofNullable(typed.get(n)))
                                        .equals(Optional.ofNullable(texts.get(n))))
                && List.of(
                                account.childSeen(),
                                account.childSeenAlone(),
                                account.sharedWithFamily())
                        .equals(
                                FLAGS.stream()
                                        .map(f -> typed.getOrDefault(f, "").equals(YES))
                                        .toList());
    }

    /** What was told last. */
    private static Optional<Entry<CareBody.Assessment>> standing(AssessmentParts parts) {
        return parts.assessment().facts().stream()
                .filter(e -> e.body().account().isPresent())
                .reduce((_, later) -> later);
    }

    private static String place(Entry<CareBody.Assessment> entry) {
        return String.valueOf(entry.fact().position());
    }

    static void into(
            ObjectNode body, String act, AssessmentParts parts, Map<String, String> typed) {
        if (act.equals(ACCOUNT)) {
            ObjectNode account = body.putObject("account");
            for (String flag : FLAGS) {
                account.put(flag, typed.getOrDefault(flag, "").equals(YES));
            }
            for (String name : LONG.keySet()) {
                EntryForm.typed(Optional.ofNullable(typed.get(name)))
                        .ifPresent(t -> account.put(name, t));
            }
        }
        if (act.equals(SIGN)) {
            parts.assessment().account().ifPresent(a -> repeat(body.putObject("account"), a));
            var answers = body.putArray("answers");
            parts.assessment().leftToDo().forEach(g -> repeat(answers.addObject(), g));
        }
    }

    /** What was told last, so that the signature says whether it was shared. */
    private static void repeat(ObjectNode account, AssessmentAccount told) {
        account.put("childSeen", told.childSeen());
        account.put("childSeenAlone", told.childSeenAlone());
        account.put(SHARED, told.sharedWithFamily());
        texts(told).forEach(account::put);
    }

    static Map<String, String> texts(AssessmentAccount told) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "childsWords", told.childsWords());
        put(texts, "observed", told.observed());
        put(texts, "explained", told.explained());
        put(texts, "analysis", told.analysis());
        put(texts, "strengths", told.strengths());
        put(texts, "familyViews", told.familyViews());
        put(texts, "sharing", told.sharing());
        return texts;
    }

    /** The answer again, in place of itself. */
    private static void repeat(ObjectNode answer, Given given) {
        answer.put("question", given.answer().question());
        answer.put("topic", Codes.kebab(given.answer().topic()));
        answer.put("state", Codes.kebab(given.answer().state()));
        given.answer().answer().map(Text::value).ifPresent(t -> answer.put("answer", t));
        given.answer().answeredBy().ifPresent(r -> answer.put("answeredBy", Codes.kebab(r)));
        given.answer().inPresenceOf().ifPresent(r -> answer.put("inPresenceOf", Codes.kebab(r)));
        given.answer().review().ifPresent(d -> answer.put("review", d.toString()));
        var said = given.asking();
        ObjectNode asking = answer.putObject("asking");
        said.person().ifPresent(p -> asking.put("person", p.text()));
        said.by().ifPresent(b -> asking.put("by", b.value()));
        said.on().ifPresent(d -> asking.put("on", d.toString()));
        said.alone().ifPresent(a -> asking.put("alone", a));
        said.interpreter().ifPresent(i -> asking.put("interpreter", i.value()));
        said.source().ifPresent(s -> asking.put("source", s.value()));
        said.version().ifPresent(v -> asking.put("version", v));
        said.decidedBy().ifPresent(m -> asking.put("decidedBy", m.value()));
        MessageRef self = given.fact().id().message();
        asking.putArray("instead").add(self.text());
    }

    static List<Section> sections(
            AssessmentParts parts, TypedForms typed, Visit visit, boolean manager) {
        List<Section> sections = new ArrayList<>();
        sections.add(
                new Section(
                        "account-part",
                        "What was seen, explained and thought",
                        "Keep the three apart. Use the child’s name.",
                        List.of(),
                        List.of(account(parts, typed, visit))));
        AccountVersions.of(parts, visit, typed.typed().containsKey(ACCOUNT) ? 1 : 2)
                .ifPresent(sections::add);
        List<Row> missing =
                parts.missing().stream().map(m -> new Row(null, m, "", "", null, null)).toList();
        sections.add(
                new Section(
                        "signing",
                        "Check and sign-off",
                        missing.isEmpty()
                                ? "Nothing is missing. “Not known” with nobody to find out, “not"
                                        + " safe” and “does not apply” leave a duty."
                                : "Saving is always possible. These are missing for the"
                                        + " signature:",
                        missing,
                        manager
                                ? List.of(
                                        act(parts, CHECK, "I have checked it as a manager", visit),
                                        act(parts, SIGN, "Sign off as complete", visit))
                                : List.of()));
        return sections;
    }

    private static Form act(AssessmentParts parts, String act, String button, Visit visit) {
        return new Form(
                act,
                parts.address() + "/" + act,
                List.of(EntryForm.once(visit.now()), parts.of()),
                button,
                act.equals(SIGN),
                "");
    }

    private static Form account(AssessmentParts parts, TypedForms typed, Visit visit) {
        Optional<AssessmentAccount> kept = parts.assessment().account();
        Map<String, String> values = new LinkedHashMap<>();
        kept.ifPresent(a -> {
            values.put("childSeen", a.childSeen() ? YES : "");
            values.put("childSeenAlone", a.childSeenAlone() ? YES : "");
            values.put(SHARED, a.sharedWithFamily() ? YES : "");
            values.putAll(texts(a));
        });
        Map<String, String> written = typed.typed().getOrDefault(ACCOUNT, Map.of());
        if (!written.isEmpty()) {
            FLAGS.forEach(values::remove);
        }
        values.putAll(written);
        TypedForms fields = TypedForms.of(ACCOUNT, values, typed.errors());
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        all.add(new Field.Hidden(SEEN, seen(parts, typed)));
        all.add(tick(fields, "childSeen", "Was the child seen?", "The child was seen"));
        all.add(tick(fields, "childSeenAlone", "Alone?", "The child was seen alone"));
        LONG.forEach((name, label) -> {
            if (name.equals("sharing")) {
                all.add(tick(fields, SHARED, "Shared?", "It was shared with the family"));
            }
            all.add(fields.lines(ACCOUNT, name, label, ""));
        });
        return new Form(
                ACCOUNT,
                parts.address() + "/" + ACCOUNT,
                all,
                "Save this part",
                true,
                DraftPages.Kind.ACCOUNT.address(
                        parts.draft(typed.value(ACCOUNT, DraftAbout.FIELD))));
    }

    /** What was seen when a draft was begun; once what is wrong was said, what stands now. */
    private static String seen(AssessmentParts parts, TypedForms typed) {
        String begun = typed.value(ACCOUNT, SEEN);
        return !begun.isEmpty() && typed.errors().isEmpty()
                ? begun
                : standing(parts).map(AccountForms::place).orElse("");
    }

    private static void put(Map<String, String> values, String name, Optional<Text> text) {
        text.ifPresent(t -> values.put(name, t.value()));
    }

    private static Field tick(TypedForms fields, String name, String legend, String label) {
        return new Field.AnyOf(
                name,
                legend,
                "",
                "",
                List.of(new Option(YES, label, "", fields.value(ACCOUNT, name).equals(YES))));
    }
}
