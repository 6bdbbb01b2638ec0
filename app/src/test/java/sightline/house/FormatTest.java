package sightline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import sightline.house.SourceTree.SourceFile;

/** All Java sources of all modules stand in one format, so that no review is about spaces. */
final class FormatTest {

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everyJavaSourceIsFormatted() {
        var sources = SourceTree.ofThisRepository().files(SourceFile::isJava);

        assertThat(sources).isNotEmpty();
        assertThat(sources.parallelStream().filter(this::differs).map(SourceFile::path))
                .as("Run ./format to put these files in the house format")
                .isEmpty();
    }

    /** Long strings stay as their author split them: their reflow has no fixed point. */
    private String formatted(String text) throws FormatterException {
        var ordered = ImportOrderer.reorderImports(text, Style.AOSP);
        return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }

    private boolean differs(SourceFile source) {
        var text = source.text();
        try {
            return !formatted(text).equals(text);
        } catch (FormatterException e) {
            throw new IllegalStateException("Not readable as Java: " + source.path(), e);
        }
    }
}
