package egov.kiosk.camera.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartReaderTest {
  private static final int MOST = 1000;

  private static PartReader reader(String text) {
    return new PartReader(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), "b", MOST);
  }

  private static List<String> all(String text) throws IOException {
    PartReader reader = reader(text);
    List<String> parts = new ArrayList<>();
    for (Optional<byte[]> part = reader.next(); part.isPresent(); part = reader.next()) {
      parts.add(new String(part.get(), ISO_8859_1));
    }
    return parts;
  }

  @Test
  void parts_withAndWithoutLength_areRead() throws IOException {
    String text =
        "\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\none\r\n\r\n"
            + "--b\r\ncontent-type: image/jpeg;x=y\r\n\r\ntw--bo\r\n"
            + "--b\n\nthree\n--b--\r\n";
    assertEquals(List.of("one\r\n", "tw--bo", "three"), all(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b",
        "--b\r\nContent-Length: 5\r\n\r\nfour",
        "--b\r\nContent-Length: 0\r\n\r\n",
        "--b\r\nContent-Length: -1\r\n\r\n",
        "--b\r\nContent-Length: 1001\r\n\r\n",
        "--b\r\nContent-Length: 99999999999\r\n\r\n",
        "--b\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nsixsix",
        "--b\r\nContent-Type: text/html\r\n\r\nhello\r\n--b",
        "--b\r\nno header\r\n\r\n",
        "--b\r\n: nameless\r\n\r\n",
        "--b\r\n\r\nnever ends",
      })
  void nonsense_isRefused(String text) {
    assertThrows(IOException.class, () -> all(text));
  }

  @Test
  void overlong_isRefusedBeforeItIsKept() {
    assertRefused("--b\r\nX: " + "y".repeat(2_000) + "\r\n\r\n", 1_200);
    assertRefused("--b\r\n" + "X: y\r\n".repeat(100) + "\r\n", 400);
    assertRefused("garbage\r\n".repeat(1_000), 400);
    assertRefused("--b\r\n\r\n" + "y".repeat(10_000), 1_100);
  }

  private static void assertRefused(String text, int mostRead) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    PartReader reader = new PartReader(in, "b", MOST);
    assertThrows(IOException.class, reader::next);
    int read = text.length() - in.available();
    assertTrue(read <= mostRead, read + " bytes were read");
  }

  @Property(tries = 500)
  void anyPictures_comeBackAsTheyWere(
      @ForAll @Size(max = 6) List<@Size(min = 1, max = 200) byte[]> pictures) throws IOException {
    StringBuilder text = new StringBuilder();
    for (byte[] picture : pictures) {
      text.append("--b\r\nContent-Length: ").append(picture.length).append("\r\n\r\n");
      text.append(new String(picture, ISO_8859_1)).append("\r\n");
    }
    PartReader reader = reader(text + "--b--\r\n");
    for (byte[] picture : pictures) {
      assertArrayEquals(picture, reader.next().orElseThrow());
    }
    assertEquals(Optional.empty(), reader.next());
  }
}
