package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.facts.Fact;
import sightline.core.kernel.Words;
import sightline.core.register.RegisterPack;
import sightline.register.OffenceListKeeping;
import sightline.register.RegisterReading;
import sightline.register.RegisterReading.Simulated;
import sightline.register.SimulatedChange;
import sightline.register.SimulatedChange.How;
import sightline.register.SimulatedPack;
import sightline.web.view.page.PackChangePage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would change if a pack were switched on: the figures for everybody, the list of those whom
 * the reader may see. It is worked out in the background, and changes nothing.
 */
@PageController
final class PackChangePages {
    private static final String WHAT = "/register/packs/change";
    private static final String NOTE =
            "It changes nothing and says of nobody that the law registers them. The figures are of"
                    + " everybody in this installation; the list is of those for whom you would answer.";

    private static final String COMPARED =
            "It is compared with the offence list that the pack had when this one was proposed. ";

    private final RegisterReading register;
    private final OffenceListKeeping lists;
    private final Recording recording;

    PackChangePages(RegisterReading register, OffenceListKeeping lists, Recording recording) {
        this.register = register;
        this.lists = lists;
        this.recording = recording;
    }

    @GetMapping("/register/packs/{key}/change")
    Object page(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String key,
            @RequestParam Optional<String> page) {
        Optional<RegisterPack> pack = pack(visit, key);
        return pack.isEmpty()
                ? Answers.nobody(visit, response)
                : page(
                        visit,
                        key,
                        pack.get(),
                        register.simulated(visit.reader(), key, PageNumber.read(page), WHAT));
    }

    @PostMapping("/register/packs/{key}/change")
    Object ask(Visit visit, HttpServletResponse response, @PathVariable String key) {
        Optional<RegisterPack> pack = pack(visit, key);
        if (pack.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        recording.write(visit.reader(), Entry.of(Event.VISIT, WHAT + ", asked"));
        register.simulate(visit.reader(), key, pack.get().version(), visit.now());
        return "redirect:" + address(key);
    }

    private Optional<RegisterPack> pack(Visit visit, String key) {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                ? lists.pack(visit.reader(), key)
                : Optional.empty();
    }

    private static String address(String key) {
        return "/register/packs/" + key + "/change";
    }

    private static PackChangePage page(Visit visit, String key, RegisterPack pack, Simulated read) {
        boolean running = read.pack().filter(SimulatedPack::running).isPresent();
        return new PackChangePage(
                visit.frame("What would change: " + pack.title(), "Register"),
                Link.to(pack.title(), "/register/packs/" + pack.key()),
                pack.title(),
                RegisterWords.status(pack),
                key.equals(pack.key()) ? NOTE : COMPARED + NOTE,
                state(visit, pack, read.pack()),
                running
                        ? null
                        : new Form(
                                "ask",
                                address(key),
                                List.of(),
                                read.pack().isEmpty() ? "Work it out" : "Work it out again",
                                true,
                                ""),
                read.pack()
                        .flatMap(SimulatedPack::done)
                        .map(PackChangePages::counts)
                        .orElse(List.of()),
                read.pack().flatMap(SimulatedPack::done).isPresent(),
                read.shown().stream().map(change -> row(visit, change, read)).toList(),
                PageNumber.pages(
                        address(key),
                        read.number(),
                        read.shown().size(),
                        read.all(),
                        "who would come on first"));
    }

    private static List<String> state(
            Visit visit, RegisterPack pack, Optional<SimulatedPack> asked) {
        List<String> state = new ArrayList<>();
        asked.filter(SimulatedPack::running)
                .ifPresent(a ->
                        state.add(
                                a.people() == 0
                                        ? "It waits to be worked out. Open this page again in a"
                                                + " while."
                                        : "It is being worked out: %d of %d people looked at. Open this page again in a while."
                                                .formatted(a.looked(), a.people())));
        asked.flatMap(SimulatedPack::done)
                .ifPresent(done -> {
                    state.add(
                            "Worked out %s, for version %s, over %s who were ever convicted, ordered, entered or marked."
                                    .formatted(
                                            Wording.moment(done.at(), visit.today()),
                                            done.version(),
                                            done.people() == 1
                                                    ? "1 person"
                                                    : done.people() + " people"));
                    if (!done.version().equals(pack.version())) {
                        state.add(
                                "The pack has another version now: %s. Work it out again."
                                        .formatted(pack.version()));
                    }
                });
        if (asked.isEmpty()) {
            state.add("Nobody has asked yet.");
        }
        return state;
    }

    private static List<Count> counts(SimulatedPack.Done done) {
        return List.of(
                Count.of(done.under(), "Would be under it"),
                Count.of(done.comesOn(), How.ON.words()),
                Count.of(done.goesOff(), How.OFF.words()),
                Count.of(done.otherPeriod(), How.OTHER_PERIOD.words()),
                Count.of(done.questions(), "The record leaves it open"));
    }

    private static PackChangePage.Row row(Visit visit, SimulatedChange change, Simulated read) {
        List<Fact> facts = read.facts().getOrDefault(change.subject(), List.of());
        return new PackChangePage.Row(
                Link.to(Naming.name(facts), "/register/" + change.subject().value()),
                Naming.age(facts, visit.today()),
                new Tag(change.how().words(), change.how() == How.ON ? Tone.AMBER : Tone.BLUE),
                change.state().words(),
                change.days()
                        .map(days ->
                                "from "
                                        + days.from().map(Words::day).orElse("a day not known")
                                        + days.until()
                                                .map(day -> " to " + Words.day(day))
                                                .orElse(", no end set"))
                        .orElse("No period"),
                Wording.capital(change.because()),
                visit.agency(change.keeper()));
    }
}
