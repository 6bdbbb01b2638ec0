package sightline.pipeline;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import sightline.core.alerts.Derivation;
import sightline.core.duties.Clocks;
import sightline.core.screening.Catalogue;
import sightline.database.Loop;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Facts;
import sightline.feeds.Intake;
import sightline.feeds.Unread;
import sightline.identity.Deciding;
import sightline.identity.Identities;

import java.time.Duration;
import java.time.InstantSource;

/** The pipeline of a running server, and the thread that runs it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class PipelineConfiguration {
    private static final Duration SIMULATION_PAUSE = Duration.ofSeconds(2);

    @Bean
    Facts facts(Secrets secrets) {
        return new Facts(secrets);
    }

    @Bean
    Identities identities(Secrets secrets, Facts facts) {
        return new Identities(secrets, facts);
    }

    @Bean
    Derivation derivation() {
        return new Derivation(Catalogue.screening(), Clocks.shipped());
    }

    @Bean
    Pipeline pipeline(
            Transactions transactions,
            Secrets secrets,
            Facts facts,
            Identities identities,
            PostgresDirectory directory,
            Derivation derivation) {
        return new Pipeline(
                transactions,
                new Unread(secrets),
                facts,
                identities,
                directory::now,
                derivation,
                InstantSource.system());
    }

    @Bean
    Deciding deciding(Pipeline pipeline) {
        return new Decided(pipeline);
    }

    @Bean
    PipelineWorker pipelineWorker(
            Transactions transactions, Pipeline pipeline, Intake intake, MeterRegistry metrics) {
        var worker = new PipelineWorker(transactions, pipeline, metrics);
        intake.whenKept(worker::wake);
        return worker;
    }

    @Bean
    SimulationWorker simulationWorker(
            Transactions transactions, Secrets secrets, PostgresDirectory directory) {
        return new SimulationWorker(
                transactions,
                new RegisterSimulation(
                        transactions, secrets, directory::now, InstantSource.system()),
                InstantSource.system());
    }

    @Bean
    Loop simulationLoop(SimulationWorker packs, RuleSimulation rules) {
        return new Loop(
                "working out what a pack or a rule would change",
                SIMULATION_PAUSE,
                () -> packs.run() || rules.run());
    }

    @Bean
    RuleSimulation ruleSimulation(
            Transactions transactions,
            Secrets secrets,
            PostgresDirectory directory,
            Derivation derivation) {
        return new RuleSimulation(
                transactions, secrets, directory::now, derivation, InstantSource.system());
    }
}
