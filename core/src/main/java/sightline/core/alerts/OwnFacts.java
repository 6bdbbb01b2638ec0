package sightline.core.alerts;

import sightline.core.facts.Fact;
import sightline.core.facts.Kinds;
import sightline.core.facts.Ledger;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.SystemBody;
import sightline.core.facts.Times;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.When;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Sightline itself did, as facts of the sender {@code sightline}: recorded once, under an id
 * that is the same whenever the same thing is derived again. What happens a second time, in the
 * very same words (an alert is withdrawn and stands again, a duty is owed anew), is recorded under
 * an id of its own, which follows from the first one's and from the moment: a batch that is derived
 * again at its recorded moment gives the same.
 */
public final class OwnFacts {
    private static final AgencyId SELF = new AgencyId("sightline");

    private OwnFacts() {}

    /** A fact about whose record it is. */
    public static Fact of(SourceRecord about, SystemBody body, Instant now) {
        return of(about, body, List.of(), now);
    }

    /** A fact that refers to earlier ones. */
    public static Fact of(
            SourceRecord about, SystemBody body, List<MessageRef> regarding, Instant now) {
        String name = about.text() + "|" + body + (regarding.isEmpty() ? "" : "|" + regarding);
        return new Fact(
                idOf(name),
                0,
                List.of(new Participant(PersonRole.SUBJECT, about)),
                body,
                new Times(new When.At(now), now, now),
                Optional.empty(),
                Kinds.of(body.getClass()).sensitivity(),
                new References(List.of(), regarding, Optional.empty()));
    }

    /** The same, happening once more at its moment. */
    static Fact again(Fact happened) {
        return new Fact(
                idOf(happened.id().text() + "|" + happened.times().received()),
                happened.position(),
                happened.participants(),
                happened.body(),
                happened.times(),
                happened.place(),
                happened.sensitivity(),
                happened.references());
    }

    /**
     * Records what just happened. What the ledger holds already happened before, and happens again.
     *
     * @param happened each once
     * @return as recorded; what happened again after the rest
     */
    public static List<Fact> record(Ledger ledger, List<Fact> happened) {
        List<Fact> recorded = new ArrayList<>();
        List<Fact> left = happened;
        while (!left.isEmpty()) {
            long before = ledger.last();
            List<Fact> again = new ArrayList<>();
            List<Fact> placed = ledger.append(left);
            for (int i = 0; i < placed.size(); i++) {
                if (placed.get(i).position() > before) {
                    recorded.add(placed.get(i));
                } else {
                    again.add(again(left.get(i)));
                }
            }
            left = again;
        }
        return List.copyOf(recorded);
    }

    private static FactId idOf(String name) {
        String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new FactId(message(id), 0);
    }

    /** The message of Sightline's own with that id. */
    public static MessageRef message(String id) {
        return new MessageRef(SELF, new MessageId(id));
    }
}
