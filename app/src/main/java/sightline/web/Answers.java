package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import sightline.access.AccessRole;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.ErrorPage;
import sightline.web.view.page.SearchPage;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.RestrictedStub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a page about somebody answers: the page, a stub, or that there is nothing here. */
final class Answers {
    private Answers() {}

    /** The page made of what could be read, or what stands in its place. */
    static <T> Page page(
            Visit visit, HttpServletResponse response, Look<T> look, Function<T, Page> made) {
        return page(visit, response, look, null, made);
    }

    /** The same, of a person whose id is known: a stub then offers emergency access. */
    static <T> Page page(
            Visit visit,
            HttpServletResponse response,
            Look<T> look,
            @Nullable PersonId asked,
            Function<T, Page> made) {
        return switch (look) {
            case Look.Open<T>(T read) -> made.apply(read);
            case Look.Restricted<T>(List<AgencyId> holders) -> {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                yield restricted(visit, holders, asked);
            }
            case Look.Nobody<T>() -> nobody(visit, response);
        };
    }

    /** The same words whether there is nobody, a seal, or a conflict of interest. */
    static Page nobody(Visit visit, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return ErrorPage.of(HttpServletResponse.SC_NOT_FOUND, visit.frame("", ""), "");
    }

    /**
     * The same to whoever sent a form about somebody who is not open to them any more.
     *
     * @param status that of the page without a form
     * @param written what they wrote, which is kept nowhere and shown so that it is not lost
     */
    static Page unkept(
            Visit visit, HttpServletResponse response, int status, List<String> written) {
        response.setStatus(status);
        ErrorPage page = ErrorPage.of(status, visit.frame("", ""), "");
        List<String> todo = new ArrayList<>(page.todo());
        todo.addAll(written);
        todo.add(
                "What you wrote is not kept: copy what you need. If an offer or a question opened a"
                        + " record to you, it was taken back, answered, or put to another meanwhile.");
        return new ErrorPage(
                page.frame(), page.heading(), page.happened(), todo, page.reference(), page.open());
    }

    private static Page restricted(Visit visit, List<AgencyId> holders, @Nullable PersonId asked) {
        List<SearchPage.Result> stubs =
                holders.stream().<SearchPage.Result>map(h -> stub(visit, h, asked)).toList();
        return new SearchPage(
                visit.frame("Restricted record", "Children"),
                List.of(),
                new Form(
                        "search",
                        "/people",
                        List.of(Field.line("q", "Person, address or NHS number", "", "", "")),
                        "Search",
                        false,
                        ""),
                "There is a record. You cannot open it. Your attempt is in the access log.",
                stubs,
                List.of(),
                List.of(),
                new Pages("", null, null));
    }

    static SearchPage.Result stub(Visit visit, AgencyId holder) {
        return stub(visit, holder, null);
    }

    private static SearchPage.Result stub(Visit visit, AgencyId holder, @Nullable PersonId asked) {
        String telephone = visit.frame("", "").desk().telephone();
        boolean may = visit.account().roles().stream().anyMatch(AccessRole::mayOpenInEmergency);
        Link emergency =
                asked == null || !may
                        ? null
                        : Link.to("Open it in an emergency", "/emergency/" + asked.value());
        return new SearchPage.Result.Hidden(
                new RestrictedStub(visit.agency(holder), Link.telephone(telephone), emergency));
    }
}
