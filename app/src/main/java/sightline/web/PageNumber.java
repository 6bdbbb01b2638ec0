package sightline.web;

import sightline.register.RegisterReading;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.Optional;

/** The number of a page of a register's list, from 1, as an address has it. */
final class PageNumber {
    private PageNumber() {}

    /** The number asked for; what is none is the first. A page beyond the last is for the list. */
    static int read(Optional<String> page) {
        return page.filter(p -> p.matches("[1-9][0-9]{0,5}")).map(Integer::parseInt).orElse(1);
    }

    /**
     * Where the reader is.
     *
     * @param address of the list, with what was asked of it
     * @param shown how many this page shows
     * @param all how many there are
     * @param order how they stand, in words
     */
    static Pages pages(String address, int number, int shown, long all, String order) {
        int from = (number - 1) * RegisterReading.PAGE;
        int last = from + shown;
        String numbered = address + (address.contains("?") ? "&page=" : "?page=");
        return new Pages(
                shown == 0 ? "" : "%d to %d of %d, %s".formatted(from + 1, last, all, order),
                number > 1 ? Link.to("Previous 50", numbered + (number - 1)) : null,
                last < all ? Link.to("Next 50", numbered + (number + 1)) : null);
    }
}
