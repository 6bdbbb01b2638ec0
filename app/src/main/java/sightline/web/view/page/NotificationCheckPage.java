package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;

import java.util.List;

/** What was typed of a notification, before it is kept. */
public record NotificationCheckPage(
        PageFrame frame,
        IdentityBar identity,
        List<Definition> answers,
        Link change,
        String next,
        Form form)
        implements Page {
    public NotificationCheckPage {
        answers = List.copyOf(answers);
    }

    @Override
    public String template() {
        return "page/notification-check.jte";
    }
}
