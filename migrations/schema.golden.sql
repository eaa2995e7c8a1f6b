-- The schema after all migrations, for review. SchemaTest compares it with the real one,
-- and writes it anew with -Dgolden.rewrite=true.

TABLE app_user -- A person of one organization. The same address in two organizations is two people.
    COLUMN org_id uuid NOT NULL
    COLUMN user_id uuid NOT NULL -- The sub of tokens, for public subjects (OIDC Core §8).
    COLUMN username text
    COLUMN username_canonical text -- NFKC, lower case: made by the server, compared with plain equality.
    COLUMN email text
    COLUMN email_canonical text -- As username_canonical.
    COLUMN email_verified boolean NOT NULL
    COLUMN given_name text
    COLUMN family_name text
    COLUMN middle_name text
    COLUMN nickname text
    COLUMN name text
    COLUMN profile text
    COLUMN picture text
    COLUMN website text
    COLUMN gender text
    COLUMN birthdate text
    COLUMN phone_number text
    COLUMN phone_number_verified boolean NOT NULL
    COLUMN address_formatted text -- This and the next five: the members of the address claim (OIDC Core §5.1.1).
    COLUMN address_street text
    COLUMN address_locality text
    COLUMN address_region text
    COLUMN address_postal_code text
    COLUMN address_country text
    COLUMN locale text
    COLUMN zoneinfo text
    COLUMN attributes jsonb NOT NULL -- What the organization keeps beside the standard claims.
    COLUMN enabled boolean NOT NULL
    COLUMN version bigint NOT NULL
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN updated_at timestamp with time zone NOT NULL
    COLUMN password_change_required boolean NOT NULL DEFAULT false -- Whether the next sign-in begins with choosing another password.
    COLUMN personal_key bytea -- Seals what the audit log says of the person; itself sealed under the organization's data key. Null until the first event that needs it.
    COLUMN deleted_at timestamp with time zone -- Null: not deleted. Whoever is deleted is disabled, too, so that nothing has to ask twice.
    CONSTRAINT app_user_email_key UNIQUE (org_id, email_canonical)
    CONSTRAINT app_user_has_a_name_to_sign_in_with CHECK (((username IS NOT NULL) OR (email IS NOT NULL)))
    CONSTRAINT app_user_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT app_user_pkey PRIMARY KEY (org_id, user_id)
    CONSTRAINT app_user_username_is_no_address CHECK ((username_canonical !~ '@'::text))
    CONSTRAINT app_user_username_key UNIQUE (org_id, username_canonical)
    CREATE INDEX app_user_email_order_idx ON public.app_user USING btree (org_id, COALESCE(email_canonical, ''::text) COLLATE "C", user_id)
    CREATE INDEX app_user_username_order_idx ON public.app_user USING btree (org_id, COALESCE(username_canonical, ''::text) COLLATE "C", user_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY app_user_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE audit_event PARTITION BY RANGE (id) -- Append-only: the server may insert and read, nobody may change or delete.
    COLUMN org_id uuid NOT NULL
    COLUMN id uuid NOT NULL -- UUIDv7 (RFC 9562 §5.7): ordered by time, so ranges of ids are ranges of time.
    COLUMN type text NOT NULL -- What happened, as noun.verb.
    COLUMN actor_kind text NOT NULL -- user, client, system or anonymous.
    COLUMN actor_id text
    COLUMN actor_name text
    COLUMN actor_org_id uuid -- The organization of an actor from elsewhere; null for one of this organization.
    COLUMN target_kind text
    COLUMN target_id text
    COLUMN target_name text
    COLUMN ip text
    COLUMN user_agent text
    COLUMN request_id text
    COLUMN session_id uuid
    COLUMN outcome text NOT NULL
    COLUMN reason text -- Why it was refused, in a word of the server's own.
    COLUMN changes jsonb NOT NULL -- Field by field {before, after}. Never a secret.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN hash bytea NOT NULL -- SHA-256 of the event in its canonical form, in which what is sealed stands as it is sealed.
    COLUMN mac bytea NOT NULL -- HMAC-SHA256 of that hash under the organization's audit key.
    COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id() -- The transaction that wrote it: chooses what is sealed next, proves nothing.
    COLUMN actor_personal bytea -- Name, address and user agent of the person who did it, sealed under the key of that person.
    COLUMN target_personal bytea -- The same of the person it was done to, with the values that were changed; the fields stand in changes, without values.
    CONSTRAINT audit_event_failure_has_a_reason CHECK (((outcome = 'success'::text) OR (reason IS NOT NULL)))
    CONSTRAINT audit_event_hash_is_sha256 CHECK ((octet_length(hash) = 32))
    CONSTRAINT audit_event_mac_is_sha256 CHECK ((octet_length(mac) = 32))
    CONSTRAINT audit_event_outcome_is_known CHECK ((outcome = ANY (ARRAY['success'::text, 'failure'::text])))
    CONSTRAINT audit_event_pkey PRIMARY KEY (org_id, id)
    CONSTRAINT audit_event_type_is_noun_verb CHECK ((type ~ '^[a-z_]+\.[a-z_]+$'::text))
    CREATE INDEX audit_event_actor_idx ON ONLY public.audit_event USING btree (org_id, actor_id, id)
    CREATE INDEX audit_event_request_idx ON ONLY public.audit_event USING btree (org_id, request_id, id)
    CREATE INDEX audit_event_target_idx ON ONLY public.audit_event USING btree (org_id, target_id, id)
    CREATE INDEX audit_event_type_idx ON ONLY public.audit_event USING btree (org_id, type, id)
    CREATE INDEX audit_event_xid_idx ON ONLY public.audit_event USING btree (org_id, xid)
    ROW LEVEL SECURITY enabled, forced
    POLICY audit_event_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_is_append_only()
    GRANT INSERT, SELECT TO rampart_app

TABLE authorization_code -- One row per code issued; deleted some time after expires_at.
    COLUMN org_id uuid NOT NULL
    COLUMN code_hash bytea NOT NULL -- SHA-256 of the code. The code itself is never stored.
    COLUMN grant_id uuid NOT NULL
    COLUMN redirect_uri text NOT NULL
    COLUMN challenge text -- PKCE S256 challenge, base64url (RFC 7636 §4.2). Null: there was none.
    COLUMN nonce text
    COLUMN expires_at timestamp with time zone NOT NULL
    COLUMN redeemed_at timestamp with time zone -- Null until used. Set once, by redemption.
    CONSTRAINT authorization_code_grant_fkey FOREIGN KEY (org_id, grant_id) REFERENCES user_grant(org_id, grant_id)
    CONSTRAINT authorization_code_hash_is_sha256 CHECK ((octet_length(code_hash) = 32))
    CONSTRAINT authorization_code_pkey PRIMARY KEY (org_id, code_hash)
    CREATE INDEX authorization_code_expires_at_idx ON public.authorization_code USING btree (org_id, expires_at)
    CREATE INDEX authorization_code_grant_id_idx ON public.authorization_code USING btree (org_id, grant_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY authorization_code_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE client -- An OAuth client of one organization (RFC 6749 §2).
    COLUMN org_id uuid NOT NULL
    COLUMN client_id text NOT NULL
    COLUMN client_name text NOT NULL
    COLUMN token_endpoint_auth_method text NOT NULL
    COLUMN grant_types text[] NOT NULL
    COLUMN redirect_uris text[] NOT NULL -- Compared character by character (RFC 9700 §4.1.3).
    COLUMN post_logout_redirect_uris text[] NOT NULL
    COLUMN scope text NOT NULL -- What it may ask for, space-delimited (RFC 7591 §2).
    COLUMN id_token_signed_response_alg text NOT NULL
    COLUMN access_token_signed_response_alg text -- Null: as its organization has it.
    COLUMN default_max_age integer -- Seconds (OIDC Registration §2). Null: a session may be as old as it is.
    COLUMN enabled boolean NOT NULL
    COLUMN version bigint NOT NULL -- Counts changes, so that a cached copy can be told to be old.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN is_service_account boolean GENERATED DEFAULT (grant_types = ARRAY['client_credentials'::text]) -- Whether it acts for itself and for nobody else.
    COLUMN client_uri text
    COLUMN logo_uri text
    COLUMN policy_uri text
    COLUMN tos_uri text
    COLUMN first_party boolean NOT NULL DEFAULT true -- The organization's own: nobody is asked whether it may.
    COLUMN application_type text NOT NULL DEFAULT 'web'::text
    COLUMN contacts text[] NOT NULL DEFAULT '{}'::text[]
    COLUMN initiate_login_uri text
    COLUMN jwks text -- Its public keys (RFC 7517 §5), JSON.
    COLUMN jwks_uri text -- Where its public keys are instead.
    COLUMN token_endpoint_auth_signing_alg text -- The only one that it signs assertions with. Null: any that its keys are for.
    COLUMN request_object_signing_alg text -- Likewise for its request objects (RFC 9101 §10.5).
    COLUMN require_signed_request_object boolean NOT NULL DEFAULT false
    COLUMN request_uris text[] NOT NULL DEFAULT '{}'::text[] -- The only ones that are fetched (OIDC Core §6.2).
    COLUMN subject_type text NOT NULL DEFAULT 'public'::text
    COLUMN sector_identifier_uri text -- Its host stands for those of the redirect URIs (OIDC Core §8.1).
    COLUMN userinfo_signed_response_alg text -- Null: userinfo is plain JSON.
    COLUMN default_acr_values text[] NOT NULL DEFAULT '{}'::text[]
    COLUMN frontchannel_logout_uri text
    COLUMN frontchannel_logout_session_required boolean NOT NULL DEFAULT false
    COLUMN backchannel_logout_uri text
    COLUMN backchannel_logout_session_required boolean NOT NULL DEFAULT false
    COLUMN registration_token_hash bytea -- SHA-256 of what it administers itself with (RFC 7592 §1.2). Null: it has not registered itself.
    CONSTRAINT client_algorithms_are_known CHECK (((id_token_signed_response_alg = ANY (ARRAY['RS256'::text, 'ES256'::text])) AND (access_token_signed_response_alg = ANY (ARRAY['RS256'::text, 'ES256'::text]))))
    CONSTRAINT client_application_type_is_known CHECK ((application_type = ANY (ARRAY['web'::text, 'native'::text])))
    CONSTRAINT client_auth_method_is_known CHECK ((token_endpoint_auth_method = ANY (ARRAY['client_secret_basic'::text, 'client_secret_post'::text, 'client_secret_jwt'::text, 'private_key_jwt'::text, 'none'::text])))
    CONSTRAINT client_id_length CHECK (((char_length(client_id) >= 1) AND (char_length(client_id) <= 128)))
    CONSTRAINT client_keys_in_one_place CHECK ((num_nonnulls(jwks, jwks_uri) <= 1))
    CONSTRAINT client_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT client_pkey PRIMARY KEY (org_id, client_id)
    CONSTRAINT client_registration_token_hash_is_sha256 CHECK ((octet_length(registration_token_hash) = 32))
    CONSTRAINT client_signs_as_is_known CHECK (((token_endpoint_auth_signing_alg = ANY (ARRAY['RS256'::text, 'PS256'::text, 'ES256'::text, 'HS256'::text])) AND (request_object_signing_alg = ANY (ARRAY['RS256'::text, 'PS256'::text, 'ES256'::text, 'HS256'::text]))))
    CONSTRAINT client_subject_type_is_known CHECK ((subject_type = ANY (ARRAY['public'::text, 'pairwise'::text])))
    CONSTRAINT client_userinfo_algorithm_is_known CHECK ((userinfo_signed_response_alg = ANY (ARRAY['RS256'::text, 'ES256'::text])))
    CREATE INDEX client_name_order_idx ON public.client USING btree (org_id, client_name COLLATE "C", client_id COLLATE "C")
    CREATE INDEX client_registered_itself_idx ON public.client USING btree (org_id) WHERE (registration_token_hash IS NOT NULL)
    CREATE INDEX client_service_account_idx ON public.client USING btree (org_id, is_service_account, client_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY client_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE client_assertion -- Used assertions. A row outlives its client, who may be gone: it matters until the assertion expires, and to nobody after that.
    COLUMN org_id uuid NOT NULL
    COLUMN client_id text NOT NULL
    COLUMN jti_hash bytea NOT NULL -- SHA-256 of the jti (RFC 7519 §4.1.7).
    COLUMN expires_at timestamp with time zone NOT NULL -- When the assertion is refused anyway.
    CONSTRAINT client_assertion_hash_is_sha256 CHECK ((octet_length(jti_hash) = 32))
    CONSTRAINT client_assertion_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT client_assertion_pkey PRIMARY KEY (org_id, client_id, jti_hash)
    CREATE INDEX client_assertion_expires_idx ON public.client_assertion USING btree (org_id, expires_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY client_assertion_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE client_origin -- Web origins (RFC 6454 §6.2) from which a browser may call on behalf of a client.
    COLUMN org_id uuid NOT NULL
    COLUMN origin text NOT NULL
    COLUMN client_id text NOT NULL
    COLUMN registered boolean NOT NULL -- False: it follows from a redirect URI of a public client.
    CONSTRAINT client_origin_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client(org_id, client_id)
    CONSTRAINT client_origin_pkey PRIMARY KEY (org_id, origin, client_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY client_origin_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE client_secret -- The secrets of a confidential client, of which there may be two while one is replaced.
    COLUMN org_id uuid NOT NULL
    COLUMN client_id text NOT NULL
    COLUMN secret_hash bytea NOT NULL -- SHA-256. The secret is random, so that it needs no slow hash.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN sealed bytea -- The secret itself, sealed, if its client signs with it (OIDC Core §9).
    CONSTRAINT client_secret_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client(org_id, client_id)
    CONSTRAINT client_secret_hash_is_sha256 CHECK ((octet_length(secret_hash) = 32))
    CONSTRAINT client_secret_pkey PRIMARY KEY (org_id, client_id, secret_hash)
    ROW LEVEL SECURITY enabled, forced
    POLICY client_secret_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE consent -- What a person has allowed an application. No grant of more than that stands.
    COLUMN org_id uuid NOT NULL
    COLUMN user_id uuid NOT NULL
    COLUMN client_id text NOT NULL
    COLUMN consent_id uuid NOT NULL
    COLUMN scopes text[] NOT NULL -- All that were ever allowed, until the consent is taken back.
    COLUMN resources text[] NOT NULL -- Likewise (RFC 8707).
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN updated_at timestamp with time zone NOT NULL
    CONSTRAINT consent_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client(org_id, client_id)
    CONSTRAINT consent_id_key UNIQUE (org_id, consent_id)
    CONSTRAINT consent_pkey PRIMARY KEY (org_id, user_id, client_id)
    CONSTRAINT consent_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id)
    CREATE INDEX consent_client_id_idx ON public.consent USING btree (org_id, client_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY consent_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE data_key -- One key per organization. Without it, nothing sealed for that organization can be read.
    COLUMN org_id uuid NOT NULL
    COLUMN key_encryption_key text NOT NULL -- Names the key of the server's that this one is sealed under.
    COLUMN sealed bytea NOT NULL -- AES-256-GCM. The key itself is never stored.
    CONSTRAINT data_key_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT data_key_pkey PRIMARY KEY (org_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY data_key_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT INSERT, SELECT, UPDATE TO rampart_app

TABLE group_member -- Who is in a group itself. Who is in a group within it is not said again.
    COLUMN org_id uuid NOT NULL
    COLUMN group_id uuid NOT NULL
    COLUMN member_kind text NOT NULL
    COLUMN member_id text NOT NULL -- A user_id or a client_id.
    COLUMN added_at timestamp with time zone NOT NULL
    CONSTRAINT group_member_group_fkey FOREIGN KEY (org_id, group_id) REFERENCES user_group(org_id, group_id)
    CONSTRAINT group_member_kind_is_known CHECK ((member_kind = ANY (ARRAY['user'::text, 'client'::text])))
    CONSTRAINT group_member_pkey PRIMARY KEY (org_id, group_id, member_kind, member_id)
    CREATE INDEX group_member_member_idx ON public.group_member USING btree (org_id, member_kind, member_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY group_member_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT TO rampart_app

TABLE idempotency_key -- Writes that a client may repeat, for 24 hours.
    COLUMN org_id uuid NOT NULL
    COLUMN key_hash bytea NOT NULL -- SHA-256 of the caller and the Idempotency-Key.
    COLUMN request_hash bytea NOT NULL -- SHA-256 of method, path and body: the same key for another request is refused.
    COLUMN answer bytea -- Sealed, for there may be a secret in it. Null while the first request is under way.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN mentions uuid[] -- The ids that stand in the answer: whoever is erased takes the answers about them along.
    CONSTRAINT idempotency_key_hashes_are_sha256 CHECK (((octet_length(key_hash) = 32) AND (octet_length(request_hash) = 32)))
    CONSTRAINT idempotency_key_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT idempotency_key_pkey PRIMARY KEY (org_id, key_hash)
    CREATE INDEX idempotency_key_created_at_idx ON public.idempotency_key USING btree (org_id, created_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY idempotency_key_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE initial_access_token -- What lets somebody register clients (RFC 7591 §1.2).
    COLUMN org_id uuid NOT NULL
    COLUMN token_id uuid NOT NULL
    COLUMN token_hash bytea NOT NULL -- SHA-256 of the token. The token itself is never stored.
    COLUMN description text
    COLUMN uses_left integer NOT NULL -- So many clients can still be registered with it.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN expires_at timestamp with time zone NOT NULL
    CONSTRAINT initial_access_token_hash_is_sha256 CHECK ((octet_length(token_hash) = 32))
    CONSTRAINT initial_access_token_hash_key UNIQUE (org_id, token_hash)
    CONSTRAINT initial_access_token_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT initial_access_token_pkey PRIMARY KEY (org_id, token_id)
    CONSTRAINT initial_access_token_uses CHECK ((uses_left >= 0))
    CREATE INDEX initial_access_token_expires_at_idx ON public.initial_access_token USING btree (org_id, expires_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY initial_access_token_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE invitation -- Somebody who was asked to join. At most one of an address is open. Goes with the person who accepted it.
    COLUMN org_id uuid NOT NULL
    COLUMN invitation_id uuid NOT NULL
    COLUMN token_hash bytea NOT NULL -- SHA-256 of the secret in the link. The secret itself stands in the mail alone.
    COLUMN email text NOT NULL
    COLUMN email_canonical text NOT NULL -- As in app_user.
    COLUMN roles text NOT NULL -- What they start with: names of roles, separated by spaces.
    COLUMN given_name text
    COLUMN family_name text
    COLUMN locale text
    COLUMN version bigint NOT NULL
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN expires_at timestamp with time zone NOT NULL
    COLUMN revoked_at timestamp with time zone -- Not before expires_at: it had expired, and made room for another.
    COLUMN accepted_at timestamp with time zone -- Set once, with the person.
    COLUMN user_id uuid
    CONSTRAINT invitation_accepted_by_somebody CHECK (((accepted_at IS NULL) = (user_id IS NULL)))
    CONSTRAINT invitation_ends_once CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL)))
    CONSTRAINT invitation_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT invitation_pkey PRIMARY KEY (org_id, invitation_id)
    CONSTRAINT invitation_token_hash_is_sha256 CHECK ((octet_length(token_hash) = 32))
    CONSTRAINT invitation_token_hash_key UNIQUE (org_id, token_hash)
    CONSTRAINT invitation_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    CREATE INDEX invitation_email_idx ON public.invitation USING btree (org_id, email_canonical)
    CREATE INDEX invitation_expires_at_idx ON public.invitation USING btree (org_id, expires_at)
    CREATE UNIQUE INDEX invitation_one_is_open_idx ON public.invitation USING btree (org_id, email_canonical) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL))
    CREATE INDEX invitation_user_id_idx ON public.invitation USING btree (org_id, user_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY invitation_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE lease -- Who does a piece of background work just now. No tenant's: a node works for all of them.
    COLUMN name text NOT NULL
    COLUMN holder text NOT NULL -- Names the running process.
    COLUMN fence bigint NOT NULL -- Grows with each change of the holder. Each effect of the work asks whether it is still this one.
    COLUMN expires_at timestamp with time zone NOT NULL -- From then on anybody may take it.
    CONSTRAINT lease_fence_is_counted_from_one CHECK ((fence >= 1))
    CONSTRAINT lease_pkey PRIMARY KEY (name)
    ROW LEVEL SECURITY off, not for the owner
    GRANT INSERT, SELECT, UPDATE TO rampart_app

TABLE logout_notice -- An application that has not been told yet that a session is over. A row is deleted when it has been.
    COLUMN org_id uuid NOT NULL
    COLUMN session_id uuid NOT NULL -- The sid of the token it will be sent. The session itself may be gone by then.
    COLUMN client_id text NOT NULL
    COLUMN user_id uuid NOT NULL
    COLUMN created_at timestamp with time zone NOT NULL -- When the session ended.
    COLUMN due_at timestamp with time zone NOT NULL -- Not before then. Moved ahead by each attempt, so that a second one cannot begin meanwhile.
    COLUMN attempts integer NOT NULL -- Begun so far. Names the one under way, so that only that one is recorded.
    COLUMN failure text -- What became of the last attempt: a word of ours.
    COLUMN given_up_at timestamp with time zone -- Null: will be tried.
    CONSTRAINT logout_notice_attempts_are_counted CHECK ((attempts >= 0))
    CONSTRAINT logout_notice_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client(org_id, client_id)
    CONSTRAINT logout_notice_failure_length CHECK ((char_length(failure) <= 40))
    CONSTRAINT logout_notice_pkey PRIMARY KEY (org_id, session_id, client_id)
    CONSTRAINT logout_notice_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id)
    CREATE INDEX logout_notice_client_due_idx ON public.logout_notice USING btree (org_id, client_id, due_at) WHERE (given_up_at IS NULL)
    CREATE INDEX logout_notice_client_id_idx ON public.logout_notice USING btree (org_id, client_id)
    CREATE INDEX logout_notice_given_up_at_idx ON public.logout_notice USING btree (org_id, given_up_at)
    CREATE INDEX logout_notice_given_up_idx ON public.logout_notice USING btree (given_up_at) WHERE (given_up_at IS NOT NULL)
    CREATE INDEX logout_notice_org_due_idx ON public.logout_notice USING btree (org_id, due_at) WHERE (given_up_at IS NULL)
    CREATE INDEX logout_notice_user_id_idx ON public.logout_notice USING btree (org_id, user_id)
    CREATE INDEX logout_notice_waiting_idx ON public.logout_notice USING btree (created_at) WHERE (given_up_at IS NULL)
    ROW LEVEL SECURITY enabled, forced
    POLICY logout_notice_of_all PERMISSIVE FOR SELECT TO public USING (current_setting('rampart.organizations'::text, true) = 'all'::text)
    POLICY logout_notice_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE organization -- A tenant. Its org_id leads every key of every other table.
    COLUMN org_id uuid NOT NULL
    COLUMN slug text NOT NULL -- Names the tenant in paths: /o/{slug}.
    COLUMN name text NOT NULL
    COLUMN enabled boolean NOT NULL -- When false, nothing of the tenant answers.
    COLUMN version bigint NOT NULL -- Counts changes, so that a cached copy can be told to be old.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN updated_at timestamp with time zone -- Null: never since it was made.
    COLUMN session_epoch bigint NOT NULL DEFAULT 0 -- Counts how often all sessions were ended at once. A session of an earlier epoch is not alive.
    COLUMN deletion_at timestamp with time zone -- When it will be erased. Null: it is not to be.
    COLUMN enabled_before_deletion boolean -- What it returns to when it is restored.
    COLUMN erasing_since timestamp with time zone -- From here on it cannot be restored.
    CONSTRAINT organization_erased_when_marked CHECK (((erasing_since IS NULL) OR (deletion_at IS NOT NULL)))
    CONSTRAINT organization_marked_is_disabled CHECK (((deletion_at IS NULL) OR (NOT enabled)))
    CONSTRAINT organization_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
    CONSTRAINT organization_pkey PRIMARY KEY (org_id)
    CONSTRAINT organization_slug_key UNIQUE (slug)
    CONSTRAINT organization_slug_shape CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text))
    CREATE INDEX organization_deletion_at_idx ON public.organization USING btree (deletion_at) WHERE (deletion_at IS NOT NULL)
    CREATE INDEX organization_name_order_idx ON public.organization USING btree (name COLLATE "C", org_id)
    CREATE INDEX organization_slug_order_idx ON public.organization USING btree (slug COLLATE "C")
    ROW LEVEL SECURITY enabled, forced
    POLICY organization_by_slug PERMISSIVE FOR SELECT TO public USING (slug = NULLIF(current_setting('rampart.org_slug'::text, true), ''::text))
    POLICY organization_of_a_list PERMISSIVE FOR SELECT TO public USING 
CASE
    WHEN (current_setting('rampart.organizations'::text, true) = 'all'::text) THEN true
    ELSE false
END
    POLICY organization_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT INSERT, SELECT, UPDATE TO rampart_app

TABLE organization_settings -- What an organization has chosen. No row, or null: what the server has.
    COLUMN org_id uuid NOT NULL
    COLUMN password_min_length integer -- In characters as people count them.
    COLUMN password_max_length integer -- In UTF-16 code units.
    COLUMN password_blocked_words text[] NOT NULL -- Lower case. None of them may stand in a password.
    COLUMN session_idle integer -- Seconds that a session may lie unused.
    COLUMN session_absolute integer -- Seconds from a sign-in until the session is over, used or not.
    COLUMN sessions_per_user integer -- A sign-in beyond that ends the one that was used least lately.
    COLUMN default_access_token_lifetime integer -- Seconds, where a resource server has no other.
    COLUMN id_token_lifetime integer -- Seconds.
    COLUMN code_lifetime integer -- Seconds that an authorization code is good.
    COLUMN access_token_algorithm text -- For clients that have not chosen themselves.
    COLUMN compatibility text NOT NULL -- openid_certification: PKCE is optional for confidential clients.
    COLUMN brand_display_name text
    COLUMN brand_logo_uri text -- An https URL, loaded by the browsers of those who sign in.
    COLUMN brand_primary_color text
    COLUMN brand_background_color text
    COLUMN version bigint NOT NULL -- Counts changes. An organization without a row is at 1.
    COLUMN updated_at timestamp with time zone NOT NULL
    COLUMN refresh_token_idle integer -- Seconds that a refresh token may lie unused.
    COLUMN refresh_token_absolute integer -- Seconds from a grant until it can be refreshed no more.
    COLUMN client_registration_mode text -- Whose clients may register themselves. Null: nobody's.
    COLUMN client_registration_max_clients integer -- So many of them at a time.
    CONSTRAINT organization_settings_algorithm_is_known CHECK ((access_token_algorithm = ANY (ARRAY['RS256'::text, 'ES256'::text])))
    CONSTRAINT organization_settings_blocked_words_are_few CHECK ((cardinality(password_blocked_words) <= 100))
    CONSTRAINT organization_settings_brand_shapes CHECK ((((char_length(brand_display_name) >= 1) AND (char_length(brand_display_name) <= 200)) AND (char_length(brand_logo_uri) <= 2048) AND (brand_primary_color ~ '^#[0-9a-f]{6}$'::text) AND (brand_background_color ~ '^#[0-9a-f]{6}$'::text)))
    CONSTRAINT organization_settings_client_registration_bounds CHECK (((client_registration_max_clients >= 0) AND (client_registration_max_clients <= 1000000)))
    CONSTRAINT organization_settings_client_registration_is_known CHECK ((client_registration_mode = ANY (ARRAY['off'::text, 'initial_access_token'::text, 'open'::text])))
    CONSTRAINT organization_settings_compatibility_is_known CHECK ((compatibility = ANY (ARRAY['strict'::text, 'openid_certification'::text])))
    CONSTRAINT organization_settings_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT organization_settings_password_lengths CHECK ((((password_min_length >= 8) AND (password_min_length <= 64)) AND ((password_max_length >= 64) AND (password_max_length <= 256))))
    CONSTRAINT organization_settings_pkey PRIMARY KEY (org_id)
    CONSTRAINT organization_settings_refresh_bounds CHECK ((((refresh_token_idle >= 60) AND (refresh_token_idle <= 31536000)) AND ((refresh_token_absolute >= 300) AND (refresh_token_absolute <= 63072000))))
    CONSTRAINT organization_settings_session_bounds CHECK ((((session_idle >= 60) AND (session_idle <= 2592000)) AND ((session_absolute >= 300) AND (session_absolute <= 31536000)) AND ((sessions_per_user >= 1) AND (sessions_per_user <= 1000))))
    CONSTRAINT organization_settings_token_bounds CHECK ((((default_access_token_lifetime >= 30) AND (default_access_token_lifetime <= 86400)) AND ((id_token_lifetime >= 30) AND (id_token_lifetime <= 86400)) AND ((code_lifetime >= 10) AND (code_lifetime <= 600))))
    ROW LEVEL SECURITY enabled, forced
    POLICY organization_settings_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT INSERT, SELECT, UPDATE TO rampart_app

TABLE outbox -- Mail that is not sent yet. A row is deleted when the mail is sent.
    COLUMN org_id uuid NOT NULL
    COLUMN mail_id uuid NOT NULL
    COLUMN sender text NOT NULL -- The name it is sent under: the organization's.
    COLUMN recipient bytea -- Sealed, as are the next three, for there are addresses and links in them. Null once given up.
    COLUMN subject bytea
    COLUMN text_part bytea
    COLUMN html_part bytea
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN due_at timestamp with time zone NOT NULL -- Not before then. Moved ahead by each attempt, so that a second one cannot begin meanwhile.
    COLUMN attempts integer NOT NULL -- Begun so far. Names the one under way, so that only that one is recorded.
    COLUMN failure text -- What became of the last attempt, without address or content.
    COLUMN given_up_at timestamp with time zone -- Null: will be tried.
    CONSTRAINT outbox_attempts_are_counted CHECK ((attempts >= 0))
    CONSTRAINT outbox_failure_length CHECK ((char_length(failure) <= 200))
    CONSTRAINT outbox_is_whole_until_given_up CHECK (
CASE
    WHEN (given_up_at IS NULL) THEN (num_nulls(recipient, subject, text_part, html_part) = 0)
    ELSE (num_nonnulls(recipient, subject, text_part, html_part) = 0)
END)
    CONSTRAINT outbox_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT outbox_pkey PRIMARY KEY (org_id, mail_id)
    CREATE INDEX outbox_due_idx ON public.outbox USING btree (due_at) WHERE (given_up_at IS NULL)
    CREATE INDEX outbox_given_up_at_idx ON public.outbox USING btree (org_id, given_up_at)
    CREATE INDEX outbox_given_up_idx ON public.outbox USING btree (given_up_at) WHERE (given_up_at IS NOT NULL)
    CREATE INDEX outbox_org_due_idx ON public.outbox USING btree (org_id, due_at) WHERE (given_up_at IS NULL)
    CREATE INDEX outbox_waiting_idx ON public.outbox USING btree (created_at) WHERE (given_up_at IS NULL)
    ROW LEVEL SECURITY enabled, forced
    POLICY outbox_of_all PERMISSIVE FOR SELECT TO public USING (current_setting('rampart.organizations'::text, true) = 'all'::text)
    POLICY outbox_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE refresh_token -- One row per refresh token. Those that were rotated stay, so that reuse is recognised.
    COLUMN org_id uuid NOT NULL
    COLUMN token_hash bytea NOT NULL -- SHA-256 of the token. The token itself is never stored.
    COLUMN grant_id uuid NOT NULL
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN expires_at timestamp with time zone NOT NULL -- When it has lain unused for too long.
    COLUMN rotated_at timestamp with time zone -- When it was used. Set once.
    COLUMN successor bytea -- The token it was used for, sealed under a key that only whoever presents this one has.
    CONSTRAINT refresh_token_grant_fkey FOREIGN KEY (org_id, grant_id) REFERENCES user_grant(org_id, grant_id)
    CONSTRAINT refresh_token_hash_is_sha256 CHECK ((octet_length(token_hash) = 32))
    CONSTRAINT refresh_token_pkey PRIMARY KEY (org_id, token_hash)
    CONSTRAINT refresh_token_rotated_to_another CHECK (((rotated_at IS NULL) = (successor IS NULL)))
    CREATE INDEX refresh_token_expires_at_idx ON public.refresh_token USING btree (org_id, expires_at)
    CREATE INDEX refresh_token_grant_id_idx ON public.refresh_token USING btree (org_id, grant_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY refresh_token_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE request_rate -- Requests per minute and client network (generic cell rate algorithm).
    COLUMN org_id uuid NOT NULL
    COLUMN bucket text NOT NULL
    COLUMN network text NOT NULL -- The client network; for the bucket admin the SHA-256 of the token, in hex.
    COLUMN due_at timestamp with time zone NOT NULL -- When the next request would be due at an even pace. Far ahead: too many came.
    CONSTRAINT request_rate_bucket_is_known CHECK ((bucket = ANY (ARRAY['login'::text, 'register'::text, 'token'::text, 'admin'::text])))
    CONSTRAINT request_rate_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT request_rate_pkey PRIMARY KEY (org_id, bucket, network)
    CREATE INDEX request_rate_due_at_idx ON public.request_rate USING btree (org_id, due_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY request_rate_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE resource_server -- An API of an organization that access tokens are for.
    COLUMN org_id uuid NOT NULL
    COLUMN resource_server_id uuid NOT NULL
    COLUMN identifier text NOT NULL -- An absolute URI: the resource parameter (RFC 8707 §2), and the aud of its tokens.
    COLUMN name text NOT NULL
    COLUMN scope_names text[] NOT NULL
    COLUMN scope_descriptions text[] NOT NULL -- What each of scope_names means to people, in the same order.
    COLUMN access_token_lifetime integer -- Seconds. Null: as for all others.
    COLUMN signing_alg text -- Null: as the client has it.
    COLUMN includes_roles boolean NOT NULL -- Whether application roles stand in its tokens (RFC 9068 §2.2.3.1).
    COLUMN version bigint NOT NULL
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN updated_at timestamp with time zone NOT NULL
    CONSTRAINT resource_server_algorithm_is_known CHECK ((signing_alg = ANY (ARRAY['RS256'::text, 'ES256'::text])))
    CONSTRAINT resource_server_describes_each_scope CHECK ((cardinality(scope_names) = cardinality(scope_descriptions)))
    CONSTRAINT resource_server_identifier_key UNIQUE (org_id, identifier)
    CONSTRAINT resource_server_lifetime_is_positive CHECK ((access_token_lifetime > 0))
    CONSTRAINT resource_server_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT resource_server_pkey PRIMARY KEY (org_id, resource_server_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY resource_server_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE revoked_token -- Access tokens that are good no more, though they have not expired.
    COLUMN org_id uuid NOT NULL
    COLUMN jti text NOT NULL -- As it stands in the token.
    COLUMN expires_at timestamp with time zone NOT NULL
    CONSTRAINT revoked_token_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT revoked_token_pkey PRIMARY KEY (org_id, jti)
    CREATE INDEX revoked_token_expires_at_idx ON public.revoked_token USING btree (org_id, expires_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY revoked_token_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE role -- A role that an organization has made. The built-in ones are in the program.
    COLUMN org_id uuid NOT NULL
    COLUMN role_id uuid NOT NULL
    COLUMN name text NOT NULL
    COLUMN description text NOT NULL
    COLUMN permissions text[] NOT NULL -- What it lets its holders do in the admin API, each as resource:verb.
    COLUMN application_roles text[] NOT NULL -- What it means to applications: words for the roles claim.
    COLUMN version bigint NOT NULL -- Counts changes.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN updated_at timestamp with time zone NOT NULL
    CONSTRAINT role_name_is_not_built_in CHECK ((name <> ALL (ARRAY['owner'::text, 'admin'::text, 'auditor'::text, 'helpdesk'::text, 'instance-admin'::text])))
    CONSTRAINT role_name_key UNIQUE (org_id, name)
    CONSTRAINT role_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT role_pkey PRIMARY KEY (org_id, role_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY role_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE role_assignment -- Which roles a person, a service account or a group was given.
    COLUMN org_id uuid NOT NULL
    COLUMN holder_kind text NOT NULL
    COLUMN holder_id text NOT NULL -- A user_id, a client_id or a group_id.
    COLUMN role text NOT NULL -- The name of a built-in role, or the id of one of the organization's own.
    COLUMN role_id uuid -- Null for a built-in role. What is deleted is held by nobody.
    CONSTRAINT role_assignment_holder_kind_is_known CHECK ((holder_kind = ANY (ARRAY['user'::text, 'client'::text, 'group'::text])))
    CONSTRAINT role_assignment_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT role_assignment_pkey PRIMARY KEY (org_id, holder_kind, holder_id, role)
    CONSTRAINT role_assignment_role_fkey FOREIGN KEY (org_id, role_id) REFERENCES role(org_id, role_id) ON DELETE CASCADE
    CONSTRAINT role_assignment_role_is_known CHECK ((((role_id IS NULL) AND (role = ANY (ARRAY['owner'::text, 'admin'::text, 'auditor'::text, 'helpdesk'::text, 'instance-admin'::text]))) OR ((role_id IS NOT NULL) AND (role = (role_id)::text))))
    CREATE INDEX role_assignment_role_id_idx ON public.role_assignment USING btree (org_id, role_id)
    CREATE INDEX role_assignment_role_idx ON public.role_assignment USING btree (org_id, role)
    ROW LEVEL SECURITY enabled, forced
    POLICY role_assignment_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT TO rampart_app

TABLE session -- One person in one browser, for all applications of the organization.
    COLUMN org_id uuid NOT NULL
    COLUMN session_id uuid NOT NULL -- The sid of tokens.
    COLUMN token_hash bytea NOT NULL -- SHA-256 of the cookie. A new sign-in of the same person replaces it.
    COLUMN user_id uuid NOT NULL
    COLUMN auth_time timestamp with time zone NOT NULL -- When the person last proved who they are (OIDC Core §2).
    COLUMN acr text NOT NULL
    COLUMN amr text[] NOT NULL -- How (RFC 8176).
    COLUMN ip text
    COLUMN user_agent text
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN last_used_at timestamp with time zone NOT NULL
    COLUMN expires_at timestamp with time zone NOT NULL
    COLUMN ended_at timestamp with time zone
    COLUMN epoch bigint NOT NULL DEFAULT 0 -- The epoch of the organization when it began.
    CONSTRAINT session_pkey PRIMARY KEY (org_id, session_id)
    CONSTRAINT session_token_hash_is_sha256 CHECK ((octet_length(token_hash) = 32))
    CONSTRAINT session_token_hash_key UNIQUE (org_id, token_hash)
    CONSTRAINT session_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id)
    CREATE INDEX session_expires_at_idx ON public.session USING btree (org_id, expires_at)
    CREATE INDEX session_user_id_idx ON public.session USING btree (org_id, user_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY session_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE setup_link -- Links that make the first administrator. At most one of an organization is open: two could make two.
    COLUMN org_id uuid NOT NULL
    COLUMN link_hash bytea NOT NULL -- SHA-256 of the secret in the link. The secret itself is never stored.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN expires_at timestamp with time zone NOT NULL
    COLUMN used_at timestamp with time zone -- Null until used. Set once, with the administrator.
    CONSTRAINT setup_link_hash_is_sha256 CHECK ((octet_length(link_hash) = 32))
    CONSTRAINT setup_link_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT setup_link_pkey PRIMARY KEY (org_id, link_hash)
    CREATE UNIQUE INDEX setup_link_one_is_open_idx ON public.setup_link USING btree (org_id) WHERE (used_at IS NULL)
    ROW LEVEL SECURITY enabled, forced
    POLICY setup_link_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE sign_in_flow -- A sign-in under way. Each is completed once and resumed once.
    COLUMN org_id uuid NOT NULL
    COLUMN flow_hash bytea NOT NULL -- SHA-256 of what names it in the browser's address.
    COLUMN browser_hash bytea NOT NULL -- SHA-256 of the cookie of the browser that began it; no other can go on.
    COLUMN client_id text
    COLUMN request text NOT NULL -- The query of the authorization request to return to; empty: none.
    COLUMN login_hint text
    COLUMN user_id uuid -- Who signed in.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN expires_at timestamp with time zone NOT NULL
    COLUMN completed_at timestamp with time zone
    COLUMN resumed_at timestamp with time zone -- Set once, when the authorization request went on.
    COLUMN demanded_of uuid -- Who has given the right password, and has to choose another. Null: nobody.
    COLUMN demanded_hash bytea -- SHA-256 of the hash it was compared with: once that is another, it shows nothing any more.
    COLUMN asked_scopes text[] -- What the person, who is signed in, is asked to allow. Null: this is a sign-in.
    COLUMN asked_resources text[] -- Likewise (RFC 8707).
    COLUMN signed_in boolean -- Whether they signed in for this very request.
    COLUMN consented_at timestamp with time zone -- When they allowed it.
    CONSTRAINT sign_in_flow_asks_completely CHECK ((num_nulls(asked_scopes, asked_resources, signed_in) = ANY (ARRAY[0, 3])))
    CONSTRAINT sign_in_flow_asks_somebody CHECK (((asked_scopes IS NULL) OR (completed_at IS NOT NULL)))
    CONSTRAINT sign_in_flow_completed_by_somebody CHECK (((completed_at IS NULL) = (user_id IS NULL)))
    CONSTRAINT sign_in_flow_consented_when_asked CHECK (((consented_at IS NULL) OR (asked_scopes IS NOT NULL)))
    CONSTRAINT sign_in_flow_demands_of_somebody CHECK ((((demanded_of IS NULL) = (demanded_hash IS NULL)) AND (octet_length(demanded_hash) = 32)))
    CONSTRAINT sign_in_flow_hashes_are_sha256 CHECK (((octet_length(flow_hash) = 32) AND (octet_length(browser_hash) = 32)))
    CONSTRAINT sign_in_flow_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT sign_in_flow_pkey PRIMARY KEY (org_id, flow_hash)
    CONSTRAINT sign_in_flow_resumed_when_complete CHECK (((resumed_at IS NULL) OR (completed_at IS NOT NULL)))
    CREATE INDEX sign_in_flow_expires_at_idx ON public.sign_in_flow USING btree (org_id, expires_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY sign_in_flow_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE sign_in_throttle -- Guesses at an account from a network. Other networks are not slowed by it.
    COLUMN org_id uuid NOT NULL
    COLUMN account bytea NOT NULL -- SHA-256 of the user_id, or of the name that was typed if nobody has it.
    COLUMN network text NOT NULL -- An IPv4 address, or the first 64 bits of an IPv6 address.
    COLUMN failures integer NOT NULL -- Attempts since the last success, the one under way included.
    COLUMN blocked_until timestamp with time zone NOT NULL
    COLUMN last_at timestamp with time zone NOT NULL
    CONSTRAINT sign_in_throttle_account_is_sha256 CHECK ((octet_length(account) = 32))
    CONSTRAINT sign_in_throttle_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT sign_in_throttle_pkey PRIMARY KEY (org_id, account, network)
    CREATE INDEX sign_in_throttle_last_at_idx ON public.sign_in_throttle USING btree (org_id, last_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY sign_in_throttle_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE signing_key -- Signing keys (RFC 7517). Published from the start until they leave; the active one of an algorithm signs.
    COLUMN org_id uuid NOT NULL
    COLUMN key_id text NOT NULL -- The kid of tokens and of the key set (RFC 7517 §4.5).
    COLUMN algorithm text NOT NULL
    COLUMN public_key bytea NOT NULL -- DER, X.509 SubjectPublicKeyInfo.
    COLUMN private_key bytea NOT NULL -- PKCS #8, sealed under the organization's data key.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN activates_at timestamp with time zone NOT NULL -- From here on it signs. Until then those who verify can learn of it.
    COLUMN retires_at timestamp with time zone -- From here on the next one signs. Null: there is no next one.
    COLUMN leaves_at timestamp with time zone -- From here on nothing it has signed is valid, and it is not published.
    CONSTRAINT signing_key_algorithm_is_known CHECK ((algorithm = ANY (ARRAY['RS256'::text, 'ES256'::text])))
    CONSTRAINT signing_key_leaves_when_retired CHECK (((retires_at IS NULL) = (leaves_at IS NULL)))
    CONSTRAINT signing_key_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT signing_key_pkey PRIMARY KEY (org_id, key_id)
    CONSTRAINT signing_key_times_are_in_order CHECK (((activates_at <= retires_at) AND (retires_at <= leaves_at)))
    CREATE UNIQUE INDEX signing_key_one_newest_idx ON public.signing_key USING btree (org_id, algorithm) WHERE (retires_at IS NULL)
    ROW LEVEL SECURITY enabled, forced
    POLICY signing_key_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE user_erasure -- Who is deleted, and when they are to be erased. Until then they can be restored.
    COLUMN org_id uuid NOT NULL
    COLUMN user_id uuid NOT NULL
    COLUMN was_enabled boolean NOT NULL -- What they are again when they are restored.
    COLUMN due_at timestamp with time zone NOT NULL
    CONSTRAINT user_erasure_pkey PRIMARY KEY (org_id, user_id)
    CONSTRAINT user_erasure_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id)
    CREATE INDEX user_erasure_due_at_idx ON public.user_erasure USING btree (due_at)
    ROW LEVEL SECURITY enabled, forced
    POLICY user_erasure_of_all PERMISSIVE FOR SELECT TO public USING (current_setting('rampart.organizations'::text, true) = 'all'::text)
    POLICY user_erasure_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT TO rampart_app

TABLE user_grant -- One row per authorization. Every token issued from it falls with it.
    COLUMN org_id uuid NOT NULL
    COLUMN grant_id uuid NOT NULL -- Stands in the jti of access tokens.
    COLUMN user_id uuid NOT NULL
    COLUMN client_id text NOT NULL
    COLUMN session_id uuid NOT NULL
    COLUMN scope text NOT NULL
    COLUMN resources text[] NOT NULL -- What its tokens are for (RFC 8707); empty: the issuer.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN revoked_at timestamp with time zone -- When it was ended first. Ending it again changes nothing.
    COLUMN auth_time timestamp with time zone -- Null: as its session has it.
    COLUMN acr text
    COLUMN amr text[]
    COLUMN requested_claims text -- The claims parameter as it came (OIDC Core §5.5), JSON.
    COLUMN offline boolean NOT NULL DEFAULT false -- Stands without its session.
    COLUMN epoch bigint NOT NULL DEFAULT 0 -- The organization's session_epoch when it was made.
    COLUMN expires_at timestamp with time zone -- When it ends even if it is in use. Null: with its session.
    CONSTRAINT user_grant_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client(org_id, client_id)
    CONSTRAINT user_grant_pkey PRIMARY KEY (org_id, grant_id)
    CONSTRAINT user_grant_session_fkey FOREIGN KEY (org_id, session_id) REFERENCES session(org_id, session_id)
    CONSTRAINT user_grant_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id)
    CREATE INDEX user_grant_client_id_idx ON public.user_grant USING btree (org_id, client_id)
    CREATE INDEX user_grant_session_id_idx ON public.user_grant USING btree (org_id, session_id)
    CREATE INDEX user_grant_user_id_idx ON public.user_grant USING btree (org_id, user_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY user_grant_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE user_group -- A group of people and service accounts. Its members hold its roles and those of every group above it.
    COLUMN org_id uuid NOT NULL
    COLUMN group_id uuid NOT NULL
    COLUMN name text NOT NULL
    COLUMN name_canonical text NOT NULL -- NFKC, lower case: made by the server, compared byte by byte.
    COLUMN description text NOT NULL
    COLUMN parent_group_id uuid -- The group it is in. Whoever changes one holds the organization's row, so that no circle closes.
    COLUMN version bigint NOT NULL -- Counts changes of the group itself, not of its members or roles.
    COLUMN created_at timestamp with time zone NOT NULL
    COLUMN updated_at timestamp with time zone NOT NULL
    CONSTRAINT user_group_is_not_in_itself CHECK ((parent_group_id <> group_id))
    CONSTRAINT user_group_name_key UNIQUE (org_id, name_canonical)
    CONSTRAINT user_group_org_fkey FOREIGN KEY (org_id) REFERENCES organization(org_id)
    CONSTRAINT user_group_parent_fkey FOREIGN KEY (org_id, parent_group_id) REFERENCES user_group(org_id, group_id)
    CONSTRAINT user_group_pkey PRIMARY KEY (org_id, group_id)
    CREATE INDEX user_group_parent_idx ON public.user_group USING btree (org_id, parent_group_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY user_group_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE user_password -- The password of a person who has one.
    COLUMN org_id uuid NOT NULL
    COLUMN user_id uuid NOT NULL
    COLUMN hash text NOT NULL -- A PHC string: algorithm, parameters, salt and digest (RFC 9106).
    COLUMN changed_at timestamp with time zone NOT NULL -- When the person last chose a password. Hashing it anew does not count.
    CONSTRAINT user_password_pkey PRIMARY KEY (org_id, user_id)
    CONSTRAINT user_password_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY user_password_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT, UPDATE TO rampart_app

TABLE user_token -- The words that a person is found by: of their names, their address, their username.
    COLUMN org_id uuid NOT NULL
    COLUMN token text NOT NULL -- NFKC, lower case. Compared byte by byte, so that a prefix is a range of the index.
    COLUMN user_id uuid NOT NULL
    CONSTRAINT user_token_length CHECK (((char_length(token) >= 1) AND (char_length(token) <= 254)))
    CONSTRAINT user_token_pkey PRIMARY KEY (org_id, token, user_id)
    CONSTRAINT user_token_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user(org_id, user_id) ON DELETE CASCADE
    CREATE INDEX user_token_user_id_idx ON public.user_token USING btree (org_id, user_id)
    ROW LEVEL SECURITY enabled, forced
    POLICY user_token_tenant PERMISSIVE FOR ALL TO public USING (org_id = (NULLIF(current_setting('rampart.org_id'::text, true), ''::text))::uuid)
    GRANT DELETE, INSERT, SELECT TO rampart_app

CREATE OR REPLACE FUNCTION public.audit_event_first_id(day date)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT (lpad(to_hex((extract(epoch FROM day::timestamp) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$function$


CREATE OR REPLACE FUNCTION public.audit_event_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    RAISE EXCEPTION 'audit events are never changed or deleted' USING ERRCODE = 'insufficient_privilege';
END $function$


CREATE OR REPLACE FUNCTION public.ensure_audit_partitions(since timestamp with time zone, months integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
    month date := date_trunc('month', since AT TIME ZONE 'UTC');
    name text;
BEGIN
    IF months NOT BETWEEN 1 AND 24 THEN
        RAISE EXCEPTION 'between 1 and 24 months at a time, not %', months;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ensure_audit_partitions'));
    FOR i IN 0 .. months - 1 LOOP
        name := 'audit_event_' || to_char(month, 'YYYY_MM');
        IF to_regclass('public.' || name) IS NULL THEN
            EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_event FOR VALUES FROM (%L) TO (%L)',
                name, audit_event_first_id(month), audit_event_first_id((month + interval '1 month')::date));
        END IF;
        month := month + interval '1 month';
    END LOOP;
END $function$


CREATE OR REPLACE FUNCTION public.erase_organization(tenant uuid, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
END $function$


CREATE OR REPLACE FUNCTION public.note_growth_of_people()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
    known integer := (SELECT greatest(relpages, 8) FROM pg_class WHERE oid = 'public.app_user'::regclass);
BEGIN
    IF pg_relation_size('public.app_user') > 2 * known * current_setting('block_size')::bigint THEN
        ANALYZE (SKIP_LOCKED) public.app_user, public.user_token;
    END IF;
END $function$

