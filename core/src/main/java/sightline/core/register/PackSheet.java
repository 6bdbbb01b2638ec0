package sightline.core.register;

import sightline.core.facts.Codes;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Provision;
import sightline.core.kernel.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A pack in plain words, row by row, each with its source: for the catalogue and the shell. */
public final class PackSheet {
    /**
     * One row.
     *
     * @param section what it is about: who, how long, what must be told, visits
     * @param value in words
     */
    public record Row(String section, String value, Provision law) {}

    private final RegisterPack pack;
    private final List<Row> rows = new ArrayList<>();

    private PackSheet(RegisterPack pack) {
        this.pack = pack;
    }

    /** All rows, in the order in which somebody would ask. */
    public static List<Row> of(RegisterPack pack) {
        var sheet = new PackSheet(pack);
        sheet.who();
        sheet.howLong();
        sheet.notices();
        sheet.police();
        return List.copyOf(sheet.rows);
    }

    private void row(String section, String value, Provision law) {
        rows.add(new Row(section, value, law));
    }

    private void who() {
        pack.triggers().forEach(t -> row("Who", t.says() + bounds(t), t.law()));
    }

    private static String bounds(Trigger trigger) {
        List<String> bounds = new ArrayList<>();
        if (!trigger.offences().isEmpty()) {
            bounds.add("offences: " + codes(trigger.offences(), ", "));
        }
        if (!trigger.orders().isEmpty()) {
            bounds.add("orders: " + codes(trigger.orders(), ", "));
        }
        if (!trigger.sentences().isEmpty()) {
            bounds.add("sentences: " + codes(trigger.sentences(), ", "));
        }
        trigger.victimUnder().ifPresent(age -> bounds.add("victim under " + age));
        trigger.offenderAtLeast()
                .ifPresent(age -> bounds.add("person aged %d or over".formatted(age)));
        trigger.dealtWithAtLeast()
                .ifPresent(age -> bounds.add("aged %d or over when dealt with".formatted(age)));
        trigger.monthsAtLeast()
                .ifPresent(m -> bounds.add("custody of %d months or more".formatted(m)));
        if (trigger.cautions()) {
            bounds.add("cautions too");
        }
        trigger.convictedIn().from().ifPresent(day -> bounds.add("from " + Words.day(day)));
        trigger.convictedIn().until().ifPresent(day -> bounds.add("until " + Words.day(day)));
        return bounds.isEmpty() ? "" : " (" + String.join("; ", bounds) + ")";
    }

    private void howLong() {
        pack.bands()
                .forEach(b -> row("How long", sentence(b) + ": " + b.length().inWords(), b.law()));
        pack.young()
                .ifPresent(y ->
                        row(
                                "How long",
                                "Under %d on the day: half of a finite period".formatted(y.under()),
                                y.law()));
        pack.counted().ifPresent(c -> row("How long", "Counted from " + c.from().words(), c.law()));
        pack.sameRelease()
                .ifPresent(r ->
                        row(
                                "How long",
                                "Releases told within %d days of each other are one"
                                        .formatted(r.within()),
                                r.law()));
        pack.restart()
                .ifPresent(law ->
                        row("How long", "Custody again: anew from the release after it", law));
        pack.failure()
                .ifPresent(f ->
                        row("How long", "Each failure adds " + Lengths.inWords(f.adds()), f.law()));
        pack.review()
                .ifPresent(r ->
                        row(
                                "How long",
                                "Without a set end: review after %s, for the young after %s"
                                        .formatted(
                                                Lengths.inWords(r.adult()),
                                                Lengths.inWords(r.young())),
                                r.law()));
    }

    private static String sentence(Band band) {
        List<String> says = new ArrayList<>();
        if (!band.of().isEmpty()) {
            says.add(words(band.of()));
        }
        if (!band.sentences().isEmpty()) {
            says.add(codes(band.sentences(), " or "));
        }
        band.months().atLeast().ifPresent(m -> says.add(m + " months or more"));
        band.months().over().ifPresent(m -> says.add("over %d months".formatted(m)));
        band.agedAtLeast().ifPresent(age -> says.add("aged %d or over".formatted(age)));
        if (band.number() > 1) {
            says.add("number %d or later".formatted(band.number()));
        }
        if (!band.afterNoticeUnder().isEmpty()) {
            says.add("after notice under " + words(band.afterNoticeUnder()));
        }
        return says.isEmpty() ? "Anything else" : String.join(", ", says);
    }

    private static String codes(Set<? extends Enum<?>> codes, String between) {
        return codes.stream()
                .map(Codes::kebab)
                .map(PackSheet::plain)
                .sorted()
                .collect(Collectors.joining(between));
    }

    private static String words(Set<String> triggers) {
        return triggers.stream().sorted().map(PackSheet::plain).collect(Collectors.joining(" or "));
    }

    private static String plain(String slug) {
        return slug.replace('-', ' ');
    }

    private void notices() {
        NoticeRules rules = pack.notices();
        rules.initial()
                .ifPresent(c -> row("To tell", "First notice: " + limit(c, "the day"), c.law()));
        rules.change()
                .ifPresent(c ->
                        row(
                                "To tell",
                                changes(c.of()) + ": " + limit(c.clock(), "the day"),
                                c.clock().law()));
        rules.change()
                .flatMap(NoticeRules.Change::noHome)
                .ifPresent(n ->
                        row(
                                "To tell",
                                "A home, by who had told that he has none: %s after the day"
                                        .formatted(n.within().inWords()),
                                n.law()));
        rules.advance()
                .ifPresent(a ->
                        row(
                                "To tell",
                                ("Told ahead: good from %d days before the day given to %d"
                                                + " beginning with it; if it does not happen, to be"
                                                + " said within %d")
                                        .formatted(a.before(), a.after(), a.otherwise()),
                                a.law()));
        rules.stay()
                .ifPresent(s ->
                        row(
                                "To tell",
                                "A stay: %d days in all at one place within %s"
                                        .formatted(s.days(), Lengths.inWords(s.within())),
                                s.law()));
        rules.child()
                .ifPresent(c ->
                        row(
                                "To tell",
                                c.hours() == 0
                                        ? "Living with a child"
                                        : "Living with a child, or %d hours in a household with one"
                                                .formatted(c.hours()),
                                c.law()));
        rules.periodic().ifPresent(this::periodic);
        rules.travel()
                .ifPresent(t ->
                        row(
                                "To tell",
                                "Travel abroad: %d days before leaving".formatted(t.before()),
                                t.law()));
    }

    private void periodic(NoticeRules.Periodic rule) {
        String weekly =
                rule.noHome().map(l -> "; without a home, every " + Lengths.inWords(l)).orElse("");
        row(
                "To tell",
                (rule.reportingMonth()
                                ? "Again each year in the month of the first notice"
                                : "Again every %s after the last notice"
                                        .formatted(Lengths.inWords(rule.clock().within())))
                        + weekly,
                rule.clock().law());
    }

    private static String changes(Set<Notice> of) {
        String all = of.stream().sorted().map(Notice::words).collect(Collectors.joining(", "));
        return all.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + all.substring(1);
    }

    private static String limit(NoticeRules.Clock clock, String start) {
        return switch (clock.counting()) {
            case BEGINNING_WITH ->
                    "%s beginning with %s".formatted(clock.within().inWords(), start);
            case WORKING_DAY_AFTER,
                    WORKING_DAY_INCLUSIVE,
                    MONTHS_AS_DAYS,
                    CLOCK_HOURS,
                    CALENDAR_AFTER ->
                    "%s after %s".formatted(clock.within().inWords(), start);
        };
    }

    private void police() {
        Optional<Provision> law = pack.visits().law();
        Arrays.stream(RiskLevel.values())
                .forEach(level ->
                        Optional.ofNullable(pack.visits().every().get(level))
                                .ifPresent(every -> visit(level, every, law)));
        pack.assess()
                .ifPresent(
                        a -> row("The agencies", "Assess within " + a.within().inWords(), a.law()));
    }

    private void visit(RiskLevel level, Limit every, Optional<Provision> law) {
        row(
                "Police visits",
                "%s risk: every %s".formatted(plain(Codes.kebab(level)), Lengths.inWords(every)),
                law.orElseThrow());
    }
}
