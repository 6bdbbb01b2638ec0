package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import sightline.core.duties.ClockDefinition;
import sightline.core.duties.Pack;
import sightline.core.duties.PackReader;
import sightline.core.facts.Kinds;
import sightline.core.kernel.AreaId;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleCard;
import sightline.core.screening.RuleNumber;
import sightline.core.screening.RuleSetting;
import sightline.core.screening.RuleSettings;
import sightline.screening.RuleChange;
import sightline.screening.RuleKeeping;
import sightline.web.view.Page;
import sightline.web.view.page.RulePage;
import sightline.web.view.page.RulesPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue: why each rule exists, what it moves, to whom, and when it stays silent. */
@PageController
final class RulePages {
    private static final List<Rule> RULES = Catalogue.rules();
    private static final List<Pack> PACKS = PackReader.shipped();

    private final RuleKeeping keeping;

    RulePages(RuleKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/rules")
    Page rules(Visit visit) {
        AreaRules here = here(visit);
        List<RulesPage.Row> rows = RULES.stream().map(r -> row(r, here)).toList();
        return new RulesPage(
                visit.frame("Rules", "Rules"),
                "Each alert comes from one rule with a name, a reason and a source behind it. There is no"
                        + " score on a person. "
                        + PACKS.stream().mapToInt(p -> p.clocks().size()).sum()
                        + " clocks of "
                        + PACKS.stream().map(RulePages::named).collect(Collectors.joining(", "))
                        + " say what is owed after an alert.",
                here.mine()
                        ? Link.to("Settings of the rules in " + here.name(), "/rules/changes")
                        : null,
                new Filter("/rules", List.of(), List.of()),
                rows,
                new Pages("1 to " + rows.size() + " of " + rows.size(), null, null));
    }

    private static String named(Pack pack) {
        return Wording.capital(Wording.code(pack.name())) + ", version " + pack.version();
    }

    /**
     * The area of whoever looks, and what it set; nothing before a purpose is chosen.
     *
     * @param mine whether they keep its settings
     */
    private record AreaRules(
            Optional<AreaId> area, String name, boolean mine, RuleSettings settings) {
        static final AreaRules NOWHERE =
                new AreaRules(Optional.empty(), "", false, RuleSettings.NONE);

        Optional<RuleSetting> of(Rule rule) {
            return area.flatMap(a -> settings.current(a, rule.id()));
        }
    }

    private AreaRules here(Visit visit) {
        return visit.context()
                .flatMap(reader ->
                        visit.directory()
                                .agency(reader.agencyId())
                                .map(agency ->
                                        new AreaRules(
                                                Optional.of(agency.area()),
                                                RuleWords.area(visit, agency.area()),
                                                RuleKeeping.keeps(reader, visit.directory())
                                                        .isPresent(),
                                                keeping.settings(reader))))
                .orElse(AreaRules.NOWHERE);
    }

    private static RulesPage.Row row(Rule rule, AreaRules here) {
        RuleCard card = rule.card();
        return new RulesPage.Row(
                Link.to(rule.id().value(), "/rules/" + rule.id().value()),
                card.title(),
                card.why(),
                card.tells(),
                card.moves(),
                "",
                state(rule, here));
    }

    private static Tag state(Rule rule, AreaRules here) {
        RuleCard card = rule.card();
        Optional<RuleSetting> set = here.of(rule);
        if (set.filter(s -> !s.on()).isPresent()) {
            return new Tag("Off in " + here.name(), Tone.RED);
        }
        return card.unconfirmed()
                ? new Tag("In force, unconfirmed", Tone.AMBER)
                : new Tag("In force", Tone.GREEN);
    }

    @GetMapping("/rules/{id}")
    Page rule(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return RULES.stream()
                .filter(r -> r.id().value().equals(id))
                .findFirst()
                .map(r -> page(visit, r, here(visit)))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private Page page(Visit visit, Rule rule, AreaRules here) {
        RuleCard card = rule.card();
        String reads =
                card.reads().stream()
                        .map(Kinds::slug)
                        .map(Wording::code)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new RulePage(
                visit.frame(rule.id().value() + ": " + card.title(), "Rules"),
                Link.to("All rules", "/rules"),
                rule.id().value() + ": " + card.title(),
                card.why(),
                state(rule, here),
                List.of(
                        Definition.of("Tells", card.tells()),
                        Definition.of("What private information it moves", card.moves()),
                        Definition.of("From what threshold", card.threshold()),
                        Definition.of("Why less would not do", card.lessWouldNotDo()),
                        Definition.of("Kinds of entry that it reads", reads)),
                List.of(card.threshold()),
                card.nearMisses(),
                settings(rule, here),
                List.of(
                        "It says what records show. It does not say that anybody has harmed anybody.",
                        "Silence of this rule is not safety: see which sources answered."),
                List.of(),
                "",
                versions(visit, rule, here));
    }

    /** What the area set, the numbers that it may set, and the clocks that start on the rule. */
    private static List<Definition> settings(Rule rule, AreaRules here) {
        List<Definition> settings = new ArrayList<>();
        Optional<RuleSetting> set = here.of(rule);
        here.area()
                .filter(_ -> RuleWords.settable(rule))
                .ifPresent(_ ->
                        settings.add(
                                new Definition(
                                        "In " + here.name(),
                                        set.filter(s -> !s.on()).isPresent()
                                                ? "Switched off"
                                                : "Raises alerts",
                                        "",
                                        here.mine()
                                                ? Link.to(
                                                        "Propose a change",
                                                        "/rules/" + rule.id().value() + "/change")
                                                : null)));
        for (RuleNumber number : rule.numbers()) {
            settings.add(
                    Definition.of(
                            number.words(),
                            RuleWords.value(number, set.map(RuleSetting::numbers).orElse(Map.of())),
                            "Area setting, from %d to %d"
                                    .formatted(number.least(), number.most())));
        }
        settings.addAll(clocks(rule));
        return settings;
    }

    private List<TimelineItem> versions(Visit visit, Rule rule, AreaRules here) {
        return here.area().stream()
                .flatMap(area -> keeping.of(visit.reader(), area, rule.id()).stream())
                .flatMap(change -> change.inForce().map(at -> version(visit, change, at)).stream())
                .toList();
    }

    private static TimelineItem version(Visit visit, RuleChange change, Instant from) {
        return new TimelineItem(
                Wording.capital(RuleWords.said(change)),
                visit.person(change.proposedBy())
                        + " and "
                        + change.decidedBy().map(visit::person).orElse(""),
                Wording.moment(from, visit.today()),
                Wording.withoutStop(change.reason())
                        + change.workedOut()
                                .map(out ->
                                        ". Worked out first: %d more and %d fewer in a year."
                                                .formatted(out.more(), out.fewer()))
                                .orElse(""));
    }

    private static List<Definition> clocks(Rule rule) {
        List<Definition> clocks = new ArrayList<>();
        for (Pack pack : PACKS) {
            for (ClockDefinition clock : pack.clocks()) {
                if (clock.startsOn(rule.id())) {
                    clocks.add(
                            Definition.of(
                                    clock.title(),
                                    Wording.limit(clock.limit().text()),
                                    clock.law().source()
                                            + (clock.law().unconfirmed() ? ". Unconfirmed" : "")));
                }
            }
        }
        return clocks;
    }
}
