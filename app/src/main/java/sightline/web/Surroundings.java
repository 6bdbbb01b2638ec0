package sightline.web;

import sightline.web.view.PageFrame;
import sightline.web.view.page.SignInPage;

import java.util.List;

/**
 * What this installation says on every page.
 *
 * @param desk whom to ring for certainty
 * @param madeUp whether the records are a demonstration's
 * @param examples sign-ins of the demonstration
 */
record Surroundings(PageFrame.Desk desk, boolean madeUp, List<SignInPage.Example> examples) {
    Surroundings {
        examples = List.copyOf(examples);
    }

    /**
     * Reads sign-ins of a demonstration: one a line, its name, role, agency and sign-in name
     * separated by bars.
     */
    static List<SignInPage.Example> examples(String lines) {
        return lines.lines()
                .map(line -> line.split("\\|", -1))
                .filter(parts -> parts.length == 4)
                .map(p ->
                        new SignInPage.Example(
                                p[0].strip(), p[1].strip(), p[2].strip(), p[3].strip()))
                .toList();
    }
}
