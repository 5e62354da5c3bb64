package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestScannerTest {
  private static final Arrival FIND = new Arrival.Request(0x2001, 0);

  @Test
  void everyRequest_accept_isRecognised() {
    assertEquals(List.of(FIND), scan(Requests.FIND));
    assertEquals(List.of(new Arrival.Request(0x61FF, 1)), scan(Requests.RADIO_80));
    assertEquals(List.of(new Arrival.Request(0x3010, 0)), scan(Requests.READ_WITH_FINGERPRINTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA", "AAAA", "AAAAAA96", "AAAAAAAA96", "AA96AA9669", "69", "00FF"})
  void junkLikeAPreamble_accept_doesNotHideTheFrame(String junk) {
    byte[] noise = HexFormat.of().parseHex(junk);
    assertEquals(List.of(FIND), scan(join(noise, Requests.FIND)));
  }

  @Test
  void flippedChecksum_accept_isWrongChecksum() {
    byte[] frame = Requests.FIND.clone();
    frame[9] ^= 1;
    assertEquals(List.of(new Arrival.WrongChecksum()), scan(frame));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "0002", "0041", "0103", "FFFF"})
  void impossibleLength_accept_isWrongLengthAtOnceAndTheNextFrameIsHeard(String length) {
    byte[] header = HexFormat.of().parseHex("AAAAAA9669" + length);
    assertEquals(List.of(new Arrival.WrongLength(), FIND), scan(join(header, Requests.FIND)));
  }

  @Test
  void begunFrame_reset_isForgotten() {
    RequestScanner scanner = new RequestScanner();
    scanner.accept(Requests.FIND, 8);
    assertTrue(scanner.midFrame());
    scanner.reset();
    assertEquals(List.of(FIND), scanner.accept(Requests.FIND, Requests.FIND.length));
  }

  @Property
  void anyBytes_accept_neverThrowAndAFrameIsHeardAfterSilence(
      @ForAll @Size(max = 300) byte[] bytes) {
    RequestScanner scanner = new RequestScanner();
    scanner.accept(bytes, bytes.length);
    scanner.reset();
    assertEquals(List.of(FIND), scanner.accept(Requests.FIND, Requests.FIND.length));
  }

  @Property
  void anyCut_accept_isTheSameAsWhole(
      @ForAll @Size(max = 40) byte[] junk, @ForAll @IntRange(min = 1, max = 49) int cut) {
    byte[] all = join(junk, Requests.FIND);
    int at = Math.min(cut, all.length);
    RequestScanner scanner = new RequestScanner();
    List<Arrival> inParts = new ArrayList<>(scanner.accept(all, at));
    byte[] rest = Arrays.copyOfRange(all, at, all.length);
    inParts.addAll(scanner.accept(rest, rest.length));
    assertEquals(scan(all), inParts);
  }

  private static List<Arrival> scan(byte[] bytes) {
    return new RequestScanner().accept(bytes, bytes.length);
  }

  private static byte[] join(byte[] one, byte[] two) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(one);
    all.writeBytes(two);
    return all.toByteArray();
  }
}
