package sightline.library;

import sightline.core.kernel.London;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Finding;
import sightline.core.library.PublishedReview.Kind;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a review as they lie beside its file, in JSON or in a row of a table. */
record Sidecar(JsonNode fields) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LISTS = Set.of("ages", "themes", "agencies", "keywords");
    private static final Set<String> LINES = Set.of("recommendations", "findings");

    /** A field that cannot be read; its name, and what to write. */
    static final class WrongFieldException extends Exception {
        private static final long serialVersionUID = 1;

        WrongFieldException(String message) {
            super(message);
        }
    }

    static Sidecar of(byte[] json) throws WrongFieldException {
        try {
            JsonNode fields = JSON.readTree(json);
            if (!fields.isObject()) {
                throw new WrongFieldException("The fields are no JSON object. Write one.");
            }
            return new Sidecar(fields);
        } catch (JacksonException broken) {
            throw new WrongFieldException(
                    "The fields are no JSON. Write an object with the fields.");
        }
    }

    /**
     * The fields as a table has them, by the heading of their column: lists have a semicolon
     * between, recommendations and findings stand one a line.
     */
    static Sidecar of(Map<String, String> cells) {
        ObjectNode fields = JSON.createObjectNode();
        cells.forEach((name, cell) -> {
            if (LISTS.contains(name)) {
                Arrays.stream(cell.split(";", -1)).forEach(fields.putArray(name)::add);
            } else if (LINES.contains(name)) {
                ArrayNode lines = fields.putArray(name);
                cell.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add);
            } else {
                fields.put(name, cell);
            }
        });
        return new Sidecar(fields);
    }

    /** What tells one version of the fields from another. */
    byte[] bytes() {
        return JSON.writeValueAsBytes(fields);
    }

    PublishedReview review(List<Section> sections) throws WrongFieldException {
        try {
            return new PublishedReview(
                    reference(),
                    text("accession"),
                    required("pseudonym"),
                    Optional.of(text("area")).filter(a -> !a.isBlank()),
                    text("harmed"),
                    Kind.of(required("kind"))
                            .orElseThrow(
                                    () -> new WrongFieldException("kind is none of those known.")),
                    Optional.of(published()),
                    ages(),
                    texts("themes"),
                    texts("agencies"),
                    texts("keywords"),
                    text("model"),
                    text("abstract"),
                    text("learning"),
                    recommendations(),
                    sections,
                    findings());
        } catch (IllegalArgumentException wrong) {
            throw new WrongFieldException("A field is wrong: " + wrong.getMessage());
        }
    }

    private Reference reference() throws WrongFieldException {
        return Reference.of(required("reference"))
                .orElseThrow(() ->
                        new WrongFieldException(
                                "reference is not like LIB-2026-0012. Write it so."));
    }

    /** When it was published: a day counts from its beginning. */
    Instant published() throws WrongFieldException {
        String typed = required("published");
        try {
            return typed.length() == 10
                    ? London.startOf(LocalDate.parse(typed))
                    : Instant.parse(typed);
        } catch (DateTimeException wrong) {
            throw new WrongFieldException("published is no day. Write it like 2026-09-15.");
        }
    }

    private List<AgeBand> ages() throws WrongFieldException {
        List<AgeBand> ages = new ArrayList<>();
        for (String age : texts("ages")) {
            ages.add(
                    AgeBand.of(age)
                            .orElseThrow(() ->
                                    new WrongFieldException("ages has one that is not known.")));
        }
        return ages;
    }

    private List<Recommendation> recommendations() {
        List<Recommendation> all = new ArrayList<>();
        for (JsonNode one : fields.path("recommendations")) {
            List<String> to = new ArrayList<>();
            one.path("to").forEach(t -> to.add(t.asString("")));
            String text = one.isString() ? one.asString() : one.path("text").asString("");
            all.add(new Recommendation(all.size() + 1, text, to));
        }
        return all;
    }

    private List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        for (JsonNode one : fields.path("findings")) {
            all.add(
                    new Finding(
                            all.size() + 1,
                            one.isString() ? one.asString() : one.path("text").asString(""),
                            one.path("known").asString(""),
                            one.path("otherwise").asString(""),
                            one.path("about").asString("")));
        }
        return all;
    }

    private String text(String name) {
        return fields.path(name).asString("").strip();
    }

    private String required(String name) throws WrongFieldException {
        String text = text(name);
        if (text.isEmpty()) {
            throw new WrongFieldException(name + " is missing. Write it into the fields.");
        }
        return text;
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        fields.path(name).forEach(t -> texts.add(t.asString("").strip()));
        return texts.stream().filter(t -> !t.isEmpty()).distinct().toList();
    }
}
