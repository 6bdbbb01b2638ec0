package sightline.web;

import sightline.access.AccessRole;
import sightline.alerts.DutyRow;
import sightline.core.directory.AgencyType;
import sightline.core.facts.SharedBody.HandOver.Handed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a page of hand-overs hands over: somebody on a register, the supervision of somebody, or a
 * child's case.
 */
enum HandOverMatter {
    PERSON(
            Handed.REGISTERED_PERSON,
            "/hand-over",
            RegisterParts.MOVES,
            "Move to another area",
            List.of(AgencyType.POLICE),
            Set.of(AccessRole.REGISTER_KEEPER),
            Set.of("register.move"),
            Set.of("register.refused"),
            "register.unheld"),
    SUPERVISION(
            Handed.SUPERVISION,
            "/supervision",
            RegisterParts.SUPERVISION,
            "Hand over who watches",
            List.of(AgencyType.PROBATION, AgencyType.POLICE),
            Set.of(AccessRole.PROBATION_OFFICER, AccessRole.REGISTER_KEEPER),
            Set.of("supervision.move"),
            Set.of("supervision.refused", "supervision.ending"),
            "supervision.unheld"),
    CASE(
            Handed.CASE,
            "/hand-over",
            "Hand over",
            "Hand over the case",
            List.of(AgencyType.CHILDRENS_SOCIAL_CARE),
            Set.of(AccessRole.SOCIAL_WORKER, AccessRole.SOCIAL_WORK_MANAGER),
            Set.of("case.move"),
            Set.of("case.refused"),
            "case.unheld");

    private final Handed handed;
    private final String path;
    private final String tab;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by copyOf
    private final List<AgencyType> to;

    @SuppressWarnings("ImmutableEnumChecker") // made by copyOf
    private final Set<AccessRole> by;

    @SuppressWarnings("ImmutableEnumChecker") // made by copyOf
    private final Set<String> answering;

    @SuppressWarnings("ImmutableEnumChecker") // made by copyOf
    private final Set<String> settling;

    private final String unheld;

    HandOverMatter(
            Handed handed,
            String path,
            String tab,
            String title,
            List<AgencyType> to,
            Set<AccessRole> by,
            Set<String> answering,
            Set<String> settling,
            String unheld) {
        this.handed = handed;
        this.path = path;
        this.tab = tab;
        this.title = title;
        this.to = List.copyOf(to);
        this.by = Set.copyOf(by);
        this.answering = Set.copyOf(answering);
        this.settling = Set.copyOf(settling);
        this.unheld = unheld;
    }

    /** As a message has it. */
    String what() {
        return handed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Behind the address of the entry. */
    String path() {
        return path;
    }

    String tab() {
        return tab;
    }

    String title() {
        return title;
    }

    /** What may be asked to accept. */
    List<AgencyType> to() {
        return to;
    }

    /** The role in which the reader hands over; empty where they have none. */
    Optional<AccessRole> role(Visit visit) {
        return visit.account().roles().stream().filter(by::contains).sorted().findFirst();
    }

    /** Whether the clock of an answer that is owed. */
    boolean answering(DutyRow duty) {
        return answering.contains(duty.clock());
    }

    /** Whether the clock of whoever offered what they do not have. */
    boolean unheld(DutyRow duty) {
        return duty.clock().equals(unheld);
    }

    /** Whether the clock of whoever answers now, to hand over or to settle it. */
    boolean settling(DutyRow duty) {
        return settling.contains(duty.clock());
    }
}
