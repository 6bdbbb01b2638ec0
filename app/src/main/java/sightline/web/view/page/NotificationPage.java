package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;

import java.util.List;

/**
 * Record what a registered person notified.
 *
 * @param draftNote said when a draft was brought back; empty otherwise
 * @param manner how each register wants it told
 */
public record NotificationPage(
        PageFrame frame,
        IdentityBar identity,
        List<FormError> errors,
        String draftNote,
        Form form,
        List<String> manner)
        implements Page {
    public NotificationPage {
        errors = List.copyOf(errors);
        manner = List.copyOf(manner);
    }

    @Override
    public String template() {
        return "page/notification.jte";
    }
}
