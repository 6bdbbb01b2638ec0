package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.Compared;
import sightline.alerts.Hanging;
import sightline.alerts.MatchReview;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.feeds.Drafts;
import sightline.identity.Answered;
import sightline.identity.Answered.Choice;
import sightline.identity.Waiting;
import sightline.web.view.Page;
import sightline.web.view.page.MatchPage;
import sightline.web.view.page.MatchQueuePage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Due;
import sightline.web.view.part.DueTone;
import sightline.web.view.part.Field;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records and addresses that a person compares: the queue, and one pair. */
@PageController
final class MatchPages {
    private static final String ANSWER = "answer";
    private static final String REASON = "reason";
    private static final Map<String, String> KEPT =
            Map.of(
                    "holds",
                    "Your answer holds, and what follows from it is on the records.",
                    "waits",
                    "Your answer is kept. It holds once a second person, of another team, answers alike.");

    private final MatchReview review;
    private final Drafts drafts;

    MatchPages(MatchReview review, Drafts drafts) {
        this.drafts = drafts;
        this.review = review;
    }

    @GetMapping("/matches")
    Page queue(Visit visit, @RequestParam Optional<String> what) {
        boolean places = what.filter("places"::equals).isPresent();
        List<Compared> pairs =
                (places ? review.places(visit.reader()) : review.people(visit.reader()))
                        .stream().filter(p -> new ComparedPlaces(visit, p).shown()).toList();
        long alerts = pairs.stream().filter(p -> p.hanging().alerts() > 0).count();
        String noun = places ? "address" : "record";
        return new MatchQueuePage(
                visit.frame(places ? "Addresses to compare" : "Records to compare", "Compare"),
                Words.weekday(visit.today())
                        + ", "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ". Those on which most hangs first.",
                List.of(
                        new Count(String.valueOf(pairs.size()), "waiting", false, ""),
                        new Count(String.valueOf(alerts), "with an open alert", alerts > 0, "")),
                filter(places),
                pairs.stream().map(p -> row(visit, p)).toList(),
                "No pair of "
                        + noun
                        + (places ? "es" : "s")
                        + " waits among those of which you may see something. Last checked "
                        + Words.time(London.time(visit.now()).toLocalTime())
                        + ".",
                new Pages(Wording.count(pairs.size(), "pair"), null, null));
    }

    private static Filter filter(boolean places) {
        return new Filter(
                "/matches",
                List.of(),
                List.of(
                        new FilterGroup.OneOf(
                                "Compare",
                                "what",
                                List.of(
                                        new Option("people", "Records of people", "", !places),
                                        new Option("places", "Addresses", "", places)))));
    }

    private static MatchQueuePage.Pair row(Visit visit, Compared pair) {
        var parts = new MatchParts(visit, pair);
        return new MatchQueuePage.Pair(
                Link.to(
                        parts.name(pair.first()) + " and " + parts.name(pair.second()),
                        "/matches/" + pair.pair().id()),
                parts.certainty(),
                parts.fields(MatchParts.speakingFor(), "nothing"),
                parts.fields(MatchParts.against(), "nothing known"),
                hanging(pair.hanging()),
                due(visit, pair.hanging()),
                pair.answers().isEmpty()
                        ? "You, or whoever may see it"
                        : "You answered; a second person");
    }

    private static String hanging(Hanging hanging) {
        List<String> hangs = new ArrayList<>();
        if (hanging.alerts() > 0) {
            hangs.add(Wording.count(hanging.alerts(), "open alert"));
        }
        if (hanging.duties() > 0) {
            hangs.add(hanging.duties() == 1 ? "1 open duty" : hanging.duties() + " open duties");
        }
        return hangs.isEmpty() ? "Nothing yet" : String.join(", ", hangs);
    }

    private static Due due(Visit visit, Hanging hanging) {
        Optional<Instant> due = hanging.due();
        if (due.isEmpty()) {
            return new Due("No clock runs", "Nothing waits for it", DueTone.LATER);
        }
        String date = Wording.startingMoment(due.get(), visit.today());
        return due.get().isAfter(visit.now())
                ? new Due(date, "A duty that hangs on it is due", DueTone.SOON)
                : new Due(
                        date,
                        "A duty that hangs on it is "
                                + Wording.length(Duration.between(due.get(), visit.now()))
                                + " late",
                        DueTone.OVER);
    }

    @GetMapping("/matches/{id}")
    Page pair(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Optional<String> kept) {
        return pair(visit, id)
                .map(p -> {
                    Optional<DraftPages.Found> draft =
                            DraftPages.Kind.MATCH.find(drafts, visit, id);
                    return page(
                            visit,
                            p,
                            draft.map(DraftPages.Found::typed).orElse(Map.of()),
                            List.of(),
                            kept.map(k -> KEPT.getOrDefault(k, ""))
                                    .or(() -> draft.map(DraftPages.Found::note))
                                    .orElse(""));
                })
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @PostMapping("/matches/{id}")
    Object answer(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        Optional<Choice> choice =
                Arrays.stream(Choice.values())
                        .filter(c -> slug(c).equals(typed.getOrDefault(ANSWER, "")))
                        .findFirst();
        Optional<String> reason = EntryForm.typed(Optional.ofNullable(typed.get(REASON)));
        if (choice.isEmpty() || reason.isEmpty()) {
            List<FormError> errors = new ArrayList<>();
            if (choice.isEmpty()) {
                errors.add(new FormError("Choose an answer", "decide-" + ANSWER));
            }
            if (reason.isEmpty()) {
                errors.add(
                        new FormError(
                                "Write what you checked and what settles it", "decide-" + REASON));
            }
            return pair(visit, id)
                    .map(p -> page(visit, p, typed, errors, ""))
                    .orElseGet(() -> Answers.nobody(visit, response));
        }
        if (pair(visit, id).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        DraftPages.Kind.MATCH.forget(drafts, visit, id);
        return switch (review.answer(
                visit.reader(), id, choice.get(), new Text(reason.get()), visit.now())) {
            case HOLDS -> "redirect:/matches/" + id + "?kept=holds";
            case WAITS -> "redirect:/matches/" + id + "?kept=waits";
            case NOT_THERE -> Answers.nobody(visit, response);
        };
    }

    private Optional<Compared> pair(Visit visit, String id) {
        return review.pair(visit.reader(), id).filter(p -> new ComparedPlaces(visit, p).shown());
    }

    private static String slug(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Page page(
            Visit visit,
            Compared pair,
            Map<String, String> typed,
            List<FormError> errors,
            String kept) {
        var parts = new MatchParts(visit, pair);
        boolean places = pair.pair() instanceof Waiting.Places;
        return new MatchPage(
                visit.frame(places ? "Compare two addresses" : "Compare two records", "Compare"),
                back(pair, places),
                kept,
                places
                        ? "Are these two addresses the same place?"
                        : "Are these two records the same person?",
                (pair.together() ? "They are held to be one person’s now. " : "")
                        + hanging(pair.hanging())
                        + (pair.hanging().alerts() + pair.hanging().duties() > 0
                                ? " depend on it. "
                                : " depends on it. ")
                        + "An answer can be taken back, and both "
                        + (places ? "spellings" : "source records")
                        + " stay as they are.",
                pair.valuesShown()
                        ? "Values as each source recorded them."
                        : "You may not see one of these records, so you see whether each detail agrees or differs, and no value from either.",
                parts.name(pair.first()),
                parts.name(pair.second()),
                parts.comparisons(),
                answer(pair, parts),
                explanation(pair),
                List.of(settles(pair)),
                deciders(visit, pair),
                "Where a seal, the register or an adoption is touched, two people of different teams answer alike before it holds; each answers without seeing the other’s.",
                form(pair, typed, errors),
                errors,
                effects(pair, parts, places));
    }

    private static Link back(Compared pair, boolean places) {
        return pair.together()
                ? Link.to(
                        "Back to the record",
                        "/children/" + pair.first().people().getFirst().value())
                : Link.to(
                        "Back to what is to be compared",
                        places ? "/matches?what=places" : "/matches");
    }

    /** Whether the two are one person's, and no person decided it. */
    private static boolean byItself(Compared pair) {
        return pair.together() && !pair.decided();
    }

    private static String answer(Compared pair, MatchParts parts) {
        if (pair.decided()) {
            return "Decided by a person";
        }
        if (byItself(pair)) {
            return "Held to be the same person";
        }
        return switch (pair.pair()) {
            case Waiting.People _ ->
                    switch (parts.certainty()) {
                        case CONFIRMED -> "The same person, by what they say";
                        case LIKELY -> "Likely the same person";
                        case POSSIBLE -> "Possibly the same person";
                        case NOT_KNOWN -> "Not known whether they are the same person";
                    };
            case Waiting.Places _ -> "Cannot tell whether they are one place";
        };
    }

    private static String explanation(Compared pair) {
        return switch (pair.pair()) {
            case Waiting.People p ->
                    p.explanation()
                                    .map(e ->
                                            byItself(pair)
                                                    ? JoinedWords.joined(e)
                                                            + " No person has decided it."
                                                    : JoinedWords.why(e.reason()))
                                    .orElse("")
                            + p.held().map(h -> " " + held(h)).orElse("");
            case Waiting.Places p ->
                    "The words alone do not say: " + PlaceWords.inTheWay(p.reason()) + ".";
        };
    }

    private static String held(Held held) {
        return switch (held) {
            case TOO_LITTLE -> "Too little speaks for it to join them without a person.";
            case CONTRADICTED -> "Something speaks against it.";
            case FITS_SEVERAL -> "The record fits two different people equally well.";
            case TOO_MANY_RECORDS ->
                    "The person would have more records than are joined without a person.";
            case COULD_NOT_TELL -> "Somebody looked, and could not tell yet.";
        };
    }

    private static String settles(Compared pair) {
        return pair.pair() instanceof Waiting.People
                ? "What would settle it: an NHS number on both, the full first name and date of birth, or a call to whoever knows them."
                : "What would settle it: the property’s number (UPRN) from both senders, or somebody who has been there.";
    }

    private static List<MatchPage.Decider> deciders(Visit visit, Compared pair) {
        if (pair.answers().isEmpty()) {
            return List.of(
                    new MatchPage.Decider(
                            "You",
                            visit.agency(visit.account().agency()),
                            new Tag("Not yet answered", Tone.NEUTRAL)));
        }
        return pair.answers().stream().map(a -> decider(visit, a)).toList();
    }

    private static MatchPage.Decider decider(Visit visit, Answered answer) {
        boolean own = answer.by().equals(visit.account().id().value());
        return new MatchPage.Decider(
                own ? "You" : "Somebody else",
                Wording.moment(answer.at(), visit.today()) + ": “" + answer.reason().value() + "”",
                answer.appliedAt().isPresent()
                        ? new Tag(label(answer.choice()), Tone.GREEN)
                        : new Tag(
                                label(answer.choice()) + ", waits for a second person",
                                Tone.AMBER));
    }

    private static String label(Choice choice) {
        return switch (choice) {
            case JOIN -> "The same";
            case NOT_THE_SAME -> "Not the same";
            case CANNOT_TELL -> "Cannot tell yet";
            case TAKE_BACK -> "Take the last answer back";
        };
    }

    private static Form form(Compared pair, Map<String, String> typed, List<FormError> errors) {
        List<Option> options = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            if (choice != Choice.TAKE_BACK || pair.decided()) {
                options.add(
                        new Option(
                                slug(choice),
                                label(choice),
                                "",
                                slug(choice).equals(typed.getOrDefault(ANSWER, ""))));
            }
        }
        return new Form(
                "decide",
                "/matches/" + pair.pair().id(),
                List.of(
                        new Field.OneOf(
                                ANSWER,
                                "Your answer",
                                "",
                                EntryForm.error(errors, "decide-" + ANSWER),
                                options),
                        new Field.LongText(
                                REASON,
                                "Why?",
                                "What you checked and what settles it. It stays with the answer.",
                                typed.getOrDefault(REASON, ""),
                                EntryForm.error(errors, "decide-" + REASON),
                                3)),
                "Keep my answer",
                true,
                DraftPages.Kind.MATCH.address(pair.pair().id()));
    }

    /** What each answer changes, said before it is kept. */
    private static List<Definition> effects(Compared pair, MatchParts parts, boolean places) {
        String again =
                pair.hanging().alerts() + pair.hanging().duties() == 0
                        ? ""
                        : " Worked out again: " + hanging(pair.hanging()) + ".";
        List<Definition> effects = new ArrayList<>();
        effects.add(Definition.of("The same", same(pair, parts, places) + again));
        effects.add(Definition.of("Not the same", apart(pair) + again));
        effects.add(Definition.of("Cannot tell yet", open(pair, again)));
        if (pair.decided()) {
            effects.add(
                    Definition.of(
                            "Take the last answer back",
                            "What held before it holds again." + again));
        }
        effects.add(
                Definition.of(
                        "Whatever you answer",
                        "Nobody new is told by itself. Nothing is sent to the people themselves or to their families."));
        return effects;
    }

    private static String same(Compared pair, MatchParts parts, boolean places) {
        if (places) {
            return "One place: "
                    + parts.together()
                    + ". Every rule that asks who lives together is worked out again.";
        }
        return pair.together()
                ? "They stay one person’s, and nothing but a person’s answer takes them apart. Steps that rest on it become Confirmed."
                : "All records of both are one person’s. Alerts and duties of both are worked out again; steps that rest on it become Confirmed.";
    }

    private static String apart(Compared pair) {
        return pair.together()
                ? "They are taken apart, and no later message joins them again. Alerts that rested on it are withdrawn and say so to whoever was told. Another record of theirs goes with the one that it fits clearly better; one that fits both goes with neither, and waits to be compared."
                : "They are kept apart, alerts that rested on it say so, and the pair is not suggested again.";
    }

    private static String open(Compared pair, String again) {
        return pair.together()
                ? "They are taken apart, too, with what follows from it, and wait in the list of what is to be compared until somebody decides."
                        + again
                : "They stay apart and in this list. No clock stops.";
    }
}
