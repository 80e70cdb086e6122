-- Whether the process only waits for others to do something with the file: its death then says nothing about the file.
ALTER TABLE attempt ADD COLUMN waits BOOLEAN DEFAULT FALSE NOT NULL;

-- The few calls under way are looked for among all that were ever made.
CREATE INDEX model_call_by_state ON model_call (state);
