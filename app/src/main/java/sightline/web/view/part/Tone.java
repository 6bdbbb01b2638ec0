package sightline.web.view.part;

/** How much a tag or a flag presses. Words carry the meaning; the tone only repeats it. */
public enum Tone {
    NEUTRAL("neutral"),
    GREEN("green"),
    AMBER("amber"),
    RED("red"),
    BLUE("blue");

    private final String css;

    Tone(String css) {
        this.css = css;
    }

    public String css() {
        return css;
    }
}
