package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * Something another agency owes to the reader.
 *
 * @param about whom, by name; null where the reader may not read who it is
 * @param own what the reader's own agency calls them then
 */
public record OwedRow(
        Due due,
        String by,
        @Nullable Link about,
        String own,
        String asked,
        Tag state,
        String stateDetail,
        Link action) {}
