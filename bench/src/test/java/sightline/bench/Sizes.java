package sightline.bench;

/** How large a test is, by {@code sightline.size}: every day, for a merge, or the long run. */
final class Sizes {
    private Sizes() {}

    static int of(int everyday, int ci, int full) {
        return switch (System.getProperty("sightline.size", "everyday")) {
            case "everyday" -> everyday;
            case "ci" -> ci;
            case "full" -> full;
            default -> throw new IllegalStateException("no such size");
        };
    }
}
