-- A queue: rows come and go, so that few dead ones may gather where the reading begins.
ALTER TABLE feeds.unread SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
                              autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
