-- The kind of an entry that says nothing but itself: of one person alone, at no place, about no other message.
-- A form reads none of these that it does not ask for. What was recorded before says nothing here, and is read.
ALTER TABLE facts.participant ADD COLUMN alone text;
