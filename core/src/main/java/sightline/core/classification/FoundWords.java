package sightline.core.classification;

import sightline.core.kernel.Text;

/**
 * Words of a log that a sign was found in.
 *
 * @param from where they begin in the log's own words
 * @param to where they end, the character after the last
 * @param negated whether the log says that it was not so: "no threats were made"
 */
public record FoundWords(int from, int to, Text quote, Sign sign, boolean negated) {

    /** Whether they speak for an incident between connected people. */
    public boolean suggests() {
        return !negated && !sign.group().against();
    }

    /** Whether they speak against it. */
    public boolean speaksAgainst() {
        return negated ? sign.group() != Sign.Group.CHILD : sign.group().against();
    }
}
