package sightline.web.view.part;

import java.util.List;

/**
 * How far a referral has come, as its sender and its receiver both see it.
 *
 * @param title whose it is, and from when
 */
public record Loop(String title, List<Step> steps) {
    public Loop {
        steps = List.copyOf(steps);
    }

    /** One step. */
    public record Step(String words, String detail, State state) {}

    /** Whether a step was made; said in words beside its colour. */
    public enum State {
        DONE("done", "Done"),
        WAITS("waits", "Waits"),
        LATE("late", "Late"),
        NOT_YET("notyet", "Not yet");

        private final String css;
        private final String words;

        State(String css, String words) {
            this.css = css;
            this.words = words;
        }

        public String css() {
            return css;
        }

        public String words() {
            return words;
        }
    }
}
