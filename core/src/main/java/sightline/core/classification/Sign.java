package sightline.core.classification;

import java.util.regex.Pattern;

/**
 * A kind of wording that a log may hold, and why it matters. Words never decide that an incident
 * was domestic: they put a question before a person, and are shown behind it.
 *
 * @param meaning what such words say, as a page heads it
 * @param reason why that speaks for or against an incident between connected people
 * @param words what is looked for
 */
public record Sign(Group group, String meaning, String reason, Pattern words) {

    /** What a sign speaks of. */
    public enum Group {
        /** The two are or were a couple. */
        COUPLE,
        /** One is a relative of the other. */
        RELATIVE,
        /** Somebody did something that can be abuse. */
        CONDUCT,
        /** A dispute, or the sound of one. */
        ROW,
        /** Somebody was afraid, hurt, or not free to speak. */
        GUARDED,
        /** A child saw or heard it, or was there. */
        CHILD,
        /** What happened was with somebody from outside. */
        OUTSIDER,
        /** The log says that the two have no tie. */
        UNRELATED,
        /** It came from something else: a film, a game, a call by mistake. */
        OTHERWISE,
        /** The log says that it was calm, or that nothing was seen. */
        CALM;

        /** Whether it speaks against rather than for. */
        public boolean against() {
            return compareTo(OUTSIDER) >= 0;
        }
    }

    static Sign of(Group group, String meaning, String reason, String words) {
        return new Sign(
                group,
                meaning,
                reason,
                Pattern.compile(
                        "\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
