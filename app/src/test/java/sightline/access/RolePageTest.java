package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Sensitivity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page docs/role-matrix.md is the program's matrix, written out. */
final class RolePageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("sightline.root", ".."), "docs", "role-matrix.md");

    private static final String INTRODUCTION =
            """
            # Who may come to see what

            Made from `AccessRole`, `Purpose` and `DecisionRules` by `RolePageTest`, which fails when this page is another; \
            `app/target/role-matrix.md` is then the page as it should be.

            A role is a ceiling and permits nothing alone. A reader sees a class of a record's facts if **all** of this holds: the account is live and \
            attested; one of its roles reaches the class; the purpose given is one of that role's; a live relationship (allocation, team queue, referral, \
            alert, conference, registration, roll and so on, each the effect of a fact) links the reader, post, team or agency to **any** record of the person. \
            And if **none** of this holds: the person, or anybody whose record is theirs, is in the register of conflicts for this reader; the record, or that \
            class of it, is sealed and the seal does not name the reader. Sealed classes (the last four) always need a seal that names the reader.

            * **all**: every record of the person. **own**: the reader's own agency's records. **reason**: its own; other agencies' as well once a reason is \
            recorded (every relationship but patient, episode, pupil and tenant is one).
            * Without any of it the page shows a stub: who holds the record, and that one may ask. In a conflict, or behind a seal, it shows nothing at all.
            * **Emergency access** (roles marked E) opens one person for 60 minutes, with a reason of 20 characters or more and a review by a privacy officer in \
            two working days. A fourth opening in seven days is refused until somebody has spoken with the reader.

            """;

    @Test
    void thePageIsTheMatrix() throws IOException {
        var expected = page();
        Files.writeString(Path.of("target", "role-matrix.md"), expected);

        assertThat(PAGE).hasContent(expected);
    }

    private static String page() {
        var classes = Arrays.stream(Sensitivity.values()).map(c -> words(c.name())).toList();
        var text = new StringBuilder(INTRODUCTION);
        text.append("| role | ceiling | E | ").append(String.join(" | ", classes)).append(" |\n");
        text.append("|---".repeat(3 + classes.size())).append("|\n");
        for (var role : AccessRole.values()) {
            text.append(row(role)).append('\n');
        }
        text.append(emergency()).append("\n\n## Purposes\n\n| role | purposes |\n|---|---|\n");
        for (var role : AccessRole.values()) {
            var purposes = role.purposes().stream().sorted().map(Purpose::code);
            text.append(
                    "| %s | %s |\n"
                            .formatted(role.title(), purposes.collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private static String row(AccessRole role) {
        var reaches =
                Arrays.stream(Sensitivity.values())
                        .map(c -> role.reach(c).map(Reach::code).orElse(""))
                        .collect(Collectors.joining(" | "));
        var ceiling = role.ceiling() == Tier.NONE ? "none" : role.ceiling().name();
        return "| %s | %s | %s | %s |"
                .formatted(role.title(), ceiling, role.mayOpenInEmergency() ? "E" : "", reaches);
    }

    private static String emergency() {
        var reaches =
                Arrays.stream(Sensitivity.values())
                        .map(c -> DecisionRules.IN_EMERGENCY.contains(c) ? "all" : "")
                        .collect(Collectors.joining(" | "));
        return "| *in an emergency* | | | %s |".formatted(reaches);
    }

    private static String words(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
