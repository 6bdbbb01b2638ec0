package sightline.web.view;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller return a {@link Page}. */
final class PageReturnValues implements HandlerMethodReturnValueHandler {

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Page.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request) {
        if (!(value instanceof Page page)) {
            throw new IllegalStateException(
                    "no page returned by " + returnType.getExecutable() + "\nReturn one always.");
        }
        container.setViewName(page.template());
        container.addAttribute(ShownPage.ATTRIBUTE, new ShownPage(page));
    }
}
