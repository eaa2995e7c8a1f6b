-- People. The columns are the standard claims of OIDC Core §5.1.

CREATE TABLE app_user (
    org_id                 uuid         NOT NULL,
    user_id                uuid         NOT NULL,
    username               text,
    username_canonical     text,
    email                  text,
    email_canonical        text,
    email_verified         boolean      NOT NULL,
    given_name             text,
    family_name            text,
    middle_name            text,
    nickname               text,
    name                   text,
    profile                text,
    picture                text,
    website                text,
    gender                 text,
    birthdate              text,
    phone_number           text,
    phone_number_verified  boolean      NOT NULL,
    address_formatted      text,
    address_street         text,
    address_locality       text,
    address_region         text,
    address_postal_code    text,
    address_country        text,
    locale                 text,
    zoneinfo               text,
    attributes             jsonb        NOT NULL,
    enabled                boolean      NOT NULL,
    version                bigint       NOT NULL,
    created_at             timestamptz  NOT NULL,
    updated_at             timestamptz  NOT NULL,

    CONSTRAINT app_user_pkey PRIMARY KEY (org_id, user_id),
    CONSTRAINT app_user_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT app_user_username_key UNIQUE (org_id, username_canonical),
    CONSTRAINT app_user_email_key UNIQUE (org_id, email_canonical),
    CONSTRAINT app_user_has_a_name_to_sign_in_with CHECK (username IS NOT NULL OR email IS NOT NULL),
    CONSTRAINT app_user_username_is_no_address CHECK (username_canonical !~ '@')
);

COMMENT ON TABLE  app_user IS 'A person of one organization. The same address in two organizations is two people.';
COMMENT ON COLUMN app_user.user_id IS 'The sub of tokens, for public subjects (OIDC Core §8).';
COMMENT ON COLUMN app_user.username_canonical IS 'NFKC, lower case: made by the server, compared with plain equality.';
COMMENT ON COLUMN app_user.email_canonical IS 'As username_canonical.';
COMMENT ON COLUMN app_user.address_formatted IS 'This and the next five: the members of the address claim (OIDC Core §5.1.1).';
COMMENT ON COLUMN app_user.attributes IS 'What the organization keeps beside the standard claims.';

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY app_user_tenant ON app_user
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON app_user TO rampart_app;

CREATE TABLE user_password (
    org_id      uuid         NOT NULL,
    user_id     uuid         NOT NULL,
    hash        text         NOT NULL,
    changed_at  timestamptz  NOT NULL,

    CONSTRAINT user_password_pkey PRIMARY KEY (org_id, user_id),
    CONSTRAINT user_password_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id)
);

COMMENT ON TABLE  user_password IS 'The password of a person who has one.';
COMMENT ON COLUMN user_password.hash IS 'A PHC string: algorithm, parameters, salt and digest (RFC 9106).';
COMMENT ON COLUMN user_password.changed_at IS 'When the person last chose a password. Hashing it anew does not count.';

ALTER TABLE user_password ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_password FORCE ROW LEVEL SECURITY;
CREATE POLICY user_password_tenant ON user_password
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON user_password TO rampart_app;
