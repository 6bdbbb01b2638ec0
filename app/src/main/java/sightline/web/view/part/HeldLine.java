package sightline.web.view.part;

/**
 * Two records that are held to be one person's.
 *
 * @param what whose records they are
 * @param why by what they were joined, and how sure that is
 * @param doubt where whoever takes them for two people's says so
 */
public record HeldLine(String what, String why, Link doubt) {}
