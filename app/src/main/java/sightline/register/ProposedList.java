package sightline.register;

import sightline.audit.Proposal;
import sightline.core.register.OffenceList;
import sightline.core.register.RegisterPack;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An offence list that a keeper proposed for a provisional pack. The newest that was approved is
 * the pack's list.
 *
 * @param pack the pack's key
 */
public record ProposedList(
        long number,
        String pack,
        OffenceList list,
        String reason,
        String proposedBy,
        Instant proposedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> refused)
        implements Proposal {
    private static final Pattern KEY = Pattern.compile("(.+)\\+list-([0-9]{1,15})");

    /** As what it is worked out who would come on and who off. */
    public String key() {
        return key(pack, number);
    }

    static String key(String pack, long number) {
        return pack + "+list-" + number;
    }

    /** The number in such a key; empty where it is the key of a pack itself. */
    static Optional<Long> number(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(2))) : Optional.empty();
    }

    /** The pack with this list, whatever list it has by now. */
    RegisterPack in(RegisterPack shipped) {
        return list.in(
                shipped,
                shipped.version() + ", list " + number,
                "list %d of this installation's register keepers".formatted(number));
    }
}
