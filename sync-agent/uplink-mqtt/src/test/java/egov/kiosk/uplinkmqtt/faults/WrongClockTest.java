package egov.kiosk.uplinkmqtt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is years off, and jumps: the line does not care. */
@Timeout(90)
class WrongClockTest extends BadLine {
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  @TempDir Path directory;

  @Test
  void clockThatJumps_losesNoConnection() throws Exception {
    assertTrue(Files.exists(LIBRARY), "there is no faketime; run apt-get install faketime");
    Path clock = Files.writeString(directory.resolve("clock"), "-400d\n");
    Process kiosk = begun(clock);
    try (BufferedReader said = kiosk.inputReader(StandardCharsets.UTF_8);
        OutputStream turn = kiosk.getOutputStream()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> send(turn, said).startsWith("taken 0"));
      for (String jump : new String[] {"-401d", "+0", "+2000d", "-3h"}) {
        Files.writeString(clock, jump + "\n");
        for (int i = 0; i < 5; i++) {
          String line = send(turn, said);
          assertTrue(line.startsWith("taken 0"), jump + ": " + line);
          Thread.sleep(100);
        }
      }
      Duration off = Duration.between(Instant.parse(send(turn, said).substring(8)), Instant.now());
      assertEquals(3, off.plusMinutes(1).toHours(), "the clock was really set");
    }
    assertTrue(kiosk.waitFor(20, TimeUnit.SECONDS), "it stops");
  }

  private static String send(OutputStream turn, BufferedReader said) throws IOException {
    turn.write('\n');
    turn.flush();
    return String.valueOf(said.readLine());
  }

  /** One that answers: now and then a Java locks itself out under faketime as it starts. */
  private Process begun(Path clock) throws IOException {
    for (int attempt = 0; attempt < 3; attempt++) {
      Process kiosk = kiosk(clock);
      BufferedReader said = kiosk.inputReader(StandardCharsets.UTF_8);
      OutputStream turn = kiosk.getOutputStream();
      String line =
          CompletableFuture.supplyAsync(() -> first(turn, said))
              .completeOnTimeout("", 40, TimeUnit.SECONDS)
              .join();
      if (!line.isEmpty()) {
        return kiosk;
      }
      System.out.println("a Java under faketime stood still as it started; started again");
      kiosk.destroyForcibly();
    }
    throw new IOException("no Java starts under faketime");
  }

  private static String first(OutputStream turn, BufferedReader said) {
    try {
      return send(turn, said);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Process kiosk(Path clock) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                Traveller.class.getName(),
                Integer.toString(line.port()),
                broker.passwordFile(KIOSK).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
    return builder.start();
  }
}
