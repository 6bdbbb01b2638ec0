package sightline.core.duties;

import java.util.List;

/**
 * A versioned set of clocks of one nation or area.
 *
 * @param name its name
 * @param version changes with every change of content
 * @param ground where it holds
 * @param yaml the text that it was read from
 */
public record Pack(
        String name, String version, Ground ground, List<ClockDefinition> clocks, String yaml) {
    public Pack {
        clocks = List.copyOf(clocks);
    }

    @Override
    public String toString() {
        return "Pack[" + name + " " + version + "]";
    }
}
