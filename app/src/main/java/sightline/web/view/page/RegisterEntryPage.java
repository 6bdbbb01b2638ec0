package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.ClockBar;
import sightline.web.view.chart.Districts;
import sightline.web.view.part.Alert;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Due;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;

import java.util.List;

/**
 * Somebody on a register: where they stand and how that was reached, what is owed, what was told.
 */
public record RegisterEntryPage(
        PageFrame frame,
        IdentityBar identity,
        List<Alert> differences,
        Notification notification,
        Monitoring monitoring,
        Area area,
        List<DutyLine> duties,
        List<Address> addresses,
        @Nullable Districts districts,
        String addressesNote,
        List<Home> children,
        String childrenNote,
        List<Offence> offences,
        String offencesAbsent,
        @Nullable Breaches breaches,
        List<PackRow> packs,
        Disclosed disclosed,
        List<TimelineItem> told,
        String toldAbsent,
        List<Source> sources)
        implements Page {
    public RegisterEntryPage {
        differences = List.copyOf(differences);
        duties = List.copyOf(duties);
        addresses = List.copyOf(addresses);
        children = List.copyOf(children);
        offences = List.copyOf(offences);
        packs = List.copyOf(packs);
        told = List.copyOf(told);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "page/register-entry.jte";
    }

    /**
     * What is to be told next, and by when.
     *
     * @param days how its date was counted
     */
    public record Notification(
            Tag state,
            String what,
            @Nullable Due due,
            List<String> days,
            String stands,
            String note) {
        public Notification {
            days = List.copyOf(days);
        }
    }

    /** For how long. */
    public record Monitoring(Tag state, String period, @Nullable ClockBar bar, List<String> lines) {
        public Monitoring {
            lines = List.copyOf(lines);
        }
    }

    /** Who answers. */
    public record Area(Tag state, String who, List<String> lines) {
        public Area {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Where the person lives or stays, as notified or as recorded.
     *
     * @param letter on the drawing; empty where it is not drawn
     * @param anchor names its row on the page
     */
    public record Address(
            String letter,
            String anchor,
            String place,
            String detail,
            String fromTo,
            Tag how,
            String source) {}

    /**
     * What was owed and not told in time, with what a person decided of it.
     *
     * @param file where all of it is, and decisions are recorded
     * @param more how many older ones only the file has; empty for none
     */
    public record Breaches(String heading, Link file, List<Breach> rows, String more) {
        public Breaches {
            rows = List.copyOf(rows);
        }
    }

    /** One of them. */
    public record Breach(String day, Link what, String lastDay, Tag record, Tag decision) {}

    /** A child recorded at one of the addresses. */
    public record Home(Link name, String age, Tag sure, String where) {}

    /** A conviction: what it is in law, whatever it was called. */
    public record Offence(String heading, Tag classified, List<Definition> lines) {
        public Offence {
            lines = List.copyOf(lines);
        }
    }

    /** Whether anybody was told something of the person, one line a question. */
    public record Disclosed(String heading, Link page, List<TimelineItem> rows) {
        public Disclosed {
            rows = List.copyOf(rows);
        }
    }

    /** A register, and whether it covers the person. */
    public record PackRow(String title, Tag status, Tag state, List<String> why) {
        public PackRow {
            why = List.copyOf(why);
        }
    }

    /** What a register says, with its source. */
    public record Source(String heading, List<Definition> rows) {
        public Source {
            rows = List.copyOf(rows);
        }
    }
}
