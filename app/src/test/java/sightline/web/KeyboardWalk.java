package sightline.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import sightline.browser.TestBrowser;

import java.util.ArrayList;
import java.util.List;

/** What somebody without a mouse finds wrong with an open page. */
final class KeyboardWalk {
    /**
     * Numbers every stop in the order of the page, and remembers what it looks like without focus.
     * Of radios of one name the chosen one is the stop, or the first.
     */
    private static final String START =
            """
            () => {
              const shown = e => e.checkVisibility({visibilityProperty: true});
              const group = e => e.type === 'radio'
                ? [...document.querySelectorAll('input[type=radio]')].filter(r => r.name === e.name && r.form === e.form)
                : [e];
              const stop = e => group(e).find(r => r.checked) || group(e)[0];
              const tinted = s => [s.outlineColor === 'rgba(0, 0, 0, 0)' ? '' : s.outline, s.boxShadow,
                s.backgroundColor, s.fill, s.stroke, s.borderColor].join('|');
              const looks = e => [e, ...e.querySelectorAll('*')].map(x => tinted(getComputedStyle(x)))
                .concat(...[...(e.labels || [])].map(l => tinted(getComputedStyle(l, '::before')))).join('#');
              const name = e => e.tagName.toLowerCase() + ' ' + (e.name || e.id || e.getAttribute('href') || '')
                + ' “' + (e.textContent || '').trim().slice(0, 40) + '”';
              const stops = [...document.querySelectorAll(
                  'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]')]
                .filter(e => !e.disabled && e.tabIndex >= 0 && shown(e) && stop(e) === e);
              window.walk = {
                stops, looks: stops.map(looks),
                ahead: stops.filter(e => e.tabIndex > 0).map(name),
                at() {
                  const e = document.activeElement;
                  const i = stops.indexOf(e);
                  if (i < 0) return [i, 0, name(e), ''];
                  const box = (e.labels && e.labels.length && e.type !== 'text' ? e.labels[0] : e).getBoundingClientRect();
                  const own = e.getBoundingClientRect();
                  const top = document.elementFromPoint(own.x + own.width / 2, own.y + Math.min(own.height, 20) / 2);
                  let wrong = '';
                  if (looks(e) === this.looks[i]) wrong = 'looks the same with focus';
                  else if (box.bottom < 0 || box.top > innerHeight) wrong = 'is out of sight with focus';
                  else if (top && !(e.contains(top) || top.contains(e) || [...(e.labels || [])].includes(top)))
                    wrong = 'is covered by ' + name(top);
                  return [i, e.type === 'radio' ? group(e).length : 0, name(e), wrong];
                },
                chosen() {
                  const e = document.activeElement;
                  return e.type === 'radio' && e.checked ? group(e).indexOf(e) : -1;
                }
              };
              return [stops.length, ...window.walk.ahead];
            }
            """;

    /**
     * Where the focus is: the number of the stop, of the radios of its name, its name, what is
     * wrong.
     */
    private record Step(int index, int radios, String name, String wrong) {
        static Step of(Page page) {
            List<?> at = (List<?>) page.evaluate("() => window.walk.at()");
            return new Step(
                    (Integer) at.get(0),
                    (Integer) at.get(1),
                    (String) at.get(2),
                    (String) at.get(3));
        }
    }

    private final Page page;
    private final List<String> wrong = new ArrayList<>();

    private KeyboardWalk(Page page) {
        this.page = page;
    }

    /**
     * Walks once around the page with the Tab key, and through each group of radios with arrows.
     */
    static List<String> around(Page page) {
        var walk = new KeyboardWalk(page);
        walk.around();
        return walk.wrong;
    }

    private void around() {
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
        List<?> started = (List<?>) page.evaluate(START);
        int stops = (Integer) started.getFirst();
        started.stream().skip(1).forEach(name -> wrong.add(name + " is ahead of its place"));
        for (int i = 0; i < stops; i++) {
            page.keyboard().press("Tab");
            Step step = Step.of(page);
            if (step.index() != i) {
                wrong.add(
                        "stop %d of %d is number %d: %s"
                                .formatted(i, stops, step.index(), step.name()));
                return;
            }
            if (!step.wrong().isEmpty()) {
                wrong.add(step.name() + " " + step.wrong());
            }
            if (step.radios() > 1) {
                arrows(step);
            }
        }
        page.keyboard().press("Tab");
        if (Step.of(page).index() == stops - 1) {
            wrong.add("the focus stays on the last stop");
        }
    }

    private void arrows(Step step) {
        int before = chosen();
        page.keyboard().press("ArrowDown");
        int next = chosen();
        page.keyboard().press("ArrowUp");
        int back = chosen();
        int from = Math.max(before, 0);
        if (next != (from + 1) % step.radios() || back != from) {
            wrong.add(
                    "arrows lead from %d to %d to %d: %s"
                            .formatted(before, next, back, step.name()));
        }
    }

    private int chosen() {
        return (Integer) page.evaluate("() => window.walk.chosen()");
    }

    /**
     * Sends a form as it stands. Where something is missing the focus is on the summary, whose
     * every line leads to a field.
     *
     * @return what is wrong, or an empty list; nothing at all where the form was taken
     */
    static List<String> sent(Page page, String form) {
        TestBrowser.enter(page.locator(form + " button:not([formaction])").last());
        Locator summary = page.locator(".govuk-error-summary");
        if (summary.count() == 0) {
            return List.of("taken");
        }
        List<String> wrong = new ArrayList<>();
        if (!(Boolean) summary.first().evaluate("s => s === document.activeElement")) {
            wrong.add("the focus is not on what is wrong");
        }
        for (Locator line : summary.locator("a").all()) {
            String target = line.getAttribute("href").substring(1);
            line.press("Enter");
            if (!page.evaluate("document.activeElement.id").equals(target)) {
                wrong.add("“" + line.textContent() + "” leads to no field: " + target);
            }
        }
        return wrong;
    }
}
