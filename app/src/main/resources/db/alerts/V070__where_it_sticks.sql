-- Which agencies owe a duty, and when it closed: what is late now is counted by agency, and what was late on a day
-- before, without reading what is kept of each. Rows from before are written once more when somebody is next looked at.
ALTER TABLE alerts.duty
  ADD COLUMN owed_by text[] NOT NULL DEFAULT '{}',
  ADD COLUMN closed_at timestamptz;
CREATE INDEX duty_owed_open ON alerts.duty USING gin (owed_by) WHERE state IN ('running', 'overdue');
CREATE INDEX duty_closed ON alerts.duty (closed_at) WHERE closed_at IS NOT NULL;
