-- What is known of a person can be made unreadable: each has a key of their own,
-- under which the audit log keeps it, and which goes with their row. Whoever is
-- deleted can be brought back for a while, and is erased then.

ALTER TABLE app_user ADD COLUMN personal_key bytea;
ALTER TABLE app_user ADD COLUMN deleted_at timestamptz;

COMMENT ON COLUMN app_user.personal_key IS 'Seals what the audit log says of the person; itself sealed under the organization''s data key. Null until the first event that needs it.';
COMMENT ON COLUMN app_user.deleted_at IS 'Null: not deleted. Whoever is deleted is disabled, too, so that nothing has to ask twice.';

ALTER TABLE audit_event ADD COLUMN actor_personal bytea;
ALTER TABLE audit_event ADD COLUMN target_personal bytea;

COMMENT ON COLUMN audit_event.actor_personal IS 'Name, address and user agent of the person who did it, sealed under the key of that person.';
COMMENT ON COLUMN audit_event.target_personal IS 'The same of the person it was done to, with the values that were changed; the fields stand in changes, without values.';
COMMENT ON COLUMN audit_event.hash IS 'SHA-256 of the event in its canonical form, in which what is sealed stands as it is sealed.';

CREATE TABLE user_erasure (
    org_id       uuid         NOT NULL,
    user_id      uuid         NOT NULL,
    was_enabled  boolean      NOT NULL,
    due_at       timestamptz  NOT NULL,

    CONSTRAINT user_erasure_pkey PRIMARY KEY (org_id, user_id),
    CONSTRAINT user_erasure_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id)
);

-- Whoever erases asks for what is due in all organizations at once.
CREATE INDEX user_erasure_due_at_idx ON user_erasure (due_at);

COMMENT ON TABLE  user_erasure IS 'Who is deleted, and when they are to be erased. Until then they can be restored.';
COMMENT ON COLUMN user_erasure.was_enabled IS 'What they are again when they are restored.';

ALTER TABLE user_erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY user_erasure_tenant ON user_erasure
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);
CREATE POLICY user_erasure_of_all ON user_erasure FOR SELECT
    USING (current_setting('rampart.organizations', true) = 'all');

GRANT SELECT, INSERT, DELETE ON user_erasure TO rampart_app;

ALTER TABLE idempotency_key ADD COLUMN mentions uuid[];

COMMENT ON COLUMN idempotency_key.mentions IS 'The ids that stand in the answer: whoever is erased takes the answers about them along.';
