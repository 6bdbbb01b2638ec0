package sightline.core.identity;

import java.util.List;

/**
 * Which addresses are one place.
 *
 * @param places each address in exactly one
 * @param undecided pairs for the review queue, of different places and with an open question
 * @param overruled decisions that newer ones contradict
 */
public record PlaceResolution(
        List<ResolvedPlace> places, List<OpenPair> undecided, List<PlaceDecision> overruled) {

    /**
     * Two addresses about which somebody should decide.
     *
     * @param comparison what the addresses alone say
     */
    public record OpenPair(PlaceKey first, PlaceKey second, AddressComparison.Result comparison) {}

    public PlaceResolution {
        places = List.copyOf(places);
        undecided = List.copyOf(undecided);
        overruled = List.copyOf(overruled);
    }
}
