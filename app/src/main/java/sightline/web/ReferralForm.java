package sightline.web;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.Referral.Basis;
import sightline.core.facts.Codes;
import sightline.core.kernel.AreaId;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A referral to social care in a few fields: what was seen, heard or said, how the family is
 * reached safely, and what they know of it. About a child who is known it asks nothing that the
 * record says.
 *
 * @param known whether the child's record was found and is open to the reader
 */
record ReferralForm(Visit visit, boolean known, TypedForms fields) {
    static final String ID = "refer";

    private static final String TO = "to";
    private static final String HARM = "harm";
    private static final String WORDS = "words";
    private static final String SAFE = "safe";
    private static final String MUST_NOT_KNOW = "must-not-know";
    private static final String BASIS = "basis";
    private static final String GIVEN = "given";
    private static final String FAMILY = "family";
    private static final String BORN = "born";
    private static final String HOME = "home";
    private static final String POSTCODE = "postcode";
    private static final String YES = "yes";
    private static final Set<Harm> HARMS =
            EnumSet.complementOf(EnumSet.of(Harm.NONE, Harm.NOT_STATED));
    private static final List<String> WAYS = List.of("ring", "text", "write", "visit");

    static ReferralForm fresh(Visit visit, boolean known, Map<String, String> typed) {
        return new ReferralForm(visit, known, TypedForms.of(ID, typed, List.of()));
    }

    static ReferralForm sent(Visit visit, boolean known, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        ReferralForm form = fresh(visit, known, typed);
        if (!known) {
            TypedForms.need(
                    errors, typed, ID, FAMILY, "Enter the child’s family name, as you know it");
            if (form.written(BORN).isPresent() && form.born().isEmpty()) {
                errors.add(
                        new FormError(
                                "Enter the date of birth like 27 3 2020, or leave it empty",
                                ID + "-" + BORN));
            }
        }
        if (form.to().isEmpty()) {
            errors.add(new FormError("Choose who decides it", ID + "-" + TO));
        }
        TypedForms.need(
                errors, typed, ID, WORDS, "Write what was seen, heard or said, and by whom");
        if (form.basis().isEmpty()) {
            errors.add(new FormError("Choose what the family knows", ID + "-" + BASIS));
        }
        return new ReferralForm(visit, known, TypedForms.of(ID, typed, errors));
    }

    /** Under which name the form that was sent keeps its draft; empty for a fresh one. */
    String keptAs() {
        return fields.value(ID, DraftAbout.FIELD);
    }

    List<FormError> errors() {
        return fields.errors();
    }

    private Optional<String> written(String field) {
        return EntryForm.typed(Optional.of(fields.value(ID, field)));
    }

    private Optional<java.time.LocalDate> born() {
        return written(BORN).flatMap(TypedDate::read).filter(d -> !d.isAfter(visit.today()));
    }

    private Optional<Basis> basis() {
        return Arrays.stream(Basis.values())
                .filter(b -> Codes.kebab(b).equals(fields.value(ID, BASIS)))
                .findFirst();
    }

    /** Social care of the areas that the reader's agency serves first. */
    private List<Agency> deciders() {
        List<AreaId> own =
                visit.directory()
                        .agency(visit.account().agency())
                        .map(a -> a.areas(visit.today()))
                        .orElse(List.of());
        return visit.directory().agencies(AgencyType.CHILDRENS_SOCIAL_CARE, visit.today()).stream()
                .sorted(
                        java.util.Comparator.comparing((Agency a) -> !servesAny(a, own))
                                .thenComparing(Agency::name))
                .toList();
    }

    private boolean servesAny(Agency care, List<AreaId> areas) {
        return areas.stream().anyMatch(area -> care.serves(area, visit.today()));
    }

    private Optional<Agency> to() {
        return deciders().stream()
                .filter(a -> a.id().value().equals(fields.value(ID, TO)))
                .findFirst();
    }

    private boolean ticked(String field, String value) {
        return fields.value(ID, field + "-" + value).equals(YES);
    }

    /** The referral first, then how the family is reached, where that was said. */
    List<ObjectNode> messages(java.util.function.Consumer<ObjectNode> about) {
        ObjectNode referral =
                EntryForm.message(
                        visit.account().agency(),
                        fields.value(ID, EntryForm.ONCE),
                        "referral",
                        visit.now());
        about.accept(referral);
        referral.putArray("to").add(to().orElseThrow().id().value());
        ObjectNode body = referral.putObject("body");
        body.put("service", "social-care").put("channel", "written");
        body.put("words", fields.value(ID, WORDS).strip());
        body.put("basis", Codes.kebab(basis().orElseThrow()));
        var harms = body.putArray("harms");
        HARMS.stream().map(Codes::kebab).filter(h -> ticked(HARM, h)).forEach(harms::add);
        if (harms.isEmpty()) {
            harms.add("not-stated");
        }
        boolean safe =
                WAYS.stream().anyMatch(w -> ticked(SAFE, w)) || written(MUST_NOT_KNOW).isPresent();
        return safe ? List.of(referral, contact(referral, about)) : List.of(referral);
    }

    private ObjectNode contact(ObjectNode referral, java.util.function.Consumer<ObjectNode> about) {
        ObjectNode message = EntryForm.another(referral, "safe", "safe-contact");
        about.accept(message);
        ObjectNode body = message.putObject("body");
        WAYS.forEach(w -> body.put(w, ticked(SAFE, w)));
        written(MUST_NOT_KNOW).ifPresent(w -> body.put("mustNotKnow", w));
        return message;
    }

    /** A child of whom nothing was found, as the reader knows them. */
    void describe(ObjectNode message, String localId) {
        ObjectNode child =
                message.putArray("people").addObject().put("role", "child").put("localId", localId);
        ObjectNode name = child.putArray("names").addObject();
        written(GIVEN).ifPresent(g -> name.put("given", g));
        name.put("family", fields.value(ID, FAMILY).strip());
        born().ifPresent(b -> child.put("dateOfBirth", b.toString()));
        if (written(HOME).isPresent() || written(POSTCODE).isPresent()) {
            ObjectNode address = child.putObject("address");
            written(HOME).ifPresent(l -> address.put("line", l));
            written(POSTCODE).ifPresent(p -> address.put("postcode", p));
        }
    }

    Form form(String action, String draft) {
        List<Field> all = new ArrayList<>();
        all.add(EntryForm.once(visit.now()));
        if (!known) {
            all.add(fields.line(ID, GIVEN, "Given names", "", "w20"));
            all.add(fields.line(ID, FAMILY, "Family name", "", "w20"));
            all.add(
                    fields.line(
                            ID, BORN, "Date of birth", "Like 27 3 2020, if you know it", "w10"));
            all.add(fields.line(ID, HOME, "Where does the child live?", "", ""));
            all.add(fields.line(ID, POSTCODE, "Postcode", "", "w10"));
        }
        all.add(fields.pick(ID, TO, "Who decides it?", choices()));
        all.add(
                new Field.Ticks(
                        HARM,
                        "What is it about?",
                        "All that fit; none if you are not sure.",
                        "",
                        HARMS.stream().map(h -> tick(HARM, Codes.kebab(h), harm(h))).toList()));
        all.add(
                new Field.LongText(
                        WORDS,
                        "What was seen, heard or said, when and by whom?",
                        "The child’s own words as they were said. What you think of it apart from it.",
                        fields.value(ID, WORDS),
                        fields.error(ID, WORDS),
                        8));
        all.add(
                new Field.Ticks(
                        SAFE,
                        "How is it safe to reach the family?",
                        "",
                        "",
                        WAYS.stream().map(w -> tick(SAFE, w, Wording.capital(w))).toList()));
        all.add(
                fields.line(
                        ID,
                        MUST_NOT_KNOW,
                        "Who must not know of it?",
                        "Leave it empty if nobody.",
                        ""));
        all.add(fields.oneOf(ID, BASIS, "What does the family know?", bases()));
        return new Form(ID, action, all, "Send the referral", true, draft);
    }

    private List<Option> choices() {
        return deciders().stream()
                .map(a ->
                        new Option(
                                a.id().value(),
                                a.name(),
                                "",
                                fields.value(ID, TO).equals(a.id().value())))
                .toList();
    }

    private Option tick(String field, String value, String label) {
        return new Option(value, label, "", ticked(field, value));
    }

    private List<Option> bases() {
        return List.of(
                basis(Basis.FAMILY_AGREES, "They know, and agree"),
                basis(Basis.FAMILY_TOLD, "They know, and do not agree or were not asked"),
                basis(Basis.NOT_SAFE_TO_TELL, "They do not know: it would put somebody at risk"));
    }

    private Option basis(Basis basis, String label) {
        String value = Codes.kebab(basis);
        return new Option(value, label, "", fields.value(ID, BASIS).equals(value));
    }

    @Override
    public String toString() {
        return "ReferralForm[redacted]";
    }

    private static String harm(Harm harm) {
        String words = Wording.capital(Wording.code(harm.name()));
        return switch (harm) {
            case SEXUAL, EMOTIONAL -> words + " abuse";
            default -> words;
        };
    }
}
