-- Since when what a heartbeat counts and nothing has brought is owed: later heartbeats do not make it younger.
ALTER TABLE feeds.heartbeat ADD COLUMN owed_since timestamptz;
UPDATE feeds.heartbeat SET owed_since = received_at;
ALTER TABLE feeds.heartbeat ALTER COLUMN owed_since SET NOT NULL;
