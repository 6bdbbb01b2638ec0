package sightline.access;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.TeamId;
import sightline.database.JobName;
import sightline.database.Subject;
import sightline.database.Transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Readers, subjects and relationships for tests of any room, with plain defaults. */
public final class Readers {
    /** Long enough ago that what starts then holds now. */
    public static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private Readers() {}

    /**
     * A reader of that agency in that role, for the first purpose that the role has, in {@code
     * team}.
     */
    public static ReaderContext reader(String user, String agency, AccessRole role, String team) {
        var purpose = role.purposes().stream().sorted().findFirst().orElseThrow();
        return new ReaderContext(
                "session-" + user,
                new UserId(user),
                new AgencyId(agency),
                Set.of(role),
                Set.of(team),
                Set.of(agency + "/" + role.slug()),
                purpose);
    }

    /** A person with records written as {@code agency:local-id}. */
    public static Subject subject(String id, String... records) {
        var parsed = List.of(records).stream().map(SourceRecord::parse).toList();
        return new Subject(new PersonId(id), parsed);
    }

    /**
     * Lets a team work with whoever has the record, with a recorded reason, for a fact of that
     * name.
     */
    public static void allocate(
            Transactions transactions, String team, String record, String fact) {
        var relationship =
                new Relationship(
                        new Grantee.Team(new TeamId(team)),
                        SourceRecord.parse(record),
                        Relationship.Kind.ALLOCATION,
                        fact(fact),
                        LONG_AGO,
                        Optional.empty());
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Relationships().publish(sql, List.of(relationship));
                    return null;
                });
    }

    /** A fact's id, made of a word. */
    public static FactId fact(String name) {
        return new FactId(new MessageRef(new AgencyId("csc"), new MessageId(name)), 0);
    }
}
