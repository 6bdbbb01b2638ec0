package sightline.web;

import sightline.alerts.DutyRow;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.facts.SharedBody.Disclosure.Told;
import sightline.core.facts.SharedBody.DisclosureAsked;
import sightline.core.facts.SharedBody.DisclosureStage;
import sightline.core.facts.SharedBody.Route;
import sightline.core.household.Entry;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.page.RegisterEntryPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may be told what of a person, on a register or not, what was decided and what was said. */
final class DisclosureParts {
    private final Visit visit;
    private final RegisterParts parts;
    private final List<Disclosures> all;

    DisclosureParts(Visit visit, RegisterParts parts) {
        this.visit = visit;
        this.parts = parts;
        this.all =
                Disclosures.of(
                        parts.child().family().around().subject(),
                        parts.child().duties(),
                        parts::keepsOf);
    }

    Page page(DisclosureForms forms, String note) {
        return new RegisterActPage(
                visit.frame("Disclosure: " + parts.name(), "Register"),
                parts.identity("", RegisterParts.DISCLOSURE),
                forms.errors(),
                note,
                "What is open",
                state(),
                lines(forms.typedInVain()),
                forms.forms(),
                parts.covered()
                        ? "The register keeper of "
                                + visit.agency(parts.registers().keeper().agency())
                                + " decides what is told."
                        : "The register keepers of the police that were asked decide what is told.",
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
                                        + " first checks in 24 hours; the days until the decision are"
                                        + " unconfirmed (child sex offender disclosure scheme).",
                                "The person that it is about is never told who applied, unless somebody"
                                        + " looked at it and no harm comes of it. Whoever is refused hears"
                                        + " that it was looked at, and nothing of what is held.",
                                "Until two people confirm who somebody is, only social care, the register"
                                        + " keeper and a probation officer in charge are told.",
                                "Nothing is sent by this system. This page is read by few, and each"
                                        + " reading is recorded.")),
                "Decided and said, newest first",
                history(),
                "Nobody has asked whether anybody is told, in what you may see.");
    }

    /** What was told and what withheld, in short, for the entry, newest first. */
    RegisterEntryPage.Disclosed made() {
        return new RegisterEntryPage.Disclosed(
                "Disclosures (%d)".formatted(all.size()),
                Link.to("Open the disclosures", parts.address() + "/disclosures"),
                all.stream()
                        .map(d ->
                                new TimelineItem(
                                        outcome(d)
                                                + ": "
                                                + DisclosureWords.to(d.asked().body().to()),
                                        visit.agency(d.asked().fact().source()),
                                        moment(
                                                d.said()
                                                        .or(d::decided)
                                                        .map(Entry::fact)
                                                        .orElse(d.asked().fact())),
                                        ""))
                        .toList());
    }

    private static String outcome(Disclosures question) {
        if (question.danger().isPresent()) {
            return "Danger was found";
        }
        if (question.open()) {
            return "To be decided";
        }
        if (question.outOfSight()) {
            return "Settled; how is not open to you";
        }
        if (question.toBeSaid()) {
            return "Decided to tell";
        }
        return question.decided().filter(d -> d.body().made()).isPresent()
                ? "Told"
                : "Decided not to tell";
    }

    private Tag state() {
        if (all.stream().anyMatch(d -> d.danger().isPresent())) {
            return new Tag("Danger: act at once", Tone.RED);
        }
        long open = all.stream().filter(Disclosures::waits).count();
        return open == 0
                ? new Tag("Nothing is open", Tone.GREEN)
                : new Tag(Wording.count(open, "question") + " open", Tone.AMBER);
    }

    private List<Definition> lines(List<Definition> first) {
        List<Definition> lines = new ArrayList<>(first);
        all.stream()
                .filter(Disclosures::waits)
                .forEach(d ->
                        lines.add(
                                Definition.of(
                                        DisclosureWords.to(d.asked().body().to()),
                                        why(d),
                                        waiting(d))));
        if (lines.size() == first.size()) {
            lines.add(Definition.of("Questions", "None waits for a decision."));
        }
        return lines;
    }

    private String waiting(Disclosures question) {
        List<String> waits = new ArrayList<>();
        question.danger()
                .ifPresent(d -> waits.add("Danger was found: act at once. " + due(d.fact())));
        if (question.open()) {
            waits.add("To be decided. " + due(question.asked().fact()));
        }
        question.decided()
                .filter(_ -> question.toBeSaid())
                .ifPresent(d -> waits.add("To be said. " + due(d.fact())));
        question.decided()
                .filter(_ -> question.toBeAnswered())
                .ifPresent(d -> waits.add("Whoever applied is to be answered. " + due(d.fact())));
        return sentences(waits);
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
            String whom = DisclosureWords.to(question.asked().body().to());
            if (question.outOfSight()) {
                items.add(
                        new TimelineItem(
                                "Settled: " + whom,
                                "",
                                "On a day that is not open to you",
                                "Whether to tell was decided. How is not open"
                                        + " to you: ask the register keeper of %s."
                                                .formatted(
                                                        visit.agency(
                                                                question.asked()
                                                                        .fact()
                                                                        .source()))));
            }
            question.said()
                    .filter(s -> question.decided().filter(s::equals).isEmpty())
                    .ifPresent(s ->
                            items.add(
                                    item(
                                            (s.body().made() ? "Said: " : "Answered: ") + whom,
                                            s.fact(),
                                            s.body().by(),
                                            said(question, s.body()))));
            question.decided()
                    .ifPresent(d ->
                            items.add(
                                    item(
                                            (d.body().made()
                                                            ? "Decided to tell: "
                                                            : "Decided not to tell: ")
                                                    + whom,
                                            d.fact(),
                                            d.body().by(),
                                            decided(d.body()))));
            for (Entry<DisclosureStage> stage : question.stages().reversed()) {
                items.add(
                        item(
                                DisclosureWords.stage(stage.body().stage())
                                        + (stage.body().danger() ? ": danger" : ""),
                                stage.fact(),
                                stage.body().by(),
                                stage.body().words().map(Text::value).orElse("")));
            }
            items.add(
                    new TimelineItem(
                            "Asked: " + whom,
                            visit.agency(question.asked().fact().source()),
                            moment(question.asked().fact()),
                            asked(question)));
        }
        return items;
    }

    private String said(Disclosures question, Disclosure body) {
        List<String> words = new ArrayList<>();
        String said = body.said().map(Text::value).orElse("");
        words.add(
                body.told()
                                .filter(_ -> body.made() || !hides(question))
                                .map(t -> t.whom().value() + ": ")
                                .orElse("")
                        + said);
        body.told()
                .flatMap(Told::undertaking)
                .map(u ->
                        switch (u) {
                            case SIGNED -> "An undertaking of confidentiality was signed.";
                            case REFUSED -> "An undertaking of confidentiality was refused.";
                            case NOT_ASKED -> "No undertaking of confidentiality was asked for.";
                        })
                .ifPresent(words::add);
        body.told()
                .flatMap(Told::subject)
                .ifPresent(s ->
                        words.add(
                                (s.learns()
                                                ? "The person learns that it was said: "
                                                : "The person does not learn of it: ")
                                        + s.why().value()));
        return sentences(words);
    }

    private static String decided(Disclosure body) {
        List<String> words = new ArrayList<>(List.of(body.basis()));
        body.reason().map(Text::value).ifPresent(words::add);
        body.less().map(less -> "Why less would not do: " + less.value()).ifPresent(words::add);
        return sentences(words);
    }

    /** Who applied is for those who answer the question alone. */
    private String asked(Disclosures question) {
        DisclosureAsked body = question.asked().body();
        List<String> words = new ArrayList<>();
        body.route().map(DisclosureWords::route).ifPresent(words::add);
        body.applicant().map(DisclosureWords::applicant).ifPresent(words::add);
        body.asker()
                .map(asker ->
                        parts.decidesToTell(question.asked().fact().source())
                                ? "Applied: "
                                        + asker.value()
                                        + (body.askerMayBeKnown()
                                                ? ""
                                                : ". The person is never told who applied")
                                : "Who applied is for those who decide alone")
                .ifPresent(words::add);
        body.who().map(who -> "To be told: " + who.value()).ifPresent(words::add);
        words.add(why(question));
        return sentences(words);
    }

    /** What somebody applied with tells who they are. */
    private String why(Disclosures question) {
        return hides(question)
                ? "What was asked is for those who decide alone"
                : question.asked().body().why().value();
    }

    /** Whether the reader is not to know who applied: they do not decide, and it may harm. */
    private boolean hides(Disclosures question) {
        DisclosureAsked body = question.asked().body();
        return body.route().filter(Route.RIGHT_TO_ASK::equals).isPresent()
                && !body.askerMayBeKnown()
                && !parts.decidesToTell(question.asked().fact().source());
    }

    private static String sentences(List<String> words) {
        return words.stream()
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .map(w -> w.endsWith(".") ? w : w + ".")
                .collect(Collectors.joining(" "));
    }

    private TimelineItem item(String title, Fact fact, Optional<Text> by, String text) {
        String source = visit.agency(fact.source());
        return new TimelineItem(
                title,
                by.map(who -> who.value() + ", " + source).orElse(source),
                moment(fact),
                text);
    }

    private static String moment(Fact fact) {
        var at = fact.times().received();
        return Words.day(London.day(at)) + " at " + Words.time(London.time(at).toLocalTime());
    }
}
