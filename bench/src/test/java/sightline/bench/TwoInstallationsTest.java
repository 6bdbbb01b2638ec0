package sightline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.database.Database;
import sightline.database.Transactions;
import sightline.locator.LocatorKey;
import sightline.locator.NewPeer;
import sightline.locator.PeerName;
import sightline.locator.Peers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Two areas, each with a program and a database of its own: a man is convicted, released and
 * registered in one, moves to the other, and back. Invented people.
 */
final class TwoInstallationsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");
    private static final String HIM =
            """
            "localId":"him","names":[{"given":"Callum","family":"Prewett"}],"dateOfBirth":"1984-11-17",
            "sex":"male","identifiers":[{"type":"nhs","value":"9990001405"}]
            """;
    private static final String HER =
            """
            "localId":"her","names":[{"given":"Tara","family":"Linfield"}],"dateOfBirth":"1990-08-01",
            "sex":"female","identifiers":[{"type":"nhs","value":"9990001413"}]
            """;
    private static final String RING = "alerts.duty WHERE clock = 'locator.ring'";
    private static final String ASKED = "alerts.duty WHERE clock = 'locator.asked'";

    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @Test
    void aRegisteredManIsFoundByTheOtherProgramWhereverHeMoves(@TempDir Path folder) {
        try (Area east = new Area(folder.resolve("east"), 1);
                Area west = new Area(folder.resolve("west"), 2)) {
            byte[] secret = Peers.newSecret();
            east.link("weston", "eastport", west, secret);
            west.link("eastport", "weston", east, secret);

            heIsConvictedReleasedAndRegistered(east);
            west.says(
                    AgencyType.MATERNITY,
                    "pregnancy-booked",
                    family("9 Canal Street, Weston"),
                    booked);
            west.await(RING + " AND cardinality(owed_by) = 2", 1);
            east.await(ASKED, 1);
            assertThat(west.count("register.entry")).as("the entry stays where it is").isZero();

            long asked = east.count("locator.question");
            east.says(
                    AgencyType.MATERNITY,
                    "pregnancy-booked",
                    family("3 Mill Lane, Eastport"),
                    booked);
            east.await("alerts.alert WHERE rule = 'AL-02'", 1);
            assertThat(east.count("locator.question")).as("once is enough").isEqualTo(asked);
            assertThat(west.count(ASKED)).as("nothing is held there").isZero();
        }
    }

    private void heIsConvictedReleasedAndRegistered(Area east) {
        east.says(
                AgencyType.POLICE,
                "conviction",
                "{\"role\":\"offender\"," + HIM + "}",
                "{\"offence\":{\"wording\":\"GBH and battery\",\"group\":\"wounding\",\"victimAge\":0},"
                        + "\"sentence\":\"custody\",\"months\":12}");
        east.says(AgencyType.POLICE, "release", subject(""), "{\"onLicence\":true}");
        east.says(
                AgencyType.POLICE,
                "supervision",
                subject(""),
                "{\"type\":\"violent-offender-order\",\"stage\":\"started\",\"ends\":\"%s\"}"
                        .formatted(today.plusYears(4)));
        east.says(
                AgencyType.POLICE,
                "register-notification",
                subject(",\"address\":{\"line\":\"1 Mill Lane, Eastport\"}"),
                "{\"pack\":\"voo-2008\",\"type\":\"initial\"}");
        east.await("register.entry WHERE pack = 'voo-2008'", 1);
        east.await("locator.key", 1);
    }

    private final String booked =
            "{\"expected\":\"%s\",\"children\":1}".formatted(today.plusDays(200));

    private String family(String address) {
        return """
        {"role":"mother",%s,"address":{"line":"%s"}},{"role":"father",%s},
        {"role":"unborn-child","localId":"baby","expected":"%s"}
        """
                .formatted(HER, address, HIM, today.plusDays(200));
    }

    private static String subject(String more) {
        return "{\"role\":\"subject\"," + HIM + more + "}";
    }

    /** An installation and the one program that serves it. */
    private final class Area implements AutoCloseable {
        private final World world;
        private final Installation installation;
        private final ServeProcess process;
        private final URI at;

        Area(Path folder, long seed) {
            world = new World(seed, 100, now);
            installation = Installation.make(folder, world.directory(), world.goLive());
            process =
                    ServeProcess.start(
                            folder, QUICK, List.of("--database-url", installation.url()));
            at = process.awaitServing();
        }

        /** Knows the other by a name, and is known there by another. */
        void link(String name, String knownAs, Area other, byte[] secret) {
            try (Database database = installation.open()) {
                new Peers(new Transactions(database), installation.secrets())
                        .add(
                                new NewPeer(
                                        new PeerName(name),
                                        new PeerName(knownAs),
                                        other.at,
                                        LocatorKey.of(other.installation.secrets()).publicKey(),
                                        "Register desk, 01632 960177"),
                                secret,
                                now);
            }
        }

        void says(AgencyType by, String kind, String people, String body) {
            AgencyId sender = world.first(by);
            Traffic.Sent message =
                    world.sent(
                            sender,
                            kind,
                            "\"when\":\"%s\",\"people\":[%s],\"body\":%s"
                                    .formatted(today.minusDays(1), people, body));
            try (Poster poster = new Poster(Duration.ofSeconds(30))) {
                assertThat(poster.post(at, installation.sender(sender), message.bytes()))
                        .as("%s is kept", kind)
                        .isTrue();
            }
            Contents.awaitRead(installation, PATIENCE);
            assertThat(count("feeds.quarantine")).as("%s is read", kind).isZero();
        }

        long count(String what) {
            try (Installation.Owner owner = installation.owner()) {
                return owner.sql().sql("SELECT count(*) FROM " + what).query(Long.class).single();
            }
        }

        void await(String what, long least) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (count(what) < least) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(
                            "there is no " + what + "; the program said:\n" + process.output());
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }

        @Override
        public void close() {
            process.close();
            installation.close();
        }
    }
}
