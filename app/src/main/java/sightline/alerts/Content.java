package sightline.alerts;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Known;
import sightline.core.duties.Duty;
import sightline.core.kernel.FactId;
import sightline.core.screening.Finding;
import sightline.core.screening.Recipient;
import sightline.core.screening.Step;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;

/** Alerts and duties as JSON: what pages show and replays print. */
public final class Content {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Content() {}

    /** An alert with its findings, oldest first. */
    public static ObjectNode of(Alert alert) {
        ObjectNode node = JSON.createObjectNode();
        node.put("reference", alert.reference());
        node.put("rule", alert.rule().value());
        node.put("certainty", alert.certainty().word());
        ArrayNode findings = node.putArray("findings");
        alert.findings().forEach(f -> findings.add(of(f)));
        alert.answered()
                .ifPresent(a ->
                        node.put("answer", a.answer().name()).put("answeredAt", a.at().toString()));
        return node;
    }

    /** A finding with its path. */
    public static ObjectNode of(Finding finding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("item", finding.item());
        node.put("since", finding.since().toString());
        node.put("headline", finding.headline().value());
        node.put("certainty", finding.certainty().word());
        node.set("path", path(finding));
        node.set("first", texts(finding.first().stream().sorted().map(Recipient::text).toList()));
        ObjectNode sharing = node.putObject("sharing");
        sharing.set("mayBeTold", texts(finding.sharing().mayBeTold()));
        sharing.set("mustNotBeTold", texts(finding.sharing().mustNotBeTold()));
        sharing.set("decides", texts(finding.sharing().decides()));
        node.set("notShown", texts(finding.notShown().stream().map(t -> t.value()).toList()));
        return node;
    }

    /** The steps of a finding, in order. */
    public static ArrayNode path(Finding finding) {
        ArrayNode path = JSON.createArrayNode();
        for (Step step : finding.path()) {
            ObjectNode node = path.addObject();
            node.put("text", step.text().value());
            node.put("source", step.source().value());
            node.put("date", step.date().text());
            node.put("certainty", step.certainty().word().toLowerCase(java.util.Locale.ROOT));
            node.set("facts", texts(step.facts().stream().map(FactId::text).toList()));
        }
        return path;
    }

    /** A duty with how its date was counted and its ladder. */
    public static ObjectNode of(Duty duty) {
        ObjectNode node = JSON.createObjectNode();
        node.put("title", duty.title());
        node.put("because", duty.because().value());
        node.set("counted", texts(duty.counted()));
        node.set("evidence", texts(duty.evidence().stream().map(FactId::text).toList()));
        node.set("owedBy", recipients(duty.owedBy()));
        if (duty.forReview()) {
            node.put("review", true);
        }
        ArrayNode rungs = node.putArray("rungs");
        for (Duty.Told told : duty.rungs()) {
            ObjectNode rung = rungs.addObject();
            rung.put("rung", told.rung());
            rung.put("at", told.at().toString());
            rung.put("day", told.day());
            rung.set("to", recipients(told.to()));
        }
        return node;
    }

    static ArrayNode recipients(Collection<Recipient> recipients) {
        return texts(recipients.stream().sorted().map(Recipient::text).toList());
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode of(Known known) {
        ObjectNode node = JSON.createObjectNode();
        ObjectNode alerts = node.putObject("alerts");
        known.alerts()
                .forEach((reference, alert) -> {
                    ObjectNode entry = alerts.putObject(reference);
                    entry.put("rule", alert.rule()).put("answered", alert.answered());
                    entry.set("items", texts(alert.items().stream().sorted().toList()));
                });
        ObjectNode duties = node.putObject("duties");
        known.duties()
                .forEach((key, duty) ->
                        duties.putArray(key).add(duty.open()).add(duty.overdue()).add(duty.rung()));
        return node;
    }

    static Known known(String json) {
        JsonNode node = JSON.readTree(json);
        var alerts = new java.util.HashMap<String, Known.KnownAlert>();
        node.path("alerts")
                .properties()
                .forEach(e -> {
                    var items = new java.util.HashSet<String>();
                    e.getValue().path("items").forEach(i -> items.add(i.stringValue()));
                    alerts.put(
                            e.getKey(),
                            new Known.KnownAlert(
                                    e.getValue().path("rule").stringValue(),
                                    items,
                                    e.getValue().path("answered").booleanValue()));
                });
        var duties = new java.util.HashMap<String, Known.KnownDuty>();
        node.path("duties")
                .properties()
                .forEach(e -> {
                    JsonNode d = e.getValue();
                    duties.put(
                            e.getKey(),
                            new Known.KnownDuty(
                                    d.get(0).booleanValue(),
                                    d.get(1).booleanValue(),
                                    d.get(2).intValue()));
                });
        return new Known(alerts, duties);
    }
}
