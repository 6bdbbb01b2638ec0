package sightline.api;

import org.springframework.http.ResponseEntity;

import sightline.feeds.Problem;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a check, field by field, and what to send instead. */
record CheckProblem(String field, String message, String fix) {

    static CheckProblem of(sightline.facts.wire.Problem problem) {
        return new CheckProblem(problem.field(), problem.message(), problem.fix());
    }

    /** What is wrong with the question's own fields. */
    static List<CheckProblem> of(JsonNode said) {
        List<CheckProblem> problems = new ArrayList<>();
        if (!said.isObject()) {
            problems.add(
                    new CheckProblem(
                            "body",
                            "it is no JSON object",
                            "send one JSON object with reference and message"));
            return problems;
        }
        if (!said.path("reference").isString()) {
            problems.add(
                    new CheckProblem(
                            "reference",
                            "it is missing",
                            "send your own case reference: a check without one cannot be accounted for"));
        }
        if (!said.path("message").isObject()) {
            problems.add(
                    new CheckProblem(
                            "message",
                            "it is missing",
                            "send the message of the touchpoint, as to /api/messages"));
        }
        said.propertyNames().stream()
                .filter(n -> !List.of("reference", "message").contains(n))
                .forEach(n ->
                        problems.add(
                                new CheckProblem(
                                        "body",
                                        "it has a field that is not known",
                                        "send reference and message, and nothing else")));
        return problems;
    }

    static ResponseEntity<Object> response(List<CheckProblem> problems) {
        return ApiProblem.notUnderstood(
                        problems.stream()
                                .map(p -> new Problem(p.field(), p.message(), p.fix()))
                                .toList())
                .response();
    }
}
