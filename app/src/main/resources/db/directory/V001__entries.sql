-- Who works where. Staff are named here as they are on a letterhead; nothing here is about a family.
-- Every table keeps the order in which its entries were entered (position): the order of trying.

-- One row. A change of any entry changes the version, so that a reader who holds all entries knows
-- with one look whether they still stand.
CREATE TABLE directory.version (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version bigint NOT NULL
);
INSERT INTO directory.version (version) VALUES (0);

CREATE TABLE directory.area (
  area text PRIMARY KEY,
  position integer NOT NULL,
  name text NOT NULL,
  nation text NOT NULL
);
CREATE TABLE directory.agency (
  agency text PRIMARY KEY,
  position integer NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  area text NOT NULL,
  open_from date,
  open_until date,
  ods_code text
);
CREATE TABLE directory.team (
  team text PRIMARY KEY,
  position integer NOT NULL,
  agency text NOT NULL,
  name text NOT NULL,
  open_from date,
  open_until date
);
CREATE TABLE directory.post (
  post text PRIMARY KEY,
  position integer NOT NULL,
  agency text NOT NULL,
  title text NOT NULL,
  role text NOT NULL,
  team text,
  manager text,
  -- All three or none: none is a post at every hour.
  hours_days text[],
  hours_from time,
  hours_until time,
  open_from date,
  open_until date,
  CHECK ((hours_days IS NULL) = (hours_from IS NULL) AND (hours_days IS NULL) = (hours_until IS NULL))
);
CREATE TABLE directory.holder (
  position integer PRIMARY KEY,
  post text NOT NULL,
  person text NOT NULL,
  name text NOT NULL,
  days_from date,
  days_until date
);
CREATE TABLE directory.cover (
  position integer PRIMARY KEY,
  post text NOT NULL,
  covered_by text NOT NULL,
  days_from date,
  days_until date
);
CREATE TABLE directory.leave (
  position integer PRIMARY KEY,
  person text NOT NULL,
  days_from date,
  days_until date
);
CREATE TABLE directory.rota (
  position integer PRIMARY KEY,
  post text NOT NULL,
  -- [{"day","from","until","on_call"}], the first that includes a time is the one.
  shifts jsonb NOT NULL,
  otherwise text,
  days_from date,
  days_until date
);
CREATE TABLE directory.contact_route (
  position integer PRIMARY KEY,
  post text NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  days_from date,
  days_until date
);
CREATE TABLE directory.school_days (
  school text PRIMARY KEY,
  position integer NOT NULL,
  starts time NOT NULL,
  -- [{"from","until"}]
  terms jsonb NOT NULL,
  closed date[] NOT NULL
);

DO $$
DECLARE entries text;
BEGIN
  FOREACH entries IN ARRAY ARRAY['version', 'area', 'agency', 'team', 'post', 'holder', 'cover', 'leave',
                                 'rota', 'contact_route', 'school_days'] LOOP
    PERFORM access.guard_shared(('directory.' || entries)::regclass);
    PERFORM access.grant_job(('directory.' || entries)::regclass, 'seed', 'INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
