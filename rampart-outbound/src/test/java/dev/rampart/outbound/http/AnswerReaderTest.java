package dev.rampart.outbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.domain.outbound.Outbound.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {

    private static final int BYTES_MAX = 16;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void readsABodyOfEachKind() throws IOException {
        assertThat(read(OK + "Content-Length: 2\r\n\r\nhiXX")).isEqualTo(ok("hi"));
        assertThat(read(OK + "\r\nuntil the end")).isEqualTo(ok("until the end"));
        assertThat(read("HTTP/1.0 200\n\nold")).isEqualTo(ok("old"));
        assertThat(read(OK + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0006\r\n world\r\n0\r\nT: x\r\n\r\n"))
                .isEqualTo(ok("hello world"));
        assertThat(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n"))
                .isEqualTo(new Answered(304, Optional.empty(), ""));
    }

    @Test
    void passesOverWhatComesBeforeTheAnswer() throws IOException {
        assertThat(read("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK + "\r\nhi"))
                .isEqualTo(ok("hi"));
        assertThat(refused("HTTP/1.1 100 Continue\r\n\r\n".repeat(9) + OK + "\r\nhi"))
                .isEqualTo(Reason.MALFORMED_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 99 No\r\n\r\n",
                "HTTP/1.1 2000 No\r\n\r\n",
                OK + "No colon\r\n\r\n",
                OK + "Space : before\r\n\r\n",
                OK + "A: b\r\n folded\r\n\r\n",
                OK + "A: \u0000\r\n\r\n",
                OK + "Content-Length: 2",
                OK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nhi!",
                OK + "Content-Length: +2\r\n\r\nhi",
                OK + "Content-Length: 2, 2\r\n\r\nhi",
                OK + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                OK + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\nhello",
                OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhiX\r\n0\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n",
                OK + "Content-Encoding: gzip\r\n\r\nzip",
            })
    void readsNothingThatCanBeReadInTwoWays(String answer) {
        assertThat(refused(answer)).isEqualTo(Reason.MALFORMED_ANSWER);
    }

    @Test
    void readsNoMoreThanItIsAllowed() throws IOException {
        String sixteen = "x".repeat(BYTES_MAX);

        assertThat(read(OK + "\r\n" + sixteen)).isEqualTo(ok(sixteen));
        assertThat(refused(OK + "\r\n" + sixteen + "x")).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(OK + "Content-Length: 17\r\n\r\n")).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(OK + "Content-Length: 999999999999999999\r\n\r\n")).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(OK + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n"))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(OK + "Transfer-Encoding: chunked\r\n\r\n" + "8\r\n12345678\r\n".repeat(3)))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(OK + "A: " + "x".repeat(AnswerReader.HEAD_BYTES_MAX)))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refused("x".repeat(AnswerReader.HEAD_BYTES_MAX + 1))).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(OK + "A: b\r\n".repeat(101) + "\r\n")).isEqualTo(Reason.MALFORMED_ANSWER);
    }

    private static Answered ok(String text) {
        return new Answered(200, Optional.empty(), text);
    }

    private static Answered read(String answer) throws IOException {
        return new AnswerReader(new ByteArrayInputStream(answer.getBytes(UTF_8)), BYTES_MAX).read();
    }

    private static Reason refused(String answer) {
        return catchThrowableOfType(UnreachedException.class, () -> read(answer))
                .why();
    }
}
