-- A person in a browser, and the way to get there.

CREATE TABLE sign_in_flow (
    org_id        uuid         NOT NULL,
    flow_hash     bytea        NOT NULL,
    browser_hash  bytea        NOT NULL,
    client_id     text,
    request       text         NOT NULL,
    login_hint    text,
    user_id       uuid,
    created_at    timestamptz  NOT NULL,
    expires_at    timestamptz  NOT NULL,
    completed_at  timestamptz,
    resumed_at    timestamptz,

    CONSTRAINT sign_in_flow_pkey PRIMARY KEY (org_id, flow_hash),
    CONSTRAINT sign_in_flow_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT sign_in_flow_hashes_are_sha256 CHECK (octet_length(flow_hash) = 32 AND octet_length(browser_hash) = 32),
    CONSTRAINT sign_in_flow_completed_by_somebody CHECK ((completed_at IS NULL) = (user_id IS NULL)),
    CONSTRAINT sign_in_flow_resumed_when_complete CHECK (resumed_at IS NULL OR completed_at IS NOT NULL)
);

CREATE INDEX sign_in_flow_expires_at_idx ON sign_in_flow (org_id, expires_at);

COMMENT ON TABLE  sign_in_flow IS 'A sign-in under way. Each is completed once and resumed once.';
COMMENT ON COLUMN sign_in_flow.flow_hash IS 'SHA-256 of what names it in the browser''s address.';
COMMENT ON COLUMN sign_in_flow.browser_hash IS 'SHA-256 of the cookie of the browser that began it; no other can go on.';
COMMENT ON COLUMN sign_in_flow.request IS 'The query of the authorization request to return to; empty: none.';
COMMENT ON COLUMN sign_in_flow.user_id IS 'Who signed in.';
COMMENT ON COLUMN sign_in_flow.resumed_at IS 'Set once, when the authorization request went on.';

ALTER TABLE sign_in_flow ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_flow FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_flow_tenant ON sign_in_flow
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_flow TO rampart_app;

CREATE TABLE session (
    org_id        uuid         NOT NULL,
    session_id    uuid         NOT NULL,
    token_hash    bytea        NOT NULL,
    user_id       uuid         NOT NULL,
    auth_time     timestamptz  NOT NULL,
    acr           text         NOT NULL,
    amr           text[]       NOT NULL,
    ip            text,
    user_agent    text,
    created_at    timestamptz  NOT NULL,
    last_used_at  timestamptz  NOT NULL,
    expires_at    timestamptz  NOT NULL,
    ended_at      timestamptz,

    CONSTRAINT session_pkey PRIMARY KEY (org_id, session_id),
    CONSTRAINT session_token_hash_key UNIQUE (org_id, token_hash),
    CONSTRAINT session_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id),
    CONSTRAINT session_token_hash_is_sha256 CHECK (octet_length(token_hash) = 32)
);

CREATE INDEX session_user_id_idx ON session (org_id, user_id);
CREATE INDEX session_expires_at_idx ON session (org_id, expires_at);

COMMENT ON TABLE  session IS 'One person in one browser, for all applications of the organization.';
COMMENT ON COLUMN session.session_id IS 'The sid of tokens.';
COMMENT ON COLUMN session.token_hash IS 'SHA-256 of the cookie. A new sign-in of the same person replaces it.';
COMMENT ON COLUMN session.auth_time IS 'When the person last proved who they are (OIDC Core §2).';
COMMENT ON COLUMN session.amr IS 'How (RFC 8176).';

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_tenant ON session
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO rampart_app;
