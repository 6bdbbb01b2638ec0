package sightline.web.view.part;

/** The four words for how sure a step is. There is no number on a page of a practitioner. */
public enum Certainty {
    CONFIRMED("Confirmed", Tone.GREEN),
    LIKELY("Likely", Tone.AMBER),
    POSSIBLE("Possible", Tone.AMBER),
    NOT_KNOWN("Not known", Tone.NEUTRAL);

    private final String word;
    private final Tone tone;

    Certainty(String word, Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    public String word() {
        return word;
    }

    public Tone tone() {
        return tone;
    }

    /** Drawn dashed unless a person has confirmed it. */
    public String css() {
        return this == CONFIRMED ? "sure-step" : "unsure";
    }
}
