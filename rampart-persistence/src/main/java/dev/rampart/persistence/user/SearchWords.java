package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.USER_TOKEN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.StandardClaim;
import dev.rampart.domain.user.User;
import dev.rampart.persistence.Keyset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;

/** The words that people are found by, and how a search looks for them. */
final class SearchWords {

    /** So many words of a search count. */
    private static final int SEARCHED_MAX = 5;

    /** So many words of a person are kept. */
    private static final int KEPT_MAX = 32;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<StandardClaim> NAMES = List.of(
            StandardClaim.NAME,
            StandardClaim.GIVEN_NAME,
            StandardClaim.FAMILY_NAME,
            StandardClaim.MIDDLE_NAME,
            StandardClaim.NICKNAME);

    private SearchWords() {}

    /** Address and username as a whole and in parts, and every word of the names. */
    static Set<String> of(User user) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(user.email(), user.username())
                .flatMap(Optional::stream)
                .map(SearchWords::canonical)
                .forEach(words::add);
        Stream<String> texts = Stream.concat(
                NAMES.stream().map(user.profile()::get).flatMap(Optional::stream),
                Stream.of(user.email(), user.username()).flatMap(Optional::stream));
        texts.map(SearchWords::canonical)
                .flatMap(BETWEEN_WORDS::splitAsStream)
                .filter(word -> !word.isEmpty())
                .map(word ->
                        word.length() > CanonicalName.MAX_LENGTH ? word.substring(0, CanonicalName.MAX_LENGTH) : word)
                .limit(KEPT_MAX)
                .forEach(words::add);
        return words;
    }

    /** Whether somebody has, for each word that was typed, one that begins with it. */
    static Condition match(String search) {
        return Stream.of(canonical(search).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(SEARCHED_MAX)
                .map(SearchWords::hasOneThatBeginsWith)
                .reduce(Condition::and)
                .orElse(trueCondition());
    }

    private static Condition hasOneThatBeginsWith(String word) {
        return exists(selectOne()
                .from(USER_TOKEN)
                .where(USER_TOKEN.ORG_ID.eq(APP_USER.ORG_ID))
                .and(USER_TOKEN.USER_ID.eq(APP_USER.USER_ID))
                .and(Keyset.beginsWith(USER_TOKEN.TOKEN, word)));
    }

    private static String canonical(String text) {
        return CanonicalName.of(text).value();
    }
}
