package sightline.alerts;

import sightline.access.ReaderContext;
import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which findings of an alert a reader is shown: those that their agency is told first, those that
 * were put before them, and those of which they may read all the evidence anyway. Of the others not
 * even the number is shown.
 */
final class Audience {
    private final ReaderContext reader;
    private final Set<String> told = new HashSet<>();
    private final Set<String> readable;

    /**
     * @param readable the ids of the facts that the reader may read
     */
    Audience(ReaderContext reader, Collection<TellingRow> tellings, Set<String> readable) {
        this.reader = reader;
        this.readable = Set.copyOf(readable);
        tellings.stream()
                .filter(t -> addressed(t.recipient()))
                .forEach(t -> t.findings().forEach(i -> told.add(t.reference() + "|" + i)));
    }

    /**
     * The alerts with what is the reader's of them; an alert of which nothing is theirs is none.
     */
    List<AlertRow> of(Collection<AlertRow> alerts) {
        return alerts.stream().flatMap(a -> of(a).stream()).toList();
    }

    private Optional<AlertRow> of(AlertRow alert) {
        JsonNode findings = alert.content().path("findings");
        List<JsonNode> theirs =
                findings.valueStream().filter(f -> shown(alert.reference(), f)).toList();
        if (theirs.size() == findings.size()) {
            return Optional.of(alert);
        }
        return theirs.isEmpty() ? Optional.empty() : Optional.of(part(alert, theirs));
    }

    private static AlertRow part(AlertRow alert, List<JsonNode> findings) {
        ObjectNode content = (ObjectNode) alert.content().deepCopy();
        ArrayNode shown = content.putArray("findings");
        findings.forEach(shown::add);
        Certainty certainty =
                findings.stream()
                        .map(f -> certainty(f.path("certainty").asString("")))
                        .reduce(Certainty.CONFIRMED, Certainty::and);
        content.put("certainty", certainty.word());
        List<Instant> times = new ArrayList<>();
        findings.forEach(f -> times.add(Instant.parse(f.path("since").asString())));
        return new AlertRow(
                alert.subject(),
                alert.reference(),
                alert.rule(),
                times.getFirst(),
                times.getLast(),
                alert.state(),
                certainty.word(),
                content);
    }

    private static Certainty certainty(String word) {
        return Arrays.stream(Certainty.values())
                .filter(c -> c.word().equals(word))
                .findFirst()
                .orElse(Certainty.NOT_KNOWN);
    }

    private boolean shown(String reference, JsonNode finding) {
        return told.contains(reference + "|" + finding.path("item").asString(""))
                || finding.path("first").valueStream().anyMatch(f -> ownAgency(f.asString("")))
                || allReadable(finding);
    }

    /** The ids of facts. */
    static Set<String> named(Collection<Fact> facts) {
        Set<String> named = HashSet.newHashSet(facts.size());
        facts.forEach(f -> named.add(f.id().text()));
        return named;
    }

    /** The ids of the facts on which an alert rests. */
    static Stream<String> evidence(AlertRow alert) {
        return alert.content().path("findings").valueStream().flatMap(Audience::evidence);
    }

    private static Stream<String> evidence(JsonNode finding) {
        return finding.path("path")
                .valueStream()
                .flatMap(s -> s.path("facts").valueStream())
                .map(f -> f.asString(""))
                .filter(id -> !id.isEmpty());
    }

    private boolean allReadable(JsonNode finding) {
        List<String> evidence = evidence(finding).toList();
        return !evidence.isEmpty() && readable.containsAll(evidence);
    }

    private boolean ownAgency(String recipient) {
        return recipient.startsWith(reader.agency() + "/") || reader.posts().contains(recipient);
    }

    private boolean addressed(String recipient) {
        return reader.posts().contains(recipient)
                || reader.teams().contains(recipient)
                || reader.actor().equals(recipient)
                || reader.roles().stream()
                        .anyMatch(r -> recipient.equals(reader.agency() + "/" + r));
    }
}
