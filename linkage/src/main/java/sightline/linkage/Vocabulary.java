package sightline.linkage;

import static java.util.Map.entry;

import sightline.linkage.text.Folding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words in the names of columns, in several languages, and the kinds of column they speak of. */
final class Vocabulary {
    /** The longest phrases first: the first that stands in the column's name decides. */
    private static final List<Map.Entry<String, FieldKind>> PHRASES =
            List.of(
                    entry("mothers maiden name", FieldKind.SURNAME),
                    entry("maiden name", FieldKind.SURNAME),
                    entry("birth name", FieldKind.SURNAME),
                    entry("name at birth", FieldKind.SURNAME),
                    entry("geb name", FieldKind.SURNAME),
                    entry("gebname", FieldKind.SURNAME),
                    entry("geburtsname", FieldKind.SURNAME),
                    entry("nom de naissance", FieldKind.SURNAME),
                    entry("geboortenaam", FieldKind.SURNAME),
                    entry("place of birth", FieldKind.BIRTH_PLACE),
                    entry("birth place", FieldKind.BIRTH_PLACE),
                    entry("country of birth", FieldKind.BIRTH_PLACE),
                    entry("birth country", FieldKind.BIRTH_PLACE),
                    entry("birth city", FieldKind.BIRTH_PLACE),
                    entry("birth town", FieldKind.BIRTH_PLACE),
                    entry("birthplace", FieldKind.BIRTH_PLACE),
                    entry("luogo di nascita", FieldKind.BIRTH_PLACE),
                    entry("lieu de naissance", FieldKind.BIRTH_PLACE),
                    entry("lugar de nacimiento", FieldKind.BIRTH_PLACE),
                    entry("geburtsort", FieldKind.BIRTH_PLACE),
                    entry("geb ort", FieldKind.BIRTH_PLACE),
                    entry("gebort", FieldKind.BIRTH_PLACE),
                    entry("geburtsland", FieldKind.BIRTH_PLACE),
                    entry("geb land", FieldKind.BIRTH_PLACE),
                    entry("gebland", FieldKind.BIRTH_PLACE),
                    entry("miejsce urodzenia", FieldKind.BIRTH_PLACE),
                    entry("mesto rozhdeniia", FieldKind.BIRTH_PLACE),
                    entry("pob", FieldKind.BIRTH_PLACE),
                    entry("birth year", FieldKind.YEAR),
                    entry("year of birth", FieldKind.YEAR),
                    entry("yob", FieldKind.YEAR),
                    entry("geburtsjahr", FieldKind.YEAR),
                    entry("geb jahr", FieldKind.YEAR),
                    entry("gebjahr", FieldKind.YEAR),
                    entry("date of birth", FieldKind.BIRTH_DATE),
                    entry("birth date", FieldKind.BIRTH_DATE),
                    entry("birthdate", FieldKind.BIRTH_DATE),
                    entry("birthday", FieldKind.BIRTH_DATE),
                    entry("dob", FieldKind.BIRTH_DATE),
                    entry("born", FieldKind.BIRTH_DATE),
                    entry("birth dt", FieldKind.BIRTH_DATE),
                    entry("bdate", FieldKind.BIRTH_DATE),
                    entry("dt of birth", FieldKind.BIRTH_DATE),
                    entry("dt birth", FieldKind.BIRTH_DATE),
                    entry("d o b", FieldKind.BIRTH_DATE),
                    entry("geb datum", FieldKind.BIRTH_DATE),
                    entry("geb dat", FieldKind.BIRTH_DATE),
                    entry("gebdat", FieldKind.BIRTH_DATE),
                    entry("geb dt", FieldKind.BIRTH_DATE),
                    entry("gebdt", FieldKind.BIRTH_DATE),
                    entry("geb", FieldKind.BIRTH_DATE),
                    entry("fecha nac", FieldKind.BIRTH_DATE),
                    entry("fec nac", FieldKind.BIRTH_DATE),
                    entry("date naiss", FieldKind.BIRTH_DATE),
                    entry("geburtsdatum", FieldKind.BIRTH_DATE),
                    entry("fecha nacimiento", FieldKind.BIRTH_DATE),
                    entry("date naissance", FieldKind.BIRTH_DATE),
                    entry("data nascita", FieldKind.BIRTH_DATE),
                    entry("data di nascita", FieldKind.BIRTH_DATE),
                    entry("nascita", FieldKind.BIRTH_DATE),
                    entry("fecha de nacimiento", FieldKind.BIRTH_DATE),
                    entry("date de naissance", FieldKind.BIRTH_DATE),
                    entry("ne le", FieldKind.BIRTH_DATE),
                    entry("data de nascimento", FieldKind.BIRTH_DATE),
                    entry("data nascimento", FieldKind.BIRTH_DATE),
                    entry("data urodzenia", FieldKind.BIRTH_DATE),
                    entry("geboortedatum", FieldKind.BIRTH_DATE),
                    entry("fodelsedatum", FieldKind.BIRTH_DATE),
                    entry("fodselsdato", FieldKind.BIRTH_DATE),
                    entry("dogum tarihi", FieldKind.BIRTH_DATE),
                    entry("data rozhdeniia", FieldKind.BIRTH_DATE),
                    entry("data narodzhennia", FieldKind.BIRTH_DATE),
                    entry("imerominia gennisis", FieldKind.BIRTH_DATE),
                    entry("suffix", FieldKind.CATEGORY),
                    entry("sufx", FieldKind.CATEGORY),
                    entry("sfx", FieldKind.CATEGORY),
                    entry("salutation", FieldKind.CATEGORY),
                    entry("full name", FieldKind.FULL_NAME),
                    entry("nombre completo", FieldKind.FULL_NAME),
                    entry("nom complet", FieldKind.FULL_NAME),
                    entry("nome completo", FieldKind.FULL_NAME),
                    entry("nome e cognome", FieldKind.FULL_NAME),
                    entry("onomateponymo", FieldKind.FULL_NAME),
                    entry("ad soyad", FieldKind.FULL_NAME),
                    entry("fio", FieldKind.FULL_NAME),
                    entry("fullname", FieldKind.FULL_NAME),
                    entry("person name", FieldKind.FULL_NAME),
                    entry("display name", FieldKind.FULL_NAME),
                    entry("complete name", FieldKind.FULL_NAME),
                    entry("middle name", FieldKind.MIDDLE_NAME),
                    entry("otchestvo", FieldKind.MIDDLE_NAME),
                    entry("patronymo", FieldKind.MIDDLE_NAME),
                    entry("patronymic", FieldKind.MIDDLE_NAME),
                    entry("middle names", FieldKind.MIDDLE_NAME),
                    entry("middlename", FieldKind.MIDDLE_NAME),
                    entry("middle initial", FieldKind.MIDDLE_NAME),
                    entry("second name", FieldKind.MIDDLE_NAME),
                    entry("midl name", FieldKind.MIDDLE_NAME),
                    entry("middle", FieldKind.MIDDLE_NAME),
                    entry("given name", FieldKind.GIVEN_NAME),
                    entry("given names", FieldKind.GIVEN_NAME),
                    entry("givenname", FieldKind.GIVEN_NAME),
                    entry("given", FieldKind.GIVEN_NAME),
                    entry("first name", FieldKind.GIVEN_NAME),
                    entry("firstname", FieldKind.GIVEN_NAME),
                    entry("fname", FieldKind.GIVEN_NAME),
                    entry("forename", FieldKind.GIVEN_NAME),
                    entry("forenames", FieldKind.GIVEN_NAME),
                    entry("christian name", FieldKind.GIVEN_NAME),
                    entry("known as", FieldKind.GIVEN_NAME),
                    entry("first nm", FieldKind.GIVEN_NAME),
                    entry("fst name", FieldKind.GIVEN_NAME),
                    entry("f name", FieldKind.GIVEN_NAME),
                    entry("vname", FieldKind.GIVEN_NAME),
                    entry("rufname", FieldKind.GIVEN_NAME),
                    entry("vnaam", FieldKind.GIVEN_NAME),
                    entry("vorname", FieldKind.GIVEN_NAME),
                    entry("imia", FieldKind.GIVEN_NAME),
                    entry("imya", FieldKind.GIVEN_NAME),
                    entry("ime", FieldKind.GIVEN_NAME),
                    entry("onoma", FieldKind.GIVEN_NAME),
                    entry("primeiro nome", FieldKind.GIVEN_NAME),
                    entry("fornamn", FieldKind.GIVEN_NAME),
                    entry("jmeno", FieldKind.GIVEN_NAME),
                    entry("prenom", FieldKind.GIVEN_NAME),
                    entry("nombre", FieldKind.GIVEN_NAME),
                    entry("nome", FieldKind.GIVEN_NAME),
                    entry("fornavn", FieldKind.GIVEN_NAME),
                    entry("voornaam", FieldKind.GIVEN_NAME),
                    entry("imie", FieldKind.GIVEN_NAME),
                    entry("surname", FieldKind.SURNAME),
                    entry("last name", FieldKind.SURNAME),
                    entry("lastname", FieldKind.SURNAME),
                    entry("lname", FieldKind.SURNAME),
                    entry("family name", FieldKind.SURNAME),
                    entry("familyname", FieldKind.SURNAME),
                    entry("family", FieldKind.SURNAME),
                    entry("last nm", FieldKind.SURNAME),
                    entry("lst name", FieldKind.SURNAME),
                    entry("l name", FieldKind.SURNAME),
                    entry("nname", FieldKind.SURNAME),
                    entry("fam name", FieldKind.SURNAME),
                    entry("famname", FieldKind.SURNAME),
                    entry("zuname", FieldKind.SURNAME),
                    entry("nachname", FieldKind.SURNAME),
                    entry("familiia", FieldKind.SURNAME),
                    entry("familiya", FieldKind.SURNAME),
                    entry("prizvyshche", FieldKind.SURNAME),
                    entry("eponymo", FieldKind.SURNAME),
                    entry("efternamn", FieldKind.SURNAME),
                    entry("sobrenome", FieldKind.SURNAME),
                    entry("apelido", FieldKind.SURNAME),
                    entry("soyad", FieldKind.SURNAME),
                    entry("soyadi", FieldKind.SURNAME),
                    entry("soyisim", FieldKind.SURNAME),
                    entry("prijmeni", FieldKind.SURNAME),
                    entry("prezime", FieldKind.SURNAME),
                    entry("familienname", FieldKind.SURNAME),
                    entry("apellido", FieldKind.SURNAME),
                    entry("apellidos", FieldKind.SURNAME),
                    entry("cognome", FieldKind.SURNAME),
                    entry("nom", FieldKind.SURNAME),
                    entry("achternaam", FieldKind.SURNAME),
                    entry("etternavn", FieldKind.SURNAME),
                    entry("nazwisko", FieldKind.SURNAME),
                    entry("e mail", FieldKind.EMAIL),
                    entry("email", FieldKind.EMAIL),
                    entry("mail", FieldKind.EMAIL),
                    entry("telephone", FieldKind.PHONE),
                    entry("phone", FieldKind.PHONE),
                    entry("mobile", FieldKind.PHONE),
                    entry("landline", FieldKind.PHONE),
                    entry("contact number", FieldKind.PHONE),
                    entry("contact no", FieldKind.PHONE),
                    entry("cell", FieldKind.PHONE),
                    entry("mob", FieldKind.PHONE),
                    entry("cellphone", FieldKind.PHONE),
                    entry("tel", FieldKind.PHONE),
                    entry("telefon", FieldKind.PHONE),
                    entry("tilefono", FieldKind.PHONE),
                    entry("telefonnummer", FieldKind.PHONE),
                    entry("telefone", FieldKind.PHONE),
                    entry("telefoon", FieldKind.PHONE),
                    entry("handynummer", FieldKind.PHONE),
                    entry("celular", FieldKind.PHONE),
                    entry("movil", FieldKind.PHONE),
                    entry("kinito", FieldKind.PHONE),
                    entry("cep telefonu", FieldKind.PHONE),
                    entry("mobil", FieldKind.PHONE),
                    entry("telefono", FieldKind.PHONE),
                    entry("sex", FieldKind.SEX),
                    entry("gender", FieldKind.SEX),
                    entry("gndr", FieldKind.SEX),
                    entry("geschl", FieldKind.SEX),
                    entry("geschlecht", FieldKind.SEX),
                    entry("sesso", FieldKind.SEX),
                    entry("genero", FieldKind.SEX),
                    entry("plec", FieldKind.SEX),
                    entry("geslacht", FieldKind.SEX),
                    entry("fylo", FieldKind.SEX),
                    entry("kjonn", FieldKind.SEX),
                    entry("cinsiyet", FieldKind.SEX),
                    entry("sexo", FieldKind.SEX),
                    entry("sexe", FieldKind.SEX),
                    entry("post code", FieldKind.POSTCODE),
                    entry("postcode", FieldKind.POSTCODE),
                    entry("postal code", FieldKind.POSTCODE),
                    entry("postal", FieldKind.POSTCODE),
                    entry("zip", FieldKind.POSTCODE),
                    entry("zipcode", FieldKind.POSTCODE),
                    entry("zip code", FieldKind.POSTCODE),
                    entry("plz", FieldKind.POSTCODE),
                    entry("post lz", FieldKind.POSTCODE),
                    entry("postlz", FieldKind.POSTCODE),
                    entry("cod postal", FieldKind.POSTCODE),
                    entry("codigo postal", FieldKind.POSTCODE),
                    entry("code postal", FieldKind.POSTCODE),
                    entry("kod pocztowy", FieldKind.POSTCODE),
                    entry("postleitzahl", FieldKind.POSTCODE),
                    entry("postnummer", FieldKind.POSTCODE),
                    entry("postnr", FieldKind.POSTCODE),
                    entry("pochtovyi indeks", FieldKind.POSTCODE),
                    entry("pcode", FieldKind.POSTCODE),
                    entry("uprn", FieldKind.UPRN),
                    entry("house number", FieldKind.HOUSE_NUMBER),
                    entry("street number", FieldKind.HOUSE_NUMBER),
                    entry("house no", FieldKind.HOUSE_NUMBER),
                    entry("house num", FieldKind.HOUSE_NUMBER),
                    entry("street no", FieldKind.HOUSE_NUMBER),
                    entry("building number", FieldKind.HOUSE_NUMBER),
                    entry("door number", FieldKind.HOUSE_NUMBER),
                    entry("house nr", FieldKind.HOUSE_NUMBER),
                    entry("hse no", FieldKind.HOUSE_NUMBER),
                    entry("haus nr", FieldKind.HOUSE_NUMBER),
                    entry("street nr", FieldKind.HOUSE_NUMBER),
                    entry("street num", FieldKind.HOUSE_NUMBER),
                    entry("str nr", FieldKind.HOUSE_NUMBER),
                    entry("str no", FieldKind.HOUSE_NUMBER),
                    entry("str num", FieldKind.HOUSE_NUMBER),
                    entry("str number", FieldKind.HOUSE_NUMBER),
                    entry("strasse nr", FieldKind.HOUSE_NUMBER),
                    entry("strnr", FieldKind.HOUSE_NUMBER),
                    entry("hausnr", FieldKind.HOUSE_NUMBER),
                    entry("hnr", FieldKind.HOUSE_NUMBER),
                    entry("huisnr", FieldKind.HOUSE_NUMBER),
                    entry("huisnummer", FieldKind.HOUSE_NUMBER),
                    entry("hausnummer", FieldKind.HOUSE_NUMBER),
                    entry("unit price", FieldKind.NUMBER),
                    entry("unit cost", FieldKind.NUMBER),
                    entry("flat", FieldKind.HOUSE_NUMBER),
                    entry("unit", FieldKind.HOUSE_NUMBER),
                    entry("house", FieldKind.HOUSE_NUMBER),
                    entry("street", FieldKind.STREET),
                    entry("address", FieldKind.STREET),
                    entry("addr", FieldKind.STREET),
                    entry("road", FieldKind.STREET),
                    entry("str", FieldKind.STREET),
                    entry("anschrift", FieldKind.STREET),
                    entry("anschr", FieldKind.STREET),
                    entry("straat", FieldKind.STREET),
                    entry("strasse", FieldKind.STREET),
                    entry("direccion", FieldKind.STREET),
                    entry("indirizzo", FieldKind.STREET),
                    entry("endereco", FieldKind.STREET),
                    entry("adres", FieldKind.STREET),
                    entry("ulica", FieldKind.STREET),
                    entry("dieythynsi", FieldKind.STREET),
                    entry("registered office", FieldKind.STREET),
                    entry("rue", FieldKind.STREET),
                    entry("calle", FieldKind.STREET),
                    entry("domicilio", FieldKind.STREET),
                    entry("adresse", FieldKind.STREET),
                    entry("suburb", FieldKind.TOWN),
                    entry("town", FieldKind.TOWN),
                    entry("city", FieldKind.TOWN),
                    entry("locality", FieldKind.TOWN),
                    entry("village", FieldKind.TOWN),
                    entry("municipality", FieldKind.TOWN),
                    entry("wohnort", FieldKind.TOWN),
                    entry("stadt", FieldKind.TOWN),
                    entry("poli", FieldKind.TOWN),
                    entry("miasto", FieldKind.TOWN),
                    entry("gorod", FieldKind.TOWN),
                    entry("misto", FieldKind.TOWN),
                    entry("cidade", FieldKind.TOWN),
                    entry("citta", FieldKind.TOWN),
                    entry("localidad", FieldKind.TOWN),
                    entry("comune", FieldKind.TOWN),
                    entry("commune", FieldKind.TOWN),
                    entry("woonplaats", FieldKind.TOWN),
                    entry("sehir", FieldKind.TOWN),
                    entry("paese", FieldKind.TOWN),
                    entry("ort", FieldKind.TOWN),
                    entry("ciudad", FieldKind.TOWN),
                    entry("ville", FieldKind.TOWN),
                    entry("state", FieldKind.REGION),
                    entry("county", FieldKind.REGION),
                    entry("region", FieldKind.REGION),
                    entry("province", FieldKind.REGION),
                    entry("district", FieldKind.REGION),
                    entry("country", FieldKind.REGION),
                    entry("nhs", FieldKind.IDENTIFIER),
                    entry("isbn", FieldKind.IDENTIFIER),
                    entry("ean", FieldKind.IDENTIFIER),
                    entry("gtin", FieldKind.IDENTIFIER),
                    entry("doi", FieldKind.IDENTIFIER),
                    entry("isrc", FieldKind.IDENTIFIER),
                    entry("barcode", FieldKind.IDENTIFIER),
                    entry("orcid", FieldKind.IDENTIFIER),
                    entry("iban", FieldKind.IDENTIFIER),
                    entry("imei", FieldKind.IDENTIFIER),
                    entry("imo", FieldKind.IDENTIFIER),
                    entry("mmsi", FieldKind.IDENTIFIER),
                    entry("vehicle identification", FieldKind.IDENTIFIER),
                    entry("vin number", FieldKind.IDENTIFIER),
                    entry("microchip", FieldKind.IDENTIFIER),
                    entry("vat number", FieldKind.IDENTIFIER),
                    entry("vat no", FieldKind.IDENTIFIER),
                    entry("vat id", FieldKind.IDENTIFIER),
                    entry("vat reg", FieldKind.IDENTIFIER),
                    entry("afm", FieldKind.IDENTIFIER),
                    entry("nif", FieldKind.IDENTIFIER),
                    entry("siren", FieldKind.IDENTIFIER),
                    entry("siret", FieldKind.IDENTIFIER),
                    entry("curp", FieldKind.IDENTIFIER),
                    entry("bsn", FieldKind.IDENTIFIER),
                    entry("personnummer", FieldKind.IDENTIFIER),
                    entry("codice fiscale", FieldKind.IDENTIFIER),
                    entry("registration number", FieldKind.IDENTIFIER),
                    entry("company number", FieldKind.IDENTIFIER),
                    entry("company no", FieldKind.IDENTIFIER),
                    entry("chi", FieldKind.IDENTIFIER),
                    entry("soc sec", FieldKind.IDENTIFIER),
                    entry("ssn", FieldKind.IDENTIFIER),
                    entry("social security", FieldKind.IDENTIFIER),
                    entry("nino", FieldKind.IDENTIFIER),
                    entry("national insurance", FieldKind.IDENTIFIER),
                    entry("national id", FieldKind.IDENTIFIER),
                    entry("passport", FieldKind.IDENTIFIER),
                    entry("upn", FieldKind.IDENTIFIER),
                    entry("pnc", FieldKind.IDENTIFIER),
                    entry("cro", FieldKind.IDENTIFIER),
                    entry("licence", FieldKind.IDENTIFIER),
                    entry("license", FieldKind.IDENTIFIER),
                    entry("medicare", FieldKind.IDENTIFIER),
                    entry("tax", FieldKind.IDENTIFIER),
                    entry("pesel", FieldKind.IDENTIFIER),
                    entry("occupation", FieldKind.CATEGORY),
                    entry("job", FieldKind.CATEGORY),
                    entry("profession", FieldKind.CATEGORY),
                    entry("ethnicity", FieldKind.CATEGORY),
                    entry("name", FieldKind.FULL_NAME));

    /** Names of columns that hold the answer, not evidence. */
    private static final Set<String> ANSWERS =
            Set.of(
                    "cluster",
                    "cluster id",
                    "entity",
                    "entity id",
                    "true id",
                    "truth",
                    "truth id",
                    "label",
                    "person id",
                    "person",
                    "master id",
                    "gold",
                    "gold id",
                    "group id",
                    "match id",
                    "duplicate of",
                    "true entity",
                    "true person",
                    "true cluster");

    private static final Set<String> SOURCES =
            Set.of(
                    "source",
                    "source dataset",
                    "dataset",
                    "source system",
                    "file",
                    "source file",
                    "origin",
                    "system",
                    "agency");

    private static final Set<String> ROW_KEYS =
            Set.of(
                    "id",
                    "rec id",
                    "record id",
                    "unique id",
                    "row id",
                    "recid",
                    "uid",
                    "key",
                    "rid",
                    "row",
                    "row number",
                    "index",
                    "record",
                    "local id",
                    "uuid",
                    "guid",
                    "record key",
                    "record number",
                    "rec no",
                    "recno",
                    "rowid",
                    "ref",
                    "reference");

    /** Words for a number or a code, whatever has it. */
    private static final Set<String> NUMBERS =
            Set.of(
                    "no",
                    "nr",
                    "num",
                    "number",
                    "numbers",
                    "nummer",
                    "numero",
                    "numer",
                    "id",
                    "ids",
                    "identifier",
                    "code",
                    "ref",
                    "reference");

    private static final Set<String> GIVEN = Set.of("first", "given", "forename", "fore");
    private static final Set<String> FAMILY = Set.of("surname", "last", "family");

    private static final String PLURAL = "(?<=[a-z]{3})(?<!\\b(?:unit|flat|house|cell))s\\b";

    private Vocabulary() {}

    /** Whether the words are just one phrase for the kind, and nothing besides. */
    static boolean isExactly(String words, FieldKind kind) {
        return PHRASES.stream().anyMatch(p -> p.getValue() == kind && p.getKey().equals(words));
    }

    /**
     * The words of a column's name: lower case, without accents, in Latin letters, apart at blanks,
     * marks and capitals.
     */
    static String words(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hump =
                    i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            boolean toNumber =
                    i > 0 && Character.isDigit(c) && Character.isLetter(name.charAt(i - 1));
            if (hump || toNumber) {
                out.append(' ');
            }
            out.append(Character.isLetterOrDigit(c) ? c : ' ');
        }
        return Folding.fold(out.toString());
    }

    private static final Set<String> PAGES =
            Set.of("page", "pages", "pp", "seite", "seiten", "paginas", "pagine");

    private static final Set<String> SURNAMES = Set.of("surname", "name", "lastname");
    private static final Set<String> FORMER =
            Set.of("maiden", "former", "previous", "birth", "nee", "married", "geb");

    /** One word for the surname at birth. */
    private static final Set<String> BIRTH_NAMES = Set.of("gebname", "geburtsname", "geboortenaam");

    private static final Set<String> OF_OTHERS =
            Set.of(
                    "mother",
                    "mothers",
                    "father",
                    "fathers",
                    "parent",
                    "parents",
                    "wife",
                    "wifes",
                    "husband",
                    "husbands",
                    "spouse",
                    "spouses",
                    "partner",
                    "partners",
                    "child",
                    "childs");

    private static final Set<String> NOT_YEARS =
            Set.of(
                    "months",
                    "month",
                    "weeks",
                    "week",
                    "days",
                    "day",
                    "gestation",
                    "gestational",
                    "maternal",
                    "paternal");

    /** Whether one of the words says that the numbers are of pages. */
    static boolean isPages(String words) {
        return List.of(words.split(" ")).stream().anyMatch(PAGES::contains);
    }

    /** Whether the column tells how many years old the one it is about was. */
    static boolean isAge(String words) {
        List<String> all = List.of(words.split(" "));
        return all.contains("age") && isOfSelf(all) && all.stream().noneMatch(NOT_YEARS::contains);
    }

    /**
     * Whether the column holds the surname that somebody was born with or had before: not the name
     * of a former school.
     */
    static boolean isFormerSurname(String words) {
        if (BIRTH_NAMES.contains(words)) {
            return true;
        }
        List<String> all = List.of(words.split(" "));
        boolean surname =
                kindOf(words).filter(FieldKind.SURNAME::equals).isPresent()
                        || all.stream().allMatch(w -> SURNAMES.contains(w) || FORMER.contains(w));
        return surname
                && isOfSelf(all)
                && all.stream().anyMatch(SURNAMES::contains)
                && all.stream().anyMatch(FORMER::contains);
    }

    private static boolean isOfSelf(List<String> words) {
        return words.stream().noneMatch(OF_OTHERS::contains);
    }

    private static final Set<String> OF_RECORDS =
            Set.of(
                    "visit",
                    "visited",
                    "seen",
                    "admission",
                    "admitted",
                    "discharge",
                    "discharged",
                    "referral",
                    "referred",
                    "incident",
                    "event",
                    "course",
                    "contact",
                    "appointment",
                    "attendance",
                    "attended",
                    "report",
                    "reported",
                    "created",
                    "updated",
                    "modified",
                    "loaded",
                    "received",
                    "recorded");

    /** Whether a column's name says that it is of what is recorded, not of whom. */
    static boolean isOfRecord(String words) {
        return List.of(words.split(" ")).stream().anyMatch(OF_RECORDS::contains);
    }

    private static final Set<String> OF_DEATHS =
            Set.of("died", "death", "deceased", "dod", "buried", "burial", "killed");

    /** Whether a column's name says that it tells of somebody's end. */
    static boolean isOfDeath(String words) {
        return List.of(words.split(" ")).stream().anyMatch(OF_DEATHS::contains);
    }

    private static final Set<String> OF_BIRTHS =
            Set.of(
                    "b",
                    "ob",
                    "dob",
                    "birth",
                    "births",
                    "born",
                    "bth",
                    "geb",
                    "geburt",
                    "geburts",
                    "geboren",
                    "geboorte",
                    "nac",
                    "nacimiento",
                    "naiss",
                    "naissance",
                    "nasc",
                    "nascimento",
                    "nascita",
                    "urodzenia",
                    "rozhdeniia",
                    "narodzhennia",
                    "gennisis",
                    "fodelse",
                    "fodsels",
                    "dogum");

    /** Whether the words say that something is of somebody's birth. */
    static boolean isOfBirth(String words) {
        return List.of(words.split(" ")).stream().anyMatch(OF_BIRTHS::contains);
    }

    /** What records are of, cut short. */
    private static final Set<String> RECORDS_SHORT =
            Set.of("adm", "appt", "att", "disch", "enrol", "enrolment", "entry", "inc", "reg");

    /** Whether nothing in the words says that it is no birth of whom the record is of. */
    static boolean mayBeOfBirth(String words) {
        List<String> all = List.of(words.split(" "));
        return !isOfDeath(words)
                && !isOfRecord(words)
                && isOfSelf(all)
                && all.stream().noneMatch(RECORDS_SHORT::contains);
    }

    /** Whether the column is called a year and nothing says of what. */
    static boolean isYear(String words) {
        return words.equals("year") || words.endsWith(" year");
    }

    /** Whether the words are of a sex in one language and of sorts of things in another. */
    static boolean isSexOrSort(String words) {
        return (" " + words + " ").contains(" genero ");
    }

    static boolean isAnswer(String words) {
        return ANSWERS.contains(words);
    }

    static boolean isSource(String words) {
        return SOURCES.contains(words);
    }

    static boolean isRowKey(String words) {
        return ROW_KEYS.contains(words);
    }

    static boolean saysId(String words) {
        return (" " + words + " ").contains(" id ") || words.endsWith("id");
    }

    /** What has the number that the words are of: "nhs" of an NHS number; empty for any number. */
    static String numbered(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !NUMBERS.contains(word))
                .collect(Collectors.joining(" "));
    }

    /** Whether the column is called a Vorname in short, or a Nachname, or a name of anything. */
    static boolean isShortFor(FieldKind kind, String words) {
        return words.equals(kind == FieldKind.GIVEN_NAME ? "v name" : "n name");
    }

    /**
     * What the words speak of, in the singular where nothing is called so in the plural: units,
     * flats, houses and cells are counted.
     */
    static Optional<FieldKind> kindOf(String words) {
        return spokenOf(words).or(() -> spokenOf(words.replaceAll(PLURAL, "")));
    }

    private static Optional<FieldKind> spokenOf(String words) {
        String padded = " " + words + " ";
        if (GIVEN.stream().anyMatch(w -> padded.contains(" " + w + " "))
                && FAMILY.stream().anyMatch(w -> padded.contains(" " + w + " "))) {
            return Optional.of(FieldKind.FULL_NAME);
        }
        for (var phrase : PHRASES) {
            if (padded.contains(" " + phrase.getKey() + " ")) {
                return Optional.of(phrase.getValue());
            }
        }
        return Optional.empty();
    }
}
