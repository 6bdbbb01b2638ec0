-- The offence list of a provisional pack: proposed by one keeper, worked out as a pack is that might be switched on,
-- approved or refused by another. Rows stay for ever: what was compared when is part of what was decided on it.
CREATE TABLE register.offence_list (
  list_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pack text NOT NULL,
  -- Offences by trigger, as codes.
  lists jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  refused text,
  CHECK (decided_by <> proposed_by),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (refused IS NULL OR decided_at IS NOT NULL)
);
-- One proposal for a pack waits at a time.
CREATE UNIQUE INDEX offence_list_waits ON register.offence_list (pack) WHERE decided_at IS NULL;
CREATE INDEX offence_list_in_order ON register.offence_list (pack, list_id);

DO $$
DECLARE
  keeper text := '''register-keeper'' = ANY ((SELECT access.roles())::text[])';
BEGIN
  PERFORM access.guard_closed('register.offence_list');
  -- Whoever is signed in may know what a model would ask: it says nothing about a person.
  PERFORM access.grant_reader('register.offence_list', 'SELECT', '(SELECT access.actor()) IS NOT NULL');
  PERFORM access.grant_reader('register.offence_list', 'INSERT',
    keeper || ' AND proposed_by = (SELECT access.actor()) AND decided_at IS NULL');
  PERFORM access.grant_reader('register.offence_list', 'UPDATE',
    keeper || ' AND proposed_by <> (SELECT access.actor())');
  PERFORM access.grant_job('register.offence_list', 'pipeline', 'SELECT');
END $$;
-- A second person decides, and changes nothing of what was proposed.
REVOKE UPDATE ON register.offence_list FROM sl_app;
GRANT UPDATE (decided_by, decided_at, refused) ON register.offence_list TO sl_app;
