package sightline.web;

import sightline.core.facts.Codes;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.register.OffenceList.Difference;
import sightline.register.ProposedList;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The words in which pages speak of offence lists. */
final class OffenceListWords {
    private OffenceListWords() {}

    static String offence(OffenceGroup offence) {
        return offence == OffenceGroup.FGM
                ? "FGM"
                : Wording.capital(Codes.kebab(offence).replace('-', ' '));
    }

    static String trigger(String name) {
        return name.replace('-', ' ').replace("fgm", "FGM");
    }

    /** "added: wounding; taken out: infanticide". */
    static String difference(Difference difference) {
        List<String> said = new ArrayList<>();
        if (!difference.added().isEmpty()) {
            said.add("added: " + offences(difference.added()));
        }
        if (!difference.takenOut().isEmpty()) {
            said.add("taken out: " + offences(difference.takenOut()));
        }
        return Wording.capital(String.join("; ", said));
    }

    static String offences(Collection<OffenceGroup> offences) {
        return offences.stream()
                .sorted()
                .map(OffenceListWords::offence)
                .collect(Collectors.joining(", "));
    }

    static Tag stage(ProposedList list) {
        if (list.waits()) {
            return new Tag("Waits for a second keeper", Tone.AMBER);
        }
        return list.approved() ? new Tag("Approved", Tone.GREEN) : new Tag("Refused", Tone.NEUTRAL);
    }
}
