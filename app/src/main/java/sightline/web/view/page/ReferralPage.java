package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;

import java.util.List;

/**
 * Find the child whom a referral is about, or, after a search, write it about a child who was not
 * found; or its receipt.
 *
 * @param note said of a draft that was brought back; empty where none was
 * @param lines in plain words, before the forms
 * @param search null on a receipt
 * @param summary what was found; empty before a search
 * @param refer null before a search
 */
public record ReferralPage(
        PageFrame frame,
        List<FormError> errors,
        String note,
        String heading,
        List<String> lines,
        @Nullable Form search,
        String summary,
        List<SearchPage.Result> results,
        @Nullable Form refer)
        implements Page {
    public ReferralPage {
        errors = List.copyOf(errors);
        lines = List.copyOf(lines);
        results = List.copyOf(results);
    }

    @Override
    public String template() {
        return "page/referral.jte";
    }
}
