package egov.kiosk.custody.skf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SkfNamesTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void of_listsAsVendorsWriteThem_areRead() {
    assertEquals(List.of(), SkfNames.of(new byte[0]));
    assertEquals(List.of(), SkfNames.of(new byte[2]));
    assertEquals(List.of("A"), SkfNames.of(bytes("A\0\0")));
    assertEquals(List.of("A", "密钥"), SkfNames.of(bytes("A\0密钥\0\0")));
    assertEquals(List.of("A"), SkfNames.of(bytes("A\0cut")));
  }

  @Property(tries = 200)
  void of_whatWasWritten_isRead(
      @ForAll @Size(max = 5) List<@AlphaChars @StringLength(min = 1, max = 20) String> names) {
    assertEquals(names, SkfNames.of(bytes(String.join("\0", names) + "\0\0")));
  }

  @Property(tries = 500)
  void of_anyBytes_givesNamesWithoutZeros(@ForAll @Size(max = 60) byte[] list) {
    for (String name : SkfNames.of(list)) {
      assertFalse(name.isEmpty());
      assertFalse(name.contains("\0"));
    }
  }
}
