package egov.kiosk.platform;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The platform as its own process, driven by lines. */
@Timeout(30)
class MainTest {
  @TempDir Path directory;

  private Process process;
  private BufferedReader answers;
  private PrintStream commands;

  @AfterEach
  void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void process_startedDrivenAndEnded_doesAsItIsTold() throws Exception {
    Lab lab = Lab.at(directory);
    start(lab);
    String ready = answers.readLine();
    assertTrue(ready.matches("ready port=[0-9]+"), ready);
    int port = Integer.parseInt(ready.substring(ready.indexOf('=') + 1));
    SignedEnvelope envelope = lab.transaction(Lab.A);
    assertEquals("error unknown", ask("find " + envelope.id()));
    try (Courier courier =
        new Courier(new MqttUplink(Lab.A, lab.settings(Lab.A, port)), lab.verifier(Lab.A))) {
      courier.offer(envelope);
      await().until(() -> courier.pending() == 0);
      assertEquals("ok received=1 accepted=1 duplicates=0 refused=0 ratings=0", ask("stats"));
      String found = ask("find " + envelope.id());
      assertTrue(found.matches("ok [0-9]{14} /.+\\.p7m"), found);
      Path kept = Path.of(found.substring(found.indexOf('/')));
      assertEquals(envelope.length(), Files.size(kept));

      assertEquals("ok", ask("broker stop"));
      await().until(() -> !courier.trouble().isEmpty());
      courier.offer(lab.transaction(Lab.A));
      assertEquals("ok", ask("broker start"));
      await()
          .until(
              () -> {
                courier.again();
                return courier.pending() == 0;
              });
    }
    assertEquals("error unknown", ask("find ../../etc/passwd"));
    assertEquals("error command", ask("nonsense"));
    commands.close();
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  @Test
  void process_withWrongArguments_saysWhatIsWrong() throws Exception {
    run(List.of("--dir", directory.toString(), "--port", "70000", "--pki", "x"));
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue());
    assertTrue(
        Files.readString(directory.resolve("log")).contains("--port is a number of 0 to 65535"));
  }

  private void start(Lab lab) throws IOException {
    run(
        List.of(
            "--dir", directory.resolve("platform").toString(),
            "--port", "0",
            "--pki", lab.pki().toString()));
  }

  private void run(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=platform-logback.xml",
                Main.class.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(directory.resolve("log").toFile()).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  private String ask(String command) throws IOException {
    commands.println(command);
    return answers.readLine();
  }
}
