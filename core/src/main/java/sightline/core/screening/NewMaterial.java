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
 * What was written down after the closing was also comes after it where the closing reaches us
 * late.
 *
 * @param matter the closed one
 * @param closed when it was closed before this came: as known here, else as it was written down
 * @param item a stable key of what came
 * @param entries what came
 */
record NewMaterial(
        Matter matter, Instant closed, String item, List<Entry<?>> entries, String text) {
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

    /** When both it and the closing were known here. */
    Instant since() {
        return Order.later(entries.getFirst().received(), matter.closed().orElseThrow());
    }

    /** Whether the closing reached us after what came. */
    boolean closingCameLate() {
        return closed.isBefore(matter.closed().orElseThrow());
    }

    /** A matter, and when it was closed for what came after that. */
    private record Closed(Matter matter, Instant at) {
        private static final Comparator<Closed> OLDEST_FIRST =
                Comparator.comparing(Closed::at)
                        .thenComparing(c -> c.matter().opened())
                        .thenComparing(c -> c.matter().key());

        /** Before what was received, or else written down, at those moments. */
        static Optional<Closed> before(Instant received, Instant written, Matter matter) {
            return matter.closed()
                    .filter(c -> c.isBefore(received))
                    .or(() -> matter.written().closed().filter(c -> c.isBefore(written)))
                    .map(c -> new Closed(matter, c));
        }

        /** Of a day from a month before the matter was opened to the last day that counts. */
        boolean within(LocalDate day, int after) {
            return !day.isBefore(London.day(matter.opened()).minusDays(DAYS_BEFORE))
                    && !day.isAfter(London.day(at).plusDays(after));
        }
    }

    /** All of a child, in no order. */
    static List<NewMaterial> of(Child child, RuleId rule) {
        return new Search(child, rule).all();
    }

    /** The matter closed last, about which something is that names nothing. */
    static Optional<Matter> recentlyClosed(Child child, RuleId rule, Instant received) {
        return new Search(child, rule).recent(received, received).map(Closed::matter);
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
            Instant written = Order.written(entry);
            newest(entry.received(), written, c -> concerns(c, cited))
                    .or(() ->
                            unnamed && cited.isEmpty()
                                    ? recent(entry.received(), written)
                                    : Optional.empty())
                    .ifPresent(c -> found(c, Found.id(entry).text(), List.of(entry), text));
        }

        private void injury(Injury injury) {
            int days = number("days", DAYS_OF_INJURY);
            newest(
                            injury.received(),
                            Order.written(injury.first()),
                            c -> c.within(injury.day(), days))
                    .filter(c -> !worked(c, injury.received()))
                    .ifPresent(c ->
                            found(
                                    c,
                                    injury.key(),
                                    List.copyOf(injury.tellings()),
                                    "An injury: " + Found.marks(injury.marks())));
        }

        private void found(Closed closed, String item, List<Entry<?>> entries, String text) {
            found.add(new NewMaterial(closed.matter(), closed.at(), item, entries, text));
        }

        private Optional<Closed> recent(Instant received, Instant written) {
            int months = number("months", MONTHS);
            return newest(
                            received,
                            written,
                            c ->
                                    !London.day(c.at())
                                            .plusMonths(months)
                                            .isBefore(London.day(received)))
                    .filter(c -> !worked(c, received));
        }

        /** The one that was closed last before something came. */
        private Optional<Closed> newest(
                Instant received, Instant written, Predicate<Closed> wanted) {
            return matters.stream()
                    .flatMap(m -> Closed.before(received, written, m).stream())
                    .filter(wanted)
                    .max(Closed.OLDEST_FIRST);
        }

        /** Whether something is open that somebody decided to work on: its owner is told there. */
        private boolean worked(Closed closed, Instant moment) {
            return Matters.of(child).openAt(moment).stream()
                    .filter(m -> !m.equals(closed.matter()))
                    .anyMatch(m -> !undecided(m, moment));
        }

        private boolean undecided(Matter matter, Instant moment) {
            return matter.kind() == Matter.Kind.REFERRAL
                    && Referrals.of(child).stream()
                            .filter(r -> r.key().equals(matter.key()))
                            .anyMatch(r -> r.undecidedAt(moment));
        }

        /** It names an entry of the matter, one that such an entry names, or an injury of it. */
        private boolean concerns(Closed closed, Set<MessageRef> cited) {
            if (cited.isEmpty()) {
                return false;
            }
            Set<MessageRef> messages = new HashSet<>();
            for (Entry<?> entry : entriesOf(closed.matter())) {
                messages.add(entry.fact().id().message());
                messages.addAll(entry.fact().references().regarding());
            }
            injuries.all().stream()
                    .filter(i -> closed.within(i.day(), 0))
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
