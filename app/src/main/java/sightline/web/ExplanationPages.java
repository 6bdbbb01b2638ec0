package sightline.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.page.TextPage;
import sightline.web.view.part.Definition;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the system is, who can see what, and how its pages can be used. No person is on them. */
@PageController
final class ExplanationPages {
    private final Visitors visitors;

    ExplanationPages(Visitors visitors) {
        this.visitors = visitors;
    }

    @GetMapping("/help")
    Page help(HttpServletRequest request) {
        return new TextPage(
                frame(request, "Help"),
                "Help",
                List.of(
                        "If a child may be in danger now, do not look for it here: ring the safeguarding desk, or 999.",
                        "Your work lists the alerts and duties that are yours, the most urgent first. Each says why it is there, who is told next, and when.",
                        "Nothing found is never the same as nothing there. Each page says which sources answered and how fresh they are.",
                        "What you open is in the access log, with your reason for access."),
                List.of(
                        Definition.of(
                                "An alert",
                                "Open it, read why you see it, acknowledge it and say what happens next. It ends when a named person answers it."),
                        Definition.of(
                                "A duty", "Its page counts the days and says which entry ends it."),
                        Definition.of(
                                "A record you cannot see",
                                "Ring its holder. In an emergency a record can be opened for 60 minutes, with a reason that is reviewed.")));
    }

    @GetMapping("/accessibility")
    Page accessibility(HttpServletRequest request) {
        return new TextPage(
                frame(request, "Accessibility"),
                "Accessibility",
                List.of(
                        "The pages work with a keyboard alone, without JavaScript, at 320 pixels and at 400 % zoom. Every drawing has its list.",
                        "They are built to the Web Content Accessibility Guidelines 2.2, level AA, and are checked automatically; people with disabilities have not yet tested them.",
                        "If something does not work for you, ring the safeguarding desk: they will help at once and tell us."),
                List.of());
    }

    @GetMapping("/who-can-see-what")
    Page roles(Visit visit) {
        List<Definition> roles =
                Arrays.stream(AccessRole.values())
                        .map(role ->
                                Definition.of(
                                        role.title(),
                                        Wording.capital(role.ceiling().words()),
                                        role.purposes().stream()
                                                .sorted()
                                                .map(Purpose::title)
                                                .collect(Collectors.joining("; "))))
                        .toList();
        return new TextPage(
                visit.frame("Who can see what, and why", ""),
                "Who can see what, and why",
                List.of(
                        "A role says the most that somebody may come to see. It opens nothing by itself: there must also be a live reason to work with the person, and a purpose that fits.",
                        "Some records are sealed. They are never counted, named or offered, whatever the role.",
                        "Nobody sees a record that touches them privately."),
                roles);
    }

    private PageFrame frame(HttpServletRequest request, String title) {
        return visitors.signedIn(request)
                .map(v -> v.frame(title, ""))
                .orElseGet(() -> visitors.signedOut(request, title));
    }
}
