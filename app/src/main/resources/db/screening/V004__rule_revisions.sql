-- A rule of which a later version of the program finds something else has a revision of its own, and is in force so
-- from the first batch of that version on.
ALTER TABLE screening.rule_begun
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  DROP CONSTRAINT rule_begun_pkey,
  ADD PRIMARY KEY (rule, revision);
ALTER TABLE screening.rule_begun ALTER COLUMN revision DROP DEFAULT;
