-- index message_dead
CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER';
-- index message_delivered
CREATE INDEX message_delivered ON message (issued_at) WHERE state = 'DELIVERED';
-- index message_id
CREATE UNIQUE INDEX message_id ON message (id) WHERE filed = 1;
-- index message_number
CREATE INDEX message_number ON message (local_number) WHERE filed = 1 AND local_number IS NOT NULL;
-- index message_pending
CREATE INDEX message_pending ON message (lane) WHERE filed = 1 AND state = 'PENDING';
-- table gap
CREATE TABLE gap (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT;
-- table message
CREATE TABLE message (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  lane TEXT NOT NULL,
  local_number TEXT,
  sm3 TEXT NOT NULL,
  length INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  filed INTEGER NOT NULL,
  state TEXT NOT NULL,
  retries INTEGER NOT NULL,
  settled_at INTEGER,
  issued_at INTEGER,
  labelled INTEGER NOT NULL,
  box BLOB NOT NULL,
  seal BLOB NOT NULL,
  bytes BLOB
) STRICT;
-- table rest_key
CREATE TABLE rest_key (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
