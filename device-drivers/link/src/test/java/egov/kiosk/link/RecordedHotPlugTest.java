package egov.kiosk.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.link.capture.Masking;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a recording says of calls and states, and that nothing is wrapped where nobody can record.
 */
class RecordedHotPlugTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A line that takes everything and says nothing. */
  private static final class DeafLink implements Link {
    @Override
    public int read(byte[] buffer, int offset, int length, Duration timeout) {
      return 0;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) {}

    @Override
    public void close() {}
  }

  private record Plugged(Link link) implements PluggedConnection {
    @Override
    public void glance() {}

    @Override
    public void close() {
      link.close();
    }
  }

  private static final class Bell implements Device, AutoCloseable {
    private final HotPlug<Plugged> plug =
        new HotPlug<>(
            "test-bell",
            HotPlugSettings.USUAL,
            limit -> new Plugged(LinkOpener.recordable(any -> new DeafLink()).open(limit)),
            KnownDevices.ANY,
            Instant::now,
            () -> Masking.EVERYTHING);

    boolean ring(byte... bytes) throws DeviceException, InterruptedException {
      return plug.use(
          LIMIT,
          connection -> {
            connection.link().write(bytes, LIMIT);
            return true;
          });
    }

    void fail() throws DeviceException, InterruptedException {
      plug.use(
          LIMIT,
          connection -> {
            throw new DeviceException(FaultCode.PAPER_OUT, "test-bell", "no");
          });
    }

    @Override
    public String name() {
      return "test-bell";
    }

    @Override
    public DeviceStatus status() {
      return plug.status();
    }

    @Override
    public void close() {
      plug.close();
    }
  }

  @Test
  void recording_saysWhatWasCalledAndHowItEnded() throws Exception {
    List<Moment> moments = Collections.synchronizedList(new ArrayList<>());
    try (Bell bell = new Bell()) {
      await().atMost(LIMIT).until(() -> bell.status().state() == DeviceState.ONLINE);
      try (Recording ignored =
          DeviceThread.taps("test-bell").get(0).recordFromOpening(moments::add).orElseThrow()) {
        bell.ring((byte) 1, (byte) 2);
        assertThrows(DeviceException.class, bell::fail);
      }
    }
    List<String> words =
        moments.stream().map(moment -> moment.line().replaceFirst("^\\S+ ", "")).toList();
    assertEquals(List.of("call ring", "open"), words.subList(0, 2));
    List<String> rest = words.subList(2, words.size());
    assertEquals(
        List.of("> 0000", "state ONLINE", "end ok true", "call fail", "end PAPER_OUT"), rest);
    assertEquals(List.of(), DeviceThread.taps("test-bell"), "gone with the driver");
  }

  @Test
  void link_openedElsewhere_isTheLinkItself() throws Exception {
    Link link = new DeafLink();
    assertEquals(link, LinkOpener.recordable(any -> link).open(LIMIT));
    assertTrue(DeviceThread.tapOfThisThread().isEmpty());
  }
}
