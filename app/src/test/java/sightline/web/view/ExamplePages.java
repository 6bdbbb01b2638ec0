package sightline.web.view;

import sightline.web.view.page.ErrorPage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page by a short name, some in several states. */
final class ExamplePages {

    private ExamplePages() {}

    static Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("sign-in", FormExamples.signIn());
        pages.put("sign-in-failed", FormExamples.signInFailed());
        pages.put("start", FormExamples.start());
        pages.put("work", WorkExample.page());
        pages.put("work-quiet", WorkExample.quiet());
        pages.put("alert", AlertExample.page());
        pages.put("children", ChildrenExample.page());
        pages.put("children-none", ChildrenExample.none());
        pages.put("child", ChildExample.page());
        pages.put("child-sparse", ChildExample.sparse());
        pages.put("chronology", ChronologyExample.page());
        pages.put("chronology-known", ChronologyExample.asKnownOn());
        pages.put("chronology-empty", ChronologyExample.empty());
        pages.put("search", SearchExample.found());
        pages.put("search-nothing", SearchExample.nothing());
        pages.put("search-mistake", SearchExample.mistake());
        pages.put("match", MatchExamples.page());
        pages.put("match-queue", MatchExamples.queue());
        pages.put("feeds", FeedsExample.page());
        pages.put("rules", RuleExamples.catalogue());
        pages.put("rule", RuleExamples.rule());
        pages.put("duty", DutyExample.page());
        pages.put("record", FormExamples.record());
        pages.put("emergency", FormExamples.emergency());
        pages.put("emergency-reason", FormExamples.emergencyReason());
        pages.put("access", FormExamples.access());
        for (int status : List.of(400, 403, 404, 405, 409, 413, 500, 503)) {
            pages.put(
                    "error-" + status,
                    ErrorPage.of(status, Frames.signedOut("Error"), "REQ-" + status));
        }
        return pages;
    }
}
