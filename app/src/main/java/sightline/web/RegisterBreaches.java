package sightline.web;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.Words;
import sightline.web.view.page.RegisterEntryPage.Breach;
import sightline.web.view.page.RegisterEntryPage.Breaches;
import sightline.web.view.part.Link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was owed and not told in time, in short, for the entry: what the record shows beside what a
 * person decided. Only for whoever may open the breach file.
 */
final class RegisterBreaches {
    private static final int SHOWN = 10;

    private final Visit visit;
    private final RegisterParts parts;

    RegisterBreaches(Visit visit, RegisterParts parts) {
        this.visit = visit;
        this.parts = parts;
    }

    Optional<Breaches> card() {
        return parts.keeps() && parts.everInForce()
                ? BreachFile.of(visit, parts, Optional.empty()).map(this::card)
                : Optional.empty();
    }

    private Breaches card(BreachFile file) {
        BreachWords words = new BreachWords(visit, parts, file);
        List<BreachMatter> failed =
                file.matters().stream()
                        .filter(m -> m.failed() || !file.decisionsOf(m).isEmpty())
                        .sorted(
                                Comparator.comparing((BreachMatter m) -> m.owed().start())
                                        .reversed())
                        .toList();
        long open = failed.stream().filter(m -> BreachDecision.open(file.decisionsOf(m))).count();
        int more = failed.size() - SHOWN;
        return new Breaches(
                "Breaches: %d decided, %d possible".formatted(failed.size() - open, open),
                Link.to("Open the breach file", parts.address() + "/breach-file"),
                failed.stream().limit(SHOWN).map(m -> row(m, words)).toList(),
                more > 0 ? "The file has " + Wording.count(more, "older one") + "." : "");
    }

    private Breach row(BreachMatter matter, BreachWords words) {
        PersonId person = parts.child().family().subject().id();
        return new Breach(
                Words.day(matter.owed().start()),
                Link.to(
                        matter.owed().notice().title(),
                        parts.address() + "/breach-file?of=" + matter.key(person)),
                BreachWords.lastDay(matter),
                BreachWords.state(matter),
                words.decided(matter));
    }
}
