package sightline.database;

import java.util.Set;

/**
 * What a reader's signed context says of the reader. The room {@code access} makes these, from a
 * session that somebody has signed in to; everybody else passes them on.
 */
public interface Claims {
    /** The signed-in session. */
    String session();

    /** The reader's user id. */
    String actor();

    /** The agency for which they read. */
    String agency();

    /** That agency and the closed ones whose work it has. */
    Set<String> agencies();

    /** The names of their roles there. */
    Set<String> roles();

    /** The teams to which they belong. */
    Set<String> teams();

    /** The posts that they hold or cover today. */
    Set<String> posts();

    /** The code of the purpose that they gave. */
    String purpose();
}
