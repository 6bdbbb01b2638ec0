package sightline.web.view.page;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.ClockBar;
import sightline.web.view.part.DecisionLine;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Due;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Ladder;
import sightline.web.view.part.Loop;
import sightline.web.view.part.TimelineItem;

import java.util.List;

/**
 * One duty with its date explained, day by day.
 *
 * @param question what is asked, where the duty is to answer it; empty of every other duty
 * @param must for whoever's word does not end it, whose does; empty for others
 * @param decisions made about the child, where the child's record is open to the reader
 */
public record DutyPage(
        PageFrame frame,
        IdentityBar identity,
        List<Definition> question,
        List<Loop> loops,
        Due due,
        String sentence,
        ClockBar clock,
        List<Day> days,
        String daysNote,
        List<Definition> law,
        Ladder ladder,
        List<Definition> ends,
        List<FormError> errors,
        String must,
        List<Form> forms,
        List<TimelineItem> happened,
        List<DecisionLine> decisions)
        implements Page {
    public DutyPage {
        question = List.copyOf(question);
        loops = List.copyOf(loops);
        days = List.copyOf(days);
        law = List.copyOf(law);
        ends = List.copyOf(ends);
        errors = List.copyOf(errors);
        forms = List.copyOf(forms);
        happened = List.copyOf(happened);
        decisions = List.copyOf(decisions);
    }

    @Override
    public String template() {
        return "page/duty.jte";
    }

    /** How a day counts. */
    public enum DayState {
        START("start"),
        COUNTED("counted"),
        SKIPPED("skip"),
        STOPPED("skip"),
        LIMIT("limit"),
        LATE("late");

        private final String css;

        DayState(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    /**
     * One day of the count.
     *
     * @param number like "Day 1"; "Not counted" for a day that does not count
     */
    public record Day(String date, String number, String why, DayState state) {}
}
