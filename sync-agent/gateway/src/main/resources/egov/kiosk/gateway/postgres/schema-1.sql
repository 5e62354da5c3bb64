-- The one row every worker locks while it takes messages: numbers are given, and places in the
-- outbox, in the order of the commits.
CREATE TABLE gateway_counter (
  one smallint PRIMARY KEY CHECK (one = 1),
  day char(8) NOT NULL,
  numbers bigint NOT NULL,
  sequence bigint NOT NULL,
  transactions bigint NOT NULL,
  ratings bigint NOT NULL,
  statements bigint NOT NULL
);

INSERT INTO gateway_counter VALUES (1, '00000000', 0, 0, 0, 0, 0);

-- Messages taken for good. Personal data only inside the sealed envelope.
CREATE TABLE accepted (
  id uuid PRIMARY KEY,
  kind varchar(16) NOT NULL,
  kiosk_id varchar(32) NOT NULL,
  item_code varchar(64) NOT NULL,
  envelope_sm3 char(64) NOT NULL,
  acceptance_number varchar(20) UNIQUE,
  accepted_at timestamp with time zone NOT NULL,
  envelope bytea NOT NULL
);

CREATE INDEX accepted_of_kiosk ON accepted (kiosk_id, accepted_at);

-- What the stream has not got yet.
CREATE TABLE outbox (
  sequence bigint PRIMARY KEY,
  id uuid NOT NULL
);

-- What was found in the kiosks' books and incidents.
CREATE TABLE finding (
  id uuid PRIMARY KEY,
  kiosk_id varchar(32) NOT NULL,
  kind varchar(16) NOT NULL,
  at timestamp with time zone NOT NULL,
  word varchar(32) NOT NULL,
  detail varchar(1000) NOT NULL
);
