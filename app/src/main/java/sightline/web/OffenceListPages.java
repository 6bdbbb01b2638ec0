package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.core.register.OffenceList;
import sightline.core.register.RegisterPack;
import sightline.register.OffenceListKeeping;
import sightline.register.OffenceListKeeping.Look;
import sightline.register.ProposedList;
import sightline.register.SimulatedPack;
import sightline.web.view.Page;
import sightline.web.view.page.OffenceListPage;
import sightline.web.view.page.RuleChangePage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.FormError;
import sightline.web.view.part.HeadedForm;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The offence list of a provisional pack: one keeper proposes another, it is worked out who would
 * come on and who off, a second keeper decides.
 */
@PageController
final class OffenceListPages {
    private static final String LIST = "/register/packs/{key}/list";

    private final OffenceListKeeping lists;

    OffenceListPages(OffenceListKeeping lists) {
        this.lists = lists;
    }

    /** A pack whose list may be edited, for keepers. */
    private Optional<RegisterPack> pack(Visit visit, String key) {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                ? lists.packs(visit.reader()).stream()
                        .filter(p -> p.key().equals(key) && OffenceList.of(p).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private static OffenceList list(RegisterPack pack) {
        return OffenceList.of(pack).orElseThrow();
    }

    private static String address(String pack) {
        return "/register/packs/" + pack + "/list";
    }

    private static String address(ProposedList list) {
        return address(list.pack()) + "/" + list.number();
    }

    private static SecondPerson second(ProposedList list) {
        return new SecondPerson(address(list));
    }

    @GetMapping(LIST)
    Page page(Visit visit, HttpServletResponse response, @PathVariable String key) {
        return pack(visit, key)
                .map(pack -> page(visit, pack, OffenceListForm.fresh(list(pack)), List.of()))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private Page page(Visit visit, RegisterPack pack, OffenceListForm form, List<FormError> more) {
        List<FormError> errors = new ArrayList<>(form.errors());
        errors.addAll(more);
        return new OffenceListPage(
                visit.frame("Offence list: " + pack.title(), "Register"),
                Link.to(pack.title(), "/register/packs/" + pack.key()),
                errors,
                "Offence list: " + pack.title(),
                List.of(
                        "The pack is provisional: whatever its list says, it says of nobody that the law"
                                + " registers them.",
                        "It is first worked out who would come on and who off. Then another register"
                                + " keeper approves the list or not. Nobody approves their own."),
                lists.of(visit.reader(), pack.key()).stream().map(l -> row(visit, l)).toList(),
                form.form(address(pack.key())));
    }

    private static OffenceListPage.Row row(Visit visit, ProposedList list) {
        return new OffenceListPage.Row(
                Link.to("List " + list.number(), address(list)),
                OffenceListWords.stage(list),
                list.reason(),
                RuleWords.by(visit, list.proposedAt(), list.proposedBy()));
    }

    @PostMapping(LIST)
    Object propose(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String key,
            @RequestParam Map<String, String> typed) {
        Optional<RegisterPack> pack = pack(visit, key);
        if (pack.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        OffenceListForm form = OffenceListForm.typed(list(pack.get()), typed);
        if (!form.errors().isEmpty()) {
            return page(visit, pack.get(), form, List.of());
        }
        return lists.propose(visit.reader(), pack.get(), form.list(), form.reason(), visit.now())
                .<Object>map(number -> "redirect:" + address(key) + "/" + number)
                .orElseGet(() -> page(visit, pack.get(), form, OffenceListForm.waiting()));
    }

    private Optional<Look> found(Visit visit, String key, String number) {
        return pack(visit, key)
                .filter(_ -> number.matches("[0-9]{1,15}"))
                .flatMap(p -> lists.find(visit.reader(), key, Long.parseLong(number)));
    }

    @GetMapping(LIST + "/{number}")
    Page one(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String key,
            @PathVariable String number,
            @RequestParam Optional<String> no) {
        return found(visit, key, number)
                .map(look -> page(visit, look, no.isPresent(), List.of()))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    @PostMapping(LIST + "/{number}/{act}")
    Object decide(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String key,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam Optional<String> why) {
        Optional<Look> found = found(visit, key, number);
        if (found.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        ProposedList list = found.get().proposed();
        return second(list)
                .sent(
                        act,
                        why,
                        refused -> lists.decide(visit.reader(), list, refused, visit.now()),
                        errors -> page(visit, found.get(), false, errors))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static Page page(Visit visit, Look look, boolean no, List<FormError> errors) {
        ProposedList list = look.proposed();
        return new RuleChangePage(
                visit.frame("List " + list.number() + " of " + list.pack(), "Register"),
                Link.to("The offence list", address(list.pack())),
                errors,
                "List %d for %s".formatted(list.number(), RegisterWords.title(list.pack())),
                OffenceListWords.stage(list),
                no && !(list.waits() && outdated(look)) ? SecondPerson.NOT_DONE : next(visit, look),
                lines(visit, look),
                done(look).map(OffenceListPages::counts).orElse(List.of()),
                done(look)
                        .map(d ->
                                "Worked out %s, over everybody in this installation, against the list before."
                                        .formatted(Wording.moment(d.at(), visit.today())))
                        .orElse(""),
                forms(visit, look, errors));
    }

    private static Optional<SimulatedPack.Done> done(Look look) {
        return look.workedOut().flatMap(SimulatedPack::done);
    }

    /** Whether it was proposed, or worked out, for another pack than there is by now. */
    private static boolean outdated(Look look) {
        return !look.fits()
                || done(look)
                        .filter(d -> !look.version().equals(Optional.of(d.version())))
                        .isPresent();
    }

    private static String next(Visit visit, Look look) {
        ProposedList list = look.proposed();
        if (!list.waits()) {
            return list.refused()
                    .map(why -> "Refused: " + why)
                    .orElse(
                            look.fits()
                                    ? "Approved: it is the pack’s list until another is."
                                    : "Approved, but it holds no more: the pack has other triggers by now, and"
                                            + " its own list.");
        }
        if (!look.fits()) {
            return "It cannot hold: the pack has other triggers by now. Once a second keeper refuses it,"
                    + " another may be proposed.";
        }
        if (outdated(look)) {
            return "It was worked out for another version of the pack than there is by now. Once a second"
                    + " keeper refuses it, it may be proposed again.";
        }
        if (done(look).isEmpty()) {
            return "It waits to be worked out who would come on and who off. Open this page again in a"
                    + " while.";
        }
        return SecondPerson.own(visit, list)
                ? "Another register keeper decides."
                : "Yours to decide, or any register keeper’s but whoever proposed it.";
    }

    private static List<Definition> lines(Visit visit, Look look) {
        ProposedList list = look.proposed();
        List<Definition> lines = new ArrayList<>();
        list.list()
                .since(look.before())
                .forEach(d ->
                        lines.add(
                                Definition.of(
                                        Wording.capital(OffenceListWords.trigger(d.trigger())),
                                        OffenceListWords.difference(d))));
        list.list()
                .triggers()
                .forEach((trigger, offences) ->
                        lines.add(
                                Definition.of(
                                        "The whole list: " + OffenceListWords.trigger(trigger),
                                        OffenceListWords.offences(offences))));
        lines.addAll(SecondPerson.lines(visit, list));
        if (look.fits()) {
            lines.add(
                    new Definition(
                            "For whom",
                            "Those for whom you would answer",
                            "",
                            Link.to(
                                    "Who would come on and who off",
                                    "/register/packs/" + list.key() + "/change")));
        }
        return lines;
    }

    private static List<Count> counts(SimulatedPack.Done done) {
        return List.of(
                Count.of(done.under(), "would be under it"),
                Count.of(done.comesOn(), "would come on"),
                Count.of(done.goesOff(), "would come off"),
                Count.of(done.otherPeriod(), "another period"),
                Count.of(done.questions(), "the record leaves it open"));
    }

    private static List<HeadedForm> forms(Visit visit, Look look, List<FormError> errors) {
        SecondPerson second = second(look.proposed());
        return second.forms(
                visit,
                look.proposed(),
                done(look)
                        .filter(_ -> !outdated(look))
                        .map(_ ->
                                second.approval(
                                        "Approve it",
                                        "You answer for it with whoever proposed it.",
                                        "Approve this list")),
                errors);
    }
}
