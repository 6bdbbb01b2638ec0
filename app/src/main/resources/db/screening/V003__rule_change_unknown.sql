-- For how many people a change could not be worked out: they cannot be read, or the rule failed for them.
ALTER TABLE screening.rule_change ADD COLUMN unknown integer NOT NULL DEFAULT 0;
