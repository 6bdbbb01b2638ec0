package sightline.core.alerts;

import sightline.core.facts.Fact;
import sightline.core.facts.Kinds;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Sightline itself did, as facts of the sender {@code sightline}: recorded once, under an id
 * that is the same whenever the same thing is derived again.
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
        String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new Fact(
                new FactId(message(id), 0),
                0,
                List.of(new Participant(PersonRole.SUBJECT, about)),
                body,
                new Times(new When.At(now), now, now),
                Optional.empty(),
                Kinds.of(body.getClass()).sensitivity(),
                new References(List.of(), regarding, Optional.empty()));
    }

    /** The message of Sightline's own with that id. */
    public static MessageRef message(String id) {
        return new MessageRef(SELF, new MessageId(id));
    }
}
