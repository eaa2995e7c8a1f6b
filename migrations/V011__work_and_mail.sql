-- Work that one node does for all, the mail that waits to be sent by it, and the
-- invitations that come by mail.

CREATE TABLE lease (
    name        text         NOT NULL,
    holder      text         NOT NULL,
    fence       bigint       NOT NULL,
    expires_at  timestamptz  NOT NULL,

    CONSTRAINT lease_pkey PRIMARY KEY (name),
    CONSTRAINT lease_fence_is_counted_from_one CHECK (fence >= 1)
);

COMMENT ON TABLE  lease IS 'Who does a piece of background work just now. No tenant''s: a node works for all of them.';
COMMENT ON COLUMN lease.holder IS 'Names the running process.';
COMMENT ON COLUMN lease.fence IS 'Grows with each change of the holder. Each effect of the work asks whether it is still this one.';
COMMENT ON COLUMN lease.expires_at IS 'From then on anybody may take it.';

GRANT SELECT, INSERT, UPDATE ON lease TO rampart_app;

-- A mail is written with the change that it tells of, and sent afterwards: what is
-- rolled back is never sent.

CREATE TABLE outbox (
    org_id       uuid         NOT NULL,
    mail_id      uuid         NOT NULL,
    sender       text         NOT NULL,
    recipient    bytea,
    subject      bytea,
    text_part    bytea,
    html_part    bytea,
    created_at   timestamptz  NOT NULL,
    due_at       timestamptz  NOT NULL,
    attempts     integer      NOT NULL,
    failure      text,
    given_up_at  timestamptz,

    CONSTRAINT outbox_pkey PRIMARY KEY (org_id, mail_id),
    CONSTRAINT outbox_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT outbox_attempts_are_counted CHECK (attempts >= 0),
    CONSTRAINT outbox_failure_length CHECK (char_length(failure) <= 200),
    CONSTRAINT outbox_is_whole_until_given_up CHECK (
        CASE WHEN given_up_at IS NULL THEN num_nulls(recipient, subject, text_part, html_part) = 0
             ELSE num_nonnulls(recipient, subject, text_part, html_part) = 0 END)
);

CREATE INDEX outbox_org_due_idx ON outbox (org_id, due_at) WHERE given_up_at IS NULL;
-- Finds the organizations that have something to send, among all of them.
CREATE INDEX outbox_due_idx ON outbox (due_at) WHERE given_up_at IS NULL;
CREATE INDEX outbox_given_up_at_idx ON outbox (org_id, given_up_at);

COMMENT ON TABLE  outbox IS 'Mail that is not sent yet. A row is deleted when the mail is sent.';
COMMENT ON COLUMN outbox.sender IS 'The name it is sent under: the organization''s.';
COMMENT ON COLUMN outbox.recipient IS 'Sealed, as are the next three, for there are addresses and links in them. Null once given up.';
COMMENT ON COLUMN outbox.due_at IS 'Not before then. Moved ahead by each attempt, so that a second one cannot begin meanwhile.';
COMMENT ON COLUMN outbox.attempts IS 'Begun so far. Names the one under way, so that only that one is recorded.';
COMMENT ON COLUMN outbox.failure IS 'What became of the last attempt, without address or content.';
COMMENT ON COLUMN outbox.given_up_at IS 'Null: will be tried.';

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_tenant ON outbox
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

-- Whoever sends looks for organizations that have something due. What is in a row is
-- sealed, and may be claimed in the organization's own transaction alone.
CREATE POLICY outbox_of_all ON outbox FOR SELECT
    USING (current_setting('rampart.organizations', true) = 'all' AND given_up_at IS NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO rampart_app;

CREATE TABLE invitation (
    org_id           uuid         NOT NULL,
    invitation_id    uuid         NOT NULL,
    token_hash       bytea        NOT NULL,
    email            text         NOT NULL,
    email_canonical  text         NOT NULL,
    roles            text         NOT NULL,
    given_name       text,
    family_name      text,
    locale           text,
    version          bigint       NOT NULL,
    created_at       timestamptz  NOT NULL,
    expires_at       timestamptz  NOT NULL,
    revoked_at       timestamptz,
    accepted_at      timestamptz,
    user_id          uuid,

    CONSTRAINT invitation_pkey PRIMARY KEY (org_id, invitation_id),
    CONSTRAINT invitation_token_hash_key UNIQUE (org_id, token_hash),
    CONSTRAINT invitation_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT invitation_user_fkey
        FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED, -- It is accepted first: of many who try, one goes on to become the person.
    CONSTRAINT invitation_token_hash_is_sha256 CHECK (octet_length(token_hash) = 32),
    CONSTRAINT invitation_accepted_by_somebody CHECK ((accepted_at IS NULL) = (user_id IS NULL)),
    CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);

CREATE UNIQUE INDEX invitation_one_is_open_idx ON invitation (org_id, email_canonical)
    WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitation_email_idx ON invitation (org_id, email_canonical);
CREATE INDEX invitation_expires_at_idx ON invitation (org_id, expires_at);
CREATE INDEX invitation_user_id_idx ON invitation (org_id, user_id);

COMMENT ON TABLE  invitation IS 'Somebody who was asked to join. At most one of an address is open. Goes with the person who accepted it.';
COMMENT ON COLUMN invitation.token_hash IS 'SHA-256 of the secret in the link. The secret itself stands in the mail alone.';
COMMENT ON COLUMN invitation.email_canonical IS 'As in app_user.';
COMMENT ON COLUMN invitation.roles IS 'What they start with: names of roles, separated by spaces.';
COMMENT ON COLUMN invitation.revoked_at IS 'Not before expires_at: it had expired, and made room for another.';
COMMENT ON COLUMN invitation.accepted_at IS 'Set once, with the person.';

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_tenant ON invitation
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO rampart_app;
