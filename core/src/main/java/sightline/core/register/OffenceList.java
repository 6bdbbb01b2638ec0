package sightline.core.register;

import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.Trigger.Basis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The offences for which a provisional pack would put somebody under it, by the name of the
 * trigger. What law says is nobody's to edit; a model of what was announced is.
 */
public record OffenceList(Map<String, Set<OffenceGroup>> triggers) {
    private static final Pattern TRIGGER = Pattern.compile("  - name: (\\S+)");
    private static final Pattern VALUE = Pattern.compile("    (says|offences|source|mark): .*");

    /** What one list has of a trigger that another has not, and the other way round. */
    public record Difference(String trigger, Set<OffenceGroup> added, Set<OffenceGroup> takenOut) {
        public Difference {
            added = Set.copyOf(added);
            takenOut = Set.copyOf(takenOut);
        }
    }

    /**
     * @throws IllegalArgumentException where a trigger names no offence
     */
    public OffenceList {
        Map<String, Set<OffenceGroup>> kept = new LinkedHashMap<>();
        triggers.forEach((name, offences) -> {
            if (offences.isEmpty()) {
                throw new IllegalArgumentException(
                        "'%s' has no offence, so nobody would come on by it\nleave it one"
                                .formatted(name));
            }
            kept.put(name, Collections.unmodifiableSet(EnumSet.copyOf(offences)));
        });
        triggers = Collections.unmodifiableMap(kept);
    }

    /** The list of a pack that may be edited; empty for law, another country's and a local list. */
    public static Optional<OffenceList> of(RegisterPack pack) {
        if (pack.status() != Status.PROVISIONAL) {
            return Optional.empty();
        }
        Map<String, Set<OffenceGroup>> lists = new LinkedHashMap<>();
        pack.triggers().stream()
                .filter(t -> t.basis() == Basis.CONVICTION && !t.offences().isEmpty())
                .forEach(t -> lists.put(t.name(), t.offences()));
        return lists.isEmpty() ? Optional.empty() : Optional.of(new OffenceList(lists));
    }

    /** What is other than in a list before, trigger by trigger. */
    public List<Difference> since(OffenceList before) {
        List<Difference> differences = new ArrayList<>();
        triggers.forEach((name, now) -> {
            Set<OffenceGroup> then = before.triggers.getOrDefault(name, Set.of());
            if (!now.equals(then)) {
                differences.add(new Difference(name, without(now, then), without(then, now)));
            }
        });
        return differences;
    }

    private static Set<OffenceGroup> without(Set<OffenceGroup> some, Set<OffenceGroup> others) {
        return some.stream().filter(o -> !others.contains(o)).collect(Collectors.toSet());
    }

    /**
     * The pack with this list in the place of its own: the same text, but for what the changed
     * triggers say, and the version.
     *
     * @param version of the changed pack
     * @param source who says so
     * @throws IllegalArgumentException where the pack's list is not to be edited, or has no such
     *     triggers
     */
    public RegisterPack in(RegisterPack pack, String version, String source) {
        OffenceList own =
                of(pack).orElseThrow(() ->
                        new IllegalArgumentException(
                                "the list of pack %s is not to be edited".formatted(pack.key())));
        if (!own.triggers.keySet().equals(triggers.keySet())) {
            throw new IllegalArgumentException(
                    "pack %s has the triggers %s\nname these"
                            .formatted(pack.key(), own.triggers.keySet()));
        }
        Set<String> changed =
                since(own).stream().map(Difference::trigger).collect(Collectors.toSet());
        RegisterPack edited = RegisterPackReader.read(edited(pack, changed, version, source));
        if (!of(edited).equals(Optional.of(this))) {
            throw new IllegalStateException(
                    "the text of pack %s has its lists in another place".formatted(pack.key()));
        }
        return edited;
    }

    private String edited(RegisterPack pack, Set<String> changed, String version, String source) {
        StringBuilder text = new StringBuilder();
        String trigger = "";
        for (String line : pack.yaml().lines().toList()) {
            Matcher begins = TRIGGER.matcher(line);
            if (begins.matches()) {
                trigger = begins.group(1);
            } else if (!line.startsWith(" ")) {
                trigger = "";
            }
            Matcher value = VALUE.matcher(line);
            if (line.startsWith("version: ")) {
                text.append("version: ").append(quoted(version));
            } else if (changed.contains(trigger) && value.matches()) {
                text.append("    ").append(value.group(1)).append(": ");
                text.append(
                        value(value.group(1), triggers.getOrDefault(trigger, Set.of()), source));
            } else {
                text.append(line);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String value(String name, Set<OffenceGroup> offences, String source) {
        List<String> codes = offences.stream().map(Codes::kebab).toList();
        return switch (name) {
            case "says" -> quoted("Convicted of " + String.join(", ", codes).replace('-', ' '));
            case "offences" -> "[" + String.join(", ", codes) + "]";
            case "source" -> quoted(source);
            default -> "INF";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
