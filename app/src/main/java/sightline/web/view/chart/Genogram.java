package sightline.web.view.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Household and family of one child, drawn from the rows of its list: one symbol a person. Those
 * who live in the home stand inside the dashed line. Nothing is placed by chance: the same rows
 * give the same drawing.
 *
 * @param left where the drawing begins: below zero when it is narrower than its frame
 * @param home the dashed line; of no width when nobody is recorded in the home
 */
public record Genogram(
        String heading,
        String description,
        String homeLabel,
        int left,
        int width,
        int height,
        Box home,
        List<Symbol> symbols,
        List<Tie> ties,
        List<Person> list) {

    private static final int COLUMN = 112;
    private static final int ROW = 118;
    private static final int MARGIN = 60;
    private static final int TOP = 44;
    private static final int WIDTH_MIN = 380;
    private static final int LABEL = 24;
    static final int HALF = 20;

    public Genogram {
        symbols = List.copyOf(symbols);
        ties = List.copyOf(ties);
        list = List.copyOf(list);
    }

    /** Shape of a person's symbol. */
    public enum Shape {
        SQUARE,
        CIRCLE,
        DIAMOND
    }

    /**
     * A person: a row of the list.
     *
     * @param generation 0 for the child's own, 1 for parents, 2 for grandparents
     * @param about relation and age, as shown
     * @param status of residence, like "Lives at 14 Alder Court", for the list
     * @param sure false where a person has not confirmed it
     * @param href page or row of the person; empty when the reader may not open one
     */
    public record Person(
            String id,
            String name,
            String about,
            String status,
            String basis,
            Shape shape,
            int generation,
            boolean subject,
            boolean inHome,
            boolean sure,
            String href) {}

    /** Two people as a couple, or one parent alone, with their children. */
    public record Family(String first, String second, Bond bond, List<String> children) {
        public Family {
            children = List.copyOf(children);
        }

        /** One parent whose other parent is not drawn. */
        public static Family ofOne(String parent, List<String> children) {
            return new Family(parent, "", Bond.TOGETHER, children);
        }
    }

    /** How two people are recorded to stand to each other. */
    public enum Bond {
        TOGETHER,
        SEPARATED,
        NOT_CHECKED
    }

    /** A person in place. */
    public record Symbol(Person person, int x, int y) {}

    /** A line between people; {@code crossed} where they are separated. */
    public record Tie(String path, boolean sure, boolean crossed, int crossX, int crossY) {}

    /** The dashed line round the home. */
    public record Box(int x, int y, int width, int height) {}

    /** Lays out the people by generation, those outside the home to the left of those in it. */
    public static Genogram draw(
            String heading, String homeLabel, List<Person> people, List<Family> families) {
        var places = new Layout(people, families).places();
        var symbols = people.stream().map(p -> at(p, places.of(p.id()))).toList();
        int right = symbols.stream().mapToInt(Symbol::x).max().orElse(0) + MARGIN;
        int bottom = symbols.stream().mapToInt(Symbol::y).max().orElse(0) + 64;
        var home = home(symbols);
        int drawn = Math.max(right, home.x() + home.width() + 4);
        int width = Math.max(WIDTH_MIN, drawn);
        var ties = new ArrayList<Tie>();
        for (var family : families) {
            ties.addAll(ties(family, places));
        }
        return new Genogram(
                heading,
                describe(people, homeLabel),
                homeLabel,
                -(width - drawn) / 2,
                width,
                Math.max(bottom, home.y() + home.height() + LABEL),
                home,
                symbols,
                ties,
                people);
    }

    public int drawn() {
        return symbols.size();
    }

    private static Symbol at(Person person, Point point) {
        return new Symbol(person, point.x(), point.y());
    }

    private static Box home(List<Symbol> symbols) {
        var inside = symbols.stream().filter(symbol -> symbol.person().inHome()).toList();
        if (inside.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        int x = inside.stream().mapToInt(Symbol::x).min().orElse(0) - 52;
        int y = inside.stream().mapToInt(Symbol::y).min().orElse(0) - 36;
        int right = inside.stream().mapToInt(Symbol::x).max().orElse(0) + 52;
        int bottom = inside.stream().mapToInt(Symbol::y).max().orElse(0) + 68;
        return new Box(x, y, right - x, bottom - y);
    }

    private static List<Tie> ties(Family family, Places places) {
        var ties = new ArrayList<Tie>();
        var first = places.of(family.first());
        var second = family.second().isEmpty() ? first : places.of(family.second());
        int middle = (first.x() + second.x()) / 2;
        if (!family.second().isEmpty()) {
            boolean crossed = family.bond() == Bond.SEPARATED;
            int from = Math.min(first.x(), second.x()) + HALF;
            int to = Math.max(first.x(), second.x()) - HALF;
            ties.add(
                    new Tie(
                            "M" + from + " " + first.y() + "H" + to,
                            family.bond() != Bond.NOT_CHECKED,
                            crossed,
                            from + 14,
                            first.y()));
        }
        if (!family.children().isEmpty()) {
            ties.add(new Tie(descent(family, places, middle), true, false, 0, 0));
        }
        return ties;
    }

    private static String descent(Family family, Places places, int middle) {
        var parent = places.of(family.first());
        int start = family.second().isEmpty() ? parent.y() + HALF : parent.y();
        var path = new StringBuilder();
        for (var child : family.children()) {
            var at = places.of(child);
            int bar = at.y() - HALF - 14;
            path.append("M%d %dV%dH%dV%d".formatted(middle, start, bar, at.x(), at.y() - HALF));
        }
        return path.toString();
    }

    private static String describe(List<Person> people, String homeLabel) {
        var home = people.stream().filter(Person::inHome).map(Genogram::inWords).toList();
        var elsewhere = people.stream().filter(p -> !p.inHome()).map(Genogram::inWords).toList();
        return homeLabel
                + ": "
                + (home.isEmpty() ? "nobody recorded" : String.join("; ", home))
                + ". Elsewhere: "
                + (elsewhere.isEmpty() ? "nobody recorded" : String.join("; ", elsewhere))
                + ".";
    }

    private static String inWords(Person person) {
        return person.name() + ", " + person.about();
    }

    private record Point(int x, int y) {}

    /** Where each person stands. */
    private static final class Places {
        private final Map<String, Point> byId = new HashMap<>();

        void put(String id, Point point) {
            byId.put(id, point);
        }

        Point of(String id) {
            var point = byId.get(id);
            if (point == null) {
                throw new IllegalArgumentException(
                        "a family names somebody who is not in the list: " + id);
            }
            return point;
        }
    }

    /** Columns: outside the home on the left, inside on the right; couples side by side. */
    private static final class Layout {
        private final List<Person> people;
        private final List<Family> families;
        private final Map<String, Person> byId = new LinkedHashMap<>();

        Layout(List<Person> people, List<Family> families) {
            this.people = people;
            this.families = families;
            people.forEach(person -> byId.put(person.id(), person));
        }

        Places places() {
            var rows = new TreeMap<Integer, List<Person>>(Comparator.reverseOrder());
            for (var person : people) {
                rows.computeIfAbsent(person.generation(), g -> new ArrayList<>()).add(person);
            }
            int outside = widest(rows, false);
            int inside = widest(rows, true);
            var places = new Places();
            int y = TOP;
            for (var row : rows.values()) {
                place(inOrder(row, false), 0, outside, y, places);
                place(inOrder(row, true), outside, inside, y, places);
                y += ROW;
            }
            if (inside > 0) {
                centreThoseAbove(rows, places, outside);
            }
            return places;
        }

        private static int widest(Map<Integer, List<Person>> rows, boolean inHome) {
            int widest = 0;
            for (var row : rows.values()) {
                boolean hasHome = row.stream().anyMatch(Person::inHome);
                if (hasHome) {
                    widest =
                            Math.max(
                                    widest,
                                    (int) row.stream().filter(p -> p.inHome() == inHome).count());
                }
            }
            return widest;
        }

        /** In the order of the list, but a partner moves next to the one listed first. */
        private List<Person> inOrder(List<Person> row, boolean inHome) {
            var order = new ArrayList<Person>();
            for (var person : nearestHomeLast(row, inHome)) {
                if (person.inHome() == inHome && !order.contains(person)) {
                    order.add(person);
                    partners(person).stream()
                            .filter(p ->
                                    p.inHome() == inHome && row.contains(p) && !order.contains(p))
                            .forEach(order::add);
                }
            }
            return order;
        }

        /** Who belongs to a family stands next to those in the other part of the drawing. */
        private List<Person> nearestHomeLast(List<Person> row, boolean inHome) {
            var sorted = new ArrayList<>(row);
            sorted.sort(Comparator.comparing(p -> partners(p).isEmpty() == inHome));
            return sorted;
        }

        private List<Person> partners(Person person) {
            return families.stream()
                    .filter(f -> f.first().equals(person.id()) || f.second().equals(person.id()))
                    .map(f -> f.first().equals(person.id()) ? f.second() : f.first())
                    .filter(byId::containsKey)
                    .map(byId::get)
                    .toList();
        }

        private static void place(
                List<Person> row, int firstColumn, int columns, int y, Places places) {
            int free = Math.max(0, columns - row.size()) * COLUMN / 2;
            for (int i = 0; i < row.size(); i++) {
                int x = MARGIN + (firstColumn + i) * COLUMN + free;
                places.put(row.get(i).id(), new Point(x, y));
            }
        }

        /** A generation with nobody in the home stands above its own children. */
        private void centreThoseAbove(Map<Integer, List<Person>> rows, Places places, int outside) {
            for (var row : rows.values()) {
                if (row.stream().noneMatch(Person::inHome)) {
                    int next = MARGIN;
                    for (var person : inOrder(row, false)) {
                        int wanted = childrenMiddle(person, places, MARGIN + outside * COLUMN);
                        int x = Math.max(next, wanted);
                        places.put(person.id(), new Point(x, places.of(person.id()).y()));
                        next = x + COLUMN;
                    }
                }
            }
        }

        private int childrenMiddle(Person person, Places places, int otherwise) {
            return (int)
                    families.stream()
                            .filter(f ->
                                    f.first().equals(person.id()) || f.second().equals(person.id()))
                            .flatMap(f -> f.children().stream())
                            .mapToInt(child -> places.of(child).x())
                            .average()
                            .orElse(otherwise);
        }
    }
}
