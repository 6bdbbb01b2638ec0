package sightline.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.register.OffenceList;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;
import sightline.database.SqlArrays;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Offence lists that keepers proposed for provisional packs, and the packs with the lists that were
 * approved. One proposes, it is worked out who would come on and who off, another decides.
 */
public final class OffenceLists {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<RegisterPack> SHIPPED = RegisterPackReader.shipped();
    private static final int NEWEST = 200;

    private final JdbcClient sql;

    /** Reads and writes in the transaction whose context is open. */
    public OffenceLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** The packs that ship with the system, each with the list that was approved last. */
    public List<RegisterPack> packs() {
        Map<String, ProposedList> approved = new LinkedHashMap<>();
        sql.sql(
                        """
                        SELECT DISTINCT ON (pack) * FROM register.offence_list
                         WHERE decided_at IS NOT NULL AND refused IS NULL ORDER BY pack, list_id DESC
                        """)
                .query((row, _) -> read(row))
                .list()
                .forEach(list -> approved.put(list.pack(), list));
        return SHIPPED.stream()
                .map(pack ->
                        Optional.ofNullable(approved.get(pack.key()))
                                .filter(list -> fits(list, pack))
                                .map(list -> list.in(pack))
                                .orElse(pack))
                .toList();
    }

    /** A later program's pack may have other triggers: then its own list holds. */
    private static boolean fits(ProposedList list, RegisterPack pack) {
        return OffenceList.of(pack)
                .filter(own -> own.triggers().keySet().equals(list.list().triggers().keySet()))
                .isPresent();
    }

    /** A pack by its key, or as it would be with a proposed list, by that list's key. */
    public Optional<RegisterPack> pack(String key) {
        Optional<Long> number = ProposedList.number(key);
        return number.isEmpty()
                ? packs().stream().filter(p -> p.key().equals(key)).findFirst()
                : find(number.get()).filter(l -> l.key().equals(key)).flatMap(OffenceLists::with);
    }

    /** The pack that ships with a proposed list; empty where it has other triggers by now. */
    static Optional<RegisterPack> with(ProposedList list) {
        return SHIPPED.stream()
                .filter(p -> p.key().equals(list.pack()) && fits(list, p))
                .findFirst()
                .map(list::in);
    }

    /**
     * With what a key's pack is compared: a proposed list with the list that the pack had when it
     * was proposed; nothing for the key of a pack itself.
     */
    public Optional<RegisterPack> before(String key) {
        return ProposedList.number(key).flatMap(this::find).flatMap(this::before);
    }

    /** A list waits alone: what was approved before it is what the pack had. */
    Optional<RegisterPack> before(ProposedList list) {
        Optional<RegisterPack> shipped =
                SHIPPED.stream().filter(p -> p.key().equals(list.pack())).findFirst();
        return of(list.pack()).stream()
                .filter(l -> l.approved() && l.number() < list.number())
                .findFirst()
                .flatMap(OffenceLists::with)
                .or(() -> shipped);
    }

    /** The proposals for a pack, newest first. */
    public List<ProposedList> of(String pack) {
        return sql.sql(
                        """
                        SELECT * FROM register.offence_list WHERE pack = :pack ORDER BY list_id DESC LIMIT :most
                        """)
                .param("pack", pack)
                .param("most", NEWEST)
                .query((row, _) -> read(row))
                .list();
    }

    /** A proposal by its number. */
    public Optional<ProposedList> find(long number) {
        return sql.sql("SELECT * FROM register.offence_list WHERE list_id = :number")
                .param("number", number)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Proposes a list; empty where another waits for the pack. */
    public Optional<Long> propose(String pack, OffenceList list, String reason, Instant now) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        list.triggers()
                .forEach((name, offences) ->
                        codes.put(name, offences.stream().map(Codes::kebab).toList()));
        return sql.sql(
                        """
                        INSERT INTO register.offence_list (pack, lists, reason, proposed_by, proposed_at)
                        VALUES (:pack, :lists::jsonb, :reason, access.actor(), :now)
                        ON CONFLICT (pack) WHERE decided_at IS NULL DO NOTHING
                        RETURNING list_id
                        """)
                .param("pack", pack)
                .param("lists", JSON.writeValueAsString(codes))
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /**
     * Approves a list, or refuses it; false where it is decided or the decider proposed it. It is
     * approved only as it was worked out: whom it concerns is known of the pack as it ships with
     * this program, which still has the list's triggers, and no other list was approved since it
     * was proposed.
     *
     * @param refused why not; null approves
     */
    public boolean decide(ProposedList list, @Nullable String refused, Instant now) {
        return sql.sql(
                                """
                                UPDATE register.offence_list
                                   SET decided_by = access.actor(), decided_at = :now, refused = :refused
                                 WHERE list_id = :number AND decided_at IS NULL AND proposed_by <> access.actor()
                                   AND (:refused::text IS NOT NULL OR (
                                     EXISTS (SELECT FROM register.simulation s
                                              WHERE s.pack = :key AND s.done_at IS NOT NULL
                                                AND s.done_version = :version)
                                     AND (SELECT array_agg(k ORDER BY k COLLATE "C")
                                            FROM jsonb_object_keys(lists) k) = :triggers::text[]
                                     AND NOT EXISTS (
                                       SELECT FROM register.offence_list o
                                        WHERE o.pack = offence_list.pack AND o.list_id <> offence_list.list_id
                                          AND o.refused IS NULL AND o.decided_at > offence_list.proposed_at)))
                                """)
                        .param("number", list.number())
                        .param("key", list.key())
                        .param("version", with(list).map(RegisterPack::version).orElse(""))
                        .param("triggers", SqlArrays.texts(triggers(list.pack())))
                        .param("refused", refused)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The triggers of the list of the pack that ships, in the order of their letters. */
    private static List<String> triggers(String pack) {
        return SHIPPED.stream()
                .filter(p -> p.key().equals(pack))
                .findFirst()
                .flatMap(OffenceList::of)
                .map(own -> own.triggers().keySet().stream().sorted().toList())
                .orElse(List.of());
    }

    private static ProposedList read(ResultSet row) throws SQLException {
        return new ProposedList(
                row.getLong("list_id"),
                text(row, "pack"),
                new OffenceList(lists(text(row, "lists"))),
                text(row, "reason"),
                text(row, "proposed_by"),
                moment(row, "proposed_at").orElseThrow(),
                Optional.ofNullable(row.getString("decided_by")),
                moment(row, "decided_at"),
                Optional.ofNullable(row.getString("refused")));
    }

    private static Map<String, Set<OffenceGroup>> lists(String json) {
        Map<String, Set<OffenceGroup>> lists = new LinkedHashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(each -> {
                    Set<OffenceGroup> offences = EnumSet.noneOf(OffenceGroup.class);
                    each.getValue()
                            .forEach(code ->
                                    offences.add(
                                            Codes.constant(OffenceGroup.class, code.asString(""))));
                    lists.put(each.getKey(), offences);
                });
        return lists;
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
