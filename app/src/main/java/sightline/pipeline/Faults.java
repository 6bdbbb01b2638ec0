package sightline.pipeline;

/** A failure as it may stand in a log: its class and where it arose, never its message. */
final class Faults {
    private Faults() {}

    /** Such as {@code NullPointerException at sightline.core.screening.Injuries.of:93}. */
    static String inWords(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String name = fault.getClass().getSimpleName();
        if (trace.length == 0) {
            return name;
        }
        StackTraceElement at = trace[0];
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("sightline.")) {
                at = element;
                break;
            }
        }
        return "%s at %s.%s:%d"
                .formatted(name, at.getClassName(), at.getMethodName(), at.getLineNumber());
    }
}
