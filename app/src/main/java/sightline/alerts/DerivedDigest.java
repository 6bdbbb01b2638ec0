package sightline.alerts;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derived;
import sightline.core.alerts.LastDerived;
import sightline.core.kernel.PlaceId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A hash of everything that is kept of one evaluation. */
final class DerivedDigest {
    private static final int BYTES = 15;

    private final MessageDigest sha = sha256();

    private DerivedDigest() {}

    /** Of one text. */
    static String of(String text) {
        DerivedDigest digest = new DerivedDigest();
        digest.add(text);
        return digest.text();
    }

    /**
     * Of everything.
     *
     * @param duties all duties as they are kept
     */
    static String of(LastDerived.Saved saved, List<DutyRows.Row> duties) {
        DerivedDigest digest = new DerivedDigest();
        digest.add(saved.derived(), duties);
        saved.own().stream().sorted().forEach(r -> digest.add(r.text()));
        digest.add("");
        saved.records()
                .forEach((record, kinds) ->
                        digest.add(record.text() + " " + kinds.low() + " " + kinds.high()));
        digest.add("");
        saved.places().stream().map(PlaceId::value).sorted().forEach(digest::add);
        return digest.text();
    }

    private String text() {
        byte[] hash = new byte[BYTES];
        System.arraycopy(sha.digest(), 0, hash, 0, BYTES);
        return Base64.getUrlEncoder().encodeToString(hash);
    }

    private void add(Derived derived, List<DutyRows.Row> duties) {
        add(derived.subject().value());
        add(derived.recheckAt().map(Object::toString).orElse(""));
        for (Alert alert : derived.alerts()) {
            add(Content.of(alert).toString());
            add(alert.state().toString());
        }
        duties.forEach(d -> add(d.text()));
        derived.kept().ifPresent(_ -> add("kept"));
        derived.registers().forEach(e -> add(e.toString()));
    }

    private void add(String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
