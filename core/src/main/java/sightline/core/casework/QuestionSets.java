package sightline.core.casework;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.facts.CareBody.QuestionTopic;
import sightline.core.facts.Codes;
import sightline.core.facts.Kinds;
import sightline.core.facts.SharedBody.InformationRequest.Asked;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;
import sightline.core.kernel.ShippedText;
import sightline.core.kernel.YamlNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The question sets, read from YAML.
 *
 * @param sets in the order in which they are offered
 */
public record QuestionSets(List<QuestionSet> sets) {
    private static final List<String> SHIPPED =
            List.of(
                    "assessment-triangle",
                    "both-parents",
                    "pre-birth",
                    "temporary-carer",
                    "return-home",
                    "domestic-abuse-topics");
    private static final Set<String> MARKS = Set.of("P", "S", "C", "GK", "INF");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Set<String> OF_SET =
            Set.of(
                    "set",
                    "title",
                    "version",
                    "source",
                    "mark",
                    "nations",
                    "area",
                    "in-force",
                    "default-ask",
                    "questions");
    private static final Set<String> OF_QUESTION =
            Set.of(
                    "id",
                    "text",
                    "help",
                    "answer",
                    "ask",
                    "topic",
                    "records",
                    "request",
                    "source",
                    "mark",
                    "in-force",
                    "changed");
    private static final int MAX_QUESTIONS = 200;
    private static final QuestionSets ALL = load();

    public QuestionSets {
        sets = List.copyOf(sets);
    }

    /** The sets that ship with the system. */
    public static QuestionSets shipped() {
        return ALL;
    }

    /**
     * These and more.
     *
     * @throws IllegalArgumentException if two have one id: an answer names its set by it
     */
    public QuestionSets with(List<QuestionSet> more) {
        List<QuestionSet> all = new ArrayList<>(sets);
        for (QuestionSet set : more) {
            if (all.stream().anyMatch(s -> s.id().equals(set.id()))) {
                throw new IllegalArgumentException(
                        "There are two sets of questions '%s'. Give one of them another name."
                                .formatted(set.id()));
            }
            all.add(set);
        }
        return new QuestionSets(all);
    }

    /** Those that hold in its nation, and are no other area's own. */
    public QuestionSets in(Area area) {
        return new QuestionSets(
                sets.stream()
                        .filter(s -> s.nations().isEmpty() || s.nations().contains(area.nation()))
                        .filter(s -> s.area().filter(a -> !a.equals(area.id())).isEmpty())
                        .toList());
    }

    /** The set of that name. */
    public Optional<QuestionSet> named(String id) {
        return sets.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static QuestionSets load() {
        return new QuestionSets(
                SHIPPED.stream()
                        .map(n -> read(ShippedText.of("/packs/questions/" + n + ".yaml")))
                        .toList());
    }

    /**
     * Reads one set from its text in YAML.
     *
     * @throws IllegalArgumentException naming the question and what to write instead
     */
    public static QuestionSet read(String yaml) {
        YamlNode pack = YamlNode.read("the question set", yaml);
        try {
            return set(pack);
        } catch (IllegalArgumentException unreadable) {
            throw pack.fault("", unreadable);
        }
    }

    private static QuestionSet set(YamlNode pack) {
        known(pack, OF_SET);
        String id = id(pack.text("set"));
        String version = version(pack.text("version"));
        Provision from = provision(pack, Optional.empty());
        List<YamlNode> nodes = pack.nodes("questions");
        if (nodes.isEmpty() || nodes.size() > MAX_QUESTIONS) {
            throw new IllegalArgumentException(
                    "the set has %d questions; it has 1 to %d"
                            .formatted(nodes.size(), MAX_QUESTIONS));
        }
        Set<String> ids = new HashSet<>();
        List<Question> questions = new ArrayList<>();
        for (YamlNode node : nodes) {
            Question question = question(node, pack.text("default-ask", "parents"), from, version);
            if (!ids.add(question.id())) {
                throw node.fault(
                        "Question %s stands twice; each has an id of its own"
                                .formatted(question.id()));
            }
            questions.add(question);
        }
        return new QuestionSet(
                id,
                pack.text("title"),
                version,
                from,
                nations(pack),
                Optional.of(pack.text("area", "")).filter(a -> !a.isEmpty()).map(AreaId::new),
                period(pack),
                questions);
    }

    private static Question question(YamlNode node, String ask, Provision of, String versionOfSet) {
        try {
            known(node, OF_QUESTION);
            Optional<String> changed =
                    Optional.of(node.text("changed", ""))
                            .filter(t -> !t.isEmpty())
                            .map(QuestionSets::version);
            if (changed.filter(c -> c.compareTo(versionOfSet) > 0).isPresent()) {
                throw new IllegalArgumentException(
                        "it changed after the version of its set; write a later version there");
            }
            return new Question(
                    id(node.text("id")),
                    words(node),
                    node.text("help", ""),
                    constant(Question.Kind.class, node.text("answer", "words"), "answer"),
                    constant(Question.Ask.class, node.text("ask", ask), "ask"),
                    constant(QuestionTopic.class, node.text("topic"), "topic"),
                    node.texts("records").stream().map(QuestionSets::kind).toList(),
                    node.has("request")
                            ? Optional.of(request(node.node("request")))
                            : Optional.empty(),
                    provision(node, Optional.of(of)),
                    period(node),
                    changed);
        } catch (IllegalArgumentException unreadable) {
            throw node.fault("Question %s: ".formatted(node.text("id", "?")), unreadable);
        }
    }

    private static Question.Request request(YamlNode node) {
        String of = node.text("of");
        return new Question.Request(
                AgencyType.of(of)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "'%s' is no type of agency".formatted(of))),
                constant(Asked.class, node.text("asked"), "asked"));
    }

    private static String words(YamlNode node) {
        String text = node.text("text").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("its text is empty; write what is asked");
        }
        return text;
    }

    private static String kind(String slug) {
        if (Kinds.named(slug).isEmpty()) {
            throw new IllegalArgumentException("'%s' is no kind of fact".formatted(slug));
        }
        return slug;
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no id; use at most 40 small letters, digits and hyphens"
                            .formatted(text));
        }
        return text;
    }

    private static String version(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    "version '%s' is no day; write one like 2026-11-26".formatted(text), none);
        }
    }

    private static Period period(YamlNode node) {
        try {
            return Period.parse(node.text("in-force", ""));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    "in-force '%s' are no days; write them like 2026-01-01/"
                            .formatted(node.text("in-force")),
                    none);
        }
    }

    private static Provision provision(YamlNode node, Optional<Provision> otherwise) {
        String source = otherwise.map(o -> node.text("source", o.source())).orElse("");
        String mark = otherwise.map(o -> node.text("mark", o.mark())).orElse("");
        Provision from =
                otherwise.isPresent()
                        ? new Provision(source, mark)
                        : new Provision(node.text("source"), node.text("mark"));
        if (!MARKS.contains(from.mark())) {
            throw new IllegalArgumentException(
                    "mark '%s' is none of P, S, C, GK, INF".formatted(from.mark()));
        }
        return from;
    }

    private static Set<Nation> nations(YamlNode pack) {
        Set<Nation> nations = new LinkedHashSet<>();
        for (String slug : pack.texts("nations")) {
            nations.add(
                    Nation.of(slug)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "'%s' is no nation".formatted(slug))));
        }
        return nations;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String key) {
        try {
            return Codes.constant(type, text);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    "%s '%s' is none of %s"
                            .formatted(
                                    key,
                                    text,
                                    java.util.Arrays.stream(type.getEnumConstants())
                                            .map(Codes::kebab)
                                            .toList()),
                    none);
        }
    }

    private static void known(YamlNode node, Set<String> names) {
        for (String name : node.names()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("'%s' means nothing here".formatted(name));
            }
        }
    }
}
