package sightline.core.register;

import sightline.core.kernel.Limit;

/** For how long somebody is under a pack. */
public sealed interface Length {
    /** Without end, until a review or a court ends it. */
    record Indefinite() implements Length {}

    /** A fixed time, beginning with the day from which the pack counts. */
    record Fixed(Limit limit) implements Length {}

    /** As long as the sentence itself: a conditional discharge. */
    record OfSentence() implements Length {}

    /** As long as the order or marker says. */
    record OfOrder() implements Length {}

    /** "indefinite", "120 months", "sentence" or "order". */
    static Length parse(String text) {
        return switch (text) {
            case "indefinite" -> new Indefinite();
            case "sentence" -> new OfSentence();
            case "order" -> new OfOrder();
            default -> new Fixed(Limit.parse(text));
        };
    }

    /** How a page says it. */
    default String inWords() {
        return switch (this) {
            case Indefinite() -> "without a set end";
            case Fixed(Limit limit) -> Lengths.inWords(limit);
            case OfSentence() -> "as long as the sentence";
            case OfOrder() -> "as long as the order";
        };
    }
}
