package dev.rampart.persistence;

import java.util.List;
import org.jooq.DSLContext;

/** What holds for every table, as a query that finds those for which it does not, and a change that it must find. */
enum SchemaRule {
    ORG_ID_IS_THE_FIRST_COLUMN("""
            SELECT relname FROM ours
            WHERE org_id IS DISTINCT FROM 1 AND (org_id IS NOT NULL OR relname <> ALL (:global))""", """
            DROP TABLE planted; CREATE TABLE planted (id uuid NOT NULL, org_id uuid NOT NULL)"""),

    EVERY_TABLE_IS_A_TENANTS_OR_LISTED("""
            SELECT relname FROM ours WHERE org_id IS NULL AND relname <> ALL (:global)""", """
            DROP TABLE planted; CREATE TABLE planted (id uuid NOT NULL)"""),

    EVERY_TENANT_TABLE_HAS_A_KEY("""
            SELECT relname FROM ours
            WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = ours.oid AND contype = 'p')""", """
            ALTER TABLE planted DROP CONSTRAINT planted_pkey"""),

    ORG_ID_LEADS_EVERY_KEY("""
            SELECT relname || '.' || conname FROM ours JOIN pg_constraint c ON conrelid = ours.oid
            WHERE org_id IS NOT NULL AND contype IN ('p', 'u', 'f') AND conname <> ALL (:alone)
            AND (conkey[1] <> org_id OR contype = 'f' AND confkey[1] <> (
                SELECT attnum FROM pg_attribute WHERE attrelid = confrelid AND attname = 'org_id'))""", """
            ALTER TABLE planted ADD CONSTRAINT planted_id_key UNIQUE (id)"""),

    ORG_ID_LEADS_EVERY_INDEX("""
            SELECT relname || '.' || indexrelid::regclass FROM ours JOIN pg_index ON indrelid = ours.oid
            WHERE org_id IS NOT NULL AND indkey[0] <> org_id AND indexrelid::regclass::text <> ALL (:alone)""", """
            CREATE INDEX planted_id_idx ON planted (id)"""),

    ROW_LEVEL_SECURITY_IS_ON("""
            SELECT relname FROM ours WHERE org_id IS NOT NULL AND NOT relrowsecurity""", """
            ALTER TABLE planted DISABLE ROW LEVEL SECURITY"""),

    ROW_LEVEL_SECURITY_BINDS_THE_OWNER("""
            SELECT relname FROM ours WHERE org_id IS NOT NULL AND NOT relforcerowsecurity""", """
            ALTER TABLE planted NO FORCE ROW LEVEL SECURITY"""),

    THERE_IS_A_POLICY("""
            SELECT relname FROM ours
            WHERE org_id IS NOT NULL AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = ours.oid)""", """
            DROP POLICY planted_tenant ON planted"""),

    THERE_IS_A_COMMENT("""
            SELECT relname FROM ours WHERE obj_description(oid, 'pg_class') IS NULL""", """
            COMMENT ON TABLE planted IS NULL"""),

    NOBODY_BUT_THE_SERVER_IS_GRANTED_ANYTHING("""
            SELECT relname FROM relations, aclexplode(relacl)
            WHERE grantee <> relowner AND grantee <> 'rampart_app'::regrole""", """
            GRANT SELECT ON planted TO PUBLIC"""),

    THE_SERVER_MAY_READ_AND_WRITE_ROWS_AND_NO_MORE("""
            SELECT relname || ' ' || privilege_type FROM relations, aclexplode(relacl)
            WHERE grantee = 'rampart_app'::regrole
            AND (is_grantable OR privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))""", """
            GRANT TRUNCATE ON planted TO rampart_app"""),

    PARTITIONS_ARE_REACHED_THROUGH_THEIR_TABLE("""
            SELECT relname FROM relations, aclexplode(relacl) WHERE relispartition AND grantee <> relowner""", """
            CREATE TABLE planted_whole (org_id uuid) PARTITION BY HASH (org_id);
            CREATE TABLE planted_part PARTITION OF planted_whole FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            GRANT SELECT ON planted_part TO rampart_app"""),

    COLUMNS_HAVE_PLAIN_TYPES("""
            SELECT relname || '.' || attname FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0
            JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
            WHERE 'e' IN (t.typtype, e.typtype)
            OR t.typname IN ('varchar', 'bpchar', 'timestamp', 'timetz', 'time', 'json', 'money', 'citext')""", """
            ALTER TABLE planted ADD COLUMN at timestamp"""),

    NOTHING_CASCADES_FROM_AN_ORGANIZATION("""
            SELECT relname || '.' || conname FROM ours JOIN pg_constraint ON conrelid = ours.oid
            WHERE contype = 'f' AND confrelid = 'organization'::regclass AND confdeltype NOT IN ('a', 'r')""", """
            ALTER TABLE planted ADD CONSTRAINT planted_org_fkey
                FOREIGN KEY (org_id) REFERENCES organization (org_id) ON DELETE CASCADE""");

    /** A table that keeps every rule. */
    static final String GOOD_TABLE = """
            CREATE TABLE planted (org_id uuid NOT NULL, id uuid NOT NULL, name text,
                CONSTRAINT planted_pkey PRIMARY KEY (org_id, id));
            CREATE INDEX planted_name_idx ON planted (org_id, name);
            COMMENT ON TABLE planted IS 'Keeps the rules.';
            ALTER TABLE planted ENABLE ROW LEVEL SECURITY;
            ALTER TABLE planted FORCE ROW LEVEL SECURITY;
            CREATE POLICY planted_tenant ON planted
                USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);
            GRANT SELECT, INSERT, UPDATE, DELETE ON planted TO rampart_app""";

    /** Tables that are no tenant's. Few, small, and each with a reason. */
    private static final String GLOBAL_TABLES = "array['lease']";

    /** Keys and indexes that find a tenant, or work across tenants, and so cannot begin with one. */
    private static final String ALONE = """
            array['organization_slug_key', 'organization_deletion_at_idx', 'organization_name_order_idx',
                'organization_slug_order_idx', 'logout_notice_waiting_idx', 'logout_notice_given_up_idx',
                'outbox_due_idx', 'outbox_waiting_idx', 'outbox_given_up_idx',
                'user_erasure_due_at_idx']""";

    private static final String SUBJECTS = """
            WITH relations AS (
                SELECT oid, relname, relowner, relacl, relrowsecurity, relforcerowsecurity, relispartition
                FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                AND relname <> 'flyway_schema_history'),
            ours AS (
                SELECT relations.*, attnum AS org_id FROM relations
                LEFT JOIN pg_attribute ON attrelid = relations.oid AND attname = 'org_id'
                WHERE NOT relispartition)
            """;

    private final String offenders;
    private final String planted;

    SchemaRule(String offenders, String planted) {
        this.offenders = offenders;
        this.planted = planted;
    }

    List<String> offenders(DSLContext database) {
        String query = offenders.replace(":global", GLOBAL_TABLES).replace(":alone", ALONE);
        return database.resultQuery(SUBJECTS + query).fetch(0, String.class);
    }

    /** Breaks the rule, and this one above all, in {@link #GOOD_TABLE}. */
    void plant(DSLContext database) {
        database.execute(planted);
    }
}
