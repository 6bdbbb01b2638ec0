package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.register.ImportFile;
import sightline.register.ImportState;
import sightline.register.Imports;
import sightline.register.RowProblem;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterImportPage;
import sightline.web.view.page.RegisterImportsPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One uploaded file in words. */
final class RegisterImportParts {
    private static final String LIST = "/register/import/";
    private static final long KILOBYTE = 1024;
    private static final Tag WAITS = new Tag("Not yet", Tone.NEUTRAL);
    private static final Tag NOW = new Tag("Under way", Tone.BLUE);
    private static final Tag DONE = new Tag("Done", Tone.GREEN);

    private final Visit visit;
    private final ImportFile file;

    RegisterImportParts(Visit visit, ImportFile file) {
        this.visit = visit;
        this.file = file;
    }

    RegisterImportsPage.Row row() {
        return new RegisterImportsPage.Row(
                Link.to(name(), LIST + file.id()),
                state(),
                number(file.rows()),
                number(file.aside()),
                at(file.uploadedAt()) + " by " + visit.person(file.uploadedBy()));
    }

    private String name() {
        return file.fileName().isBlank() ? "File without a name" : file.fileName();
    }

    private Tag state() {
        return switch (file.state()) {
            case UPLOADED -> new Tag("Being checked", Tone.BLUE);
            case CHECKED -> new Tag("Checked: waits for you", Tone.AMBER);
            case GOING_IN -> new Tag("Going in, " + progress(), Tone.BLUE);
            case IN ->
                    file.aside() > 0
                            ? new Tag("In, but for what is set aside", Tone.AMBER)
                            : new Tag("In", Tone.GREEN);
            case UNREADABLE -> new Tag("Cannot be read", Tone.RED);
            case DISCARDED -> new Tag("Thrown away", Tone.NEUTRAL);
        };
    }

    private String progress() {
        return file.done() < file.rows()
                ? number(file.done()) + " of " + number(file.rows()) + " rows"
                : "being read";
    }

    Page page(Imports.Look look, int after) {
        return new RegisterImportPage(
                visit.frame("Bring in a register: " + name(), "Register"),
                Link.to("Back to all files", "/register/import"),
                name(),
                Wording.startingMoment(visit.now(), visit.today()),
                note(),
                moves() ? Link.to("Look again", LIST + file.id()) : null,
                counts(),
                stages(),
                look.ready().stream()
                        .map(r ->
                                new RegisterImportPage.Ready(
                                        number(r.number()),
                                        r.localId(),
                                        r.name(),
                                        r.offence(),
                                        r.register()))
                        .toList(),
                readyNote(look),
                look.aside().stream().map(RegisterImportParts::aside).toList(),
                asideNote(),
                file.aside() > 0 && kept()
                        ? Link.to(
                                "Download what is set aside (CSV), with the reasons",
                                LIST + file.id() + "/set-aside.csv")
                        : null,
                pages(look, after),
                forms());
    }

    private boolean kept() {
        return file.state() != ImportState.DISCARDED
                && file.state() != ImportState.UNREADABLE
                && file.state() != ImportState.UPLOADED;
    }

    private boolean moves() {
        return file.state() == ImportState.UPLOADED || file.state() == ImportState.GOING_IN;
    }

    private String note() {
        return switch (file.state()) {
            case UPLOADED -> "Each row is being checked: " + number(file.rows()) + " so far.";
            case CHECKED -> "Nothing has gone in yet. Look at what is below, then confirm.";
            case GOING_IN ->
                    file.done() < file.rows()
                            ? "It is going in: "
                                    + progress()
                                    + ". It goes on by itself, also after a restart."
                            : "Every row is sent. What was sent is being read.";
            case IN ->
                    file.aside() > 0
                            ? "It is in, but for "
                                    + Wording.count(file.aside(), "row")
                                    + " set aside. They are yours to mend."
                            : "Everything in it is in.";
            case UNREADABLE -> file.unreadable().orElse("It cannot be read.");
            case DISCARDED -> "It was thrown away. What went in before stays in.";
        };
    }

    private List<Count> counts() {
        boolean sent = file.state() == ImportState.GOING_IN || file.state() == ImportState.IN;
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(number(file.rows()), "Rows", false, ""));
        counts.add(
                sent
                        ? new Count(number(file.goneIn()), "Gone in", false, "")
                        : new Count(number(file.ready()), "To go in", false, ""));
        counts.add(new Count(number(file.known()), "In already", false, ""));
        counts.add(new Count(number(file.aside()), "Set aside", file.aside() > 0, ""));
        return counts;
    }

    private List<RegisterImportPage.Stage> stages() {
        boolean unreadable = file.state() == ImportState.UNREADABLE;
        List<RegisterImportPage.Stage> stages = new ArrayList<>();
        stages.add(
                new RegisterImportPage.Stage(
                        "1. Uploaded",
                        DONE,
                        by(Optional.of(file.uploadedAt()), Optional.of(file.uploadedBy()))
                                + ". "
                                + number(Math.max(1, file.bytes() / KILOBYTE))
                                + " KB, read as "
                                + charset()
                                + "."));
        stages.add(
                new RegisterImportPage.Stage(
                        "2. Checked",
                        file.checkedAt().isPresent()
                                ? DONE
                                : unreadable ? new Tag("Stopped", Tone.RED) : NOW,
                        file.checkedAt().map(t -> at(t) + ". ").orElse("")
                                + (unreadable ? file.unreadable().orElse("") : checked())));
        stages.add(
                new RegisterImportPage.Stage(
                        "3. Going in",
                        going(),
                        file.confirmedAt().isEmpty()
                                ? "Begins when a keeper confirms."
                                : "Confirmed "
                                        + by(file.confirmedAt(), file.confirmedBy())
                                        + ". Sent up to row "
                                        + number(file.done())
                                        + " of "
                                        + number(file.rows())
                                        + ": "
                                        + Wording.count(file.messages(), "new message")
                                        + "."));
        stages.add(
                new RegisterImportPage.Stage(
                        "4. In",
                        file.state() == ImportState.IN ? DONE : WAITS,
                        file.state() == ImportState.IN
                                ? file.endedAt().map(this::at).orElse("")
                                        + ". "
                                        + Wording.count(file.goneIn(), "row")
                                        + " went in; everything sent is read."
                                : "When everything that was sent is read."));
        stages.add(
                new RegisterImportPage.Stage(
                        "5. Set aside",
                        file.aside() > 0
                                ? new Tag(Wording.count(file.aside(), "row"), Tone.AMBER)
                                : new Tag("None", Tone.NEUTRAL),
                        file.aside() > 0
                                ? "Owned by "
                                        + visit.person(file.uploadedBy())
                                        + ", and by every register keeper of "
                                        + visit.agency(file.agency())
                                        + ", until they are mended or thrown away."
                                : "No row so far."));
        return stages;
    }

    private Tag going() {
        return switch (file.state()) {
            case GOING_IN -> NOW;
            case IN -> DONE;
            case UPLOADED, CHECKED, UNREADABLE -> WAITS;
            case DISCARDED -> file.confirmedAt().isPresent() ? DONE : WAITS;
        };
    }

    private String checked() {
        return Wording.count(file.rows(), "row")
                + ": "
                + number(file.ready())
                + " to go in, "
                + number(file.known())
                + " in already from an earlier file, "
                + number(file.aside())
                + " set aside.";
    }

    private String charset() {
        return switch (file.charset()) {
            case "windows-1252" ->
                    "Windows-1252, as a spreadsheet saves by itself: check names with accents";
            default -> file.charset();
        };
    }

    private String readyNote(Imports.Look look) {
        return look.ready().size() < file.ready()
                ? "The first "
                        + number(look.ready().size())
                        + " of "
                        + number(file.ready())
                        + " rows. All of them stand in your file."
                : Wording.count(file.ready(), "row") + ".";
    }

    private String asideNote() {
        if (file.state() == ImportState.DISCARDED) {
            return "Thrown away with the file.";
        }
        return file.aside() == 0
                ? "No row is set aside."
                : "None of these goes in. Download them, mend them, upload that file and throw this one away: its last two columns, the reason and what to do, are passed over. They are kept for 90 days.";
    }

    private static RegisterImportPage.Aside aside(Imports.Aside aside) {
        return new RegisterImportPage.Aside(
                number(aside.number()),
                aside.localId(),
                aside.problems().stream().map(Imports::says).toList(),
                aside.problems().stream().map(RowProblem::fix).distinct().toList());
    }

    private Pages pages(Imports.Look look, int after) {
        int shown = look.aside().size();
        @Nullable Link next =
                shown == Imports.PAGE && file.aside() > Imports.PAGE
                        ? Link.to(
                                "Next rows set aside",
                                LIST + file.id() + "?after=" + look.aside().getLast().number())
                        : null;
        return new Pages(
                shown + " of " + number(file.aside()) + " shown",
                after > 0 ? Link.to("First rows set aside", LIST + file.id()) : null,
                next);
    }

    private List<RegisterImportPage.Headed> forms() {
        List<RegisterImportPage.Headed> forms = new ArrayList<>();
        if (file.state() == ImportState.CHECKED && file.ready() > 0) {
            forms.add(
                    new RegisterImportPage.Headed(
                            "Let it go in",
                            Wording.count(file.ready(), "row")
                                    + " go in as entries of "
                                    + visit.agency(file.agency())
                                    + ". What goes in cannot be taken out again, only corrected. What is set aside stays out.",
                            form(
                                    "confirm",
                                    "Confirm: " + Wording.count(file.ready(), "row") + " go in",
                                    true)));
        }
        if (file.state() == ImportState.CHECKED
                || file.state() == ImportState.UNREADABLE
                || (file.state() == ImportState.IN && file.aside() > 0)) {
            forms.add(
                    new RegisterImportPage.Headed(
                            "Throw the file away",
                            "The file and what is set aside of it go. What went in stays in.",
                            form("discard", "Throw it away", false)));
        }
        return forms;
    }

    private Form form(String act, String button, boolean primary) {
        return new Form(act, LIST + file.id() + "/" + act, List.of(), button, primary, "");
    }

    private String by(Optional<Instant> when, Optional<String> who) {
        return when.map(this::at).orElse("") + who.map(w -> " by " + visit.person(w)).orElse("");
    }

    private String at(Instant when) {
        return Wording.startingMoment(when, visit.today());
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }
}
