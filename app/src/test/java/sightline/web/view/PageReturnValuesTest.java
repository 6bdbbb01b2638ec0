package sightline.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

/** A controller returns a page, and the reader gets its template. */
final class PageReturnValuesTest {

    private final Page page = AlertExample.page();

    private final MockMvcTester server =
            MockMvcTester.create(
                    MockMvcBuilders.standaloneSetup(new Pages())
                            .setCustomReturnValueHandlers(new PageReturnValues())
                            .setViewResolvers(
                                    new TemplateViewResolver(
                                            TemplateEngine.createPrecompiled(ContentType.Html)))
                            .build());

    @Test
    void rendersThePageThatAControllerReturns() {
        var answer = server.get().uri("/alert").exchange();

        assertThat(answer).hasStatusOk().hasContentType("text/html;charset=UTF-8");
        assertThat(answer).bodyText().contains("Why am I seeing this?").contains("</html>");
    }

    @Test
    void logsTheNameOfATemplateAndNobodysRecord() {
        var answer = server.get().uri("/alert").exchange();

        var model = answer.getMvcResult().getModelAndView();
        assertThat(model).isNotNull();
        assertThat(model.toString()).contains("page/alert.jte").doesNotContain("Rowan");
    }

    /** An inner class, so that the application under other tests does not find it. */
    @Controller
    final class Pages {
        @GetMapping("/alert")
        public Page alert() {
            return page;
        }
    }
}
