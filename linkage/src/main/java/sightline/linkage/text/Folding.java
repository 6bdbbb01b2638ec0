package sightline.linkage.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * One plain form of a piece of text: lower case, accents taken off, other scripts spelt in Latin
 * letters by rule (Cyrillic, Greek, Arabic, Hebrew, Devanagari, Hangul, kana), everything that is
 * neither letter nor digit made one blank. Letters of scripts without a rule stay.
 *
 * <p>The Latin spelling is one of many that people use; {@link #skeleton} brings most of them
 * together.
 */
public final class Folding {
    private static final String[] LATIN = {
        "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ı",
        "i", "ŀ", "l", "ħ", "h", "ŋ", "ng", "ə", "a", "ʼ", "", "ʻ", "", "’", "", "'", "", "`", "",
        "´", ""
    };
    private static final String[] CYRILLIC = {
        "а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "ђ", "dj", "е", "e", "ё", "e",
        "є", "ie", "ж", "zh", "з", "z", "и", "i", "і", "i", "ї", "i", "й", "i", "ј", "j", "к", "k",
        "л", "l", "љ", "lj", "м", "m", "н", "n", "њ", "nj", "о", "o", "п", "p", "р", "r", "с", "s",
        "т", "t", "ћ", "c", "у", "u", "ў", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "џ",
                "dz",
        "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "iu", "я", "ia", "ѓ",
                "g",
        "ќ", "k", "ѕ", "dz", "қ", "k", "ғ", "g", "ң", "ng", "ө", "o", "ұ", "u", "ү", "u", "һ", "h",
        "ә", "a"
    };
    private static final String[] GREEK = {
        "α", "a", "β", "v", "γ", "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i",
        "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x", "ο", "o", "π", "p", "ρ", "r", "σ", "s",
        "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o"
    };
    private static final String[] ARABIC = {
        "ا", "a", "أ", "a", "إ", "i", "آ", "a", "ب", "b", "پ", "p", "ت", "t", "ة", "a", "ث", "th",
        "ج", "j", "چ", "ch", "ح", "h", "خ", "kh", "د", "d", "ذ", "dh", "ر", "r", "ز", "z", "ژ",
                "zh",
        "س", "s", "ش", "sh", "ص", "s", "ض", "d", "ط", "t", "ظ", "z", "ع", "a", "غ", "gh", "ف", "f",
        "ق", "q", "ك", "k", "ک", "k", "گ", "g", "ل", "l", "م", "m", "ن", "n", "ه", "h", "و", "u",
        "ؤ", "u", "ي", "i", "ی", "i", "ى", "a", "ئ", "i", "ء", "", "ـ", "", "ں", "n", "ٹ", "t",
        "ڈ", "d", "ڑ", "r", "ے", "e", "ہ", "h", "ھ", "h"
    };
    private static final String[] HEBREW = {
        "א", "a", "ב", "b", "ג", "g", "ד", "d", "ה", "h", "ו", "v", "ז", "z", "ח", "h", "ט", "t",
        "י", "i", "כ", "k", "ך", "k", "ל", "l", "מ", "m", "ם", "m", "נ", "n", "ן", "n", "ס", "s",
        "ע", "a", "פ", "p", "ף", "f", "צ", "ts", "ץ", "ts", "ק", "k", "ר", "r", "ש", "sh", "ת", "t"
    };
    private static final String[] DEVANAGARI = {
        "अ", "a", "आ", "aa", "इ", "i", "ई", "i", "उ", "u", "ऊ", "u", "ऋ", "ri", "ए", "e", "ऐ", "ai",
        "ओ", "o", "औ", "au", "क", "k", "ख", "kh", "ग", "g", "घ", "gh", "ङ", "n", "च", "ch", "छ",
        "chh", "ज", "j", "झ", "jh", "ञ", "n", "ट", "t", "ठ", "th", "ड", "d", "ढ", "dh", "ण", "n",
        "त", "t", "थ", "th", "द", "d", "ध", "dh", "न", "n", "प", "p", "फ", "ph", "ब", "b", "भ",
        "bh", "म", "m", "य", "y", "र", "r", "ल", "l", "व", "v", "श", "sh", "ष", "sh", "स", "s", "ह",
        "h"
    };
    private static final String[] DEVANAGARI_SIGNS = {
        "ा", "a", "ि", "i", "ी", "i", "ु", "u", "ू", "u", "ृ", "ri", "े", "e", "ै", "ai", "ो", "o",
        "ौ", "au", "ं", "n", "ँ", "n", "ः", "h", "्", "", "़", ""
    };
    private static final String[] KANA =
            ("アa,イi,ウu,エe,オo,カka,キki,クku,ケke,コko,ガga,ギgi,グgu,ゲge,ゴgo,サsa,シshi,スsu,セse,ソso,ザza,"
                            + "ジji,ズzu,ゼze,ゾzo,タta,チchi,ツtsu,テte,トto,ダda,ヂji,ヅzu,デde,ドdo,ナna,ニni,ヌnu,ネne,"
                            + "ノno,ハha,ヒhi,フfu,ヘhe,ホho,バba,ビbi,ブbu,ベbe,ボbo,パpa,ピpi,プpu,ペpe,ポpo,マma,ミmi,"
                            + "ムmu,メme,モmo,ヤya,ユyu,ヨyo,ラra,リri,ルru,レre,ロro,ワwa,ヲo,ンn,ヴv,ー,ッ,ャya,ュyu,ョyo,"
                            + "ァa,ィi,ゥu,ェe,ォo")
                    .split(",");
    private static final String[] HANGUL_FIRST =
            "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",");
    private static final String[] HANGUL_VOWEL =
            "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",");
    private static final String[] HANGUL_LAST =
            ",k,k,k,n,n,n,t,l,k,m,l,l,l,l,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",", -1);

    private static final int TABLE = 0x3100;
    private static final String[] SPELLING = spelling();
    private static final boolean[] VOWEL_SIGN = new boolean[TABLE];
    private static final boolean[] INHERENT = new boolean[TABLE];

    static {
        for (int i = 0; i < DEVANAGARI_SIGNS.length; i += 2) {
            VOWEL_SIGN[DEVANAGARI_SIGNS[i].charAt(0)] = true;
        }
        for (char c = 'क'; c <= 'ह'; c++) {
            INHERENT[c] = true;
        }
    }

    private Folding() {}

    /** The plain form; empty where nothing but punctuation stood there. */
    public static String fold(String raw) {
        int n = raw.length();
        for (int i = 0; i < n; i++) {
            if (raw.charAt(i) >= 0x80) {
                return foldAny(raw);
            }
        }
        return squeeze(raw, n);
    }

    private static String squeeze(String raw, int n) {
        char[] out = new char[n];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < n; i++) {
            char c = raw.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c + 'a' - 'A');
            }
            if (c == '\'' || c == '`') {
                continue;
            }
            boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
            if (!word) {
                gap = length > 0;
                continue;
            }
            if (gap) {
                out[length++] = ' ';
                gap = false;
            }
            out[length++] = c;
        }
        return new String(out, 0, length);
    }

    private static String foldAny(String raw) {
        String lower = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); ) {
            int point = lower.codePointAt(i);
            i += Character.charCount(point);
            int next = i < lower.length() ? lower.charAt(i) : ' ';
            spell(point, next, out);
        }
        String spelt = out.toString();
        return squeeze(spelt, spelt.length());
    }

    private static void spell(int point, int next, StringBuilder out) {
        if (point >= 0xAC00 && point <= 0xD7A3) {
            int index = point - 0xAC00;
            out.append(HANGUL_FIRST[index / 588])
                    .append(HANGUL_VOWEL[index / 28 % 21])
                    .append(HANGUL_LAST[index % 28]);
            return;
        }
        if (point >= 0x3041 && point <= 0x3096) {
            point += 0x60;
        }
        if (point < TABLE && SPELLING[point] != null) {
            out.append(SPELLING[point]);
            if (INHERENT[point]
                    && Character.isLetter(next)
                    && !(next < TABLE && VOWEL_SIGN[next])) {
                out.append('a');
            }
            return;
        }
        if (point < 0x80) {
            out.append((char) point);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        for (int j = 0; j < parts.length(); ) {
            int part = parts.codePointAt(j);
            j += Character.charCount(part);
            appendPart(part, out);
        }
    }

    private static void appendPart(int part, StringBuilder out) {
        int type = Character.getType(part);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return;
        }
        String known = part < TABLE ? SPELLING[part] : null;
        if (known != null) {
            out.append(known);
        } else if (Character.isLetterOrDigit(part)) {
            out.appendCodePoint(part);
        } else {
            out.append(' ');
        }
    }

    /**
     * What is left of a folded name when spelling is forgiven: vowels after the first letter,
     * doubled letters and the usual pairs of letters for one sound fall together, so that Mohammed,
     * Muhamad and Mahomet, or Tchaikovsky and Chaykovskiy, come out alike or nearly so.
     */
    public static String skeleton(String folded) {
        char[] out = new char[folded.length()];
        int length = 0;
        int n = folded.length();
        char last = 0;
        for (int i = 0; i < n; i++) {
            char c = folded.charAt(i);
            char next = i + 1 < n ? folded.charAt(i + 1) : 0;
            char sound = sound(c, next, length == 0, i > 0 ? folded.charAt(i - 1) : 0);
            if (sound == 0) {
                if (c != 'h' && c != 'w') {
                    last = 0;
                }
                continue;
            }
            if (sound != last) {
                out[length++] = sound;
            }
            last = sound;
            if (next == 'h' && "ptcskgdz".indexOf(c) >= 0) {
                i++;
            }
        }
        return new String(out, 0, length);
    }

    /** Whether a first letter is a y, or an i that stands for one, as in Iurii or Iusuf. */
    private static boolean isGlide(char c, char next) {
        return c == 'y' || (c == 'i' && next != 0 && "aeou".indexOf(next) >= 0);
    }

    private static char sound(char c, char next, boolean first, char before) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> first ? (isGlide(c, next) ? 'i' : 'a') : 0;
            case 'j' -> first || (next != 0 && "aeiou".indexOf(next) >= 0) ? 'j' : 0;
            case 'h', 'w' -> first ? (c == 'w' ? 'v' : 'h') : 0;
            case 'b', 'f', 'v' -> 'v';
            case 'p' -> next == 'h' ? 'v' : 'p';
            case 'c' -> next == 'h' || (next != 0 && "eiy".indexOf(next) >= 0) ? 's' : 'k';
            case 's', 'z', 'x' -> 's';
            case 'k', 'q' -> next == 'h' && before != 'c' ? 'h' : 'k';
            case 'g' -> 'g';
            case 'd', 't' -> 't';
            case 'm', 'n' -> 'n';
            case ' ' -> 0;
            default -> c;
        };
    }

    private static String[] spelling() {
        String[] table = new String[TABLE];
        for (String[] pairs :
                Arrays.asList(
                        LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI, DEVANAGARI_SIGNS)) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (pairs[i].length() == 1 && pairs[i].charAt(0) < TABLE) {
                    table[pairs[i].charAt(0)] = pairs[i + 1];
                }
            }
        }
        for (String sign : KANA) {
            table[sign.charAt(0)] = sign.substring(1);
        }
        return table;
    }
}
