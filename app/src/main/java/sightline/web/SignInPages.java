package sightline.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.Purpose;
import sightline.web.view.Page;
import sightline.web.view.page.SignInPage;
import sightline.web.view.page.StartPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sign in, choose the purpose, stay. */
@PageController
final class SignInPages {
    private static final String WRONG =
            "That name and password do not fit together. Check both and try again";
    private static final String ENDED =
            "You had been signed out, and what you sent was not saved. Sign in, then go back to the form: a"
                    + " saved draft stands in it, and most browsers still have the rest of what you typed.";
    private static final String CHOOSE = "Choose your reason for access";

    private final Visitors visitors;
    private final Surroundings surroundings;

    SignInPages(Visitors visitors, Surroundings surroundings) {
        this.visitors = visitors;
        this.surroundings = surroundings;
    }

    @GetMapping("/")
    String front() {
        return "redirect:/work";
    }

    @GetMapping("/sign-in")
    Page signIn(
            HttpServletRequest request,
            @RequestParam Optional<String> again,
            @RequestParam Optional<String> ended) {
        List<FormError> errors =
                again.isPresent() ? List.of(new FormError(WRONG, "sign-in-name")) : List.of();
        return new SignInPage(
                visitors.signedOut(request, "Sign in"),
                errors,
                ended.isPresent() ? ENDED : "",
                new Form(
                        "sign-in",
                        "/sign-in",
                        List.of(
                                new Field.Line(
                                        "name",
                                        "Sign-in name",
                                        "",
                                        "",
                                        "",
                                        "text",
                                        "username",
                                        "w20"),
                                new Field.Line(
                                        "password",
                                        "Password",
                                        "",
                                        "",
                                        "",
                                        "password",
                                        "current-password",
                                        "w20")),
                        "Sign in",
                        true,
                        ""),
                surroundings.examples());
    }

    @GetMapping("/start")
    Page start(Visit visit) {
        return start(visit, List.of());
    }

    @PostMapping("/start")
    Object choose(Visit visit, HttpServletRequest request, @RequestParam Optional<String> purpose) {
        Optional<Purpose> chosen =
                purpose.flatMap(Purpose::of).filter(visit.account().purposes()::contains);
        if (chosen.isEmpty()) {
            return start(visit, List.of(new FormError(CHOOSE, "start-purpose")));
        }
        Session.of(request).choose(chosen.get());
        return "redirect:/work";
    }

    @GetMapping("/still-here")
    ResponseEntity<Void> stay(Visit visit) {
        return ResponseEntity.noContent().build();
    }

    private static Page start(Visit visit, List<FormError> errors) {
        List<Option> options =
                Arrays.stream(Purpose.values())
                        .filter(visit.account().purposes()::contains)
                        .map(p -> option(visit, p))
                        .toList();
        String error = errors.isEmpty() ? "" : CHOOSE;
        return new StartPage(
                visit.frame("Your reason for access", "Work"),
                errors,
                new Form(
                        "start",
                        "/start",
                        List.of(new Field.OneOf("purpose", "Your reason now", "", error, options)),
                        "Continue",
                        true,
                        ""),
                List.of(
                        "Your reason stands at the top of each page and in the access log with every record that you open.",
                        "It opens nothing by itself: you also need to work with the person.",
                        "Change it when you begin something else."));
    }

    private static Option option(Visit visit, Purpose purpose) {
        boolean chosen =
                visit.context().filter(r -> r.reason() == purpose).isPresent()
                        || visit.account().purposes().size() == 1;
        return new Option(purpose.code(), purpose.title(), "", chosen);
    }
}
