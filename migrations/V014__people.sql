-- Somebody whose password has to be changed: by whom it was set knows it. The
-- right one opens no session, but the step at which another is chosen.

-- The default is for servers of the version before, which do not name the column. It goes with them.
ALTER TABLE app_user ADD COLUMN password_change_required boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN app_user.password_change_required IS 'Whether the next sign-in begins with choosing another password.';

ALTER TABLE sign_in_flow ADD COLUMN demanded_of uuid;
ALTER TABLE sign_in_flow ADD COLUMN demanded_hash bytea;
ALTER TABLE sign_in_flow ADD CONSTRAINT sign_in_flow_demands_of_somebody
    CHECK ((demanded_of IS NULL) = (demanded_hash IS NULL) AND octet_length(demanded_hash) = 32);

COMMENT ON COLUMN sign_in_flow.demanded_of IS 'Who has given the right password, and has to choose another. Null: nobody.';
COMMENT ON COLUMN sign_in_flow.demanded_hash IS 'SHA-256 of the hash it was compared with: once that is another, it shows nothing any more.';
