package dev.rampart.persistence;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The schema as text for people who review it, the same from every version of PostgreSQL. Without partitions. */
final class SchemaCatalogue {

    private static final String TABLES = """
            WITH ours AS (
                SELECT oid, relname, relowner, relacl, relrowsecurity, relforcerowsecurity
                FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') AND NOT relispartition
                AND relname <> 'flyway_schema_history'),
            lines AS (
                SELECT relname, 0 AS part, 0 AS place, '' AS name,
                    E'\\nTABLE ' || relname || coalesce(' PARTITION BY ' || pg_get_partkeydef(oid), '')
                    || coalesce(' -- ' || obj_description(oid, 'pg_class'), '') AS line
                FROM ours
            UNION ALL
                SELECT relname, 1, attnum, '', 'COLUMN ' || attname || ' ' || format_type(atttypid, atttypmod)
                    || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
                    || CASE WHEN attgenerated <> '' THEN ' GENERATED'
                        WHEN attidentity <> '' THEN ' IDENTITY' ELSE '' END
                    || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')
                    || coalesce(' -- ' || col_description(ours.oid, attnum), '')
                FROM ours JOIN pg_attribute a ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            UNION ALL
                SELECT relname, 2, 0, conname, 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(c.oid)
                FROM ours JOIN pg_constraint c ON conrelid = ours.oid AND contype IN ('p', 'u', 'f', 'c', 'x')
            UNION ALL
                SELECT relname, 3, 0, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
                FROM ours JOIN pg_index ON indrelid = ours.oid
                WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            UNION ALL
                SELECT relname, 4, 0, '', 'ROW LEVEL SECURITY'
                    || CASE WHEN relrowsecurity THEN ' enabled' ELSE ' off' END
                    || CASE WHEN relforcerowsecurity THEN ', forced' ELSE ', not for the owner' END
                FROM ours
            UNION ALL
                SELECT relname, 5, 0, policyname, concat_ws(' ', 'POLICY', policyname, permissive, 'FOR', cmd,
                    'TO', array_to_string(roles, ', '), 'USING ' || qual, 'WITH CHECK ' || with_check)
                FROM ours JOIN pg_policies ON schemaname = 'public' AND tablename = relname
            UNION ALL
                SELECT relname, 6, 0, tgname, pg_get_triggerdef(t.oid)
                FROM ours JOIN pg_trigger t ON tgrelid = ours.oid AND NOT tgisinternal
            UNION ALL
                SELECT relname, 7, 0, grantee::regrole::text, 'GRANT ' || string_agg(privilege_type, ', '
                    ORDER BY privilege_type) || ' TO '
                    || CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END
                FROM ours, aclexplode(relacl) WHERE grantee <> relowner GROUP BY relname, grantee
            UNION ALL
                SELECT relname, 8, attnum, grantee::regrole::text, 'GRANT ' || string_agg(privilege_type, ', '
                    ORDER BY privilege_type) || ' (' || attname || ') TO ' || grantee::regrole::text
                FROM ours JOIN pg_attribute ON attrelid = ours.oid, aclexplode(attacl)
                GROUP BY relname, attnum, attname, grantee)
            SELECT CASE part WHEN 0 THEN line ELSE '    ' || line END AS line
            FROM lines ORDER BY relname COLLATE "C", part, place, name COLLATE "C", line COLLATE "C\"""";

    private static final String FUNCTIONS = """
            SELECT E'\\n' || pg_get_functiondef(p.oid)
                || coalesce('-- ' || obj_description(p.oid, 'pg_proc'), '') AS line
            FROM pg_proc p
            WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
            AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
            ORDER BY proname COLLATE "C", p.oid::regprocedure::text COLLATE "C\"""";

    private static final String HEADING = """
            -- The schema after all migrations, for review. SchemaTest compares it with the real one,
            -- and writes it anew with -Dgolden.rewrite=true.
            """;

    private SchemaCatalogue() {}

    static String render(DSLContext database) {
        return Stream.of(TABLES, FUNCTIONS)
                .flatMap(query -> database.resultQuery(query).fetch("line", String.class).stream())
                .collect(Collectors.joining("\n", HEADING, "\n"));
    }
}
