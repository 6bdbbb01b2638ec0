package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.RestrictedStub;
import sightline.web.view.part.SourceFailed;
import sightline.web.view.part.Tag;

import java.util.List;

/** The answer to a search. The words searched for are never in an address. */
public record SearchPage(
        PageFrame frame,
        List<FormError> errors,
        Form form,
        String summary,
        List<Result> results,
        List<SourceFailed> failures,
        List<String> whenNone,
        Pages pages)
        implements Page {
    public SearchPage {
        errors = List.copyOf(errors);
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        whenNone = List.copyOf(whenNone);
    }

    @Override
    public String template() {
        return "page/search.jte";
    }

    /** One row of the answer. */
    public sealed interface Result {
        /** A record that the reader may open. */
        record Found(Link name, String about, String matchedOn, String records, List<Tag> tags)
                implements Result {
            public Found {
                tags = List.copyOf(tags);
            }
        }

        /** A record that the reader may not open: the same words whatever the reason. */
        record Hidden(RestrictedStub stub) implements Result {}
    }
}
