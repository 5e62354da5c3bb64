package egov.kiosk.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramListTest {
  private static final String D = "0".repeat(64);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 500)
  void anyBytes_areRefusedOrWrittenAgainTheSame(@ForAll @Size(max = 300) byte[] bytes) {
    try {
      assertArrayEquals(bytes, ProgramList.parse(bytes).bytes());
    } catch (ProgramListException e) {
      assertThrows(ProgramListException.class, () -> ProgramList.parse(bytes));
    }
  }

  @Property(tries = 300)
  void editedList_isRefusedOrWrittenAgainTheSame(@ForAll int place, @ForAll byte value)
      throws ProgramListException {
    byte[] bytes =
        ProgramList.of(List.of(new ProgramFile("a/b", 1, D), new ProgramFile("c", 20, D))).bytes();
    bytes[Math.floorMod(place, bytes.length)] = value;
    anyBytes_areRefusedOrWrittenAgainTheSame(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "D  1  a",
        "D  1  a\n\n",
        "D  01  a\n",
        "D 1 a\n",
        "D  1  ../a\n",
        "D  1  /a\n",
        "D  1  a/../b\n",
        "D  1  a//b\n",
        "D  1  a\\b\n",
        "D  1  .\n",
        "D  1  b\nD  1  a\n",
        "D  1  a\nD  1  a\n",
        "D  1  a\r\n",
        "D  -1  a\n",
        "D  1  a/..\n",
        "D  1  a\u0000\n"
      })
  void otherForms_areRefused(String text) {
    assertThrows(
        ProgramListException.class, () -> ProgramList.parse(bytes(text.replace("D", D))), text);
  }
}
