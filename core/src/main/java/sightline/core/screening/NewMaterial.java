package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.MedicalOpinion.Fit;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SharedBody.EvidenceReceived.EvidenceType;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageRef;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What came about a matter after it was closed: a photograph, recording, statement, medical opinion
 * or the child's own words that name it, or something that it rests on; the same without naming
 * anything, within 12 months and while nothing else is being worked on; an injury within 30 days.
 *
 * @param matter the closed one
 * @param item a stable key of what came
 * @param entries what came
 */
record NewMaterial(Matter matter, String item, List<Entry<?>> entries, String text) {
    static final int DAYS_OF_INJURY = 30;
    private static final int DAYS_BEFORE = 30;
    static final int MONTHS = 12;
    static final Set<EvidenceType> EVIDENCE =
            EnumSet.of(
                    EvidenceType.PHOTOGRAPH,
                    EvidenceType.RECORDING,
                    EvidenceType.STATEMENT,
                    EvidenceType.MEDICAL);

    NewMaterial {
        entries = List.copyOf(entries);
    }

    Instant received() {
        return entries.getFirst().received();
    }

    /** All of a child, in no order. */
    static List<NewMaterial> of(Child child, RuleId rule) {
        return new Search(child, rule).all();
    }

    /** The matter closed last, about which something is that names nothing. */
    static Optional<Matter> recentlyClosed(Child child, RuleId rule, Instant received) {
        return new Search(child, rule).recent(received);
    }

    private static final class Search {
        private final Child child;
        private final RuleId rule;
        private final Injuries injuries;
        private final List<Matter> matters;
        private final List<NewMaterial> found = new ArrayList<>();

        Search(Child child, RuleId rule) {
            this.child = child;
            this.rule = rule;
            this.injuries = Injuries.of(child);
            this.matters =
                    Matters.of(child).all().stream().filter(m -> m.closed().isPresent()).toList();
        }

        List<NewMaterial> all() {
            if (!matters.isEmpty()) {
                child.entries(SharedBody.EvidenceReceived.class).stream()
                        .filter(e -> EVIDENCE.contains(e.body().type()))
                        .forEach(e ->
                                add(
                                        e,
                                        e.body().type() == EvidenceType.MEDICAL
                                                ? "A medical document came"
                                                : "A " + Found.words(e.body().type()) + " came",
                                        true));
                child.entries(HealthBody.MedicalOpinion.class).stream()
                        .filter(e -> e.body().fit() != Fit.AWAITED)
                        .forEach(e ->
                                add(e, "A medical opinion: " + Found.words(e.body().fit()), true));
                child.entries(PersonBody.ChildsWords.class)
                        .forEach(e -> add(e, "The child's own words", e.body().ofHarm()));
                child.entries(SchoolBody.Concern.class).stream()
                        .filter(e -> e.body().topic() == Topic.DISCLOSURE)
                        .forEach(e -> add(e, "What the child told whoever wrote it down", true));
                injuries.all().stream().filter(i -> !injuries.ordinary(i)).forEach(this::injury);
            }
            return found;
        }

        private void add(Entry<?> entry, String text, boolean unnamed) {
            Set<MessageRef> cited = Set.copyOf(entry.fact().references().regarding());
            Optional<Matter> matter =
                    newest(entry.received(), m -> concerns(m, cited))
                            .or(() ->
                                    unnamed && cited.isEmpty()
                                            ? recent(entry.received())
                                            : Optional.empty());
            matter.ifPresent(m ->
                    found.add(new NewMaterial(m, Found.id(entry).text(), List.of(entry), text)));
        }

        private void injury(Injury injury) {
            int days = number("days", DAYS_OF_INJURY);
            Instant received = injury.received();
            newest(received, m -> within(m, injury.day(), days))
                    .filter(_ -> !worked(received))
                    .ifPresent(m ->
                            found.add(
                                    new NewMaterial(
                                            m,
                                            injury.key(),
                                            List.copyOf(injury.tellings()),
                                            "An injury: " + Found.marks(injury.marks()))));
        }

        /** Of a day from a month before the matter was opened to the last day that counts. */
        private static boolean within(Matter matter, LocalDate day, int after) {
            return !day.isBefore(London.day(matter.opened()).minusDays(DAYS_BEFORE))
                    && !day.isAfter(London.day(matter.closed().orElseThrow()).plusDays(after));
        }

        private Optional<Matter> recent(Instant received) {
            int months = number("months", MONTHS);
            return newest(
                            received,
                            m ->
                                    !London.day(m.closed().orElseThrow())
                                            .plusMonths(months)
                                            .isBefore(London.day(received)))
                    .filter(_ -> !worked(received));
        }

        /** The one that was closed last before something was received. */
        private Optional<Matter> newest(Instant received, Predicate<Matter> wanted) {
            return matters.stream()
                    .filter(m -> m.closed().orElseThrow().isBefore(received))
                    .filter(wanted)
                    .max(
                            Comparator.comparing((Matter m) -> m.closed().orElseThrow())
                                    .thenComparing(Matter::opened)
                                    .thenComparing(Matter::key));
        }

        /** Whether something is open that somebody decided to work on: its owner is told there. */
        private boolean worked(Instant moment) {
            return Matters.of(child).openAt(moment).stream().anyMatch(m -> !undecided(m, moment));
        }

        private boolean undecided(Matter matter, Instant moment) {
            return matter.kind() == Matter.Kind.REFERRAL
                    && Referrals.of(child).stream()
                            .filter(r -> r.key().equals(matter.key()))
                            .anyMatch(r -> r.undecidedAt(moment));
        }

        /** It names an entry of the matter, one that such an entry names, or an injury of it. */
        private boolean concerns(Matter matter, Set<MessageRef> cited) {
            if (cited.isEmpty()) {
                return false;
            }
            Set<MessageRef> messages = new HashSet<>();
            for (Entry<?> entry : entriesOf(matter)) {
                messages.add(entry.fact().id().message());
                messages.addAll(entry.fact().references().regarding());
            }
            injuries.all().stream()
                    .filter(i -> within(matter, i.day(), 0))
                    .flatMap(i -> i.tellings().stream())
                    .forEach(t -> messages.add(t.fact().id().message()));
            return cited.stream().anyMatch(messages::contains);
        }

        private List<Entry<?>> entriesOf(Matter matter) {
            List<Entry<?>> entries = new ArrayList<>(matter.basis());
            Referrals.of(child).stream()
                    .filter(r -> r.key().equals(matter.key()))
                    .forEach(r -> {
                        entries.addAll(r.entries());
                        r.decision().ifPresent(entries::add);
                    });
            matter.closed()
                    .ifPresent(closed ->
                            child.entries(CareBody.CaseClosed.class).stream()
                                    .filter(c -> c.received().equals(closed))
                                    .forEach(entries::add));
            return entries;
        }

        private int number(String name, int otherwise) {
            return child.situation().parameters().number(rule, name, otherwise);
        }
    }
}
