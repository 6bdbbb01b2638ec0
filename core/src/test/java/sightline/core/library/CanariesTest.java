package sightline.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries.What;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

final class CanariesTest {
    private static final Canaries CANARIES =
            new Canaries.Builder()
                    .name(Sensitive.of("Zélie Anne Quillfeather"))
                    .date(Sensitive.of(LocalDate.of(2016, 3, 4)))
                    .date(Sensitive.of(LocalDate.of(2016, 9, 21)))
                    .place(Sensitive.of("5 Tanner Street"))
                    .postcode(Sensitive.of("WM1 2AB"))
                    .identifier(Sensitive.of("9990001235"))
                    .telephone(Sensitive.of("01632 960123"))
                    .phrase(Sensitive.of("the blue pushchair on the weir"))
                    .build();

    @Test
    void findsANameHoweverItIsWritten() {
        for (String hidden :
                List.of(
                        "Zélie Anne Quillfeather",
                        "ZELIE  ANNE\n QUILLFEATHER",
                        "Ze\u0301lie's",
                        "Quill-\nfeather",
                        "Quill\u00ad\u200bfeather",
                        "Q\u200cuill\u200dfeather",
                        "ZelieAnneQuillfeather.pdf",
                        "zelie_anne_quillfeather",
                        "z%20elie/zelie%20anne",
                        "Quіllfеather",
                        "Ｚｅｌｉｅ",
                        "the Quillfeather's home",
                        "Z e l i e A n n e Q u i l l f e a t h e r")) {
            assertThat(CANARIES.scan("She told " + hidden + " nothing.")).as(hidden).isNotEmpty();
        }
    }

    @Test
    void findsADayInEveryUsualSpelling() {
        for (String day :
                List.of(
                        "4/3/2016",
                        "04/03/2016",
                        "4.3.16",
                        "04-03-16",
                        "2016-03-04",
                        "20160304",
                        "4 March 2016",
                        "4th March 2016",
                        "4th of March",
                        "March 4th, 2016",
                        "4 Mar 16",
                        "the fourth of March",
                        "March the fourth",
                        "3/4/2016",
                        "Friday, 4\u00a0March",
                        "twenty-first of September",
                        "21 Sept 2016",
                        "21st Sep",
                        "4 de marzo de 2016",
                        "4 marca 2016",
                        "4 Mawrth",
                        "4. März 2016",
                        "21 septembrie 2016",
                        "4 березня 2016")) {
            assertThat(CANARIES.scan("It was on " + day + ", they said."))
                    .as(day)
                    .anyMatch(h -> h.what() == What.DATE);
        }
        for (String other :
                List.of(
                        "5 March 2016",
                        "4/4/2016",
                        "March 2016",
                        "14/3/2016",
                        "43 2016",
                        "4 children in 2016")) {
            assertThat(CANARIES.scan("It was on " + other + ", they said.")).as(other).isEmpty();
        }
    }

    @Test
    void findsPlacesAndNumbersInTheirForms() {
        assertThat(CANARIES.scan("at 5 Tanner St, or Tanner Street")).hasSize(2);
        assertThat(CANARIES.scan("wm12ab, WM1-2AB")).hasSize(2);
        assertThat(CANARIES.scan("999 000 1235 or 999-000-1235")).hasSize(2);
        assertThat(CANARIES.scan("+44 1632 960123, (01632) 960 123, 00441632960123")).hasSize(3);
        assertThat(CANARIES.scan("The Blue push-\nchair, on the weir!")).hasSize(1);
        assertThat(CANARIES.scan("a blue pushchair on a weir, 99900012351, the tanner")).isEmpty();
    }

    @Test
    void findsInitialsWhereTheyAreCapitals() {
        for (String initials : List.of("ZAQ", "Z.A.Q.", "Z. Q.", "ZQ", "Z A Q", "(ZQ)")) {
            assertThat(CANARIES.scan("It was " + initials + " who rang."))
                    .as(initials)
                    .anyMatch(h -> h.what() == What.INITIALS && h.what().mayBeOrdinary());
        }
        assertThat(CANARIES.scan("A zq or zaq is no one; nor is IZQ, ZQX.")).isEmpty();
    }

    @Test
    void whatOverlapsIsTakenOutAsAWhole() {
        Canaries canaries =
                new Canaries.Builder()
                        .date(Sensitive.of(LocalDate.of(2011, 11, 12)))
                        .place(Sensitive.of("12 Tanner Street"))
                        .build();
        assertThat(Redaction.of("On 2011-11-12 Tanner Street was closed.", canaries, Set.of()))
                .satisfies(r -> {
                    assertThat(r.leftOut()).isEqualTo(2);
                    assertThat(canaries.scan(r.text())).isEmpty();
                    assertThat(r.text()).startsWith("On [").endsWith("] was closed.");
                });
    }

    @Test
    void saysWhereAndNeverWhat() {
        String text = "Then Zelie cried.";
        Canaries.Hit hit = CANARIES.scan(text).getFirst();
        assertThat(text.substring(hit.from(), hit.to())).isEqualTo("Zelie");
        assertThat(hit.toString() + CANARIES).doesNotContainIgnoringCase("zelie");
        assertThat(hit.what().mayBeOrdinary()).isTrue();
    }

    @Test
    void aLongTextIsReadOnce() {
        String page = "The worker visited and wrote that nobody had asked who else lived at home. ";
        String text = page.repeat(20_000) + "Quillfeather";
        long before = System.nanoTime();
        assertThat(CANARIES.scan(text)).hasSize(1);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }
}
