package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Count;
import sightline.web.view.part.Form;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * One uploaded file: its stages, what goes in, what is set aside and why.
 *
 * @param note what has just been done, or what to do next
 * @param again where to look again; none once nothing moves by itself
 * @param readyNote how many of the rows that go in are listed
 * @param download where what is set aside is handed out; none when nothing is
 */
public record RegisterImportPage(
        PageFrame frame,
        Link back,
        String heading,
        String now,
        String note,
        @Nullable Link again,
        List<Count> counts,
        List<Stage> stages,
        List<Ready> ready,
        String readyNote,
        List<Aside> aside,
        String asideNote,
        @Nullable Link download,
        Pages pages,
        List<Headed> forms)
        implements Page {
    public RegisterImportPage {
        counts = List.copyOf(counts);
        stages = List.copyOf(stages);
        ready = List.copyOf(ready);
        aside = List.copyOf(aside);
        forms = List.copyOf(forms);
    }

    @Override
    public String template() {
        return "page/register-import.jte";
    }

    /** A stage: how far it is, what it counted, when and by whom. */
    public record Stage(String title, Tag state, String what) {}

    /** A row that goes in. */
    public record Ready(
            String number, String localId, String name, String offence, String register) {}

    /** A row that is set aside. */
    public record Aside(String number, String localId, List<String> why, List<String> fix) {
        public Aside {
            why = List.copyOf(why);
            fix = List.copyOf(fix);
        }
    }

    /** A form with what it does. */
    public record Headed(String heading, String what, Form form) {}
}
