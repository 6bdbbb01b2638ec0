-- Decisions about mothers count for their children. Those that were made before they did are taken up some at a
-- time, in the order of the mothers' keys; the row goes once that is done.
CREATE TABLE identity.earlier_decision (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- The key of the mother who was taken up last.
  after uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
INSERT INTO identity.earlier_decision DEFAULT VALUES;

SELECT access.guard_closed('identity.earlier_decision');
SELECT access.grant_job('identity.earlier_decision', 'pipeline', 'SELECT, UPDATE, DELETE');
