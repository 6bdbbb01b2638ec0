package sightline.web;

import sightline.core.kernel.London;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.Words;
import sightline.core.library.PublicationPolicy;
import sightline.core.library.PublicationPolicy.Extent;
import sightline.core.library.Reidentification;
import sightline.core.library.Release;
import sightline.core.library.Release.Missing;
import sightline.core.library.ReleaseEntry;
import sightline.core.library.ReleaseFile;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry;
import sightline.core.reviews.ReviewTemplate;
import sightline.library.Publications.Draft;
import sightline.library.Publications.Place;
import sightline.web.view.Page;
import sightline.web.view.page.PublicationPage;
import sightline.web.view.page.PublicationPage.Lack;
import sightline.web.view.page.ReviewPage.Act;
import sightline.web.view.page.ReviewPage.Table;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the page of a review's publication shows. */
final class PublicationParts {
    /** Why what nobody can read yet is not withheld by a form that lacks something. */
    static final String RELEASED_UNREAD =
            "It was not withheld. Two people had released it meanwhile. Withdraw it, if it must not be"
                    + " read";

    private final Visit visit;
    private final String id;
    private final Review review;
    private final Optional<Draft> draft;
    private final List<Place> places;
    private final Optional<Instant> readableFrom;

    /**
     * What is shown.
     *
     * @param readableFrom when it can be read in the library; empty where it is not there
     */
    PublicationParts(
            Visit visit,
            String id,
            Review review,
            Optional<Draft> draft,
            List<Place> places,
            Optional<Instant> readableFrom) {
        this.visit = visit;
        this.id = id;
        this.review = review;
        this.draft = draft;
        this.places = places;
        this.readableFrom = readableFrom;
    }

    /** Whether two people released it as it is. */
    static boolean isOut(ReleaseFile file) {
        return file.out().isPresent();
    }

    /** Why what anybody can read is not withheld, and what to do instead. */
    static String releasedMeanwhile(Instant since) {
        return "It was not withheld. Two people had released it meanwhile, and anybody can read it since "
                + Words.moment(since)
                + ". Withdraw it, if it must not be read";
    }

    Page page(PublicationForms forms, String act, List<Missing> refused) {
        String sent = offered(act);
        List<FormError> errors = new ArrayList<>();
        forms.wrong()
                .forEach((f, w) ->
                        errors.add(
                                new FormError(
                                        w,
                                        sent.equals("report")
                                                ? "report-file"
                                                : "do-" + sent + "-" + f)));
        refused.forEach(m -> errors.add(new FormError(m.sentence() + " " + m.remedy(), "missing")));
        return new PublicationPage(
                visit.frame("Case review " + id + ", publication", "Reviews"),
                new ReviewParts(visit, id, review).head(ReviewParts.PUBLICATION),
                errors,
                state(),
                draft.map(d -> missing(d.file())).orElse(List.of()),
                draft.map(this::facts).orElse(List.of()),
                draft.map(d -> List.of(hits(), done(d.file()))).orElse(List.of()),
                acts().entrySet().stream()
                        .map(a -> act(a.getKey(), a.getValue(), forms, sent))
                        .toList(),
                draft.isPresent() ? upload(forms) : null);
    }

    /** Where something typed is answered: what is offered no more, at what is in its place. */
    private String offered(String act) {
        return act.equals("withhold") && !offers(act) ? "withdraw" : act;
    }

    /** Whether the page has a form for it now. */
    boolean offers(String act) {
        return acts().containsKey(act);
    }

    private PublicationPage.Upload upload(PublicationForms forms) {
        String at = PublicationPages.address(id);
        return new PublicationPage.Upload(
                at + "/report",
                forms.wrong().getOrDefault("file", ""),
                Link.to("The report beside what is published of it", at + "/compare"));
    }

    /** The ways of telling it that were counted; none where there is but one. */
    static List<Reidentification.Counted> ways(Optional<Draft> draft) {
        return draft.flatMap(d -> d.file().newest(ReleaseEntry.Counted.class))
                .map(ReleaseEntry.Counted::ways)
                .filter(w -> w.size() > 1)
                .orElse(List.of());
    }

    /** The key as it was opened: who is called what. */
    Page key(List<Sensitive<String>> lines) {
        Table key =
                new Table(
                        "key",
                        "Who is called what",
                        "Nobody.",
                        List.of("Pseudonym", "Name"),
                        lines.stream().map(l -> List.of(l.value().split("\t", 2))).toList());
        return new PublicationPage(
                visit.frame("Case review " + id + ", key", "Reviews"),
                new ReviewParts(visit, id, review).head(ReviewParts.PUBLICATION),
                List.of(),
                "The key is open on this page alone. That you opened it, and why, is written down.",
                List.of(),
                List.of(),
                List.of(key),
                List.of(),
                null);
    }

    private Extent most(ReleaseFile file) {
        return PublicationPolicy.most(file.begun(), file.order(), visit.today());
    }

    private List<Lack> missing(ReleaseFile file) {
        return isOut(file)
                ? List.of()
                : Release.missing(file, most(file), visit.now()).stream()
                        .map(m ->
                                new Lack(
                                        m == Missing.PROCESS
                                                ? m.sentence().replaceFirst("\\.$", ": ")
                                                        + String.join(", ", file.processes())
                                                        + "."
                                                : m.sentence(),
                                        m.remedy()))
                        .toList();
    }

    private String state() {
        if (draft.isEmpty()) {
            return "No text is kept yet, so nothing can be published. Begin with what it is called and what must not"
                    + " be left in it; the report itself follows as a file, and is redacted beside its original.";
        }
        ReleaseFile file = draft.get().file();
        if (isOut(file)) {
            return "Two people released it." + since(file);
        }
        if (readableFrom.isPresent()) {
            return endsOff(file)
                    ? "It was decided that it leaves the library. It does within a minute."
                    : (isAhead()
                                    ? "An earlier text waits for its minute"
                                    : "An earlier text is in the library")
                            + ", until two people release this one or it is withdrawn."
                            + since(file)
                            + " "
                            + onItsWay(file);
        }
        if (review.takenDown().isPresent()) {
            return "It is taken down for a time."
                    + review.takenDown()
                            .flatMap(ReviewEntry.PublicationDecided::again)
                            .map(d ->
                                    " By "
                                            + Words.day(d)
                                            + ", decide whether it goes up again: two people then release it.")
                            .orElse("");
        }
        return onItsWay(file);
    }

    /** Whether that it goes was decided after it was released. */
    private static boolean endsOff(ReleaseFile file) {
        return file.entries().reversed().stream()
                .filter(e ->
                        e instanceof ReleaseEntry.Released
                                || e instanceof ReleaseEntry.TakenDown
                                || e instanceof ReleaseEntry.Withdrawn
                                || e instanceof ReleaseEntry.Withheld)
                .findFirst()
                .filter(e -> !(e instanceof ReleaseEntry.Released))
                .isPresent();
    }

    /** How near a text is to its release. */
    private String onItsWay(ReleaseFile file) {
        return file.stopped()
                        .map(w ->
                                "Two people had released it. It was withheld on "
                                        + Words.moment(w.at())
                                        + ", before anybody could read it"
                                        + (readableFrom.isEmpty()
                                                ? ", and is not published. "
                                                : ". "))
                        .orElse("")
                + nearness(file);
    }

    private String nearness(ReleaseFile file) {
        int released = file.releasers(most(file)).size();
        if (!missing(file).isEmpty()) {
            return "It cannot be released yet.";
        }
        return released == 0
                ? "Nothing is missing. Two different people release it."
                : "One person released it. A second one, who is somebody else, puts it into the library.";
    }

    /** What came after its release: where it is, what began, and what is to be decided. */
    private String since(ReleaseFile file) {
        if (readableFrom.isEmpty()) {
            return file.processes().isEmpty()
                    ? " It is not in the library. Put it there."
                    : " It is not in the library: "
                            + names(file.processes())
                            + " began before it could be put there, and holds it.";
        }
        String embargo =
                readableFrom
                        .filter(_ -> isAhead())
                        .map(m ->
                                " Nobody can read it in the library before "
                                        + Words.moment(m)
                                        + ".")
                        .orElse("");
        if (review.holds().isEmpty()) {
            return embargo + untilThen(file);
        }
        List<Review.Hold> open =
                review.holds().stream().filter(h -> review.keptUp(h).isEmpty()).toList();
        return embargo + untilThen(file) + (open.isEmpty() ? decided() : undecided(open));
    }

    /** An earlier text stays until the minute of one that two people released. */
    private String untilThen(ReleaseFile file) {
        return file.embargo()
                .filter(_ -> isOutWhole(file) && !isAhead())
                .filter(visit.now()::isBefore)
                .map(m ->
                        " An earlier text stays in the library until "
                                + Words.moment(m)
                                + "; this one then takes its place.")
                .orElse("");
    }

    /** Whether two people released as much of it as may be published. */
    private boolean isOutWhole(ReleaseFile file) {
        return file.releasers(most(file)).size() > 1;
    }

    /** Whether the minute from which it can be read is still to come. */
    private boolean isAhead() {
        return readableFrom.filter(visit.now()::isBefore).isPresent();
    }

    private String decided() {
        return (isAhead() ? " It goes into the library while " : " It stays in the library while ")
                + names(processes(review.holds()))
                + " runs: that was decided.";
    }

    private String undecided(List<Review.Hold> open) {
        return (isAhead() ? " It is to go into the library, and " : " It is in the library, and ")
                + names(processes(open))
                + " holds publication. Decide whether it stays up"
                + due(open.getFirst())
                + ".";
    }

    private static List<String> processes(List<Review.Hold> holds) {
        return holds.stream().map(h -> h.began().process()).toList();
    }

    private static String names(Collection<String> processes) {
        return String.join(", ", processes);
    }

    private String due(Review.Hold hold) {
        return review.template()
                .flatMap(t -> t.clock(ReviewTemplate.PUBLISHED))
                .map(c -> ", by " + Words.day(c.due(London.day(hold.began().at()))))
                .orElse("");
    }

    private List<Definition> facts(Draft d) {
        ReleaseFile file = d.file();
        List<Definition> facts = new ArrayList<>();
        facts.add(Definition.of("Reference", d.review().reference().value()));
        facts.add(
                Definition.of(
                        "Begun",
                        Words.day(file.begun()),
                        most(file) == Extent.FULL
                                ? "Published in full"
                                : "Published as a summary"));
        facts.add(
                Definition.of(
                        "Children that could be meant",
                        file.newest(ReleaseEntry.Counted.class)
                                .map(this::said)
                                .orElse("Not counted")));
        Optional<ReleaseEntry.HarmAssessed> harm = file.newest(ReleaseEntry.HarmAssessed.class);
        facts.add(
                fact("Harm to surviving children", harm.map(ReleaseEntry.HarmAssessed::children)));
        facts.add(fact("Harm to the family", harm.map(ReleaseEntry.HarmAssessed::family)));
        facts.add(
                fact("Harm to those who spoke", harm.map(ReleaseEntry.HarmAssessed::contributors)));
        file.waiting().ifPresent(w -> facts.add(waits(file, w)));
        facts.addAll(held(file));
        facts.add(
                Definition.of(
                        "Embargo",
                        file.embargo().map(e -> "Until " + Words.moment(e)).orElse("None")));
        Set<String> who = file.releasers(most(file));
        facts.add(
                Definition.of(
                        "Released by",
                        who.isEmpty()
                                ? "Nobody yet"
                                : String.join(", ", who.stream().map(visit::person).toList())));
        return facts;
    }

    /** What holds it, why and who says so; of what held it, how it ended and who says that. */
    private List<Definition> held(ReleaseFile file) {
        List<Definition> held = new ArrayList<>();
        for (Review.Hold hold : review.holds()) {
            held.add(
                    Definition.of(
                            "Held by",
                            ReviewWords.with(hold.began().process(), hold.began().why()),
                            "Since "
                                    + Words.day(London.day(hold.began().at()))
                                    + ", said "
                                    + visit.person(hold.began().by().person())
                                    + lookedAgain(hold)));
        }
        file.entered().forEach(p -> held.add(Definition.of("Held by", p)));
        if (held.isEmpty()) {
            held.add(Definition.of("Held by", "Nothing"));
        }
        List<String> could =
                review.all(ReviewEntry.ProcessBegan.class).stream()
                        .filter(p -> p.holds() == ReviewEntry.Holds.PUBLICATION)
                        .map(ReviewEntry.ProcessBegan::process)
                        .toList();
        review.all(ReviewEntry.ProcessEnded.class).stream()
                .filter(e -> could.contains(e.process()))
                .map(e ->
                        Definition.of(
                                "No longer held by",
                                ReviewWords.with(e.process(), e.how()),
                                Words.day(London.day(e.at()))
                                        + ", said "
                                        + visit.person(e.by().person())))
                .forEach(held::add);
        return held;
    }

    /**
     * Who can let the report in that waits; its text is in nothing that is published or scanned.
     */
    private Definition waits(ReleaseFile file, ReleaseEntry.ReportWaits waits) {
        List<String> keepers =
                file.waitsFor().stream()
                        .map(k -> visit.person(k.one()) + " or " + visit.person(k.other()))
                        .distinct()
                        .toList();
        return Definition.of(
                "Report that waits",
                Wording.count(waits.pages(), "page")
                        + ". The key to the pseudonyms is sealed. Until "
                        + String.join(", then ", keepers)
                        + " puts them in, the text stays as it was.",
                "Came " + Words.moment(waits.at()) + ", from " + visit.person(waits.by()));
    }

    private String lookedAgain(Review.Hold hold) {
        return review.template()
                .flatMap(t -> t.clock(ReviewTemplate.HOLD))
                .map(c -> c.due(London.day(hold.looked())))
                .map(day -> ". Looked at again by " + Words.day(day))
                .orElse("");
    }

    private static Definition fact(String term, Optional<String> said) {
        return Definition.of(term, said.orElse("Not assessed"));
    }

    private Table hits() {
        return new Table(
                "hits",
                "What a scan finds now",
                "Nothing that must not be left is left in this text.",
                List.of("Where", "What", "Passage", "No."),
                places.stream()
                        .map(p ->
                                List.of(
                                        p.where(),
                                        p.what(),
                                        p.passage(),
                                        String.valueOf(p.canary())))
                        .toList());
    }

    private Table done(ReleaseFile file) {
        return new Table(
                "done",
                "What was done",
                "Nothing.",
                List.of("When", "What", "What was said", "Who"),
                file.entries().reversed().stream()
                        .map(e ->
                                List.of(
                                        Words.day(London.day(e.at())),
                                        what(e),
                                        said(e),
                                        visit.person(e.by())))
                        .toList());
    }

    private static String what(ReleaseEntry entry) {
        return switch (entry) {
            case ReleaseEntry.Redacted _ -> "The redaction is done";
            case ReleaseEntry.Scanned _ -> "Scanned";
            case ReleaseEntry.KeySealed _ -> "The key was sealed";
            case ReleaseEntry.KeyOpened _ -> "The key was opened";
            case ReleaseEntry.ReportWaits _ -> "A report waits for its pseudonyms";
            case ReleaseEntry.ReportTaken _ -> "A report was taken in";
            case ReleaseEntry.Counted _ -> "Counted";
            case ReleaseEntry.RiskAccepted _ -> "The risk was accepted";
            case ReleaseEntry.HarmAssessed _ -> "Harm was assessed";
            case ReleaseEntry.FamilyTold _ -> "The family was told";
            case ReleaseEntry.ProcessBegan _ -> "A process began";
            case ReleaseEntry.ProcessEnded _ -> "A process ended";
            case ReleaseEntry.Embargoed _ -> "Embargo";
            case ReleaseEntry.Released _ -> "Released";
            case ReleaseEntry.Withheld _ -> "Withheld";
            case ReleaseEntry.KeptUp _ -> "Stays published";
            case ReleaseEntry.TakenDown _ -> "Taken down for a time";
            case ReleaseEntry.Withdrawn _ -> "Withdrawn";
        };
    }

    private String said(ReleaseEntry entry) {
        return switch (entry) {
            case ReleaseEntry.Redacted r ->
                    Wording.count(r.passagesLeftOut(), "passage") + " left out";
            case ReleaseEntry.Scanned s -> s.hits() + " found. " + s.reason();
            case ReleaseEntry.KeySealed k ->
                    (k.people() == 1 ? "1 person" : k.people() + " people")
                            + "; kept by "
                            + visit.person(k.one())
                            + " and "
                            + visit.person(k.other());
            case ReleaseEntry.KeyOpened k -> k.reason();
            case ReleaseEntry.ReportWaits r -> Wording.count(r.pages(), "page");
            case ReleaseEntry.ReportTaken r -> Wording.count(r.pages(), "page");
            case ReleaseEntry.Counted c ->
                    c.k() + ", told as: " + c.told() + (c.why().isEmpty() ? "" : ". " + c.why());
            case ReleaseEntry.RiskAccepted r -> r.reason();
            case ReleaseEntry.HarmAssessed _ -> "Above";
            case ReleaseEntry.FamilyTold f -> f.how();
            case ReleaseEntry.ProcessBegan p -> p.process();
            case ReleaseEntry.ProcessEnded p -> p.process();
            case ReleaseEntry.Embargoed e -> "Until " + Words.moment(e.until());
            case ReleaseEntry.Released r -> r.extent() == Extent.FULL ? "In full" : "As a summary";
            case ReleaseEntry.Withheld w ->
                    w.reason() + ". Looked at again on " + Words.day(w.lookAgain());
            case ReleaseEntry.KeptUp k -> ReviewWords.with(k.process(), k.reason());
            case ReleaseEntry.TakenDown t ->
                    t.reason() + ". Looked at again on " + Words.day(t.lookAgain());
            case ReleaseEntry.Withdrawn w -> w.reason();
        };
    }

    private Map<String, String> acts() {
        Map<String, String> acts = new java.util.LinkedHashMap<>();
        if (draft.isPresent()) {
            acts.put("key", "Give pseudonyms and seal the key");
            if (draft.get().file().newest(ReleaseEntry.KeySealed.class).isPresent()) {
                acts.put("open-key", "Open the key");
            }
            if (keepsOne(draft.get().file().waitsFor())) {
                acts.put("put-in", "Put pseudonyms into the report that waits");
            }
            acts.put("leave-out", "Leave out whatever the scan finds");
            acts.put("redacted", "The redaction is done");
            acts.put("scan", "Scan the text");
            acts.put("counted", "Count how many children could be meant");
            if (!ways(draft).isEmpty()) {
                acts.put("choose", "Tell it in another way that was counted");
            }
            acts.put("risk", "Accept the risk that fewer than ten could be meant");
            acts.put("harm", "Assess harm");
            acts.put("family", "The family has been told");
            if (!draft.get().file().entered().isEmpty()) {
                acts.put("process-ended", "The trial, inquest or investigation ended");
            }
            if (!isOutWhole(draft.get().file()) || readableFrom.isEmpty()) {
                acts.put("embargo", "Set the minute from which it may be read");
            }
            acts.put("release", "Release it");
            if (decides()) {
                acts.put("decide", "Decide whether it stays in the library");
            }
            if (isOut(draft.get().file()) || readableFrom.isPresent()) {
                if (readableFrom.isEmpty() && draft.get().file().processes().isEmpty()) {
                    acts.put("shelve", "Put it into the library");
                }
                acts.put("withdraw", "Withdraw it");
            } else {
                acts.put("withhold", "Withhold it");
            }
        }
        acts.put("keep", draft.isPresent() ? "Change the text" : "Keep the text");
        return acts;
    }

    /** Whether there is something to decide of what is published, or was taken down for a time. */
    private boolean decides() {
        return (readableFrom.isPresent() && !review.holds().isEmpty())
                || review.takenDown().isPresent();
    }

    private boolean keepsOne(List<ReleaseEntry.KeySealed> keys) {
        String reader = visit.reader().user().value();
        return keys.stream().anyMatch(k -> k.one().equals(reader) || k.other().equals(reader));
    }

    private Act act(String act, String title, PublicationForms forms, String sent) {
        PublicationForms own = act.equals(sent) ? forms : new PublicationForms(visit, Map.of());
        List<Field> fields = new ArrayList<>();
        fields.add(new Field.Hidden("act", act));
        fields.addAll(
                act.equals("decide")
                        ? own.decideFields(processes(review.holds()), review.takenDown().isEmpty())
                        : own.fields(act, draft));
        return new Act(
                title,
                new Form(
                        "do-" + act,
                        PublicationPages.address(id) + (act.equals("open-key") ? "/key" : ""),
                        fields,
                        switch (act) {
                            case "release" -> "Release it";
                            case "open-key" -> "Open it";
                            case "decide" -> "Record the decision";
                            case "shelve" -> "Put it there";
                            case "counted" -> "Count";
                            case "choose" -> "Choose it";
                            case "leave-out" -> "Leave it out";
                            case "put-in" -> "Put them in";
                            default -> "Keep it";
                        },
                        false,
                        ""),
                act.equals(sent));
    }
}
