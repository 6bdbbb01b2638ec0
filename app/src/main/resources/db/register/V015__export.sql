-- Exports of a register: asked for by one keeper, approved or refused by another, handed out once. What is in
-- an export is not kept: it is read anew when it is handed out, and must be what was approved.
CREATE TABLE register.export (
  export_id text PRIMARY KEY,
  agency text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  purpose text NOT NULL,
  recipient text NOT NULL,
  -- Null: every area that the keeper answers for.
  area text,
  states text[] NOT NULL,
  columns text[] NOT NULL,
  people integer NOT NULL,
  -- Of the ids of the people and their registers: an approval is of exactly these.
  digest text NOT NULL,
  approval_id bigint NOT NULL,
  decided_by text,
  decided_at timestamptz,
  refused text,
  handed_out_at timestamptz,
  CHECK (decided_by <> asked_by),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (handed_out_at IS NULL OR (decided_at IS NOT NULL AND refused IS NULL))
);
CREATE INDEX export_by_agency ON register.export (agency, asked_at);
SELECT access.guard_closed('register.export');
SELECT access.grant_reader('register.export', 'SELECT, INSERT, UPDATE',
  '''register-keeper'' = ANY ((SELECT access.roles())::text[]) AND agency = (SELECT access.agency())');
