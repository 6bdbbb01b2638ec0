package sightline.linkage;

/** Is told of each step of a long run as it ends. */
@FunctionalInterface
public interface Progress {
    /** The step that ended, in words. */
    void done(String step);
}
