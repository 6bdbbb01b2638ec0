package sightline.core.screening;

import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;
import static sightline.core.story.Phrases.birth;
import static sightline.core.story.Phrases.booking;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.note;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.util.List;

/** A child, its mother, and a man of whom something is on record: the people of AL-02. */
final class KnownRiskStory {
    static final Rule RULE = new KnownRiskJoinsChild();

    final Story story = new Story();
    final Who child = story.person("child", "2006-03-01");
    final Who mother = story.person("mother", "1985-01-01");
    final Who man = story.person("man", "1980-01-01");

    Fact onRecord(String when, Body body) {
        return story.at(when).from("police").about(man).says(body);
    }

    void hasMother() {
        story.at("2006-03-02T09:00")
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .happened("2006-03-01")
                .says(birth());
    }

    Fact partner(String when) {
        return story.at(when).from("gp").about(mother).with(PARTNER, man).says(note());
    }

    Who booked(String when) {
        Who unborn = story.stranger("unborn");
        story.at(when)
                .from("maternity")
                .about(mother)
                .with(UNBORN_CHILD, unborn)
                .with(FATHER, man)
                .says(booking("2007-04-10"));
        return unborn;
    }

    void born(Who who, String when) {
        story.at(when)
                .from("maternity")
                .about(who)
                .with(MOTHER, mother)
                .with(FATHER, man)
                .says(birth());
    }

    void lives(Who who, String from, String address) {
        story.at(from + "T09:00").from("gp").about(who).happened(from).place(address).says(home());
    }

    List<Finding> at(String london) {
        return story.findings(RULE, child, london);
    }

    Finding only(String london) {
        List<Finding> findings = at(london);
        if (findings.size() != 1) {
            throw new AssertionError("one finding expected, not " + findings.size());
        }
        return findings.getFirst();
    }

    static String texts(Finding finding) {
        return String.join("\n", finding.path().stream().map(s -> s.text().value()).toList());
    }

    static List<String> roles(Finding finding) {
        return finding.first().stream().map(Recipient::text).toList();
    }
}
