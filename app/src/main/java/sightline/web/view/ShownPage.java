package sightline.web.view;

/**
 * A page on its way to its template. Its own text is the template's name, so that a framework that
 * logs its model logs nobody's record.
 */
final class ShownPage {

    static final String ATTRIBUTE = "page";

    private final Page page;

    ShownPage(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    @Override
    public String toString() {
        return page.template();
    }
}
