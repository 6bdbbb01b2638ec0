package sightline.web.view.part;

/**
 * One answer of a list.
 *
 * @param hint what choosing it does; empty when its label says it
 */
public record Option(String value, String label, String hint, boolean chosen) {}
