package sightline.web.view.page;

import sightline.web.view.part.Due;
import sightline.web.view.part.Link;

/**
 * A duty in a list that names nobody.
 *
 * @param late how late, in working days; empty where it is not
 * @param stands whom it has reached, and since when
 */
public record OwedLine(
        Due due, String late, String what, String by, String stands, String next, Link duty) {}
