-- What the planner must know of people who come by the thousand, and the orders
-- that lists can be read in. No version without these indexes has been released,
-- so that none of them is made beside a server that writes.

-- The planner goes by what it was last told of a table. Of one that was empty then,
-- every index that begins with the organization looks as good as the right one, and
-- that plan is kept by the connection: each key that refers to a person is then held
-- against everybody of the organization, until autovacuum comes by. So whoever makes
-- many people has the tables looked at whenever they have doubled. The serving role
-- may call this, and owns nothing of it.
CREATE FUNCTION note_growth_of_people() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    known integer := (SELECT greatest(relpages, 8) FROM pg_class WHERE oid = 'public.app_user'::regclass);
BEGIN
    IF pg_relation_size('public.app_user') > 2 * known * current_setting('block_size')::bigint THEN
        ANALYZE (SKIP_LOCKED) public.app_user, public.user_token;
    END IF;
END $$;

REVOKE ALL ON FUNCTION note_growth_of_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_growth_of_people() TO rampart_app;

-- Letter by letter, whatever the database's collation is. Who has no username or no
-- address comes first; the id tells apart what has the same name.
CREATE INDEX app_user_username_order_idx
    ON app_user (org_id, (coalesce(username_canonical, '') COLLATE "C"), user_id);
CREATE INDEX app_user_email_order_idx
    ON app_user (org_id, (coalesce(email_canonical, '') COLLATE "C"), user_id);
CREATE INDEX client_name_order_idx ON client (org_id, client_name COLLATE "C", client_id COLLATE "C");
CREATE INDEX organization_name_order_idx ON organization (name COLLATE "C", org_id);
CREATE INDEX organization_slug_order_idx ON organization (slug COLLATE "C");

-- The planner holds it for unlikely that a setting equals a word, so that a page of
-- all organizations would be found by reading every one of them. It has no opinion
-- of a CASE, which says the same.
ALTER POLICY organization_of_a_list ON organization
    USING (CASE WHEN current_setting('rampart.organizations', true) = 'all' THEN true ELSE false END);

-- Whoever watches the server counts what waits and what was given up. Of a mail that
-- was given up nothing is left but whose it was, and why.
ALTER POLICY outbox_of_all ON outbox USING (current_setting('rampart.organizations', true) = 'all');

CREATE INDEX outbox_waiting_idx ON outbox (created_at) WHERE given_up_at IS NULL;
CREATE INDEX outbox_given_up_idx ON outbox (given_up_at) WHERE given_up_at IS NOT NULL;
