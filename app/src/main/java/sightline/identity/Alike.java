package sightline.identity;

import sightline.core.identity.BlockingKey;
import sightline.core.identity.BlockingKeys;
import sightline.core.identity.IdentityIndex.Block;
import sightline.core.identity.PersonIds;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.RecordName;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which records plainly name the same person: a number of their own in common, or the same full
 * name with the same day of birth. It joins nobody: that is for the identity room; it stops whoever
 * enters records from entering somebody twice. Set-based: a fixed number of statements.
 */
public final class Alike {
    private static final Set<IdentifierType> NUMBERS =
            EnumSet.of(IdentifierType.PNC, IdentifierType.CRO, IdentifierType.NHS);

    private final PostgresIdentityIndex index;
    private final PersonIds ids;

    Alike(PostgresIdentityIndex index, PersonIds ids) {
        this.index = index;
        this.ids = ids;
    }

    /**
     * For each of these details, the other records of one agency that plainly are of the same
     * person; whoever has none is left out.
     */
    public Map<SourceRecord, Set<SourceRecord>> at(
            AgencyId agency, Collection<RecordDetails> asked) {
        Map<SourceRecord, Set<BlockingKey>> keys = new HashMap<>();
        for (RecordDetails details : asked) {
            keys.put(
                    details.record(),
                    BlockingKeys.of(details).stream().map(ids::sealed).collect(Collectors.toSet()));
        }
        Map<BlockingKey, Block> blocks =
                index.blocks(
                        keys.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<SourceRecord, RecordDetails> held =
                index.details(
                        blocks.values().stream()
                                .flatMap(b -> b.records().stream())
                                .filter(r -> r.agency().equals(agency))
                                .collect(Collectors.toSet()));
        Map<SourceRecord, Set<SourceRecord>> found = new HashMap<>();
        for (RecordDetails details : asked) {
            Set<SourceRecord> same = new HashSet<>();
            for (BlockingKey key : keys.getOrDefault(details.record(), Set.of())) {
                Block block = blocks.get(key);
                for (SourceRecord other :
                        block == null ? Set.<SourceRecord>of() : block.records()) {
                    RecordDetails known = held.get(other);
                    if (known != null
                            && !other.equals(details.record())
                            && plainly(details, known)) {
                        same.add(other);
                    }
                }
            }
            if (!same.isEmpty()) {
                found.put(details.record(), same);
            }
        }
        return found;
    }

    private static boolean plainly(RecordDetails one, RecordDetails other) {
        return !Collections.disjoint(numbers(one), numbers(other))
                || (!Collections.disjoint(days(one), days(other))
                        && !Collections.disjoint(names(one), names(other)));
    }

    private static Set<Identifier> numbers(RecordDetails of) {
        return of.identifiers().stream()
                .filter(i -> NUMBERS.contains(i.type()))
                .collect(Collectors.toSet());
    }

    private static Set<PartialDate> days(RecordDetails of) {
        return of.datesOfBirth().stream()
                .filter(PartialDate.Day.class::isInstance)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(RecordDetails of) {
        return of.names().stream()
                .map(Alike::name)
                .filter(n -> !n.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String name(RecordName name) {
        List<String> given = name.given();
        return given.isEmpty() || name.family().isBlank()
                ? ""
                : (String.join(" ", given) + " " + name.family())
                        .strip()
                        .replaceAll("\\s+", " ")
                        .toLowerCase(Locale.UK);
    }
}
