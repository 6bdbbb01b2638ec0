package sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a full name are the surname. */
final class FullNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    KOVALYOVA Lyudmila | lyudmila | kovalyova
                    Maria Anna KOWALSKA | maria anna | kowalska
                    VAN DER BERG Jan | jan | van der berg
                    XU Guoqing | guoqing | xu
                    Mrs Ada MARSH | ada | marsh
                    MR John Smith | john | smith
                    JJ Abrams | jj | abrams
                    DJ Ada Marsh | dj ada | marsh
                    Ada Marsh PhD | ada | marsh
                    Ada Marsh MBE JP | ada | marsh
                    ADA MARSH FRCS | ada | marsh
                    The Revd Ada Marsh | ada | marsh
                    'Dr Ada Marsh, BA (Hons)' | ada | marsh
                    'Ada Marsh, MA' | ada | marsh
                    Wei Chen Ma | wei chen | ma
                    Ada MARSH OBE | ada | marsh
                    Ada Marsh OBE JP | ada | marsh
                    Ada Marsh MD PhD | ada | marsh
                    'Ada Marsh, KC' | ada | marsh
                    'Ada Marsh, Senior' | ada | marsh
                    Ada Marsh III | ada | marsh
                    Sita Devi KC | sita devi | kc
                    SITA DEVI KC | sita devi | kc
                    Chidi Emeka Mba | chidi emeka | mba
                    Ada Mary Senior | ada mary | senior
                    Ada Mary Junior | ada mary | junior
                    Ngozi Ada Obe | ngozi ada | obe
                    Ngozi Ada Mbe | ngozi ada | mbe
                    Ada Mary Bem | ada mary | bem
                    Abdul Karim Md | abdul karim | md
                    Mr Sok Dara Iv | sok dara | iv
                    'Lord, Peter James' | peter james | lord
                    'LORD; PETER JAMES' | peter james | lord
                    'Master, Ada' | ada | master
                    'Dame, Ada Mary' | ada mary | dame
                    'Captain, Ada Mary' | ada mary | captain
                    'Mr Lord, Peter' | peter | lord
                    Lord Peter Marsh | peter | marsh
                    Ada McDONALD | ada | mcdonald
                    ADA MARSH | ada | marsh
                    MR JOHN A SMITH | john a | smith
                    'Marsh, Ada' | ada | marsh
                    'MARSH; ADA B' | ada b | marsh
                    Ada Marsh | ada | marsh
                    'MARSH, Ada (Mrs)' | ada | marsh
                    Ada (Adi) Marsh | ada adi | marsh
                    Jan van der Berg | jan | van der berg
                    D'ARCY Fitzwilliam | fitzwilliam | darcy
                    """)
    void capitalsTellASurnameWhereGivenNamesAreInSmallLetters(
            String raw, String given, String surname) {
        assertThat(FullName.split(raw)).containsExactly(given, surname);
    }
}
