package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.server.ApiDocument.Operation;
import dev.rampart.server.StatusEvidence.Sent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Brings about what is answered to whoever announces a file that is too long. */
record StatusFiles(TestServer server, StatusGround ground, StatusEvidence evidence) {

    private static final long TOO_LONG = 100 * 1024 * 1024 + 1;

    void provoke(ApiDocument document) throws IOException, InterruptedException {
        for (Operation operation : document.operations()) {
            if (operation.act().equals("importUsers")) {
                announceTooMuch(operation);
            }
        }
    }

    /** Says how long the file is, and sends none of it. */
    private void announceTooMuch(Operation operation) throws IOException, InterruptedException {
        try (Socket socket = asked(server, ground.ready(operation))) {
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            String type = answer.substring(0, end)
                    .lines()
                    .filter(line -> line.startsWith("Content-Type: "))
                    .map(line -> line.substring("Content-Type: ".length()))
                    .findFirst()
                    .orElse("");
            evidence.note(operation, Integer.parseInt(answer.substring(9, 12)), type, answer.substring(end + 4));
        }
    }

    /** A connection on which something was asked, and of whose answer nothing was read. */
    private static Socket asked(TestServer server, Sent sent) throws IOException {
        URI address = URI.create(server.at(sent.path()));
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String head =
                """
                %s %s HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: application/x-ndjson
                Content-Length: %d
                Connection: close

                """.formatted(sent.operation().method(), sent.path(), address.getAuthority(), sent.token(), TOO_LONG);
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(UTF_8));
        return socket;
    }
}
