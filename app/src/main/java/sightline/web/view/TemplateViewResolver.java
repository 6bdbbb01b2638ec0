package sightline.web.view;

import gg.jte.TemplateEngine;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

import java.util.Locale;

/** Finds the view of a {@link Page} by the name of its template. */
final class TemplateViewResolver implements ViewResolver, Ordered {

    private final TemplateEngine engine;

    TemplateViewResolver(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        return viewName.endsWith(".jte") && engine.hasTemplate(viewName)
                ? new TemplateView(engine, viewName)
                : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
