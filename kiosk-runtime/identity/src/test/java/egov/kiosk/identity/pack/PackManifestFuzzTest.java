package egov.kiosk.identity.pack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a manifest holds, the answer is a sound one or a refusal. */
class PackManifestFuzzTest {
  private static final byte[] GOOD = new LabPack().manifest();
  private static final List<String> LINES =
      new String(GOOD, StandardCharsets.UTF_8).lines().toList();

  @Property(tries = 500)
  void anyBytes_areReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) {
    parse(bytes);
  }

  @Property(tries = 1000)
  void goodManifestWithSomeBytesChanged(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 4000) Integer> places,
      @ForAll byte value) {
    byte[] bytes = GOOD.clone();
    for (int place : places) {
      bytes[place % bytes.length] = value;
    }
    parse(bytes);
  }

  @Property(tries = 500)
  void anyValueInAnyLine(@ForAll @IntRange(max = 200) int which, @ForAll String value) {
    String line = LINES.get(which % LINES.size());
    String changed = line.replaceFirst("=.*", "= ") + value;
    parse(
        new String(GOOD, StandardCharsets.UTF_8)
            .replace(line, changed)
            .getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void cutAnywhere(@ForAll @IntRange(max = 4000) int length) {
    parse(java.util.Arrays.copyOf(GOOD, length % GOOD.length));
  }

  private static void parse(byte[] bytes) {
    try {
      PackManifest manifest = PackManifest.parse(bytes);
      assertTrue(manifest.files().size() >= 5);
      for (PackFile file : manifest.files()) {
        assertTrue(
            file.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*"), "never leads out of a folder");
      }
      assertTrue(manifest.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
    } catch (FacePackException e) {
      // The one way to refuse; anything else fails the property.
    }
  }
}
