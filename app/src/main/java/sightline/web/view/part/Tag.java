package sightline.web.view.part;

/** A state in words, on a tinted ground. */
public record Tag(String text, Tone tone) {}
