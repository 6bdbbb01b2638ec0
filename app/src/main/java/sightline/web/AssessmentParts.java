package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.Assessment;
import sightline.core.casework.Assessment.Item;
import sightline.core.casework.Given;
import sightline.core.casework.QuestionSet;
import sightline.core.casework.RecordedAnswers;
import sightline.core.casework.ToAsk;
import sightline.core.chronology.Plainly;
import sightline.core.directory.Agency;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.AnswerState;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody.InformationAnswer;
import sightline.core.household.Entry;
import sightline.core.kernel.Text;
import sightline.core.screening.Parameters;
import sightline.core.screening.Situation;
import sightline.core.screening.WorkingClock;
import sightline.web.view.page.AssessmentPage.Row;
import sightline.web.view.page.AssessmentPage.Section;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the pages of one assessment show. */
final class AssessmentParts {
    /** Why an agency is asked. */
    static final String WHY = "why";

    /** Whom is asked. */
    static final String TO = "to";

    /** The form by which an agency is asked. */
    static final String ASKING = "ask-form";

    private static final String CHILD = "child";
    private static final List<Integer> CHECKS = List.of(10, 20, 45);

    private final Visit visit;
    private final Child child;
    private final Assessment assessment;

    AssessmentParts(Visit visit, Child child, QuestionSet set) {
        this.visit = visit;
        this.child = child;
        this.assessment = Assessment.of(child.family().around(), set, visit.today());
    }

    Assessment assessment() {
        return assessment;
    }

    String address() {
        return new ChildParts(visit, child).address() + "/assessments/" + assessment.set().id();
    }

    String address(Item item) {
        return address() + "/" + who(item) + "/" + item.question().id();
    }

    /** What a draft of its account is about. */
    DraftAbout draft(String sent) {
        return DraftAbout.of(visit, child, sent).and(assessment.set().id());
    }

    DraftAbout draft(Item item, String sent) {
        DraftAbout set = draft(sent);
        return item.of()
                .map(p -> set.and(visit, child, p.id(), p.records()))
                .orElseGet(() -> set.and(CHILD))
                .and(item.question().id());
    }

    private static String who(Item item) {
        return item.of().map(p -> p.id().value()).orElse(CHILD);
    }

    /**
     * The question of that id, asked of whoever that names: today, or while their records were
     * otherwise joined.
     */
    Optional<Item> item(String who, String question) {
        List<Item> asked =
                assessment.items().stream()
                        .filter(i -> i.question().id().equals(question))
                        .toList();
        return asked.stream()
                .filter(i -> who(i).equals(who))
                .findFirst()
                .or(() -> asked.stream().filter(i -> wasNamed(i, who)).findFirst());
    }

    private boolean wasNamed(Item item, String who) {
        return item.of().stream()
                .flatMap(p -> p.records().stream())
                .anyMatch(r -> child.family().naming().apply(r).value().equals(who));
    }

    String name(Item item) {
        return item.of().map(this::name).orElse("The child");
    }

    private String name(ToAsk person) {
        String as =
                switch (person.as()) {
                    case MOTHER -> "mother";
                    case PARENT -> "parent";
                    case PARTNER -> "partner at home";
                    case CARER -> "carer";
                };
        return Naming.name(child.family().around().person(person.id())) + ", " + as;
    }

    /** Whoever wrote any of it may not sign it. */
    boolean wroteIt(String name) {
        return assessment.facts().stream()
                .filter(e -> e.body().stage() != AssessmentStage.CHECKED)
                .anyMatch(e ->
                        e.body().by().map(Text::value).filter(name::equals).isPresent()
                                || e.body().answers().stream()
                                        .flatMap(a -> a.asking().stream())
                                        .flatMap(a -> a.by().stream())
                                        .anyMatch(b -> b.value().equals(name)));
    }

    /** Whether it says with whom it was shared, or why it was not. */
    boolean sharingSaid() {
        return assessment
                .account()
                .filter(a -> a.sharedWithFamily() || a.sharing().isPresent())
                .isPresent();
    }

    /** What stands between it and the signature, in words. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Item item : assessment.missing()) {
            missing.add(
                    name(item) + ": " + item.question().text() + " " + item.missing().orElse(""));
        }
        if (!sharingSaid()) {
            missing.add("Whether it was shared with the family, and if not, why");
        }
        return missing;
    }

    List<Definition> facts() {
        List<Definition> facts = new ArrayList<>();
        Optional<Entry<CareBody.Assessment>> first = assessment.facts().stream().findFirst();
        Optional<Entry<CareBody.Assessment>> last =
                assessment.facts().stream().reduce((_, later) -> later);
        facts.add(
                Definition.of(
                        "State",
                        state(),
                        assessment.items().size()
                                - assessment.missing().size()
                                + " of "
                                + assessment.items().size()
                                + " answered"));
        last.ifPresent(e ->
                facts.add(
                        Definition.of(
                                "Saved",
                                "All that stands below",
                                "newest "
                                        + Wording.moment(
                                                e.fact().times().recorded(), visit.today()))));
        first.ifPresent(e -> checks(e.fact().times().recorded(), facts));
        assessment.notAsked().forEach(p -> facts.add(Definition.of("Not asked directly", name(p))));
        facts.add(
                Definition.of(
                        "Questions",
                        "Version " + assessment.set().version(),
                        assessment.set().from().source()
                                + (assessment.set().from().unconfirmed() ? ", unconfirmed" : "")));
        return facts;
    }

    private String state() {
        if (assessment.complete()) {
            return "Signed off as complete";
        }
        if (assessment.signed().isPresent()) {
            return "Signed; somebody or something is new since then and not yet asked";
        }
        return assessment.begun() ? "Being written" : "Not begun";
    }

    private void checks(Instant begun, List<Definition> facts) {
        WorkingClock clock =
                WorkingClock.of(
                        new Situation(
                                child.family().around(),
                                visit.now(),
                                visit.directory(),
                                Parameters.DEFAULT));
        List<Entry<CareBody.Assessment>> made =
                assessment.facts().stream()
                        .filter(e -> e.body().stage() == AssessmentStage.CHECKED)
                        .toList();
        for (int i = 0; i < CHECKS.size(); i++) {
            Instant due = clock.workingDaysAfter(begun, CHECKS.get(i));
            String term = "Manager’s check, " + CHECKS.get(i) + " working days";
            if (i < made.size()) {
                String by = made.get(i).body().by().map(Text::value).orElse("not named");
                facts.add(
                        Definition.of(
                                term,
                                "Made by " + by,
                                Wording.moment(
                                        made.get(i).fact().times().recorded(), visit.today())));
            } else {
                facts.add(
                        Definition.of(
                                term,
                                (due.isBefore(visit.now()) ? "Overdue: " : "Due ")
                                        + Wording.moment(due, visit.today())));
            }
        }
    }

    List<Section> sections() {
        Map<String, List<Item>> byPerson =
                assessment.items().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::name,
                                        java.util.LinkedHashMap::new,
                                        Collectors.toList()));
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Item>> each : byPerson.entrySet()) {
            sections.add(
                    new Section(
                            "part-" + ++number,
                            each.getKey(),
                            "",
                            each.getValue().stream().map(this::row).toList(),
                            List.of()));
        }
        if (!assessment.others().isEmpty()) {
            sections.add(
                    new Section(
                            "others",
                            "Answers that are no longer asked for",
                            "To a question that the set no longer has, or of somebody who need not"
                                    + " be asked now. They are kept.",
                            assessment.others().stream().map(g -> given(g, null)).toList(),
                            List.of()));
        }
        return sections;
    }

    private Row row(Item item) {
        List<Given> standing = item.standing();
        String words =
                standing.stream()
                        .flatMap(g -> g.answer().answer().stream())
                        .map(Text::value)
                        .collect(Collectors.joining(" / "));
        return new Row(
                new Link(item.question().text(), address(item), ", " + name(item)),
                "",
                words.length() > SHORT ? words.substring(0, SHORT) + "…" : words,
                "",
                tag(item),
                null);
    }

    private static final int SHORT = 200;

    private static Tag tag(Item item) {
        if (item.clash()) {
            return new Tag("Two answers", Tone.AMBER);
        }
        return item.missing()
                .map(m -> new Tag("Open: " + m, Tone.AMBER))
                .orElseGet(() ->
                        new Tag(
                                item.standing().stream()
                                        .filter(g -> g.lacks(item.question()).isEmpty())
                                        .map(g -> AssessmentForms.words(g.answer().state()))
                                        .distinct()
                                        .collect(Collectors.joining(", ")),
                                Tone.GREEN));
    }

    private Row given(Given given, @Nullable Item item) {
        Optional<String> lacks =
                Optional.ofNullable(item)
                        .flatMap(i -> given.lacks(i.question()))
                        .map(Given.Lacks::words);
        AnswerState state = given.answer().state();
        return new Row(
                null,
                item == null ? given.answer().question() : "",
                given.answer().answer().map(Text::value).orElse(""),
                AssessmentForms.how(visit, given),
                lacks.map(l -> new Tag(AssessmentForms.words(state) + ": " + l, Tone.AMBER))
                        .orElseGet(() -> new Tag(AssessmentForms.words(state), Tone.GREEN)),
                null);
    }

    /** What stands at one question: answers, what is recorded, what was asked of others. */
    List<Section> sections(Item item, AssessmentForms form, TypedForms asking) {
        RecordedAnswers recorded = recorded(item);
        List<Section> sections = new ArrayList<>();
        if (!item.all().isEmpty()) {
            sections.add(
                    new Section(
                            "given",
                            item.clash() ? "Two answers stand" : "Answers",
                            item.clash()
                                    ? "Two people wrote side by side. An answer that you save now"
                                            + " replaces those that stand; all are kept."
                                    : "",
                            item.standing().stream().map(g -> given(g, item)).toList(),
                            List.of()));
        }
        List<Given> before = item.all().stream().filter(g -> !item.standing().contains(g)).toList();
        if (!before.isEmpty()) {
            sections.add(
                    new Section(
                            "before",
                            "Versions before",
                            "",
                            before.stream().map(g -> given(g, item)).toList(),
                            List.of()));
        }
        if (!recorded.facts().isEmpty()) {
            sections.add(
                    new Section(
                            "recorded",
                            "Recorded already",
                            "Confirm what answers the question; correct it below; or leave it.",
                            recorded.facts().stream().map(f -> recorded(item, f)).toList(),
                            List.of()));
        }
        sections.add(
                new Section(
                        "write",
                        "Your answer",
                        item.question().help(),
                        List.of(),
                        List.of(
                                form.form(
                                        address(item),
                                        DraftPages.Kind.ASSESSMENT.address(
                                                draft(item, form.keptAs()))))));
        request(item, recorded, asking).ifPresent(sections::add);
        return sections;
    }

    RecordedAnswers recorded(Item item) {
        return RecordedAnswers.of(child.family().around(), assessment.set(), item);
    }

    private Row recorded(Item item, Fact fact) {
        return new Row(
                null,
                Wording.capital(Plainly.said(fact)),
                "",
                source(fact)
                        + "; received "
                        + Wording.moment(fact.times().received(), visit.today()),
                null,
                confirm(item, fact, "Confirm this"));
    }

    /** Who recorded it and of when it is. */
    String source(Fact fact) {
        String when =
                fact.times().happened().earliest().isPresent()
                        ? fact.times().happened().inWords()
                        : "recorded " + Wording.moment(fact.times().recorded(), visit.today());
        return visit.agency(fact.source()) + ", " + when;
    }

    /** What a fact says that may answer a question: names and places are written out. */
    static String words(Fact fact) {
        String plainly = Wording.capital(Plainly.said(fact));
        return switch (fact.body()) {
            case InformationAnswer answer -> answer.words().map(Text::value).orElse(plainly);
            case PersonBody.Person person when !person.names().isEmpty() ->
                    "Names: "
                            + person.names().stream()
                                    .map(n ->
                                            (String.join(" ", n.given()) + " " + n.family())
                                                    .strip())
                                    .distinct()
                                    .collect(Collectors.joining("; "));
            default -> fact.place().map(a -> plainly + ": " + a.line().value()).orElse(plainly);
        };
    }

    private Form confirm(Item item, Fact fact, String button) {
        return new Form(
                "confirm-" + fact.position(),
                address(item) + "/confirm",
                List.of(
                        EntryForm.once(visit.now()),
                        of(item),
                        new Field.Hidden("fact", String.valueOf(fact.position()))),
                button,
                false,
                "");
    }

    private Optional<Section> request(Item item, RecordedAnswers recorded, TypedForms asking) {
        return item.question()
                .request()
                .map(request -> {
                    List<Row> rows = new ArrayList<>();
                    for (RecordedAnswers.Requested asked : recorded.requests()) {
                        rows.add(asked(asked));
                        asked.answers().forEach(a -> rows.add(came(item, a)));
                    }
                    List<Option> agencies =
                            visit.directory().agencies(request.of(), visit.today()).stream()
                                    .map(a -> option(a, asking))
                                    .toList();
                    return new Section(
                            "ask",
                            "Ask the agency whose record would answer it",
                            agencies.isEmpty() ? "No such agency is in the directory." : "",
                            rows,
                            agencies.isEmpty()
                                    ? List.of()
                                    : List.of(asking(item, agencies, asking)));
                });
    }

    private static Option option(Agency agency, TypedForms asking) {
        boolean chosen = asking.value(ASKING, TO).equals(agency.id().value());
        return new Option(agency.id().value(), agency.name(), "", chosen);
    }

    /** Says of whose record a form of the whole is that keeps no draft. */
    Field of() {
        return SentAbout.field(visit, child);
    }

    /** Says of whose record a form is that keeps no draft. */
    private Field of(Item item) {
        return new Field.Hidden(DraftAbout.FIELD, draft(item, "").name());
    }

    private Form asking(Item item, List<Option> agencies, TypedForms asking) {
        return new Form(
                ASKING,
                address(item) + "/request",
                List.of(
                        EntryForm.once(visit.now()),
                        of(item),
                        asking.pick(ASKING, TO, "Whom", agencies),
                        asking.lines(ASKING, WHY, "Why it is needed", "They read this.")),
                "Send the request",
                false,
                "");
    }

    private Row asked(RecordedAnswers.Requested asked) {
        String to =
                asked.request().fact().references().addressees().stream()
                        .map(visit::agency)
                        .collect(Collectors.joining(", "));
        return new Row(
                null,
                "Asked: " + to,
                "",
                Wording.moment(asked.request().fact().times().recorded(), visit.today()),
                asked.answers().isEmpty() ? new Tag("No answer yet", Tone.AMBER) : null,
                null);
    }

    private Row came(Item item, Entry<InformationAnswer> answer) {
        return new Row(
                null,
                Wording.capital(Wording.code(answer.body().outcome().name())),
                answer.body().words().map(Text::value).orElse(""),
                source(answer.fact()),
                null,
                confirm(item, answer.fact(), "Accept this answer"));
    }
}
