package sightline.web.view.part;

/**
 * One source in a list of coverage.
 *
 * @param stateDetail how long stale, which numbers are missing; empty when the word suffices
 * @param completeUpTo time up to which it is complete, as shown; "Never" when no heartbeat came
 * @param meaning what it holds, or "No injury recorded"; only a source that answered may say none
 */
public record SourceAnswer(
        String source,
        SourceState state,
        String stateDetail,
        String completeUpTo,
        String meaning) {}
