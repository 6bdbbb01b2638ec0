-- Opening a context is part of every transaction. A job, an intake or an eraser has no roles and names
-- nobody; a reader whom no record touches privately bars nothing: what follows from that is not worked out.
CREATE OR REPLACE FUNCTION access.open_context(claims jsonb, context_kind text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  reader text := claims ->> 'actor';
  named jsonb := claims -> 'subjects';
  agencies text[] := '{}';
  roles text[] := '{}';
  teams text[] := '{}';
  posts text[] := '{}';
  barred uuid[] := '{}';
  barred_names text[] := '{}';
  records uuid[] := '{}';
  classes text[] := '{}';
  emergencies text[] := '{}';
BEGIN
  IF context_kind = 'reader' THEN
    agencies := access.texts(claims -> 'agencies');
    roles := access.texts(claims -> 'roles');
    teams := access.texts(claims -> 'teams');
    posts := access.texts(claims -> 'posts');
    SELECT coalesce(array_agg(c.record_key), '{}') INTO barred FROM access.conflict c
     WHERE c.actor = reader AND c.starts_at <= now() AND (c.ends_at IS NULL OR c.ends_at > now());
    IF named <> '[]' THEN
      SELECT coalesce(array_agg(d.record_key), '{}'), coalesce(array_agg(d.class), '{}')
        INTO records, classes
        FROM access.decide(reader, agencies, roles, teams, posts, claims ->> 'purpose', named, now()) d;
      emergencies := access.subjects_in_emergency(reader, named);
    END IF;
    IF barred <> '{}' THEN
      barred_names := access.subjects_barred(named, barred);
      barred := barred || access.records_of_barred(named, barred);
    END IF;
  END IF;
  INSERT INTO access.context (
    transaction_id, nonce, kind, job, session, actor, agency, agencies, roles, teams, posts, purpose, subjects,
    barred_records, barred_subjects, pair_records, pair_classes, emergency_subjects)
  VALUES (
    pg_current_xact_id(), claims ->> 'nonce', context_kind, claims ->> 'job', claims ->> 'session', reader,
    claims ->> 'agency', agencies, roles, teams, posts, claims ->> 'purpose', named,
    barred, barred_names, records, classes, emergencies);
END $$;
