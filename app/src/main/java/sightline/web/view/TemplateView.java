package sightline.web.view;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Renders one template whole before the first byte leaves, so that a failure never shows half a
 * page.
 */
final class TemplateView implements View {

    private static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine engine;
    private final String template;

    TemplateView(TemplateEngine engine, String template) {
        this.engine = engine;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (model == null || !(model.get(ShownPage.ATTRIBUTE) instanceof ShownPage shown)) {
            throw new IllegalStateException("no page for " + template);
        }
        var html = new StringOutput();
        engine.render(template, shown.page(), html);
        byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(HTML);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @Override
    public String toString() {
        return template;
    }
}
