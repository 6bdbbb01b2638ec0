-- What is sent to whoever was told: a reference only, by each way that leads to their post.
CREATE TABLE alerts.delivery (
  -- Carried to the receiver, who knows by it what came twice.
  delivery_id uuid PRIMARY KEY,
  -- None where somebody is told on a rung of a duty's ladder.
  telling_id uuid REFERENCES alerts.telling ON DELETE CASCADE,
  post text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'callback', 'sms')),
  urgent boolean NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
  tries int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  -- Whoever sends it has it until then; who is killed meanwhile leaves it to the next.
  claimed_until timestamptz,
  -- Whether a fact says what came of it.
  reported boolean NOT NULL DEFAULT false
);
CREATE INDEX delivery_waiting ON alerts.delivery (next_at) WHERE state = 'waiting';
CREATE INDEX delivery_by_telling ON alerts.delivery (telling_id);
CREATE INDEX delivery_unreported ON alerts.delivery (delivery_id) WHERE state <> 'waiting' AND NOT reported;

-- Every attempt, for ever.
CREATE TABLE alerts.attempt (
  delivery_id uuid NOT NULL REFERENCES alerts.delivery ON DELETE CASCADE,
  number int NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('sent', 'refused', 'failed', 'no-route')),
  PRIMARY KEY (delivery_id, number)
);

SELECT access.guard_closed('alerts.delivery');
SELECT access.guard_closed('alerts.attempt');
SELECT access.grant_reader('alerts.delivery', 'SELECT',
  'EXISTS (SELECT FROM alerts.telling t WHERE t.telling_id = delivery.telling_id)');
SELECT access.grant_reader('alerts.attempt', 'SELECT',
  'EXISTS (SELECT FROM alerts.delivery d WHERE d.delivery_id = attempt.delivery_id)');
SELECT access.grant_job('alerts.delivery', 'pipeline', 'SELECT, INSERT, UPDATE');
SELECT access.grant_job('alerts.delivery', 'courier', 'SELECT, UPDATE');
SELECT access.grant_job('alerts.attempt', 'courier', 'SELECT, INSERT');
-- An agency's own system fetches what its posts were told and confirms it.
SELECT access.grant_job('alerts.telling', 'courier', 'SELECT');
SELECT access.grant_job('alerts.seen', 'courier', 'SELECT, INSERT');
