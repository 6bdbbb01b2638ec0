-- What a form was about that an erasure ended, by a hash of its opaque id: a page that was still open keeps
-- no draft of it afterwards. Rows are of no use once every draft of before has expired.
CREATE TABLE feeds.ended_form (
  about text PRIMARY KEY,
  ended_at timestamptz NOT NULL DEFAULT now()
);
SELECT access.guard_shared('feeds.ended_form');
SELECT access.grant_job('feeds.ended_form', 'pipeline', 'INSERT, UPDATE, DELETE');
