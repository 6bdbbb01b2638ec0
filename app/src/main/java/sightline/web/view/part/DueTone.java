package sightline.web.view.part;

/** How near a due date is. */
public enum DueTone {
    OVER("over"),
    TODAY("today"),
    SOON("soon"),
    LATER("later"),
    DONE("done");

    private final String css;

    DueTone(String css) {
        this.css = css;
    }

    public String css() {
        return css;
    }
}
