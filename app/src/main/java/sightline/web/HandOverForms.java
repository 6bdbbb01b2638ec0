package sightline.web;

import sightline.access.AccessRole;
import sightline.core.directory.Agency;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Words;
import sightline.core.register.HandOvers;
import sightline.web.view.page.RegisterActPage.Headed;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The forms of a hand-over that the reader may send now: an offer, an answer, or taking it back.
 *
 * @param about what is handed over
 * @param act the form that was sent; empty when none was
 */
record HandOverForms(
        Visit visit, HandedOver about, String act, TypedForms fields, List<FormError> errors) {
    static final String OFFER = "offer";
    static final String ANSWER = "answer";
    static final String WITHDRAW = "withdraw";

    /** That an area which cannot enter it here has accepted. */
    static final String TOLD = "told";

    /** That a second person confirms it. */
    static final String CONFIRM = "confirm";

    /** Which offer a form was shown of: another may have come since. */
    private static final String OF = "offer";

    private static final String ACCEPTED_BY = "acceptedBy";
    private static final String ON = "on";
    private static final String REFERENCE = "reference";
    private static final String TO = "to";
    private static final String CHOICE = "choice";
    private static final String WHY = "why";
    private static final String SINCE = "since";

    /** The fields in which somebody writes. */
    static final List<String> TEXTS = List.of(WHY, ACCEPTED_BY, REFERENCE);

    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";
    private static final String WITHDRAWN = "withdrawn";
    private static final String OFFERED = "offered";
    private static final String ACCEPTANCE_TOLD = "acceptance-told";
    private static final String ACCEPTANCE_CONFIRMED = "acceptance-confirmed";

    HandOverForms {
        errors = List.copyOf(errors);
    }

    static HandOverForms fresh(Visit visit, HandedOver about) {
        return new HandOverForms(visit, about, "", TypedForms.empty(), List.of());
    }

    static HandOverForms sent(
            Visit visit, HandedOver about, String act, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        switch (act) {
            case OFFER -> {
                if (offeredTo(visit, about, typed).isEmpty()) {
                    errors.add(new FormError(words(about.matter()).choose(), OFFER + "-" + TO));
                }
                if (about.matter() == HandOverMatter.CASE && since(typed).isEmpty()) {
                    errors.add(
                            new FormError(
                                    "Enter the day from which the child lives there, like 27 3 2026",
                                    OFFER + "-" + SINCE));
                }
                TypedForms.need(errors, typed, OFFER, WHY, "Write why, and what they must know");
            }
            case ANSWER -> {
                String choice = typed.getOrDefault(CHOICE, "");
                if (!choice.equals(ACCEPTED) && !choice.equals(REFUSED)) {
                    errors.add(
                            new FormError(
                                    "Choose whether you accept or refuse", ANSWER + "-" + CHOICE));
                }
                if (!choice.equals(ACCEPTED)) {
                    TypedForms.need(errors, typed, ANSWER, WHY, "Write why you refuse");
                }
            }
            case TOLD -> {
                TypedForms.need(errors, typed, TOLD, ACCEPTED_BY, "Write who accepted");
                if (day(visit, typed).isEmpty()) {
                    errors.add(
                            new FormError(
                                    "Enter the day on which they accepted, like 27 3 2025",
                                    TOLD + "-" + ON));
                }
                TypedForms.need(
                        errors,
                        typed,
                        TOLD,
                        REFERENCE,
                        "Write the reference of the call or letter");
            }
            case CONFIRM -> {
                if (!typed.getOrDefault(CHOICE, "").equals(ACCEPTED)) {
                    errors.add(
                            new FormError(
                                    "Say that you looked at it yourself", CONFIRM + "-" + CHOICE));
                }
            }
            default -> TypedForms.need(errors, typed, act, WHY, "Write why you take it back");
        }
        tooLong(errors, act, typed);
        return new HandOverForms(visit, about, act, TypedForms.of(act, typed, errors), errors);
    }

    /** The day from which a child lives there stands before the reason, in the same words. */
    private static void tooLong(List<FormError> errors, String act, Map<String, String> typed) {
        int most = EntryForm.LONGEST - lives(since(typed)).length();
        AssessmentForms.tooLong(errors, typed, act, Set.of(WHY), most);
        AssessmentForms.tooLong(
                errors, typed, act, Set.of(ACCEPTED_BY, REFERENCE), EntryForm.LONGEST);
    }

    private static String lives(Optional<LocalDate> since) {
        return since.map(day -> "Lives there from " + Words.day(day) + ". ").orElse("");
    }

    private static Optional<LocalDate> since(Map<String, String> typed) {
        return TypedDate.read(typed.getOrDefault(SINCE, ""));
    }

    private static Optional<LocalDate> day(Visit visit, Map<String, String> typed) {
        return TypedDate.read(typed.getOrDefault(ON, "")).filter(d -> !d.isAfter(visit.today()));
    }

    private static HandOverWords words(HandOverMatter matter) {
        return HandOverWords.of(matter);
    }

    /** What is said once it is kept. */
    static String kept(HandOverMatter matter, String stage) {
        return switch (stage) {
            case OFFERED -> words(matter).offered();
            case ACCEPTED -> words(matter).accepted();
            case REFUSED ->
                    "Your refusal is kept. Whoever offered goes on answering. The page shows it within a"
                            + " few seconds.";
            case WITHDRAWN -> "The offer is taken back. Whoever answers goes on answering.";
            case ACCEPTANCE_TOLD ->
                    "What you were told is kept. The person is yours until a second register keeper"
                            + " confirms it.";
            case ACCEPTANCE_CONFIRMED ->
                    "It is confirmed: they answer from now on. Record that the entry ended here, if it"
                            + " did.";
            default -> "";
        };
    }

    /** Whether the reader hands over at all, and the form that was sent is one of these. */
    boolean acts() {
        return about.matter().role(visit).isPresent()
                && List.of(OFFER, ANSWER, WITHDRAW, TOLD, CONFIRM).contains(act);
    }

    /** The same as it was typed, without what is wrong with it. */
    HandOverForms unjudged() {
        return new HandOverForms(
                visit, about, act, new TypedForms(fields.typed(), List.of()), List.of());
    }

    /** What came since the form was shown, oldest first. */
    List<Entry<HandOver>> cameSince() {
        String of = fields.value(act, OF);
        List<Entry<HandOver>> all = about.handOvers().all();
        List<Entry<HandOver>> after =
                all.stream().dropWhile(e -> !named(e).equals(of)).skip(1).toList();
        return of.isEmpty() ? all : after;
    }

    /** What was typed and chosen, where the form that was sent stands here no more. */
    List<String> homeless() {
        return may(act)
                ? List.of()
                : Stream.concat(
                                chosen(),
                                Stream.of(WHY, SINCE, ACCEPTED_BY, ON, REFERENCE)
                                        .map(field -> fields.value(act, field).strip()))
                        .filter(typed -> !typed.isEmpty())
                        .toList();
    }

    /** In the words of the page; what was typed stays as it was. */
    private Stream<String> chosen() {
        return Stream.concat(
                Optional.of(fields.value(act, CHOICE)).map(Wording::capital).stream(),
                known(visit, about)
                        .filter(a -> a.id().value().equals(fields.value(act, TO)))
                        .map(a -> visit.agency(a.id())));
    }

    /** Whether the reader may send that form as things stand. */
    boolean may(String which) {
        if (about.matter().role(visit).isEmpty()) {
            return false;
        }
        Optional<HandOvers.Offer> open = open();
        return switch (which) {
            case OFFER ->
                    open.isEmpty() && about.agency().filter(this::mine).isPresent() && offers();
            case ANSWER -> open.filter(o -> mine(o.to())).isPresent();
            case WITHDRAW -> takenBack().isPresent();
            case TOLD ->
                    about.matter() == HandOverMatter.PERSON
                            && open.filter(o -> mine(o.from())).isPresent()
                            && told().isEmpty();
            case CONFIRM ->
                    about.matter() == HandOverMatter.PERSON
                            && open.filter(o -> mine(o.from())).isPresent()
                            && told().filter(t -> !own(t)).isPresent();
            default -> false;
        };
    }

    /**
     * Whether what a form that was sent is about is another by now: an offer that is open no more,
     * or one that was made meanwhile. It is not what its reader looked at.
     */
    boolean ofAnother() {
        return !fields.value(act, OF).equals(looked(act));
    }

    /** What a form is about: an offer, what was told of one, or all that was said before. */
    private String looked(String which) {
        List<Entry<HandOver>> all = about.handOvers().all();
        Optional<Entry<HandOver>> of =
                switch (which) {
                    case OFFER -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
                    case CONFIRM -> told();
                    case WITHDRAW -> takenBack();
                    default -> open().map(HandOvers.Offer::entry);
                };
        return of.map(HandOverForms::named).orElse("");
    }

    private static String named(Entry<HandOver> entry) {
        return entry.fact().id().message().text();
    }

    /** What the reader may take back: an open offer of theirs, else one that counts for nothing. */
    private Optional<Entry<HandOver>> takenBack() {
        return open().filter(o -> mine(o.from()))
                .map(HandOvers.Offer::entry)
                .or(() -> about.handOvers().idleOf(visit::ours));
    }

    private Optional<Entry<HandOver>> told() {
        return about.handOvers().told();
    }

    /**
     * Whether the reader says so, by their account or by name and post: another must confirm it.
     */
    private boolean own(Entry<HandOver> told) {
        return about.teller().filter(visit.account().id()::equals).isPresent()
                || told.body().by().filter(by -> by.value().equals(reader())).isPresent();
    }

    private String reader() {
        return visit.account().name().value()
                + about.matter().role(visit).map(role -> ", " + role.title()).orElse("");
    }

    /** A supervision that the police accepted is theirs to watch, and no supervision any more. */
    private boolean offers() {
        return about.matter() != HandOverMatter.SUPERVISION
                || visit.account().roles().contains(AccessRole.PROBATION_OFFICER);
    }

    private Optional<HandOvers.Offer> open() {
        return about.handOvers().open();
    }

    private boolean mine(AgencyId agency) {
        return visit.account().agency().equals(agency);
    }

    List<Headed> forms() {
        List<Headed> forms = new ArrayList<>();
        if (may(OFFER)) {
            forms.add(new Headed(words(about.matter()).offerHeading(), offer()));
        }
        if (may(ANSWER)) {
            forms.add(new Headed("Accept or refuse", answer()));
        }
        if (may(TOLD)) {
            forms.add(new Headed("They accepted, and cannot enter it here", acceptanceTold()));
        }
        if (may(CONFIRM)) {
            forms.add(new Headed("Confirm that they accepted", confirmation()));
        }
        if (may(WITHDRAW)) {
            forms.add(new Headed("Take the offer back", withdraw()));
        }
        return forms;
    }

    private Form offer() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Choose", "", false));
        others(visit, about)
                .forEach(a ->
                        options.add(
                                new Option(
                                        a.id().value(),
                                        a.name(),
                                        "",
                                        fields.value(OFFER, TO).equals(a.id().value()))));
        HandOverWords words = words(about.matter());
        List<Field> asked = new ArrayList<>();
        asked.add(fields.pick(OFFER, TO, words.whom(), options));
        if (about.matter() == HandOverMatter.CASE) {
            asked.add(
                    fields.line(
                            OFFER,
                            SINCE,
                            "From which day does the child live there?",
                            "Like 27 3 2026. They have the case from the moment they accept it.",
                            "w10"));
        }
        asked.add(fields.lines(OFFER, WHY, "Why, and what must they know?", words.know()));
        return form(OFFER, asked, words.offer());
    }

    private static List<Agency> others(Visit visit, HandedOver about) {
        Optional<AgencyId> answers = about.agency();
        return known(visit, about).filter(a -> !Optional.of(a.id()).equals(answers)).toList();
    }

    /** Everybody of those to whom such a thing is offered, whoever has it now. */
    private static Stream<Agency> known(Visit visit, HandedOver about) {
        return about.matter().to().stream()
                .flatMap(type -> visit.directory().agencies(type, visit.today()).stream());
    }

    private static Optional<AgencyId> offeredTo(
            Visit visit, HandedOver about, Map<String, String> typed) {
        return others(visit, about).stream()
                .map(Agency::id)
                .filter(id -> id.value().equals(typed.getOrDefault(TO, "")))
                .findFirst();
    }

    private Form answer() {
        return form(
                ANSWER,
                List.of(
                        fields.oneOf(
                                ANSWER,
                                CHOICE,
                                words(about.matter()).accept(),
                                List.of(
                                        option(
                                                ACCEPTED,
                                                "Accept: we answer from now on",
                                                words(about.matter()).becomesYours()),
                                        option(
                                                REFUSED,
                                                "Refuse: whoever offered goes on answering",
                                                "They have two working days to settle it; it escalates."))),
                        fields.lines(
                                ANSWER,
                                WHY,
                                "Why?",
                                "Needed where you refuse. Both sides read it.")),
                "Keep my answer");
    }

    private Option option(String value, String label, String hint) {
        return new Option(value, label, hint, fields.value(ANSWER, CHOICE).equals(value));
    }

    private Form acceptanceTold() {
        return form(
                TOLD,
                List.of(
                        fields.line(
                                TOLD,
                                ACCEPTED_BY,
                                "Who accepted?",
                                "By name and post, as you were told by telephone or in writing.",
                                "w20"),
                        fields.line(TOLD, ON, "On which day?", "Like 27 3 2025", "w10"),
                        fields.line(
                                TOLD,
                                REFERENCE,
                                "Reference of the call or letter",
                                "By which they find it again.",
                                "w20")),
                "Keep what I was told");
    }

    private Form confirmation() {
        String told = told().flatMap(t -> t.body().told()).map(HandOverParts::told).orElse("");
        return form(
                CONFIRM,
                List.of(
                        fields.oneOf(
                                CONFIRM,
                                CHOICE,
                                "Did they accept the person? " + told,
                                List.of(
                                        new Option(
                                                ACCEPTED,
                                                "Yes: I rang them, or read the letter myself",
                                                "They answer from then on. If they did not, take"
                                                        + " the offer back.",
                                                fields.value(CONFIRM, CHOICE).equals(ACCEPTED))))),
                "Confirm it");
    }

    private Form withdraw() {
        return form(
                WITHDRAW,
                List.of(
                        fields.lines(
                                WITHDRAW, WHY, "Why do you take it back?", "Both sides read it.")),
                "Take it back");
    }

    private Form form(String which, List<Field> asked, String button) {
        List<Field> all = new ArrayList<>(asked);
        all.add(EntryForm.once(visit.now()));
        all.add(SentAbout.field(visit, about.child()));
        all.add(new Field.Hidden(OF, looked(which)));
        return new Form(
                which,
                about.address() + about.matter().path() + "/" + which,
                all,
                button,
                !which.equals(WITHDRAW),
                "");
    }

    /** What the form that was sent says of the hand-over. */
    String stage() {
        return switch (act) {
            case OFFER -> OFFERED;
            case ANSWER -> fields.value(ANSWER, CHOICE);
            case TOLD -> ACCEPTANCE_TOLD;
            case CONFIRM -> ACCEPTANCE_CONFIRMED;
            default -> WITHDRAWN;
        };
    }

    /** The message that the reader's agency sends. */
    ObjectNode message(String once) {
        ObjectNode message =
                EntryForm.message(visit.account().agency(), once, "hand-over", visit.now());
        var to = message.putArray("to");
        if (act.equals(OFFER)) {
            EntryForm.about(message, visit, about.child());
            to.add(fields.value(OFFER, TO));
        } else {
            EntryForm.regarding(message, List.of(looked(act)));
            addressee().map(AgencyId::value).ifPresent(to::add);
        }
        ObjectNode body = message.putObject("body");
        body.put("stage", stage());
        body.put("what", about.matter().what());
        body.put("by", reader());
        if (act.equals(TOLD)) {
            ObjectNode told = body.putObject("told");
            told.put("who", fields.value(TOLD, ACCEPTED_BY).strip());
            TypedDate.read(fields.value(TOLD, ON)).ifPresent(on -> told.put("on", on.toString()));
            told.put("reference", fields.value(TOLD, REFERENCE).strip());
        }
        reason().ifPresent(why -> body.put("reason", why));
        return message;
    }

    /** Who is told of an answer, or of what is said of an offer that was made to them. */
    private Optional<AgencyId> addressee() {
        return switch (act) {
            case ANSWER -> open().map(HandOvers.Offer::from);
            case WITHDRAW -> takenBack().flatMap(HandOvers::to);
            default -> open().map(HandOvers.Offer::to);
        };
    }

    private Optional<String> reason() {
        Optional<String> why = EntryForm.typed(Optional.of(fields.value(act, WHY)));
        return why.map(w -> lives(TypedDate.read(fields.value(act, SINCE))) + w);
    }

    @Override
    public String toString() {
        return "HandOverForms[redacted]";
    }
}
