package sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.identity.RecordDetails;
import sightline.core.kernel.AgencyId;
import sightline.household.Search;
import sightline.web.view.Page;
import sightline.web.view.page.SearchPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Find a person. What is typed is posted and kept in the session; the address that it leads to is
 * opaque and ends with the session.
 */
@PageController
final class SearchPages {
    private static final String TOO_LITTLE =
            "Enter an NHS number, or a name with a date of birth or a postcode";

    private final Search search;
    private final Recording recording;

    SearchPages(Search search, Recording recording) {
        this.search = search;
        this.recording = recording;
    }

    @GetMapping("/people")
    Page people(Visit visit) {
        recording.write(visit.reader(), Entry.of(Event.VISIT, "/people"));
        return page(visit, List.of(), "Nothing has been searched for", List.of());
    }

    @PostMapping("/people")
    Object find(Visit visit, HttpServletRequest request, @RequestParam Optional<String> q) {
        String typed = q.orElse("");
        if (new TypedSearch(typed).details().isEmpty()) {
            recording.write(visit.reader(), Entry.of(Event.VISIT, "/people"));
            return page(
                    visit,
                    List.of(new FormError(TOO_LITTLE, "search-q")),
                    "Nothing has been searched for",
                    List.of());
        }
        return "redirect:/people/" + Session.of(request).keepSearch(typed);
    }

    @GetMapping("/people/{id}")
    Page found(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id) {
        Optional<RecordDetails> details =
                Session.of(request).search(id).flatMap(typed -> new TypedSearch(typed).details());
        if (details.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        List<SearchPage.Result> results = new ArrayList<>();
        for (Search.Hit hit : search.find(visit.reader(), details.get())) {
            switch (hit) {
                case Search.Hit.Known known -> results.add(found(visit, known));
                case Search.Hit.Restricted(List<AgencyId> holders) ->
                        holders.forEach(h -> results.add(Answers.stub(visit, h)));
            }
        }
        String summary =
                results.isEmpty()
                        ? "No record that you may know of matches, as of "
                                + Wording.moment(visit.now(), visit.today())
                        : Wording.count(results.size(), "result");
        return page(visit, List.of(), summary, results);
    }

    private static SearchPage.Result found(Visit visit, Search.Hit.Known known) {
        String name = Naming.name(known.facts());
        return new SearchPage.Result.Found(
                Link.to(name, "/children/" + known.id().value()),
                Naming.age(known.facts(), visit.today()),
                "Matched on a number, or on name with birth or postcode",
                Wording.count(known.records(), "record") + " joined",
                List.of());
    }

    private static Page page(
            Visit visit, List<FormError> errors, String summary, List<SearchPage.Result> results) {
        return new SearchPage(
                visit.frame("Find a person", "Children"),
                errors,
                new Form(
                        "search",
                        "/people",
                        List.of(
                                new Field.Line(
                                        "q",
                                        "Person, address or NHS number",
                                        "Like Jo Marlow 27 3 2015, or Marlow WM4 2QT, or 999 000 1235",
                                        "",
                                        errors.isEmpty() ? "" : TOO_LITTLE,
                                        "text",
                                        "off",
                                        "w20")),
                        "Search",
                        true,
                        ""),
                summary,
                results,
                List.of(),
                List.of(
                        "Check the spelling, or search by date of birth or postcode.",
                        "Do not read this as “nothing is known”: ring the safeguarding desk if you need certainty."),
                new Pages(
                        results.isEmpty() ? "" : "At most " + Search.MOST + " are shown",
                        null,
                        null));
    }
}
