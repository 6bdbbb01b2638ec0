package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * One line on who may be told: the person or service, then what.
 *
 * @param what empty when the name says it all
 */
public record SharingLine(String who, String what, @Nullable Link link) {
    public static SharingLine of(String who, String what) {
        return new SharingLine(who, what, null);
    }
}
