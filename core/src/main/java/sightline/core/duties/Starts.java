package sightline.core.duties;

import sightline.core.duties.ClockDefinition.Per;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.Child;
import sightline.core.screening.Finding;
import sightline.core.screening.Referrals;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what starts a clock about the subject of a situation. */
final class Starts {
    private final Situation situation;
    private final Matching matching;
    private final Owners owners;
    private final List<Finding> findings;
    private Optional<LocalDate> firstKnown = Optional.empty();

    Starts(Situation situation, Matching matching, List<Finding> findings) {
        this.situation = situation;
        this.matching = matching;
        this.owners = new Owners(situation);
        this.findings = findings;
    }

    /** All starts of a clock, in the order in which they count. */
    List<Start> of(ClockDefinition clock) {
        if (!about(clock)) {
            return List.of();
        }
        List<Start> starts = new ArrayList<>(byFacts(clock));
        starts.addAll(byFindings(clock));
        starts.removeIf(s -> !clock.inForceOn(London.day(s.counted())));
        starts.sort(Start.IN_ORDER);
        return starts;
    }

    private boolean about(ClockDefinition clock) {
        return switch (clock.whose()) {
            case CHILD -> situation.subject().mayBeChildOn(firstKnown());
            case ADULT -> !situation.subject().childOn(situation.today());
            case ANYBODY -> true;
        };
    }

    /** Somebody who was a child when first recorded keeps what was owed about them then. */
    private LocalDate firstKnown() {
        LocalDate day = firstKnown.orElseGet(this::firstRecorded);
        firstKnown = Optional.of(day);
        return day;
    }

    private LocalDate firstRecorded() {
        return situation.subject().facts().stream()
                .map(f -> London.day(f.times().received()))
                .min(Comparator.naturalOrder())
                .orElse(situation.today());
    }

    private List<Start> byFacts(ClockDefinition clock) {
        Map<String, Start> starts = new LinkedHashMap<>();
        for (Condition condition : clock.startsOn()) {
            for (Fact fact : matching.facts(condition)) {
                if (recent(condition, fact)) {
                    each(clock, start(clock, fact, first(condition, fact)))
                            .forEach(s -> starts.putIfAbsent(s.reference(), s));
                }
            }
        }
        return List.copyOf(starts.values());
    }

    private static boolean recent(Condition condition, Fact fact) {
        Optional<LocalDate> latest = fact.times().happened().latest();
        return condition.withinDays().isEmpty()
                || latest.isEmpty()
                || !latest.get()
                        .isBefore(
                                London.day(fact.times().received())
                                        .minusDays(condition.withinDays().get()));
    }

    /** What kind of fact it is; of a request, what is asked; of a check, its number. */
    private static String words(Fact fact) {
        String kind = fact.kind().replace('-', ' ');
        return switch (fact.body()) {
            case SharedBody.InformationRequest request ->
                    kind + ": " + request.asked().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case SystemBody.EntryHeldElsewhere held ->
                    "possible register entry in %s: ring %s"
                            .formatted(Words.capital(held.peer()), held.ring());
            case SystemBody.EntryAskedAbout asked ->
                    "%s asked about somebody who may be this person: ring %s"
                            .formatted(Words.capital(asked.peer()), asked.ring());
            case SystemBody.TouchpointAnswered told -> kind + ": " + told.check();
            default -> kind;
        };
    }

    /**
     * What first told it: whoever corrects their own entry gives nobody more time, and takes back
     * nothing that was said of the duty. What it did not tell before the correction began then.
     */
    private Fact first(Condition condition, Fact fact) {
        return situation.around().first(fact, f -> condition.fits(f) && wentTo(f, fact));
    }

    private static boolean wentTo(Fact first, Fact fact) {
        return first.references().addressees().containsAll(fact.references().addressees());
    }

    private Start start(ClockDefinition clock, Fact fact, Fact first) {
        Instant received = first.times().received();
        return new Start(
                first.id().text(),
                received,
                counted(clock, fact, first),
                first.position(),
                new Text(words(fact) + ", recorded by " + fact.source().value()),
                Optional.of(fact),
                List.of(fact.id()),
                Optional.empty(),
                Set.of());
    }

    private Instant counted(ClockDefinition clock, Fact fact, Fact first) {
        Instant received = first.times().received();
        return switch (clock.from()) {
            case RECEIVED -> known(first);
            case HAPPENED -> happened(clock, fact, received);
            case REFERRED -> {
                Instant decided = happened(clock, fact, received);
                yield referral(fact).map(this::known).filter(decided::isAfter).orElse(decided);
            }
        };
    }

    /** What first told of the referral that a decision decides. */
    private Optional<Fact> referral(Fact decision) {
        return Child.in(situation)
                .flatMap(child -> Referrals.decidedBy(child, decision))
                .map(r -> situation.around().first(r.first().fact(), _ -> true));
    }

    /** One for each who owes it, where a clock says so; else the one that there is. */
    private List<Start> each(ClockDefinition clock, Start start) {
        if (clock.per() != Per.ADDRESSEE) {
            return List.of(start);
        }
        List<AgencyId> to = owners.addressees(clock.owedBy(), start.fact());
        return switch (to.size()) {
            case 0 -> List.of(start);
            case 1 -> List.of(start.owedBy(to.getFirst()));
            default -> to.stream().map(start::oneOf).toList();
        };
    }

    /** When those who owe it knew: history was known where it was recorded, long before it came. */
    private Instant known(Fact fact) {
        return situation.historyUntil(fact).isPresent()
                ? fact.times().recorded()
                : fact.times().received();
    }

    /** To the moment where the clock counts hours and the source knows it; else its latest day. */
    private static Instant happened(ClockDefinition clock, Fact fact, Instant received) {
        Optional<Instant> moment = fact.times().happened().instant();
        boolean hours =
                clock.counting() == Counting.CLOCK_HOURS
                        || clock.limit().unit() == Limit.Unit.HOURS;
        if (moment.isPresent()) {
            return moment.get();
        }
        return fact.times()
                .happened()
                .latest()
                .filter(_ -> !hours)
                .map(London::startOf)
                .filter(day -> day.isBefore(received))
                .orElse(received);
    }

    private List<Start> byFindings(ClockDefinition clock) {
        Map<String, Start> starts = new LinkedHashMap<>();
        findings.stream()
                .filter(clock::startsOn)
                .sorted(Comparator.comparing(Finding::since).thenComparing(Finding::item))
                .map(f -> start(clock, f))
                .forEach(s -> starts.putIfAbsent(s.reference(), s));
        return List.copyOf(starts.values());
    }

    private Start start(ClockDefinition clock, Finding finding) {
        String matter = finding.rule().value() + "/" + finding.matter();
        // One item found by two rules starts one duty.
        String reference = clock.per() != Per.SUBJECT ? Start.found(finding.itself()) : matter;
        return new Start(
                reference,
                finding.known(),
                finding.since(),
                matching.newestPosition(finding.evidence()),
                new Text((finding.alerts() ? "alert " : "rule ") + finding.rule().value()),
                Optional.empty(),
                finding.evidence(),
                Optional.empty(),
                finding.first());
    }
}
