package sightline.web.view.part;

/**
 * A duty in short, as beside an alert or on the page of a child.
 *
 * @param why what started it; empty where it need not be said
 * @param href page of the duty; empty when it has none
 */
public record DutyLine(String what, String why, Due due, String href) {}
