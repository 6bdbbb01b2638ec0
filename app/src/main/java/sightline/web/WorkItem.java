package sightline.web;

import sightline.web.view.part.DutyRow;

import java.util.Set;

/**
 * One line of a work list, and how a filter finds it.
 *
 * @param section under which heading it stands
 * @param kind the heading of its work, as its pack calls it
 * @param startedBy the agencies whose entries started it
 */
record WorkItem(
        Section section, WorkAsked.Whose whose, String kind, Set<String> startedBy, DutyRow row) {

    /** The headings of the list, in their order. */
    enum Section {
        ALERTS("alerts", "Alerts not answered", "No alert waits for you"),
        OVERDUE("overdue", "Overdue", "Nothing is overdue"),
        TODAY("today", "Due today", "Nothing is due"),
        SOON("soon", "Next 7 days", "Nothing is due in 7 days"),
        LATER("later", "Later", ""),
        TOLD("told", "Others are late, and you were told", ""),
        HISTORY("history", "Ran out before the source went live: look once", "");

        private final String id;
        private final String heading;
        private final String whenEmpty;

        Section(String id, String heading, String whenEmpty) {
            this.id = id;
            this.heading = heading;
            this.whenEmpty = whenEmpty;
        }

        String id() {
            return id;
        }

        String heading() {
            return heading;
        }

        /** What is said when nothing stands there; empty when the heading is then left out. */
        String whenEmpty() {
            return whenEmpty;
        }
    }

    WorkItem {
        startedBy = Set.copyOf(startedBy);
    }
}
