package sightline.web;

import sightline.core.screening.WeightyDecision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where there are forms about a child. */
final class FormPages {
    private static final Pattern QUESTION =
            Pattern.compile("/(assessments/both-parents/[^/\"]+/[^/\"]+)\"");

    /** The set of questions that is asked. */
    static final String SET = "assessments/both-parents";

    private FormPages() {}

    /**
     * Behind the child's own address; those of single questions are found on the page of their set.
     */
    static List<String> all() {
        List<String> pages =
                new ArrayList<>(
                        List.of(
                                "record",
                                "injury",
                                "referral",
                                "photographs",
                                "documents",
                                "strategy-pack",
                                "hand-over",
                                "decisions",
                                SET));
        for (WeightyDecision decision : WeightyDecision.values()) {
            pages.add("decisions/" + DecisionParts.slug(decision));
        }
        for (MeetingForm.Sort sort : MeetingForm.Sort.values()) {
            pages.add("meetings/" + sort.slug());
        }
        return pages;
    }

    /** The questions that the page of their set leads to. */
    static List<String> questions(String page) {
        return QUESTION.matcher(page).results().map((MatchResult m) -> m.group(1)).toList();
    }
}
