package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;

import java.util.List;

/** The written acknowledgement of a notification: numbered, to be printed and handed over. */
public record NotificationReceiptPage(
        PageFrame frame,
        IdentityBar identity,
        String heading,
        List<Definition> lines,
        List<String> next,
        @Nullable Link pdf)
        implements Page {
    public NotificationReceiptPage {
        lines = List.copyOf(lines);
        next = List.copyOf(next);
    }

    @Override
    public String template() {
        return "page/notification-receipt.jte";
    }
}
