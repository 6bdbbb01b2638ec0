package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.kernel.PersonId;
import sightline.feeds.Drafts;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.ErrorPage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what is being written: by itself while somebody types, or by the button "Save draft". */
@PageController
final class DraftPages {
    private static final Set<String> OF_THE_PAGE =
            Set.of("_csrf", EntryForm.ONCE, InjuryForm.DO, DraftAbout.FIELD, PhotographPages.FILE);
    private static final String NAME = "[A-Za-z0-9-]{1,160}";

    private static final String PERSON = "[0-9a-f]{32}";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final String MORE =
            " Another draft of this form waits, of a record that is this person’s too: it comes back"
                    + " when this one is sent.";

    private static final String KEPT_OF_IT =
            " What you sent is kept as your draft for 7 days: it comes back in the form of whoever has"
                    + " that record now.";

    static final String TOO_LONG = "It could not be kept: it is too long, or its record has ended";

    private static final String NOT_KEPT =
            " What you sent was not kept. What you wrote stands below, to be copied.";

    private final Drafts drafts;
    private final ChildReading children;

    DraftPages(Drafts drafts, ChildReading children) {
        this.drafts = drafts;
        this.children = children;
    }

    /** The forms that keep drafts, each with the page that shows it. */
    enum Kind {
        RECORD("record", "/children/%s/record"),
        /** About a child, a set, a person and a question, with two hyphens between. */
        ASSESSMENT("assessment", "/children/%s/assessments/%s/%s/%s"),
        RETURN_HOME("return-home", "/children/%s/decisions/return-home"),
        CLOSE_CASE("close-case", "/children/%s/decisions/close-case"),
        THRESHOLD_NOT_MET("threshold-not-met", "/children/%s/decisions/threshold-not-met"),
        END_SUPERVISION("end-supervision", "/children/%s/decisions/end-supervision"),
        DISSENT("dissent", "/children/%s/decisions"),
        /** What an assessment tells besides its answers. */
        ACCOUNT("assessment-account", "/children/%s/assessments/%s"),
        REFERRAL("referral", "/children/%s/referral"),
        /** About a child who was not found: one at a time, and "new" is all that names it. */
        REFERRAL_NEW("referral-new", "/referrals/%s"),
        MEETING("meeting", "/children/%s/meetings/%s"),
        INJURY("injury", "/children/%s/injury"),
        STRATEGY("strategy", "/children/%s/strategy-pack"),
        DUTY_DONE("duty-done", "/duties/%s"),
        DUTY_ANSWER("duty-answer", "/duties/%s"),
        DUTY_ENDED("duty-ended", "/duties/%s"),
        ALERT_ACKNOWLEDGE("alert-acknowledge", "/alerts/%s"),
        ALERT_DISPUTE("alert-dispute", "/alerts/%s"),
        ALERT_ADD("alert-add", "/alerts/%s"),
        ALERT_ANSWER("alert-answer", "/alerts/%s"),
        MATCH("match", "/matches/%s"),
        PHOTOGRAPH("photograph", "/children/%s/photographs"),
        NOTIFICATION("notification", "/register/%s/notification");

        private final String slug;
        private final String page;

        Kind(String slug, String page) {
            this.slug = slug;
            this.page = page;
        }

        private static Optional<Kind> of(String slug) {
            return Arrays.stream(values()).filter(k -> k.slug.equals(slug)).findFirst();
        }

        private String page(String about) {
            Object[] names = about.split("--", -1);
            return names.length == page.split("%s", -1).length - 1
                    ? page.formatted(names)
                    : "/children";
        }

        /** The address that keeps a draft of a form about that. */
        String address(String about) {
            return "/drafts/" + slug + "/" + about;
        }

        String address(DraftAbout about) {
            return address(about.address());
        }

        private String form(String name) {
            return slug + "|" + name;
        }

        private List<String> forms(List<String> names) {
            return names.stream().map(this::form).toList();
        }

        /** What was being written about that. */
        Optional<Found> find(Drafts drafts, Visit visit, String about) {
            return find(drafts, visit, DraftAbout.of(about));
        }

        Optional<Found> find(Drafts drafts, Visit visit, DraftAbout about) {
            return drafts.find(
                            visit.reader(), form(about.name()), forms(about.others()), visit.now())
                    .map(d ->
                            new Found(
                                    d.fields().entrySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Map.Entry::getKey,
                                                            e -> e.getValue().value())),
                                    "Your draft was brought back. You saved it "
                                            + Wording.moment(d.savedAt(), visit.today())
                                            + ". It is kept for 7 days, and nobody else sees it."
                                            + (d.more() ? MORE : "")));
        }

        /** The same; nothing typed and nothing to say of it where there is none. */
        Found resumed(Drafts drafts, Visit visit, String about) {
            return resumed(drafts, visit, DraftAbout.of(about));
        }

        Found resumed(Drafts drafts, Visit visit, DraftAbout about) {
            return find(drafts, visit, about).orElseGet(() -> new Found(Map.of(), ""));
        }

        /**
         * Keeps what was sent and not taken, so that it outlives the page that asks for more;
         * another window's words that whoever sent this had not seen stand, and the page says so.
         */
        Optional<Object> saveSent(
                Drafts drafts,
                Visit visit,
                HttpServletResponse response,
                DraftAbout about,
                Map<String, String> typed) {
            return saveSeen(drafts, visit, about, typed) == Drafts.Saved.WRITTEN_ELSEWHERE
                    ? Optional.of(elsewhere(visit, response, typed))
                    : Optional.empty();
        }

        /** The same, for whoever says it in their own way. */
        Drafts.Saved saveSeen(
                Drafts drafts, Visit visit, DraftAbout about, Map<String, String> typed) {
            return drafts.save(
                    visit.reader(),
                    form(about.name()),
                    written(typed),
                    EntryForm.window(typed.getOrDefault(EntryForm.ONCE, "")),
                    visit.now());
        }

        /**
         * A form came about somebody whose page does not open, or does no longer: what was written
         * stays with its writer.
         */
        Page refused(
                Drafts drafts,
                Visit visit,
                HttpServletResponse response,
                Map<String, String> typed,
                SentAbout about) {
            return refused(
                    visit, response, typed, about, keep(drafts, visit, typed, Optional.empty()));
        }

        /** Keeps it under the name that the form carried, with the file that was chosen in it. */
        boolean keep(Drafts drafts, Visit visit, Map<String, String> typed, Optional<byte[]> file) {
            String name = typed.getOrDefault(DraftAbout.FIELD, "");
            return name.matches(NAME)
                    && drafts.save(
                                    visit.reader(),
                                    form(name),
                                    written(typed),
                                    EntryForm.window(typed.getOrDefault(EntryForm.ONCE, "")),
                                    visit.now())
                            == Drafts.Saved.KEPT
                    && file.map(f -> drafts.attach(visit.reader(), form(name), f)).orElse(true);
        }

        /** Says so. */
        Page refused(
                Visit visit,
                HttpServletResponse response,
                Map<String, String> typed,
                SentAbout about,
                boolean kept) {
            return about instanceof SentAbout.Another(PersonId there)
                    ? SentAbout.refused(
                            visit,
                            response,
                            Optional.of(typed.getOrDefault(DraftAbout.FIELD, ""))
                                    .filter(_ -> kept)
                                    .map(name -> address(there.value() + "/" + name)),
                            wrote(typed))
                    : kept
                            ? none(visit, response, KEPT_OF_IT, List.of())
                            : none(visit, response, NOT_KEPT, wrote(typed));
        }

        /** Keeps a file that was chosen with the draft; false where there is none. */
        boolean attach(Drafts drafts, Visit visit, DraftAbout about, byte[] file) {
            return drafts.attach(visit.reader(), form(about.name()), file);
        }

        Optional<byte[]> attached(Drafts drafts, Visit visit, DraftAbout about) {
            return drafts.attached(visit.reader(), form(about.name()));
        }

        /** Those of this form that hold a file, those that end first before the others. */
        List<Drafts.Waiting> waiting(Drafts drafts, Visit visit) {
            return drafts.withFiles(visit.reader(), slug + "|", visit.now());
        }

        /** Where one of them is shown. */
        String address(Drafts.Waiting waiting, String page) {
            String name = waiting.form().substring(slug.length() + 1);
            return address((page.isEmpty() ? name : page) + "/" + name);
        }

        boolean hasAttached(Drafts drafts, Visit visit, DraftAbout about) {
            return drafts.hasAttached(visit.reader(), form(about.name()));
        }

        void detach(Drafts drafts, Visit visit, DraftAbout about) {
            drafts.detach(visit.reader(), form(about.name()));
        }

        /** It was sent. */
        void forget(Drafts drafts, Visit visit, String about) {
            drafts.forget(visit.reader(), form(about));
        }

        /**
         * The same; and what that showing of the form kept under a name from before a join.
         *
         * @param typed the form as it was sent
         */
        void forget(Drafts drafts, Visit visit, DraftAbout about, Map<String, String> typed) {
            drafts.forget(
                    visit.reader(),
                    form(about.name()),
                    forms(about.others()),
                    EntryForm.window(typed.getOrDefault(EntryForm.ONCE, "")));
        }
    }

    /** A draft that was found, and what is said of it. */
    record Found(Map<String, String> typed, String note) {
        Found {
            typed = Map.copyOf(typed);
        }

        @Override
        public String toString() {
            return "Found[redacted]";
        }
    }

    @PostMapping({"/drafts/{kind}/{about}", "/drafts/{kind}/{about}/{name}"})
    Object keep(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String kind,
            @PathVariable String about,
            @PathVariable Optional<String> name,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "Sec-Fetch-Mode", defaultValue = "navigate") String mode) {
        Optional<Kind> known = Kind.of(kind);
        String keptAs = name.orElse(about);
        if (known.isEmpty() || !about.matches(NAME) || !keptAs.matches(NAME)) {
            return ResponseEntity.notFound().build();
        }
        Drafts.Saved saved =
                drafts.save(
                        visit.reader(),
                        known.get().form(keptAs),
                        written(typed),
                        EntryForm.window(typed.getOrDefault(EntryForm.ONCE, "")),
                        visit.now());
        if (mode.equals("navigate")) {
            return switch (saved) {
                case KEPT -> shown(visit, response, known.get(), about, keptAs);
                case TOO_LONG -> {
                    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                    yield ErrorPage.of(
                            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                            visit.frame("", ""),
                            "");
                }
                case WRITTEN_ELSEWHERE -> elsewhere(visit, response, typed);
                case ENDED -> Answers.nobody(visit, response);
            };
        }
        return ResponseEntity.status(
                        switch (saved) {
                            case KEPT -> HttpStatus.NO_CONTENT;
                            case WRITTEN_ELSEWHERE -> HttpStatus.CONFLICT;
                            case TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
                            case ENDED -> HttpStatus.GONE;
                        })
                .build();
    }

    /** The page of a draft of which a list told. */
    @GetMapping("/drafts/{kind}/{about}/{name}")
    Object open(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String kind,
            @PathVariable String about,
            @PathVariable String name) {
        return Kind.of(kind)
                .filter(_ -> about.matches(NAME) && name.matches(NAME))
                .filter(k -> drafts.find(visit.reader(), k.form(name), visit.now()).isPresent())
                .map(k -> shown(visit, response, k, about, name))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    /** The page of its form: of whoever has by now the record that names the draft. */
    private Object shown(
            Visit visit, HttpServletResponse response, Kind kind, String about, String name) {
        if (about.equals(name)) {
            return "redirect:" + kind.page(about);
        }
        return Stream.of(name, about)
                .flatMap(page -> holder(visit, DraftAbout.child(page), name).stream())
                .findFirst()
                .<Object>map(id -> "redirect:" + kind.page(DraftAbout.of(name, id)))
                .orElseGet(() -> none(visit, response, KEPT_OF_IT, List.of()));
    }

    private Optional<PersonId> holder(Visit visit, String child, String name) {
        return child.matches(PERSON)
                        && children.child(visit.reader(), new PersonId(child), "/children/drafts")
                                instanceof Look.Open<Child>(Child open)
                        && DraftAbout.of(visit, open, "").names().contains(DraftAbout.child(name))
                ? Optional.of(open.family().subject().id())
                : Optional.empty();
    }

    private static ErrorPage none(
            Visit visit, HttpServletResponse response, String besides, List<String> wrote) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        ErrorPage none = ErrorPage.of(HttpServletResponse.SC_NOT_FOUND, visit.frame("", ""), "");
        return new ErrorPage(
                none.frame(),
                none.heading(),
                none.happened() + besides,
                Stream.concat(wrote.stream(), none.todo().stream()).toList(),
                "",
                null);
    }

    /**
     * The words of a form that were not kept: shown, as whoever goes back may find the form as it
     * is by now, without them.
     */
    private static List<String> wrote(Map<String, String> typed) {
        Map<String, String> words = written(typed);
        return typed.keySet().stream()
                .filter(f -> !f.equals(PhotographPages.CHOSEN))
                .flatMap(f -> EntryForm.typed(Optional.ofNullable(words.get(f))).stream())
                .filter(w -> !w.matches(PERSON) && !w.matches(UUID))
                .map(w -> "You wrote: " + w)
                .toList();
    }

    /** Another window saved a draft of the form that this one had not seen: it stands. */
    static ErrorPage elsewhere(
            Visit visit, HttpServletResponse response, Map<String, String> typed) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        String heading = "You are writing this in another window";
        return new ErrorPage(
                visit.frame("", "").titled(heading),
                heading,
                "That window saved a draft after this one was opened. It stands; nothing was"
                        + " overwritten, and what you wrote here is not saved: copy what you need of"
                        + " it before you leave this page.",
                Stream.concat(
                                wrote(typed).stream(),
                                Stream.of(
                                        "Open the form again: it brings back what the other window"
                                                + " saved. Add your words there, and choose a file"
                                                + " that you had chosen here again."))
                        .toList(),
                "",
                null);
    }

    /** Without what belongs to the page that it was sent from. */
    private static Map<String, String> written(Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        OF_THE_PAGE.forEach(fields::remove);
        return fields;
    }
}
