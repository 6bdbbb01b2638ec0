package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.alerts.AlertRow;
import sightline.alerts.DutyRow;
import sightline.alerts.ToldRow;
import sightline.alerts.WorkList.Acknowledged;
import sightline.alerts.WorkList.Work;
import sightline.core.duties.ClockDefinition;
import sightline.core.duties.PackReader;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.web.WorkAsked.Whose;
import sightline.web.WorkItem.Section;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.Link;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of one reader's work list. */
final class WorkItems {
    private static final String NOT_OPEN = "Somebody whose record is not open to you";
    private static final String ALERTS = "Alerts";
    private static final String ANSWER = "It stays here until a named person answers it";

    /** The clocks of an alert that nobody has opened or acknowledged. */
    private static final Set<String> ACKNOWLEDGING = Set.of("alert.open", "alert.ack");

    private final Visit visit;
    private final Work mine;
    private final DutyParts parts;

    WorkItems(Visit visit, Work mine) {
        this.visit = visit;
        this.mine = mine;
        this.parts = new DutyParts(visit);
    }

    /** Alerts that nobody answered, then duties, the most overdue first. */
    List<WorkItem> all() {
        List<WorkItem> items = new ArrayList<>(alerts());
        items.addAll(duties());
        return items;
    }

    /** What is owed about the same person for the same reason by the same day is one line. */
    private List<WorkItem> duties() {
        Map<String, Boolean> owes =
                mine.told().stream()
                        .filter(t -> !t.what().equals("alert"))
                        .collect(
                                Collectors.toMap(
                                        ToldRow::reference,
                                        t -> t.what().equals("duty"),
                                        Boolean::logicalOr));
        Map<String, List<DutyRow>> alike = new LinkedHashMap<>();
        mine.duties().stream()
                .filter(d -> d.open() || d.review())
                .filter(d -> owes.containsKey(d.key()))
                .sorted(Comparator.comparing(DutyRow::dueAt))
                .forEach(d -> {
                    String key =
                            String.join(
                                    "|",
                                    d.subject().value(),
                                    d.title(),
                                    parts.due(d).date(),
                                    parts.because(d),
                                    String.valueOf(owes.get(d.key())));
                    alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(d);
                });
        return together(alike.values(), owes).stream()
                .map(same -> duty(same, owes.getOrDefault(same.getFirst().key(), false)))
                .toList();
    }

    /**
     * What one entry asks for several children who are open to the reader is one line; so is what
     * it asks for several of whom the reader knows nothing.
     */
    private Collection<List<DutyRow>> together(
            Collection<List<DutyRow>> alike, Map<String, Boolean> owes) {
        Map<List<String>, List<DutyRow>> together = new LinkedHashMap<>();
        for (List<DutyRow> same : alike) {
            DutyRow duty = same.getFirst();
            List<String> key = new ArrayList<>(Wording.texts(duty.content().path("evidence")));
            key.add(duty.title());
            key.add(parts.due(duty).date());
            key.add(String.valueOf(owes.get(duty.key())));
            if (facts(duty.subject()).isEmpty()) {
                key.add(own(duty.subject()).isEmpty() ? "" : duty.subject().value());
            }
            together.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(same);
        }
        return together.values();
    }

    private WorkItem duty(List<DutyRow> same, boolean owed) {
        DutyRow duty = same.getFirst();
        Due due = parts.due(duty);
        String kind =
                DutyParts.clock(duty).map(ClockDefinition::work).orElse(PackReader.OTHER_WORK);
        return new WorkItem(
                section(duty, owed, due.tone()),
                owed ? Whose.MINE : Whose.OTHERS,
                kind,
                agencies(duty.content()),
                row(same, due, owed));
    }

    private static Section section(DutyRow duty, boolean owed, DueTone tone) {
        if (duty.review()) {
            return Section.HISTORY;
        }
        if (!owed) {
            return Section.TOLD;
        }
        return switch (tone) {
            case OVER -> Section.OVERDUE;
            case TODAY -> Section.TODAY;
            case SOON -> Section.SOON;
            case LATER, DONE -> Section.LATER;
        };
    }

    private sightline.web.view.part.DutyRow row(List<DutyRow> same, Due due, boolean owed) {
        DutyRow duty = same.getFirst();
        Collection<Fact> facts = facts(duty.subject());
        List<Link> more = new ArrayList<>();
        for (int i = 1; i < same.size() && (owed || !facts.isEmpty()); i++) {
            more.add(Link.to(another(same, i), "/duties/" + same.get(i).hash()));
        }
        String because = parts.because(duty);
        return new sightline.web.view.part.DutyRow(
                Wording.anchor(duty.key()),
                due,
                duty.title() + (same.size() == 1 ? "" : " (" + same.size() + ")"),
                subject(duty.subject(), facts),
                owed && !Naming.named(facts) ? ownRecords(duty.subject(), facts) : detail(facts),
                owed ? because : "Owed by " + DutyParts.owedBy(visit, duty) + ". " + because,
                more,
                parts.bar(duty),
                parts.toldBriefly(duty),
                parts.nextBriefly(duty),
                owed && facts.isEmpty()
                        ? new Link("Open", "/duties/" + duty.hash(), duty.title())
                        : open("/duties/" + duty.hash(), duty.title(), facts));
    }

    /** What the link to one of several duties says: whom it is about, or which of them it is. */
    private String another(List<DutyRow> same, int i) {
        PersonId subject = same.get(i).subject();
        Collection<Fact> facts = facts(subject);
        if (facts.isEmpty() || subject.equals(same.getFirst().subject())) {
            return "number " + (i + 1);
        }
        return Naming.name(facts) + ", " + Naming.age(facts, visit.today());
    }

    /**
     * Whoever owes something knows whom it is about by their own records, where by nothing else.
     */
    private String ownRecords(PersonId subject, Collection<Fact> facts) {
        Collection<SourceRecord> own = own(subject);
        if (facts.isEmpty()) {
            return Naming.own(own);
        }
        return own.isEmpty() ? detail(facts) : Naming.own(own).replaceFirst("^Your", "your");
    }

    /** What says the same of the same person is one line, with each alert in it. */
    private List<WorkItem> alerts() {
        Set<Acknowledged> told =
                mine.told().stream()
                        .filter(t -> t.what().equals("alert"))
                        .map(t -> new Acknowledged(t.subject(), t.reference()))
                        .collect(Collectors.toSet());
        Map<String, List<AlertRow>> alike = new LinkedHashMap<>();
        mine.alerts().stream()
                .filter(AlertRow::open)
                .filter(a -> told.contains(new Acknowledged(a.subject(), a.reference())))
                .forEach(a -> {
                    String key = a.subject().value() + "|" + a.rule() + "|" + headline(a);
                    alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(a);
                });
        return alike.values().stream()
                .map(this::alert)
                .sorted(Comparator.comparing(i -> i.row().due().tone() != DueTone.OVER))
                .toList();
    }

    private static String headline(AlertRow alert) {
        var findings = alert.content().path("findings").valueStream().toList();
        return findings.isEmpty() ? "" : findings.getLast().path("headline").asString("");
    }

    private WorkItem alert(List<AlertRow> same) {
        AlertRow alert = same.getFirst();
        boolean acknowledged =
                same.stream()
                        .allMatch(a ->
                                mine.acknowledged()
                                        .contains(new Acknowledged(a.subject(), a.reference())));
        Collection<Fact> facts = facts(alert.subject());
        Optional<DutyRow> unanswered =
                mine.duties().stream()
                        .filter(d -> d.open() && d.subject().equals(alert.subject()))
                        .filter(d -> ACKNOWLEDGING.contains(d.clock()))
                        .findFirst();
        List<Link> more =
                facts.isEmpty()
                        ? List.of()
                        : same.stream()
                                .skip(1)
                                .map(a -> Link.to(a.reference(), "/alerts/" + a.reference()))
                                .toList();
        var row =
                new sightline.web.view.part.DutyRow(
                        Wording.anchor(alert.subject().value() + alert.reference()),
                        new Due(
                                "Raised " + Wording.atMoment(alert.raisedAt(), visit.today()),
                                acknowledged
                                        ? "Acknowledged, not answered"
                                        : "Not acknowledged by you",
                                acknowledged ? DueTone.SOON : DueTone.OVER),
                        "Alert "
                                + alert.rule()
                                + (same.size() == 1 ? "" : " (" + same.size() + ")")
                                + ": "
                                + headline(alert),
                        subject(alert.subject(), facts),
                        detail(facts),
                        alert.certainty() + ". " + alert.reference(),
                        more,
                        null,
                        unanswered.map(parts::toldBriefly).orElse(""),
                        unanswered.map(parts::nextBriefly).orElse(ANSWER),
                        open("/alerts/" + alert.reference(), "alert " + alert.rule(), facts));
        Set<String> sources =
                same.stream()
                        .flatMap(a -> a.content().path("findings").valueStream())
                        .flatMap(f -> f.path("path").valueStream())
                        .flatMap(step -> Wording.texts(step.path("facts")).stream())
                        .map(WorkItems::agency)
                        .collect(Collectors.toSet());
        return new WorkItem(Section.ALERTS, Whose.MINE, ALERTS, sources, row);
    }

    /** The agencies whose entries started it. */
    private static Set<String> agencies(JsonNode content) {
        return Wording.texts(content.path("evidence")).stream()
                .map(WorkItems::agency)
                .collect(Collectors.toSet());
    }

    /** A fact is named by its agency first. */
    private static String agency(String fact) {
        return fact.substring(0, Math.max(0, fact.indexOf('/')));
    }

    private Collection<SourceRecord> own(PersonId subject) {
        return mine.own().getOrDefault(subject, List.of());
    }

    private Collection<Fact> facts(PersonId subject) {
        return mine.facts().getOrDefault(subject, List.of());
    }

    /** Whom it is about; no link to what the reader may not open. */
    static @Nullable Link subject(PersonId id, Collection<Fact> facts) {
        return facts.isEmpty() ? null : named(id, facts);
    }

    static Link named(PersonId id, Collection<Fact> facts) {
        return Link.to(Naming.name(facts), "/children/" + id.value());
    }

    private String detail(Collection<Fact> facts) {
        return facts.isEmpty() ? NOT_OPEN : Naming.age(facts, visit.today());
    }

    static Link open(String address, String what, Collection<Fact> facts) {
        return facts.isEmpty()
                ? new Link("Who holds it", address, what)
                : new Link("Open", address, what + ", " + Naming.name(facts));
    }
}
