package sightline.core.register;

/** The level of risk that the police's own plan gives; it sets how often they visit. */
public enum RiskLevel {
    VERY_HIGH,
    HIGH,
    MEDIUM,
    LOW
}
