package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import sightline.alerts.ChildReading;
import sightline.alerts.ChildReading.Child;
import sightline.core.chronology.Plainly;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.household.Entry;
import sightline.core.kernel.PersonId;
import sightline.documents.Photograph;
import sightline.facts.Photographs;
import sightline.facts.Photographs.Kept;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.household.Pictures;
import sightline.web.view.Page;
import sightline.web.view.page.PhotographPage;
import sightline.web.view.page.PhotographsPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Photographs of a child's injuries. They are listed, never shown at once; who opens one is in the
 * journal by then. One that was chosen lies in the draft of its form until the form is sent.
 */
@PageController
final class PhotographPages {
    private static final String JOURNALLED = "/children/photographs";
    private static final String ID = "photograph";
    static final String FILE = "file";
    static final String CHOSEN = "chosen";

    /** The child as their page was named when the draft was saved. */
    static final String PAGE = "page";

    private static final String DO = "do";
    private static final String OUT = "out";
    private static final String OF = "of";
    private static final String WHO = "who";
    private static final int LONGEST = 2_000;
    private static final int NAME_LONGEST = 100;
    private static final Pattern KEY =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ChildReading children;
    private final Pictures pictures;
    private final Entries entries;
    private final Drafts drafts;

    PhotographPages(ChildReading children, Pictures pictures, Entries entries, Drafts drafts) {
        this.children = children;
        this.pictures = pictures;
        this.entries = entries;
        this.drafts = drafts;
    }

    @GetMapping("/children/{id}/photographs")
    Page list(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Optional<String> kept) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, JOURNALLED),
                id,
                child -> {
                    DraftPages.Found draft =
                            DraftPages.Kind.PHOTOGRAPH.resumed(
                                    drafts, visit, DraftAbout.of(visit, child, Map.of()));
                    return page(
                            visit,
                            child,
                            TypedForms.of(ID, draft.typed(), List.of()),
                            kept.isPresent() ? "The photograph is kept." : draft.note());
                });
    }

    @PostMapping("/children/{id}/photographs")
    Object add(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @RequestParam Map<String, String> typed,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        List<FormError> errors = new ArrayList<>();
        Map<String, String> fields = new HashMap<>(typed);
        Optional<Photograph> sent = read(file, errors);
        sent.ifPresent(_ -> fields.put(CHOSEN, named(file)));
        Look<Child> look = children.child(visit.reader(), id, JOURNALLED);
        SentAbout about = SentAbout.of(visit, look, typed);
        if (!(about instanceof SentAbout.Them(Child child))) {
            boolean kept =
                    DraftPages.Kind.PHOTOGRAPH.keep(
                            drafts, visit, fields, sent.map(Photograph::jpeg));
            return DraftPages.Kind.PHOTOGRAPH.refused(visit, response, fields, about, kept);
        }
        DraftAbout draft = DraftAbout.of(visit, child, typed);
        boolean out = typed.getOrDefault(DO, "").equals(OUT);
        if (out) {
            fields.remove(CHOSEN);
        }
        Drafts.Saved saved = DraftPages.Kind.PHOTOGRAPH.saveSeen(drafts, visit, draft, fields);
        if (saved == Drafts.Saved.WRITTEN_ELSEWHERE) {
            return DraftPages.elsewhere(visit, response, typed);
        }
        if (saved != Drafts.Saved.KEPT) {
            errors.add(new FormError(DraftPages.TOO_LONG, ID + "-" + WHO));
        }
        if (out) {
            DraftPages.Kind.PHOTOGRAPH.detach(drafts, visit, draft);
        }
        sent.ifPresent(p -> DraftPages.Kind.PHOTOGRAPH.attach(drafts, visit, draft, p.jpeg()));
        String address = new ChildParts(visit, child).address() + "/photographs";
        if (errors.isEmpty() && !typed.getOrDefault(DO, "").isEmpty()) {
            return "redirect:" + address;
        }
        Optional<Photograph> photograph =
                sent.or(() ->
                        DraftPages.Kind.PHOTOGRAPH
                                .attached(drafts, visit, draft)
                                .map(Photograph::kept));
        Optional<Fact> entry = checked(child, fields, photograph, errors);
        if (errors.isEmpty()) {
            submit(visit, child, entry.orElseThrow(), photograph.orElseThrow(), fields, errors);
        }
        if (!errors.isEmpty()) {
            return page(visit, child, TypedForms.of(ID, fields, errors), "");
        }
        DraftPages.Kind.PHOTOGRAPH.forget(drafts, visit, draft, typed);
        return "redirect:" + address + "?kept";
    }

    private static String named(Optional<MultipartFile> file) {
        String name = file.map(MultipartFile::getOriginalFilename).orElse("");
        return name.length() > NAME_LONGEST ? name.substring(0, NAME_LONGEST) : name;
    }

    /** Which entry it is of; with all that is wrong. */
    private static Optional<Fact> checked(
            Child child,
            Map<String, String> typed,
            Optional<Photograph> photograph,
            List<FormError> errors) {
        if (photograph.isEmpty() && errors.isEmpty()) {
            errors.add(new FormError(Photograph.Why.EMPTY.words(), ID + "-" + FILE));
        }
        Optional<Fact> entry =
                injuries(child)
                        .filter(f -> String.valueOf(f.position()).equals(typed.get(OF)))
                        .findFirst();
        if (entry.isEmpty()) {
            errors.add(new FormError("Choose the entry of what it shows", ID + "-" + OF));
        }
        TypedForms.need(errors, typed, ID, WHO, "Write who took it, and when");
        AssessmentForms.tooLong(errors, typed, ID, Set.of(WHO), LONGEST);
        return entry;
    }

    /**
     * Sends the entry, then puts the picture to it. One entry and one picture come of it however
     * often it is sent: their names are made from the picture and from what it shows.
     */
    private void submit(
            Visit visit,
            Child child,
            Fact entry,
            Photograph photograph,
            Map<String, String> typed,
            List<FormError> errors) {
        UUID picture = Photographs.id(entry.subject().orElseThrow(), entry, photograph);
        List<Kept> there = pictures.of(visit.reader(), child.family().subject().id());
        if (there.stream().noneMatch(k -> k.id().equals(picture))
                && there.stream().filter(k -> ofTheSame(child, k, entry)).count()
                        >= Photographs.MOST) {
            errors.add(
                    new FormError(
                            "No more than " + Photographs.MOST + " are kept of one record",
                            ID + "-" + FILE));
            return;
        }
        ObjectNode message = received(visit, child, entry, picture, typed);
        String id = message.path("id").asString("");
        if (!entries.sentBefore(visit.account().agency(), List.of(id)).containsKey(id)) {
            EntryForm.submit(entries, visit, message);
        }
        if (!pictures.keep(
                visit.reader(),
                child.family().subject().id(),
                entry,
                visit.account().agency(),
                photograph)) {
            errors.add(
                    new FormError(
                            "It could not be put to that entry. It stays in your draft",
                            ID + "-" + FILE));
        }
    }

    private static boolean ofTheSame(Child child, Kept kept, Fact entry) {
        return injuries(child)
                .anyMatch(f -> f.position() == kept.of() && f.subject().equals(entry.subject()));
    }

    /** What was chosen now; nothing is wrong where nothing was. */
    private static Optional<Photograph> read(Optional<MultipartFile> file, List<FormError> errors)
            throws IOException {
        byte[] sent = file.isPresent() ? file.get().getBytes() : new byte[0];
        if (sent.length == 0) {
            return Optional.empty();
        }
        return switch (Photograph.read(sent)) {
            case Photograph.Result.Read(Photograph photograph) -> Optional.of(photograph);
            case Photograph.Result.Refused(Photograph.Why why) -> {
                errors.add(new FormError(why.words(), ID + "-" + FILE));
                yield Optional.empty();
            }
        };
    }

    /** That there is one is an entry like any other; the picture itself is in none. */
    private static ObjectNode received(
            Visit visit, Child child, Fact entry, UUID picture, Map<String, String> typed) {
        ObjectNode message =
                EntryForm.message(
                        visit.account().agency(),
                        typed.getOrDefault(EntryForm.ONCE, ""),
                        "evidence-received",
                        visit.now());
        message.put("id", "page-photograph-" + picture);
        EntryForm.about(message, visit, child);
        message.withArray("regarding").add(entry.id().message().text());
        message.putObject("body")
                .put("type", "photograph")
                .put("about", typed.getOrDefault(WHO, "").strip());
        return message;
    }

    @GetMapping("/children/{id}/photographs/{picture}")
    Page open(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String picture) {
        return Answers.page(
                visit,
                response,
                children.child(visit.reader(), id, JOURNALLED),
                id,
                child -> {
                    List<Kept> all = pictures.of(visit.reader(), child.family().subject().id());
                    return all.stream()
                            .filter(k -> k.id().toString().equals(picture))
                            .findFirst()
                            .map(k -> page(visit, child, k, all.indexOf(k) + 1))
                            .orElseGet(() -> Answers.nobody(visit, response));
                });
    }

    @GetMapping("/children/{id}/photographs/{picture}/picture")
    Object picture(
            Visit visit,
            HttpServletResponse response,
            @PathVariable PersonId id,
            @PathVariable String picture) {
        Optional<byte[]> jpeg =
                KEY.matcher(picture).matches()
                        ? pictures.open(visit.reader(), id, UUID.fromString(picture))
                        : Optional.empty();
        return jpeg.isPresent()
                ? ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg.get())
                : Answers.nobody(visit, response);
    }

    private static Stream<Fact> injuries(Child child) {
        return child.family().around().subject().about(InjuryObserved.class).stream()
                .map(Entry::fact)
                .filter(f -> !f.sensitivity().sealed());
    }

    private static String shows(Visit visit, Child child, long position) {
        return injuries(child)
                .filter(f -> f.position() == position)
                .findFirst()
                .map(f -> shows(visit, f))
                .orElse("An entry that you cannot read");
    }

    private static String shows(Visit visit, Fact entry) {
        return Wording.capital(Plainly.said(entry))
                + ", "
                + entry.times().happened().inWords()
                + ", "
                + visit.agency(entry.source());
    }

    private static String by(Visit visit, Kept kept) {
        return visit.agency(kept.by()) + ", " + Wording.moment(kept.addedAt(), visit.today());
    }

    private Page page(Visit visit, Child child, TypedForms typed, String note) {
        var parts = new ChildParts(visit, child);
        String address = parts.address() + "/photographs";
        List<Kept> all = pictures.of(visit.reader(), child.family().subject().id());
        return new PhotographsPage(
                visit.frame("Photographs: " + parts.name(), "Children"),
                parts.identity("Injuries", ""),
                typed.errors(),
                note,
                IntStream.range(0, all.size())
                        .mapToObj(i ->
                                new PhotographsPage.Row(
                                        Link.to(
                                                "Open photograph " + (i + 1),
                                                address + "/" + all.get(i).id()),
                                        shows(visit, child, all.get(i).of()),
                                        by(visit, all.get(i))))
                        .toList(),
                address,
                fields(visit, child, typed),
                injuries(child).findAny().isPresent()
                        ? ""
                        : "A photograph belongs to the entry of what it shows. Record the injury first.",
                typed.error(ID, FILE),
                DraftPages.Kind.PHOTOGRAPH.address(about(visit, child, typed)),
                DraftPages.Kind.PHOTOGRAPH.hasAttached(drafts, visit, about(visit, child, typed))
                        ? PhotographDrafts.called(typed.value(ID, CHOSEN))
                        : "");
    }

    private static DraftAbout about(Visit visit, Child child, TypedForms typed) {
        return DraftAbout.of(visit, child, typed.value(ID, DraftAbout.FIELD));
    }

    private static List<Field> fields(Visit visit, Child child, TypedForms typed) {
        return List.of(
                EntryForm.once(visit.now()),
                new Field.Hidden(DraftAbout.FIELD, about(visit, child, typed).name()),
                new Field.Hidden(PAGE, about(visit, child, typed).page()),
                new Field.Hidden(CHOSEN, typed.value(ID, CHOSEN)),
                typed.pick(
                        ID,
                        OF,
                        "What does it show?",
                        Stream.concat(
                                        Stream.of(new Option("", "Choose the entry", "", false)),
                                        injuries(child)
                                                .sorted(
                                                        java.util.Comparator.comparingLong(
                                                                        Fact::position)
                                                                .reversed())
                                                .map(f ->
                                                        new Option(
                                                                String.valueOf(f.position()),
                                                                shows(visit, f),
                                                                "",
                                                                typed.value(ID, OF)
                                                                        .equals(
                                                                                String.valueOf(
                                                                                        f
                                                                                                .position())))))
                                .toList()),
                typed.lines(
                        ID,
                        WHO,
                        "Who took it, and when?",
                        "By name and post. What the file said of place and time is not kept."));
    }

    private static Page page(Visit visit, Child child, Kept kept, int number) {
        var parts = new ChildParts(visit, child);
        String address = parts.address() + "/photographs";
        return new PhotographPage(
                visit.frame("Photograph " + number + ": " + parts.name(), "Children"),
                parts.identity("Injuries", ""),
                Link.to("All photographs", address),
                shows(visit, child, kept.of()),
                "Photograph " + number + ", added by " + by(visit, kept),
                address + "/" + kept.id() + "/picture",
                kept.width(),
                kept.height());
    }
}
