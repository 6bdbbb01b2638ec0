package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.locator.PeerName;
import sightline.locator.Peers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two areas, each with an installation of its own. A man convicted and registered in one moves into
 * the other and back: the right people are told, and between the two nothing else crosses. Invented
 * people.
 */
final class LinkedAreasStoryTest {
    private static final String HIM =
            """
            "names":[{"given":"Callum","family":"Prewett"}],"dateOfBirth":"1984-11-17","sex":"male",
            "identifiers":[{"type":"nhs","value":"9990001405"}]
            """;
    private static final String HER =
            """
            "names":[{"given":"Tara","family":"Linfield"}],"dateOfBirth":"1990-08-01","sex":"female",
            "identifiers":[{"type":"nhs","value":"9990001413"}]
            """;
    private static final String GONE =
            """
            "names":[{"given":"Ossian","family":"Threlkeld"}],"dateOfBirth":"1971-03-30","sex":"male",
            "identifiers":[{"type":"nhs","value":"9990001421"}]
            """;

    /** A digest or a nonce, whole: its letters and digits may be a year by chance. */
    private static final Pattern BY_CHANCE =
            Pattern.compile(
                    "\"(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");

    private static final List<String> CANARIES =
            List.of(
                    "Ossian",
                    "Threlkeld",
                    "1971-03",
                    "9990001421",
                    "Callum",
                    "CALLUM",
                    "Prewett",
                    "PREWETT",
                    "Tara",
                    "Linfield",
                    "1984",
                    "1990-08",
                    "9990001405",
                    "9990001413",
                    "Canal",
                    "Mill Lane",
                    "him",
                    "her\"",
                    "violent");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final LinkedArea eastport = new LinkedArea("eastport", clock);
    private final LinkedArea weston = new LinkedArea("weston", clock);

    @AfterEach
    void close() {
        eastport.close();
        weston.close();
    }

    @Test
    void aRegisteredManIsFoundAcrossTwoInstallationsAndNothingElseCrosses() {
        byte[] secret = Peers.newSecret();
        eastport.link(weston, secret);
        weston.link(eastport, secret);
        heIsConvictedAndRegisteredInEastport();
        eastport.down();
        aBookingInWestonNamesHimWhileEastportIsDown();
        eastport.up();
        westonIsToldWhomToRingAndEastportThatItWasAsked();
        heMovesBackAndWestonHearsNothing();
        anotherLeavesAloneForNobodyKnowsWhereAndWestonIsAsked();
        nothingInClearCrossedAndEveryAnswerIsAsLong();
        whatIsForgedReplayedOrStaleIsRefused();
        aLinkThatIsRemovedLeavesWhatBecameOfItAlone();
        assertThat(weston.rebuilt()).isEmpty();
        assertThat(eastport.rebuilt()).isEmpty();
    }

    /**
     * There and back. The first time the other area enters him before this one ends its entry, the
     * second time after it: he is the old one's until the new one says that it has him.
     */
    @Test
    void theEntryAndItsPeriodFollowHimThereAndBackAndNobodyOwesTwice() {
        byte[] secret = Peers.newSecret();
        eastport.link(weston, secret);
        weston.link(eastport, secret);
        heIsConvictedAndRegisteredInEastport();
        byte[] next = Peers.newSecret();
        eastport.link(weston, next);
        weston.link(eastport, next);
        assertThat(eastport.count("locator.answers"))
                .as("with another secret, too, it answers for him")
                .isPositive();
        later(Duration.ofDays(30));
        List<String> period = runs(eastport);
        assertThat(period).containsExactly("voo-2008 until 2030-01-06");

        isBookedWith(weston, eastport, "9 Canal Street, Weston");
        enters(weston, "9 Canal Street, Weston", "initial");
        tellsTheNewHome(eastport, "9 Canal Street, Weston");
        later(Duration.ofMinutes(5));
        ends(eastport);
        assertThat(runs(eastport)).as("until the answer").isEqualTo(period);
        assertThat(runs(weston)).isEqualTo(period);
        assertThat(eastport.owed("register.taken"))
                .containsExactly("eastport-police/register-keeper");
        eastport.asks();
        isOver(eastport, weston, period);

        later(Duration.ofDays(60));
        weston.asks();
        later(Duration.ofMinutes(5));
        isBookedWith(eastport, weston, "3 Mill Lane, Eastport");
        tellsTheNewHome(weston, "3 Mill Lane, Eastport");
        later(Duration.ofMinutes(5));
        ends(weston);
        weston.asks();
        later(Duration.ofDays(2));
        assertThat(runs(weston)).as("a gap is nobody's for no moment").isEqualTo(period);
        assertThat(runs(eastport)).isEmpty();
        assertThat(weston.owed("register.taken")).containsExactly("weston-police/register-keeper");
        enters(eastport, "3 Mill Lane, Eastport", "change-of-address");
        later(Duration.ofDays(1));
        weston.asks();
        isOver(weston, eastport, period);

        for (LinkedArea area : List.of(eastport, weston)) {
            assertThat(area.count("locator.question")).as("was asked").isPositive();
            assertThat(area.count("locator.question WHERE acknowledged_at IS NULL")).isZero();
            assertThat(area.rebuilt()).isEmpty();
        }
    }

    @Test
    void thatNobodyTookHimOverDoesNotSayThatNoEntryIsHeld() {
        byte[] secret = Peers.newSecret();
        eastport.link(weston, secret);
        weston.link(eastport, secret);
        heIsConvictedAndRegisteredInEastport();
        later(Duration.ofDays(30));
        isBookedWith(weston, eastport, "9 Canal Street, Weston");
        enters(weston, "9 Canal Street, Weston", "initial");
        later(Duration.ofMinutes(5));
        ends(weston);
        ends(eastport);
        eastport.asks();
        assertThat(eastport.count("locator.asked WHERE taken_over AND NOT held"))
                .as("both said that it ended")
                .isEqualTo(1);
        enters(eastport, "3 Mill Lane, Eastport", "change-of-address");
        later(Duration.ofMinutes(5));
        eastport.says("maternity", "pregnancy-booked", family("3 Mill Lane, Eastport"), BOOKED);
        eastport.asks();

        assertThat(eastport.owed("locator.ring")).as("an entry is held there").isNotEmpty();
    }

    private void isBookedWith(LinkedArea to, LinkedArea from, String home) {
        to.says("maternity", "pregnancy-booked", family(home), BOOKED);
        to.asks();
        from.run();
        assertThat(to.owed("locator.ring")).isNotEmpty();
        assertThat(from.owed("locator.asked")).isNotEmpty();
    }

    /** Entered for as long as the order runs; at that area's police he tells what he owes there. */
    private void enters(LinkedArea area, String home, String tells) {
        for (String said :
                List.of("\"entered\",\"periodEnds\":\"2030-01-06\"", "\"%s\"".formatted(tells))) {
            area.says(
                    "police",
                    "register-notification",
                    subject("him", HIM, ",\"address\":{\"line\":\"" + home + "\"}"),
                    "{\"pack\":\"voo-2008\",\"type\":" + said + "}");
        }
        area.asks();
    }

    private void tellsTheNewHome(LinkedArea area, String home) {
        area.says(
                "police",
                "register-notification",
                subject("him", HIM, ",\"address\":{\"line\":\"" + home + "\"}"),
                "{\"pack\":\"voo-2008\",\"type\":\"change-of-address\"}");
    }

    private static void ends(LinkedArea area) {
        area.says(
                "police",
                "register-notification",
                subject("him", HIM, ""),
                "{\"pack\":\"voo-2008\",\"type\":\"ended\"}");
    }

    /** The day of the answer is the last one in the old area; nothing is owed there from then. */
    private void isOver(LinkedArea from, LinkedArea to, List<String> period) {
        later(Duration.ofDays(1));
        to.asks();
        assertThat(runs(to)).isEqualTo(period);
        assertThat(runs(from)).isEmpty();
        assertThat(from.texts("SELECT DISTINCT state FROM register.entry WHERE pack = 'voo-2008'"))
                .containsExactly("HANDED_OVER");
        for (LinkedArea area : List.of(to, from)) {
            assertThat(area.owed("locator.ring")).isEmpty();
            assertThat(area.owed("locator.asked")).isEmpty();
        }
        assertThat(from.texts(REGISTER_DUTIES)).as("nobody owes here any more").isEmpty();
        assertThat(to.texts(REGISTER_DUTIES))
                .as("and there each thing once")
                .doesNotHaveDuplicates()
                .contains("register.notice");
        later(Duration.ofDays(15));
        assertThat(openTo(from)).as("whom it handed over is no more its own").isEmpty();
        assertThat(openTo(to)).isNotEmpty();
    }

    /** On whose grounds he is open to the police of an area. */
    private List<String> openTo(LinkedArea area) {
        return area.texts(
                "SELECT reason_fact FROM access.relationship WHERE kind = 'offender-management' AND grantee = '"
                        + area.agency("police").value()
                        + "' AND (ends_at IS NULL OR ends_at > '"
                        + clock.instant()
                        + "')");
    }

    /** Without what the partnership's own list of people asks of social care there. */
    private static final String REGISTER_DUTIES =
            "SELECT clock FROM alerts.duty WHERE clock LIKE 'register.%' AND clock <> 'register.assess'"
                    + " AND state IN ('running', 'overdue')";

    /** Under which register he is, until when. */
    private static List<String> runs(LinkedArea area) {
        return area.texts(
                "SELECT pack || ' until ' || coalesce(ends::text, 'no end') FROM register.entry"
                        + " WHERE state NOT IN ('NOT_COVERED', 'ENDED', 'HANDED_OVER', 'SET_ASIDE') AND pack = 'voo-2008' ORDER BY 1");
    }

    private void heIsConvictedAndRegisteredInEastport() {
        eastport.says(
                "court",
                "conviction",
                "{\"role\":\"offender\",\"localId\":\"him\"," + HIM + "}",
                "{\"offence\":{\"wording\":\"GBH and battery\",\"group\":\"wounding\",\"victimAge\":0},"
                        + "\"sentence\":\"custody\",\"months\":12}");
        eastport.says("prison", "release", subject("him", HIM, ""), "{\"onLicence\":true}");
        eastport.says(
                "court",
                "supervision",
                subject("him", HIM, ""),
                "{\"type\":\"violent-offender-order\",\"stage\":\"started\",\"ends\":\"2030-01-06\"}");
        eastport.says(
                "police",
                "register-notification",
                subject("him", HIM, ",\"address\":{\"line\":\"1 Mill Lane, Eastport\"}"),
                "{\"pack\":\"voo-2008\",\"type\":\"initial\"}");
        eastport.asks();
        assertThat(eastport.count("locator.key")).isPositive();
    }

    private void aBookingInWestonNamesHimWhileEastportIsDown() {
        later(Duration.ofDays(30));
        weston.says("maternity", "pregnancy-booked", family("9 Canal Street, Weston"), BOOKED);
        weston.asks();

        assertThat(weston.owed("locator.ring")).isEmpty();
        assertThat(weston.peers.links().getFirst().failingSince()).contains(clock.instant());
        assertThat(weston.count("locator.asked WHERE answered_at IS NULL")).isPositive();
        later(Duration.ofSeconds(10));
        long questions = weston.count("audit.entry WHERE event = 'disclose'");
        weston.asks();
        assertThat(weston.count("audit.entry WHERE event = 'disclose'"))
                .as("it waits before it tries again")
                .isEqualTo(questions);

        later(Duration.ofHours(5));
        weston.watches();
        assertThat(weston.texts("SELECT words FROM upkeep.duty WHERE kind = 'peer-down'"))
                .singleElement()
                .asString()
                .contains("eastport does not answer", "Ring Register desk, 01632 960177");
        assertThat(weston.texts("SELECT level FROM upkeep.duty WHERE kind = 'peer-down'"))
                .containsExactly("1");
    }

    private void westonIsToldWhomToRingAndEastportThatItWasAsked() {
        weston.asks();

        assertThat(weston.owed("locator.ring"))
                .containsExactly("weston-csc/duty-manager", "weston-police/register-keeper");
        assertThat(
                        weston.texts(
                                "SELECT content ->> 'because' FROM alerts.duty WHERE clock = 'locator.ring'"))
                .singleElement()
                .asString()
                .contains("possible register entry in Eastport: ring", "eastport-police");
        assertThat(
                        weston.texts(
                                "SELECT DISTINCT kind FROM facts.fact WHERE sender = 'sightline' AND class = 'CRIMINAL'"))
                .containsExactly("entry-held-elsewhere");
        for (String nobody : List.of("maternity", "housing")) {
            assertThat(weston.count("alerts.told WHERE recipient LIKE 'weston-" + nobody + "/%'"))
                    .isZero();
        }
        assertThat(weston.clocksReadBy("police", AccessRole.REGISTER_KEEPER, "register-keeper"))
                .contains("locator.ring");
        assertThat(weston.clocksReadBy("csc", AccessRole.SOCIAL_WORKER, "duty-manager"))
                .contains("locator.ring");
        assertThat(weston.clocksReadBy("csc", AccessRole.SOCIAL_WORKER, "practitioner"))
                .doesNotContain("locator.ring");
        assertThat(weston.clocksReadBy("maternity", AccessRole.MIDWIFE, "safeguarding-midwife"))
                .doesNotContain("locator.ring");
        weston.watches();
        assertThat(weston.count("upkeep.duty WHERE kind = 'peer-down'")).isZero();
        assertThat(weston.peers.links().getFirst().completeUpTo()).isPresent();

        eastport.run();
        assertThat(eastport.owed("locator.asked"))
                .containsExactly("eastport-police/register-keeper");
        assertThat(eastport.count("locator.question WHERE acknowledged_at IS NULL")).isZero();
        assertThat(eastport.count("audit.entry WHERE event = 'disclose'")).isEqualTo(2);
        weston.asks();
        assertThat(eastport.wire).as("an answer holds").filteredOn(this::question).hasSize(2);
    }

    private void heMovesBackAndWestonHearsNothing() {
        later(Duration.ofDays(40));
        weston.asks();
        eastport.says(
                "housing",
                "residence",
                subject("him", HIM, ",\"address\":{\"line\":\"3 Mill Lane, Eastport\"}"),
                "{\"stay\":\"home\"}");
        eastport.says("maternity", "pregnancy-booked", family("3 Mill Lane, Eastport"), BOOKED);
        eastport.asks();
        weston.run();

        assertThat(
                        eastport.texts(
                                """
                                SELECT DISTINCT t.recipient FROM alerts.told t JOIN alerts.alert a
                                    ON a.subject = t.subject AND a.reference = t.reference
                                 WHERE t.what = 'alert' AND a.rule = 'AL-02' ORDER BY 1
                                """))
                .contains("eastport-csc/duty-manager", "eastport-police/register-keeper");
        assertThat(weston.wire).filteredOn(this::question).hasSize(2);
        assertThat(weston.owed("locator.asked")).isEmpty();
        assertThat(weston.count("facts.fact WHERE kind = 'entry-asked-about'")).isZero();
        assertThat(eastport.count("facts.fact WHERE kind = 'entry-held-elsewhere'")).isZero();
    }

    /** Alone, without a child: once he is gone from here, and no longer than he is. */
    private void anotherLeavesAloneForNobodyKnowsWhereAndWestonIsAsked() {
        String wanted =
                "locator.wanted WHERE child IN (SELECT subject FROM register.entry WHERE pack = 'soa-2003')";
        registered("entered");
        assertThat(eastport.count(wanted)).isZero();

        registered("whereabouts-unknown");
        assertThat(eastport.count(wanted)).isEqualTo(1);
        eastport.asks();
        long before = weston.wire.stream().filter(this::question).count();
        eastport.asks();
        assertThat(weston.wire.stream().filter(this::question).count())
                .as("once, by a keyed hash: none held is an answer")
                .isEqualTo(before);
        assertThat(
                        eastport.count(
                                "locator.asked a JOIN locator.wanted w ON w.record_key = a.record_key"
                                        + " JOIN register.entry e ON e.subject = w.child"
                                        + " WHERE e.pack = 'soa-2003' AND a.held = false"))
                .isEqualTo(1);

        String then =
                eastport.texts(
                                "SELECT w.child FROM locator.wanted w JOIN register.entry e"
                                        + " ON e.subject = w.child WHERE e.pack = 'soa-2003'")
                        .getFirst();
        eastport.says(
                "housing",
                "residence",
                subject("gone", GONE, ",\"address\":{\"line\":\"7 Mill Lane, Eastport\"}"),
                "{\"stay\":\"home\"}");
        assertThat(eastport.count("register.entry WHERE subject = '" + then + "'"))
                .as("by another record, another id")
                .isZero();
        assertThat(eastport.count("locator.wanted WHERE child = '" + then + "'"))
                .as("nobody is asked about because of who is nobody now")
                .isZero();

        registered("found");
        assertThat(eastport.count(wanted)).isZero();
    }

    private void registered(String type) {
        eastport.says(
                "police",
                "register-notification",
                subject("gone", GONE, ""),
                "{\"pack\":\"soa-2003\",\"type\":\"%s\"}".formatted(type));
    }

    private void nothingInClearCrossedAndEveryAnswerIsAsLong() {
        List<LinkedArea.Crossed> all =
                Stream.concat(eastport.wire.stream(), weston.wire.stream()).toList();

        assertThat(all).isNotEmpty();
        for (LinkedArea.Crossed each : all) {
            assertThat(BY_CHANCE.matcher(each.asked() + each.answered()).replaceAll("\"\""))
                    .doesNotContain(CANARIES.toArray(String[]::new));
        }
        List<LinkedArea.Crossed> questions = all.stream().filter(this::question).toList();
        assertThat(questions).extracting(c -> c.answered().length()).containsOnly(1_024);
        assertThat(questions)
                .as("held or not, an answer comes at the end of its slot")
                .allSatisfy(
                        c -> assertThat(c.took()).isGreaterThanOrEqualTo(Duration.ofMillis(249)));
        assertThat(questions.stream().map(c -> c.answered().contains("\"held\"")).distinct())
                .containsExactlyInAnyOrder(true, false);
        assertThat(
                        eastport.wire.stream()
                                .filter(this::question)
                                .map(c -> c.asked().length())
                                .distinct())
                .hasSize(1);
    }

    private void whatIsForgedReplayedOrStaleIsRefused() {
        LinkedArea.Crossed last =
                weston.wire.stream()
                        .filter(this::question)
                        .reduce((_, later) -> later)
                        .orElseThrow();
        assertThat(status(weston, last.signature(), last.asked())).isEqualTo(409);
        assertThat(status(weston, last.signature(), last.asked() + " ")).isEqualTo(401);
        assertThat(status(weston, "", last.asked())).isEqualTo(401);
        assertThat(status(eastport, last.signature(), last.asked())).isEqualTo(401);
        assertThat(status(weston, last.signature(), "{}")).isEqualTo(401);
        weston.database
                .owner()
                .sql(
                        """
                        INSERT INTO locator.question (peer, nonce, received_at, record_keys)
                        SELECT 'eastport', gen_random_uuid(), :now, '{}' FROM generate_series(1, 1200)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(status(weston, last.signature(), last.asked())).isEqualTo(429);
        later(Duration.ofMinutes(6));
        assertThat(status(weston, last.signature(), last.asked())).isEqualTo(401);
        assertThat(weston.count("audit.entry WHERE event = 'deny'")).isEqualTo(5);
    }

    private void aLinkThatIsRemovedLeavesWhatBecameOfItAlone() {
        assertThat(eastport.count("locator.question")).isPositive();
        later(Duration.ofDays(100));
        assertThat(eastport.count("locator.question WHERE received_at < '2026-05-01'"))
                .as("old questions go")
                .isZero();
        assertThat(weston.peers.remove(new PeerName("eastport"))).isTrue();
        for (String table : List.of("asked", "key", "indexed", "question")) {
            assertThat(weston.count("locator." + table)).as(table).isZero();
        }
        assertThat(weston.owed("locator.ring")).isNotEmpty();
    }

    private static int status(LinkedArea area, String signature, String body) {
        return area.answering.answer(signature, body.getBytes(StandardCharsets.UTF_8)).status();
    }

    private boolean question(LinkedArea.Crossed crossed) {
        return crossed.path().equals("/api/locator");
    }

    private static final String BOOKED = "{\"expected\":\"2026-11-10\",\"children\":1}";

    private static String family(String address) {
        return """
        {"role":"mother","localId":"her",%s,"address":{"line":"%s"}},
        {"role":"father","localId":"him",%s},
        {"role":"unborn-child","localId":"baby","expected":"2026-11-10"}
        """
                .formatted(HER, address, HIM);
    }

    private static String subject(String localId, String details, String more) {
        return "{\"role\":\"subject\",\"localId\":\"" + localId + "\"," + details + more + "}";
    }

    private void later(Duration by) {
        clock.moveTo(clock.instant().plus(by));
        eastport.run();
        eastport.asks();
        weston.run();
    }
}
