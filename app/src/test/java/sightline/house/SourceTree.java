package sightline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files of the repository as they lie on disk, without what is built or fetched. */
final class SourceTree {

    private static final Set<String> NOT_SOURCE =
            Set.of(".git", "target", "node_modules", ".sightline", ".idea", ".vscode");

    private final Path root;
    private final List<SourceFile> files;

    private SourceTree(Path root, List<SourceFile> files) {
        this.root = root;
        this.files = files;
    }

    /** One file, by its path from the root with forward slashes. */
    record SourceFile(String path, Path onDisk) {

        String text() {
            try {
                return Files.readString(onDisk);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }

        boolean isJava() {
            return path.endsWith(".java");
        }

        boolean isMain() {
            return path.contains("/src/main/");
        }
    }

    static SourceTree ofThisRepository() {
        var root = findRoot();
        var found = new ArrayList<SourceFile>();
        try {
            Files.walkFileTree(root, new Collector(root, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceTree(root, List.copyOf(found));
    }

    Path root() {
        return root;
    }

    List<SourceFile> files(Predicate<SourceFile> which) {
        return files.stream().filter(which).toList();
    }

    private static Path findRoot() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("No folder above this one holds mvnw");
            }
            folder = parent;
        }
        return folder;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<SourceFile> found;

        Collector(Path root, List<SourceFile> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCE.contains(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                var path = root.relativize(file).toString().replace('\\', '/');
                if (!path.equals(".git")) {
                    found.add(new SourceFile(path, file));
                }
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
