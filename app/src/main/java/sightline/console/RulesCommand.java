package sightline.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import sightline.core.duties.ClockDefinition;
import sightline.core.duties.Clocks;
import sightline.core.facts.Kinds;
import sightline.core.kernel.Provision;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Rule;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintWriter;

/** Prints the catalogue of rules and clocks, with their sources and marks. */
@Command(
        name = "rules",
        description = "Print the rules and clocks, with their sources and how sure those are.",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Rule rule : Catalogue.rules()) {
            ObjectNode node = rule(rule);
            print(out, node, rule.id().value(), rule.card().title(), rule.card().mark());
        }
        for (ClockDefinition clock : Clocks.shipped().definitions()) {
            print(out, clock(clock), clock.key().value(), clock.title(), clock.law().mark());
        }
        out.flush();
    }

    private void print(PrintWriter out, ObjectNode node, String id, String title, String mark) {
        if (json) {
            out.println(node);
        } else {
            boolean unconfirmed = Provision.unconfirmed(mark);
            out.printf("%-16s %s [%s%s]%n", id, title, mark, unconfirmed ? ", unconfirmed" : "");
        }
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", rule.id().value()).put("title", rule.card().title());
        node.put("why", rule.card().why()).put("tells", rule.card().tells());
        node.put("moves", rule.card().moves()).put("threshold", rule.card().threshold());
        node.put("lessWouldNotDo", rule.card().lessWouldNotDo());
        node.put("mark", rule.card().mark()).put("unconfirmed", rule.card().unconfirmed());
        ArrayNode reads = node.putArray("reads");
        rule.card().reads().stream().map(Kinds::slug).sorted().forEach(reads::add);
        ArrayNode near = node.putArray("nearMisses");
        rule.card().nearMisses().forEach(near::add);
        return node;
    }

    private static ObjectNode clock(ClockDefinition clock) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", clock.key().value()).put("title", clock.title());
        node.put("limit", clock.limit().text()).put("counting", clock.counting().slug());
        node.put("source", clock.law().source()).put("mark", clock.law().mark());
        node.put("unconfirmed", clock.law().unconfirmed());
        return node;
    }
}
