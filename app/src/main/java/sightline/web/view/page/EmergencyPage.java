package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Link;

import java.util.List;

/** The interruption before emergency access: what it means, and another way. No field in it. */
public record EmergencyPage(
        PageFrame frame,
        String heading,
        List<String> consequences,
        ButtonLink goOn,
        Link back,
        String instead)
        implements Page {
    public EmergencyPage {
        consequences = List.copyOf(consequences);
    }

    @Override
    public String template() {
        return "page/emergency.jte";
    }
}
