package sightline.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.Secrets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes the journal, and answers who has looked. People and source records are named in it by
 * keyed hashes, whose key is not in the database: an export of the journal tells nobody who anybody
 * is.
 */
public final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecretKeySpec referenceKey;

    /** The journal of the installation with these keys. */
    public Journal(Secrets secrets) {
        this.referenceKey = new SecretKeySpec(secrets.key("audit reference", 32), "HmacSHA256");
    }

    /**
     * Writes an entry in the caller's transaction. What it tells of may be shown only after that
     * transaction has committed.
     *
     * @return the entry's number, for the page and for an export
     */
    public String write(JdbcClient sql, Entry entry) {
        var number =
                sql.sql("SELECT audit.append(:event, :details::jsonb, :refs::uuid[], :reason)")
                        .param("event", entry.event().code())
                        .param("details", JSON.writeValueAsString(details(entry)))
                        .param("refs", array(entry.records()))
                        .param("reason", entry.reason().map(Text::value).orElse(null))
                        .query(String.class)
                        .single();
        JournalTicket.current().ifPresent(JournalTicket::written);
        return number;
    }

    /**
     * Ends the words of all reasons that were given about these records, in the eraser's
     * transaction; the entries stay, and verify. Gives how many.
     */
    public long eraseReasons(JdbcClient sql, Collection<SourceRecord> records) {
        return sql.sql("SELECT audit.erase_reasons(:refs::uuid[])")
                .param("refs", array(records))
                .query(Long.class)
                .single();
    }

    /** Who has looked at any of these records, newest first. */
    public List<Look> looks(JdbcClient sql, Collection<SourceRecord> records, int most) {
        return sql.sql("SELECT at, leaf FROM audit.looks(:refs::uuid[], :most)")
                .param("refs", array(records))
                .param("most", most)
                .query((row, _) ->
                        look(row.getTimestamp("at").toInstant(), text(row.getString("leaf"))))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String column) {
        return java.util.Objects.requireNonNull(column);
    }

    private static Look look(Instant at, String leaf) {
        var read = JSON.readTree(leaf);
        return new Look(
                at,
                read.path("event").asString(""),
                read.path("actor").asString(""),
                read.path("agency").asString(""),
                texts(read.path("roles")),
                read.path("purpose").asString(""),
                texts(read.path("classes")));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Object> details(Entry entry) {
        var details = new LinkedHashMap<String, Object>();
        details.put("subjects", entry.subjects().stream().map(this::reference).toList());
        var classes = new TreeSet<String>();
        entry.classes().forEach(c -> classes.add(c.name()));
        details.put("classes", classes);
        details.put("rows", entry.rows());
        details.put("because", new TreeSet<>(entry.because()));
        details.put("detail", entry.detail());
        return details;
    }

    private String array(Collection<SourceRecord> records) {
        return records.stream()
                .map(r -> reference("record " + r.text()).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String reference(PersonId person) {
        return reference("person " + person.value()).toString();
    }

    private UUID reference(String named) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(referenceKey);
            var hash = ByteBuffer.wrap(mac.doFinal(named.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
