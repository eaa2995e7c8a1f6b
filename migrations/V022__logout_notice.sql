-- What applications are to be told when a session is over (OIDC Back-Channel Logout 1.0).
-- A row is written by the statement that ends the session, and sent afterwards: nobody
-- is told of an end that was rolled back, and no end is forgotten by a crash.

CREATE TABLE logout_notice (
    org_id       uuid         NOT NULL,
    session_id   uuid         NOT NULL,
    client_id    text         NOT NULL,
    user_id      uuid         NOT NULL,
    created_at   timestamptz  NOT NULL,
    due_at       timestamptz  NOT NULL,
    attempts     integer      NOT NULL,
    failure      text,
    given_up_at  timestamptz,

    CONSTRAINT logout_notice_pkey PRIMARY KEY (org_id, session_id, client_id),
    CONSTRAINT logout_notice_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, client_id),
    CONSTRAINT logout_notice_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id),
    CONSTRAINT logout_notice_attempts_are_counted CHECK (attempts >= 0),
    CONSTRAINT logout_notice_failure_length CHECK (char_length(failure) <= 40)
);

-- Whose turn it is, among all organizations and then among the applications of one.
CREATE INDEX logout_notice_org_due_idx ON logout_notice (org_id, due_at) WHERE given_up_at IS NULL;
CREATE INDEX logout_notice_client_due_idx ON logout_notice (org_id, client_id, due_at) WHERE given_up_at IS NULL;
-- For whoever is removed, and takes the rows along.
CREATE INDEX logout_notice_client_id_idx ON logout_notice (org_id, client_id);
CREATE INDEX logout_notice_user_id_idx ON logout_notice (org_id, user_id);
-- For whoever watches the server, and whoever clears up.
CREATE INDEX logout_notice_waiting_idx ON logout_notice (created_at) WHERE given_up_at IS NULL;
CREATE INDEX logout_notice_given_up_idx ON logout_notice (given_up_at) WHERE given_up_at IS NOT NULL;
CREATE INDEX logout_notice_given_up_at_idx ON logout_notice (org_id, given_up_at);

COMMENT ON TABLE  logout_notice IS 'An application that has not been told yet that a session is over. A row is deleted when it has been.';
COMMENT ON COLUMN logout_notice.session_id IS 'The sid of the token it will be sent. The session itself may be gone by then.';
COMMENT ON COLUMN logout_notice.created_at IS 'When the session ended.';
COMMENT ON COLUMN logout_notice.due_at IS 'Not before then. Moved ahead by each attempt, so that a second one cannot begin meanwhile.';
COMMENT ON COLUMN logout_notice.attempts IS 'Begun so far. Names the one under way, so that only that one is recorded.';
COMMENT ON COLUMN logout_notice.failure IS 'What became of the last attempt: a word of ours.';
COMMENT ON COLUMN logout_notice.given_up_at IS 'Null: will be tried.';

ALTER TABLE logout_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE logout_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY logout_notice_tenant ON logout_notice
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

-- Whoever sends looks for organizations that have something due, and whoever watches
-- counts. A row is claimed in the organization's own transaction alone.
CREATE POLICY logout_notice_of_all ON logout_notice FOR SELECT
    USING (current_setting('rampart.organizations', true) = 'all');

GRANT SELECT, INSERT, UPDATE, DELETE ON logout_notice TO rampart_app;
