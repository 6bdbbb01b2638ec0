-- Which rules the program has had here, and from when one is in force that came with a later version: what it
-- would have raised before that is looked through by one person. Null: from the first version on.
CREATE TABLE screening.rule_begun (
  rule text PRIMARY KEY,
  begun_at timestamptz
);
DO $$
BEGIN
  PERFORM access.guard_closed('screening.rule_begun');
  PERFORM access.grant_reader('screening.rule_begun', 'SELECT', '(SELECT access.actor()) IS NOT NULL');
  PERFORM access.grant_job('screening.rule_begun', 'pipeline', 'SELECT, INSERT');
  PERFORM access.grant_job('screening.rule_begun', 'checker', 'SELECT');
  PERFORM access.grant_job('screening.rule_begun', 'rebuild', 'SELECT');
END $$;
