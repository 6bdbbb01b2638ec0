package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every form about a child by the keyboard alone, in Chromium. */
@Order(4)
final class FormsByKeyboardInBrowserTest extends InWestmarsh {

    @Test
    void everyFormIsFilledInAndPutRightWithoutAMouse() {
        List<String> wrong = new ArrayList<>();
        Set<String> refused = new TreeSet<>();
        try (var visitor = browser.visitor()) {
            Page page = signIn(visitor, "priya", "section 47");
            for (String path : pages(page)) {
                page.navigate(world.address(path));
                assertThat(page.locator("main form[method=post]").count()).as(path).isPositive();
                List<String> forms = forms(page);
                KeyboardWalk.around(page).forEach(w -> wrong.add(path + ": " + w));
                for (String form : forms) {
                    page.navigate(world.address(path));
                    List<String> answer = KeyboardWalk.sent(page, form);
                    if (!answer.equals(List.of("taken"))) {
                        refused.add(path + form);
                        answer.forEach(w -> wrong.add(path + form + ": " + w));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeGreaterThan(20);
    }

    @Test
    void theWalkFindsWhatIsWrong() {
        try (var visitor = browser.visitor()) {
            Page page = visitor.newPage();
            page.setContent(
                    "<style>#dull:focus{outline:none}</style><a href='#a'>a</a><button id=dull"
                            + " style='outline:none'>b</button><input id=late tabindex=3>"
                            + "<input id=trap onkeydown='event.preventDefault()'><a href='#z'>z</a>");
            assertThat(KeyboardWalk.around(page))
                    .anyMatch(w -> w.contains("late") && w.contains("ahead of its place"))
                    .anyMatch(w -> w.contains("is number"));
            page.setContent(
                    "<button style='outline:none'>b</button><input onkeydown='event.preventDefault()'>");
            assertThat(KeyboardWalk.around(page))
                    .anyMatch(w -> w.contains("looks the same with focus"))
                    .anyMatch(w -> w.contains("stays on the last stop"));
        }
    }

    /** Which have a form for whoever has the case. */
    private List<String> pages(Page page) {
        Set<String> pages = new LinkedHashSet<>(List.of("/referrals/new", "/people", "/checks"));
        FormPages.all().stream()
                .filter(p -> !p.equals("decisions"))
                .forEach(p -> pages.add(child() + "/" + p));
        page.navigate(world.address(child() + "/" + FormPages.SET));
        FormPages.questions(page.content()).stream()
                .limit(1)
                .forEach(p -> pages.add(child() + "/" + p));
        page.navigate(world.address("/work"));
        pages.addAll(first(page, "main a[href^='/alerts/']"));
        pages.addAll(first(page, "main a[href^='/duties/']"));
        return List.copyOf(pages);
    }

    private static List<String> first(Page page, String links) {
        return page.locator(links).all().stream()
                .map(a -> a.getAttribute("href"))
                .map(h -> h.replaceAll("#.*", ""))
                .limit(1)
                .toList();
    }

    /** Each by its place on the page; what is shut is opened by whoever asks for it. */
    private static List<String> forms(Page page) {
        return page.locator("main form[method=post]").all().stream()
                .map(f -> f.getAttribute("id"))
                .map(id -> "#" + id)
                .toList();
    }
}
