package sightline.core.register;

import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.kernel.Counting;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;
import sightline.core.kernel.ShippedText;
import sightline.core.kernel.YamlNode;
import sightline.core.register.RegisterPack.From;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.RegisterPack.Visits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads packs of registers from YAML, and says which part of one cannot be read and why. */
public final class RegisterPackReader {
    private static final List<String> SHIPPED =
            List.of(
                    "soa-2003",
                    "voo-2008",
                    "ccr-2026",
                    "local-risk",
                    "terrorism-2008",
                    "nsw",
                    "wa",
                    "illinois");

    private static final String REPORTING_MONTH = "reporting-month";

    private RegisterPackReader() {}

    /** The packs that ship with the system, those of here first. */
    public static List<RegisterPack> shipped() {
        return Shipped.ALL;
    }

    private static final class Shipped {
        private static final List<RegisterPack> ALL =
                SHIPPED.stream()
                        .map(n -> read(ShippedText.of("/packs/register/" + n + ".yaml")))
                        .toList();
    }

    /** Those of them that are switched on: what is law here, and the partnership's own list. */
    public static List<RegisterPack> switchedOn() {
        return shipped().stream()
                .filter(p -> p.status() == Status.IN_FORCE || p.status() == Status.LOCAL)
                .toList();
    }

    /**
     * Reads one pack, from its text in YAML.
     *
     * @throws IllegalArgumentException naming the part and what to write instead; a pack with a
     *     hole, one that would leave somebody under it without a period, is refused
     */
    public static RegisterPack read(String yaml) {
        YamlNode pack = YamlNode.read("the pack", yaml);
        String key = pack.text("register");
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "'register' must be lower-case letters and digits joined by hyphens");
        }
        try {
            return checked(pack(key, pack, yaml));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "Pack %s: %s".formatted(key, unreadable.getMessage()), unreadable);
        }
    }

    private static RegisterPack pack(String key, YamlNode pack, String yaml) {
        return new RegisterPack(
                key,
                pack.text("title"),
                pack.text("where"),
                pack.texts("nations").stream()
                        .map(n -> Nation.of(n).orElseThrow(() -> noNation(n)))
                        .collect(Collectors.toSet()),
                Codes.constant(Status.class, pack.text("status")),
                Period.parse(pack.text("in-force", "")),
                pack.text("version"),
                each(pack, "triggers", RegisterPackReader::trigger),
                each(pack, "periods", RegisterPackReader::band),
                optional(pack, "young")
                        .map(n -> new RegisterPack.Young(number(n, "under"), law(n))),
                optional(pack, "review")
                        .map(n ->
                                new RegisterPack.Review(
                                        limit(n, "adult-after"), limit(n, "young-after"), law(n))),
                notices(pack.node("notices")),
                visits(pack),
                optional(pack, "same-release").map(RegisterPackReader::sameRelease),
                optional(pack, "period-from").map(RegisterPackReader::counted),
                optional(pack, "restart").map(RegisterPackReader::restart),
                optional(pack, "failure")
                        .map(n -> new RegisterPack.Failure(limit(n, "adds"), law(n))),
                optional(pack, "assess")
                        .map(n -> new RegisterPack.Assess(limit(n, "within"), law(n))),
                pack.text("manner"),
                pack.text("penalty"),
                yaml);
    }

    private static RegisterPack.SameRelease sameRelease(YamlNode node) {
        Limit within = limit(node, "within");
        if (within.unit() != Limit.Unit.DAYS) {
            throw new IllegalArgumentException("'same-release' is within days, as in '28 days'");
        }
        return new RegisterPack.SameRelease(within.amount(), law(node));
    }

    private static RegisterPack.Counted counted(YamlNode node) {
        return new RegisterPack.Counted(
                Codes.constant(
                        From.class,
                        oneOf(node, "day", "conviction", "release", "sentence-or-release")),
                law(node));
    }

    private static Provision restart(YamlNode node) {
        oneOf(node, "after", "custody");
        return law(node);
    }

    private static String oneOf(YamlNode node, String key, String... words) {
        String word = node.text(key);
        if (!List.of(words).contains(word)) {
            throw new IllegalArgumentException(
                    "'%s' must be %s, not '%s'".formatted(key, String.join(" or ", words), word));
        }
        return word;
    }

    private static IllegalArgumentException noNation(String slug) {
        return new IllegalArgumentException("'%s' is no nation".formatted(slug));
    }

    private static RegisterPack checked(RegisterPack pack) {
        Set<String> names = pack.triggers().stream().map(Trigger::name).collect(Collectors.toSet());
        if (pack.triggers().isEmpty()) {
            throw new IllegalArgumentException("it has no triggers, so it covers nobody");
        }
        pack.bands().stream()
                .flatMap(b ->
                        java.util.stream.Stream.concat(
                                b.of().stream(), b.afterNoticeUnder().stream()))
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "a period is for '%s', which is no trigger of it; use one of %s"
                                    .formatted(name, names.stream().sorted().toList()));
                });
        names.stream()
                .sorted()
                .filter(name -> pack.bands().stream().noneMatch(b -> catchesAll(b, name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            ("it has a hole: a sentence under '%s' may fit none of its periods\n"
                                            + "add a last period without conditions")
                                    .formatted(name));
                });
        return pack;
    }

    private static boolean catchesAll(Band band, String trigger) {
        return (band.of().isEmpty() || band.of().contains(trigger))
                && band.sentences().isEmpty()
                && band.months().any()
                && band.agedAtLeast().isEmpty()
                && band.number() <= 1
                && band.afterNoticeUnder().isEmpty();
    }

    private static Trigger trigger(YamlNode node) {
        return new Trigger(
                node.text("name"),
                Codes.constant(Trigger.Basis.class, node.text("on")),
                node.text("says"),
                constants(OffenceGroup.class, node.texts("offences")),
                flag(node, "violence-against-child"),
                constants(SupervisionType.class, node.texts("orders")),
                maybe(node, "victim-under"),
                maybe(node, "offender-at-least"),
                maybe(node, "dealt-with-at-least"),
                flag(node, "cautions"),
                constants(SentenceKind.class, node.texts("sentences")),
                maybe(node, "months-at-least"),
                Period.parse(node.text("convicted-in", "")),
                law(node));
    }

    private static Band band(YamlNode node) {
        YamlNode months = node.node("months");
        return new Band(
                new LinkedHashSet<>(node.texts("of")),
                constants(SentenceKind.class, node.texts("sentences")),
                new Band.Months(maybe(months, "at-least"), maybe(months, "over")),
                maybe(node, "aged-at-least"),
                maybe(node, "number").orElse(1),
                new LinkedHashSet<>(node.texts("after-notice-under")),
                Length.parse(node.text("length")),
                law(node));
    }

    private static NoticeRules notices(YamlNode notices) {
        return new NoticeRules(
                optional(notices, "initial").map(RegisterPackReader::clock),
                optional(notices, "change")
                        .map(n ->
                                new NoticeRules.Change(
                                        clock(n),
                                        notices(n, "of"),
                                        optional(n, "no-home")
                                                .map(h ->
                                                        new NoticeRules.NoHome(
                                                                limit(h, "within"), law(h))))),
                optional(notices, "child")
                        .map(n ->
                                new NoticeRules.Child(
                                        number(n, "hours"),
                                        n.has("within")
                                                ? Optional.of(limit(n, "within"))
                                                : Optional.empty(),
                                        law(n))),
                optional(notices, "periodic").map(RegisterPackReader::periodic),
                optional(notices, "stay")
                        .map(n ->
                                new NoticeRules.Stay(
                                        number(n, "days"), limit(n, "within"), law(n))),
                optional(notices, "advance")
                        .map(n ->
                                new NoticeRules.Advance(
                                        days(n, "before"),
                                        days(n, "after"),
                                        days(n, "otherwise"),
                                        law(n))),
                optional(notices, "travel")
                        .map(n -> new NoticeRules.Travel(days(n, "before"), law(n))));
    }

    private static NoticeRules.Periodic periodic(YamlNode node) {
        return new NoticeRules.Periodic(
                clock(node),
                notices(node, "restarted-by"),
                node.has("in") && oneOf(node, "in", REPORTING_MONTH).equals(REPORTING_MONTH),
                node.has("no-home") ? Optional.of(limit(node, "no-home")) : Optional.empty());
    }

    private static NoticeRules.Clock clock(YamlNode node) {
        return new NoticeRules.Clock(
                limit(node, "within"),
                Counting.of(node.text("counting"))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "'%s' is no way of counting"
                                                .formatted(node.text("counting")))),
                Codes.constant(NoticeRules.Stopping.class, node.text("tolling", "disregarded")),
                node.has("after-stop") ? days(node, "after-stop") : 1,
                law(node));
    }

    private static Visits visits(YamlNode pack) {
        Optional<YamlNode> visits = optional(pack, "visits");
        Map<RiskLevel, Limit> every = new EnumMap<>(RiskLevel.class);
        for (RiskLevel level : RiskLevel.values()) {
            visits.filter(n -> n.has(Codes.kebab(level)))
                    .ifPresent(n -> every.put(level, limit(n, Codes.kebab(level))));
        }
        return new Visits(every, visits.map(RegisterPackReader::law));
    }

    private static Set<Notice> notices(YamlNode node, String key) {
        return node.texts(key).stream()
                .map(slug ->
                        Notice.of(slug)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "'%s' is no notice".formatted(slug))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> List<T> each(YamlNode pack, String key, Function<YamlNode, T> read) {
        List<T> all = new ArrayList<>();
        for (YamlNode node : pack.nodes(key)) {
            try {
                all.add(read.apply(node));
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalArgumentException(
                        "number %d of %s: %s"
                                .formatted(all.size() + 1, key, unreadable.getMessage()),
                        unreadable);
            }
        }
        return all;
    }

    private static Optional<YamlNode> optional(YamlNode node, String key) {
        return node.has(key) ? Optional.of(node.node(key)) : Optional.empty();
    }

    private static Provision law(YamlNode node) {
        return new Provision(node.text("source"), node.text("mark"));
    }

    private static Limit limit(YamlNode node, String key) {
        return Limit.parse(node.text(key));
    }

    /** A limit that is in days. */
    private static int days(YamlNode node, String key) {
        Limit limit = limit(node, key);
        if (limit.unit() != Limit.Unit.DAYS) {
            throw new IllegalArgumentException("'%s' must be in days".formatted(key));
        }
        return limit.amount();
    }

    private static boolean flag(YamlNode node, String key) {
        return node.text(key, "false").equals("true");
    }

    private static int number(YamlNode node, String key) {
        String text = node.text(key);
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("'%s' must be a number".formatted(key));
        }
        return Integer.parseInt(text);
    }

    private static Optional<Integer> maybe(YamlNode node, String key) {
        return node.has(key) ? Optional.of(number(node, key)) : Optional.empty();
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Collection<String> slugs) {
        return slugs.stream()
                .map(slug -> Codes.constant(type, slug))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
