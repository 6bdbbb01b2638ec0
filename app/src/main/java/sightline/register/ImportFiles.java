package sightline.register;

import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPackReader;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens kept files, and gives whoever reads their rows. */
final class ImportFiles {
    private final ImportSeal seal;
    private final Supplier<? extends Directory> directory;
    private final Map<String, RegisterPack> packs =
            RegisterPackReader.shipped().stream()
                    .collect(Collectors.toMap(RegisterPack::key, p -> p));

    ImportFiles(ImportSeal seal, Supplier<? extends Directory> directory) {
        this.seal = seal;
        this.directory = directory;
    }

    ImportSeal seal() {
        return seal;
    }

    /**
     * The rows of a file.
     *
     * @param pieces gives each sealed piece by its number
     */
    ImportTable open(ImportFile file, IntFunction<Optional<byte[]>> pieces) {
        return ImportTable.open(
                new ImportPieces(
                        n -> pieces.apply(n).map(sealed -> seal.open(file.id(), n, sealed))),
                Charset.forName(file.charset()));
    }

    RowReader reader(ImportFile file) {
        Directory known = directory.get();
        Agency agency = agency(known, file.agency());
        Area area =
                known.area(agency.id())
                        .orElseThrow(() -> new IllegalStateException("an agency has an area"));
        Instant at = file.uploadedAt().truncatedTo(ChronoUnit.SECONDS);
        return new RowReader(agency, area, packs, at, seal);
    }

    private static Agency agency(Directory directory, AgencyId id) {
        return directory
                .agency(id)
                .orElseThrow(
                        () -> new IllegalStateException("the directory does not know the agency"));
    }
}
