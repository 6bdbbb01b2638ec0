package sightline.core.duties;

import java.util.List;

/**
 * A versioned set of clocks of one nation or area.
 *
 * @param name its name
 * @param version changes with every change of content
 */
public record Pack(String name, String version, List<ClockDefinition> clocks) {
    public Pack {
        clocks = List.copyOf(clocks);
    }
}
