package sightline.bench;

import sightline.core.facts.SystemBody.AlertChanged;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which alerts stand by what the ledger says happened to them, in its order. One that was raised is
 * raised again only once all that it said was withdrawn: as one record's, or as that of the person
 * whom the record joined meanwhile.
 */
final class RaisedAlerts {
    private final Map<String, Map<SourceRecord, Set<String>>> findings = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    void changed(SourceRecord about, AlertChanged changed) {
        Map<SourceRecord, Set<String>> alert =
                findings.computeIfAbsent(changed.alert(), _ -> new HashMap<>());
        switch (changed.change()) {
            case RAISED -> {
                Set<String> standing = alert.computeIfAbsent(about, _ -> new HashSet<>());
                if (!standing.isEmpty()) {
                    twice.add(about.text() + " " + changed.alert());
                }
                standing.addAll(changed.findings());
            }
            case GREW ->
                    alert.computeIfAbsent(about, _ -> new HashSet<>()).addAll(changed.findings());
            case WITHDRAWN -> withdrawn(alert, about, changed.findings());
            case ANSWERED -> {}
        }
    }

    private static void withdrawn(
            Map<SourceRecord, Set<String>> alert, SourceRecord about, Collection<String> items) {
        Set<String> own = alert.getOrDefault(about, Set.of());
        if (own.isEmpty()) {
            alert.values().forEach(standing -> standing.removeAll(items));
        } else {
            own.removeAll(items);
        }
    }

    /** Those that were raised though they stood, by the record under which it was said. */
    List<String> twice() {
        return List.copyOf(twice);
    }
}
