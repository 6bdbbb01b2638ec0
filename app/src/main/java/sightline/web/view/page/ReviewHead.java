package sightline.web.view.page;

import sightline.web.view.part.Tab;

import java.util.List;

/**
 * What stands over each page of a review.
 *
 * @param number its number
 * @param name what the child is called in it
 * @param facts kind, partnership, author, moment
 */
public record ReviewHead(String number, String name, String facts, List<Tab> tabs) {
    public ReviewHead {
        tabs = List.copyOf(tabs);
    }
}
