package sightline.register;

import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.kernel.AgencyId;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one row: the conviction with who the person is, the release, the entry on the
 * register, the last notification with the home, the level of risk. An id is a keyed hash of what
 * the message says, so that the same words are sent once, in whatever file they stand.
 */
final class RowMessages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDER = "voo-2008";

    private final AgencyId agency;
    private final String localId;
    private final Instant at;
    private final ImportSeal seal;
    private final RowFacts facts;

    RowMessages(AgencyId agency, String localId, Instant at, ImportSeal seal, RowFacts facts) {
        this.agency = agency;
        this.localId = localId;
        this.at = at;
        this.seal = seal;
        this.facts = facts;
    }

    List<ImportMessage> all() {
        List<ImportMessage> all = new ArrayList<>();
        LocalDate convicted = facts.convicted().orElseThrow();
        LocalDate started = facts.started().orElseThrow();
        all.add(made("conviction", convicted, who(), conviction()));
        facts.released()
                .ifPresent(day ->
                        all.add(made("release", day, named(), object().put("onLicence", false))));
        if (facts.register().equals(ORDER)) {
            ObjectNode order =
                    object().put("type", "violent-offender-order").put("stage", "started");
            facts.ends().ifPresent(day -> order.put("ends", day.toString()));
            all.add(made("supervision", started, named(), order));
        }
        ObjectNode entered = notification("entered");
        facts.ends().ifPresent(day -> entered.put("periodEnds", day.toString()));
        all.add(made("register-notification", started, named(), entered));
        facts.notified()
                .ifPresent(day ->
                        all.add(
                                made(
                                        "register-notification",
                                        day,
                                        lives(day),
                                        notification("periodic"))));
        if (facts.notified().isEmpty() && facts.home().said()) {
            all.add(made("residence", started, lives(started), object().put("stay", "home")));
        }
        facts.risk()
                .ifPresent(risk -> {
                    ObjectNode assessed =
                            notification("risk-assessed").put("risk", Codes.kebab(risk));
                    all.add(
                            made(
                                    "register-notification",
                                    facts.notified().orElse(started),
                                    named(),
                                    assessed));
                });
        return all;
    }

    /** Who the row says that the person is: the same on each of their rows. */
    String person() {
        return JSON.writeValueAsString(who());
    }

    private ImportMessage made(String kind, LocalDate day, ObjectNode person, ObjectNode body) {
        ObjectNode said = object().put("kind", kind).put("when", day.toString());
        said.putArray("people").add(person);
        said.set("body", body);
        String id = "register-" + seal.name(agency.value() + "|" + JSON.writeValueAsString(said));
        ObjectNode message =
                object().put("sender", agency.value()).put("id", id).put("sentAt", at.toString());
        message.setAll(said);
        return new ImportMessage(id, JSON.writeValueAsString(message));
    }

    private ObjectNode named() {
        return object().put("role", "subject").put("localId", localId);
    }

    private ObjectNode who() {
        ObjectNode person = named();
        var names = person.putArray("names");
        names.addObject().put("family", facts.family()).putArray("given").add(facts.given());
        for (String other : facts.others().split(";")) {
            String name = other.strip();
            int blank = name.lastIndexOf(' ');
            if (!name.isEmpty()) {
                names.addObject()
                        .put("family", name.substring(blank + 1))
                        .put("use", "alias")
                        .putArray("given")
                        .add(name.substring(0, Math.max(0, blank)));
            }
        }
        facts.born().ifPresent(born -> person.put("dateOfBirth", born.toString()));
        facts.sex().ifPresent(sex -> person.put("sex", Codes.kebab(sex)));
        var identifiers = person.putArray("identifiers");
        facts.identifiers()
                .forEach(i ->
                        identifiers
                                .addObject()
                                .put("type", i.type().slug())
                                .put("value", i.value()));
        return person;
    }

    private ObjectNode lives(LocalDate since) {
        ObjectNode person = named();
        if (facts.home().said()) {
            ObjectNode address = person.putObject("address");
            put(address, "line", facts.home().line());
            put(address, "postcode", facts.home().postcode());
            put(address, "uprn", facts.home().uprn());
            address.put("from", since.toString());
        }
        return person;
    }

    private ObjectNode conviction() {
        ObjectNode body = object();
        Offence offence = facts.offence();
        ObjectNode written = body.putObject("offence");
        written.put("wording", offence.wording()).put("group", Codes.kebab(offence.group()));
        offence.code().ifPresent(code -> written.put("code", code));
        offence.homeOfficeClass().ifPresent(number -> written.put("homeOfficeClass", number));
        offence.victimAge().ifPresent(age -> written.put("victimAge", age));
        offence.victimTie().ifPresent(tie -> written.put("victimTie", Codes.kebab(tie)));
        body.put("caution", facts.caution());
        facts.sentence().ifPresent(kind -> body.put("sentence", Codes.kebab(kind)));
        facts.months().ifPresent(months -> body.put("months", months));
        return body;
    }

    private ObjectNode notification(String type) {
        return object().put("pack", facts.register()).put("type", type);
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
