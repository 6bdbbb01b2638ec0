package sightline.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Papers, goods, restaurants, and people whose names two files write in two scripts, for {@link
 * OddSets}.
 */
final class OddThings {
    record Made(
            List<Map<String, String>> entities,
            List<String> plain,
            List<String> files,
            double inBoth,
            BiConsumer<Map<String, String>, Integer> scribe) {}

    private static final String[] TOPICS = {
        "query optimization", "data mining", "record linkage", "stream processing",
                "spatial indexes", "web search",
        "transaction management", "view maintenance", "schema matching", "access control",
                "data warehouses", "XML storage",
        "sensor networks", "time series", "similarity joins", "concurrency control",
                "workflow systems", "information extraction"
    };
    private static final String[] WAYS = {
        "efficient",
        "scalable",
        "adaptive",
        "approximate",
        "incremental",
        "distributed",
        "parallel",
        "robust",
        "optimal",
        "dynamic",
        "declarative",
        "secure",
        "probabilistic",
        "semantic",
        "interactive"
    };
    private static final String[] PLACES_OF = {
        "for relational databases",
        "in peer-to-peer systems",
        "over large graphs",
        "with limited memory",
        "on modern hardware",
        "using sampling",
        "under uncertainty",
        "for decision support",
        "in mobile environments",
        "through caching",
        "by example"
    };
    private static final String[][] VENUES = {
        {"SIGMOD Conference", "International Conference on Management of Data"},
        {"VLDB", "Very Large Data Bases"},
        {"ICDE", "International Conference on Data Engineering"},
        {"SIGMOD Record", "ACM SIGMOD Record"},
        {"VLDB J.", "The VLDB Journal"}
    };
    private static final String[] BRANDS = {
        "Acme",
        "Norvik",
        "Tellura",
        "Brightline",
        "Kestrel",
        "Omnia",
        "Pellworth",
        "Sanko",
        "Veritek",
        "Lumio",
        "Orbis",
        "Hartwell"
    };
    private static final String[] WARES = {
        "lcd monitor", "laser printer", "digital camera", "wireless router", "office suite",
                "antivirus software", "keyboard",
        "external hard drive", "projector", "scanner", "headset", "photo editor", "label maker",
                "memory card"
    };
    private static final String[] COLOURS = {"black", "white", "silver", "red", "blue"};
    private static final String[] KITCHENS = {
        "italian", "french", "indian", "chinese", "grill", "cafe", "seafood", "thai", "bakery"
    };
    private static final String[] TITLES = {
        "cafe", "grill", "house", "kitchen", "garden", "bistro", "palace", "inn", "room"
    };
    private static final String[][] CYRILLIC = {
        {"Александр", "Aleksandr", "Alexander"},
        {"Дмитрий", "Dmitriy", "Dmitry"},
        {"Сергей", "Sergey", "Sergei"},
        {"Екатерина", "Yekaterina", "Ekaterina"},
        {"Юлия", "Yuliya", "Julia"},
        {"Наталья", "Natalya", "Natalia"},
        {"Ольга", "Olga", "Olga"},
        {"Михаил", "Mikhail", "Mihail"},
        {"Андрей", "Andrey", "Andrei"},
        {"Ирина", "Irina", "Iryna"},
        {"Владимир", "Vladimir", "Wladimir"},
        {"Татьяна", "Tatyana", "Tatiana"},
        {"Евгений", "Yevgeniy", "Evgeny"},
        {"Жанна", "Zhanna", "Janna"},
        {"Павел", "Pavel", "Pawel"},
        {"Светлана", "Svetlana", "Swetlana"}
    };
    private static final String[] SYLLABLES = {
        "ко", "ва", "ни", "ме", "ро", "ста", "лу", "зи", "гри", "бо", "тка", "ше", "пу", "дро",
        "ля", "фе", "ми"
    };
    private static final String[] LATIN = {
        "ko", "va", "ni", "me", "ro", "sta", "lu", "zi", "gri", "bo", "tka", "she", "pu", "dro",
        "lya", "fe", "mi"
    };
    private static final String[][] ENDS = {
        {"енко", "enko"}, {"ов", "ov"}, {"ский", "skiy"}, {"ин", "in"}, {"чук", "chuk"}
    };
    private static final String[][] CITIES = {
        {"Киев", "Kyiv"},
        {"Харьков", "Kharkiv"},
        {"Одесса", "Odesa"},
        {"Львов", "Lviv"},
        {"Полтава", "Poltava"},
        {"Минск", "Minsk"}
    };

    private final Random random;
    private final Slips slips;
    private final OddPeople people;
    private final List<Map<String, String>> all = new ArrayList<>();

    OddThings(Random random) {
        this.random = random;
        slips = new Slips(random);
        people = new OddPeople(random);
    }

    private void maybe(Map<String, String> p, double rate, String field) {
        if (slips.chance(rate)) {
            p.computeIfPresent(
                    field, (k, v) -> v.indexOf(' ') > 0 ? slips.words(v) : slips.slip(v));
        }
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    Made papers(int count) {
        while (all.size() < count) {
            Map<String, String> p = new HashMap<>();
            p.put("title", capital(any(WAYS)) + " " + any(TOPICS) + " " + any(PLACES_OF));
            if (slips.chance(0.3)) {
                p.computeIfPresent(
                        "title",
                        (k, v) ->
                                v
                                        + ": "
                                        + any(
                                                "a survey",
                                                "an experimental study",
                                                "the case for " + any(WAYS) + " methods",
                                                "part " + any("I", "II")));
            }
            StringBuilder authors = new StringBuilder();
            int n = 1 + random.nextInt(4);
            for (int i = 0; i < n; i++) {
                authors.append(i == 0 ? "" : ", ")
                        .append(people.forename(any("M", "F"), 1960))
                        .append(' ')
                        .append(people.surname());
            }
            p.put("authors", authors.toString());
            p.put("venue", Integer.toString(random.nextInt(VENUES.length)));
            p.put("year", Integer.toString(1994 + random.nextInt(12)));
            all.add(p);
            if (slips.chance(0.05)) {
                Map<String, String> again = new HashMap<>(p);
                again.put("venue", Integer.toString(random.nextInt(VENUES.length)));
                again.put("year", Integer.toString(1995 + random.nextInt(11)));
                all.add(again);
            }
        }
        List<String> columns = List.of("title", "authors", "venue", "year");
        String line = "title authors venue year";
        return new Made(
                all,
                columns,
                List.of(line, line),
                0.7,
                (p, f) -> {
                    p.computeIfPresent("venue", (k, v) -> VENUES[Integer.parseInt(v)][f]);
                    if (f == 1 && slips.chance(0.5)) {
                        p.computeIfPresent(
                                "authors",
                                (k, v) -> v.replaceAll("(^|, )(\\p{L})\\p{L}*", "$1$2."));
                    }
                    maybe(p, 0.15, "title");
                    maybe(p, 0.15, "authors");
                    if (slips.chance(0.08)) {
                        p.put(any("authors", "venue", "year"), "");
                    }
                });
    }

    Made goods(int count) {
        while (all.size() < count) {
            Map<String, String> p = new HashMap<>();
            String brand = any(BRANDS);
            String model = people.number(any("x", "pro ", "lx-", "v", "mk"), 3);
            String ware = any(WARES);
            double price = 15 + random.nextInt(900);
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                Map<String, String> one = new HashMap<>(p);
                one.put("brand", brand);
                one.put(
                        "name",
                        brand
                                + " "
                                + ware
                                + " "
                                + (i == 0 ? model : people.number("x", 3))
                                + " "
                                + any(COLOURS));
                one.put(
                        "description",
                        any(WAYS)
                                + " "
                                + ware
                                + " with "
                                + any(TOPICS)
                                + " and "
                                + any(COLOURS)
                                + " finish");
                one.put("price", "%.2f".formatted(price + 10 * i));
                all.add(one);
            }
        }
        List<String> columns = List.of("name", "description", "brand", "price");
        return new Made(
                all,
                columns,
                List.of(
                        "title=name description manufacturer=brand price",
                        "name description brand price"),
                0.6,
                (p, f) -> {
                    maybe(p, 0.4, "name");
                    maybe(p, 0.5, "description");
                    if (slips.chance(0.3)) {
                        p.put(any("brand", "description", "price"), "");
                    }
                    if (slips.chance(0.5) && !p.getOrDefault("price", "").isEmpty()) {
                        p.computeIfPresent(
                                "price",
                                (k, v) ->
                                        "%.2f"
                                                .formatted(
                                                        Double.parseDouble(v)
                                                                * (0.9 + random.nextDouble() / 5)));
                    }
                });
    }

    Made places(int count) {
        while (all.size() < count) {
            Map<String, String> p = new HashMap<>();
            people.move(p);
            p.put(
                    "name",
                    (slips.chance(0.5) ? people.surname() : people.forename("F", 1960) + "'s")
                            + " "
                            + any(TITLES));
            p.put("phone", people.number("0163", 7));
            p.put("type", any(KITCHENS));
            p.put("addr", p.get("house") + " " + p.get("street"));
            p.put("city", p.getOrDefault("town", ""));
            all.add(p);
        }
        List<String> columns = List.of("name", "addr", "city", "phone", "type");
        return new Made(
                all,
                columns,
                List.of("name addr city phone type"),
                0,
                (p, f) -> {
                    maybe(p, 0.3, "name");
                    maybe(p, 0.3, "addr");
                    maybe(p, 0.1, "city");
                    maybe(p, 0.08, "phone");
                    if (slips.chance(0.3)) {
                        p.put("type", any(KITCHENS));
                    }
                    if (slips.chance(0.1)) {
                        p.put(any("phone", "type", "city"), "");
                    }
                });
    }

    Made foreigners(int count) {
        while (all.size() < count) {
            int a = random.nextInt(SYLLABLES.length);
            int b = random.nextInt(SYLLABLES.length);
            String[] end = ENDS[random.nextInt(ENDS.length)];
            int mates = 1 + random.nextInt(3);
            String[] city = CITIES[random.nextInt(CITIES.length)];
            for (int i = 0; i < mates; i++) {
                Map<String, String> p = new HashMap<>();
                String[] given = CYRILLIC[random.nextInt(CYRILLIC.length)];
                p.put("own", given[0]);
                p.put("forename", given[1]);
                p.put("other", given[2]);
                p.put("ownFamily", capital(SYLLABLES[a] + SYLLABLES[b]) + end[0]);
                p.put("surname", capital(LATIN[a] + LATIN[b]) + end[1]);
                p.put("dob", people.date(1940 + random.nextInt(75)));
                p.put("ownCity", city[0]);
                p.put("city", city[1]);
                all.add(p);
            }
        }
        return new Made(
                all,
                List.of("forename", "surname", "dob", "city"),
                List.of(
                        "first_name=forename last_name=surname dob city",
                        "first_name=forename last_name=surname dob city"),
                0.6,
                (p, f) -> {
                    if (f == 1) {
                        p.put("forename", p.getOrDefault("own", ""));
                        p.put("surname", p.getOrDefault("ownFamily", ""));
                        p.put("city", p.getOrDefault("ownCity", ""));
                    } else if (slips.chance(0.4)) {
                        p.put("forename", p.getOrDefault("other", ""));
                    }
                    maybe(p, 0.05, "forename");
                    maybe(p, 0.05, "surname");
                    if (slips.chance(0.06)) {
                        p.computeIfPresent("dob", (k, v) -> slips.date(v));
                    }
                });
    }
}
