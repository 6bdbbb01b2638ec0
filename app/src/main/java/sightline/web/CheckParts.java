package sightline.web;

import sightline.checks.Asked;
import sightline.checks.Checks;
import sightline.core.checks.Checked.Words;
import sightline.core.checks.SourceAnswer;
import sightline.core.checks.Touchpoint;
import sightline.web.view.page.CheckPage;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of checks, and an answer on it in the words of its touchpoint. */
final class CheckParts {
    private static final Duration A_DAY = Duration.ofHours(24);
    static final int ROWS = 20;

    private final Visit visit;
    private final Checks checks;
    private final CheckForms forms;

    CheckParts(Visit visit, Checks checks, CheckForms forms) {
        this.visit = visit;
        this.checks = checks;
        this.forms = forms;
    }

    /**
     * The page.
     *
     * @param from the first of the earlier checks that are listed
     */
    CheckPage page(Optional<Asked> asked, int from) {
        Checks.Page before = checks.newest(visit.reader(), from, ROWS);
        String heading =
                forms.words() ? "Check before you allocate a home" : "Check at a touchpoint";
        var frame = visit.frame(heading, "Checks");
        return new CheckPage(
                frame,
                heading,
                Wording.capital(Wording.moment(visit.now(), visit.today()))
                        + (forms.words()
                                ? ". You see an answer and whom to ring. You never see the reason,"
                                        + " and nor does your system."
                                : ". You see what it rests on, and nothing of any case."),
                forms.words(),
                forms.errors(),
                forms.asking(),
                asked.map(this::answer).orElse(null),
                Link.telephone(frame.desk().telephone()),
                before.checks().stream().map(this::row).toList(),
                pages(from, before));
    }

    private static Pages pages(int from, Checks.Page page) {
        String summary =
                "%d to %d of %d, newest first"
                        .formatted(from + 1, from + page.checks().size(), page.all());
        return new Pages(
                summary,
                from > 0
                        ? Link.to("Newer checks", "/checks?from=" + Math.max(0, from - ROWS))
                        : null,
                from + page.checks().size() < page.all()
                        ? Link.to("Earlier checks", "/checks?from=" + (from + ROWS))
                        : null);
    }

    private CheckPage.Answer answer(Asked asked) {
        long answered = asked.sources().stream().filter(SourceAnswer::answered).count();
        return new CheckPage.Answer(
                css(asked.words()),
                "Answer to check %s, your reference %s. Asked %s"
                        .formatted(
                                asked.number(),
                                asked.reference(),
                                Wording.atMoment(asked.at(), visit.today())),
                asked.number(),
                title(asked),
                asked.words() != Words.CARRY_ON,
                what(asked),
                asked.said().stream()
                        .flatMap(s -> s.steps().stream())
                        .map(s -> new CheckPage.Step(s.text(), s.source(), s.certainty()))
                        .toList(),
                "Which sources answered: %d of %d".formatted(answered, asked.sources().size()),
                asked.sources().stream().map(this::source).toList(),
                asked.rung()
                        .map(r ->
                                "Rung by %s %s."
                                        .formatted(
                                                visit.agency(r.by()),
                                                Wording.atMoment(r.at(), visit.today())))
                        .orElse(""),
                asked.toRing(),
                EntryForm.once(visit.now()) instanceof sightline.web.view.part.Field.Hidden h
                        ? h.value()
                        : "");
    }

    private static String css(Words words) {
        return switch (words) {
            case CARRY_ON -> "ok";
            case CARRY_ON_RING -> "ring";
            case COULD_NOT_CHECK -> "none";
        };
    }

    private String title(Asked asked) {
        return asked.said()
                .map(s ->
                        switch (s.outcome()) {
                            case NO_KNOWN_RISK_RECORDED -> "No known risk is recorded";
                            case NEEDS_CHECKING -> "Needs checking: ring " + desk();
                            case ALERT_RAISED -> "An alert stands: ring " + desk();
                        })
                .orElseGet(() ->
                        switch (asked.words()) {
                            case CARRY_ON -> "Carry on";
                            case CARRY_ON_RING ->
                                    "Carry on; ring " + desk() + " before you allocate";
                            case COULD_NOT_CHECK -> "Could not check: ring " + desk();
                        });
    }

    private String desk() {
        return visit.frame("", "").desk().name();
    }

    private List<CheckPage.Line> what(Asked asked) {
        List<CheckPage.Line> lines = new ArrayList<>();
        if (asked.said().isPresent()) {
            lines.add(
                    new CheckPage.Line(
                            "Go on",
                            "with what you are doing: an answer is no reason to turn anybody away."));
        } else if (asked.words() != Words.COULD_NOT_CHECK) {
            lines.add(
                    new CheckPage.Line(
                            "Carry on:",
                            "go on with the application as you would with any other."));
        }
        switch (asked.words()) {
            case CARRY_ON ->
                    lines.add(
                            new CheckPage.Line(
                                    "No promise:",
                                    "no known risk is recorded by these sources, up to these times."));
            case CARRY_ON_RING ->
                    lines.add(
                            new CheckPage.Line(
                                    "Ring:",
                                    "the desk tells you what you need to know, if anything. It may be about"
                                            + " anyone named, the home, or a record that needs tidying. The page"
                                            + " cannot say which."));
            case COULD_NOT_CHECK ->
                    lines.add(
                            new CheckPage.Line(
                                    "Do not read this as “nothing known”:",
                                    "there is no answer yet. Ring, or check again later."));
        }
        if (asked.words() == Words.COULD_NOT_CHECK && asked.said().isEmpty()) {
            lines.add(
                    new CheckPage.Line(
                            "Until then:",
                            "do not let the application wait, and ring before you allocate."));
        }
        if (asked.toRing()) {
            lines.add(
                    new CheckPage.Line(
                            "If you have not rung by %s,"
                                    .formatted(
                                            Wording.moment(asked.at().plus(A_DAY), visit.today())),
                            "the desk rings you. It owes you that call."));
        }
        return lines;
    }

    private CheckPage.Source source(SourceAnswer source) {
        Tag tag =
                switch (source.state()) {
                    case ANSWERED -> new Tag("Answered", Tone.GREEN);
                    case STALE -> new Tag("Not up to date", Tone.AMBER);
                    case INCOMPLETE -> new Tag("Messages missing", Tone.AMBER);
                    case DOWN -> new Tag("Did not answer", Tone.RED);
                    case NOT_CONNECTED -> new Tag("Not connected", Tone.RED);
                };
        return new CheckPage.Source(
                source.name(),
                tag,
                source.completeUpTo()
                        .map(at -> Wording.moment(at, visit.today()))
                        .map(Wording::capital)
                        .orElse("Not known"));
    }

    private CheckPage.Row row(Asked asked) {
        return new CheckPage.Row(
                Wording.capital(Wording.moment(asked.at(), visit.today())),
                new Link(
                        asked.reference(),
                        "/checks/" + asked.number(),
                        ", check " + asked.number()),
                checks.pack().of(asked.touchpoint()).map(Touchpoint::title).orElse(""),
                asked.said()
                        .map(s ->
                                switch (s.outcome()) {
                                    case NO_KNOWN_RISK_RECORDED -> "No known risk recorded";
                                    case NEEDS_CHECKING -> "Needs checking";
                                    case ALERT_RAISED -> "An alert stands";
                                })
                        .orElseGet(() ->
                                switch (asked.words()) {
                                    case CARRY_ON -> "Carry on";
                                    case CARRY_ON_RING -> "Carry on; ring before you allocate";
                                    case COULD_NOT_CHECK -> "Could not check: ring";
                                }),
                call(asked));
    }

    private Tag call(Asked asked) {
        if (asked.words() == Words.CARRY_ON) {
            return new Tag("Not needed", Tone.NEUTRAL);
        }
        return asked.rung()
                .map(r -> {
                    String who =
                            r.by().equals(visit.account().agency()) ? "You rang " : "Desk rang ";
                    return new Tag(who + Wording.atMoment(r.at(), visit.today()), Tone.GREEN);
                })
                .orElseGet(() ->
                        new Tag(
                                "Not yet. By "
                                        + Wording.moment(asked.at().plus(A_DAY), visit.today()),
                                Tone.AMBER));
    }
}
