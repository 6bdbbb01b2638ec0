package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.access.AccessRole;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Provision;
import sightline.core.register.OffenceList;
import sightline.core.register.PackSheet;
import sightline.core.register.RegisterPack;
import sightline.register.OffenceListKeeping;
import sightline.web.view.Page;
import sightline.web.view.page.PackComparePage;
import sightline.web.view.page.RegisterPackPage;
import sightline.web.view.page.RegisterPacksPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Link;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of registers: what each asks of whom, from which source, and two side by side. */
@PageController
final class RegisterPackPages {
    private static final String PACKS = "/register/packs";
    private static final Map<String, String> MARKS =
            Map.of(
                    "P", "Primary text",
                    "S", "Secondary source",
                    "C", "Public code",
                    "GK", "Unconfirmed: general knowledge",
                    "INF", "Unconfirmed: inferred or proposed");

    private final OffenceListKeeping lists;

    RegisterPackPages(OffenceListKeeping lists) {
        this.lists = lists;
    }

    /** Whoever is signed in without a purpose reads them as they ship. */
    private List<RegisterPack> packs(Visit visit) {
        return visit.context().map(lists::packs).orElse(RegisterWords.PACKS);
    }

    private static Optional<RegisterPack> pack(List<RegisterPack> packs, String key) {
        return packs.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    @GetMapping(PACKS)
    Page all(Visit visit) {
        List<RegisterPack> packs = packs(visit);
        return new RegisterPacksPage(
                visit.frame("Packs of registers", "Register"),
                Link.to("Back to the register", "/register"),
                "A register’s law is data. Each value has its source; what nobody has checked against the"
                        + " law says so. A pack that is not in force says of nobody that the law"
                        + " registers them.",
                packs.stream().map(RegisterPackPages::row).toList(),
                PACKS + "/compare",
                options(packs, Optional.empty()),
                options(packs, packs.stream().skip(1).findFirst().map(RegisterPack::key)));
    }

    private static List<Option> options(List<RegisterPack> packs, Optional<String> chosen) {
        return packs.stream()
                .map(p ->
                        new Option(
                                p.key(),
                                p.title(),
                                "",
                                chosen.filter(key -> key.equals(p.key())).isPresent()))
                .toList();
    }

    private static RegisterPacksPage.Row row(RegisterPack pack) {
        List<PackSheet.Row> sheet = PackSheet.of(pack);
        long unconfirmed = sheet.stream().filter(r -> r.law().unconfirmed()).count();
        return new RegisterPacksPage.Row(
                Link.to(pack.title(), PACKS + "/" + pack.key()),
                where(pack),
                RegisterWords.status(pack),
                unconfirmed == 0
                        ? null
                        : new Tag(
                                "%d of %d values unconfirmed".formatted(unconfirmed, sheet.size()),
                                Tone.AMBER),
                days(pack),
                pack.version());
    }

    private static String where(RegisterPack pack) {
        return pack.where()
                + (pack.nations().isEmpty()
                        ? ""
                        : pack.nations().stream()
                                .sorted()
                                .map(Nation::name)
                                .map(Wording::code)
                                .map(Wording::capital)
                                .collect(Collectors.joining(", ", " (law of: ", ")")));
    }

    private static String days(RegisterPack pack) {
        String days = pack.inForce().inWords();
        return days.equals("dates not recorded") ? "No dates are recorded" : Wording.capital(days);
    }

    @GetMapping(PACKS + "/{key}")
    Page pack(Visit visit, HttpServletResponse response, @PathVariable String key) {
        return pack(packs(visit), key)
                .map(pack -> page(visit, pack))
                .orElseGet(() -> Answers.nobody(visit, response));
    }

    private static Page page(Visit visit, RegisterPack pack) {
        return new RegisterPackPage(
                visit.frame(pack.title(), "Register"),
                Link.to("All packs", PACKS),
                pack.title(),
                RegisterWords.status(pack),
                List.of(
                        Definition.of("Where", where(pack)),
                        Definition.of("Convictions and orders count", days(pack)),
                        Definition.of("Version", pack.version()),
                        Definition.of("How notice is given", pack.manner()),
                        Definition.of("What a failure costs", pack.penalty())),
                sections(pack),
                Link.to("Compare it with another", PACKS + "/compare?a=" + pack.key()),
                visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                        ? Link.to(
                                "What would change if it were switched on",
                                PACKS + "/" + pack.key() + "/change")
                        : null,
                visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                                && OffenceList.of(pack).isPresent()
                        ? Link.to("Its offence list", PACKS + "/" + pack.key() + "/list")
                        : null,
                pack.yaml());
    }

    private static List<RegisterPackPage.Section> sections(RegisterPack pack) {
        Map<String, List<RegisterPackPage.Row>> sections = new LinkedHashMap<>();
        PackSheet.of(pack)
                .forEach(row ->
                        sections.computeIfAbsent(row.section(), _ -> new ArrayList<>())
                                .add(
                                        new RegisterPackPage.Row(
                                                Wording.capital(row.value()),
                                                row.law().source(),
                                                mark(row.law()))));
        return sections.entrySet().stream()
                .map(e -> new RegisterPackPage.Section(e.getKey(), e.getValue()))
                .toList();
    }

    private static Tag mark(Provision law) {
        return new Tag(
                MARKS.getOrDefault(law.mark(), law.mark()),
                law.unconfirmed() ? Tone.AMBER : Tone.NEUTRAL);
    }

    @GetMapping(PACKS + "/compare")
    Page compare(
            Visit visit,
            HttpServletResponse response,
            @RequestParam Optional<String> a,
            @RequestParam Optional<String> b) {
        List<RegisterPack> packs = packs(visit);
        Optional<RegisterPack> one = a.flatMap(key -> pack(packs, key));
        Optional<RegisterPack> other =
                b.flatMap(key -> pack(packs, key))
                        .or(() ->
                                packs.stream()
                                        .filter(p -> !Optional.of(p).equals(one))
                                        .findFirst());
        if (one.isEmpty() || other.isEmpty()) {
            return Answers.nobody(visit, response);
        }
        return new PackComparePage(
                visit.frame("Two packs side by side", "Register"),
                Link.to("All packs", PACKS),
                PACKS + "/compare",
                options(packs, one.map(RegisterPack::key)),
                options(packs, other.map(RegisterPack::key)),
                Link.to(one.get().title(), PACKS + "/" + one.get().key()),
                Link.to(other.get().title(), PACKS + "/" + other.get().key()),
                compared(one.get(), other.get()));
    }

    private static List<PackComparePage.Row> compared(RegisterPack one, RegisterPack other) {
        Map<String, List<String>> left = lines(one);
        Map<String, List<String>> right = lines(other);
        Set<String> labels = new LinkedHashSet<>(left.keySet());
        labels.addAll(right.keySet());
        return labels.stream()
                .map(label ->
                        row(
                                label,
                                left.getOrDefault(label, List.of()),
                                right.getOrDefault(label, List.of())))
                .toList();
    }

    private static PackComparePage.Row row(String label, List<String> one, List<String> other) {
        return new PackComparePage.Row(
                label,
                one,
                other,
                one.equals(other) ? new Tag("Same", Tone.NEUTRAL) : new Tag("Differs", Tone.BLUE));
    }

    /** What a pack says, by subject, in the order in which somebody would ask. */
    private static Map<String, List<String>> lines(RegisterPack pack) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("Mark", List.of(pack.status().words()));
        lines.put("Where", List.of(where(pack)));
        lines.put("Convictions and orders count", List.of(days(pack)));
        PackSheet.of(pack)
                .forEach(row ->
                        lines.computeIfAbsent(row.section(), _ -> new ArrayList<>())
                                .add(
                                        Wording.capital(row.value())
                                                + (row.law().unconfirmed()
                                                        ? " (unconfirmed)"
                                                        : "")));
        lines.put("How notice is given", List.of(pack.manner()));
        lines.put("What a failure costs", List.of(pack.penalty()));
        return lines;
    }
}
