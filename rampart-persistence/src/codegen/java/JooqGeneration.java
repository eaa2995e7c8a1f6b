import dev.rampart.migrations.MigratedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Migrates a throw-away PostgreSQL, and generates jOOQ's tables from what it finds there. */
final class JooqGeneration {

    private JooqGeneration() {}

    static void into(Path output) throws Exception {
        try (MigratedPostgres postgres = MigratedPostgres.throwAway();
                Connection owner = postgres.asOwner().getConnection()) {
            GenerationTool generation = new GenerationTool();
            generation.setConnection(owner);
            generation.run(new Configuration()
                    .withLogging(Logging.WARN)
                    .withGenerator(new Generator()
                            .withDatabase(tables())
                            // Nothing that tells the time: the same schema gives the same bytes.
                            .withGenerate(new Generate().withGeneratedAnnotation(false))
                            .withTarget(new Target()
                                    .withPackageName("dev.rampart.persistence.schema")
                                    .withDirectory(output.toString()))));
        }
    }

    /** Partitions are reached through their tables, and nobody calls our functions but triggers. */
    private static Database tables() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withExcludes("flyway_schema_history|audit_event_.*|audit_event\\.xid")
                .withIncludeExcludeColumns(true)
                .withForcedTypes(new ForcedType()
                        .withName("INSTANT")
                        .withIncludeTypes("(?i:timestamptz|timestamp.*with.*time.*zone)"))
                .withIncludeRoutines(false)
                .withIncludeTriggerRoutines(false);
    }
}
