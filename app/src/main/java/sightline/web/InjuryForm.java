package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Codes;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.HealthBody.Side;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.Kinds;
import sightline.core.facts.PersonRole;
import sightline.web.view.chart.BodyMap;
import sightline.web.view.page.InjuryFormPage;
import sightline.web.view.page.InjuryFormPage.Area;
import sightline.web.view.page.InjuryFormPage.Choice;
import sightline.web.view.page.InjuryFormPage.Marked;
import sightline.web.view.page.InjuryFormPage.Region;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form on which an injury is recorded. Its marks are added one by one: those added before come
 * back with the form, so that nothing is kept until the whole is.
 *
 * @param added marks that were added and not taken away again
 * @param current the mark that is being entered
 */
record InjuryForm(
        Visit visit, Child child, TypedForms fields, List<TypedMark> added, TypedMark current) {
    static final String DO = "do";
    static final String KEEP = "keep";
    static final String ADD = "add";
    private static final String ID = "injury";
    private static final String FIGURE = "figure";
    private static final String DRAW = "draw-";
    private static final String AWAY = "away";
    private static final String ON = "on";
    private static final String OCCURRED = "occurred";
    private static final String SEEN_BY = "seen-by";
    private static final String MOBILE = "mobile";
    private static final String REFERRED = "referred";
    private static final String FIT = "fit";
    private static final String OPINION = "opinion";
    private static final String TOLD = "told-";
    private static final String MECHANISM = "mechanism-";
    private static final String GIVEN_BY = "given-by-";
    private static final String YES = "yes";
    private static final int MOST_MARKS = 40;
    private static final int TELLINGS = 2;
    private static final int LONGEST_POST = 200;
    private static final int MONTHS_WHERE_NOT_KNOWN = 60;
    private static final List<PersonRole> TELL =
            List.of(
                    PersonRole.SUBJECT,
                    PersonRole.MOTHER,
                    PersonRole.FATHER,
                    PersonRole.STEP_PARENT,
                    PersonRole.CARER,
                    PersonRole.PARTNER,
                    PersonRole.SIBLING,
                    PersonRole.GRANDPARENT,
                    PersonRole.RELATIVE,
                    PersonRole.FRIEND,
                    PersonRole.WITNESS,
                    PersonRole.PRACTITIONER,
                    PersonRole.OTHER);

    InjuryForm {
        added = List.copyOf(added);
    }

    /** As it stands before it is sent, with what was being written. */
    static InjuryForm fresh(Visit visit, Child child, Map<String, String> typed) {
        return read(visit, child, typed);
    }

    /** As it was sent, whichever button was pressed, with what is wrong with it. */
    static InjuryForm sent(Visit visit, Child child, Map<String, String> typed) {
        InjuryForm form = read(visit, child, typed);
        List<FormError> errors = new ArrayList<>();
        String pressed = typed.getOrDefault(DO, KEEP);
        boolean keeps = pressed.equals(KEEP);
        if (pressed.equals(ADD) || (keeps && (form.current.begun() || form.added.isEmpty()))) {
            form.current.check(errors, ID);
        }
        if (keeps) {
            form.check(errors);
        }
        if (pressed.equals(ADD) && errors.isEmpty()) {
            return form.withTheCurrentOneAdded();
        }
        return new InjuryForm(
                visit, child, TypedForms.of(ID, form.typed(), errors), form.added, form.current);
    }

    private static InjuryForm read(Visit visit, Child child, Map<String, String> typed) {
        List<Map<String, String>> kept =
                IntStream.rangeClosed(1, MOST_MARKS)
                        .filter(n -> !typed.containsKey(before(n) + AWAY + "-" + YES))
                        .mapToObj(n -> new TypedMark(before(n), typed))
                        .filter(m -> m.site().isPresent())
                        .map(m -> m.as(""))
                        .toList();
        return of(visit, child, typed, kept, new TypedMark("", typed));
    }

    /** The form with these marks, numbered anew. */
    private static InjuryForm of(
            Visit visit,
            Child child,
            Map<String, String> typed,
            List<Map<String, String>> kept,
            TypedMark current) {
        Map<String, String> all = new HashMap<>(typed);
        all.keySet().removeIf(k -> k.startsWith("mark-"));
        all.putAll(current.as(""));
        List<TypedMark> added = new ArrayList<>();
        for (int n = 1; n <= kept.size(); n++) {
            var mark = new TypedMark(before(n), new TypedMark("", kept.get(n - 1)).as(before(n)));
            added.add(mark);
            all.putAll(mark.typed());
        }
        return new InjuryForm(visit, child, TypedForms.of(ID, all, List.of()), added, current);
    }

    private static String before(int number) {
        return "mark-" + number + "-";
    }

    private InjuryForm withTheCurrentOneAdded() {
        return of(
                visit,
                child,
                typed(),
                Stream.concat(added.stream(), Stream.of(current)).map(m -> m.as("")).toList(),
                new TypedMark("", Map.of()));
    }

    private void check(List<FormError> errors) {
        added.forEach(m -> m.check(errors, ID));
        if (day(ON).filter(d -> !d.isAfter(visit.today())).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day, today or earlier, like 27 3 2025", ID + "-" + ON));
        }
        if (!value(OCCURRED).isEmpty()
                && day(OCCURRED).filter(d -> !d.isAfter(visit.today())).isEmpty()) {
            errors.add(
                    new FormError(
                            "Enter the day, today or earlier, like 27 3 2025, or leave it empty",
                            ID + "-" + OCCURRED));
        }
        if (value(SEEN_BY).isEmpty() || value(SEEN_BY).length() > LONGEST_POST) {
            errors.add(
                    new FormError(
                            "Write in a few words who saw it, like school nurse",
                            ID + "-" + SEEN_BY));
        }
        if (value(MOBILE).isEmpty()) {
            errors.add(new FormError("Choose whether the child moves alone", ID + "-" + MOBILE));
        }
        if (!value(OPINION).isEmpty() && value(FIT).isEmpty()) {
            errors.add(new FormError("Choose what the doctor said", ID + "-" + FIT));
        }
    }

    /** All that stands in it, with the marks that were added. */
    Map<String, String> typed() {
        return fields.typed().getOrDefault(ID, Map.of());
    }

    private String value(String field) {
        return fields.value(ID, field).strip();
    }

    /** What a draft of it is about. */
    DraftAbout draft() {
        return DraftAbout.of(visit, child, typed());
    }

    private Optional<LocalDate> day(String field) {
        return TypedDate.read(value(field));
    }

    List<FormError> errors() {
        return fields.errors();
    }

    /** Whether it is whole and to be kept. */
    boolean toKeep() {
        return typed().getOrDefault(DO, KEEP).equals(KEEP) && errors().isEmpty();
    }

    private List<TypedMark> marks() {
        return current.begun() ? Stream.concat(added.stream(), Stream.of(current)).toList() : added;
    }

    /** What was sent, as the messages of the practitioner's agency. */
    List<ObjectNode> messages() {
        LocalDate seen = day(ON).orElse(visit.today());
        ObjectNode injury =
                EntryForm.message(
                        visit.account().agency(),
                        EntryForm.onceFor(value(EntryForm.ONCE), seen, visit.now()),
                        "injury-observed",
                        visit.now());
        injury.put("when", seen.toString());
        EntryForm.about(injury, visit, child);
        ObjectNode body = injury.putObject("body");
        var marks = body.putArray("marks");
        marks().forEach(m -> m.writeTo(marks));
        var accounts = body.putArray("accounts");
        for (int n = 1; n <= TELLINGS; n++) {
            if (told(n)) {
                ObjectNode account = accounts.addObject();
                write(account, "words", TOLD + n);
                write(account, "mechanism", MECHANISM + n);
                write(account, "givenBy", GIVEN_BY + n);
            }
        }
        day(OCCURRED).ifPresent(d -> body.put("occurred", d.toString()));
        if (!value(MOBILE).equals("not-known")) {
            body.put("mobile", value(MOBILE).equals(YES));
        }
        body.put("referred", value(REFERRED + "-" + YES).equals(YES));
        body.put("seenBy", value(SEEN_BY));
        if (value(FIT).isEmpty() || !mayGiveOpinion()) {
            return List.of(injury);
        }
        ObjectNode opinion = EntryForm.another(injury, "opinion", "medical-opinion");
        EntryForm.about(opinion, visit, child);
        opinion.withArray("regarding").add(injury.path("id").asString(""));
        write(opinion.putObject("body").put("fit", value(FIT)), "opinion", OPINION);
        return List.of(injury, opinion);
    }

    private boolean told(int number) {
        return Stream.of(TOLD, MECHANISM, GIVEN_BY).anyMatch(f -> !value(f + number).isEmpty());
    }

    private void write(ObjectNode body, String name, String field) {
        if (!value(field).isEmpty()) {
            body.put(name, value(field));
        }
    }

    /** A medical opinion is a health organisation's to give. */
    private boolean mayGiveOpinion() {
        return visit.directory()
                .agency(visit.account().agency())
                .filter(a -> Kinds.of(MedicalOpinion.class).mayBeAssertedBy(a.type()))
                .isPresent();
    }

    /**
     * The page that shows it.
     *
     * @param draftNote what is said of a draft that was brought back; empty where none was
     */
    InjuryFormPage page(String draftNote) {
        var parts = new ChildParts(visit, child);
        return new InjuryFormPage(
                visit.frame("Record an injury: " + parts.name(), "Children"),
                parts.identity("Injuries", ""),
                errors(),
                Stream.of(draftNote, note())
                        .filter(n -> !n.isEmpty())
                        .collect(Collectors.joining(" ")),
                parts.address() + "/injury",
                DraftPages.Kind.INJURY.address(draft()),
                List.of(
                        EntryForm.once(visit.now()),
                        new Field.Hidden(DraftAbout.FIELD, draft().name()),
                        new Field.Hidden(FIGURE, figure().name().toLowerCase(Locale.ROOT))),
                map(),
                Arrays.stream(BodyMap.Figure.values())
                        .filter(f -> f != figure())
                        .map(f -> new Choice(DRAW + name(f), "Draw " + called(f)))
                        .toList(),
                fields.error(ID, TypedMark.SITE),
                Arrays.stream(BodyArea.values()).map(this::area).toList(),
                markFields(),
                added.stream().map(this::marked).toList(),
                told(),
                seen());
    }

    private String note() {
        if (added.isEmpty() || !errors().isEmpty()) {
            return "";
        }
        return (added.size() == 1 ? "1 mark is" : added.size() + " marks are")
                + " in this form. Nothing is kept until you press “Keep this entry”.";
    }

    private static String name(BodyMap.Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }

    private static String called(BodyMap.Figure figure) {
        return switch (figure) {
            case INFANT -> "an infant";
            case CHILD -> "a young child";
            case OLDER -> "an older child";
        };
    }

    /** The figure that was asked for, else that of the child's age. */
    private BodyMap.Figure figure() {
        String pressed = value(DO);
        String asked = pressed.startsWith(DRAW) ? pressed.substring(DRAW.length()) : value(FIGURE);
        return Arrays.stream(BodyMap.Figure.values())
                .filter(f -> name(f).equals(asked))
                .findFirst()
                .orElseGet(() ->
                        BodyMap.Figure.at(
                                child.family()
                                        .around()
                                        .subject()
                                        .monthsOn(visit.today())
                                        .orElse(MONTHS_WHERE_NOT_KNOWN)));
    }

    private BodyMap map() {
        List<BodyMap.Row> rows = new ArrayList<>();
        for (int n = 1; n <= added.size(); n++) {
            TypedMark mark = added.get(n - 1);
            rows.add(
                    new BodyMap.Row(
                            "mark-" + n,
                            String.valueOf(n),
                            EntriesDrawing.site(mark.site().orElse(Site.NOT_RECORDED)),
                            EntriesDrawing.side(mark.side().orElse(Side.NOT_RECORDED)),
                            true,
                            "Mark " + n + ": " + mark.words()));
        }
        Arrays.stream(BodyArea.values())
                .flatMap(a -> a.letters(regionId(a.regions().getFirst())))
                .forEach(rows::add);
        BodyMap drawn = BodyMap.draw("The body of " + called(figure()), figure(), rows);
        return new BodyMap(
                drawn.heading(),
                "Each letter leads to its regions in the list, each number to a mark in this form.",
                drawn.figure(),
                drawn.width(),
                drawn.height(),
                drawn.spots());
    }

    private Area area(BodyArea area) {
        return new Area(
                area == BodyArea.M ? "" : area.name(),
                area.heading(),
                area.regions().stream()
                        .map(s ->
                                new Region(
                                        regionId(s),
                                        Codes.kebab(s),
                                        BodyArea.words(s),
                                        current.site().filter(c -> c == s).isPresent()))
                        .toList());
    }

    /** The first region has the field's own id: an error leads to it. */
    private static String regionId(Site site) {
        String field = ID + "-" + TypedMark.SITE;
        return site == BodyArea.A.regions().getFirst() ? field : field + "-" + Codes.kebab(site);
    }

    private List<Field> markFields() {
        return List.of(
                fields.oneOf(
                        ID,
                        TypedMark.SIDE,
                        "On which side? Left and right are the child’s own.",
                        List.of(
                                option(TypedMark.SIDE, "left", "The child’s left"),
                                option(TypedMark.SIDE, "right", "The child’s right"),
                                option(TypedMark.SIDE, "midline", "In the middle"),
                                option(TypedMark.SIDE, "both", "On both sides"),
                                option(TypedMark.SIDE, "not-recorded", "Not known"))),
                pick(TypedMark.KIND, "What kind of mark?", codes(TypedMark.KIND, MarkKind.class)),
                size(TypedMark.SIZE),
                count(TypedMark.COUNT),
                fields.lines(
                        ID,
                        TypedMark.SEEN,
                        "What did you see?",
                        "Shape, edges and colour as you saw them, not how old it is or how it came."));
    }

    private Field size(String field) {
        return fields.line(
                ID, field, "How large is it, in millimetres?", "Empty if not measured.", "w10");
    }

    private Field count(String field) {
        return fields.line(ID, field, "How many of them?", "Empty for one.", "w10");
    }

    private Marked marked(TypedMark mark) {
        String before = mark.before();
        return new Marked(
                before.substring(0, before.length() - 1),
                mark.words(),
                List.of(
                        hidden(mark, TypedMark.SITE),
                        hidden(mark, TypedMark.SIDE),
                        hidden(mark, TypedMark.KIND),
                        size(before + TypedMark.SIZE),
                        count(before + TypedMark.COUNT),
                        fields.lines(ID, before + TypedMark.SEEN, "What did you see?", ""),
                        new Field.Ticks(
                                before + AWAY,
                                "Take it away?",
                                "",
                                "",
                                List.of(
                                        new Option(
                                                YES,
                                                "Leave " + mark.words() + " out",
                                                "",
                                                false)))));
    }

    private static Field hidden(TypedMark mark, String field) {
        return new Field.Hidden(mark.before() + field, mark.value(field));
    }

    /** How it was explained, apart from what was seen. */
    private List<Field> told() {
        List<Field> all = new ArrayList<>();
        for (int n = 1; n <= TELLINGS; n++) {
            String one = n == 1 ? "the explanation" : "the second explanation";
            all.add(
                    fields.lines(
                            ID,
                            TOLD + n,
                            n == 1
                                    ? "How was it explained?"
                                    : "Did somebody explain it otherwise? How?",
                            "In the words that were said. Empty if nothing was."));
            all.add(
                    pick(
                            MECHANISM + n,
                            "What is said to have happened, in " + one + "?",
                            codes(MECHANISM + n, Mechanism.class)));
            String by = GIVEN_BY + n;
            all.add(
                    pick(
                            by,
                            "Who gave " + one + "?",
                            TELL.stream()
                                    .map(r ->
                                            option(
                                                    by,
                                                    Codes.kebab(r),
                                                    r == PersonRole.SUBJECT
                                                            ? "The child"
                                                            : Wording.capital(
                                                                    Wording.code(r.name()))))));
        }
        all.add(
                fields.line(
                        ID,
                        OCCURRED,
                        "On which day is it said to have happened?",
                        "Like 27 3 2025. Empty if nobody said.",
                        "w10"));
        return all;
    }

    private List<Field> seen() {
        List<Field> all = new ArrayList<>();
        all.add(fields.line(ID, ON, "On which day was it seen?", "Like 27 3 2025", "w10"));
        all.add(
                fields.line(
                        ID,
                        SEEN_BY,
                        "Who saw it?",
                        "The post, like school nurse or emergency doctor.",
                        "w20"));
        all.add(
                fields.oneOf(
                        ID,
                        MOBILE,
                        "Did the child move alone then: crawl, walk along furniture or walk?",
                        List.of(
                                option(MOBILE, YES, "Yes"),
                                option(MOBILE, "no", "No"),
                                option(MOBILE, "not-known", "Not known"))));
        all.add(
                new Field.Ticks(
                        REFERRED,
                        "Referral",
                        "This form refers nobody: “Refer to social care” above does.",
                        "",
                        List.of(
                                new Option(
                                        YES,
                                        "I have referred the child to social care",
                                        "",
                                        value(REFERRED + "-" + YES).equals(YES)))));
        if (mayGiveOpinion()) {
            all.add(pick(FIT, "Does a doctor find that the explanation fits?", fits()));
            all.add(
                    fields.lines(
                            ID, OPINION, "What exactly did the doctor say, and which doctor?", ""));
        } else {
            all.add(
                    new Field.Heading(
                            "no-opinion",
                            "Medical opinion",
                            "The doctor’s organisation records it. Until it has, the list of injuries"
                                    + " says that there is none."));
        }
        return all;
    }

    private Stream<Option> fits() {
        return EnumSet.allOf(Fit.class).stream()
                .map(f ->
                        option(
                                FIT,
                                Codes.kebab(f),
                                switch (f) {
                                    case FITS -> "It fits";
                                    case DOES_NOT_FIT -> "It does not fit";
                                    case CANNOT_SAY -> "Cannot say";
                                    case AWAITED -> "Asked, and awaited";
                                    case INFLICTED -> "Inflicted";
                                    case ACCIDENTAL -> "Accidental";
                                    case NATURAL -> "Natural, or of an illness";
                                }));
    }

    private Field pick(String field, String label, Stream<Option> options) {
        return fields.pick(
                ID,
                field,
                label,
                Stream.concat(Stream.of(new Option("", "Not chosen", "", false)), options)
                        .toList());
    }

    private <C extends Enum<C>> Stream<Option> codes(String field, Class<C> codes) {
        return EnumSet.allOf(codes).stream()
                .map(c -> option(field, Codes.kebab(c), Wording.capital(Wording.code(c.name()))));
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, "", value(field).equals(value));
    }

    @Override
    public String toString() {
        return "InjuryForm[redacted]";
    }
}
