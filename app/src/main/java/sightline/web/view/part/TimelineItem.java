package sightline.web.view.part;

/**
 * Something that happened, newest first.
 *
 * @param when with the time only where the time is known
 */
public record TimelineItem(String title, String by, String when, String text) {}
