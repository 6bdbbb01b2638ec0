package sightline.feeds;

/** Too many messages wait to be stored. Nothing was stored; send it again in a few seconds. */
public final class IntakeBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IntakeBusy() {
        super("too many messages wait to be stored\nSend it again in a few seconds.");
    }
}
