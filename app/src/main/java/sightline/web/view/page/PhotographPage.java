package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;

/**
 * One photograph of an injury, which somebody asked to see.
 *
 * @param shows the entry of what it shows, in words: whoever cannot see it reads these
 * @param by who added it, and when
 * @param picture the address of the picture
 */
public record PhotographPage(
        PageFrame frame,
        IdentityBar identity,
        Link back,
        String shows,
        String by,
        String picture,
        int width,
        int height)
        implements Page {
    @Override
    public String template() {
        return "page/photograph.jte";
    }
}
