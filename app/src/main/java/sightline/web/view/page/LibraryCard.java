package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * A review that cannot be read now.
 *
 * @param link where what is left of it stands; nothing for one that is withheld
 */
public record LibraryCard(
        String heading, String then, @Nullable Link link, List<Definition> lines) {
    public LibraryCard {
        lines = List.copyOf(lines);
    }
}
