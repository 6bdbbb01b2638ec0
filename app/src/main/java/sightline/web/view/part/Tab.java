package sightline.web.view.part;

/** A page of the same subject. */
public record Tab(String text, String href, boolean current) {}
