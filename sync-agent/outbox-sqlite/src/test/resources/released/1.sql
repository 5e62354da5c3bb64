-- index message_dead
CREATE INDEX message_dead ON message (sequence) WHERE state = 'DEAD_LETTER';
-- index message_id
CREATE UNIQUE INDEX message_id ON message (id);
-- index message_pending
CREATE INDEX message_pending ON message (sequence) WHERE state = 'PENDING';
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
  item TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  length INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  state TEXT NOT NULL,
  settled_at INTEGER,
  number TEXT,
  reason TEXT,
  seal BLOB NOT NULL,
  bytes BLOB
) STRICT;
