-- A reader's page says who lives together; which addresses are one place is resolved before, with who is
-- who. Keys and place ids only: the words of an address stay sealed.
SELECT access.grant_job('identity.spelling', 'resolver', 'SELECT');
SELECT access.grant_job('identity.address', 'resolver', 'SELECT');

-- A search asks by keyed hashes alone who has a record that shares one.
SELECT access.grant_job('identity.blocking', 'resolver', 'SELECT');
