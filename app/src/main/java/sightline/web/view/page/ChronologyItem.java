package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.part.Link;
import sightline.web.view.part.RestrictedStub;
import sightline.web.view.part.Tag;

import java.util.List;

/** One line of a chronology. */
public sealed interface ChronologyItem {
    /**
     * An entry.
     *
     * @param happened when it was so, as precisely as is known
     * @param recorded when it was written down
     * @param received when it reached this system
     * @param correction "Corrected on, by, was", a dispute or a retraction; empty when there is
     *     none
     * @param isNew whether it came since the reader last looked
     */
    record Entry(
            String id,
            String date,
            String kind,
            String agency,
            String text,
            String happened,
            String recorded,
            String received,
            String correction,
            List<Tag> tags,
            @Nullable Link source,
            boolean isNew)
            implements ChronologyItem {
        public Entry {
            tags = List.copyOf(tags);
        }
    }

    /** An entry that the reader may not see. */
    record Hidden(String date, RestrictedStub stub) implements ChronologyItem {}

    /** A message that may concern this child and is not yet readable. */
    record Unread(String date, String text, String next) implements ChronologyItem {}
}
