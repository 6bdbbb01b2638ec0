package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.alerts.SendingRow;
import sightline.alerts.TellingRow;
import sightline.core.facts.SystemBody.AlertUndeliverable;
import sightline.core.facts.SystemBody.AlertUndeliverable.Reason;
import sightline.core.kernel.AgencyId;
import sightline.web.view.part.Delivery;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Before whom an alert was put, by which ways, and whose it is where it reached nobody. */
final class DeliveryParts {
    private static final String DELIVER = "alert.deliver|";
    private static final String SYSTEM = "system:";

    private final Visit visit;
    private final Child child;
    private final String reference;

    DeliveryParts(Visit visit, Child child, String reference) {
        this.visit = visit;
        this.child = child;
        this.reference = reference;
    }

    /** That nobody was reached, and the duty that it started. */
    private record Failed(AlertUndeliverable said, Optional<DutyRow> duty) {}

    List<Delivery> deliveries() {
        return child.tellings().stream()
                .filter(t -> t.reference().equals(reference))
                .map(this::delivery)
                .toList();
    }

    private Delivery delivery(TellingRow told) {
        Optional<Failed> failed = told.opened().isPresent() ? Optional.empty() : failed(told);
        return new Delivery(
                Wording.recipient(visit, told.recipient()),
                how(told),
                Wording.startingMoment(told.toldAt(), visit.today()),
                told.opened().map(this::step).orElse("No"),
                told.acknowledged().map(this::step).orElse("No"),
                state(told, failed),
                told.opened().isPresent() ? "" : detail(failed),
                ways(told),
                failed.flatMap(Failed::duty)
                        .map(d -> Link.to("Read that duty", "/duties/" + d.hash()))
                        .orElse(null));
    }

    private String how(TellingRow told) {
        return switch (told.manner()) {
            case "nobody-there" -> "Nobody holds or covers this post now";
            case "in-place" -> "In place of whoever could not be reached";
            default -> again(told) ? "Told again: it had been withdrawn, and stands again" : "";
        };
    }

    /** Whether they were told the same before: nothing is told twice that was not withdrawn. */
    private boolean again(TellingRow told) {
        return child.tellings().stream()
                .filter(t -> t.reference().equals(reference))
                .filter(t -> t.recipient().equals(told.recipient()) && t.manner().equals("first"))
                .filter(t -> t.toldAt().isBefore(told.toldAt()))
                .anyMatch(t -> !Collections.disjoint(t.findings(), told.findings()));
    }

    private Optional<Failed> failed(TellingRow told) {
        return child.family().around().subject().facts().stream()
                .filter(f ->
                        f.body() instanceof AlertUndeliverable u
                                && u.alert().equals(reference)
                                && told.recipient().equals(u.agency().value() + "/" + u.role())
                                && !f.times().received().isBefore(told.toldAt()))
                .reduce((_, later) -> later)
                .map(f ->
                        new Failed(
                                (AlertUndeliverable) f.body(),
                                child.duties().stream()
                                        .filter(d -> d.key().startsWith(DELIVER + f.id().text()))
                                        .findFirst()));
    }

    private String detail(Optional<Failed> failed) {
        return failed.map(f -> why(f.said().reason()) + f.duty().map(this::owes).orElse(""))
                .orElse("Counted as not delivered until somebody opens it");
    }

    private String owes(DutyRow duty) {
        return duty.open()
                ? " %s must see to it, due %s."
                        .formatted(
                                DutyParts.owedBy(visit, duty),
                                Wording.moment(duty.dueAt(), visit.today()))
                : " Somebody has seen to it since.";
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case NO_RECIPIENT -> "The rule found nobody to tell.";
            case NO_AGENCY -> "The directory does not know this agency.";
            case NO_POST -> "The agency has no such post.";
            case NOBODY_THERE -> "Nobody holds or covers this post.";
            case NOT_OPENED -> "It was not opened in time.";
            case EVERY_WAY_FAILED -> "Every way of sending it failed.";
        };
    }

    private String step(TellingRow.Step step) {
        return Wording.startingMoment(step.at(), visit.today()) + ", " + who(step.by());
    }

    private static Tag state(TellingRow told, Optional<Failed> failed) {
        if (told.acknowledged().isPresent()) {
            return new Tag("Acknowledged", Tone.GREEN);
        }
        if (told.opened().isPresent()) {
            return new Tag("Opened, not acknowledged", Tone.AMBER);
        }
        return failed.isPresent() || told.manner().equals("nobody-there")
                ? new Tag("Could not be delivered", Tone.RED)
                : new Tag("Not opened", Tone.RED);
    }

    private String who(String by) {
        if (by.startsWith(SYSTEM)) {
            return "in the system of " + visit.agency(new AgencyId(by.substring(SYSTEM.length())));
        }
        return by.equals(visit.account().id().value()) ? "you" : visit.person(by);
    }

    private List<Delivery.Way> ways(TellingRow told) {
        List<Delivery.Way> ways = new ArrayList<>();
        if (!told.manner().equals("nobody-there")) {
            ways.add(
                    new Delivery.Way(
                            "Work list",
                            "there since " + Wording.moment(told.toldAt(), visit.today()),
                            List.of()));
        }
        child.sendings().stream()
                .filter(s -> s.telling().equals(told.id()))
                .map(this::way)
                .forEach(ways::add);
        return ways;
    }

    private Delivery.Way way(SendingRow sending) {
        List<String> attempts =
                sending.attempts().stream()
                        .map(a ->
                                Wording.startingMoment(a.at(), visit.today())
                                        + ": "
                                        + outcome(a.outcome()))
                        .toList();
        return new Delivery.Way(
                name(sending.channel()),
                cameOf(sending),
                attempts.size() > 1 ? attempts : List.of());
    }

    private String cameOf(SendingRow sending) {
        if (sending.attempts().isEmpty()) {
            return "not tried yet";
        }
        SendingRow.Attempt last = sending.attempts().getLast();
        String said = outcome(last.outcome()) + ", " + Wording.moment(last.at(), visit.today());
        return switch (sending.state()) {
            case "waiting" ->
                    said + "; tried again " + Wording.moment(sending.nextAt(), visit.today());
            case "dead" -> said + "; given up";
            default -> said;
        };
    }

    private static String name(String channel) {
        return switch (channel) {
            case "email" -> "E-mail";
            case "sms" -> "Text";
            default -> "The agency’s system";
        };
    }

    private static String outcome(String word) {
        return switch (word) {
            case "sent" -> "sent";
            case "refused" -> "refused by the receiver";
            case "no-route" -> "no way to send it from here";
            default -> "could not be sent";
        };
    }
}
