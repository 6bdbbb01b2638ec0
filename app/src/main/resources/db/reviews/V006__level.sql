-- What a measure was when a recommendation was bound to it is the system's to say, as what it was in a month is.
SELECT access.grant_when('reviews.entry', 'sl_job', 'job_watch_level', 'INSERT',
  '(SELECT access.is_job(''watch'')) AND kind = ''level-taken'' AND made_by = ''system''');
CREATE POLICY level_taken_by_nobody ON reviews.entry AS RESTRICTIVE FOR INSERT TO sl_app
  WITH CHECK ((SELECT access.actor()) IS NULL OR kind <> 'level-taken');
-- The watch looks each time whether a level is missing.
CREATE INDEX entry_bound ON reviews.entry (review, recommendation) WHERE kind IN ('bound', 'level-taken');
