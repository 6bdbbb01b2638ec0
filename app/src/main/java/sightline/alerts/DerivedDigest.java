package sightline.alerts;

import sightline.core.alerts.Alert;
import sightline.core.alerts.Derived;
import sightline.core.alerts.LastDerived;
import sightline.core.duties.Duty;
import sightline.core.kernel.PlaceId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A hash of everything that is kept of one evaluation. */
final class DerivedDigest {
    private static final int BYTES = 15;

    private final MessageDigest sha = sha256();

    private DerivedDigest() {}

    static String of(LastDerived.Saved saved) {
        DerivedDigest digest = new DerivedDigest();
        digest.add(saved.derived());
        saved.own().stream().sorted().forEach(r -> digest.add(r.text()));
        digest.add("");
        saved.records()
                .forEach((record, kinds) ->
                        digest.add(record.text() + " " + kinds.low() + " " + kinds.high()));
        digest.add("");
        saved.places().stream().map(PlaceId::value).sorted().forEach(digest::add);
        byte[] hash = new byte[BYTES];
        System.arraycopy(digest.sha.digest(), 0, hash, 0, BYTES);
        return Base64.getUrlEncoder().encodeToString(hash);
    }

    private void add(Derived derived) {
        add(derived.subject().value());
        add(derived.recheckAt().map(Object::toString).orElse(""));
        for (Alert alert : derived.alerts()) {
            add(Content.of(alert).toString());
            add(alert.state().toString());
        }
        for (Duty duty : derived.duties()) {
            add(DerivedStore.row(duty).toString());
        }
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
