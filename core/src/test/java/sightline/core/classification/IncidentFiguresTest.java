package sightline.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.birth;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.tie;

import org.junit.jupiter.api.Test;

import sightline.core.facts.PersonBody.Tie;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.LogClass;
import sightline.core.facts.PoliceBody.PoliceIncident;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Text;
import sightline.core.kernel.YamlNode;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many of the labelled incident logs are suspected that should be, and how many of those
 * suspected should be: through the real neighbourhood, from what is recorded of the parties and the
 * words of the log. The flag of the control room is left out, since it is wrong in some. The
 * held-out half prints figures alone, never a log.
 */
final class IncidentFiguresTest {
    private static final double RECALL_FLOOR = 0.60;
    private static final double PRECISION_FLOOR = 0.60;
    private static final double Z = 1.96;
    private static final int MOST_RESIDENTS = 60;

    private static final Map<String, LogClass> CLASSES =
            Map.ofEntries(
                    Map.entry("welfare check", LogClass.WELFARE_CHECK),
                    Map.entry("noise", LogClass.NOISE),
                    Map.entry("criminal damage", LogClass.DAMAGE),
                    Map.entry("assault without injury", LogClass.ASSAULT),
                    Map.entry("abandoned 999 call", LogClass.ABANDONED_CALL),
                    Map.entry("nuisance", LogClass.NUISANCE),
                    Map.entry("drunkenness", LogClass.DRUNKENNESS),
                    Map.entry("harassment", LogClass.HARASSMENT),
                    Map.entry("theft between connected people", LogClass.THEFT),
                    Map.entry("dispute", LogClass.DISPUTE),
                    Map.entry("missing person", LogClass.OTHER),
                    Map.entry("concern for safety", LogClass.WELFARE_CHECK),
                    Map.entry("breach of bail", LogClass.OTHER),
                    Map.entry("civil matter over child contact", LogClass.OTHER));

    private static final Map<String, Tie> TIES =
            Map.ofEntries(
                    Map.entry("spouse", Tie.SPOUSE),
                    Map.entry("partner", Tie.PARTNER),
                    Map.entry("engaged", Tie.PARTNER),
                    Map.entry("ex-partner", Tie.EX_PARTNER),
                    Map.entry("ex-engaged", Tie.EX_PARTNER),
                    Map.entry("ex-civil-partner", Tie.EX_PARTNER),
                    Map.entry("sibling", Tie.SIBLING),
                    Map.entry("step-sibling", Tie.SIBLING),
                    Map.entry("cousin", Tie.COUSIN),
                    Map.entry("second-cousin", Tie.OTHER_RELATIVE),
                    Map.entry("in-law", Tie.OTHER_RELATIVE),
                    Map.entry("parent", Tie.PARENT),
                    Map.entry("step-parent", Tie.STEP_PARENT),
                    Map.entry("grandparent", Tie.GRANDPARENT),
                    Map.entry("aunt-or-uncle", Tie.AUNT_OR_UNCLE),
                    Map.entry("friend", Tie.FRIEND),
                    Map.entry("colleague", Tie.NOT_RELATED),
                    Map.entry("carer-employed", Tie.NOT_RELATED),
                    Map.entry("not-related", Tie.NOT_RELATED));

    /** What was found of what there was. */
    private static final class Tally {
        private int found;
        private int missed;
        private int wrong;
        private int rightlyLeft;

        void add(boolean suspected, boolean domestic) {
            found += suspected && domestic ? 1 : 0;
            missed += !suspected && domestic ? 1 : 0;
            wrong += suspected && !domestic ? 1 : 0;
            rightlyLeft += !suspected && !domestic ? 1 : 0;
        }

        double recall() {
            return share(found, found + missed);
        }

        double precision() {
            return share(found, found + wrong);
        }

        String line(String name) {
            return "| %s | %d | %d | %d | %d | %s | %s |"
                    .formatted(
                            name,
                            found,
                            missed,
                            wrong,
                            rightlyLeft,
                            interval(found, found + missed),
                            interval(found, found + wrong));
        }

        private static double share(int part, int all) {
            return all == 0 ? 1 : (double) part / all;
        }

        /** A share with its Wilson interval at 95 %. */
        private static String interval(int part, int all) {
            if (all == 0) {
                return "none";
            }
            double p = (double) part / all;
            double centre = p + Z * Z / (2 * all);
            double half = Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all));
            double scale = 1 + Z * Z / all;
            return String.format(
                    Locale.ROOT,
                    "%.2f (%.2f to %.2f)",
                    p,
                    (centre - half) / scale,
                    (centre + half) / scale);
        }
    }

    @Test
    void findsMostOfTheDevelopmentHalfAndIsMostlyRight() throws IOException {
        Tally all = measured("development");

        assertThat(all.recall()).isGreaterThan(RECALL_FLOOR);
        assertThat(all.precision()).isGreaterThan(PRECISION_FLOOR);
    }

    @Test
    void findsMostOfTheHeldOutHalfAndIsMostlyRight() throws IOException {
        Tally all = measured("held-out");

        assertThat(all.recall()).isGreaterThan(RECALL_FLOOR);
        assertThat(all.precision()).isGreaterThan(PRECISION_FLOOR);
    }

    private static Tally measured(String half) throws IOException {
        Tally all = new Tally();
        Map<String, Tally> classes = new TreeMap<>();
        boolean named = half.equals("development") && Boolean.getBoolean("incidents.named");
        for (YamlNode log : read(half)) {
            boolean suspected = suspected(log);
            boolean domestic = log.text("domestic").equals("true");
            all.add(suspected, domestic);
            classes.computeIfAbsent(log.text("class"), _ -> new Tally()).add(suspected, domestic);
            if (named && suspected != domestic) {
                System.out.println((domestic ? "missed " : "wrong ") + log.text("id"));
            }
        }
        System.out.println(
                "| " + half + " | found | missed | wrong | rightly left | recall | precision |");
        System.out.println("|---|---|---|---|---|---|---|");
        classes.forEach((name, tally) -> System.out.println(tally.line(name)));
        System.out.println(all.line("all"));
        return all;
    }

    private static boolean suspected(YamlNode log) {
        Story story = new Story();
        Map<String, Who> people = new LinkedHashMap<>();
        for (YamlNode party : log.nodes("parties")) {
            String born = party.text("born", "null");
            String key = party.text("key");
            if (!born.equals("null")) {
                people.put(key, story.person(key, born));
            } else if (party.text("name").contains(" ")) {
                people.put(key, story.stranger(key));
            }
        }
        recorded(story, log, people);
        String when = log.text("date") + "T22:00";
        Story.Entry entry = story.at(when).from("police");
        for (YamlNode party : log.nodes("parties")) {
            Optional.ofNullable(people.get(party.text("key")))
                    .ifPresent(who -> entry.with(role(party.text("role")), who));
        }
        if (people.isEmpty()) {
            return false;
        }
        entry.says(
                new PoliceIncident(
                        Objects.requireNonNull(CLASSES.get(log.text("class"))),
                        false,
                        false,
                        false,
                        Optional.of(new Text(log.text("text")))));
        return people.values().stream()
                .map(who -> story.situation(who, when).around())
                .anyMatch(IncidentFiguresTest::suspected);
    }

    private static boolean suspected(Neighbourhood around) {
        return !DomesticSuspicion.in(Incidents.around(around)).isEmpty();
    }

    private static void recorded(Story story, YamlNode log, Map<String, Who> people) {
        LocalDate day = LocalDate.parse(log.text("date"));
        int number = 0;
        for (YamlNode entry : log.nodes("recorded")) {
            number++;
            List<Who> of =
                    entry.texts("of").stream()
                            .flatMap(k -> Optional.ofNullable(people.get(k)).stream())
                            .toList();
            LocalDate from =
                    Optional.of(entry.text("from", "null"))
                            .filter(t -> !t.equals("null"))
                            .map(LocalDate::parse)
                            .orElse(day.minusYears(2));
            String at = from + "T09:00";
            switch (entry.text("kind")) {
                case "shared-child" -> {
                    if (of.size() == 2) {
                        String born = entry.text("born");
                        Who child = story.person("child" + number, born);
                        story.at(born + "T09:00")
                                .from("maternity")
                                .about(child)
                                .with(PersonRole.PARENT, of.getFirst())
                                .with(PersonRole.PARENT, of.getLast())
                                .says(birth());
                    }
                }
                case "relationship" -> {
                    Tie tie = TIES.get(entry.text("type"));
                    if (of.size() == 2 && tie != null) {
                        story.at(at)
                                .from("gp")
                                .about(of.getLast())
                                .with(PersonRole.OTHER, of.getFirst())
                                .says(tie(tie));
                    }
                }
                case "address" -> address(story, entry, of, at, number);
                default -> {}
            }
        }
    }

    private static void address(Story story, YamlNode entry, List<Who> of, String at, int number) {
        String place = entry.text("at");
        of.forEach(who -> story.at(at).from("gp").about(who).place(place).says(home()));
        int residents = Math.min(MOST_RESIDENTS, Integer.parseInt(entry.text("residents", "0")));
        for (int i = of.size(); i < residents; i++) {
            Who other = story.stranger("resident" + number + "-" + i);
            story.at(at).from("gp").about(other).place(place).says(home());
        }
        String to = entry.text("to", "null");
        if (!to.equals("null")) {
            of.forEach(who ->
                    story.at(to + "T09:00")
                            .from("gp")
                            .about(who)
                            .place("moved away " + number + who.label())
                            .says(home()));
        }
    }

    private static PersonRole role(String role) {
        return switch (role) {
            case "victim" -> PersonRole.VICTIM;
            case "suspect" -> PersonRole.SUSPECT;
            case "caller", "informant" -> PersonRole.CALLER;
            case "occupant", "resident" -> PersonRole.OCCUPANT;
            case "tenant" -> PersonRole.TENANT;
            case "witness" -> PersonRole.WITNESS;
            case "subject", "missing", "drunk" -> PersonRole.SUBJECT;
            default -> PersonRole.PARTY;
        };
    }

    private static List<YamlNode> read(String half) throws IOException {
        try (InputStream lines =
                IncidentFiguresTest.class.getResourceAsStream("/incidents/" + half + ".ndjson")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> YamlNode.read("an incident log", line))
                    .toList();
        }
    }
}
