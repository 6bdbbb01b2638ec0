package sightline.web.view.part;

/** Where a rung of the ladder stands. */
public enum RungState {
    DONE("done"),
    NEXT("next"),
    LATER("later");

    private final String css;

    RungState(String css) {
        this.css = css;
    }

    public String css() {
        return css;
    }
}
