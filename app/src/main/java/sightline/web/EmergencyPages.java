package sightline.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.EmergencyAccess;
import sightline.access.EmergencyAccess.Code;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.directory.Area;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.WorkingCalendar;
import sightline.household.Emergencies;
import sightline.web.view.Page;
import sightline.web.view.page.EmergencyPage;
import sightline.web.view.page.EmergencyReasonPage;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Emergency access: an interruption, a reason, sixty minutes. The same for any id that is asked.
 */
@PageController
final class EmergencyPages {
    private static final String WHY = "Say who is in danger and why it cannot wait";
    private static final String REFUSED =
            "It was not opened. Ring the safeguarding desk: they know who can help now";
    private static final List<String> AFTERWARDS =
            List.of(
                    "The record opens for 60 minutes, and closes by itself.",
                    "Your name, the time and your reason stand in the access log for ever.",
                    "A privacy officer reviews it within 2 working days.",
                    "A fourth opening in seven days is refused until somebody has spoken with you.");

    private final Emergencies emergencies;
    private final Recording recording;

    EmergencyPages(Emergencies emergencies, Recording recording) {
        this.emergencies = emergencies;
        this.recording = recording;
    }

    @GetMapping("/emergency/{id}")
    Page interruption(Visit visit, @PathVariable PersonId id) {
        recording.write(visit.reader(), Entry.of(Event.VISIT, "/emergency"));
        var frame = visit.frame("Emergency access", "Children");
        return new EmergencyPage(
                frame,
                "You are about to open a record that is not yours to see",
                List.of(
                        "Only to protect somebody from harm now. It opens one record for 60 minutes.",
                        "Your name and reason stand on the record for ever, and a person reviews them within 2 working days.",
                        "It never opens everything: some records are not opened in this way."),
                ButtonLink.first("Give my reason", "/emergency/" + id.value() + "/reason"),
                Link.to("Go back without opening it", "/work"),
                "If you can wait ten minutes, ring the holder instead: "
                        + frame.desk().name()
                        + ", "
                        + frame.desk().telephone()
                        + ", knows who is on call.");
    }

    @GetMapping("/emergency/{id}/reason")
    Page reason(Visit visit, @PathVariable PersonId id) {
        recording.write(visit.reader(), Entry.of(Event.VISIT, "/emergency/reason"));
        return reason(visit, id, "", List.of());
    }

    @PostMapping("/emergency/{id}/reason")
    Object open(
            Visit visit,
            @PathVariable PersonId id,
            @RequestParam Optional<String> choice,
            @RequestParam Optional<String> words) {
        Optional<String> reason =
                EntryForm.typed(words).filter(w -> w.length() >= EmergencyAccess.MIN_REASON);
        Optional<Code> code =
                choice.flatMap(c ->
                        Arrays.stream(Code.values()).filter(v -> v.name().equals(c)).findFirst());
        if (reason.isEmpty() || code.isEmpty()) {
            recording.write(visit.reader(), Entry.of(Event.VISIT, "/emergency/reason"));
            return reason(visit, id, words.orElse(""), List.of(new FormError(WHY, "reason-words")));
        }
        boolean opened =
                emergencies.open(
                        visit.reader(), id, code.get(), new Text(reason.get()), reviewDue(visit));
        return opened
                ? "redirect:/children/" + id.value()
                : reason(visit, id, reason.get(), List.of(new FormError(REFUSED, "reason-words")));
    }

    /** The end of the second working day. */
    private static Instant reviewDue(Visit visit) {
        Nation nation =
                visit.directory()
                        .area(visit.account().agency())
                        .map(Area::nation)
                        .orElse(Nation.ENGLAND);
        var calendar = WorkingCalendar.of(nation);
        LocalDate day = visit.today();
        int working = 0;
        while (working < 2) {
            day = day.plusDays(1);
            working += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return London.endOf(day);
    }

    private static Page reason(Visit visit, PersonId id, String typed, List<FormError> errors) {
        String address = "/emergency/" + id.value();
        return new EmergencyReasonPage(
                visit.frame("Emergency access: your reason", "Children"),
                Link.to("Back", address),
                "Why must you open it now?",
                "One record, for 60 minutes.",
                errors,
                new Form(
                        "reason",
                        address + "/reason",
                        List.of(
                                new Field.OneOf(
                                        "choice",
                                        "What is happening?",
                                        "",
                                        "",
                                        List.of(
                                                option(
                                                        Code.HERE_NOW,
                                                        "The person is with me and needs care or protection now"),
                                                option(
                                                        Code.DANGER,
                                                        "Somebody is in danger elsewhere"),
                                                option(
                                                        Code.NOBODY_REACHED,
                                                        "Whoever normally reads cannot be reached"))),
                                new Field.LongText(
                                        "words",
                                        "Why can it not wait?",
                                        "The holder and the reviewer read this. At least "
                                                + EmergencyAccess.MIN_REASON
                                                + " characters.",
                                        typed,
                                        errors.stream().findFirst().map(FormError::text).orElse(""),
                                        4)),
                        "Open the record for 60 minutes",
                        true,
                        ""),
                AFTERWARDS);
    }

    private static Option option(Code code, String words) {
        return new Option(code.name(), words, "", false);
    }
}
