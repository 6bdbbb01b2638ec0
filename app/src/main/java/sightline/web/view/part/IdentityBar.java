package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Who the page is about: the same on each page of one subject. Holds the heading of the page.
 *
 * @param eyebrow small line above the name; empty when none
 * @param state one line where something about the record itself must be known; empty when none
 */
public record IdentityBar(
        @Nullable Link back,
        String eyebrow,
        String heading,
        List<ButtonLink> actions,
        List<Fact> facts,
        List<Flag> flags,
        String state,
        String tabsLabel,
        List<Tab> tabs) {
    public IdentityBar {
        actions = List.copyOf(actions);
        facts = List.copyOf(facts);
        flags = List.copyOf(flags);
        tabs = List.copyOf(tabs);
    }
}
