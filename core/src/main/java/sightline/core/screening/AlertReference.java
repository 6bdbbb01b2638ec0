package sightline.core.screening;

import sightline.core.facts.Participant;
import sightline.core.household.Individual;
import sightline.core.kernel.SourceRecord;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** By what name people answer an alert ({@code ALR-02-7F3A90BC12}). */
public final class AlertReference {
    /** With what the reference of every alert begins. */
    static final String PREFIX = "ALR-";

    private static final int BYTES = 5;

    private AlertReference() {}

    /** The finding of a matter by which its alert is named. */
    public static Finding first(Collection<Finding> matter) {
        return matter.stream()
                .min(Comparator.comparing(Finding::since).thenComparing(Finding::item))
                .orElseThrow();
    }

    /**
     * The same whoever joins the subject later: made from the rule, the matter, the first finding
     * and the subject's own record in its evidence.
     */
    public static String of(Situation situation, Finding first) {
        Individual subject = situation.subject();
        String record =
                situation.around().facts(first.evidence()).stream()
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .filter(subject::has)
                        .min(Comparator.naturalOrder())
                        .or(() -> firstHeardOf(subject))
                        .map(SourceRecord::text)
                        .orElse("");
        String key =
                first.rule().value() + "|" + first.matter() + "|" + first.item() + "|" + record;
        byte[] digest = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(digest, 0, BYTES).toUpperCase(Locale.ROOT);
        return PREFIX + first.rule().value().substring(3) + "-" + hex;
    }

    private static Optional<SourceRecord> firstHeardOf(Individual subject) {
        return subject.facts().stream()
                .flatMap(f -> f.participants().stream())
                .map(Participant::record)
                .filter(subject::has)
                .findFirst();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
