package sightline.web;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import sightline.SightlineApplication;
import sightline.access.AccessRole;
import sightline.access.Accounts;
import sightline.access.Conflict;
import sightline.access.Conflicts;
import sightline.access.Grantee;
import sightline.access.NewAccount;
import sightline.access.Seal;
import sightline.access.Seals;
import sightline.access.UserId;
import sightline.alerts.Courier;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.ContactRoute;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Sensitive;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.Database;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Secrets;
import sightline.database.TestDatabase;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Sender;
import sightline.feeds.SenderCredentials;
import sightline.feeds.Senders;
import sightline.identity.Identities;
import sightline.locator.LocatorKey;
import sightline.locator.NewPeer;
import sightline.locator.PeerName;
import sightline.locator.Peers;
import sightline.pipeline.Pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A running server with one family that is invented: a baby with a bruise at home, seen by a health
 * visitor, whose social worker, whose hospital and whose neighbouring council sign in.
 */
final class Westmarsh implements AutoCloseable {
    static final String PASSWORD = "four plain words here";
    static final AgencyId COUNCIL = new AgencyId("westmarsh-council");
    static final AgencyId HEALTH = new AgencyId("westmarsh-health-visiting");
    static final AgencyId HOSPITAL = new AgencyId("westmarsh-hospital");
    static final AgencyId POLICE = new AgencyId("westmarsh-police");
    static final AgencyId BEYOND = new AgencyId("eastholme-police");
    static final AgencyId HOUSING = new AgencyId("westmarsh-housing");
    static final AgencyId OTHER = new AgencyId("eastholme-council");
    static final SourceRecord ROWAN = new SourceRecord(HEALTH, "hv-rowan");

    private static final UserId SETUP = new UserId("set-up");

    private final TestDatabase database;
    private final ConfigurableApplicationContext server;
    private final Transactions transactions;
    private final Identities identities;

    private Westmarsh(TestDatabase database) {
        this.database = database;
        this.server = serve(database);
        this.transactions = server.getBean(Transactions.class);
        var secrets = server.getBean(Secrets.class);
        this.identities = new Identities(secrets, new Facts(secrets));
    }

    /** Starts it over a database of its own, in which everything of the family stands. */
    static Westmarsh start() {
        return new Westmarsh(TestDatabase.filled("westmarsh", Westmarsh::settle));
    }

    private static void settle(TestDatabase first) {
        try (var world = new Westmarsh(first)) {
            world.server.getBean(PostgresDirectory.class).replace(directory().entries());
            world.accounts();
            world.life();
        }
    }

    private static ConfigurableApplicationContext serve(TestDatabase database) {
        SpringApplication application = new SpringApplication(SightlineApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "server.port",
                        0,
                        "sightline.data",
                        "none",
                        "sightline.demo",
                        true,
                        "sightline.questions",
                        questions(),
                        "sightline.desk.name",
                        "the Westmarsh safeguarding desk"));
        // In place of the database that a server starts for itself, with its keys.
        application.setAllowBeanDefinitionOverriding(true);
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext beans) {
                beans.registerBean("secrets", Secrets.class, database::secrets);
                beans.registerBean("database", Database.class, database::database);
            }
        });
        return application.run();
    }

    /** Sets of questions that two areas added. */
    private static String questions() {
        try {
            return Path.of(
                            Objects.requireNonNull(Westmarsh.class.getResource("/questions"))
                                    .toURI())
                    .toString();
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    String address(String path) {
        return "http://localhost:"
                + server.getEnvironment().getRequiredProperty("local.server.port")
                + path;
    }

    int port() {
        return Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
    }

    <T> T part(String name, Class<T> type) {
        return server.getBean(name, type);
    }

    PersonId rowan() {
        return whose(ROWAN);
    }

    /** A key under which an agency's system sends. */
    SenderCredentials credentials(AgencyId sender) {
        return server.getBean(Senders.class).issue(sender);
    }

    /** Sends what waits to be sent, once. */
    void courier() {
        server.getBean(Courier.class).run();
    }

    /** Finds what row security hides from everybody, and changes what only a test may change. */
    List<String> owner(String statement) {
        return transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        sql.sql(statement)
                                .query((row, _) -> String.valueOf(row.getString(1)))
                                .list());
    }

    /** What is really stored, past all row security. */
    List<String> stored(String statement) {
        return database.owner()
                .sql(statement)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** What row security hides from everybody, for looking at what is really stored. */
    List<String> journalEvents() {
        return transactions.asSequencer(sql ->
                sql.sql("SELECT leaf::jsonb ->> 'event' FROM audit.entry ORDER BY at")
                        .query(String.class)
                        .list());
    }

    private static DirectoryBuilder directory() {
        AreaId area = new AreaId("westmarsh");
        AreaId beyond = new AreaId("eastholme");
        var builder =
                new DirectoryBuilder()
                        .add(new Area(area, "Westmarsh", Nation.ENGLAND))
                        .add(new Area(beyond, "Eastholme", Nation.ENGLAND))
                        .add(
                                new Agency(
                                        COUNCIL,
                                        "Westmarsh Council",
                                        AgencyType.CHILDRENS_SOCIAL_CARE,
                                        area))
                        .add(
                                new Agency(
                                        HEALTH,
                                        "Westmarsh Health Visiting",
                                        AgencyType.HEALTH_VISITING,
                                        area))
                        .add(new Agency(HOSPITAL, "Westmarsh Hospital", AgencyType.HOSPITAL, area))
                        .add(
                                new Agency(
                                        OTHER,
                                        "Eastholme Council",
                                        AgencyType.CHILDRENS_SOCIAL_CARE,
                                        beyond));
        for (Role role :
                List.of(Role.SOCIAL_WORKER, Role.FRONT_DOOR, Role.DUTY_MANAGER, Role.MANAGER)) {
            PostId post = new PostId("council-" + role.slug());
            builder.add(Post.of(post, COUNCIL, role.title(), role));
            builder.add(holder(post, "priya", "Priya Nair"));
        }
        builder.add(
                new ContactRoute(
                        new PostId("council-duty-manager"),
                        ContactRoute.Channel.EMAIL,
                        Sensitive.of("duty@council.example"),
                        Period.always()));
        PostId post = new PostId("eastholme-social-worker");
        builder.add(Post.of(post, OTHER, "Social worker", Role.SOCIAL_WORKER));
        builder.add(holder(post, "noor", "Noor Idris"));
        return builder;
    }

    private static Holder holder(PostId post, String staff, String name) {
        return new Holder(post, new StaffId(staff), new Text(name), Period.always());
    }

    private void accounts() {
        account("priya", COUNCIL, "Priya Nair", AccessRole.SOCIAL_WORKER);
        account("dana", COUNCIL, "Dana Osei", AccessRole.SOCIAL_WORK_MANAGER);
        account("petra", COUNCIL, "Petra Voss", AccessRole.PRIVACY_OFFICER);
        account("hari", HEALTH, "Hari Bell", AccessRole.HEALTH_VISITOR);
        account("mo", HOSPITAL, "Mo Farrant", AccessRole.NAMED_PROFESSIONAL);
        account("kin", COUNCIL, "Kim Ashdown", AccessRole.SOCIAL_WORKER);
        account("amal", OTHER, "Amal Reyes", AccessRole.SOCIAL_WORKER);
        account("ola", COUNCIL, "Ola Brandt", AccessRole.PLATFORM_OPERATOR);
        account("noor", OTHER, "Noor Idris", AccessRole.SOCIAL_WORKER);
    }

    /** Somebody who leads case reviews for a partnership. */
    void reviewers(AgencyId partnership) {
        account("helen", partnership, "Helen Arkwright", AccessRole.REVIEW_PUBLISHER);
    }

    /** One more manager of social care: for what takes two people. */
    void secondManager() {
        account("rhys", COUNCIL, "Rhys Marden", AccessRole.SOCIAL_WORK_MANAGER);
    }

    /** A midwife, a GP, a school and the police: who else stands where people are met first. */
    void frontLine() {
        var more = new DirectoryBuilder();
        frontLine(more, "maternity", AgencyType.MATERNITY, "Hannah Weir", AccessRole.MIDWIFE);
        frontLine(more, "gp", AgencyType.GP, "Gale Thornbury", AccessRole.GP);
        frontLine(more, "school", AgencyType.SCHOOL, "Sam Whitlock", AccessRole.SAFEGUARDING_LEAD);
        frontLine(more, "force", AgencyType.POLICE, "Maeve Colley", AccessRole.PROTECTION_OFFICER);
        server.getBean(PostgresDirectory.class).add(more.entries());
    }

    /** An agency of that type, and somebody of theirs who signs in by the first name. */
    private void frontLine(
            DirectoryBuilder more, String slug, AgencyType type, String name, AccessRole role) {
        AgencyId id = new AgencyId("westmarsh-" + slug);
        more.add(new Agency(id, "Westmarsh " + slug, type, new AreaId("westmarsh")));
        String first = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        account(first, id, name, role);
    }

    private void account(String id, AgencyId agency, String name, AccessRole role) {
        server.getBean(Accounts.class)
                .create(
                        new NewAccount(
                                new UserId(id),
                                id,
                                agency,
                                Sensitive.of(name),
                                Sensitive.of(PASSWORD),
                                Set.of(role),
                                Set.of(),
                                SETUP));
    }

    private void life() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
        Senders senders = server.getBean(Senders.class);
        for (AgencyId sender : List.of(COUNCIL, HEALTH, HOSPITAL, OTHER)) {
            senders.register(Sender.of(sender, today.minusDays(400), Duration.ofDays(1)));
        }
        LocalDate born = today.minusMonths(4);
        String person =
                """
                "names":[{"given":"Rowan Lee","family":"Ashdown"}],"dateOfBirth":"%s","sex":"male",
                "identifiers":[{"type":"nhs","value":"9990001235"}]
                """
                        .formatted(born);
        send(
                HEALTH,
                """
                {"sender":"%s","id":"home","sentAt":"%s","kind":"residence","when":"%s",
                 "people":[{"role":"subject","localId":"hv-rowan",%s,
                   "address":{"line":"1 Mill Row, Westmarsh","postcode":"WM4 2QT"}},
                  {"role":"mother","localId":"hv-carys","sex":"female",
                   "names":[{"given":"Carys","family":"Ashdown"}],"dateOfBirth":"1996-05-02",
                   "address":{"line":"1 Mill Row, Westmarsh","postcode":"WM4 2QT"}}],
                 "place":{"line":"1 Mill Row, Westmarsh","postcode":"WM4 2QT"},"body":{"stay":"home"}}
                """
                        .formatted(HEALTH.value(), now.minus(40, ChronoUnit.DAYS), born, person));
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"alloc","sentAt":"%s","kind":"case-allocated","when":"%s",
                 "people":[{"role":"subject","localId":"csc-rowan",%s},
                  {"role":"mother","localId":"csc-carys","sex":"female",
                   "names":[{"given":"Carys","family":"Ashdown"}],"dateOfBirth":"1996-05-02"}],
                 "body":{"post":"social-worker","worker":"Priya Nair"}}
                """
                        .formatted(
                                COUNCIL.value(),
                                now.minus(20, ChronoUnit.DAYS),
                                today.minusDays(20),
                                person));
        send(
                HEALTH,
                """
                {"sender":"%s","id":"bruise","sentAt":"%s","kind":"injury-observed","when":"%s",
                 "people":[{"role":"subject","localId":"hv-rowan"}],
                 "body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}],
                  "accounts":[{"words":"caught his arm in the cot bars","givenBy":"mother"}],"mobile":false}}
                """
                        .formatted(
                                HEALTH.value(),
                                now.minus(2, ChronoUnit.HOURS),
                                today.minusDays(1)));
        work();
        server.getBean(Transactions.class)
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Conflicts()
                                    .register(
                                            sql,
                                            List.of(
                                                    new Conflict(
                                                            new UserId("kin"),
                                                            ROWAN,
                                                            Conflict.Kind.RELATIVE,
                                                            SETUP,
                                                            now.minusSeconds(60),
                                                            Optional.empty())));
                            return null;
                        });
    }

    /** Somebody else's child who may be Rowan: his number, with another name and birth. */
    void maybeRowan(AgencyId sender, String given, String family, int daysOld) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        LocalDate born = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).minusDays(daysOld);
        send(
                sender,
                """
                {"sender":"%s","id":"seen-%s","sentAt":"%s","kind":"note","when":"%s",
                 "people":[{"role":"subject","localId":"%s","names":[{"given":"%s","family":"%s"}],
                   "dateOfBirth":"%s","sex":"male",
                   "identifiers":[{"type":"nhs","value":"9990001235"}]}],"body":{"words":"Seen with a cough."}}
                """
                        .formatted(sender.value(), given, now, now, given, given, family, born));
        work();
    }

    /** Another council refers such a child, of whom the record bears the given name, to ours. */
    void referredToUs(String given) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                OTHER,
                """
                {"sender":"%s","id":"moved-%s","sentAt":"%s","kind":"referral","when":"%s","to":["%s"],
                 "people":[{"role":"subject","localId":"%s"}],
                 "body":{"service":"social-care","harms":["neglect"],"channel":"written"}}
                """
                        .formatted(OTHER.value(), given, now, now, COUNCIL.value(), given));
        work();
    }

    /** Whose the record is that another council has of somebody. */
    PersonId elsewhere(String record) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql ->
                        identities
                                .in(sql)
                                .peopleOf(List.of(new SourceRecord(OTHER, record)))
                                .values()
                                .iterator()
                                .next());
    }

    /** The council wrote one house down in two ways: for Rowan, and for somebody else. */
    void twoSpellings() {
        home("csc-rowan", "Rowan Lee", "Ashdown", "Flat B, 14 High Street, Westmarsh");
        home("csc-dean", "Dean", "Marsh", "14B High Street, Westmarsh");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"marker","sentAt":"%s","kind":"risk-marker","when":"%s",
                 "people":[{"role":"subject","localId":"csc-dean","dateOfBirth":"1985-02-03"}],
                 "body":{"set":true,"setBy":"Ann Rowe, team manager","reason":"Injured an earlier child",
                  "review":"%s"}}
                """
                        .formatted(
                                COUNCIL.value(),
                                now,
                                now,
                                LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).plusDays(90)));
        work();
    }

    private void home(String record, String given, String family, String line) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"home-%s","sentAt":"%s","kind":"residence","when":"%s",
                 "people":[{"role":"subject","localId":"%s","names":[{"given":"%s","family":"%s"}]}],
                 "place":{"line":"%s","postcode":"WM1 1AA"},"body":{"stay":"home"}}
                """
                        .formatted(COUNCIL.value(), record, now, now, record, given, family, line));
    }

    /** The hospital refers two children of one family in one letter. */
    void referred(String one, String other) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                HOSPITAL,
                """
                {"sender":"%s","id":"referred-%s","sentAt":"%s","kind":"referral","when":"%s","to":["%s"],
                 "people":[{"role":"subject","localId":"%s","names":[{"given":"%s","family":"Quill"}],
                   "dateOfBirth":"2020-03-01"},
                  {"role":"child","localId":"%s","names":[{"given":"%s","family":"Quill"}],
                   "dateOfBirth":"2020-03-01"}],
                 "body":{"service":"social-care","harms":["neglect"],"channel":"written"}}
                """
                        .formatted(
                                HOSPITAL.value(),
                                one,
                                now,
                                now,
                                COUNCIL.value(),
                                one,
                                one,
                                other,
                                other));
        work();
    }

    /** The hospital referred a child a while ago, and nobody decided. */
    void referredAndLeft(String child, int daysAgo) {
        Instant then =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(daysAgo, ChronoUnit.DAYS);
        send(
                HOSPITAL,
                """
                {"sender":"%s","id":"left-%s","sentAt":"%s","kind":"referral","when":"%s","to":["%s"],
                 "people":[{"role":"subject","localId":"%s","names":[{"given":"%s","family":"Tolley"}],
                   "dateOfBirth":"2019-05-01","address":{"line":"9 Mill Row, Westmarsh","postcode":"WM4 2QT"}}],
                 "body":{"service":"social-care","harms":["neglect"],"channel":"written"}}
                """
                        .formatted(
                                HOSPITAL.value(),
                                child,
                                then,
                                then,
                                COUNCIL.value(),
                                child,
                                child));
        work();
    }

    /**
     * The mother is seen with injuries, at the hospital twice and by a health visitor, while the
     * council enquires about her child: one alert, of which each of the three is told its own part.
     */
    void injuredCarer() {
        String carys =
                """
                "sex":"female","names":[{"given":"Carys","family":"Ashdown"}],"dateOfBirth":"1996-05-02",
                "identifiers":[{"type":"nhs","value":"9990001502"}]
                """;
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"enquiry","sentAt":"%s","kind":"enquiry","when":"%s",
                 "people":[{"role":"subject","localId":"csc-rowan"},{"role":"mother","localId":"csc-carys",%s}],
                 "body":{"started":true}}
                """
                        .formatted(COUNCIL.value(), now, today(), carys));
        injured(HOSPITAL, "ward-carys", carys, 30);
        injured(HOSPITAL, "ward-carys", carys, 9);
        injured(HEALTH, "hv-carys", carys, 2);
        work();
    }

    private void injured(AgencyId sender, String record, String details, int daysAgo) {
        LocalDate day = today().minusDays(daysAgo);
        send(
                sender,
                """
                {"sender":"%s","id":"hurt-%d","sentAt":"%sT12:00:00Z","kind":"injury-observed","when":"%s",
                 "people":[{"role":"subject","localId":"%s",%s}],
                 "body":{"marks":[{"site":"forearm","side":"left","kind":"bruise","count":1}]}}
                """
                        .formatted(sender.value(), daysAgo, day, day, record, details));
    }

    /**
     * The council asks the housing service, whose tenant the mother is, and the health visitors
     * about her and her child. Who answers at the housing service opens no record of anybody.
     */
    void asked() {
        PostId homes = new PostId("homes-desk");
        PostId visitors = new PostId("visitors-desk");
        Role desk = new Role("information-desk");
        server.getBean(PostgresDirectory.class)
                .replace(
                        directory()
                                .add(
                                        new Agency(
                                                HOUSING,
                                                "Westmarsh Homes",
                                                AgencyType.HOUSING,
                                                new AreaId("westmarsh")))
                                .add(Post.of(homes, HOUSING, "Information desk", desk))
                                .add(holder(homes, "lena", "Lena Moore"))
                                .add(Post.of(visitors, HEALTH, "Information desk", desk))
                                .add(holder(visitors, "hari", "Hari Bell"))
                                .entries());
        account("lena", HOUSING, "Lena Moore", AccessRole.HOUSING_OFFICER);
        account("omar", HOUSING, "Omar Dunn", AccessRole.HOUSING_OFFICER);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        server.getBean(Senders.class)
                .register(Sender.of(HOUSING, today().minusDays(400), Duration.ofDays(1)));
        send(
                HOUSING,
                """
                {"sender":"%s","id":"tenancy","sentAt":"%s","kind":"tenancy","when":"%s",
                 "people":[{"role":"subject","localId":"T-4411","sex":"female",
                   "names":[{"given":"Carys","family":"Ashdown"}],"dateOfBirth":"1996-05-02",
                   "identifiers":[{"type":"nhs","value":"%s"}]}],
                 "place":{"line":"1 Mill Row, Westmarsh","postcode":"WM4 2QT"},"body":{}}
                """
                        .formatted(
                                HOUSING.value(),
                                now.minus(30, ChronoUnit.DAYS),
                                today().minusDays(30),
                                "9990001502"));
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"asks","sentAt":"%s","kind":"information-request","when":"%s",
                 "people":[{"role":"mother","localId":"csc-carys",
                   "names":[{"given":"Carys","family":"Ashdown"}],"dateOfBirth":"1996-05-02",
                   "identifiers":[{"type":"nhs","value":"9990001502"}]},{"role":"child","localId":"csc-rowan"}],
                 "to":["%s","%s"],"body":{"asked":"housing","words":"Who else holds a key to the flat?",
                  "why":"A bruise on a baby. Children Act 1989, section 47."}}
                """
                        .formatted(COUNCIL.value(), now, now, HOUSING.value(), HEALTH.value()));
        work();
    }

    /**
     * The police join, with a keeper of the register, and a man under a violent offender order
     * whose tenancy the police were not told of.
     */
    void register() {
        server.getBean(PostgresDirectory.class).replace(policed().entries());
        account("tom", BEYOND, "Tom Vance", AccessRole.REGISTER_KEEPER);
        account("amy", POLICE, "Amy Strand", AccessRole.REGISTER_KEEPER);
        account("ines", POLICE, "Ines Oduya", AccessRole.REGISTER_KEEPER);
        LocalDate today = LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC);
        for (AgencyId sender : List.of(POLICE, BEYOND, HOUSING)) {
            server.getBean(Senders.class)
                    .register(Sender.of(sender, today.minusDays(3000), Duration.ofDays(1)));
        }
        said(
                POLICE,
                "convicted",
                "conviction",
                today.minusYears(6),
                MARLOW,
                """
                {"offence":{"wording":"GBH and battery","group":"wounding","victimAge":0,"victimTie":"partners-child"},
                 "sentence":"custody","months":24}
                """);
        said(POLICE, "released", "release", today.minusYears(5), "", "{\"onLicence\":true}");
        said(
                POLICE,
                "ordered",
                "supervision",
                today.minusDays(60),
                "",
                "{\"type\":\"violent-offender-order\",\"stage\":\"started\",\"ends\":\"%s\"}"
                        .formatted(today.plusYears(4)));
        said(
                POLICE,
                "told",
                "register-notification",
                today.minusDays(59),
                ",\"address\":{\"line\":\"1 Mill Lane, Westmarsh\",\"postcode\":\"WM1 9LB\"}",
                "{\"pack\":\"voo-2008\",\"type\":\"initial\"}");
        said(
                HOUSING,
                "tenant",
                "residence",
                today.minusDays(8),
                MARLOW
                        + ",\"address\":{\"line\":\"2 Quay Road, Westmarsh\",\"postcode\":\"WM4 2QT\"}",
                "{\"stay\":\"home\"}");
        work();
    }

    /**
     * The police attend where a schoolgirl lives with her mother, and log it as noise; a health
     * visitor has recorded who her parents are. Their triage signs in.
     */
    void incident() {
        PostId triage = new PostId("police-triage");
        server.getBean(PostgresDirectory.class)
                .replace(
                        policed()
                                .add(Post.of(triage, POLICE, "Police triage", Role.POLICE_TRIAGE))
                                .add(holder(triage, "maeve", "Maeve Colley"))
                                .entries());
        account("maeve", POLICE, "Maeve Colley", AccessRole.PROTECTION_OFFICER);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        server.getBean(Senders.class)
                .register(Sender.of(POLICE, today().minusDays(3000), Duration.ofDays(1)));
        String parents =
                """
                {"role":"mother","localId":"%1$s-shona","sex":"female",
                 "names":[{"given":"Shona","family":"Petrie"}],"dateOfBirth":"1995-04-02",
                 "identifiers":[{"type":"nhs","value":"9990001502"}]},
                {"role":"father","localId":"%1$s-lewis","sex":"male",
                 "names":[{"given":"Lewis","family":"Garrick"}],"dateOfBirth":"1993-01-12",
                 "identifiers":[{"type":"nhs","value":"9990001537"}]}
                """;
        send(
                HEALTH,
                """
                {"sender":"%s","id":"isla","sentAt":"%s","kind":"residence","when":"%s",
                 "people":[{"role":"subject","localId":"hv-isla","sex":"female",
                   "names":[{"given":"Isla","family":"Petrie"}],"dateOfBirth":"%s",
                   "address":{"line":"9 Tarn Row, Westmarsh","postcode":"WM4 2QT"}},%s],
                 "place":{"line":"9 Tarn Row, Westmarsh","postcode":"WM4 2QT"},"body":{"stay":"home"}}
                """
                        .formatted(
                                HEALTH.value(),
                                now.minus(30, ChronoUnit.DAYS),
                                today().minusDays(30),
                                today().minusYears(8),
                                parents.formatted("hv")));
        send(
                POLICE,
                """
                {"sender":"%s","id":"noise","sentAt":"%s","kind":"police-incident","when":"%s",
                 "place":{"line":"9 Tarn Row, Westmarsh","postcode":"WM4 2QT"},
                 "people":[%s],
                 "body":{"logClass":"noise","childPresent":true,
                  "narrative":"Caller, no name given: shouting and banging from number 9 for 20 minutes, and a child crying. Door answered by Ms Petrie, who said a row with a mate. Mr Garrick had let himself in for his things. A phone smashed in the hall. She would not talk while he was in the room. No offences disclosed, words of advice."}}
                """
                        .formatted(
                                POLICE.value(),
                                now.minus(2, ChronoUnit.MINUTES),
                                now.minus(3, ChronoUnit.MINUTES),
                                parents.formatted("p")
                                        .replace("\"mother\"", "\"party\"")
                                        .replace("\"father\"", "\"party\"")));
        work();
    }

    /** The same directory, with the police and the housing service. */
    private static DirectoryBuilder policed() {
        AreaId area = new AreaId("westmarsh");
        PostId keeper = new PostId("police-register-keeper");
        PostId beyond = new PostId("eastholme-register-keeper");
        return directory()
                .add(new Agency(POLICE, "Westmarsh Police", AgencyType.POLICE, area))
                .add(new Agency(HOUSING, "Westmarsh Homes", AgencyType.HOUSING, area))
                .add(
                        Post.of(
                                new PostId("hospital-named-doctor"),
                                HOSPITAL,
                                "Named doctor",
                                Role.NAMED_DOCTOR))
                .add(holder(new PostId("hospital-named-doctor"), "mo", "Mo Farrant"))
                .add(Post.of(keeper, POLICE, "Register keeper", Role.REGISTER_KEEPER))
                .add(holder(keeper, "amy", "Amy Strand"))
                .add(
                        new Agency(
                                BEYOND,
                                "Eastholme Police",
                                AgencyType.POLICE,
                                new AreaId("eastholme")))
                .add(Post.of(beyond, BEYOND, "Register keeper", Role.REGISTER_KEEPER))
                .add(holder(beyond, "tom", "Tom Vance"));
    }

    /**
     * Probation joins in both areas, and supervises the man under the order for three weeks more.
     */
    void supervision() {
        AgencyId here = new AgencyId("westmarsh-probation");
        AgencyId there = new AgencyId("eastholme-probation");
        PostId manager = new PostId("probation-manager");
        PostId beyond = new PostId("eastholme-probation-manager");
        server.getBean(PostgresDirectory.class)
                .replace(
                        policed()
                                .add(
                                        new Agency(
                                                here,
                                                "Westmarsh Probation",
                                                AgencyType.PROBATION,
                                                new AreaId("westmarsh")))
                                .add(
                                        new Agency(
                                                there,
                                                "Eastholme Probation",
                                                AgencyType.PROBATION,
                                                new AreaId("eastholme")))
                                .add(
                                        Post.of(
                                                manager,
                                                here,
                                                "Offender manager",
                                                Role.OFFENDER_MANAGER))
                                .add(holder(manager, "vera", "Vera Lindqvist"))
                                .add(
                                        Post.of(
                                                beyond,
                                                there,
                                                "Offender manager",
                                                Role.OFFENDER_MANAGER))
                                .add(holder(beyond, "otto", "Otto Brandvold"))
                                .entries());
        account("vera", here, "Vera Lindqvist", AccessRole.PROBATION_OFFICER);
        account("otto", there, "Otto Brandvold", AccessRole.PROBATION_OFFICER);
        for (AgencyId sender : List.of(here, there)) {
            server.getBean(Senders.class)
                    .register(Sender.of(sender, today().minusDays(3000), Duration.ofDays(1)));
        }
        said(
                here,
                "supervised",
                "supervision",
                today().minusDays(1),
                MARLOW,
                "{\"type\":\"licence\",\"stage\":\"started\",\"ends\":\"%s\"}"
                        .formatted(today().plusDays(21)));
        work();
    }

    /** A hospital wrote down where the man under the order says that he lives, a day ago. */
    void seenAtTheHospital() {
        seenAtTheHospital(1);
    }

    /** The same, some days ago. */
    void seenAtTheHospital(int daysAgo) {
        said(
                HOSPITAL,
                "seen-at-hospital",
                "residence",
                LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC).minusDays(daysAgo),
                MARLOW
                        + ",\"address\":{\"line\":\"9 Weir Cottages, Westmarsh\",\"postcode\":\"WM1 9LD\"}",
                "{\"stay\":\"home\"}");
        work();
    }

    /**
     * The hospital and the police wrote one home of the man under the order down in two ways, and
     * the hospital another one that housing wrote, too.
     */
    void twoSpellingsOfMarlow() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC);
        spelled(HOSPITAL, "flat", today.minusDays(4), "Flat B, 14 High Street, Westmarsh");
        spelled(HOUSING, "door", today.minusDays(3), "14B High Street, Westmarsh");
        spelled(POLICE, "seen-1", today.minusDays(3), "Flat C, 22 Low Street, Westmarsh");
        spelled(HOUSING, "seen-2", today.minusDays(2), "22C Low Street, Westmarsh");
        work();
    }

    private void spelled(AgencyId sender, String id, LocalDate day, String line) {
        said(
                sender,
                id,
                "residence",
                day,
                MARLOW + ",\"address\":{\"line\":\"%s\",\"postcode\":\"WM1 1AA\"}".formatted(line),
                "{\"stay\":\"staying\"}");
    }

    /** A woman was convicted of cruelty to a child, which no register in force asks about. */
    void convictedOfCruelty() {
        LocalDate day = LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC).minusYears(1);
        send(
                POLICE,
                """
                {"sender":"%s","id":"cruelty","sentAt":"%sT12:00:00Z","kind":"conviction","when":"%s",
                 "people":[{"role":"subject","localId":"carver","names":[{"given":"Nell","family":"Carver"}],
                   "dateOfBirth":"1991-07-12","sex":"female",
                   "address":{"line":"5 Tanner Street, Westmarsh","postcode":"WM1 2AB"}}],
                 "body":{"offence":{"wording":"Child cruelty","group":"child-cruelty","victimAge":3,"victimTie":"own-child"},
                  "sentence":"custody","months":12}}
                """
                        .formatted(POLICE.value(), day, day));
        work();
    }

    /**
     * The police's own system asked twice and decided twice: once as a step that it names, once in
     * one message that tells the steps not apart.
     */
    void decidedElsewhere() {
        LocalDate day = LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC).minusDays(1);
        for (String to : List.of("school", "social-care")) {
            said(
                    POLICE,
                    "ask-" + to,
                    "disclosure-asked",
                    day,
                    MARLOW,
                    "{\"to\":\"%s\",\"why\":\"A class of the %s\"}".formatted(to, to));
        }
        work();
        said(
                POLICE,
                "decide-school",
                "disclosure",
                day,
                MARLOW,
                "{\"made\":true,\"basis\":\"Prevention of crime\",\"step\":\"decided\",\"reason\":\"He mends their roof\"}",
                "ask-school");
        said(
                POLICE,
                "decide-social-care",
                "disclosure",
                day,
                MARLOW,
                "{\"made\":false,\"basis\":\"Nothing to tell\"}",
                "ask-social-care");
        work();
    }

    private static final String MARLOW =
            """
            ,"names":[{"given":"Daniel","family":"Marlow"},{"given":"Dan","family":"Marlow","use":"alias"}],
             "dateOfBirth":"1993-02-04","sex":"male",
             "identifiers":[{"type":"nhs","value":"9990001405"},{"type":"pnc","value":"2015/0000123L"}]
            """;

    private void said(
            AgencyId sender,
            String id,
            String kind,
            LocalDate day,
            String details,
            String body,
            String... regarding) {
        String of =
                java.util.Arrays.stream(regarding)
                        .map(r -> "\"" + r + "\"")
                        .collect(java.util.stream.Collectors.joining(","));
        send(
                sender,
                """
                {"sender":"%s","id":"%s","sentAt":"%sT12:00:00Z","kind":"%s","when":"%s","regarding":[%s],
                 "people":[{"role":"subject","localId":"marlow"%s}],"body":%s}
                """
                        .formatted(sender.value(), id, day, kind, day, of, details, body));
    }

    /** The police's own system offers Marlow, whom another force has accepted. */
    void offeredByWhoeverHandedHimOver() {
        send(
                POLICE,
                """
                {"sender":"%s","id":"offered-again","sentAt":"%s","kind":"hand-over","when":"%s","to":["%s"],
                 "people":[{"role":"subject","localId":"marlow"}],
                 "body":{"stage":"offered","what":"registered-person"}}
                """
                        .formatted(
                                POLICE.value(),
                                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                                LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC),
                                BEYOND.value()));
        work();
    }

    /** The council wrote down another's home as Marlow's, and put that right since. */
    void movedHome() {
        String day =
                LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC)
                        .minusDays(1)
                        .toString();
        String home =
                """
                {"sender":"%s","id":"%s","sentAt":"%sT12:00:00Z","kind":"residence","when":"%s",%s
                 "people":[{"role":"subject","localId":"%s",
                   "address":{"line":"7 Alder Row, Westmarsh","postcode":"WM4 2QT"}}],"body":{"stay":"home"}}
                """;
        send(HOUSING, home.formatted(HOUSING.value(), "wrong-home", day, day, "", "marlow"));
        send(
                HOUSING,
                home.formatted(
                        HOUSING.value(),
                        "right-home",
                        day,
                        day,
                        "\"corrects\":\"wrong-home\",",
                        "marlow-of-alder-row"));
        work();
    }

    /** The day on which everything happens. */
    LocalDate today() {
        return sightline.core.kernel.London.day(Instant.now());
    }

    /** Eastport is linked, asked about the man under the order, and does not answer itself. */
    void askedFromElsewhere() {
        server.getBean(Peers.class)
                .add(
                        new NewPeer(
                                new PeerName("eastport"),
                                new PeerName("westmarsh"),
                                URI.create("http://127.0.0.1:9"),
                                LocatorKey.of(Secrets.throwAway()).publicKey(),
                                "Register desk, 01632 960177"),
                        Peers.newSecret(),
                        Instant.now());
        transactions.asJob(
                JobName.PIPELINE,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO locator.question (peer, nonce, received_at, record_keys)
                                        VALUES ('eastport', gen_random_uuid(), now(), ARRAY[:record::uuid])
                                        """)
                                .param("record", RecordKey.of(new SourceRecord(POLICE, "marlow")))
                                .update());
        work();
    }

    /** Whoever the police's record is. */
    PersonId marlow() {
        return transactions.asJob(
                JobName.RESOLVER,
                sql ->
                        identities
                                .in(sql)
                                .peopleOf(List.of(new SourceRecord(POLICE, "marlow")))
                                .values()
                                .iterator()
                                .next());
    }

    /** How many sessions of an account are in the database. */
    long sessions(String account) {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql("SELECT count(*) FROM access.session WHERE principal = :p")
                                .param("p", account)
                                .query(Long.class)
                                .single());
    }

    /** Something of Rowan's is sealed, and these may see it. */
    void seal(String... readers) {
        server.getBean(Transactions.class)
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Seals()
                                    .place(
                                            sql,
                                            new Seal(
                                                    ROWAN,
                                                    Optional.of(Sensitivity.LEGAL_PRIVILEGE),
                                                    Set.of(readers).stream()
                                                            .map(r ->
                                                                    new Grantee.User(new UserId(r)))
                                                            .collect(Collectors.toSet()),
                                                    "court",
                                                    FactId.parse(HEALTH.value() + "/home#1"),
                                                    LocalDate.of(2030, 1, 1),
                                                    Instant.now().minusSeconds(60),
                                                    Optional.empty()));
                            return null;
                        });
    }

    /** A whole record is sealed, but for one reader. */
    void seal(SourceRecord record, String reader) {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Seals()
                            .place(
                                    sql,
                                    new Seal(
                                            record,
                                            Optional.empty(),
                                            Set.of(new Grantee.User(new UserId(reader))),
                                            "chief constable",
                                            FactId.parse(HEALTH.value() + "/home#1"),
                                            LocalDate.of(2030, 1, 1),
                                            Instant.now().minusSeconds(60),
                                            Optional.empty()));
                    return true;
                });
    }

    /** What stands in the journal. */
    List<String> journal(String statement) {
        return transactions.asSequencer(sql -> sql.sql(statement).query(String.class).list());
    }

    /**
     * A burn that the hospital saw a day and a half after it happened and of which the council was
     * told another way; a paediatrician on the bruise; and a brother who was burnt the same way
     * years before and lives elsewhere.
     */
    void burnt() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String rowan =
                """
                "names":[{"given":"Rowan Lee","family":"Ashdown"}],"dateOfBirth":"%s","sex":"male",
                "identifiers":[{"type":"nhs","value":"9990001235"}]
                """
                        .formatted(
                                LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).minusMonths(4));
        send(
                HOSPITAL,
                """
                {"sender":"%s","id":"burn","sentAt":"%s","kind":"injury-observed","when":"%s",
                 "people":[{"role":"subject","localId":"ed-rowan",%s}],
                 "body":{"marks":[{"site":"palm","side":"right","kind":"burn","count":1,"sizeMillimetres":20,
                   "description":"red and pale, like a coin"}],
                  "accounts":[{"words":"touched the heater","mechanism":"hot-object","givenBy":"mother"}],
                  "occurred":"%s","seenBy":"emergency doctor"}}
                """
                        .formatted(
                                HOSPITAL.value(),
                                now,
                                now.minus(1, ChronoUnit.HOURS),
                                rowan,
                                now.minus(37, ChronoUnit.HOURS)));
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"burn-told","sentAt":"%s","kind":"injury-observed","when":"%s",
                 "people":[{"role":"subject","localId":"csc-rowan"}],"regarding":["%s/burn"],
                 "body":{"marks":[{"site":"hand","side":"right","kind":"burn","count":1}],
                  "accounts":[{"words":"pulled a cup over","mechanism":"hot-liquid","givenBy":"mother"}]}}
                """
                        .formatted(COUNCIL.value(), now, now, HOSPITAL.value()));
        send(
                HOSPITAL,
                """
                {"sender":"%s","id":"opinion","sentAt":"%s","kind":"medical-opinion","when":"%s",
                 "people":[{"role":"subject","localId":"ed-rowan"}],"regarding":["%s/bruise"],
                 "body":{"fit":"does-not-fit","opinion":"no bar at that height"}}
                """
                        .formatted(HOSPITAL.value(), now, now, HEALTH.value()));
        send(
                HEALTH,
                """
                {"sender":"%s","id":"brother","sentAt":"%s","kind":"injury-observed","when":"2019-03-04",
                 "people":[{"role":"subject","localId":"hv-ira","dateOfBirth":"2018-01-05","sex":"male",
                   "names":[{"given":"Ira","family":"Ashdown"}],
                   "address":{"line":"8 Canary Row, Eastholme","postcode":"EH1 1AA"}},
                  {"role":"mother","localId":"hv-carys"}],
                 "body":{"marks":[{"site":"forearm","side":"left","kind":"burn","count":1}],
                  "accounts":[{"mechanism":"hot-object","givenBy":"mother"}]}}
                """
                        .formatted(HEALTH.value(), now));
        work();
    }

    /** The health visitor refers Rowan to the council for the marks that they saw. */
    void marksReported() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                HEALTH,
                """
                {"sender":"%s","id":"referral","sentAt":"%s","kind":"referral","when":"%s","to":["%s"],
                 "people":[{"role":"subject","localId":"hv-rowan"}],
                 "body":{"service":"social-care","harms":["injury"],"words":"a bruise on a baby who does not move",
                   "channel":"written"}}
                """
                        .formatted(HEALTH.value(), now, now, COUNCIL.value()));
        work();
    }

    /** The neighbouring council has somebody who takes what comes in. */
    void dutyManagerBeyond() {
        PostId post = new PostId("eastholme-duty-manager");
        server.getBean(PostgresDirectory.class)
                .replace(
                        directory()
                                .add(Post.of(post, OTHER, "Duty manager", Role.DUTY_MANAGER))
                                .add(holder(post, "noor", "Noor Idris"))
                                .entries());
    }

    /** Somebody who has no case of Rowan's offers it to the neighbouring council. */
    void caseOfferedBy(AgencyId agency) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                agency,
                """
                {"sender":"%s","id":"offer","sentAt":"%s","kind":"hand-over","when":"%s","to":["%s"],
                 "people":[{"role":"subject","localId":"hv-rowan"}],
                 "body":{"stage":"offered","what":"case"}}
                """
                        .formatted(agency.value(), now, now, OTHER.value()));
        work();
    }

    /** The council sends word that Rowan went home, without saying why. */
    void returnedHome() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                COUNCIL,
                """
                {"sender":"%s","id":"home-again","sentAt":"%s","kind":"returned-home","when":"%s",
                 "people":[{"role":"child","localId":"csc-rowan"},{"role":"mother","localId":"csc-carys"}],
                 "body":{"conditions":"a class for parents"}}
                """
                        .formatted(COUNCIL.value(), now, now));
        work();
    }

    /** The health visitor writes something about Rowan, and it is on the record. */
    void note(String words) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                HEALTH,
                """
                {"sender":"%s","id":"note-%d","sentAt":"%s","kind":"note","when":"%s",
                 "people":[{"role":"subject","localId":"hv-rowan"}],"body":{"words":"%s"}}
                """
                        .formatted(HEALTH.value(), words.hashCode(), now, now, words));
        work();
    }

    /**
     * An agency says something now, and what follows from it is there.
     *
     * @param more how the message goes on from its kind
     */
    void told(AgencyId sender, String id, String kind, String more) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(
                sender,
                """
                {"sender":"%s","id":"%s","sentAt":"%s","kind":"%s",%s}
                """
                        .formatted(sender.value(), id, now, kind, more));
        work();
    }

    /** Who an agency's record is. */
    PersonId whose(SourceRecord record) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql -> identities.in(sql).peopleOf(List.of(record)).values().iterator().next());
    }

    /** The council beyond answers what it was asked. */
    void answered(String message, String words) {
        send(
                OTHER,
                """
                {"sender":"%s","id":"answers","sentAt":"%s","kind":"information-answer",
                 "regarding":["%s"],"to":["%s"],
                 "body":{"outcome":"answered","words":"%s"}}
                """
                        .formatted(OTHER.value(), Instant.now(), message, COUNCIL.value(), words));
        work();
    }

    private void send(AgencyId sender, String body) {
        server.getBean(sightline.feeds.Intake.class)
                .receive(sender, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Returns when the pipeline has read what was unread and derived what follows. */
    void work() {
        Pipeline pipeline = server.getBean(Pipeline.class);
        Pipeline.Batch batch = pipeline.run();
        while (batch.full() || batch.messages() > 0) {
            batch = pipeline.run();
        }
    }

    /** Does something while the pipeline waits for whoever writes to the ledger. */
    void whileNothingIsRead(Runnable what) {
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    var _ =
                            sql.sql("SELECT position FROM facts.head FOR UPDATE")
                                    .query()
                                    .listOfRows();
                    what.run();
                    return null;
                });
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
