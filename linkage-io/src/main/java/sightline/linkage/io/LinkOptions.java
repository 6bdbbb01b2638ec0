package sightline.linkage.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was asked of the command.
 *
 * @param verb what to do
 * @param words what the verb is about: the two records to explain
 * @param files the tables
 * @param model "auto", or a file of settings or of a learnt model
 * @param values the other options, each with what was said for it
 */
record LinkOptions(
        Verb verb,
        List<String> words,
        List<Path> files,
        String model,
        Map<String, List<String>> values) {
    private static final List<String> ENGINES = List.of("local", "spark");

    /** What the command does. */
    enum Verb {
        LINK,
        EXPLAIN,
        EVALUATE;

        private List<String> options() {
            return switch (this) {
                case LINK -> with("--output", "--save-model", "--report");
                case EXPLAIN -> with();
                case EVALUATE -> with("--truth", "--group", "--report");
            };
        }
    }

    private static List<String> with(String... others) {
        return Stream.concat(
                        Stream.of("--model", "--engine", "--master", "--checkpoint"),
                        Stream.of(others))
                .toList();
    }

    /** The command cannot be understood; why, in words. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    LinkOptions {
        words = List.copyOf(words);
        files = List.copyOf(files);
        values = Map.copyOf(values);
    }

    static LinkOptions of(List<String> arguments) {
        int at = !arguments.isEmpty() && arguments.getFirst().equals("link") ? 1 : 0;
        Verb verb = Verb.LINK;
        if (at < arguments.size()) {
            verb =
                    switch (arguments.get(at)) {
                        case "explain" -> Verb.EXPLAIN;
                        case "evaluate" -> Verb.EVALUATE;
                        default -> Verb.LINK;
                    };
        }
        at += verb == Verb.LINK ? 0 : 1;
        List<String> words = new ArrayList<>();
        for (int i = 0; verb == Verb.EXPLAIN && i < 2 && at < arguments.size(); i++) {
            words.add(arguments.get(at++));
        }
        List<Path> files = new ArrayList<>();
        Map<String, List<String>> values = new HashMap<>();
        while (at < arguments.size()) {
            String word = arguments.get(at++);
            if (!word.startsWith("--")) {
                files.add(Path.of(word));
                continue;
            }
            if (!verb.options().contains(word)) {
                throw new UsageException("there is no option " + word + " here");
            }
            if (at == arguments.size() || arguments.get(at).isEmpty()) {
                throw new UsageException(word + " needs a value");
            }
            values.computeIfAbsent(word, w -> new ArrayList<>()).add(arguments.get(at++));
        }
        String model = values.getOrDefault("--model", List.of("auto")).getLast();
        LinkOptions options = new LinkOptions(verb, words, files, model, values);
        options.check();
        return options;
    }

    private void check() {
        if (files.isEmpty()) {
            throw new UsageException("no file is named");
        }
        if (verb == Verb.LINK && value("--output").isEmpty()) {
            throw new UsageException("--output is missing");
        }
        if (verb == Verb.EVALUATE && value("--truth").isEmpty()) {
            throw new UsageException("--truth is missing");
        }
        if (!ENGINES.contains(engine())) {
            throw new UsageException("--engine is local or spark");
        }
        if (engine().equals("local") && value("--master").isPresent()) {
            throw new UsageException("--master is for --engine spark");
        }
    }

    /** Where the pairs are made and compared. */
    String engine() {
        return value("--engine").orElse("local");
    }

    Optional<String> value(String option) {
        return values(option).reduce((first, last) -> last);
    }

    Stream<String> values(String option) {
        return values.getOrDefault(option, List.of()).stream();
    }
}
