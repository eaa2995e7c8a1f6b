-- How often something may be tried. Counted before it is tried, in the statement
-- that looks up what it is tried on, so that all nodes count together.

CREATE TABLE sign_in_throttle (
    org_id         uuid         NOT NULL,
    account        bytea        NOT NULL,
    network        text         NOT NULL,
    failures       integer      NOT NULL,
    blocked_until  timestamptz  NOT NULL,
    last_at        timestamptz  NOT NULL,

    CONSTRAINT sign_in_throttle_pkey PRIMARY KEY (org_id, account, network),
    CONSTRAINT sign_in_throttle_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT sign_in_throttle_account_is_sha256 CHECK (octet_length(account) = 32)
);

CREATE INDEX sign_in_throttle_last_at_idx ON sign_in_throttle (org_id, last_at);

COMMENT ON TABLE  sign_in_throttle IS 'Guesses at an account from a network. Other networks are not slowed by it.';
COMMENT ON COLUMN sign_in_throttle.account IS 'SHA-256 of the user_id, or of the name that was typed if nobody has it.';
COMMENT ON COLUMN sign_in_throttle.network IS 'An IPv4 address, or the first 64 bits of an IPv6 address.';
COMMENT ON COLUMN sign_in_throttle.failures IS 'Attempts since the last success, the one under way included.';

ALTER TABLE sign_in_throttle ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_throttle FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_throttle_tenant ON sign_in_throttle
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO rampart_app;

CREATE TABLE request_rate (
    org_id   uuid         NOT NULL,
    bucket   text         NOT NULL,
    network  text         NOT NULL,
    due_at   timestamptz  NOT NULL,

    CONSTRAINT request_rate_pkey PRIMARY KEY (org_id, bucket, network),
    CONSTRAINT request_rate_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT request_rate_bucket_is_known CHECK (bucket IN ('login', 'register', 'token'))
);

CREATE INDEX request_rate_due_at_idx ON request_rate (org_id, due_at);

COMMENT ON TABLE  request_rate IS 'Requests per minute and client network (generic cell rate algorithm).';
COMMENT ON COLUMN request_rate.due_at IS 'When the next request would be due at an even pace. Far ahead: too many came.';

ALTER TABLE request_rate ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_rate FORCE ROW LEVEL SECURITY;
CREATE POLICY request_rate_tenant ON request_rate
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON request_rate TO rampart_app;
