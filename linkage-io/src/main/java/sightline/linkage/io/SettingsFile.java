package sightline.linkage.io;

import sightline.linkage.LinkageException;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of settings in YAML, to be read and edited, or of a learnt model, which is settings and
 * what was learnt under them.
 *
 * @param settings how records are linked
 * @param trained what was learnt, where the file holds it
 */
public record SettingsFile(Settings settings, Optional<TrainedModel> trained) {

    /** The text for settings; the remarks in it give each column's reason. */
    public static String text(Settings settings, List<String> files) {
        return new SettingsText(files).text(settings);
    }

    /** The text for a learnt model. */
    public static String text(TrainedModel trained, List<String> files) {
        return new SettingsText(files).text(trained);
    }

    /**
     * Reads a file of settings for these tables; each mistake in it is refused with its line and
     * what to do about it.
     */
    public static SettingsFile read(Path file, List<Table> tables) {
        try {
            String name = String.valueOf(file.getFileName());
            return parse(name, Files.readString(file), tables);
        } catch (IOException e) {
            throw new LinkageException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** As {@link #read}, from text; the name is for messages. */
    public static SettingsFile parse(String name, String text, List<Table> tables) {
        return new SettingsReading(name, tables).read(text);
    }
}
