package sightline.web.view.part;

/**
 * What became of one message about an alert. Sent, opened by a named person and acknowledged are
 * three different things.
 */
public record Delivery(
        String to,
        String toDetail,
        String sent,
        String opened,
        String acknowledged,
        Tag state,
        String stateDetail) {}
