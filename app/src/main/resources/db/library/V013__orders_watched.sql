-- What was decided and does not happen is owed: the watch looks, so that it is seen though the library's job stands.
SELECT access.grant_job('library.shelf_order', 'watch', 'SELECT');
