package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.HandOvers;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.page.RegisterEntryPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who answers for a registered person, who is asked to, and how it came to that. */
final class HandOverParts {
    private final Visit visit;
    private final RegisterParts parts;
    private final HandOvers handOvers;

    HandOverParts(Visit visit, RegisterParts parts) {
        this.visit = visit;
        this.parts = parts;
        this.handOvers = parts.registers().handOvers();
    }

    Page page(HandOverForms forms, String note) {
        return new RegisterActPage(
                visit.frame("Move to another area: " + parts.name(), "Register"),
                parts.identity("", RegisterParts.MOVES),
                forms.errors(),
                note,
                "Who answers",
                state(),
                lines(),
                forms.forms(),
                "Only the register keeper of "
                        + visit.agency(parts.registers().keeper().agency())
                        + " may offer the person, and only whoever was asked may answer.",
                new RegisterActPage.Aside(
                        "How a hand-over runs",
                        List.of(
                                "Whoever answers now goes on answering until the other accepts. There is"
                                        + " no day without somebody who answers.",
                                "An answer is due in 2 working days. Late, supervisors of both sides are"
                                        + " told at once, their public protection leads after 24 hours,"
                                        + " the partnership after 72 hours and then every day.",
                                "Refused, whoever offered has 2 working days to offer again, or to record"
                                        + " why the person stays with them.",
                                "Supervision, a licence or an order that ends is a hand-over and no exit:"
                                        + " it is asked about 28 days before.",
                                "Two working days and the steps after are an area setting"
                                        + " (unconfirmed).")),
                "Area moves, newest first",
                history(),
                "Nobody has offered the person to another area, in what you may see.");
    }

    private Tag state() {
        return handOvers
                .open()
                .map(_ -> new Tag("Offered, not yet answered", Tone.AMBER))
                .orElse(new Tag("No hand-over is open", Tone.GREEN));
    }

    private List<Definition> lines() {
        List<Definition> lines = new ArrayList<>();
        lines.add(
                Definition.of(
                        "Answers today",
                        Wording.recipient(visit, parts.registers().keeper().text())));
        handOvers
                .open()
                .ifPresent(offer -> {
                    lines.add(Definition.of("Offered to", visit.agency(offer.to())));
                    lines.add(
                            Definition.of(
                                    "Offered",
                                    moment(offer.entry().received()),
                                    by(offer.entry())));
                    offer.entry()
                            .body()
                            .reason()
                            .ifPresent(why -> lines.add(Definition.of("Why", why.value())));
                });
        clock().ifPresent(lines::add);
        return lines;
    }

    /** The clock of an answer that is owed, or of a refusal that is to be settled. */
    private Optional<Definition> clock() {
        return parts.child().duties().stream()
                .filter(DutyRow::open)
                .filter(d ->
                        d.clock().equals("register.move") || d.clock().equals("register.refused"))
                .min(Comparator.comparing(DutyRow::dueAt))
                .map(d -> {
                    var due =
                            RegisterWords.due(London.day(d.dueAt().minusMillis(1)), visit.today());
                    return Definition.of(
                            d.clock().equals("register.move")
                                    ? "Answer due"
                                    : "To be settled, after a refusal",
                            "By " + due.date() + ": " + due.label());
                });
    }

    /** The same in short, for the entry itself. */
    RegisterEntryPage.Area card() {
        List<String> lines = new ArrayList<>();
        handOvers
                .open()
                .ifPresentOrElse(
                        offer ->
                                lines.add(
                                        "Offered to "
                                                + visit.agency(offer.to())
                                                + " "
                                                + moment(offer.entry().received())
                                                + ". Still theirs who answer now, until it is"
                                                + " accepted."),
                        () -> lines.add("No hand-over is open."));
        if (!handOvers.all().isEmpty()) {
            TimelineItem last = item(handOvers.all().getLast());
            lines.add(last.title() + ", " + last.when() + ".");
        }
        clock().ifPresent(c -> lines.add(c.term() + ". " + c.value() + "."));
        lines.add("There is no day without somebody who answers.");
        return new RegisterEntryPage.Area(
                handOvers
                        .open()
                        .map(_ -> new Tag("Offered", Tone.AMBER))
                        .orElse(new Tag("Answers", Tone.GREEN)),
                Wording.recipient(visit, parts.registers().keeper().text()),
                lines);
    }

    private List<TimelineItem> history() {
        List<Entry<HandOver>> all = new ArrayList<>(handOvers.all());
        return all.reversed().stream().map(this::item).toList();
    }

    private TimelineItem item(Entry<HandOver> entry) {
        HandOver body = entry.body();
        String source = visit.agency(entry.fact().source());
        String other =
                entry.fact().references().addressees().stream()
                        .filter(a -> !a.equals(entry.fact().source()))
                        .findFirst()
                        .map((AgencyId a) -> visit.agency(a))
                        .orElse("another area");
        String title =
                switch (body.stage()) {
                    case OFFERED -> "Offered to " + other;
                    case ACCEPTED -> "Accepted by " + source;
                    case REFUSED -> "Refused by " + source;
                    case WITHDRAWN -> "Taken back by " + source;
                };
        return new TimelineItem(
                title,
                by(entry),
                moment(entry.received()),
                body.reason().map(Text::value).orElse(""));
    }

    private String by(Entry<HandOver> entry) {
        String source = visit.agency(entry.fact().source());
        return entry.body().by().map(who -> who.value() + ", " + source).orElse(source);
    }

    private String moment(Instant at) {
        return Words.day(London.day(at)) + " at " + Words.time(London.time(at).toLocalTime());
    }
}
