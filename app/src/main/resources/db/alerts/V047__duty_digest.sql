-- A hash of each duty as it is kept: most of somebody's duties are over, and what is the same again is not written
-- again. Rows from before are written once more when somebody's next change comes.
ALTER TABLE alerts.duty ADD COLUMN digest text NOT NULL DEFAULT '';
