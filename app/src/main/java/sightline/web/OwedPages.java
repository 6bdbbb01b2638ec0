package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.DutyRow;
import sightline.alerts.OwedToUs;
import sightline.alerts.OwedToUs.Owed;
import sightline.alerts.OwedToUs.Proof;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.DutyNote;
import sightline.core.facts.SharedBody.InformationRequest;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.web.view.Page;
import sightline.web.view.page.OwedPage;
import sightline.web.view.page.OwedPage.Line;
import sightline.web.view.part.Count;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What other agencies owe the reader's own, so that nobody telephones to ask. */
@PageController
final class OwedPages {
    private final OwedToUs owed;

    OwedPages(OwedToUs owed) {
        this.owed = owed;
    }

    @GetMapping("/owed")
    Page owed(Visit visit, @RequestParam Optional<String> of) {
        Owed all = owed.of(visit.reader());
        List<DutyRow> shown =
                all.duties().stream()
                        .filter(d -> of.map(a -> owes(d).contains(a)).orElse(true))
                        .toList();
        long late = all.duties().stream().filter(d -> late(visit, d)).count();
        long unopened = all.duties().stream().filter(d -> unopened(all, d)).count();
        return new OwedPage(
                visit.frame("Owed to " + visit.agency(visit.account().agency()), "Owed to us"),
                Wording.startingMoment(visit.now(), visit.today()) + ".",
                List.of(
                        new Count(
                                String.valueOf(all.duties().size()), "asked, open", false, "/owed"),
                        new Count(String.valueOf(unopened), "not opened yet", false, ""),
                        new Count(String.valueOf(late), "late", late > 0, "")),
                agencies(visit, all),
                shown.stream().map(d -> line(visit, all, d)).toList(),
                "No other agency owes yours anything that yours asked for. Last checked "
                        + Wording.moment(visit.now(), visit.today())
                        + ".");
    }

    private static boolean late(Visit visit, DutyRow duty) {
        return !duty.dueAt().isAfter(visit.now());
    }

    private static boolean unopened(Owed all, DutyRow duty) {
        return all.proofs().stream().filter(p -> p.of(duty)).allMatch(p -> p.opened().isEmpty());
    }

    private static Set<String> owes(DutyRow duty) {
        return Wording.texts(duty.content().path("owedBy")).stream()
                .map(r -> r.replaceFirst("/.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A link for each agency that owes something, with how much. */
    private static List<Link> agencies(Visit visit, Owed all) {
        return all.duties().stream()
                .flatMap(d -> owes(d).stream())
                .collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e ->
                        Link.to(
                                visit.agency(new AgencyId(e.getKey())) + " (" + e.getValue() + ")",
                                "/owed?of=" + e.getKey()))
                .toList();
    }

    private static Line line(Visit visit, Owed all, DutyRow duty) {
        var parts = new DutyParts(visit);
        List<Fact> facts = all.facts().getOrDefault(duty.subject(), List.of());
        boolean late = late(visit, duty);
        return new Line(
                parts.due(duty),
                late ? new LateDays(visit).inWords(duty.dueAt()) : "",
                duty.title(),
                facts.isEmpty() ? null : WorkItems.subject(duty.subject(), facts),
                facts.isEmpty()
                        ? Naming.own(all.own().getOrDefault(duty.subject(), List.of()))
                        : "",
                words(facts, duty),
                DutyParts.owedBy(visit, duty),
                proof(visit, all, duty),
                chased(visit, facts, duty),
                parts.toldBriefly(duty),
                parts.nextBriefly(duty),
                new Link("Ask again or end it", "/duties/" + duty.hash(), duty.title()));
    }

    /** The question in the words of whoever asked, where it is one. */
    private static String words(List<Fact> facts, DutyRow duty) {
        Set<String> evidence = Set.copyOf(Wording.texts(duty.content().path("evidence")));
        return facts.stream()
                .filter(f -> evidence.contains(f.id().text()))
                .map(Fact::body)
                .filter(InformationRequest.class::isInstance)
                .map(InformationRequest.class::cast)
                .flatMap(r -> r.words().stream())
                .map(Text::value)
                .findFirst()
                .orElse("");
    }

    /** Delivered, opened, answered by others: in three sentences at most. */
    private static List<String> proof(Visit visit, Owed all, DutyRow duty) {
        List<String> said = new ArrayList<>();
        for (Proof proof : all.proofs()) {
            if (proof.of(duty)) {
                said.add(
                        "On the list of "
                                + Wording.recipient(visit, proof.recipient())
                                + " since "
                                + Wording.moment(proof.delivered(), visit.today())
                                + proof.opened()
                                        .map(at ->
                                                "; opened by a named person "
                                                        + Wording.atMoment(at, visit.today()))
                                        .orElse("; not opened yet")
                                + ".");
            }
        }
        if (said.isEmpty()) {
            said.add("On nobody’s list yet.");
        }
        String answered =
                all.answered().stream()
                        .filter(d -> d.besides(duty))
                        .map(d -> DutyParts.owedBy(visit, d))
                        .distinct()
                        .collect(Collectors.joining("; "));
        if (!answered.isEmpty()) {
            said.add("Asked with it, and has answered: " + answered + ".");
        }
        return said;
    }

    /** When it was asked again, the newest first. */
    private static List<String> chased(Visit visit, List<Fact> facts, DutyRow duty) {
        return facts.stream()
                .filter(f ->
                        f.body() instanceof DutyNote note
                                && note.duty().equals(duty.key())
                                && note.planned().isEmpty())
                .sorted(Comparator.comparing((Fact f) -> f.times().received()).reversed())
                .map(f ->
                        "Asked again "
                                + Wording.moment(f.times().received(), visit.today())
                                + by((DutyNote) f.body())
                                + ": "
                                + ((DutyNote) f.body()).words().value())
                .toList();
    }

    private static String by(DutyNote note) {
        return note.by().map(b -> " by " + b.value()).orElse("");
    }
}
