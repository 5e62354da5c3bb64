package egov.kiosk.facepacks.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairsTest {
  @TempDir Path temp;

  private Pairs read(String line) throws IOException {
    Path file = temp.resolve("pairs.tsv");
    Files.writeString(file, "left\tright\tsame\n" + line + "\n");
    return Pairs.read(file);
  }

  @Test
  void pair_isRead() throws IOException {
    Pairs pairs = read("A_B_0001.jpg\tA_B_0012.jpg\t1\n\nA_B_0001.jpg\tC_0001.jpg\t0");

    assertEquals(2, pairs.all().size());
    assertEquals(1, pairs.lefts().size());
    assertEquals("A_B", Pairs.person("A_B_0012.jpg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.jpg\tb.jpg",
        "a.jpg\tb.jpg\t2",
        "../a.jpg\tb.jpg\t0",
        "a/b.jpg\tb.jpg\t0",
        "\tb.jpg\t0",
        "a.jpg\tb.jpg\t0\tmore"
      })
  void brokenLine_isRefusedByNumber(String line) {
    assertEquals(
        "line 2 of the pairs is not: left, right, 0 or 1",
        assertThrows(IOException.class, () -> read(line)).getMessage());
  }

  @Test
  void labelAgainstTheNames_isRefused() {
    assertTrue(
        assertThrows(IOException.class, () -> read("A_0001.jpg\tB_0001.jpg\t1"))
            .getMessage()
            .contains("contradicts"));
  }

  @Test
  void half_isAlwaysTheSameAndAboutHalf() {
    long tuning =
        IntStream.range(0, 1000).filter(i -> Half.of("Person_" + i) == Half.TUNING).count();

    assertTrue(tuning > 400 && tuning < 600, "tuning has " + tuning);
    assertEquals(Half.of("Person_7"), Half.of("Person_7"));
  }
}
