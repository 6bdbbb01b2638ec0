package sightline.console;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import sightline.access.AccessRole;
import sightline.access.Purpose;
import sightline.access.ReaderContext;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;

/** A command of somebody who signs in for it and has one of the roles that may give it. */
abstract class DeskCommand implements Callable<Integer> {
    private final Set<AccessRole> roles;
    private final Purpose purpose;

    @Mixin private Desk desk = new Desk();
    @Spec private CommandSpec spec;

    DeskCommand(Set<AccessRole> roles, Purpose purpose) {
        this.roles = roles;
        this.purpose = purpose;
    }

    /** What is done once whoever gave it was let in. */
    abstract Outcome work(Installation.Open open, ReaderContext by) throws IOException;

    @Override
    public Integer call() {
        return desk.open(spec, roles, purpose, this::work);
    }

    /** Does what whoever holds the keys may do before there is any account. */
    final int unattended(Desk.Unattended task) {
        return desk.unattended(spec, task);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says why not. */
    final Outcome refuse(String words) {
        err().println(words);
        return Outcome.NOT_ALLOWED;
    }

    final void print(boolean json, ObjectNode node, String words) {
        out().println(json ? node.toString() : words);
    }
}
