package sightline.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Referrals to children's social care at ordinary rates, their ends, and children looked after. */
final class CareLife {

    private static final List<String> NEEDS =
            List.of(
                    "family-stress",
                    "housing",
                    "parental-illness",
                    "disability",
                    "behaviour",
                    "absence");
    private static final int NO_FURTHER_ACTION = 1;
    private static final int ACCEPTED = 2;
    private static final int DECISIONS = 4;
    private static final int SPOKEN_WITH_FROM = 3;
    private static final int AT_HOME_AT_MOST = 10;

    private final Life life;
    private final List<Home> careHomes = new ArrayList<>();

    CareLife(Life life) {
        this.life = life;
        life.world.homes.stream().filter(h -> h.sort == Home.Sort.CARE).forEach(careHomes::add);
    }

    void referral(Someone child, Moment at) {
        Moment when = at.inOfficeHours();
        Draw draw = when.draw();
        Referrer referrer = referrer(draw, child);
        int from = agency(referrer, child);
        int csc = life.serving(AgencyKind.CHILDRENS_SOCIAL_CARE, child);
        Map<String, Detail> details = Life.details("to", life.agencyId(csc));
        details.put("need", new Detail.Code(draw.pick(NEEDS)));
        Participant subject = life.recorder.as("child", child, from, when);
        var people = life.withParents(subject, child, from, when);
        life.recorder.record("referral", from, when, null, people, details);
        boolean none = draw.chance(life.rate("referral.no-further-action"));
        double days = draw.chance(0.9) ? 0.2 + draw.unit() * 0.8 : 1 + draw.unit() * 3;
        int decision = none ? NO_FURTHER_ACTION : ACCEPTED;
        life.plan(
                when,
                days,
                Happening.REFERRAL_DECISION,
                referrer.code * DECISIONS + decision,
                child);
    }

    private static Referrer referrer(Draw draw, Someone child) {
        double at = draw.unit();
        if (at < 0.3) {
            return Referrer.POLICE;
        }
        if (at < 0.55 && child.school >= 0) {
            return Referrer.SCHOOL;
        }
        if (at < 0.75) {
            return Referrer.GP;
        }
        return at < 0.9 ? Referrer.HOSPITAL : Referrer.HOUSING;
    }

    /** Who refers; the same again when the decision is told, a day or some later. */
    private enum Referrer {
        POLICE(0),
        SCHOOL(1),
        GP(2),
        HOSPITAL(3),
        HOUSING(4);

        private final int code;

        Referrer(int code) {
            this.code = code;
        }

        static Referrer of(int code) {
            return Arrays.stream(values()).filter(r -> r.code == code).findFirst().orElseThrow();
        }
    }

    private int agency(Referrer referrer, Someone child) {
        return switch (referrer) {
            case POLICE -> life.serving(AgencyKind.POLICE, child);
            case SCHOOL -> child.school;
            case GP -> child.gp;
            case HOSPITAL -> life.serving(AgencyKind.HOSPITAL, child);
            case HOUSING -> life.serving(AgencyKind.HOUSING, child);
        };
    }

    /**
     * Social care decides, and tells the referrer.
     *
     * @param argument what it decides, and who referred
     */
    void decision(Someone child, int argument, Moment at) {
        Moment when = at.laterInOfficeHours();
        boolean none = argument % DECISIONS == NO_FURTHER_ACTION;
        Map<String, Detail> details =
                Life.details("outcome", none ? "no-further-action" : "assessment");
        int referrer = agency(Referrer.of(argument / DECISIONS), child);
        if (referrer >= 0) {
            details.put("to", new Detail.Code(life.agencyId(referrer)));
        }
        cscEvent("referral-decision", child, when, details);
        if (!none) {
            cscEvent("case-allocated", child, when, Life.details("post", "social-worker"));
            life.plan(
                    when,
                    when.draw().exponential(life.rate("referral.visit-days")),
                    Happening.SEEN_AT_HOME,
                    0,
                    child);
            double days = 10 + when.draw().exponential(life.rate("referral.case-days") - 10);
            life.plan(when, days, Happening.CASE_CLOSED, 0, child);
        }
    }

    /** The worker sees the child at home, and writes down who lives there. */
    void seenAtHome(Someone child, Moment at) {
        Moment when = at.laterInOfficeHours();
        int csc = life.serving(AgencyKind.CHILDRENS_SOCIAL_CARE, child);
        boolean spokenWith = child.ageOn(when.day()) >= SPOKEN_WITH_FROM;
        List<Participant> people = new ArrayList<>();
        people.add(life.recorder.atAddress("child", child, csc, when));
        child.home.members.stream()
                .filter(m -> m != child && m.aliveOn(when.day()))
                .limit(AT_HOME_AT_MOST)
                .forEach(m ->
                        people.add(life.recorder.atAddress(role(m, child, when), m, csc, when)));
        life.recorder.record(
                "household-member-seen",
                csc,
                when,
                life.addressOf(child),
                people,
                Life.details("stay", "home"));
        life.recorder.record(
                "visit",
                csc,
                when,
                null,
                List.of(people.getFirst()),
                Life.details("outcome", spokenWith ? "seen-alone" : "seen"));
    }

    private static String role(Someone member, Someone child, Moment when) {
        if (member == child.mother) {
            return "mother";
        }
        if (member == child.father) {
            return "father";
        }
        return member.ageOn(when.day()) < 18 ? "child" : "occupant";
    }

    void caseClosed(Someone child, Moment at) {
        Map<String, Detail> details = Life.details("reason", "support-ended");
        details.put("child-seen-alone", new Detail.Flag(true));
        cscEvent("case-closed", child, at.laterInOfficeHours(), details);
    }

    private void cscEvent(String kind, Someone child, Moment when, Map<String, Detail> details) {
        int csc = life.serving(AgencyKind.CHILDRENS_SOCIAL_CARE, child);
        Participant subject = life.recorder.atAddress("child", child, csc, when);
        var people = life.withParents(subject, child, csc, when);
        life.recorder.record(kind, csc, when, null, people, details);
    }

    /** A child comes to live with foster carers or in a children's home. */
    void careEntry(Someone child, Moment at) {
        if (careHomes.isEmpty() || child.home.sort == Home.Sort.CARE) {
            return;
        }
        Moment when = at.inOfficeHours();
        Home home = when.draw().pick(careHomes);
        life.world.leave(child);
        life.world.settle(child, home, when.day());
        int csc = life.serving(AgencyKind.CHILDRENS_SOCIAL_CARE, child);
        List<Participant> people = new ArrayList<>();
        people.add(life.recorder.atAddress("child", child, csc, when));
        home.members.stream()
                .filter(m -> m.ageOn(when.day()) >= 18)
                .limit(2)
                .forEach(m -> people.add(life.recorder.as("carer", m, csc, when)));
        life.recorder.record(
                "residence",
                csc,
                when,
                life.addressOf(child),
                people,
                Life.details("stay", "placement"));
        life.plan(when, when.draw().between(3, 30), Happening.GP_REGISTRATION, 0, child);
    }
}
