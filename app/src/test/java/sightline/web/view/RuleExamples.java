package sightline.web.view;

import static sightline.web.view.SharedParts.allOn;
import static sightline.web.view.SharedParts.chosen;
import static sightline.web.view.SharedParts.option;
import static sightline.web.view.SharedParts.tag;

import sightline.web.view.page.RulePage;
import sightline.web.view.page.RulesPage;
import sightline.web.view.part.Count;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Filter;
import sightline.web.view.part.FilterGroup;
import sightline.web.view.part.Link;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.util.List;

/** The catalogue with three rules, and one rule’s page. */
final class RuleExamples {

    private RuleExamples() {}

    static RulesPage catalogue() {
        return new RulesPage(
                Frames.socialWorker("Rules", "Rules", "Caseload, Westmarsh East team"),
                "Each alert comes from one rule with a name, a reason and a law behind it. There is no score on a person.",
                Link.to("Settings of the rules in Westmarsh", "/rules/changes"),
                new Filter(
                        "/rules",
                        List.of(),
                        List.of(
                                new FilterGroup.AnyOf(
                                        "About",
                                        "about",
                                        List.of(
                                                option("injury", "Injuries"),
                                                option("household", "Households"),
                                                option("referral", "Referrals"))),
                                new FilterGroup.OneOf(
                                        "State",
                                        "state",
                                        List.of(
                                                chosen("any", "Any"),
                                                option("unconfirmed", "Unconfirmed settings"))))),
                List.of(
                        new RulesPage.Row(
                                Link.to("AL-01", "/rules/AL-01"),
                                "Any mark on a child who cannot yet move",
                                "A bruise on a baby who does not roll is seen by a paediatrician the same day",
                                "Children’s social care, paediatrician on call",
                                "Injury entries, one movement entry, birth marks",
                                "14",
                                tag("In force", Tone.GREEN)),
                        new RulesPage.Row(
                                Link.to("AL-02", "/rules/AL-02"),
                                "A person convicted of harm may live with a child",
                                "Nobody joined the register to the household",
                                "Children’s social care, register keeper",
                                "One sentence on the conviction",
                                "3",
                                tag("In force", Tone.GREEN)),
                        new RulesPage.Row(
                                Link.to("AL-19", "/rules/AL-19"),
                                "A referral has no answer",
                                "A referrer who hears nothing believes that something is done",
                                "The manager who owes the answer",
                                "Date and sender of the referral",
                                "22",
                                tag("Setting unconfirmed", Tone.AMBER))),
                allOn("1 to 3 of 17"));
    }

    static RulePage rule() {
        return new RulePage(
                Frames.socialWorker(
                        "AL-01: any mark on a child who cannot yet move",
                        "Rules",
                        "Caseload, Westmarsh East team"),
                Link.to("Back to the rules", "/rules"),
                "AL-01: any mark on a child who cannot yet move",
                "Speaks the same day, day and night.",
                tag("In force since 1 September 2025", Tone.GREEN),
                List.of(
                        Definition.of(
                                "Why it exists",
                                "A child who does not crawl or walk seldom bruises. Several reviews found marks seen by one service each and added up by nobody."),
                        Definition.of(
                                "Reads",
                                "injury observed; developmental stage; birth, with marks recorded at birth; medical opinion"),
                        Definition.of(
                                "Tells",
                                "Children’s social care of the area of residence, and the paediatrician on call"),
                        Definition.of(
                                "Moves",
                                "The injury entries with their explanations, one movement entry, one line of the birth record"),
                        Definition.of(
                                "Why less would not do",
                                "A paediatrician cannot judge a mark without where it is, when it was seen and what was said about it"),
                        Definition.of(
                                "Legal basis",
                                "Children Act 1989, section 47",
                                "Read from the Act")),
                List.of(
                        "A bruise is recorded on a child of 4 months, not recorded as rolling.",
                        "A burn on a child of 2 years who is recorded as not crawling."),
                List.of(
                        "The mark is on record from birth, at the same place.",
                        "The child is recorded as crawling, cruising or walking on that day."),
                List.of(
                        Definition.of(
                                "Acknowledge within", "2 clock hours", "Area setting, unconfirmed"),
                        Definition.of(
                                "Then", "team manager, head of service, director; then daily")),
                List.of(
                        "It does not say that anyone has harmed a child.",
                        "It does not say how a mark came about."),
                List.of(
                        new Count("14", "raised in 90 days", false, ""),
                        new Count("5", "near misses", false, ""),
                        new Count("2", "withdrawn", false, "")),
                "Counts of alerts in Westmarsh. They do not rank a worker, an agency or a family.",
                List.of(
                        new TimelineItem(
                                "Version 2: older children who do not move are included",
                                "J Peake and D Carrow",
                                "1 September 2025",
                                "Simulated first: 1 more alert in 90 days."),
                        new TimelineItem("Version 1", "D Carrow", "3 February 2025", "")));
    }
}
