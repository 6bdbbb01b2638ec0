package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/** Something another agency owes to the reader. */
public record OwedRow(
        Due due,
        String by,
        @Nullable Link about,
        String asked,
        Tag state,
        String stateDetail,
        Link action) {}
