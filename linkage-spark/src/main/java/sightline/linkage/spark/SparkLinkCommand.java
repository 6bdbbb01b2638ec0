package sightline.linkage.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

import sightline.linkage.Engine;
import sightline.linkage.LinkageException;
import sightline.linkage.io.LinkCommand;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command {@code link} with its pairs on Spark; the exit codes and all else are those of {@link
 * LinkCommand}.
 */
public final class SparkLinkCommand {
    private static final String HERE = "local[*]";
    private static final Pattern MASTER =
            Pattern.compile(
                    "local(\\[[^\\]]+\\])?|local-cluster\\[\\d+,\\d+,\\d+\\]|spark://.+:\\d+");

    private SparkLinkCommand() {}

    public static void main(String[] arguments) {
        Contexts contexts = new Contexts();
        int code;
        try {
            code = LinkCommand.run(List.of(arguments), contexts);
        } finally {
            contexts.stop();
        }
        System.exit(code);
    }

    /** The context of the run, once it is asked for. */
    private static final class Contexts implements LinkCommand.Start {
        private Optional<JavaSparkContext> context = Optional.empty();

        @Override
        public Engine engine(
                Optional<String> master, Optional<String> checkpoint, PrintStream progress) {
            JavaSparkContext spark = new JavaSparkContext(conf(master.orElse(HERE)));
            context = Optional.of(spark);
            SparkEngine engine = new SparkEngine(spark);
            return checkpoint.map(engine::keepingIn).orElse(engine);
        }

        void stop() {
            context.ifPresent(JavaSparkContext::stop);
        }
    }

    /** How a context for linkage is set up; what system properties say of {@code spark.} wins. */
    static SparkConf conf(String master) {
        if (!MASTER.matcher(master).matches()) {
            throw new LinkageException(
                    "No Spark is called %s.%nGive local[*], local-cluster[WORKERS,CORES,MEGABYTES] or spark://HOST:PORT."
                            .formatted(master));
        }
        SparkConf conf = new SparkConf();
        conf.setMaster(master);
        conf.setIfMissing("spark.app.name", "sightline link");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        // What workers put on their disks can hold values of records.
        conf.setIfMissing("spark.io.encryption.enabled", "true");
        if (master.startsWith("local-cluster")) {
            // Its executors are this very program, not a distribution of Spark.
            conf.setIfMissing("spark.executorEnv.SPARK_SCALA_VERSION", "2.13");
            conf.setIfMissing(
                    "spark.executorEnv.SPARK_DIST_CLASSPATH",
                    System.getProperty("java.class.path"));
            conf.setIfMissing("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"));
        } else if (!master.startsWith("local")) {
            conf.setIfMissing("spark.jars", String.join(",", ownJars()));
        }
        return conf;
    }

    /** The jars that a cluster, which has Spark's, needs to be sent. */
    private static List<String> ownJars() {
        Path own = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        File[] others =
                Optional.ofNullable(own.resolveSibling("lib").toFile().listFiles())
                        .orElse(new File[0]);
        List<String> jars =
                Arrays.stream(others)
                        .map(File::getPath)
                        .filter(j -> j.contains("sightline-linkage"))
                        .collect(Collectors.toList());
        jars.add(own.toString());
        return jars;
    }
}
