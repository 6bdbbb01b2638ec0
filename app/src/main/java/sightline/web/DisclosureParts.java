package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.DisclosureTo;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who may be told what of a registered person, what was decided and what was said. */
final class DisclosureParts {
    private final Visit visit;
    private final RegisterParts parts;
    private final List<Disclosures> all;

    DisclosureParts(Visit visit, RegisterParts parts) {
        this.visit = visit;
        this.parts = parts;
        this.all = Disclosures.of(parts.child().family().around().subject());
    }

    Page page(DisclosureForms forms, String note) {
        return new RegisterActPage(
                visit.frame("Disclosure: " + parts.name(), "Register"),
                parts.identity("", RegisterParts.DISCLOSURE),
                forms.errors(),
                note,
                "What is open",
                state(),
                lines(),
                forms.forms(),
                "The register keeper of "
                        + visit.agency(parts.registers().keeper().agency())
                        + " decides what is told.",
                new RegisterActPage.Aside(
                        "Who may be told what",
                        List.of(
                                "Children’s social care: what they need for the child. A duty under section"
                                        + " 4 of the Children’s Wellbeing and Schools Act 2026 (commencement"
                                        + " not seen), unless it harms the child more than not.",
                                "A school: its safeguarding lead alone, what keeps the child safe there;"
                                        + " never a shared mailbox.",
                                "A partner: what is needed to protect them, in person, within 28 days of"
                                        + " asking (domestic violence disclosure scheme).",
                                "A parent: only whoever is best placed to protect the child, whoever asked;"
                                        + " first checks in 24 hours; the days of the later steps are"
                                        + " unconfirmed (child sex offender disclosure scheme).",
                                "Until two people confirm who somebody is, only social care, the register"
                                        + " keeper and a probation officer in charge are told.",
                                "Nothing is sent by this system. This page is read by few, and each"
                                        + " reading is recorded.")),
                "Decided and said, newest first",
                history(),
                "Nobody has asked whether anybody is told, in what you may see.");
    }

    /** Its clock in short, with what is unconfirmed. */
    static String clock(DisclosureTo to) {
        return switch (to) {
            case SOCIAL_CARE -> "Decided in 24 hours: an area setting (unconfirmed).";
            case SCHOOL -> "Decided in 5 working days: an area setting (unconfirmed).";
            case PARTNER -> "Decided in 28 days.";
            case PARENT ->
                    "First checks in 24 hours; decided in 28 days (unconfirmed: the scheme’s own days"
                            + " were not seen).";
        };
    }

    private Tag state() {
        long open = all.stream().filter(d -> d.open() || d.toBeSaid()).count();
        return open == 0
                ? new Tag("Nothing is open", Tone.GREEN)
                : new Tag(Wording.count(open, "question") + " open", Tone.AMBER);
    }

    private List<Definition> lines() {
        List<Definition> lines = new ArrayList<>();
        all.stream()
                .filter(d -> d.open() || d.toBeSaid())
                .forEach(d ->
                        lines.add(
                                Definition.of(
                                        DisclosureForms.words(d.asked().body().to()),
                                        d.asked().body().why().value(),
                                        (d.open() ? "To be decided. " : "To be said. ")
                                                + due(
                                                        d.open()
                                                                ? d.asked().fact()
                                                                : d.decided()
                                                                        .orElseThrow()
                                                                        .fact()))));
        if (lines.isEmpty()) {
            lines.add(Definition.of("Questions", "None waits for a decision."));
        }
        return lines;
    }

    private String due(Fact start) {
        return parts.child().duties().stream()
                .filter(DutyRow::open)
                .filter(d -> d.key().endsWith("|" + start.id().text()))
                .map(d -> {
                    var due =
                            RegisterWords.due(London.day(d.dueAt().minusMillis(1)), visit.today());
                    return "By " + due.date() + ": " + due.label();
                })
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<TimelineItem> history() {
        List<TimelineItem> items = new ArrayList<>();
        for (Disclosures question : all) {
            String whom = DisclosureForms.words(question.asked().body().to());
            question.said()
                    .ifPresent(s ->
                            items.add(
                                    item(
                                            "Said: " + whom,
                                            s.fact(),
                                            s.body(),
                                            s.body().said().map(Text::value).orElse(""))));
            question.decided()
                    .ifPresent(d ->
                            items.add(
                                    item(
                                            (d.body().made()
                                                            ? "Decided to tell: "
                                                            : "Decided not to tell: ")
                                                    + whom,
                                            d.fact(),
                                            d.body(),
                                            d.body().basis()
                                                    + d.body()
                                                            .reason()
                                                            .map(r -> ". " + r.value())
                                                            .orElse(""))));
            items.add(
                    new TimelineItem(
                            "Asked: " + whom,
                            visit.agency(question.asked().fact().source()),
                            moment(question.asked().fact()),
                            question.asked().body().who().map(w -> w.value() + ". ").orElse("")
                                    + question.asked().body().why().value()));
        }
        return items;
    }

    private TimelineItem item(String title, Fact fact, Disclosure body, String text) {
        String source = visit.agency(fact.source());
        return new TimelineItem(
                title,
                body.by().map(who -> who.value() + ", " + source).orElse(source),
                moment(fact),
                text);
    }

    private static String moment(Fact fact) {
        var at = fact.times().received();
        return Words.day(London.day(at)) + " at " + Words.time(London.time(at).toLocalTime());
    }
}
