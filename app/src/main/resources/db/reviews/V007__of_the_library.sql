-- A review that is in the library, or was withdrawn from it, and does not know: the library tells it, as the system.
SELECT access.grant_when('reviews.entry', 'sl_job', 'job_library_published', 'INSERT',
  '(SELECT access.is_job(''library'')) AND kind IN (''published'', ''publication-decided'') AND made_by = ''system''');
SELECT access.grant_job('reviews.review', 'library', 'SELECT');
