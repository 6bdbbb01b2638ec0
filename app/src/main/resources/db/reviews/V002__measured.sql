-- The watch adds what it measured, as the system, and nothing else.
SELECT access.grant_when('reviews.entry', 'sl_job', 'job_watch_measured', 'INSERT',
  '(SELECT access.is_job(''watch'')) AND kind = ''measured'' AND made_by = ''system''');
