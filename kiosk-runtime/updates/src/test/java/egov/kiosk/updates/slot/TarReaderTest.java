package egov.kiosk.updates.slot;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.lab.Archive;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** An archive with any byte changed is read or refused; nothing else happens. */
class TarReaderTest {
  private static final byte[] GOOD =
      new Archive().file("a/b", new byte[700]).file("c", new byte[3]).bytes();

  private static void read(byte[] archive) throws Exception {
    TarReader tar = new TarReader(new ByteArrayInputStream(archive));
    byte[] chunk = new byte[256];
    try {
      while (tar.next().isPresent()) {
        while (tar.read(chunk) >= 0) {
          // To its end.
        }
      }
    } catch (UpdateRefusedException e) {
      // Refused.
    }
  }

  @Property(tries = 500)
  void anyByteChanged_isReadOrRefused(
      @ForAll @IntRange(min = 0, max = 2000) int at, @ForAll byte value) throws Exception {
    byte[] changed = GOOD.clone();
    changed[at] = value;
    read(changed);
  }

  @Property(tries = 200)
  void cutOrNoise_isRefused(
      @ForAll @IntRange(min = 0, max = 3000) int length, @ForAll @Size(max = 600) byte[] noise)
      throws Exception {
    read(Arrays.copyOf(GOOD, Math.min(length, GOOD.length)));
    read(noise);
  }
}
