package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import sightline.core.duties.ClockDefinition;
import sightline.core.duties.Pack;
import sightline.core.duties.PackReader;
import sightline.core.facts.Kinds;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleCard;
import sightline.web.view.Page;
import sightline.web.view.page.RulePage;
import sightline.web.view.page.RulesPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Filter;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue: why each rule exists, what it moves, to whom, and when it stays silent. */
@PageController
final class RulePages {
    private static final List<Rule> RULES = Catalogue.rules();
    private static final List<Pack> PACKS = PackReader.shipped();

    @GetMapping("/rules")
    Page rules(Visit visit) {
        List<RulesPage.Row> rows = RULES.stream().map(RulePages::row).toList();
        return new RulesPage(
                visit.frame("Rules", "Rules"),
                "Each alert comes from one rule with a name, a reason and a source behind it. There is no"
                        + " score on a person. "
                        + PACKS.stream().mapToInt(p -> p.clocks().size()).sum()
                        + " clocks of "
                        + PACKS.stream().map(RulePages::named).collect(Collectors.joining(", "))
                        + " say what is owed after an alert.",
                new Filter("/rules", List.of(), List.of()),
                rows,
                new Pages("1 to " + rows.size() + " of " + rows.size(), null, null));
    }

    private static String named(Pack pack) {
        return Wording.capital(Wording.code(pack.name())) + ", version " + pack.version();
    }

    private static RulesPage.Row row(Rule rule) {
        RuleCard card = rule.card();
        return new RulesPage.Row(
                Link.to(rule.id().value(), "/rules/" + rule.id().value()),
                card.title(),
                card.why(),
                card.tells(),
                card.moves(),
                "",
                state(card));
    }

    private static Tag state(RuleCard card) {
        return card.unconfirmed()
                ? new Tag("In force, unconfirmed", Tone.AMBER)
                : new Tag("In force", Tone.GREEN);
    }

    @GetMapping("/rules/{id}")
    Page rule(Visit visit, HttpServletResponse response, @PathVariable String id) {
        return RULES.stream()
                .filter(r -> r.id().value().equals(id))
                .findFirst()
                .map(r -> page(visit, r))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static Page page(Visit visit, Rule rule) {
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
                state(card),
                List.of(
                        Definition.of("Tells", card.tells()),
                        Definition.of("What private information it moves", card.moves()),
                        Definition.of("From what threshold", card.threshold()),
                        Definition.of("Why less would not do", card.lessWouldNotDo()),
                        Definition.of("Kinds of entry that it reads", reads)),
                List.of(card.threshold()),
                card.nearMisses(),
                clocks(rule),
                List.of(
                        "It says what records show. It does not say that anybody has harmed anybody.",
                        "Silence of this rule is not safety: see which sources answered."),
                List.of(),
                "",
                List.of());
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
