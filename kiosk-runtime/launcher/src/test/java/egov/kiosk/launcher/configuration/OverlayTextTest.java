package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.launcher.configuration.Overlay.Layer;
import egov.kiosk.launcher.configuration.Overlay.Trial;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class OverlayTextTest {
  @Provide
  Arbitrary<Map<String, Map<String, String>>> settings() {
    Arbitrary<String> names = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(9);
    Arbitrary<String> pids = Arbitraries.of("flow", "uplink", "id-card-reader", "agent");
    Arbitrary<String> values =
        Arbitraries.strings().withCharRange(' ', '~').withChars('站', 'é', '=').ofMaxLength(20);
    return Arbitraries.maps(pids, Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(4))
        .ofMaxSize(4);
  }

  @Property(tries = 300)
  void whatIsWritten_isRead(
      @ForAll("settings") Map<String, Map<String, String>> kept,
      @ForAll("settings") Map<String, Map<String, String>> tried,
      @ForAll @LongRange(min = 0, max = 1L << 53) long version,
      @ForAll boolean onTrial) {
    Optional<Trial> trial =
        onTrial
            ? Optional.of(new Trial(new Layer(version, tried), Duration.ofMillis(1234)))
            : Optional.empty();
    Overlay overlay = new Overlay(new Layer(version / 2, kept), trial, version / 3);
    assertEquals(Optional.of(overlay), OverlayText.read(OverlayText.write(overlay)));
  }

  @Property(tries = 300)
  void oneByteChanged_isDamage(
      @ForAll("settings") Map<String, Map<String, String>> kept,
      @ForAll @LongRange(min = 0, max = 1 << 20) long at,
      @ForAll byte with) {
    byte[] bytes = OverlayText.write(new Overlay(new Layer(3, kept), Optional.empty(), 2));
    int place = (int) (at % bytes.length);
    if (bytes[place] != with) {
      bytes[place] = with;
      assertEquals(Optional.empty(), OverlayText.read(bytes));
    }
  }

  @Property(tries = 300)
  void anyBytes_areDamageAndNoFault(@ForAll @Size(max = 200) byte[] bytes) {
    assertEquals(Optional.empty(), OverlayText.read(bytes));
  }

  @Property(tries = 1)
  void sameOverlay_sameBytes() {
    assertArrayEquals(OverlayText.write(Overlay.NONE), OverlayText.write(Overlay.NONE));
  }
}
