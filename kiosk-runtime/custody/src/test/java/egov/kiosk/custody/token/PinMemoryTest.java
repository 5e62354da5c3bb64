package egov.kiosk.custody.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinMemoryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final byte[] PIN = "314159".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = "271828".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private PinMemory memory(String device) {
    return new PinMemory(folder.resolve("refused"), device, new SecureRandom());
  }

  @Test
  void refused_isKnownHereAndAfterARestart() {
    PinMemory memory = memory("a");
    assertEquals(Optional.empty(), memory.refusedAt(PIN));
    memory.refused(PIN, NOW);
    assertEquals(Optional.of(NOW), memory.refusedAt(PIN));
    assertEquals(Optional.of(NOW), memory("a").refusedAt(PIN));
  }

  @Test
  void otherPinOrOtherDevice_isNotTheRefusedOne() {
    memory("a").refused(PIN, NOW);
    assertEquals(Optional.empty(), memory("a").refusedAt(OTHER));
    assertEquals(Optional.empty(), memory("b").refusedAt(PIN));
  }

  @Test
  void accepted_forgetsEverywhere() {
    PinMemory memory = memory("a");
    memory.refused(PIN, NOW);
    memory.accepted();
    assertEquals(Optional.empty(), memory.refusedAt(PIN));
    assertFalse(Files.exists(folder.resolve("refused")));
  }

  @Test
  void file_twiceTheSamePin_differsBySaltAndHoldsNoPin() throws Exception {
    memory("a").refused(PIN, NOW);
    String first = Files.readString(folder.resolve("refused"));
    memory("a").refused(PIN, NOW);
    String second = Files.readString(folder.resolve("refused"));
    assertFalse(first.equals(second));
    assertFalse(first.contains("314159"));
  }

  @Test
  void directoryThatCannotBeWritten_remembersInThisProcess() {
    PinMemory memory = new PinMemory(Path.of("/proc/nowhere/refused"), "a", new SecureRandom());
    memory.refused(PIN, NOW);
    assertTrue(memory.refusedAt(PIN).isPresent());
  }

  @Property(tries = 200)
  void damagedFile_neverKeepsTheKioskFromStarting(@ForAll @Size(max = 120) byte[] content)
      throws IOException {
    Path file = Files.createTempFile("pin-memory", ".refused");
    try {
      Files.write(file, content);
      assertEquals(Optional.empty(), new PinMemory(file, "a", new SecureRandom()).refusedAt(PIN));
    } finally {
      Files.delete(file);
    }
  }
}
