package egov.kiosk.codescanner.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineCollectorTest {
  private static List<String> lines(String text) {
    LineCollector collector = new LineCollector();
    List<String> lines = new ArrayList<>();
    for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
      collector.accept(one).ifPresent(l -> lines.add(new String(l, StandardCharsets.ISO_8859_1)));
    }
    return lines;
  }

  @Test
  void ends_ofAllKinds_areOneEndEach() {
    assertEquals(List.of("a", "b", "c", "d"), lines("a\rb\nc\r\nd\r\n\r\n\n"));
    assertEquals(List.of(), lines("unfinished"));
  }

  @Test
  void overlongLine_isGivenOutOnceOneByteTooLongAndTheNextIsWhole() {
    List<String> lines = lines("x".repeat(10_000) + "\rgood\r");
    assertEquals(2, lines.size());
    assertEquals(CodeRule.LONGEST + 1, lines.get(0).length());
    assertEquals("good", lines.get(1));
  }

  @Test
  void stillLine_givesWhatWasBegun() {
    LineCollector collector = new LineCollector();
    collector.accept((byte) 'a');
    assertTrue(collector.begun());
    assertEquals(1, collector.still().orElseThrow().length);
    assertTrue(collector.still().isEmpty());
  }

  @Property(tries = 2000)
  void anyBytes_makeBoundedLinesWithoutEnds(@ForAll @Size(max = 5000) byte[] bytes) {
    LineCollector collector = new LineCollector();
    for (byte one : bytes) {
      collector
          .accept(one)
          .ifPresent(
              line -> {
                assertTrue(line.length >= 1 && line.length <= CodeRule.LONGEST + 1);
                for (byte part : line) {
                  assertTrue(part != '\r' && part != '\n');
                }
              });
    }
  }

  @Test
  void usedCodes_areKnownForTenMinutesAndNoMoreThanAThousand() {
    UsedCodes used = new UsedCodes();
    byte[] code = "A".repeat(20).getBytes(StandardCharsets.US_ASCII);
    long start = -5;
    assertTrue(used.use(code, start));
    assertTrue(!used.use(code, start + TimeUnit.MINUTES.toNanos(10)));
    assertTrue(used.use(code, start + TimeUnit.MINUTES.toNanos(10) + 1));
    for (int i = 0; i < 1000; i++) {
      assertTrue(used.use(("B" + i).getBytes(StandardCharsets.US_ASCII), start));
    }
    assertTrue(used.use(code, start), "forgotten for the thousand after it");
  }

  @Test
  void pace_moreThanFiveASecond_isNotJudged() {
    Pace pace = new Pace();
    int judged = 0;
    for (int i = 0; i < 1000; i++) {
      if (pace.allows(TimeUnit.MILLISECONDS.toNanos(10L * i) - 7)) {
        judged++;
      }
    }
    assertEquals(50, judged, "of 100 a second for ten seconds");
  }
}
