package sightline.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import sightline.core.casework.QuestionSet;
import sightline.core.casework.QuestionSets;
import sightline.core.kernel.UnusableFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The question sets that a reader may ask from: those that ship, and those that an area put into
 * the folder {@code questions} of the installation, each a file that {@code sightline questions}
 * finds right. They are read once, at the start; one that cannot be read stops it.
 */
@Component
final class OfferedQuestions {
    private static final Set<String> ENDINGS = Set.of(".yaml", ".yml");
    private static final int MOST_FILES = 200;

    private final QuestionSets all;

    /**
     * @param folder of the sets of areas; where none is named, it is in that of the installation
     */
    OfferedQuestions(
            @Value("${sightline.questions:}") String folder,
            @Value("${sightline.data:}") String data) {
        Optional<Path> own =
                folder.isBlank()
                        ? Optional.of(data)
                                .filter(d -> !d.isBlank())
                                .map(d -> Path.of(d).resolve("questions"))
                        : Optional.of(named(Path.of(folder)));
        this.all =
                own.filter(Files::isDirectory)
                        .map(OfferedQuestions::with)
                        .orElseGet(QuestionSets::shipped);
    }

    private static QuestionSets with(Path folder) {
        List<QuestionSet> own = read(folder);
        try {
            return QuestionSets.shipped().with(own);
        } catch (IllegalArgumentException twice) {
            throw new UnusableFile(
                    folder, String.valueOf(twice.getMessage()), "Mend it, and start again.");
        }
    }

    private static Path named(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableFile(
                    folder,
                    "there is no such folder",
                    "Make it, or name none in sightline.questions.");
        }
        return folder;
    }

    private static List<QuestionSet> read(Path folder) {
        List<QuestionSet> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(f -> ENDINGS.stream().anyMatch(f.toString()::endsWith))
                            .sorted()
                            .limit(MOST_FILES + 1L)
                            .toList();
            if (found.size() > MOST_FILES) {
                throw new UnusableFile(
                        folder,
                        "it has more than " + MOST_FILES + " question sets",
                        "Remove some, and start again.");
            }
            for (Path file : found) {
                read.add(readFile(file));
            }
            return read;
        } catch (IOException unreadable) {
            throw new UnusableFile(
                    folder,
                    "it cannot be read",
                    "Let whoever runs the program read it, and start again.");
        }
    }

    private static QuestionSet readFile(Path file) {
        try {
            return QuestionSets.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UnusableFile(file, "it cannot be read as text in UTF-8", remedy(file));
        } catch (IllegalArgumentException wrong) {
            throw new UnusableFile(file, String.valueOf(wrong.getMessage()), remedy(file));
        }
    }

    private static String remedy(Path file) {
        return "Mend it, or take it out of the folder; ./sightline questions %s says whether it can be read."
                .formatted(file);
    }

    /** Those that hold where the reader works, in the order in which they are offered. */
    QuestionSets to(Visit visit) {
        return visit.directory()
                .area(visit.account().agency())
                .map(all::in)
                .orElseGet(QuestionSets::shipped);
    }
}
