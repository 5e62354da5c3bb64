package egov.kiosk.link.replay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.domain.device.LineRecorder.Outcome;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Masking;
import egov.kiosk.link.capture.Tap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device of a serving kiosk is recorded from outside. */
class ServingRecorderTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String NAME = "test-reader";

  private final Tap tap = new Tap(NAME, () -> Masking.EVERYTHING);
  private final DeviceThread thread = new DeviceThread(tap, () -> Duration.ZERO);
  private final ServingRecorder recorder = new ServingRecorder(List.of(named(NAME), named("eye")));

  @AfterEach
  void close() {
    recorder.close();
    thread.close();
  }

  private static Device named(String name) {
    return new Device() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public DeviceStatus status() {
        return new DeviceStatus(DeviceState.ONLINE, Set.of(), Instant.EPOCH);
      }
    };
  }

  @Test
  void recording_endsByItself_isHandedOutOnceAndHoldsNoByteUnmasked() {
    assertEquals(Outcome.BEGUN, recorder.begin(NAME, Duration.ofMillis(700)));
    assertEquals(Outcome.RUNNING, recorder.begin(NAME, LONG));
    tap.sent("SECRET".getBytes());
    assertEquals(Optional.empty(), recorder.take(), "not while it is under way");
    await().atMost(LONG).until(() -> !recorder.running());
    assertFalse(tap.recorded(), "nothing listens any more");
    Capture capture = Capture.parse(recorder.take().orElseThrow());
    assertEquals(NAME, capture.device());
    assertEquals(1, capture.moments().size());
    assertTrue(capture.text().contains("> 000000000000"), capture.text());
    assertEquals(Optional.empty(), recorder.take());
  }

  @Test
  void recording_thatGrowsTooLong_endsBeforeItsTime() {
    assertEquals(Outcome.BEGUN, recorder.begin(NAME, LONG));
    byte[] chatter = new byte[4096];
    await()
        .atMost(LONG)
        .until(
            () -> {
              tap.sent(chatter);
              tap.received(chatter, 0, chatter.length);
              return !recorder.running();
            });
    String text = recorder.take().orElseThrow();
    assertTrue(
        text.length() < LineRecorder.MOST_CHARACTERS + 20_000, text.length() + " characters");
    assertTrue(text.endsWith("the rest is left out\n"));
    assertEquals(NAME, Capture.parse(text).device(), "the remark disturbs nobody");
  }

  @Test
  void unknownDevice_andOneWithoutALine_areRefused() {
    assertEquals(Outcome.NO_DEVICE, recorder.begin("toaster", LONG));
    assertEquals(Outcome.NO_LINE, recorder.begin("eye", LONG));
    assertFalse(recorder.running());
    assertEquals(Optional.empty(), recorder.take());
  }
}
