package sightline.core.screening;

/** A rule as it stands in the catalogue: under its name, with its card. */
abstract class CatalogueRule implements Rule {
    private final RuleId id;
    private final RuleCard card;
    private final int revision;

    /** A rule that finds what it found from the first. */
    CatalogueRule(RuleId id, RuleCard card) {
        this(id, card, 1);
    }

    CatalogueRule(RuleId id, RuleCard card, int revision) {
        this.id = id;
        this.card = card;
        this.revision = revision;
    }

    @Override
    public final RuleId id() {
        return id;
    }

    @Override
    public final RuleCard card() {
        return card;
    }

    @Override
    public final int revision() {
        return revision;
    }
}
