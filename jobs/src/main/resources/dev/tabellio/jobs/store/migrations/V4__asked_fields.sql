-- How many fields a document has, and for how many of them each model was asked.
ALTER TABLE document ADD COLUMN fields INT DEFAULT 0 NOT NULL;
ALTER TABLE document ADD COLUMN asked_small INT DEFAULT 0 NOT NULL;
ALTER TABLE document ADD COLUMN asked_large INT DEFAULT 0 NOT NULL;
ALTER TABLE document ADD COLUMN asked_challenger INT DEFAULT 0 NOT NULL;
