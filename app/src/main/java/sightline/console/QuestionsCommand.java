package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import sightline.core.casework.Question;
import sightline.core.casework.QuestionSet;
import sightline.core.casework.QuestionSets;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints the question sets that ship, or checks the files given. */
@Command(
        name = "questions",
        description = "Print the question sets with their sources, or check files of your own.",
        mixinStandardHelpOptions = true)
final class QuestionsCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Question sets to check.")
    private List<Path> files = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            QuestionSets.shipped().sets().forEach(this::print);
            return Outcome.OK.code();
        }
        return new FilesChecked<>(spec, "set", QuestionSets::read, this::print).of(files).code();
    }

    private void print(QuestionSet set) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf("%s, %s, version %s%n", set.id(), set.title(), set.version());
        }
        for (Question question : set.questions()) {
            if (json) {
                out.println(
                        JSON.createObjectNode()
                                .put("set", set.id())
                                .put("version", set.version())
                                .put("id", question.id())
                                .put("text", question.text())
                                .put("source", question.from().source())
                                .put("mark", question.from().mark()));
            } else {
                boolean unconfirmed = question.from().unconfirmed();
                out.printf(
                        "  %-24s %s [%s%s]%n",
                        question.id(),
                        question.text(),
                        question.from().mark(),
                        unconfirmed ? ", unconfirmed" : "");
            }
        }
        out.flush();
    }
}
