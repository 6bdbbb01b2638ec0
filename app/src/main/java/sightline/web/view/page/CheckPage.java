package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;
import sightline.web.view.part.Tag;

import java.util.List;

/**
 * Ask at a touchpoint, and the answer. What stands beside the answer's words is the same whatever
 * was found.
 *
 * @param words whether words alone are said here
 * @param answer the answer that is shown; nothing before anything was asked
 * @param telephone whom to ring
 */
public record CheckPage(
        PageFrame frame,
        String heading,
        String sub,
        boolean words,
        List<FormError> errors,
        Asking asking,
        @Nullable Answer answer,
        Link telephone,
        List<Row> rows,
        Pages pages)
        implements Page {
    public CheckPage {
        errors = List.copyOf(errors);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "page/check.jte";
    }

    /**
     * The form.
     *
     * @param about the check itself, then the home where one is asked for
     * @param people one set of fields for each person
     */
    public record Asking(List<Field> about, List<Field> home, List<Person> people, String button) {
        public Asking {
            about = List.copyOf(about);
            home = List.copyOf(home);
            people = List.copyOf(people);
        }
    }

    /** The fields of one person. */
    public record Person(String legend, List<Field> fields) {
        public Person {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An answer.
     *
     * @param css how it is drawn: {@code ok}, {@code ring} or {@code none}
     * @param number what to say when ringing
     * @param what what to do, one sentence a line
     * @param steps what it rests on; none where words alone are said
     */
    public record Answer(
            String css,
            String asked,
            String number,
            String title,
            boolean ring,
            List<Line> what,
            List<Step> steps,
            String coverage,
            List<Source> sources,
            String rung,
            boolean toRing,
            String once) {
        public Answer {
            what = List.copyOf(what);
            steps = List.copyOf(steps);
            sources = List.copyOf(sources);
        }
    }

    /** A sentence with its first words said loudly. */
    public record Line(String first, String rest) {}

    /** One step of what an answer rests on. */
    public record Step(String text, String source, String certainty) {}

    /** A source and whether it answered. */
    public record Source(String name, Tag answer, String upTo) {}

    /** A check that was asked before. */
    public record Row(String asked, Link reference, String touchpoint, String answer, Tag call) {}
}
