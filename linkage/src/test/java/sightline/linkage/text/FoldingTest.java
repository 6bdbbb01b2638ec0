package sightline.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FoldingTest {

    @Test
    void takesOffCapitalsAccentsAndMarks() {
        assertThat(Folding.fold("  O'Brien-Ramírez ")).isEqualTo("obrien ramirez");
        assertThat(Folding.fold("Łukasz Øster Strauß")).isEqualTo("lukasz oster strauss");
        assertThat(Folding.fold("D\u2019Arcy")).isEqualTo("darcy");
    }

    @Test
    void spellsOtherScriptsInLatinLetters() {
        assertThat(Folding.fold("Иванов")).isEqualTo("ivanov");
        assertThat(Folding.fold("Γιώργος")).isEqualTo("giorgos");
        assertThat(Folding.fold("김민준")).isEqualTo("gimminjun");
        assertThat(Folding.fold("さくら")).isEqualTo("sakura");
        assertThat(Folding.fold("राम")).isEqualTo("ram");
    }

    @Test
    void keepsLettersOfScriptsWithoutARuleAndDropsPictures() {
        assertThat(Folding.fold("王伟")).isEqualTo("王伟");
        assertThat(Folding.fold("😀 Ada 😀")).isEqualTo("ada");
        assertThat(Folding.fold("😀")).isEmpty();
    }

    @Test
    void spellingsOfOneSoundHaveOneSkeleton() {
        assertThat(Folding.skeleton("mohammed")).isEqualTo(Folding.skeleton("muhamad"));
        assertThat(Folding.skeleton("catherine")).isEqualTo(Folding.skeleton("kathryn"));
        assertThat(Folding.skeleton("stephen")).isEqualTo(Folding.skeleton("steven"));
        assertThat(Folding.skeleton("smith")).isNotEqualTo(Folding.skeleton("jones"));
    }
}
