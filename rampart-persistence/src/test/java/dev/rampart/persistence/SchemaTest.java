package dev.rampart.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the migrations made, against what was reviewed, and against the rules that hold for every table. */
final class SchemaTest {

    private static final Path GOLDEN = Path.of("../migrations/schema.golden.sql");

    @Test
    void isTheSchemaThatWasReviewed() throws IOException {
        String schema = SchemaCatalogue.render(DSL.using(TestPostgres.server().asOwner(), SQLDialect.POSTGRES));

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, schema);
            throw new AssertionError("written anew, for you to review: " + GOLDEN);
        }

        assertThat(schema).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryRule(SchemaRule rule) throws SQLException {
        inATransactionThatIsRolledBack(
                database -> assertThat(rule.offenders(database)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWrongWithAGoodTable(SchemaRule rule) throws SQLException {
        inATransactionThatIsRolledBack(database -> {
            database.execute(SchemaRule.GOOD_TABLE);

            assertThat(rule.offenders(database)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void findsATableThatBreaksTheRule(SchemaRule rule) throws SQLException {
        inATransactionThatIsRolledBack(database -> {
            database.execute(SchemaRule.GOOD_TABLE);
            rule.plant(database);

            assertThat(rule.offenders(database))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(name).startsWith("planted"));
        });
    }

    private static void inATransactionThatIsRolledBack(Consumer<DSLContext> act) throws SQLException {
        try (Connection owner = TestPostgres.server().asOwner().getConnection()) {
            owner.setAutoCommit(false);
            act.accept(DSL.using(owner, SQLDialect.POSTGRES));
            owner.rollback();
        }
    }
}
