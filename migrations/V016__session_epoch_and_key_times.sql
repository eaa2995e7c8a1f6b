-- Ends every session of an organization at one stroke, and lets a signing key be
-- followed by the next while both are published.

ALTER TABLE organization ADD COLUMN session_epoch bigint NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN epoch bigint NOT NULL DEFAULT 0;

COMMENT ON COLUMN organization.session_epoch IS 'Counts how often all sessions were ended at once. A session of an earlier epoch is not alive.';
COMMENT ON COLUMN session.epoch IS 'The epoch of the organization when it began.';

-- What a key does follows from the time, so that no node has to wait for another
-- to say so. No version with the column "state" has been released.

ALTER TABLE signing_key
    ADD COLUMN activates_at timestamptz,
    ADD COLUMN retires_at   timestamptz,
    ADD COLUMN leaves_at    timestamptz;

UPDATE signing_key SET activates_at = created_at;

ALTER TABLE signing_key
    ALTER COLUMN activates_at SET NOT NULL,
    DROP COLUMN state,
    ADD CONSTRAINT signing_key_leaves_when_retired CHECK ((retires_at IS NULL) = (leaves_at IS NULL)),
    ADD CONSTRAINT signing_key_times_are_in_order CHECK (activates_at <= retires_at AND retires_at <= leaves_at);

-- One key of an algorithm has none after it, so that of two who rotate one finds it taken.
CREATE UNIQUE INDEX signing_key_one_newest_idx ON signing_key (org_id, algorithm) WHERE retires_at IS NULL;

COMMENT ON TABLE  signing_key IS 'Signing keys (RFC 7517). Published from the start until they leave; the active one of an algorithm signs.';
COMMENT ON COLUMN signing_key.activates_at IS 'From here on it signs. Until then those who verify can learn of it.';
COMMENT ON COLUMN signing_key.retires_at IS 'From here on the next one signs. Null: there is no next one.';
COMMENT ON COLUMN signing_key.leaves_at IS 'From here on nothing it has signed is valid, and it is not published.';

GRANT DELETE ON signing_key TO rampart_app;
