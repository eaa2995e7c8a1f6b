package dev.rampart.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The command line client: one verb a command, each a call over HTTP. */
@CommandLine.Command(
        name = "rampart",
        description = "Talks to a Rampart server over HTTP.",
        subcommands = TokenCommand.class,
        mixinStandardHelpOptions = true)
public final class CommandLineClient {

    private CommandLineClient() {}

    /** Runs a command and returns its exit code: 0, 1 if the server refused, or 2 if the words are off. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new CommandLine(new CommandLineClient())
                .setOut(writer(out))
                .setErr(writer(err))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    commandLine.getErr().println("rampart: " + e.getMessage());
                    return commandLine.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments.toArray(String[]::new));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
