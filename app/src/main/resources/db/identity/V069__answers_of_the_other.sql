-- What was answered about a record is found by either of the pair: the page of a person tells what was separated.
CREATE INDEX answer_of_second ON identity.answer (second);
