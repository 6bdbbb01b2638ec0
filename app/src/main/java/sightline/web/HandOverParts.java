package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.register.HandOvers;
import sightline.core.screening.Supervised;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.page.RegisterEntryPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who answers for a registered person or their supervision, who is asked to, and how it came to
 * that.
 */
final class HandOverParts {
    private static final String CHANGED =
            "Nothing was kept: the offer that you looked at was answered or taken back, or another was"
                    + " made, before you sent the form.";
    private static final String SEND_AGAIN =
            " What you typed stands in the form. Look at what stands now, and send it again if it"
                    + " still holds.";
    private static final String COPY =
            " It is not kept: copy what you need before you leave the page, and look at what stands"
                    + " now.";

    private final Visit visit;
    private final HandedOver about;
    private final HandOverMatter matter;
    private final HandOvers handOvers;

    HandOverParts(Visit visit, HandedOver about) {
        this.visit = visit;
        this.about = about;
        this.matter = about.matter();
        this.handOvers = about.handOvers();
    }

    Page page(HandOverForms forms, String note) {
        return new RegisterActPage(
                visit.frame(
                        matter.title() + ": " + about.name(),
                        matter == HandOverMatter.CASE ? "Children" : "Register"),
                about.identity(),
                forms.errors(),
                note,
                words().stands(),
                state(),
                lines(),
                forms.forms(),
                nobodyElse(),
                new RegisterActPage.Aside("How a hand-over runs", words().runs()),
                words().history() + ", newest first",
                history(),
                words().none());
    }

    /**
     * The page for a form that was sent when something else stood already: what came since, and all
     * that was typed.
     */
    Page changed(HandOverForms forms) {
        String since =
                forms.cameSince().stream()
                        .map(this::item)
                        .map(item -> item.title() + ", " + item.when())
                        .collect(Collectors.joining("; "));
        List<String> typed = forms.homeless();
        return page(
                forms,
                CHANGED
                        + (since.isEmpty() ? "" : " Since then: " + since + ".")
                        + (typed.isEmpty()
                                ? SEND_AGAIN
                                : " You wrote: " + String.join(" | ", typed) + "." + COPY));
    }

    private HandOverWords words() {
        return HandOverWords.of(matter);
    }

    private String nobodyElse() {
        return words().nobodyElse()
                .formatted(
                        about.agency()
                                .map((AgencyId a) -> visit.agency(a))
                                .orElse(words().nobody()));
    }

    private Tag state() {
        return unheld().isPresent()
                ? new Tag("Your offer counts for nothing", Tone.AMBER)
                : stateOfOffer();
    }

    private Optional<DutyRow> unheld() {
        return about.unheld(visit::ours);
    }

    /** Said to whoever offered what they do not have, whether or not another has it. */
    private Definition countsForNothing(DutyRow duty) {
        return Definition.of(
                "Your offer",
                "It counts for nothing: you are not recorded as having what you offered. Ask whoever"
                        + " has it to offer it, or take yours back.",
                "To be put right by " + due(duty));
    }

    private Tag stateOfOffer() {
        return handOvers
                .open()
                .map(_ -> new Tag("Offered, not yet answered", Tone.AMBER))
                .orElse(new Tag("No hand-over is open", Tone.GREEN));
    }

    private List<Definition> lines() {
        List<Definition> lines = new ArrayList<>();
        unheld().map(this::countsForNothing).ifPresent(lines::add);
        lines.add(Definition.of("Answers today", answers()));
        about.watches().stream().map(this::watch).forEach(lines::add);
        handOvers
                .open()
                .ifPresent(offer -> {
                    lines.add(Definition.of("Offered to", visit.agency(offer.to())));
                    lines.add(
                            Definition.of(
                                    "Offered",
                                    moment(offer.entry().received()),
                                    by(offer.entry())));
                    why(offer.entry()).ifPresent(why -> lines.add(Definition.of("Why", why)));
                    unanswered(offer).ifPresent(lines::add);
                });
        handOvers
                .told()
                .flatMap(t -> t.body().told())
                .ifPresent(t ->
                        lines.add(
                                Definition.of(
                                        "Accepted, as told",
                                        told(t),
                                        "Waits for a second person to confirm it")));
        clock().ifPresent(lines::add);
        owed().ifPresent(duty -> lines.addAll(escalation(duty)));
        lines.addAll(about.open());
        return lines;
    }

    /** What was written with it: of a case an entry of its own, which not everybody reads. */
    private Optional<String> why(Entry<HandOver> entry) {
        return entry.body().reason().map(Text::value).or(() -> about.wordsWith(entry));
    }

    /** How long a case is offered, and until when whoever was asked reads without answering. */
    private Optional<Definition> unanswered(HandOvers.Offer offer) {
        if (matter != HandOverMatter.CASE) {
            return Optional.empty();
        }
        LocalDate until = London.day(offer.readUntil());
        long days = London.day(offer.entry().received()).until(visit.today(), ChronoUnit.DAYS);
        return Optional.of(
                Definition.of(
                        "Not answered for",
                        Wording.count(days, "day"),
                        visit.today().isAfter(until)
                                ? "They have read the record until "
                                        + Words.day(until)
                                        + " and read it no more. Take the offer back and offer it again."
                                : "They may read the record until "
                                        + Words.day(until)
                                        + ", or until they refuse."));
    }

    private String answers() {
        return about.answers()
                .map(r -> Wording.recipient(visit, r.text()))
                .orElse(words().unknown());
    }

    private Definition watch(Supervised.Watch watch) {
        String ends =
                watch.ends()
                        .map(day -> (watch.ended() ? "Ended on " : "Ends on ") + Words.day(day))
                        .orElse("No last day is recorded");
        return Definition.of(
                Wording.capital(Wording.code(watch.type().name())), ends, visit.agency(watch.by()));
    }

    /** The duty that is open, the most urgent first. */
    private Optional<DutyRow> owed() {
        return about.child().duties().stream()
                .filter(DutyRow::open)
                .filter(d -> matter.answering(d) || matter.settling(d))
                .min(Comparator.comparing(DutyRow::dueAt));
    }

    /** The clock of an answer that is owed, or of what is to be settled. */
    private Optional<Definition> clock() {
        return owed().map(d -> Definition.of(term(d), "By " + due(d)));
    }

    private String due(DutyRow duty) {
        var due = RegisterWords.due(London.day(duty.dueAt().minusMillis(1)), visit.today());
        return due.date() + ": " + due.label();
    }

    private String term(DutyRow duty) {
        if (matter.answering(duty)) {
            return "Answer due";
        }
        return duty.clock().endsWith(".refused")
                ? "To be settled, after a refusal"
                : "To be handed over";
    }

    /** Who was told because nobody acted, and who is told next. */
    private List<Definition> escalation(DutyRow duty) {
        var duties = new DutyParts(visit);
        List<Definition> lines = new ArrayList<>();
        String told = duties.told(duty);
        if (!told.isEmpty()) {
            lines.add(Definition.of("Late", told));
        }
        lines.add(Definition.of("Told next, if nobody acts", duties.next(duty)));
        return lines;
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
                answers(),
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
                        .orElse("others");
        String title =
                switch (body.stage()) {
                    case OFFERED ->
                            handOvers.idle(entry)
                                    ? "Offered to %s by %s, who did not have it: it counts for nothing"
                                            .formatted(other, source)
                                    : "Offered to " + other;
                    case ACCEPTED -> "Accepted by " + source;
                    case REFUSED -> "Refused by " + source;
                    case WITHDRAWN -> "Taken back by " + source;
                    case ACCEPTANCE_TOLD -> "Accepted by " + other + ", as " + source + " was told";
                    case ACCEPTANCE_CONFIRMED ->
                            "Confirmed by a second person: accepted by " + other;
                };
        return new TimelineItem(
                title,
                by(entry),
                moment(entry.received()),
                Stream.concat(body.told().map(HandOverParts::told).stream(), why(entry).stream())
                        .collect(Collectors.joining(". ")));
    }

    /** Who accepted, as it was told. */
    static String told(HandOver.ToldAcceptance told) {
        return told.who().value()
                + ", on "
                + Words.day(told.on())
                + ", reference "
                + told.reference().value();
    }

    private String by(Entry<HandOver> entry) {
        String source = visit.agency(entry.fact().source());
        return entry.body().by().map(who -> who.value() + ", " + source).orElse(source);
    }

    private String moment(Instant at) {
        return Words.day(London.day(at)) + " at " + Words.time(London.time(at).toLocalTime());
    }
}
