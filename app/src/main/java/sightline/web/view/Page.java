package sightline.web.view;

/** A page as it is to be read: its frame, and the name of the template that shows it. */
public interface Page {

    /** What surrounds the page: reader, purpose, navigation. */
    PageFrame frame();

    /** The template, like {@code page/alert.jte}. */
    String template();
}
