package sightline.alerts;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Hours;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.identity.Identities;
import sightline.pipeline.Installation;
import sightline.pipeline.Pipeline;
import sightline.pipeline.SettableClock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A small invented area whose pipeline runs on a clock of the test's own. */
final class Northton implements AutoCloseable {
    static final AgencyId CARE = new AgencyId("northton-csc");
    static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    static final PostId DUTY = new PostId("csc-duty-manager");
    static final PostId NIGHT = new PostId("csc-night");
    static final PostId LEAD = new PostId("csc-area-lead");
    static final PostId DOCTOR = new PostId("hospital-on-call");
    static final PostId DESK = new PostId("csc-alert-desk");

    private final Installation installation;
    final TestDatabase database;
    final Secrets secrets;
    final SettableClock clock;
    final PostgresDirectory directory;
    final Facts facts;
    final Identities identities;
    final Pipeline pipeline;

    /** The area at a moment. */
    Northton(String moment) {
        installation = new Installation(Instant.parse(moment));
        database = installation.database();
        secrets = installation.secrets();
        clock = installation.clock();
        directory = installation.directory();
        facts = installation.facts();
        identities = installation.identities();
        pipeline = installation.pipeline();
        installation.senders(List.of(HOSPITAL, CARE));
    }

    /** Everybody in post; more may be added before it is put in force. */
    static DirectoryBuilder staffed() {
        AreaId area = new AreaId("northton");
        return agencies(area)
                .add(
                        Post.of(DUTY, CARE, "Duty manager", Role.DUTY_MANAGER)
                                .withHours(Hours.office()))
                .add(holder(DUTY, "dana"))
                .add(Post.of(NIGHT, CARE, "Night team", new Role("out-of-hours")))
                .add(holder(NIGHT, "oli"))
                .add(Post.of(LEAD, CARE, "Named lead", Role.AREA_LEAD))
                .add(holder(LEAD, "lee"))
                .add(Post.of(DESK, CARE, "Alert desk", Role.ALERT_DESK))
                .add(holder(DESK, "ana"))
                .add(Post.of(DOCTOR, HOSPITAL, "Paediatrician on call", Role.PAEDIATRICIAN_ON_CALL))
                .add(holder(DOCTOR, "pia"));
    }

    /** The agencies without anybody in them. */
    static DirectoryBuilder agencies(AreaId area) {
        return new DirectoryBuilder()
                .add(new Area(area, "Northton", Nation.ENGLAND))
                .add(new Agency(CARE, "Council", AgencyType.CHILDRENS_SOCIAL_CARE, area))
                .add(new Agency(HOSPITAL, "Hospital", AgencyType.HOSPITAL, area))
                .add(
                        new Agency(
                                new AgencyId("northton-partnership"),
                                "Partnership",
                                AgencyType.PARTNERSHIP,
                                area));
    }

    static Holder holder(PostId post, String who) {
        return new Holder(post, new StaffId(who), new Text(who), Period.always());
    }

    Northton with(DirectoryBuilder builder) {
        directory.replace(builder.entries());
        return this;
    }

    /** A mark on a baby who does not crawl, seen by the hospital. */
    void injury(String child) {
        send(
                HOSPITAL,
                """
                "kind":"injury-observed","when":"%s","people":[{"role":"subject","localId":"%s",
                "names":[{"given":"Robin %s","family":"Vale%s"}],"dateOfBirth":"%s",
                "identifiers":%s}],
                "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}
                """
                        .formatted(
                                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                                child,
                                child,
                                child,
                                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                        .minusMonths(3),
                                child.equals("c1")
                                        ? "[{\"type\":\"nhs\",\"value\":\"9990001235\"}]"
                                        : "[]"));
    }

    void send(AgencyId sender, String rest) {
        installation.send(sender, rest);
    }

    void run() {
        installation.run();
    }

    void pass(Duration time) {
        installation.pass(time);
    }

    static ReaderContext reader(String who, AgencyId agency, String post) {
        return new ReaderContext(
                "s-" + who,
                new UserId(who),
                agency,
                Set.of(AccessRole.SOCIAL_WORKER),
                Set.of(),
                Set.of(post),
                Purpose.SECTION_47);
    }

    /** Everything in the ledger. */
    List<Fact> ledger() {
        return database.transactions()
                .asJob(JobName.PIPELINE, sql -> facts.in(sql).after(0, Integer.MAX_VALUE));
    }

    long count(String where) {
        return installation.count(where);
    }

    List<String> texts(String query) {
        return installation.texts(query);
    }

    @Override
    public void close() {
        installation.close();
    }
}
