package sightline.web.view;

import static sightline.web.view.SharedParts.AMELIA;
import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.link;
import static sightline.web.view.SharedParts.tag;

import sightline.web.view.page.SearchPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.RestrictedStub;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.Tone;

import java.util.List;

/** Invented searches: found, withheld, nothing, and a source that failed. */
final class SearchExample {

    private SearchExample() {}

    static SearchPage found() {
        return of(
                "Amelia Doyle",
                List.of(),
                "3 records found",
                List.of(
                        new SearchPage.Result.Found(
                                Link.to("Amelia Doyle", AMELIA),
                                "born 12 May 2024",
                                "Agrees on: first name, surname",
                                "9 records joined, of 6 agencies",
                                List.of(tag("Yours", Tone.BLUE))),
                        new SearchPage.Result.Found(
                                Link.to("Amelie Doyle-Hart", AMELIA),
                                "born 2 May 2019",
                                "Agrees on: surname. First name sounds alike",
                                "2 records joined, of 2 agencies",
                                List.of()),
                        new SearchPage.Result.Hidden(
                                new RestrictedStub(
                                        "Westmarsh Council, North team",
                                        link(
                                                "Ask for access",
                                                "to the record held by the North team"),
                                        Link.to("Emergency access", "/emergency")))),
                List.of());
    }

    static SearchPage nothing() {
        return of(
                "Amelja Doil",
                List.of(),
                "No record found by the sources that answered, as of 11:32am",
                List.of(),
                List.of(
                        new SourceFailed(
                                "police records",
                                "11:20am",
                                "We try again every minute. Search again later, or ring the desk.")));
    }

    static SearchPage mistake() {
        return of(
                "",
                List.of(
                        new FormError(
                                "Enter a name with a date of birth, an address or an NHS number",
                                "search-q")),
                "Not searched",
                List.of(),
                List.of());
    }

    private static SearchPage of(
            String words,
            List<FormError> errors,
            String summary,
            List<SearchPage.Result> results,
            List<SourceFailed> failures) {
        return new SearchPage(
                Frames.socialWorker(
                        "Find a person", "Children", "Child protection enquiry, Amelia Doyle"),
                errors,
                new Form(
                        "search",
                        "/people",
                        List.of(
                                new Field.Line(
                                        "q",
                                        "Name, address or NHS number",
                                        "Add a date of birth if you know it, like 12 5 2024",
                                        words,
                                        errors.isEmpty()
                                                ? ""
                                                : "Enter a name with a date of birth, an address or an NHS number",
                                        "search",
                                        "off",
                                        "w20")),
                        "Search again",
                        true,
                        ""),
                summary,
                results,
                failures,
                List.of(
                        "Check the spelling, or leave out the first name.",
                        "Search by address or by NHS number.",
                        "Record a new person, if you have looked in all three ways."),
                allOn("1 to 3 of 3, best match first"));
    }
}
