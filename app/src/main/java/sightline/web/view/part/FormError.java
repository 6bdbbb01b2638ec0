package sightline.web.view.part;

/** A mistake in a form and the field to go to. */
public record FormError(String text, String fieldId) {}
