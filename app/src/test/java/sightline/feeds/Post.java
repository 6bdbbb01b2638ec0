package sightline.feeds;

import sightline.core.kernel.AgencyId;
import sightline.database.TestDatabase;

import java.nio.charset.StandardCharsets;

/** Messages for tests: an envelope with as little as this room looks at. */
final class Post {
    static final AgencyId POLICE = new AgencyId("westmarsh-police");
    static final AgencyId SCHOOL = new AgencyId("westmarsh-brook-school");

    private Post() {}

    static byte[] message(String id) {
        return message(id, "x");
    }

    static byte[] message(String id, String words) {
        return json(
                "{'sender':'westmarsh-police','id':'%s','kind':'note','body':{'words':'%s'}}"
                        .formatted(id, words));
    }

    static byte[] numbered(String id, long number) {
        return json(
                "{'sender':'westmarsh-police','id':'%s','kind':'note','number':%s}"
                        .formatted(id, number));
    }

    static byte[] correcting(String id, String corrected) {
        return json("{'id':'%s','kind':'note','corrects':'%s'}".formatted(id, corrected));
    }

    static byte[] heartbeat(String id, String completeUpTo, String rest) {
        var body = "{'completeUpTo':'%s'%s}".formatted(completeUpTo, rest);
        return json(
                "{'sender':'westmarsh-police','id':'%s','kind':'heartbeat','body':%s}"
                        .formatted(id, body));
    }

    /** Empties this room's tables between tests. */
    static void empty(TestDatabase database) {
        database.owner()
                .sql(
                        """
                        TRUNCATE feeds.sender, feeds.sender_key, feeds.receipt, feeds.raw_message, feeds.raw_key,
                          feeds.unread, feeds.quarantine, feeds.concern, feeds.conflict, feeds.conflict_raw,
                          feeds.refusal, feeds.stranger, feeds.progress, feeds.number_run, feeds.heartbeat,
                          feeds.undeclared_kind, feeds.reading_minute, feeds.arrival_minute, feeds.pause, feeds.held,
                          feeds.noted_day, feeds.noted_since
                        """)
                .update();
    }

    static byte[] json(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
