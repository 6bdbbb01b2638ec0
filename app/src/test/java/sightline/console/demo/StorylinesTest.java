package sightline.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.population.Population;
import sightline.population.Settings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The storylines as the demonstration's agencies send them. */
final class StorylinesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STORY = Pattern.compile("^story\\d+-");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final DemoDirectory directory =
            new DemoDirectory(
                    new Population(Settings.of(7, 50, TODAY.minusDays(60), TODAY)).agencies());

    @Test
    void eachWhoSeldomSpeaksIsAskedSomethingAboutSomebodyOnTheAskersRecord() {
        List<JsonNode> all = messages();
        List<JsonNode> asked =
                all.stream().filter(m -> m.path("id").asString().contains("-asked-")).toList();

        assertThat(asked).hasSize(3);
        for (JsonNode request : asked) {
            String about = request.path("people").path(0).path("localId").asString();
            assertThat(
                            all.stream()
                                    .filter(m -> !m.equals(request))
                                    .filter(m ->
                                            m.path("sender")
                                                    .asString()
                                                    .equals(request.path("sender").asString()))
                                    .flatMap(m -> m.path("people").valueStream())
                                    .map(p -> p.path("localId").asString()))
                    .as(request.path("id").asString())
                    .contains(about);
        }
        assertThat(asked.stream().map(m -> typeOf(m.path("to").path(0).asString())))
                .containsExactlyInAnyOrder(AgencyType.GP, AgencyType.SCHOOL, AgencyType.PROBATION);
    }

    @Test
    void whoeverSignsInAtASchoolOrSurgeryIsWhereSomethingIsAsked() {
        Set<String> to =
                messages().stream()
                        .filter(m -> m.path("id").asString().contains("-asked-"))
                        .map(m -> m.path("to").path(0).asString())
                        .collect(Collectors.toSet());
        Set<String> signs =
                directory.signs().stream().map(s -> s.agency().value()).collect(Collectors.toSet());

        assertThat(signs).containsAll(to);
    }

    @Test
    void somebodyIsOnARegisterOfThePoliceOfWhoeverKeepsIt() {
        Set<String> police =
                messages().stream()
                        .filter(m -> m.path("kind").asString().equals("register-notification"))
                        .map(m -> m.path("sender").asString())
                        .collect(Collectors.toSet());
        Set<String> keepers =
                directory.signs().stream()
                        .filter(s -> s.role() == sightline.access.AccessRole.REGISTER_KEEPER)
                        .map(s -> s.agency().value())
                        .collect(Collectors.toSet());

        assertThat(police).isEqualTo(keepers);
    }

    /** Two storylines that tell of one family are taken for one, and none of both reads right. */
    @Test
    void nobodyIsOfTwoStorylines() {
        Map<String, Set<String>> stories = new TreeMap<>();
        for (JsonNode message : messages()) {
            for (JsonNode person : message.path("people")) {
                JsonNode name = person.path("names").path(0);
                String whole =
                        name.path("given").asString("") + " " + name.path("family").asString("");
                Matcher story = STORY.matcher(person.path("localId").asString(""));
                if (!whole.isBlank() && story.find()) {
                    stories.computeIfAbsent(whole, _ -> new TreeSet<>()).add(story.group());
                }
            }
        }

        assertThat(stories)
                .hasSizeGreaterThan(20)
                .allSatisfy((name, told) -> assertThat(told).as(name).hasSize(1));
    }

    @Test
    void noStorylineTellsOfAfterToday() {
        List<Instant> moments = new ArrayList<>();
        new Storylines(directory.agencies(), TODAY).messages((at, _, _) -> moments.add(at));

        assertThat(moments)
                .hasSizeGreaterThan(200)
                .allMatch(at -> at.isBefore(Instant.parse(TODAY + "T00:00:00Z")));
    }

    private List<JsonNode> messages() {
        List<JsonNode> all = new ArrayList<>();
        new Storylines(directory.agencies(), TODAY)
                .messages((_, _, body) -> all.add(JSON.readTree(body)));
        return all;
    }

    private AgencyType typeOf(String agency) {
        return directory.agencies().stream()
                .filter(a -> a.id().equals(new AgencyId(agency)))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
