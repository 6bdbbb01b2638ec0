package sightline.api;

import sightline.checks.Asked;
import sightline.core.checks.Checked.Outcome;
import sightline.core.checks.Checked.Words;
import sightline.core.checks.SourceAnswer;
import sightline.core.checks.Touchpoint;
import sightline.core.facts.Codes;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An answer as agencies' systems get it. Where words alone are said it differs between causes in
 * nothing but the check's number and times.
 *
 * @param desk whom to ring
 */
record CheckJson(String desk, String telephone) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is said whatever was found, so that nobody is refused by it. */
    static final String USE =
            "It may not be used to refuse, delay or end a home, a school place or care for anyone.";

    ObjectNode of(Asked asked) {
        ObjectNode node = JSON.createObjectNode();
        node.put("check", asked.number());
        node.put("reference", asked.reference());
        node.put("touchpoint", asked.touchpoint());
        node.put("askedAt", asked.at().toString());
        asked.said()
                .ifPresentOrElse(
                        said -> said(node, said), () -> node.put("answer", word(asked.words())));
        sources(node, asked.sources());
        rest(node);
        asked.rung().ifPresent(rung -> node.put("rungAt", rung.at().toString()));
        return node;
    }

    private static void said(ObjectNode node, Asked.Said said) {
        node.put("outcome", Codes.kebab(said.outcome()));
        ArrayNode steps = node.putArray("explanation");
        said.steps()
                .forEach(s ->
                        steps.addObject()
                                .put("text", s.text())
                                .put("source", s.source())
                                .put("certainty", s.certainty()));
    }

    private static void sources(ObjectNode node, List<SourceAnswer> sources) {
        ArrayNode rows = node.putArray("coverage");
        for (SourceAnswer source : sources) {
            ObjectNode row =
                    rows.addObject()
                            .put("source", source.name())
                            .put("state", Codes.kebab(source.state()));
            source.completeUpTo().ifPresent(at -> row.put("completeUpTo", at.toString()));
        }
    }

    private void rest(ObjectNode node) {
        node.putObject("ring").put("desk", desk).put("telephone", telephone);
        node.put("use", USE);
    }

    private static String word(Words words) {
        return Codes.kebab(words);
    }

    /** The answer that an integrator asks for; empty for one that this touchpoint never gives. */
    Optional<ObjectNode> simulated(Touchpoint at, String answer, String reference) {
        boolean words = at.answers() == Touchpoint.Answers.WORDS;
        Object[] known = words ? Words.values() : Outcome.values();
        boolean given =
                Arrays.stream(known).map(k -> Codes.kebab((Enum<?>) k)).anyMatch(answer::equals);
        if (!given) {
            return Optional.empty();
        }
        boolean silent =
                answer.equals(word(Words.COULD_NOT_CHECK))
                        || answer.equals(Codes.kebab(Outcome.NEEDS_CHECKING));
        ObjectNode node = JSON.createObjectNode();
        node.put("simulated", true);
        node.put("check", "CHK-00-SIMULATED");
        node.put("reference", reference);
        node.put("touchpoint", at.kind());
        node.put(words ? "answer" : "outcome", answer);
        ArrayNode rows = node.putArray("coverage");
        at.sources()
                .forEach(s ->
                        rows.addObject()
                                .put("source", s.name())
                                .put("state", silent && rows.size() == 1 ? "down" : "answered"));
        rest(node);
        return Optional.of(node);
    }
}
