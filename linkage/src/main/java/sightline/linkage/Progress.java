package sightline.linkage;

/** Is told of each step of a long run as it ends, and of how far a long step is. */
@FunctionalInterface
public interface Progress {
    /** The step that ended, in words. */
    void done(String step);

    /**
     * How far the step is that is under way; told now and then, by any thread.
     *
     * @param what what is being done, such as "scoring pairs"
     * @param done how many of them are done
     * @param of how many there are
     */
    default void underWay(String what, long done, long of) {}
}
