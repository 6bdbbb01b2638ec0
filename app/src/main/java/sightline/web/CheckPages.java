package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.checks.Asked;
import sightline.checks.Asker;
import sightline.checks.CheckResult;
import sightline.checks.Checks;
import sightline.checks.SteadyTime;
import sightline.feeds.Entries;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;

/**
 * Checks at the touchpoint, for those whose work has one. Where words alone are said, the page is
 * the same whatever was found, and takes the same time.
 */
@PageController
final class CheckPages {
    private static final int LAST = 100_000;

    private final Checks checks;
    private final Entries entries;

    CheckPages(Checks checks, Entries entries) {
        this.checks = checks;
        this.entries = entries;
    }

    @GetMapping("/checks")
    Object checks(Visit visit, HttpServletResponse response, @RequestParam Optional<Integer> from) {
        if (CheckForms.touchpoints(visit, checks.pack()).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        CheckForms forms = CheckForms.of(visit, checks.pack(), Map.of());
        return new CheckParts(visit, checks, forms)
                .page(Optional.empty(), Math.clamp(from.orElse(0), 0, LAST));
    }

    @PostMapping("/checks")
    Object check(
            Visit visit, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        SteadyTime time = SteadyTime.begin();
        if (CheckForms.touchpoints(visit, checks.pack()).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        CheckForms forms = CheckForms.of(visit, checks.pack(), typed);
        Optional<ObjectNode> message =
                forms.more()
                        ? Optional.empty()
                        : forms.message(words -> checks.localId(visit.account().agency(), words));
        if (message.isEmpty()) {
            return new CheckParts(visit, checks, forms).page(Optional.empty(), 0);
        }
        byte[] bytes = EntryForm.bytes(message.get());
        CheckResult result =
                checks.check(
                        new Asker.Person(visit.reader()),
                        forms.reference(),
                        bytes,
                        () ->
                                entries.submit(
                                        visit.account().agency(), visit.account().id(), bytes));
        return switch (result) {
            case CheckResult.Answered(var asked) -> {
                if (asked.said().isEmpty()) {
                    time.even();
                }
                yield "redirect:/checks/" + asked.number();
            }
            case CheckResult.NotUnderstood(var problems) -> {
                forms.wrong(problems);
                yield new CheckParts(visit, checks, forms).page(Optional.empty(), 0);
            }
            case CheckResult.NotKept _ -> "redirect:/checks";
        };
    }

    @GetMapping("/checks/{number}")
    Object answer(Visit visit, HttpServletResponse response, @PathVariable String number) {
        Optional<Asked> asked = checks.of(visit.reader(), number);
        if (asked.isEmpty() || CheckForms.touchpoints(visit, checks.pack()).isEmpty()) {
            return Answers.nobody(visit, response);
        }
        CheckForms forms = CheckForms.of(visit, checks.pack(), Map.of());
        return new CheckParts(visit, checks, forms).page(asked, 0);
    }

    /** Whoever asked has rung. */
    @PostMapping("/checks/{number}/rung")
    Object rung(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String once) {
        Optional<Asked> asked = checks.of(visit.reader(), number);
        if (asked.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        if (asked.get().toRing()) {
            ObjectNode message =
                    EntryForm.message(visit.account().agency(), once, "check-rung", visit.now());
            EntryForm.regarding(message, java.util.List.of(Checks.message(asked.get()).text()));
            message.putObject("body").put("check", number);
            EntryForm.submit(entries, visit, message);
        }
        return "redirect:/checks/" + number;
    }
}
