-- What an organization has chosen for itself, how its pages look, and its end.

CREATE TABLE organization_settings (
    org_id                     uuid         NOT NULL,
    password_min_length        integer,
    password_max_length        integer,
    password_blocked_words     text[]       NOT NULL,
    session_idle               integer,
    session_absolute           integer,
    sessions_per_user          integer,
    default_access_token_lifetime integer,
    id_token_lifetime          integer,
    code_lifetime              integer,
    access_token_algorithm     text,
    compatibility              text         NOT NULL,
    brand_display_name         text,
    brand_logo_uri             text,
    brand_primary_color        text,
    brand_background_color     text,
    version                    bigint       NOT NULL,
    updated_at                 timestamptz  NOT NULL,

    CONSTRAINT organization_settings_pkey PRIMARY KEY (org_id),
    CONSTRAINT organization_settings_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT organization_settings_password_lengths CHECK (
        password_min_length BETWEEN 8 AND 64 AND password_max_length BETWEEN 64 AND 256),
    CONSTRAINT organization_settings_blocked_words_are_few CHECK (cardinality(password_blocked_words) <= 100),
    CONSTRAINT organization_settings_session_bounds CHECK (
        session_idle BETWEEN 60 AND 2592000 AND session_absolute BETWEEN 300 AND 31536000
        AND sessions_per_user BETWEEN 1 AND 1000),
    CONSTRAINT organization_settings_token_bounds CHECK (
        default_access_token_lifetime BETWEEN 30 AND 86400 AND id_token_lifetime BETWEEN 30 AND 86400
        AND code_lifetime BETWEEN 10 AND 600),
    CONSTRAINT organization_settings_algorithm_is_known CHECK (access_token_algorithm IN ('RS256', 'ES256')),
    CONSTRAINT organization_settings_compatibility_is_known
        CHECK (compatibility IN ('strict', 'openid_certification')),
    CONSTRAINT organization_settings_brand_shapes CHECK (
        char_length(brand_display_name) BETWEEN 1 AND 200 AND char_length(brand_logo_uri) <= 2048
        AND brand_primary_color ~ '^#[0-9a-f]{6}$' AND brand_background_color ~ '^#[0-9a-f]{6}$')
);

COMMENT ON TABLE  organization_settings IS 'What an organization has chosen. No row, or null: what the server has.';
COMMENT ON COLUMN organization_settings.password_min_length IS 'In characters as people count them.';
COMMENT ON COLUMN organization_settings.password_max_length IS 'In UTF-16 code units.';
COMMENT ON COLUMN organization_settings.password_blocked_words IS 'Lower case. None of them may stand in a password.';
COMMENT ON COLUMN organization_settings.session_idle IS 'Seconds that a session may lie unused.';
COMMENT ON COLUMN organization_settings.session_absolute IS 'Seconds from a sign-in until the session is over, used or not.';
COMMENT ON COLUMN organization_settings.sessions_per_user IS 'A sign-in beyond that ends the one that was used least lately.';
COMMENT ON COLUMN organization_settings.default_access_token_lifetime IS 'Seconds, where a resource server has no other.';
COMMENT ON COLUMN organization_settings.id_token_lifetime IS 'Seconds.';
COMMENT ON COLUMN organization_settings.code_lifetime IS 'Seconds that an authorization code is good.';
COMMENT ON COLUMN organization_settings.access_token_algorithm IS 'For clients that have not chosen themselves.';
COMMENT ON COLUMN organization_settings.compatibility IS 'openid_certification: PKCE is optional for confidential clients.';
COMMENT ON COLUMN organization_settings.brand_logo_uri IS 'An https URL, loaded by the browsers of those who sign in.';
COMMENT ON COLUMN organization_settings.version IS 'Counts changes. An organization without a row is at 1.';

ALTER TABLE organization_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY organization_settings_tenant ON organization_settings
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON organization_settings TO rampart_app;

-- A client may leave it to its organization.
ALTER TABLE client ALTER COLUMN access_token_signed_response_alg DROP NOT NULL;

COMMENT ON COLUMN client.access_token_signed_response_alg IS 'Null: as its organization has it.';

-- Where PKCE is optional, a code may have been asked for without it.
ALTER TABLE authorization_code ALTER COLUMN challenge DROP NOT NULL;

COMMENT ON COLUMN authorization_code.challenge IS 'PKCE S256 challenge, base64url (RFC 7636 §4.2). Null: there was none.';

-- The end of an organization, in two steps: it is marked, and erased when the
-- time has come, or when somebody who may says so.
ALTER TABLE organization
    ADD COLUMN deletion_at timestamptz,
    ADD COLUMN enabled_before_deletion boolean,
    ADD COLUMN erasing_since timestamptz,
    ADD CONSTRAINT organization_marked_is_disabled CHECK (deletion_at IS NULL OR NOT enabled),
    ADD CONSTRAINT organization_erased_when_marked CHECK (erasing_since IS NULL OR deletion_at IS NOT NULL);

COMMENT ON COLUMN organization.deletion_at IS 'When it will be erased. Null: it is not to be.';
COMMENT ON COLUMN organization.enabled_before_deletion IS 'What it returns to when it is restored.';
COMMENT ON COLUMN organization.erasing_since IS 'From here on it cannot be restored.';

CREATE INDEX organization_deletion_at_idx ON organization (deletion_at) WHERE deletion_at IS NOT NULL;

-- Erases up to so many rows of an organization that is being erased, the last of
-- them its own; says how many there were, so that none means that it is gone.
-- Every table with an org_id is emptied, whoever made it, in an order that its
-- foreign keys allow: a table that is still pointed at waits. What is kept is the
-- audit log, which nobody can read as this organization's once its key is shredded:
-- together with the organization's own row, so that nothing else is left by then.
-- The serving role can erase nobody who is not marked, and no row by itself.
CREATE FUNCTION erase_organization(tenant uuid, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    emptied oid[] := array[]::oid[];
    next oid;
    gone integer;
BEGIN
    IF most NOT BETWEEN 1 AND 100000 THEN
        RAISE EXCEPTION 'between 1 and 100000 rows at a time, not %', most;
    END IF;
    PERFORM set_config('rampart.org_id', tenant::text, true);
    PERFORM FROM organization WHERE org_id = tenant AND erasing_since IS NOT NULL FOR UPDATE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    LOOP
        SELECT c.oid INTO next FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND c.relname NOT LIKE 'audit\_%' AND c.oid <> ALL (emptied)
        AND NOT EXISTS (
            SELECT FROM pg_constraint f JOIN pg_class r ON r.oid = f.conrelid AND r.relkind = 'r'
            WHERE f.contype = 'f' AND f.confrelid = c.oid AND f.conrelid <> c.oid AND f.conrelid <> ALL (emptied))
        ORDER BY c.relname = 'organization', c.relname = 'data_key', c.relname
        LIMIT 1;
        IF next IS NULL THEN
            RAISE EXCEPTION 'the tables that are left point at one another in a circle';
        END IF;
        EXECUTE format(
            'DELETE FROM %s WHERE org_id = $1 AND ctid = ANY (array(SELECT ctid FROM %s WHERE org_id = $1 LIMIT $2))',
            next::regclass, next::regclass) USING tenant, most;
        GET DIAGNOSTICS gone = ROW_COUNT;
        IF gone > 0 AND next <> 'public.data_key'::regclass THEN
            RETURN gone;
        END IF;
        emptied := emptied || next;
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION erase_organization(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_organization(uuid, integer) TO rampart_app;
