package sightline.core.casework;

import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Answer;
import sightline.core.facts.CareBody.Assessment.AssessmentStage;
import sightline.core.facts.CareBody.AssessmentAccount;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonRole;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One assessment of one child by one set of questions, as its facts say: what is asked of whom,
 * what was answered, what is missing. Nothing of it is kept: it follows from the facts, the set,
 * who is who, and the day.
 *
 * @param items each question for each of whom it is asked
 * @param others answers that no item shows: to a question no longer asked, or of somebody who need
 *     not be asked now
 * @param account what was written last besides answers
 * @param facts of which it consists, in ledger order
 */
public record Assessment(
        QuestionSet set,
        List<Item> items,
        List<Given> others,
        Optional<AssessmentAccount> account,
        List<Entry<CareBody.Assessment>> facts) {
    private static final Set<PersonRole> AS_CHILD =
            EnumSet.of(PersonRole.SUBJECT, PersonRole.CHILD, PersonRole.UNBORN_CHILD);

    /**
     * One question of one person.
     *
     * @param of whom it is asked; none where it is asked once, of the child
     * @param all every answer that was ever given, in ledger order
     * @param standing the answers that no later one replaced: more than one where two people wrote
     *     side by side
     */
    public record Item(
            Question question, Optional<ToAsk> of, List<Given> all, List<Given> standing) {
        public Item {
            all = List.copyOf(all);
            standing = List.copyOf(standing);
        }

        /** Whether an answer counts. */
        public boolean answered() {
            return standing.stream().anyMatch(g -> g.lacks(question).isEmpty());
        }

        /** Whether the answers that count say different things. */
        public boolean clash() {
            List<Given> counting =
                    standing.stream().filter(g -> g.lacks(question).isEmpty()).toList();
            return counting.stream().anyMatch(g -> !g.saysAs(counting.getFirst()));
        }

        /** Why it is open, in words; empty where it is answered. */
        public Optional<String> missing() {
            if (answered()) {
                return Optional.empty();
            }
            return Optional.of(
                    standing.stream()
                            .reduce((_, later) -> later)
                            .flatMap(g -> g.lacks(question))
                            .map(Given.Lacks::words)
                            .orElse(Given.Lacks.ASKED.words()));
        }
    }

    public Assessment {
        items = List.copyOf(items);
        others = List.copyOf(others);
        facts = List.copyOf(facts);
    }

    /** The child's assessment by that set; one that was begun before the birth goes on after it. */
    public static Assessment of(Neighbourhood around, QuestionSet set, LocalDate day) {
        List<Individual> selves = new ArrayList<>(around.formerSelves());
        selves.add(around.subject());
        Set<Fact> seen = new LinkedHashSet<>();
        List<Entry<CareBody.Assessment>> facts =
                selves.stream()
                        .flatMap(s ->
                                s.entries(CareBody.Assessment.class).stream()
                                        .filter(e -> isChild(s, e.fact())))
                        .filter(e -> seen.add(e.fact()))
                        .sorted(Comparator.comparingLong(e -> e.fact().position()))
                        .toList();
        return of(
                set,
                facts,
                ToAsk.around(around, day),
                record -> around.whose(record).map(Individual::id),
                day);
    }

    private static boolean isChild(Individual self, Fact fact) {
        return fact.participants().stream()
                .anyMatch(p -> AS_CHILD.contains(p.role()) && self.has(p.record()));
    }

    /**
     * The assessment of those facts.
     *
     * @param facts of any sets, in ledger order
     * @param people of whom is asked now
     * @param whose who a record is, where anybody knows
     */
    public static Assessment of(
            QuestionSet set,
            List<Entry<CareBody.Assessment>> facts,
            List<ToAsk> people,
            Function<SourceRecord, Optional<PersonId>> whose,
            LocalDate day) {
        List<Entry<CareBody.Assessment>> own =
                facts.stream().filter(e -> e.body().questionSet().equals(set.id())).toList();
        List<Given> given = new ArrayList<>();
        for (Entry<CareBody.Assessment> entry : own) {
            entry.body().answers().forEach(a -> given.add(new Given(entry.fact(), a)));
        }
        List<Item> items = new ArrayList<>();
        Set<Given> used = new LinkedHashSet<>();
        for (Question question : set.on(day)) {
            for (Optional<ToAsk> of : asked(question, people)) {
                List<Given> all =
                        given.stream()
                                .filter(g -> g.answer().question().equals(question.id()))
                                .filter(g -> ofWhom(g.answer(), of, whose))
                                .toList();
                used.addAll(all);
                items.add(new Item(question, of, all, standing(question, all)));
            }
        }
        return new Assessment(
                set,
                items,
                given.stream().filter(g -> !used.contains(g)).toList(),
                own.stream().flatMap(e -> e.body().account().stream()).reduce((_, later) -> later),
                own);
    }

    /** Where nobody of whom it is asked is recorded, it stands open all the same. */
    private static List<Optional<ToAsk>> asked(Question question, List<ToAsk> people) {
        List<Optional<ToAsk>> once = List.of(Optional.empty());
        Predicate<ToAsk> whom =
                switch (question.ask()) {
                    case CHILD -> _ -> false;
                    case MISSING_PARENT -> p -> p.as().parent();
                    case PARENTS -> p -> p.as() != ToAsk.As.CARER;
                    case MOTHER -> p -> p.as() == ToAsk.As.MOTHER;
                    case CARER -> p -> p.as() == ToAsk.As.CARER;
                };
        List<Optional<ToAsk>> asked = people.stream().filter(whom).map(Optional::of).toList();
        if (question.ask() == Question.Ask.MISSING_PARENT) {
            return asked.size() < 2 ? once : List.of();
        }
        return asked.isEmpty() ? once : asked;
    }

    private static boolean ofWhom(
            Answer answer, Optional<ToAsk> of, Function<SourceRecord, Optional<PersonId>> whose) {
        Optional<SourceRecord> record = answer.asking().flatMap(CareBody.Asking::person);
        if (of.isEmpty() || record.isEmpty()) {
            return of.isEmpty() && record.isEmpty();
        }
        return of.get().records().contains(record.get())
                || whose.apply(record.get()).filter(of.get().id()::equals).isPresent();
    }

    /** An answer that does not count replaces none that does. */
    private static List<Given> standing(Question question, List<Given> all) {
        return all.stream()
                .filter(g ->
                        all.stream()
                                .noneMatch(later ->
                                        g.replacedBy(later)
                                                && (later.lacks(question).isEmpty()
                                                        || g.lacks(question).isPresent())))
                .toList();
    }

    /** What stands between it and a signature. */
    public List<Item> missing() {
        return items.stream().filter(i -> !i.answered()).toList();
    }

    /** Whether somebody has begun it. */
    public boolean begun() {
        return !facts.isEmpty();
    }

    /** The signature that was made last. */
    public Optional<Entry<CareBody.Assessment>> signed() {
        return facts.stream()
                .filter(e -> e.body().stage() == AssessmentStage.SIGNED_OFF)
                .reduce((_, later) -> later);
    }

    /** Signed, and nothing is missing now: who or what is new since then opens it again. */
    public boolean complete() {
        return signed().isPresent() && !items.isEmpty() && missing().isEmpty();
    }

    /** Those of whom a question is asked and who have answered none. */
    public List<ToAsk> notAsked() {
        return items.stream()
                .flatMap(i -> i.of().stream())
                .distinct()
                .filter(p ->
                        items.stream()
                                .filter(i -> i.of().filter(p::equals).isPresent())
                                .noneMatch(Item::answered))
                .toList();
    }

    /** What a signature repeats, so that the rules and clocks see what it leaves to do. */
    public List<Given> leftToDo() {
        return items.stream()
                .flatMap(i ->
                        i.standing().stream()
                                .filter(g -> g.lacks(i.question()).isEmpty() && g.leavesWork()))
                .toList();
    }
}
