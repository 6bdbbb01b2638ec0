-- Sessions of people who are signed in, for every process that shares the database. By a hash of the
-- cookie's value, which would let a reader of it sign in; what a session remembers is sealed.
CREATE TABLE access.session (
  session_key bytea PRIMARY KEY,
  principal text NOT NULL,
  content bytea NOT NULL,
  last_accessed timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_of_principal ON access.session (principal);
CREATE INDEX session_expired ON access.session (expires_at);
SELECT access.guard_closed('access.session');
SELECT access.grant_job('access.session', 'accounts', 'SELECT, INSERT, UPDATE, DELETE');
