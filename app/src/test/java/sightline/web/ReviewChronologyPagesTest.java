package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sightline.core.kernel.PersonId;

final class ReviewChronologyPagesTest {
    private static final PersonId CHILD = new PersonId("p-0a1B_2c3");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p-0a1B_2c3",
                " p-0a1B_2c3#top ",
                "/children/p-0a1B_2c3",
                "children/p-0a1B_2c3/",
                "https://sightline.example/children/p-0a1B_2c3",
                "https://sightline.example/children/p-0a1B_2c3/",
                "https://sightline.example/children/p-0a1B_2c3/chronology",
                "https://sightline.example/children/p-0a1B_2c3/assessments/a/b?page=2#row-3",
                "https://sightline.example/children/p-0a1B_2c3#alerts",
                "https://sightline.example/children/p-0a1B_2c3?back=/children/another-one",
                "https://sightline.example/behind/a/proxy/children/p-0a1B_2c3/injuries"
            })
    void anyAddressOfAChildLeadsToTheChild(String typed) {
        assertThat(ReviewChronologyPages.child(typed)).contains(CHILD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada Marsh",
                "https://sightline.example/children",
                "https://sightline.example/children/",
                "https://sightline.example/work",
                "https://sightline.example/work?back=/children/p-0a1B_2c3",
                "/children/../p-0a1B_2c3",
                "/children/p-0a1B_2c3%00"
            })
    void whatIsNoAddressOfAChildLeadsToNobody(String typed) {
        assertThat(ReviewChronologyPages.child(typed)).isEmpty();
    }
}
