package egov.kiosk.identity.pack;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PackManifestFuzzTest {
  @Property(tries = 500)
  void anyBytes_areReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) {
    parse(bytes);
  }

  @Property(tries = 500)
  void anyText_isReadOrRefused(@ForAll String id, @ForAll String file) {
    parse(("id=" + id + "\ndetector.file=" + file + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void parse(byte[] bytes) {
    try {
      PackManifest.parse(bytes);
    } catch (FacePackException e) {
      // The one way to refuse; anything else fails the property.
    }
  }
}
