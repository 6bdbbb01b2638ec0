package sightline.web.view.part;

/**
 * A form with what it does.
 *
 * @param what what follows from it, for whom
 */
public record HeadedForm(String heading, String what, Form form) {}
