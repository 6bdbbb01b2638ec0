-- Who is under which register, as last derived: a projection that a rebuild makes anew. Ids, states and
-- dates; that somebody is here is criminal-record data, so a line is for those who keep the register of the
-- agency that answers, for whom the person was offered to, and for those who may read it of the person.
CREATE TABLE register.entry (
  subject text NOT NULL,
  pack text NOT NULL,
  state text NOT NULL,
  starts date NOT NULL,
  ends date,
  keeper text NOT NULL,
  offered_to text,
  owed text,
  due date,
  away text,
  PRIMARY KEY (subject, pack)
);
CREATE INDEX entry_by_keeper ON register.entry (keeper, due);

SELECT access.guard_subjects('register.entry', 'subject', 'CRIMINAL');
SELECT access.grant_reader('register.entry', 'SELECT',
  '''register-keeper'' = ANY ((SELECT access.roles())::text[])
     AND (keeper = ANY ((SELECT access.agencies())::text[]) OR offered_to = ANY ((SELECT access.agencies())::text[]))');
SELECT access.grant_job('register.entry', 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('register.entry', 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('register.entry', 'watch', 'SELECT');
