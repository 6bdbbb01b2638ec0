package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import sightline.core.kernel.London;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** One rule asked about one person of a story. */
record Asked(Story story, Rule rule, Who subject) {

    /** The findings that ask somebody to act. */
    List<Finding> alerts(String at) {
        return story.findings(rule, subject, at).stream().filter(Finding::alerts).toList();
    }

    /** The one alert at that time. */
    Finding only(String at) {
        assertThat(alerts(at)).as("alerts of %s at %s", rule.id(), at).hasSize(1);
        return alerts(at).getFirst();
    }

    void silent(String at) {
        assertThat(alerts(at)).as("alerts of %s at %s", rule.id(), at).isEmpty();
    }

    /** Silent one second before a moment, of which it is told in advance; one finding from then. */
    void beginsAt(String before, String moment) {
        Instant at = Story.instant(moment);
        assertThat(story.evaluate(rule, subject, before).recheckAt()).contains(at);
        silent(local(at.minusSeconds(1)));
        assertThat(only(moment).since()).isEqualTo(at);
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, London.ZONE).toString();
    }

    /** Whom a finding tells, as {@code agency/role} without the area. */
    static List<String> told(Finding finding) {
        return finding.first().stream()
                .map(r -> r.text().replaceFirst("^westmarsh-", ""))
                .sorted()
                .toList();
    }

    /** What its path says, step by step. */
    static List<String> path(Finding finding) {
        return finding.path().stream().map(s -> s.text().value()).toList();
    }
}
