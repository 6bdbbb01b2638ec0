package sightline.linkage.spark;

import org.junit.jupiter.api.Tag;

import sightline.linkage.Linkage;
import sightline.linkage.Settings;
import sightline.linkage.Table;
import sightline.linkage.TrainedModel;

import java.util.List;

/** The contract in one process: every run of it gives the same. */
@Tag("ci")
final class HereTest extends LinkageContract {
    @Override
    Linkage auto(List<Table> tables) {
        return Linkage.auto(tables);
    }

    @Override
    Linkage with(Settings settings, List<Table> tables) {
        return Linkage.with(settings, tables, step -> {});
    }

    @Override
    Linkage with(TrainedModel trained, List<Table> tables) {
        return Linkage.with(trained, tables, step -> {});
    }
}
