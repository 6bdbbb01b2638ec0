package sightline.web;

import sightline.core.identity.PlaceKey;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.RecordName;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into the one box: an NHS number, or a name with a date of birth or a
 * postcode. Printing it shows nothing.
 */
final class TypedSearch {
    private static final Pattern NHS = Pattern.compile("\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\b\\d{1,2}[ /.-]\\d{1,2}[ /.-]\\d{4}\\b|\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b");
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");
    private static final SourceRecord NOBODYS =
            new SourceRecord(new AgencyId("sightline"), "typed");
    private static final int MAX = 200;

    private final String typed;

    TypedSearch(String typed) {
        String stripped = typed.strip();
        this.typed = stripped.substring(0, Math.min(MAX, stripped.length())).toUpperCase(Locale.UK);
    }

    /** What to look for; empty when it is too little to find one person by. */
    Optional<RecordDetails> details() {
        return number().or(this::named);
    }

    private Optional<RecordDetails> number() {
        return first(NHS, typed)
                .flatMap(n -> Identifier.parse(IdentifierType.NHS, n).toOptional())
                .map(n -> RecordDetails.about(NOBODYS).identifier(n).build());
    }

    private Optional<RecordDetails> named() {
        Optional<LocalDate> born = first(DATE, typed).flatMap(TypedDate::read);
        Optional<String> postcode = first(POSTCODE, typed);
        String rest = POSTCODE.matcher(DATE.matcher(typed).replaceAll(" ")).replaceAll(" ");
        List<String> words = List.of(rest.replaceAll("[^\\p{L}' -]", " ").strip().split("\\s+"));
        boolean named = !words.getFirst().isEmpty();
        boolean oneOfTwo = born.isPresent() || postcode.isPresent();
        boolean both = born.isPresent() && postcode.isPresent();
        if (named ? !oneOfTwo : !both) {
            return Optional.empty();
        }
        var details = RecordDetails.about(NOBODYS);
        if (named) {
            details.name(
                    new RecordName(
                            words.subList(0, words.size() - 1),
                            words.getLast(),
                            RecordName.Kind.CURRENT));
        }
        born.ifPresent(day -> details.born(new PartialDate.Day(day)));
        postcode.ifPresent(p -> details.at(PlaceKey.parse("1 X STREET, " + p), Period.always()));
        return Optional.of(details.build());
    }

    private static Optional<String> first(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "TypedSearch[redacted]";
    }
}
