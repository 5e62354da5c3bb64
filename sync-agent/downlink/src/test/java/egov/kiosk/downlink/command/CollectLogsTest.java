package egov.kiosk.downlink.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.CommandResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectLogsTest {
  @TempDir Path directory;

  private String collected() throws IOException {
    CommandResult result = new CollectLogs(directory).run(Map.of());
    assertTrue(result.done());
    byte[] packed = Base64.getDecoder().decode(result.data());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void log_comesWithoutWhatCouldBeACitizens() throws IOException {
    Files.writeString(
        directory.resolve("kiosk.log"),
        """
        2026-11-22T00:35:43.551Z INFO [main] number 11010519491231002X was read
        2026-11-22T00:35:44.551Z INFO [main] old 110105491231002, phone 138 0013 8000
        2026-11-22T00:35:45.551Z INFO [main] grouped 110105 19491231 002x １１０１０５１９４９１２３１００２Ｘ
        2026-11-22T00:35:46.551Z WARN [main] 0 of 12345678 bytes at 0190a1b2-c3d4-7e5f
        """);
    assertEquals(
        """
        2026-11-22T00:35:43.551Z INFO [main] number [number] was read
        2026-11-22T00:35:44.551Z INFO [main] old [number], phone [number]
        2026-11-22T00:35:45.551Z INFO [main] grouped [number] [number]
        2026-11-22T00:35:46.551Z WARN [main] 0 of 12345678 bytes at 0190a1b2-c3d4-7e5f
        """,
        collected());
  }

  @Test
  void longLog_theNewestLinesThatFit() throws IOException {
    Random random = new Random(1);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      byte[] noise = new byte[16];
      random.nextBytes(noise);
      log.append("line ").append(i).append(' ');
      log.append(HexFormat.ofDelimiter(".").formatHex(noise)).append('\n');
    }
    Files.writeString(directory.resolve("kiosk.log"), log);
    String text = collected();
    assertTrue(text.endsWith(log.substring(log.length() - 40)));
    assertTrue(text.startsWith("line "), text.substring(0, 20));
    assertTrue(text.length() > 50_000);
  }

  @Test
  void noLogOrALink_failed() throws IOException {
    assertFalse(new CollectLogs(directory).run(Map.of()).done());
    Path secret = Files.writeString(directory.resolve("secret"), "x");
    Files.createSymbolicLink(directory.resolve("kiosk.log"), secret);
    assertFalse(new CollectLogs(directory).run(Map.of()).done());
  }

  @Property(tries = 300)
  void anyIdNumberInAnyPlace_isGone(
      @ForAll String before,
      @ForAll @IntRange(min = 100_000, max = 999_999) int area,
      @ForAll @IntRange(min = 100_000, max = 999_999) int month,
      @ForAll String after) {
    String number = area + "19" + month + "002";
    String redacted = Redaction.of(before + number + "X" + after);
    assertFalse(redacted.contains(number));
    assertFalse(Redaction.of(before + area + month + "123" + after).contains(area + "" + month));
  }
}
