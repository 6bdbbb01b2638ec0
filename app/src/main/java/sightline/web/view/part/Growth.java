package sightline.web.view.part;

/** One moment in the growth of an alert: raised, grew, evidence withdrawn. */
public record Growth(String when, String what, String text, boolean solid) {}
