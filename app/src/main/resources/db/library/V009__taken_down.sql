-- A review that is off the shelf for a time: the day on which that is looked at again. Without one it is off for good.
ALTER TABLE library.review ADD COLUMN look_again date;
