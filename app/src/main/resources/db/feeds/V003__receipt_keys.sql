-- The keys that sign receipts: public halves only; the private ones follow from the installation's master
-- key and the generation. A receipt keeps the generation under which it was given, so that it gets the
-- same signature for ever.
CREATE TABLE feeds.receipt_key (
  generation smallint PRIMARY KEY CHECK (generation > 0),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  since timestamptz NOT NULL DEFAULT now()
);
SELECT access.guard_shared('feeds.receipt_key');
SELECT access.grant_kind('feeds.receipt_key', 'intake', 'INSERT');

ALTER TABLE feeds.receipt ADD COLUMN key_generation smallint NOT NULL DEFAULT 1;
