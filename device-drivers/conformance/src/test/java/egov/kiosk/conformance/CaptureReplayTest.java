package egov.kiosk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.device.Device;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.PlayedLink;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Script;
import egov.kiosk.link.capture.Tap;
import egov.kiosk.link.replay.Replay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures made at the emulators are regression tests: today's drivers do what they did then. */
@Timeout(120)
class CaptureReplayTest {
  @ParameterizedTest
  @ValueSource(strings = {"id-card-reader", "printer", "code-scanner", "cabinet"})
  void capture_playedToTheDriver_hasTheSameOutcome(String name) throws Exception {
    assertEquals(List.of(), differences(shipped(name)));
  }

  @Test
  void capture_thatTheDriverDoesNotFollow_saysWhereItDiffers() throws Exception {
    String text = shipped("id-card-reader").text();
    Capture other = Capture.parse(text.replaceFirst("end ok", "end NO_ANSWER"));
    List<String> differences = differences(other);
    assertFalse(differences.isEmpty(), "a call that ended otherwise is a difference");
  }

  private static Capture shipped(String name) throws IOException {
    try (var in = CaptureReplayTest.class.getResourceAsStream("/captures/" + name + ".txt")) {
      return Capture.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Plays a capture to a fresh driver. */
  static List<String> differences(Capture capture) throws Exception {
    CompletableFuture<Script> script = new CompletableFuture<>();
    Device device = Drivers.of(capture.device(), limit -> PlayedLink.open(script.join()));
    try {
      Tap tap = DeviceThread.taps(capture.device()).get(0);
      script.complete(new Script(capture, tap.masking()));
      return new Replay(capture, script.join(), tap).differences(device);
    } finally {
      ((AutoCloseable) device).close();
    }
  }
}
