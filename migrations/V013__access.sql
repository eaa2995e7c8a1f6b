-- What an organization decides for itself about access: roles of its own, groups
-- that carry roles, and the resource servers that tokens are for (RFC 8707).

CREATE TABLE role (
    org_id             uuid         NOT NULL,
    role_id            uuid         NOT NULL,
    name               text         NOT NULL,
    description        text         NOT NULL,
    permissions        text[]       NOT NULL,
    application_roles  text[]       NOT NULL,
    version            bigint       NOT NULL,
    created_at         timestamptz  NOT NULL,
    updated_at         timestamptz  NOT NULL,

    CONSTRAINT role_pkey PRIMARY KEY (org_id, role_id),
    CONSTRAINT role_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT role_name_key UNIQUE (org_id, name),
    CONSTRAINT role_name_is_not_built_in CHECK (
        name NOT IN ('owner', 'admin', 'auditor', 'helpdesk', 'instance-admin'))
);

COMMENT ON TABLE  role IS 'A role that an organization has made. The built-in ones are in the program.';
COMMENT ON COLUMN role.permissions IS 'What it lets its holders do in the admin API, each as resource:verb.';
COMMENT ON COLUMN role.application_roles IS 'What it means to applications: words for the roles claim.';
COMMENT ON COLUMN role.version IS 'Counts changes.';

ALTER TABLE role ENABLE ROW LEVEL SECURITY;
ALTER TABLE role FORCE ROW LEVEL SECURITY;
CREATE POLICY role_tenant ON role
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON role TO rampart_app;

CREATE TABLE user_group (
    org_id           uuid         NOT NULL,
    group_id         uuid         NOT NULL,
    name             text         NOT NULL,
    name_canonical   text         COLLATE "C" NOT NULL,
    description      text         NOT NULL,
    parent_group_id  uuid,
    version          bigint       NOT NULL,
    created_at       timestamptz  NOT NULL,
    updated_at       timestamptz  NOT NULL,

    CONSTRAINT user_group_pkey PRIMARY KEY (org_id, group_id),
    CONSTRAINT user_group_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT user_group_parent_fkey
        FOREIGN KEY (org_id, parent_group_id) REFERENCES user_group (org_id, group_id),
    CONSTRAINT user_group_name_key UNIQUE (org_id, name_canonical),
    CONSTRAINT user_group_is_not_in_itself CHECK (parent_group_id <> group_id)
);

CREATE INDEX user_group_parent_idx ON user_group (org_id, parent_group_id);

COMMENT ON TABLE  user_group IS 'A group of people and service accounts. Its members hold its roles and those of every group above it.';
COMMENT ON COLUMN user_group.name_canonical IS 'NFKC, lower case: made by the server, compared byte by byte.';
COMMENT ON COLUMN user_group.parent_group_id IS 'The group it is in. Whoever changes one holds the organization''s row, so that no circle closes.';
COMMENT ON COLUMN user_group.version IS 'Counts changes of the group itself, not of its members or roles.';

ALTER TABLE user_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_group FORCE ROW LEVEL SECURITY;
CREATE POLICY user_group_tenant ON user_group
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON user_group TO rampart_app;

CREATE TABLE group_member (
    org_id       uuid         NOT NULL,
    group_id     uuid         NOT NULL,
    member_kind  text         NOT NULL,
    member_id    text         NOT NULL,
    added_at     timestamptz  NOT NULL,

    CONSTRAINT group_member_pkey PRIMARY KEY (org_id, group_id, member_kind, member_id),
    CONSTRAINT group_member_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES user_group (org_id, group_id),
    CONSTRAINT group_member_kind_is_known CHECK (member_kind IN ('user', 'client'))
);

CREATE INDEX group_member_member_idx ON group_member (org_id, member_kind, member_id);

COMMENT ON TABLE  group_member IS 'Who is in a group itself. Who is in a group within it is not said again.';
COMMENT ON COLUMN group_member.member_id IS 'A user_id or a client_id.';

ALTER TABLE group_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_member FORCE ROW LEVEL SECURITY;
CREATE POLICY group_member_tenant ON group_member
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, DELETE ON group_member TO rampart_app;

ALTER TABLE role_assignment ADD COLUMN role_id uuid;
ALTER TABLE role_assignment DROP CONSTRAINT role_assignment_role_is_built_in;
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_role_is_known CHECK (
    role_id IS NULL AND role IN ('owner', 'admin', 'auditor', 'helpdesk', 'instance-admin')
    OR role_id IS NOT NULL AND role = role_id::text);
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_role_fkey
    FOREIGN KEY (org_id, role_id) REFERENCES role (org_id, role_id) ON DELETE CASCADE;
ALTER TABLE role_assignment DROP CONSTRAINT role_assignment_holder_kind_is_known;
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_holder_kind_is_known
    CHECK (holder_kind IN ('user', 'client', 'group'));

CREATE INDEX role_assignment_role_idx ON role_assignment (org_id, role);
CREATE INDEX role_assignment_role_id_idx ON role_assignment (org_id, role_id);

COMMENT ON TABLE  role_assignment IS 'Which roles a person, a service account or a group was given.';
COMMENT ON COLUMN role_assignment.holder_id IS 'A user_id, a client_id or a group_id.';
COMMENT ON COLUMN role_assignment.role IS 'The name of a built-in role, or the id of one of the organization''s own.';
COMMENT ON COLUMN role_assignment.role_id IS 'Null for a built-in role. What is deleted is held by nobody.';

CREATE TABLE resource_server (
    org_id                 uuid         NOT NULL,
    resource_server_id     uuid         NOT NULL,
    identifier             text         COLLATE "C" NOT NULL,
    name                   text         NOT NULL,
    scope_names            text[]       NOT NULL,
    scope_descriptions     text[]       NOT NULL,
    access_token_lifetime  integer,
    signing_alg            text,
    includes_roles         boolean      NOT NULL,
    version                bigint       NOT NULL,
    created_at             timestamptz  NOT NULL,
    updated_at             timestamptz  NOT NULL,

    CONSTRAINT resource_server_pkey PRIMARY KEY (org_id, resource_server_id),
    CONSTRAINT resource_server_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT resource_server_identifier_key UNIQUE (org_id, identifier),
    CONSTRAINT resource_server_describes_each_scope CHECK (cardinality(scope_names) = cardinality(scope_descriptions)),
    CONSTRAINT resource_server_algorithm_is_known CHECK (signing_alg IN ('RS256', 'ES256')),
    CONSTRAINT resource_server_lifetime_is_positive CHECK (access_token_lifetime > 0)
);

COMMENT ON TABLE  resource_server IS 'An API of an organization that access tokens are for.';
COMMENT ON COLUMN resource_server.identifier IS 'An absolute URI: the resource parameter (RFC 8707 §2), and the aud of its tokens.';
COMMENT ON COLUMN resource_server.scope_descriptions IS 'What each of scope_names means to people, in the same order.';
COMMENT ON COLUMN resource_server.access_token_lifetime IS 'Seconds. Null: as for all others.';
COMMENT ON COLUMN resource_server.signing_alg IS 'Null: as the client has it.';
COMMENT ON COLUMN resource_server.includes_roles IS 'Whether application roles stand in its tokens (RFC 9068 §2.2.3.1).';

ALTER TABLE resource_server ENABLE ROW LEVEL SECURITY;
ALTER TABLE resource_server FORCE ROW LEVEL SECURITY;
CREATE POLICY resource_server_tenant ON resource_server
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON resource_server TO rampart_app;

ALTER TABLE client ADD COLUMN is_service_account boolean
    GENERATED ALWAYS AS (grant_types = ARRAY['client_credentials']) STORED;

CREATE INDEX client_service_account_idx ON client (org_id, is_service_account, client_id);

COMMENT ON COLUMN client.is_service_account IS 'Whether it acts for itself and for nobody else.';
