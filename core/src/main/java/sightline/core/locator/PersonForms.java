package sightline.core.locator;

import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Sensitive;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what two installations may know the same person: the numbers that both hold in one form, and
 * each name with each whole date of birth.
 */
public final class PersonForms {
    /** The most that are compared of one person, the numbers first. */
    public static final int MOST = 16;

    private static final List<IdentifierType> NUMBERS =
            List.of(IdentifierType.PNC, IdentifierType.CRO, IdentifierType.NHS);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private PersonForms() {}

    /** The forms of whoever is described so, at most {@link #MOST}. */
    public static List<Sensitive<String>> of(Collection<PersonBody.Person> described) {
        Set<String> forms = new LinkedHashSet<>();
        for (IdentifierType type : NUMBERS) {
            described.stream()
                    .flatMap(p -> p.identifiers().stream())
                    .filter(i -> i.type() == type)
                    .map(PersonForms::number)
                    .forEach(forms::add);
        }
        Set<String> born = new LinkedHashSet<>();
        described.stream()
                .flatMap(p -> p.dateOfBirth().stream())
                .filter(PartialDate.Day.class::isInstance)
                .forEach(d -> born.add(d.text()));
        described.stream()
                .flatMap(p -> p.names().stream())
                .map(PersonForms::name)
                .filter(n -> !n.isBlank())
                .forEach(n -> born.forEach(day -> forms.add("named " + n + " " + day)));
        return forms.stream().limit(MOST).map(Sensitive::of).toList();
    }

    private static String number(Identifier number) {
        return number.type().slug() + " " + number.matchKey();
    }

    /** The first given name and the family name, however they are written. */
    private static String name(PersonName name) {
        String given = name.given().stream().map(PersonForms::letters).findFirst().orElse("");
        String family = letters(name.family());
        return given.isEmpty() || family.isEmpty() ? "" : given + " " + family;
    }

    private static String letters(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTER.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
