package sightline.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;

import sightline.api.ApiErrors;
import sightline.web.view.PageFrame;
import sightline.web.view.page.ErrorPage;

/** What is shown when something did not work: plain words, never a trace. */
@PageController
final class ErrorPages implements ErrorController {
    private final Visitors visitors;

    ErrorPages(Visitors visitors) {
        this.visitors = visitors;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : HttpServletResponse.SC_NOT_FOUND;
        if (ApiErrors.concerns(request)) {
            return ApiErrors.answer(status);
        }
        response.setStatus(status);
        return ErrorPage.of(status, frame(request, status), "");
    }

    /** Without asking the database when it may be the database that failed. */
    private PageFrame frame(HttpServletRequest request, int status) {
        boolean mayAsk = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        return mayAsk
                ? visitors.signedIn(request)
                        .map(v -> v.frame("", ""))
                        .orElseGet(() -> visitors.signedOut(request, ""))
                : visitors.signedOut(request, "");
    }
}
