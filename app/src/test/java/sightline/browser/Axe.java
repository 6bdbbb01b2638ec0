package sightline.browser;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * axe-core with all its rules in a page. It is put there once for as long as the page stands, and
 * asked for what is wrong alone: what a page does right need not be described.
 */
final class Axe {
    private static final String SOURCE = source();

    /**
     * It takes every colour apart anew each time that an element has it, which is two fifths of its
     * work on our pages; the same words are the same colour.
     */
    private static final String COLOURS_ONCE =
            """
            ;(() => {
              const colour = axe.commons.color.Color.prototype;
              const parse = colour.parseString;
              const known = new Map();
              colour.parseString = function (words) {
                const parts = known.get(words);
                if (parts) {
                  [this.r, this.g, this.b, this.alpha] = parts;
                } else {
                  parse.call(this, words);
                  known.set(words, [this.r, this.g, this.b, this.alpha]);
                }
                return this;
              };
            })()
            """;

    private static final String VIOLATIONS =
            """
            async contrast => (await axe.run(document, {
                resultTypes: ['violations'],
                rules: {'color-contrast': {enabled: contrast}}
              })).violations
              .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html))
            """;

    private Axe() {}

    /**
     * What it finds on the page, each as "rule: element".
     *
     * @param contrast whether it looks at colours, too: two thirds of its work
     */
    static List<String> problems(Page page, boolean contrast) {
        if (!(Boolean) page.evaluate("() => typeof axe === 'object'")) {
            page.evaluate(SOURCE + COLOURS_ONCE);
        }
        return ((List<?>) page.evaluate(VIOLATIONS, contrast))
                .stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
