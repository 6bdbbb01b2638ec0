package sightline.web.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders example pages as the server does, without a server. */
final class Rendering {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Rendering() {}

    static String html(Page page) {
        var output = new StringOutput();
        ENGINE.render(page.template(), page, output);
        return output.toString();
    }
}
