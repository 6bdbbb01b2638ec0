package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Installation.declared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import sightline.core.TestSize;
import sightline.core.directory.AgencyType;
import sightline.core.identity.Fixtures;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;
import sightline.database.RecordKey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * To whom a child is open whose case was held before the birth, and who owes what, is the same
 * whether each message was worked out as it came, several together, or all of them afterwards: of
 * many families at once, each with its messages in an order drawn by lot. Invented people.
 */
@Tag("ci")
final class CaseOfBornInBulkTest {
    private static final long SEED = Long.getLong("seed", 20_260_302L);
    private static final int FAMILIES = TestSize.chosen().of(12, 60, 600);
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<AgencyId> CARE =
            List.of(
                    new AgencyId("northton-csc"),
                    new AgencyId("southton-csc"),
                    new AgencyId("westton-csc"));
    private static final AgencyId MATERNITY = new AgencyId("northton-maternity");
    private static final AgencyId SCHOOL = new AgencyId("northton-school");
    private static final List<String> SELVES = List.of("unborn", "elder", "younger");

    /**
     * What somebody sends; its text has places for the moment.
     *
     * @param names the message that it names, if any
     */
    private record Said(AgencyId from, String text, Optional<Said> names) {
        Said(AgencyId from, String text) {
            this(from, text, Optional.empty());
        }
    }

    /**
     * How messages are taken: after each, after some, and what follows from them at once or not.
     */
    private enum Way {
        ONE_BY_ONE,
        TOGETHER,
        IN_BULK
    }

    @Test
    void whatOpensAndWhoOwesAreTheSameHoweverTheMessagesWereTaken() {
        System.out.println("seed " + SEED);
        List<Said> all = messages(new Random(SEED));
        Map<String, String> names = names();

        List<String> oneByOne = taken(Way.ONE_BY_ONE, all, names);

        assertThat(oneByOne).as("seed %d", SEED).anyMatch(r -> r.contains("team-queue"));
        assertThat(oneByOne).anyMatch(r -> r.contains("elder") && r.contains("allocation"));
        assertThat(taken(Way.TOGETHER, all, names)).as("seed %d", SEED).isEqualTo(oneByOne);
        assertThat(taken(Way.IN_BULK, all, names)).as("seed %d", SEED).isEqualTo(oneByOne);
    }

    private static List<String> taken(Way way, List<Said> all, Map<String, String> names) {
        Random lot = new Random(SEED);
        IdentityHashMap<Said, String> ids = new IdentityHashMap<>();
        try (Installation world = new Installation(BEGIN)) {
            world.open(
                    List.of(
                            declared(CARE.get(0), AgencyType.CHILDRENS_SOCIAL_CARE),
                            declared(CARE.get(1), AgencyType.CHILDRENS_SOCIAL_CARE),
                            declared(CARE.get(2), AgencyType.CHILDRENS_SOCIAL_CARE),
                            declared(MATERNITY, AgencyType.MATERNITY),
                            declared(SCHOOL, AgencyType.SCHOOL)));
            for (Said said : all) {
                Instant at = world.clock().instant().plus(Duration.ofMinutes(1));
                world.clock().moveTo(at);
                String regarding =
                        said.names()
                                .map(n -> "\"regarding\":[\"%s\"],".formatted(ids.get(n)))
                                .orElse("");
                world.send(said.from(), regarding + said.text().formatted(at));
                ids.put(said, said.from().value() + "/" + world.lastId());
                take(way, world, lot);
            }
            if (way == Way.IN_BULK) {
                while (world.pipeline().takeHistory().full()) {}
                world.pipeline().catchUp(0);
            }
            world.moveTo(world.clock().instant().plus(Duration.ofHours(1)));
            assertThat(world.texts("SELECT problems::text FROM feeds.quarantine")).isEmpty();
            if (way == Way.IN_BULK) {
                assertThat(world.rebuilt()).as("rebuilt, seed %d", SEED).isEmpty();
            }
            return left(world, names);
        }
    }

    private static void take(Way way, Installation world, Random lot) {
        switch (way) {
            case ONE_BY_ONE -> world.run();
            case TOGETHER -> {
                if (lot.nextInt(9) == 0) {
                    world.run();
                }
            }
            case IN_BULK -> {
                if (lot.nextInt(60) == 0) {
                    world.pipeline().takeHistory();
                }
            }
        }
    }

    /** What is open now, and what is owed. */
    private static List<String> left(Installation world, Map<String, String> names) {
        List<String> left = new ArrayList<>();
        world
                .texts(
                        """
                        SELECT record_key || ' ' || grantee || ' ' || kind || ' ' || split_part(reason_fact, '#', 1)
                               || ' until ' || coalesce(ends_at::text, 'ended')
                          FROM access.relationship
                         WHERE opens_content AND kind <> 'alert-recipient' AND (ends_at IS NULL OR ends_at > '%s')
                        """
                                .formatted(world.clock().instant()))
                .stream()
                .map(row -> names.getOrDefault(row.substring(0, 36), "?") + row.substring(36))
                .sorted()
                .forEach(left::add);
        world.texts(
                        """
                        SELECT key || ' ' || state || ' ' || due_at || ' ' || (content ->> 'owedBy')
                          FROM alerts.duty WHERE clock NOT LIKE 'alert.%' ORDER BY 1
                        """)
                .forEach(left::add);
        return left;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (int family = 0; family < FAMILIES; family++) {
            for (String who : SELVES) {
                List<AgencyId> agencies = new ArrayList<>(CARE);
                agencies.add(MATERNITY);
                for (AgencyId agency : agencies) {
                    String local = who + "-" + family;
                    names.put(
                            RecordKey.of(new SourceRecord(agency, local)).toString(),
                            local + " of " + agency.value());
                }
            }
        }
        return names;
    }

    /** The families' messages among each other, each family's in the order drawn for it. */
    private static List<Said> messages(Random random) {
        List<List<Said>> families = new ArrayList<>();
        for (int family = 0; family < FAMILIES; family++) {
            families.add(new ArrayList<>(new Family(family, random).said()));
        }
        List<Said> all = new ArrayList<>();
        while (!families.isEmpty()) {
            List<Said> some = families.get(random.nextInt(families.size()));
            if (some.isEmpty()) {
                families.remove(some);
            } else {
                all.add(some.removeFirst());
            }
        }
        return all;
    }

    /** A mother of twins, and what is said of them. */
    private static final class Family {
        private final int number;
        private final Random random;
        private final List<Said> offers = new ArrayList<>();
        private Optional<Offer> offered = Optional.empty();

        private record Offer(AgencyId from, AgencyId to) {}

        Family(int number, Random random) {
            this.number = number;
            this.random = random;
        }

        List<Said> said() {
            List<Said> said = new ArrayList<>();
            said.add(
                    new Said(
                            MATERNITY,
                            message(
                                    "pregnancy-booked",
                                    "",
                                    "{\"expected\":\"2026-04-01\",\"children\":2}",
                                    List.of(mother(), self("unborn")))));
            said.add(plan());
            int birth = 2 + random.nextInt(5);
            int most = 6 + random.nextInt(7);
            for (int i = 2; i < most; i++) {
                if (i == birth) {
                    said.add(birth("elder"));
                    said.add(birth("younger"));
                } else {
                    said.add(random.nextInt(6) == 0 ? invited() : handOver(i > birth));
                }
            }
            return said;
        }

        private Said plan() {
            String body = "{\"type\":\"protection\",\"started\":true,\"category\":\"neglect\"}";
            return new Said(
                    CARE.getFirst(), message("plan", "", body, List.of(self("unborn"), mother())));
        }

        private Said birth(String twin) {
            String body = "{\"marks\":[],\"injuryAtBirth\":false}";
            return new Said(MATERNITY, message("birth", "", body, List.of(self(twin), mother())));
        }

        private Said invited() {
            String body = "{\"type\":\"core-group\",\"stage\":\"planned\",\"on\":\"2026-04-20\"}";
            return new Said(
                    CARE.getFirst(),
                    message("meeting", to(SCHOOL), body, List.of(self("unborn"), mother())));
        }

        /** An answer names no offer mostly, else any that was made, open or not. */
        private Said answer(AgencyId from, String stage, String who, AgencyId to) {
            Said said = handOver(from, stage, who, to);
            return random.nextInt(3) > 0
                    ? said
                    : new Said(
                            said.from(),
                            said.text(),
                            Optional.of(offers.get(random.nextInt(offers.size()))));
        }

        /** Mostly of whoever could, sometimes of anybody. */
        private Said handOver(boolean born) {
            String who = SELVES.get(born ? random.nextInt(SELVES.size()) : 0);
            if (random.nextInt(3) > 0 && offered.isPresent()) {
                Offer last = offered.get();
                return switch (random.nextInt(4)) {
                    case 0 -> answer(last.to(), "accepted", who, last.from());
                    case 1 -> answer(last.from(), "withdrawn", who, last.to());
                    default -> answer(last.to(), "refused", who, last.from());
                };
            }
            AgencyId from = random.nextInt(3) > 0 ? CARE.getFirst() : any();
            AgencyId to = any();
            offered = Optional.of(new Offer(from, to));
            Said offer = handOver(from, "offered", who, to);
            offers.add(offer);
            return offer;
        }

        private AgencyId any() {
            return CARE.get(random.nextInt(CARE.size()));
        }

        private Said handOver(AgencyId from, String stage, String who, AgencyId to) {
            String body = "{\"stage\":\"%s\",\"what\":\"case\"}".formatted(stage);
            String addressed = to.equals(from) ? "" : to(to);
            List<String> people = new ArrayList<>(List.of(self(who)));
            if (who.equals("unborn") || random.nextInt(4) == 0) {
                people.add(mother());
            }
            return new Said(from, message("hand-over", addressed, body, people));
        }

        private static String to(AgencyId agency) {
            return "\"to\":[\"%s\"],".formatted(agency.value());
        }

        private static String message(String kind, String to, String body, List<String> people) {
            return "\"kind\":\"%s\",\"when\":\"%%s\",%s\"people\":[%s],\"body\":%s"
                    .formatted(kind, to, String.join(",", people), body);
        }

        private String mother() {
            return """
            {"role":"mother","localId":"mother-%d","sex":"female","names":[{"given":"Tamsin","family":"%s"}],
            "dateOfBirth":"%s","identifiers":[%s]}
            """
                    .formatted(
                            number,
                            family(),
                            java.time.LocalDate.of(1985, 1, 1).plusDays(number * 17L),
                            nhs(0));
        }

        private String self(String who) {
            if (who.equals("unborn")) {
                return "{\"role\":\"unborn-child\",\"localId\":\"unborn-%d\",\"expected\":\"2026-04-01\"}"
                        .formatted(number);
            }
            return """
            {"role":"child","localId":"%1$s-%2$d","sex":"female","dateOfBirth":"2026-03-02",
            "names":[{"given":"Baby %1$s","family":"%3$s"}],"identifiers":[%4$s]}
            """
                    .formatted(who, number, family(), nhs(who.equals("elder") ? 1 : 2));
        }

        /** Names that are like no other family's. */
        private String family() {
            String name = "";
            for (int n = number + 27; n > 0; n /= 26) {
                name += String.valueOf((char) ('A' + n % 26)).repeat(3);
            }
            return name;
        }

        private String nhs(int of) {
            return "{\"type\":\"nhs\",\"value\":\"%s\"}"
                    .formatted(Fixtures.nhs(number * 3 + of + 1).value());
        }
    }
}
