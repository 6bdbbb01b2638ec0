-- The note of a review of emergency access ends with the record that it was about.
GRANT UPDATE (note) ON access.emergency TO sl_eraser;
