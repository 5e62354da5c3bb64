package egov.kiosk.assist.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import egov.kiosk.domain.assist.Ink;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program itself with Debian's model, and stand-ins that fail. */
class ZinniaWritingTest {
  private static final String MODEL = "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path directory;
  private ZinniaWriting writing;

  private ZinniaWriting writing(String program, String model, Duration limit) {
    writing = new ZinniaWriting(new WritingSettings(program, model, limit), System::nanoTime);
    return writing;
  }

  @AfterEach
  void close() {
    if (writing != null) {
      writing.close();
    }
  }

  /** Strokes as "x y x y / x y …" in a square of 300. */
  private static Ink ink(String strokes) {
    List<Ink.Stroke> all = new ArrayList<>();
    for (String stroke : strokes.split("/")) {
      String[] numbers = stroke.strip().split(" ");
      List<Ink.Point> points = new ArrayList<>();
      for (int i = 0; i < numbers.length; i += 2) {
        points.add(new Ink.Point(Integer.parseInt(numbers[i]), Integer.parseInt(numbers[i + 1])));
      }
      all.add(new Ink.Stroke(points));
    }
    return new Ink(300, all);
  }

  @ParameterizedTest
  @CsvSource({
    "一, 30 150 150 150 270 150",
    "十, 30 150 270 150 / 150 30 150 270",
    "工, 60 60 240 60 / 150 60 150 240 / 30 240 270 240",
    "口, 60 60 60 240 / 60 60 240 60 240 240 / 60 240 240 240",
    "人, 150 40 130 130 40 260 / 150 110 200 200 270 260",
    "大, 40 110 260 110 / 150 30 140 140 50 270 / 150 120 200 210 260 270"
  })
  void plainStrokes_areAmongTheFirst(String character, String strokes) throws Exception {
    List<String> found = writing("zinnia", MODEL, LIMIT).candidates(ink(strokes), 10);
    int place = found.indexOf(character);
    assertTrue(place >= 0 && place < 4, () -> character + " is not among the first: " + found);
    assertTrue(found.size() <= 10);
    assertEquals(found.size(), Set.copyOf(found).size());
  }

  @Test
  void scribble_isReadWithoutHarm() throws Exception {
    List<Ink.Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < Ink.MOST_STROKES; i++) {
      List<Ink.Point> points = new ArrayList<>();
      for (int j = 0; j < 500; j++) {
        points.add(new Ink.Point((j * 37 + i) % 301, (j * 53 + i) % 301));
      }
      strokes.add(new Ink.Stroke(points));
    }
    writing("zinnia", MODEL, LIMIT).candidates(new Ink(300, strokes), 10);
  }

  @Test
  void health_readsOneStroke() {
    assertEquals(Level.OK, writing("zinnia", MODEL, LIMIT).check(LIMIT).level());
  }

  @Test
  void missingProgramOrModel_isAFinding() {
    assertReason(writing(directory.resolve("nothing").toString(), MODEL, LIMIT), Reason.MISSING);
    assertTrue(writing.check(LIMIT).advice().contains("zinnia-utils"));
    writing.close();
    assertReason(writing("zinnia", directory + "/no.model", LIMIT), Reason.MISSING);
    assertEquals(Level.WARN, writing.check(LIMIT).level());
  }

  @Test
  void crashingOrHangingProgram_costsItsTimeAndNoMore() throws Exception {
    assertReason(writing(stand("exit 1"), MODEL, LIMIT), Reason.CRASHED);
    writing.close();
    assertReason(writing(stand("exec sleep 600"), MODEL, Duration.ofMillis(300)), Reason.LATE);
  }

  private String stand(String line) throws IOException {
    Path program = directory.resolve("stand-in");
    Files.writeString(program, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program.toString();
  }

  private static void assertReason(ZinniaWriting writing, Reason reason) {
    AssistUnavailableException refused =
        assertThrows(
            AssistUnavailableException.class, () -> writing.candidates(ink("30 150 270 150"), 5));
    assertEquals(reason, refused.reason(), refused.getMessage());
  }
}
