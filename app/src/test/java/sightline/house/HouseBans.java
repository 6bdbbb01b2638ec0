package sightline.house;

import sightline.house.SourceTree.SourceFile;

import java.util.List;
import java.util.function.Predicate;

/** What this house does not do, line by line. Each has its reason in CONTRIBUTING.md. */
final class HouseBans {

    private static final String SELF = "app/src/test/java/sightline/house/";

    private static final Predicate<SourceFile> JAVA =
            file -> file.isJava() && !file.path().startsWith(SELF);
    private static final Predicate<SourceFile> MAIN = JAVA.and(SourceFile::isMain);
    private static final Predicate<SourceFile> PURE =
            MAIN.and(file -> file.path().matches("(core|population)/.*"));
    private static final Predicate<SourceFile> OUTSIDE_CONSOLE =
            MAIN.and(file -> !file.path().contains("/sightline/console/"))
                    .and(file -> !file.path().startsWith("bench/"));
    private static final Predicate<SourceFile> TEXT =
            file ->
                    !file.path().startsWith(SELF)
                            && file.path()
                                    .matches(
                                            ".*\\.(java|jte|md|xml|ya?ml|sql|sh|js|css)"
                                                    + "|.*\\.(scss|html|properties|txt)"
                                                    + "|sightline|format|\\.ci/run");

    static final List<Ban> ALL =
            List.of(
                    Ban.of(
                            "skipped-test",
                            "@Disabled|\\bassume(True|False|That|ingThat)\\s*\\(|\\bAssumptions\\b",
                            JAVA,
                            "A test runs or it goes: fix it, or delete it with the code."),
                    Ban.of(
                            "catch-all",
                            "catch\\s*\\([^)]*\\b(Exception|Throwable)\\s+\\w+\\s*\\)",
                            JAVA,
                            "Catch what you can answer; only the outermost loop catches all."),
                    Ban.of(
                            "console-output",
                            "System\\.(out|err)\\b|\\.printStackTrace\\(",
                            OUTSIDE_CONSOLE,
                            "Only the command line prints."),
                    Ban.of(
                            "clock",
                            "\\b(Instant|Local(Date|Time|DateTime)|ZonedDateTime|Year(Month)?)\\.now\\("
                                    + "|\\b(Clock|InstantSource)\\.system|System\\.currentTimeMillis\\("
                                    + "|new Date\\(\\)|ZoneId\\.systemDefault",
                            MAIN,
                            "Take an InstantSource; one clock stands at the edge."),
                    Ban.of(
                            "chance",
                            "\\bMath\\.random\\(|new (Secure)?Random\\(\\)"
                                    + "|ThreadLocalRandom|UUID\\.randomUUID",
                            PURE,
                            "Take a seed: the same input gives the same output."),
                    Ban.of(
                            "sleep",
                            "Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(",
                            JAVA,
                            "Await a condition, or move the clock."),
                    Ban.of(
                            "open-end",
                            "\\b(TODO|FIXME|XXX)\\b(?!.*#\\d)",
                            TEXT,
                            "Do it, or open an issue and name its number."),
                    Ban.of(
                            "state-brand",
                            "(?i)GDS[ -]?Transport|govuk-crest|govuk-logotype-crown",
                            TEXT,
                            "The state's typeface and crown are not ours to use."),
                    Ban.of(
                            "one-machine",
                            "/work/(wt|main|shared|\\.library)\\b|(?<![\\w.-])/root/|\\.\\./shared",
                            TEXT,
                            "A path of one machine means nothing to a reader."),
                    Ban.of(
                            "authoring-tools",
                            "(?i)\\b(chat ?gpt|co-?pilot|cla"
                                    + "ude|anthro"
                                    + "pic|open ?ai|ai[- ]generated|ai[- ]assistant)\\b",
                            TEXT,
                            "How a line was typed is not part of the product."));

    private HouseBans() {}
}
