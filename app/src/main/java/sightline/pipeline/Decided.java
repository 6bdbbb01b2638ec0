package sightline.pipeline;

import sightline.core.identity.Decision;
import sightline.core.identity.PlaceDecision;
import sightline.identity.Deciding;

/** What people decided, taken into account by the pipeline at once. */
final class Decided implements Deciding {
    private final Pipeline pipeline;

    Decided(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void decided(Decision decision) {
        pipeline.decide(decision);
    }

    @Override
    public void undone(Decision decision) {
        pipeline.undo(decision);
    }

    @Override
    public void decided(PlaceDecision decision) {
        pipeline.decide(decision);
    }

    @Override
    public void undone(PlaceDecision decision) {
        pipeline.undo(decision);
    }
}
