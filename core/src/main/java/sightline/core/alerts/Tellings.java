package sightline.core.alerts;

import sightline.core.directory.Role;
import sightline.core.duties.ClockKey;
import sightline.core.duties.Clocks;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.AlertToRing;
import sightline.core.facts.SystemBody.AlertTold;
import sightline.core.facts.SystemBody.AlertTold.Manner;
import sightline.core.facts.SystemBody.AlertUndeliverable;
import sightline.core.facts.SystemBody.AlertUndeliverable.Reason;
import sightline.core.facts.SystemBody.DeliveryChannel;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.core.screening.RuleId;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whom a change of an alert is put before, as facts: each of those whom its findings name, with the
 * findings that are theirs; and the area's named lead in place of whoever is not there. A duty that
 * comes to a post in which nobody is there is passed on in the same breath, and one whose last
 * owner goes away when that happens.
 */
public final class Tellings {
    /** The clock within which an alert is opened. */
    public static final ClockKey OPEN = new ClockKey("alert.open");

    static final ClockKey DELIVER = new ClockKey("alert.deliver");

    private final Clocks clocks;
    private final Attendance attendance;

    public Tellings(Clocks clocks, Attendance attendance) {
        this.clocks = clocks;
        this.attendance = attendance;
    }

    /**
     * What is told because of these changes, in order; none of it when nothing is to be told. What
     * was told before and has happened again is told again, unless it still waits to be opened.
     *
     * @param duties what is owed about the subject
     * @param about the record of the subject under which it is recorded
     */
    public List<Fact> of(
            Collection<Change> changes,
            Collection<Duty> duties,
            Situation situation,
            SourceRecord about) {
        ToldBefore before = new ToldBefore(duties, situation);
        List<Fact> facts = new ArrayList<>();
        for (Change change : changes) {
            List<SystemBody> bodies =
                    switch (change) {
                        case Change.Raised(var alert) ->
                                put(alert, alert.findings(), situation, before);
                        case Change.Grew(var alert, var added) ->
                                put(alert, added, situation, before);
                        case Change.Overdue(var duty) -> unopened(duty, situation, before);
                        case Change.Started(var duty) -> started(duty, situation, before);
                        case Change.Escalated(var duty, var told) ->
                                passed(duty, told.to(), told.rung(), situation);
                        default -> List.of();
                    };
            for (SystemBody body : bodies) {
                Fact said = OwnFacts.of(about, body, situation.now());
                facts.addAll(recorded(passing(body) ? said : before.anew(said), situation));
            }
        }
        return facts;
    }

    /** That a duty was passed on stands for as long as nobody is there, and is said once. */
    private static boolean passing(SystemBody body) {
        return body instanceof SystemBody.DutyPassed;
    }

    private List<Fact> recorded(Fact fact, Situation situation) {
        List<Fact> facts = new ArrayList<>(List.of(fact));
        if (fact.body() instanceof AlertTold told && attendance.opensAtOnce(situation.now())) {
            for (AlertSeen.Step step : AlertSeen.Step.values()) {
                facts.add(seen(fact, told, step, DeliveryChannel.WORK_LIST, "replay", situation));
            }
        }
        return facts;
    }

    private static Fact seen(
            Fact telling,
            AlertTold told,
            AlertSeen.Step step,
            DeliveryChannel way,
            String by,
            Situation situation) {
        return OwnFacts.of(
                telling.subject().orElseThrow(),
                seen(told, step, way, by),
                List.of(telling.id().message()),
                situation.now());
    }

    /** That whoever was told did a step, as a body. */
    public static AlertSeen seen(
            AlertTold told, AlertSeen.Step step, DeliveryChannel way, String by) {
        return new AlertSeen(
                told.alert(), told.agency(), told.role(), told.manner(), step, way, by);
    }

    private List<SystemBody> put(
            Alert alert, List<Finding> findings, Situation situation, ToldBefore before) {
        if (!(alert.state() instanceof Alert.State.Open)) {
            return List.of();
        }
        AgencyId from = source(findings, situation);
        boolean atAnyHour = atAnyHour(alert.rule());
        List<SystemBody> bodies = new ArrayList<>();
        Set<String> orphans = new LinkedHashSet<>();
        byRecipient(findings)
                .forEach((to, items) -> {
                    Optional<Reason> absence =
                            attendance.absence(
                                    situation.directory(), to, situation.now(), atAnyHour);
                    boolean waits =
                            absence.isEmpty()
                                    ? before.unopened(alert.reference(), to, items)
                                    : before.undelivered(alert.reference(), to, items);
                    if (waits) {
                        return;
                    }
                    Manner manner = absence.isEmpty() ? Manner.FIRST : Manner.NOBODY_THERE;
                    bodies.add(told(alert.reference(), alert.rule(), to, from, manner, items));
                    ring(alert.reference(), alert.rule(), to, from, situation)
                            .ifPresent(bodies::add);
                    absence.ifPresent(reason -> {
                        bodies.add(
                                undeliverable(
                                        alert.reference(), alert.rule(), to, from, reason, items));
                        orphans.addAll(items);
                    });
                });
        Recipient lead = situation.recipients().lead();
        List<String> nobodys =
                findings.stream().filter(f -> f.first().isEmpty()).map(Finding::item).toList();
        if (!nobodys.isEmpty() && !before.undelivered(alert.reference(), lead, nobodys)) {
            bodies.add(
                    undeliverable(
                            alert.reference(),
                            alert.rule(),
                            lead,
                            from,
                            Reason.NO_RECIPIENT,
                            nobodys));
            orphans.addAll(nobodys);
        }
        if (!orphans.isEmpty()) {
            bodies.add(
                    told(
                            alert.reference(),
                            alert.rule(),
                            lead,
                            from,
                            Manner.IN_PLACE,
                            List.copyOf(orphans)));
            ring(alert.reference(), alert.rule(), lead, from, situation).ifPresent(bodies::add);
        }
        return bodies;
    }

    /** Whether an alert of a rule is put before people at any hour. */
    public boolean atAnyHour(RuleId rule) {
        return clocks.atAnyHour(OPEN, rule);
    }

    /** Whether what is told at that moment is opened there and then, and nothing is sent. */
    public boolean sendsNothing(Instant at) {
        return attendance.opensAtOnce(at);
    }

    /** Somebody whom nothing else would wake is rung, where the alert cannot wait. */
    private Optional<SystemBody> ring(
            String alert, RuleId rule, Recipient to, AgencyId from, Situation situation) {
        if (!atAnyHour(rule) || sendsNothing(situation.now())) {
            return Optional.empty();
        }
        Recipient desk = situation.recipients().desk();
        return Ways.to(to, situation.directory(), situation.now(), true)
                .filter(Ways::rings)
                .map(ways ->
                        new AlertToRing(
                                alert,
                                rule.value(),
                                to.agency(),
                                to.role().slug(),
                                ways.post().value(),
                                desk.agency(),
                                desk.role().slug(),
                                from));
    }

    private List<SystemBody> started(Duty duty, Situation situation, ToldBefore before) {
        List<SystemBody> bodies = new ArrayList<>(leftToLead(duty, situation, before));
        bodies.addAll(passed(duty, duty.owedBy(), 0, situation));
        return bodies;
    }

    /**
     * A duty that came to nobody is passed on at once: to those of the next rung who are there, or
     * the next after it; else to the area's named lead. Where none of them is there, its ladder
     * stays as it is. Of an alert that reached nobody its own telling says so.
     */
    private List<SystemBody> passed(Duty duty, Set<Recipient> to, int rungs, Situation situation) {
        if (!duty.state().open() || ofTelling(duty, situation)) {
            return List.of();
        }
        List<SystemBody> bodies = new ArrayList<>();
        for (Recipient absent : to.stream().sorted().toList()) {
            absence(absent, situation)
                    .ifPresent(reason ->
                            standIns(duty, rungs, situation).stream()
                                    .filter(s -> !duty.owedBy().contains(s))
                                    .forEach(s ->
                                            bodies.add(
                                                    new SystemBody.DutyPassed(
                                                            duty.key(),
                                                            absent.agency(),
                                                            absent.role().slug(),
                                                            s.agency(),
                                                            s.role().slug(),
                                                            reason))));
        }
        return bodies;
    }

    /**
     * What is told of duties that have come to nobody since: everybody who owed one, or was told
     * that it is late, has gone. It is passed on as one that comes to nobody is; once somebody is
     * there who has it, it is nobody else's.
     *
     * @param changes what was told of in the same breath
     * @param about the record of the subject under which it is recorded
     */
    public List<Fact> abandoned(
            Collection<Duty> duties,
            Collection<Change> changes,
            Situation situation,
            SourceRecord about) {
        Set<String> told = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Started(var duty)) {
                told.add(duty.key());
            } else if (change instanceof Change.Escalated(var duty, var _)) {
                told.add(duty.key());
            }
        }
        return duties.stream()
                .filter(d -> d.state().open() && !told.contains(d.key()))
                .filter(d -> d.told().stream().allMatch(r -> absence(r, situation).isPresent()))
                .flatMap(d -> passed(d, gone(d, situation), reached(d), situation).stream())
                .map(body -> OwnFacts.of(about, body, situation.now()))
                .toList();
    }

    /** Of those who had it: whoever did not pass it on before, or all where everybody did. */
    private static Set<Recipient> gone(Duty duty, Situation situation) {
        Set<Recipient> gone = new HashSet<>(duty.told());
        situation.subject().entries(SystemBody.DutyPassed.class).stream()
                .map(Entry::body)
                .filter(p -> p.duty().equals(duty.key()))
                .forEach(p -> gone.remove(new Recipient(p.agency(), new Role(p.role()))));
        return gone.isEmpty() ? duty.told() : gone;
    }

    private static int reached(Duty duty) {
        return duty.state() instanceof Duty.State.Overdue(int rung) ? rung : 0;
    }

    private List<Recipient> standIns(Duty duty, int rungs, Situation situation) {
        return duty.ladder().stream()
                .skip(rungs)
                .map(rung ->
                        rung.stream()
                                .filter(r -> absence(r, situation).isEmpty())
                                .sorted()
                                .toList())
                .filter(there -> !there.isEmpty())
                .findFirst()
                .orElseGet(() ->
                        Stream.of(situation.recipients().lead())
                                .filter(lead -> absence(lead, situation).isEmpty())
                                .toList());
    }

    private Optional<Reason> absence(Recipient to, Situation situation) {
        return attendance.absence(situation.directory(), to, situation.now(), false);
    }

    private static boolean ofTelling(Duty duty, Situation situation) {
        return situation.around().facts(duty.evidence()).stream()
                .map(Fact::body)
                .anyMatch(b ->
                        b instanceof AlertTold
                                || b instanceof AlertUndeliverable
                                || b instanceof AlertToRing);
    }

    /** What could not be sent in any way is put before the lead, who owes it now. */
    private static List<SystemBody> leftToLead(Duty duty, Situation situation, ToldBefore before) {
        if (!duty.clock().equals(DELIVER)) {
            return List.of();
        }
        List<SystemBody> bodies = new ArrayList<>();
        for (Fact fact : situation.around().facts(duty.evidence())) {
            if (fact.body() instanceof AlertUndeliverable u
                    && u.reason() == Reason.EVERY_WAY_FAILED) {
                duty.owedBy().stream()
                        .map(lead ->
                                told(
                                        u.alert(),
                                        new RuleId(u.rule()),
                                        lead,
                                        u.from(),
                                        Manner.IN_PLACE,
                                        u.findings()))
                        .filter(body -> !before.said(body, before.sent(fact)))
                        .forEach(bodies::add);
            }
        }
        return bodies;
    }

    /** An alert that was not opened in time is undeliverable, whoever the directory names. */
    private static List<SystemBody> unopened(Duty duty, Situation situation, ToldBefore before) {
        if (!duty.clock().equals(OPEN)) {
            return List.of();
        }
        List<SystemBody> bodies = new ArrayList<>();
        for (Fact fact : situation.around().facts(duty.evidence())) {
            if (fact.body() instanceof AlertTold told) {
                unopened(told, situation.recipients().lead()).stream()
                        .filter(body -> !before.said(body, fact))
                        .forEach(bodies::add);
            }
        }
        return bodies;
    }

    private static List<SystemBody> unopened(AlertTold told, Recipient lead) {
        RuleId rule = new RuleId(told.rule());
        Recipient to = new Recipient(told.agency(), new Role(told.role()));
        return List.of(
                undeliverable(
                        told.alert(), rule, to, told.from(), Reason.NOT_OPENED, told.findings()),
                told(told.alert(), rule, lead, told.from(), Manner.IN_PLACE, told.findings()));
    }

    /** That what was sent to somebody has failed in every way, as a body. */
    public static AlertUndeliverable failed(AlertTold told) {
        return undeliverable(
                told.alert(),
                new RuleId(told.rule()),
                new Recipient(told.agency(), new Role(told.role())),
                told.from(),
                Reason.EVERY_WAY_FAILED,
                told.findings());
    }

    private static Map<Recipient, List<String>> byRecipient(List<Finding> findings) {
        Map<Recipient, List<String>> all = new TreeMap<>();
        for (Finding finding : findings) {
            finding.first()
                    .forEach(to ->
                            all.computeIfAbsent(to, _ -> new ArrayList<>()).add(finding.item()));
        }
        return all;
    }

    private static AlertTold told(
            String alert,
            RuleId rule,
            Recipient to,
            AgencyId from,
            Manner manner,
            List<String> items) {
        return new AlertTold(
                alert, rule.value(), to.agency(), to.role().slug(), from, manner, sorted(items));
    }

    private static AlertUndeliverable undeliverable(
            String alert,
            RuleId rule,
            Recipient to,
            AgencyId from,
            Reason reason,
            List<String> items) {
        return new AlertUndeliverable(
                alert, rule.value(), to.agency(), to.role().slug(), from, reason, sorted(items));
    }

    private static List<String> sorted(List<String> items) {
        return items.stream().sorted().distinct().toList();
    }

    /** Whose entry raised it: the newest of its evidence. */
    private static AgencyId source(List<Finding> findings, Situation situation) {
        List<Fact> evidence =
                situation.around().facts(findings.getLast().evidence()).stream()
                        .filter(f -> !(f.body() instanceof SystemBody))
                        .toList();
        return evidence.isEmpty() ? Recipient.OPERATOR.agency() : evidence.getLast().source();
    }
}
