package dev.rampart.server.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaRulesTest {

    private static final String STATEMENT = "        run();\n";

    @Test
    void findsNothingInATidyFile() {
        assertThat(problems("""
                package dev.rampart;

                import java.util.List;

                /** Says what it is. */
                public final class Tidy {

                    private static final int[] SIZES = {1, 2};
                    private final List<String> names = List.of("{", "System.out", "// TODO");

                    @SuppressWarnings("unused") // Read by the next test.
                    public int sum(int a, int b, int c, int d) {
                        for (int i = 0; i < a; i++) {
                            switch (b) {
                                case 1 -> {
                                    if (c == '{') {
                                        return d;
                                    }
                                }
                                default -> {}
                            }
                        }
                        return 0;
                    }
                }
                """)).isEmpty();
    }

    @Test
    void findsAFileThatIsTooLongAndAllowsATestMore() {
        String text = "//\n".repeat(JavaRules.FILE_LINES + 1);

        assertThat(JavaRules.problems("a/src/main/java/A.java", text))
                .singleElement()
                .asString()
                .contains(":251: ");
        assertThat(JavaRules.problems("a/src/test/java/A.java", text)).isEmpty();
        assertThat(JavaRules.problems("a/src/test/java/A.java", text.repeat(2))).hasSize(1);
    }

    @Test
    void findsALineThatIsTooLong() {
        assertThat(problems("//" + "x".repeat(118))).isEmpty();
        assertThat(problems("\n//" + "x".repeat(119)))
                .singleElement()
                .asString()
                .contains(":2: the line has");
    }

    @Test
    void findsAMethodThatIsTooLong() {
        assertThat(inClass("void f() {\n" + STATEMENT.repeat(38) + "}\n")).isEmpty();
        assertThat(inClass("void f() {\n" + STATEMENT.repeat(39) + "}\n"))
                .singleElement()
                .asString()
                .contains("f has more");
    }

    @Test
    void findsALongMethodOfANestedAnonymousOrLocalType() {
        String method = "void f() {\n" + STATEMENT.repeat(39) + "}\n";

        assertThat(inClass("record Inner(int a) { " + method + "}")).hasSize(1);
        assertThat(inClass("Runnable field = new Runnable() { " + method + "};"))
                .hasSize(1);
        assertThat(inClass("enum Inner { ONE { " + method + "}, TWO(2) { " + method + "}; }"))
                .hasSize(2);
    }

    @Test
    void countsNoLinesOfAnAnnotationThatHasBraces() {
        assertThat(inClass("@ValueSource(strings = {\n" + "\"{\",\n".repeat(50) + "})\nvoid f(String a) {}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f(int a, int b, int c, int d, int e) {}",
                "abstract void f(int a, int b, int c, int d, int e);",
                "<T> T f(Map<String, T> a, int b, @Nullable int c, int d, int e) throws IOException { return a; }"
            })
    void findsAMethodThatTakesTooMuch(String method) {
        assertThat(inClass(method)).singleElement().asString().contains("f takes more than 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ONE(1, 2, 3, 4, 5) { void f() {} };",
                "ONE(1, 2, 3, 4, 5), TWO(1, 2, 3, 4, 5);",
                "ONE(1, 2, 3, 4, 5) { void f() {} }, TWO(1, 2, 3, 4, 5);",
                "ONE, TWO(1, 2, 3, 4, 5);"
            })
    void allowsAConstantWhateverItIsMadeOf(String constants) {
        assertThat(problems("enum X { " + constants + " }")).isEmpty();
    }

    @Test
    void findsAMethodThatTakesTooMuchAfterConstantsThatMay() {
        assertThat(problems("enum X { ONE(1, 2, 3, 4, 5), TWO; void f(int a, int b, int c, int d, int e) {} }"))
                .singleElement()
                .asString()
                .contains("f takes more than 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f(Map<String, List<Integer>> a, int b, int c, Map<Integer, Integer> d) {}",
                "Snippet(int a, int b, int c, int d, int e) {}",
                "@Override public void f(int a, int b, int c, int d, int e) {}",
                "@Provides static F f(int a, int b, int c, int d, int e) { return new F(); }",
                "record Many(int a, int b, int c, int d, int e) { Many { check(a); } }"
            })
    void letsRecordsConstructorsAndWhatWasDecidedElsewhereTakeMore(String method) {
        assertThat(inClass(method)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void f() { if (a) { for (;;) { while (b) { if (c) { run(); } } } } }",
                "void f() { a(x -> { b(y -> { try { c(); } finally { if (d) { run(); } } }); }); }"
            })
    void findsAMethodThatIsTooDeep(String method) {
        assertThat(inClass(method)).singleElement().asString().contains("f nests deeper than 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TODO later", "/* todo: no */ // FIXME", "/** TODO(someone) */"})
    void findsWhatWasLeftForLater(String comment) {
        assertThat(problems(comment)).hasSize(1);
    }

    @Test
    void allowsAnIntentionThatHasANumber() {
        assertThat(problems("// TODO #12 one day\n// TODO(#12) one day\n")).isEmpty();
    }

    @Test
    void findsWhatPrintsUnlessItSpeaksToAPerson() {
        String prints = "class A { void f() { System.out.println(1); } }";

        assertThat(JavaRules.problems("rampart-http/src/main/java/A.java", prints))
                .hasSize(1);
        assertThat(JavaRules.problems("rampart-cli/src/main/java/A.java", prints))
                .isEmpty();
    }

    @Test
    void findsAWarningSuppressedWithoutAReason() {
        assertThat(inClass("@SuppressWarnings(\"all\")\nvoid f() {}")).hasSize(1);
        assertThat(inClass("// It cannot know.\n@SuppressWarnings(\"all\")\nvoid f() {}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private final Optional<String> name = x;",
                "public void f(Optional<String> a) {}",
                "void f(int a, final OptionalInt b) {}"
            })
    void findsAnOptionalThatIsKeptOrTaken(String member) {
        assertThat(inClass(member)).singleElement().asString().contains("Optional");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Optional<String> f() { return x; }",
                "private static void f(Optional<String> a) {}",
                "record R(Optional<String> a) {}",
                "interface P { void f(Optional<String> a); }"
            })
    void allowsAnOptionalThatIsGivenOrPartOfAValueOrAPort(String member) {
        assertThat(inClass(member)).isEmpty();
    }

    @Test
    void findsAnImportOfEverything() {
        assertThat(problems("import java.util.*;\nimport static a.B.*;\n")).hasSize(2);
    }

    @Test
    void isNotMisledByLiteralsAndComments() {
        assertThat(inClass("""
                char quote = '"'; /* " */ String url = "http://{"; // '{"
                String text = \"""
                        { " \\\""" TODO System.out
                        \""";
                void f(int a, int b, int c, int d, int e) {}
                """)).singleElement().asString().contains(":6: f takes");
    }

    private static List<String> inClass(String members) {
        return problems("final class Snippet {\n" + members + "}\n");
    }

    private static List<String> problems(String text) {
        return JavaRules.problems("rampart-domain/src/main/java/dev/rampart/Snippet.java", text);
    }
}
