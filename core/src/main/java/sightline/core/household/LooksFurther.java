package sightline.core.household;

/**
 * Somebody who was to be seen by themselves is looked at together with others: what follows for
 * them is known only from a whole {@link Neighbourhood}.
 */
public final class LooksFurther extends RuntimeException {
    private static final long serialVersionUID = 1;

    LooksFurther() {
        super("others are looked at", null, false, false);
    }
}
