package sightline.web.view.part;

/**
 * A part of the page that could not be filled.
 *
 * @param what what we could not get, like "police records"
 * @param when when it was tried
 */
public record SourceFailed(String what, String when, String next) {}
