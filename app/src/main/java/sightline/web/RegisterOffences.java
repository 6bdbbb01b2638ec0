package sightline.web;

import sightline.core.classification.SeriousViolence;
import sightline.core.classification.Verdict;
import sightline.core.classification.ViolenceAgainstChild;
import sightline.core.classification.WhatWouldChange;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Words;
import sightline.web.view.page.RegisterEntryPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Convictions and orders: what each is in law, how that was reached, what would change it. */
final class RegisterOffences {
    private final Visit visit;
    private final Individual subject;

    RegisterOffences(Visit visit, Individual subject) {
        this.visit = visit;
        this.subject = subject;
    }

    List<RegisterEntryPage.Offence> all() {
        List<RegisterEntryPage.Offence> all = new ArrayList<>();
        subject.entries(Conviction.class).stream()
                .filter(e -> subject.did(e.fact()))
                .sorted(Comparator.comparing((Entry<Conviction> e) -> e.day()).reversed())
                .forEach(e -> all.add(conviction(e)));
        subject.about(Supervision.class).stream()
                .sorted(Comparator.comparing((Entry<Supervision> e) -> e.day()).reversed())
                .forEach(e -> all.add(order(e)));
        return all;
    }

    private RegisterEntryPage.Offence conviction(Entry<Conviction> entry) {
        Conviction body = entry.body();
        Verdict verdict = ViolenceAgainstChild.of(body, entry.day());
        List<Definition> lines = new ArrayList<>();
        lines.add(
                Definition.of(
                        "Recorded as",
                        body.offence().wording(),
                        visit.agency(entry.fact().source())));
        body.originalCharge()
                .ifPresent(c -> lines.add(Definition.of("First charged as", c.wording())));
        lines.add(Definition.of("Victim", victim(body)));
        lines.add(Definition.of("How the class was reached", reached(verdict)));
        lines.add(
                Definition.of("What would change it", WhatWouldChange.inWords(body, entry.day())));
        lines.add(Definition.of("Sentence", sentence(entry)));
        return new RegisterEntryPage.Offence(
                (body.caution() ? "Cautioned " : "Convicted ") + Words.day(entry.day()),
                classified(verdict),
                lines);
    }

    private static Tag classified(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Yes _ -> new Tag("Violence against a child", Tone.RED);
            case Verdict.No _ -> new Tag("Not violence against a child", Tone.NEUTRAL);
            case Verdict.Unknown _ -> new Tag("Not known whether against a child", Tone.AMBER);
        };
    }

    private static String reached(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Yes yes -> "By offence and victim, not by title: " + yes.because() + ".";
            case Verdict.No no -> "By offence and victim, not by title: " + no.because() + ".";
            case Verdict.Unknown unknown -> "The record does not say. " + unknown.ask();
        };
    }

    private static String victim(Conviction body) {
        String age =
                ViolenceAgainstChild.victimAge(body)
                        .map(a -> a == 0 ? "A baby under 1" : "Aged " + a)
                        .orElse("Age not recorded: asked of whoever keeps the record");
        return age
                + ViolenceAgainstChild.victimTie(body)
                        .map(t -> ". " + Wording.capital(SeriousViolence.words(t)))
                        .orElse("");
    }

    private String sentence(Entry<Conviction> entry) {
        Conviction body = entry.body();
        Optional<Sentence> later =
                subject.entries(Sentence.class).stream()
                        .filter(s ->
                                s.fact()
                                        .references()
                                        .regarding()
                                        .contains(entry.fact().id().message()))
                        .map(Entry::body)
                        .reduce((_, last) -> last);
        return later.map(Sentence::kind)
                .or(body::sentence)
                .map(k ->
                        Wording.capital(Wording.code(k.name()))
                                + later.flatMap(Sentence::months)
                                        .or(body::months)
                                        .map(m -> ", " + Wording.count(m, "month"))
                                        .orElse(", length not recorded"))
                .orElse("Not recorded");
    }

    private RegisterEntryPage.Offence order(Entry<Supervision> entry) {
        Supervision body = entry.body();
        List<Definition> lines = new ArrayList<>();
        lines.add(
                Definition.of(
                        "What happened",
                        Wording.capital(Wording.code(body.stage().name())),
                        visit.agency(entry.fact().source())));
        lines.add(Definition.of("To", body.ends().map(Words::day).orElse("No end is recorded")));
        body.offence().map(Offence::wording).ifPresent(w -> lines.add(Definition.of("For", w)));
        return new RegisterEntryPage.Offence(
                Wording.capital(Wording.code(body.type().name())) + ", " + Words.day(entry.day()),
                new Tag("Order or supervision", Tone.BLUE),
                lines);
    }
}
