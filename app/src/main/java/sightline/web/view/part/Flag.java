package sightline.web.view.part;

/**
 * A flag beside a name: its words, and where it is explained.
 *
 * @param href page of the flag; empty when there is none
 */
public record Flag(String text, Tone tone, String href) {}
