package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.chronology.LastLooks;
import sightline.core.chronology.Plainly;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.Standings;
import sightline.core.household.Individual;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.core.screening.Counted;
import sightline.core.screening.Parameters;
import sightline.core.screening.RuleSettings;
import sightline.core.screening.Situation;
import sightline.household.Then;
import sightline.screening.RuleKeeping;
import sightline.web.view.Page;
import sightline.web.view.page.ChronologyItem;
import sightline.web.view.page.ChronologyPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Pages;
import sightline.web.view.part.RestrictedStub;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What every agency recorded, as a list, as it is now or as it was readable on a day. */
@PageController
final class ChronologyPages {
    private static final int PAGE = 50;

    private final ChildReading children;
    private final RuleKeeping rules;

    ChronologyPages(ChildReading children, RuleKeeping rules) {
        this.children = children;
        this.rules = rules;
    }

    @GetMapping("/children/{id}/chronology")
    Page chronology(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> known,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<List<String>> agency,
            @RequestParam Optional<Integer> page) {
        var asked = ChronologyAsked.read(known, from, to, agency, page);
        return Answers.page(
                visit,
                response,
                children.looking(
                        visit.reader(),
                        id,
                        LastLooks.Page.CHRONOLOGY,
                        "/children/chronology",
                        visit.now(),
                        asked.asOf(visit)),
                id,
                child -> page(visit, child, asked, rules.settings(visit.reader())));
    }

    private static Page page(
            Visit visit, Child child, ChronologyAsked asked, RuleSettings settings) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        Individual subject = child.family().around().subject();
        List<Fact> knew =
                subject.facts().stream().filter(f -> asked.knew(f, child.then())).toList();
        Standings standings = asked.standings(knew, child);
        List<Fact> chosen =
                knew.stream()
                        .filter(f -> !(f.body() instanceof sightline.core.facts.SystemBody))
                        .filter(asked::includes)
                        .sorted(
                                Comparator.comparing(EntriesDrawing::day)
                                        .thenComparing(Fact::position)
                                        .reversed())
                        .toList();
        List<Counted> counted =
                asked.known().isEmpty() ? counted(visit, child, settings) : List.of();
        List<ChronologyItem> items = new ArrayList<>();
        if (asked.page() == 1) {
            items.addAll(waiting(visit, child));
        }
        chosen.stream()
                .skip((long) (asked.page() - 1) * PAGE)
                .limit(PAGE)
                .forEach(f -> items.add(entry(visit, child, f, standings, counted)));
        String address = parts.address() + "/chronology";
        return new ChronologyPage(
                visit.frame("Chronology: " + parts.name(), "Children"),
                parts.identity("Chronology", ""),
                asked.known().map(day -> known(visit, child, day)).orElse(""),
                filter(address, visit, subject, asked),
                coverage.failures(),
                items,
                empty(visit),
                pages(address, asked, chosen.size()),
                List.of(
                        Link.to(
                                "Take it with you as a paginated bundle (PDF)",
                                address + "/bundle.pdf" + asked.query())),
                new EntriesDrawing(visit, coverage, chosen).lanes(),
                counted.stream().map(c -> line(visit, c)).toList(),
                coverage.coverage(ChildParts.entries(child), child.family().restricted()));
    }

    /** What rules have counted by now; of an earlier day's knowledge no count is said. */
    private static List<Counted> counted(Visit visit, Child child, RuleSettings settings) {
        return Counted.of(
                new Situation(
                        child.family().around(),
                        visit.now(),
                        visit.directory(),
                        Parameters.DEFAULT),
                settings);
    }

    private static ChronologyPage.CountedLine line(Visit visit, Counted counted) {
        return new ChronologyPage.CountedLine(
                Link.to("Rule " + counted.rule(), "/rules/" + counted.rule()),
                Wording.capital(counted.what())
                        + ": "
                        + counted.number()
                        + "; it raises nothing under "
                        + counted.raisesFrom()
                        + ".",
                counted.byAgency().entrySet().stream()
                                .map(e -> visit.agency(e.getKey()) + ": " + e.getValue())
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static String known(Visit visit, Child child, LocalDate day) {
        return "What had reached Sightline by the end of "
                + Words.day(day)
                + ", as far as you could have read it then and may read it now. What came later is left out."
                + child.then().map(t -> readers(visit, t)).orElse("");
    }

    private static String readers(Visit visit, Then then) {
        List<String> readers = new ArrayList<>();
        List<String> roles =
                then.roles().stream()
                        .flatMap(slug -> AccessRole.of(slug).stream())
                        .map(AccessRole::title)
                        .sorted()
                        .toList();
        String you =
                roles.isEmpty()
                        ? " You had no role here then, so nothing was open to you."
                        : " Your role then: " + String.join(", ", roles) + ".";
        then.agencies().forEach(a -> readers.add(visit.agency(a)));
        then.posts()
                .forEach(p ->
                        visit.directory()
                                .post(p)
                                .ifPresent(post ->
                                        readers.add(
                                                post.title()
                                                        + ", "
                                                        + visit.agency(post.agency()))));
        return you
                + (readers.isEmpty()
                        ? " Nobody was recorded as working with this child then."
                        : " Open then to: "
                                + String.join("; ", readers.stream().distinct().toList())
                                + ".");
    }

    private static String empty(Visit visit) {
        return "No entry in what you may see and asked for, as of "
                + Wording.moment(visit.now(), visit.today())
                + ". See below which sources answered.";
    }

    private static List<ChronologyItem> waiting(Visit visit, Child child) {
        List<ChronologyItem> items = new ArrayList<>();
        for (var unread : child.unreadable()) {
            items.add(
                    new ChronologyItem.Unread(
                            "Since " + Wording.moment(unread.since(), visit.today()),
                            Wording.count(unread.count(), "message")
                                    + " from "
                                    + visit.agency(unread.sender())
                                    + " not yet readable. It may concern this child.",
                            "The sender was told. Ring them if you cannot wait."));
        }
        String telephone = visit.frame("", "").desk().telephone();
        for (AgencyId holder : child.family().restricted()) {
            items.add(
                    new ChronologyItem.Hidden(
                            "",
                            new RestrictedStub(
                                    visit.agency(holder), Link.telephone(telephone), null)));
        }
        return items;
    }

    private static ChronologyItem entry(
            Visit visit, Child child, Fact fact, Standings standings, List<Counted> counted) {
        Individual subject = child.family().around().subject();
        List<Tag> tags = new ArrayList<>();
        Certainty certainty = ChildParts.whose(subject, fact);
        if (certainty != Certainty.CONFIRMED) {
            tags.add(new Tag(certainty.word() + " the same person", Tone.AMBER));
        }
        if (fact.subject().filter(subject::has).isEmpty()) {
            tags.add(new Tag("About somebody else, who is named with this child", Tone.NEUTRAL));
        }
        counted.stream()
                .filter(c -> c.facts().contains(fact.id()))
                .forEach(c -> tags.add(new Tag("Counted by " + c.rule(), Tone.NEUTRAL)));
        return new ChronologyItem.Entry(
                Wording.anchor(fact.id().text()),
                Wording.capital(fact.times().happened().inWords()),
                Wording.capital(Wording.code(fact.kind())),
                source(visit, fact),
                said(fact),
                Wording.capital(fact.times().happened().inWords()),
                Wording.startingMoment(fact.times().recorded(), visit.today()),
                Wording.startingMoment(fact.times().received(), visit.today()),
                standing(standings, fact),
                tags,
                null,
                child.since().isNew(fact));
    }

    /** Whoever keeps a register is not told which health service decided about an address. */
    private static String source(Visit visit, Fact fact) {
        return fact.body() instanceof Disclosure && HealthAddresses.keptFrom(visit, fact.source())
                ? "A health service"
                : visit.agency(fact.source());
    }

    /** What it says, where that is more than its kind. */
    private static String said(Fact fact) {
        String said = Plainly.said(fact);
        return said.equalsIgnoreCase(Wording.code(fact.kind())) ? "" : Wording.capital(said);
    }

    static String standing(Standings standings, Fact fact) {
        return switch (standings.of(fact)) {
            case STANDS -> "";
            case DISPUTED -> "Disputed. It still counts until it is decided.";
            case ENDED -> "Ended without conviction. It counts no more.";
            case CORRECTED ->
                    standings.replaced(fact)
                            ? "Corrected by its sender; the correction stands in its place."
                            : "Corrected by its sender. The correction was taken back or is not"
                                    + " among these entries. It counts no more.";
            case RETRACTED -> "Taken back by its sender. It counts no more.";
        };
    }

    private static Filter filter(
            String address, Visit visit, Individual subject, ChronologyAsked asked) {
        Map<AgencyId, Long> sources =
                new TreeMap<>(
                        subject.facts().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Fact::source, Collectors.counting())));
        List<Link> chosen = new ArrayList<>();
        asked.known().ifPresent(d -> chosen.add(Link.to("Known on " + Words.day(d), address)));
        if (!asked.agencies().isEmpty() || asked.from().isPresent() || asked.to().isPresent()) {
            chosen.add(Link.to("Filtered", address));
        }
        List<Option> agencies =
                sources.entrySet().stream()
                        .map(e ->
                                new Option(
                                        e.getKey().value(),
                                        visit.agency(e.getKey()) + " (" + e.getValue() + ")",
                                        "",
                                        asked.agencies().contains(e.getKey().value())))
                        .toList();
        return new Filter(
                address,
                chosen,
                List.of(
                        new FilterGroup.Lines(
                                "Dates",
                                List.of(
                                        line("from", "From", "Like 1 10 2025", asked.from()),
                                        line("to", "To", "", asked.to()))),
                        new FilterGroup.Lines(
                                "What was known",
                                List.of(
                                        line(
                                                "known",
                                                "As readable on",
                                                "Leave empty for today",
                                                asked.known()))),
                        new FilterGroup.AnyOf("Agency", "agency", agencies)));
    }

    private static Field.Line line(
            String name, String label, String hint, Optional<LocalDate> value) {
        return Field.line(name, label, hint, value.map(TypedDate::write).orElse(""), "");
    }

    private static Pages pages(String address, ChronologyAsked asked, int all) {
        int first = (asked.page() - 1) * PAGE + 1;
        int last = Math.min(all, asked.page() * PAGE);
        String summary =
                all == 0 ? "No entries" : first + " to " + last + " of " + all + ", newest first";
        return new Pages(
                summary,
                asked.page() > 1 ? page(address, asked, asked.page() - 1, "Previous 50") : null,
                last < all ? page(address, asked, asked.page() + 1, "Next 50") : null);
    }

    private static Link page(String address, ChronologyAsked asked, int page, String text) {
        return Link.to(text, address + asked.onPage(page).query());
    }
}
