package sightline.core.duties;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.Codes;
import sightline.core.facts.Kinds;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;
import sightline.core.kernel.ShippedText;
import sightline.core.kernel.YamlNode;
import sightline.core.screening.RuleId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads packs from YAML, and says which clock and which line of it cannot be read. */
public final class PackReader {
    /** Where a list of work puts a clock whose pack says no heading. */
    public static final String OTHER_WORK = "Other duties";

    private static final List<String> SHIPPED =
            List.of(
                    "england-child-protection",
                    "england-between-agencies",
                    "wales-child-protection",
                    "scotland-child-protection",
                    "areas/torbay",
                    "areas/south-ayrshire");

    private PackReader() {}

    /** The packs that ship with the system. */
    public static List<Pack> shipped() {
        return Shipped.ALL;
    }

    private static final class Shipped {
        private static final List<Pack> ALL =
                SHIPPED.stream().map(n -> read(ShippedText.of("/packs/" + n + ".yaml"))).toList();
    }

    /**
     * Reads one pack, from its text in YAML.
     *
     * @throws IllegalArgumentException naming the clock and what to write instead
     */
    public static Pack read(String yaml) {
        YamlNode pack = YamlNode.read("the pack", yaml);
        Map<String, List<Rung>> ladders = new LinkedHashMap<>();
        pack.node("ladders").names().forEach(n -> ladders.put(n, rungs(pack.node("ladders"), n)));
        Ground ground = ground(pack);
        List<ClockDefinition> clocks = new ArrayList<>();
        for (YamlNode clock : pack.nodes("clocks")) {
            try {
                clocks.add(clock(clock, ladders, ground));
            } catch (IllegalArgumentException unreadable) {
                throw clock.fault("Clock %s: ".formatted(clock.text("key", "?")), unreadable);
            }
        }
        return new Pack(pack.text("pack"), pack.text("version"), ground, clocks, yaml);
    }

    private static Ground ground(YamlNode pack) {
        return new Ground(
                optional(pack, "nation")
                        .map(n -> Nation.of(n).orElseThrow(() -> unknown("nation", n))),
                optional(pack, "area").map(AreaId::new),
                pack.texts("leaves-out").stream().map(ClockKey::new).collect(Collectors.toSet()));
    }

    private static Optional<String> optional(YamlNode node, String key) {
        return Optional.of(node.text(key, "")).filter(t -> !t.isEmpty());
    }

    private static ClockDefinition clock(
            YamlNode clock, Map<String, List<Rung>> ladders, Ground ground) {
        return new ClockDefinition(
                new ClockKey(clock.text("key")),
                Optional.of(clock.text("rule", "")).filter(t -> !t.isEmpty()).map(RuleId::new),
                clock.text("title"),
                clock.text("work", OTHER_WORK),
                Codes.constant(ClockDefinition.Whose.class, clock.text("whose", "child")),
                clock.text("survives-death", "false").equals("true"),
                clock.nodes("starts").stream().map(PackReader::condition).toList(),
                clock.texts("starts-on-rules").stream()
                        .map(RuleId::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                clock.texts("starts-on-shown").stream()
                        .map(ShownStart::parse)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                Optional.of(clock.text("by-register", ""))
                        .filter(t -> !t.isEmpty())
                        .map(t -> Codes.constant(ClockDefinition.ByRegister.class, t)),
                Codes.constant(ClockDefinition.Per.class, clock.text("per", "start")),
                clock.text("repeats", "false").equals("true"),
                Codes.constant(ClockDefinition.From.class, clock.text("from", "received")),
                Limit.parse(counted(clock, "limit", "0 hours")),
                counting(counted(clock, "counting", Counting.CLOCK_HOURS.slug())),
                clock.oneOrMore("owed-by").stream().map(PackReader::owner).toList(),
                discharges(clock),
                clock.nodes("ended-by").stream().map(PackReader::condition).toList(),
                ladder(clock, ladders),
                new Provision(clock.text("source"), clock.text("mark")),
                Period.parse(clock.text("in-force", "")),
                new Course(
                        optional(clock, "counts-to"),
                        clock.nodes("later").stream().map(PackReader::later).toList(),
                        optional(clock, "extension").map(Limit::parse),
                        clock.text("days-of", "").equals("school")),
                ground);
    }

    private static Course.Later later(YamlNode node) {
        return new Course.Later(
                Limit.parse(node.text("limit")),
                counting(node.text("counting")),
                optional(node, "for").map(Limit::parse));
    }

    /** A register's pack counts by itself; what stands in its place here says nothing. */
    private static String counted(YamlNode clock, String key, String byRegister) {
        return clock.has("by-register") ? byRegister : clock.text(key);
    }

    private static Counting counting(String slug) {
        return Counting.of(slug).orElseThrow(() -> unknown("counting", slug));
    }

    private static List<List<Condition>> discharges(YamlNode clock) {
        List<YamlNode> all = clock.nodes("discharged-by-all");
        if (!all.isEmpty()) {
            return all.stream()
                    .map(group -> group.nodes("any").stream().map(PackReader::condition).toList())
                    .toList();
        }
        return List.of(clock.nodes("discharged-by").stream().map(PackReader::condition).toList());
    }

    private static List<Rung> ladder(YamlNode clock, Map<String, List<Rung>> ladders) {
        String name = clock.text("ladder", "default");
        List<Rung> rungs = ladders.get(name);
        if (rungs == null) {
            throw new IllegalArgumentException(
                    "its ladder '%s' is not in the pack; use one of %s"
                            .formatted(name, ladders.keySet()));
        }
        return rungs;
    }

    private static List<Rung> rungs(YamlNode ladders, String name) {
        return ladders.nodes(name).stream()
                .map(n ->
                        new Rung(
                                Limit.parse(n.text("after")),
                                n.oneOrMore("tell").stream().map(PackReader::owner).toList()))
                .toList();
    }

    private static Condition condition(YamlNode node) {
        String kind = node.text("kind");
        if (Kinds.named(kind).isEmpty()) {
            throw unknown("kind", kind);
        }
        Map<String, Set<String>> where = new LinkedHashMap<>();
        YamlNode codes = node.node("where");
        codes.names().forEach(code -> where.put(code, new LinkedHashSet<>(codes.texts(code))));
        return new Condition(
                kind,
                where,
                types(node, "by", Condition.Sayer.NAMED),
                sayer(node),
                types(node, "to", Set.of()),
                Codes.constant(Condition.Of.class, node.text("of", "subject")),
                new LinkedHashSet<>(node.texts("role")),
                Optional.of(node.text("within-days", ""))
                        .filter(t -> !t.isEmpty())
                        .map(Integer::valueOf),
                node.text("regarding", "").equals("start"),
                new LinkedHashSet<>(node.texts("same")),
                node.text("answers", "").equals("finding"),
                node.text("about", "").equals("child-there"),
                node.has("answering")
                        ? Optional.of(condition(node.node("answering")))
                        : Optional.empty(),
                new Condition.Unless(
                        types(node, "not-by", Set.of()),
                        types(node, "not-to", Set.of()),
                        node.text("on", "").equals("weekend"),
                        node.nodes("beside").stream().map(PackReader::condition).toList(),
                        node.text("beside-by", "").equals("day"),
                        node.text("serious", "").equals("true"),
                        node.nodes("settled-by").stream().map(PackReader::condition).toList(),
                        node.text("about", "").equals("injury"),
                        node.text("held", "").equals("by-another"),
                        Integer.parseInt(node.text("days-before", "0"))));
    }

    private static Condition.Sayer sayer(YamlNode node) {
        return node.texts("by").stream()
                .filter(Condition.Sayer.NAMED::contains)
                .map(t -> Codes.constant(Condition.Sayer.class, t))
                .findFirst()
                .orElse(Condition.Sayer.ANYBODY);
    }

    private static Set<AgencyType> types(YamlNode node, String key, Set<String> noTypes) {
        return node.texts(key).stream()
                .filter(t -> !noTypes.contains(t))
                .map(t -> Codes.constant(AgencyType.class, t))
                .collect(Collectors.toSet());
    }

    private static Owner owner(YamlNode node) {
        Optional<AgencyType> type =
                Optional.of(node.text("type", ""))
                        .filter(t -> !t.isEmpty())
                        .map(t -> Codes.constant(AgencyType.class, t));
        Owner.Which which = Codes.constant(Owner.Which.class, node.text("agency", "responsible"));
        Optional<Role> role =
                Optional.of(node.text("role", "")).filter(t -> !t.isEmpty()).map(Role::new);
        if (role.isEmpty() && !which.knowsTheRole()) {
            throw new IllegalArgumentException("an owner needs a role");
        }
        return new Owner(which, type, role);
    }

    private static IllegalArgumentException unknown(String what, String value) {
        return new IllegalArgumentException("'%s' is no known %s".formatted(value, what));
    }
}
