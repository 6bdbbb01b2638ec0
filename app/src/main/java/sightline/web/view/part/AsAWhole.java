package sightline.web.view.part;

/**
 * How sure an alert is as a whole: as sure as its weakest step.
 *
 * @param because names the weakest step
 * @param otherwise what stands without that step, or what would settle it; empty when every step is
 *     confirmed
 * @param saysNot what the alert does not say
 */
public record AsAWhole(Certainty certainty, String because, String otherwise, String saysNot) {}
