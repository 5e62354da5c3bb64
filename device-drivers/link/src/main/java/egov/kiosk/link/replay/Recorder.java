package egov.kiosk.link.replay;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.link.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Uses a device over and over as the kiosk does, so that there is something to record. */
public final class Recorder {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final Device device;

  public Recorder(Device device) {
    this.device = Objects.requireNonNull(device, "device");
  }

  /** Uses the device until the time is over; a fault is what one wants to see. */
  public void use(Duration time) throws InterruptedException {
    Deadline deadline = Deadline.after(time);
    boolean first = true;
    while (!deadline.passed()) {
      Map<String, Calls.Call> calls = Calls.of(device, deadline.remainingAtMost(PATIENCE));
      if (!first) {
        calls.keySet().removeAll(Calls.USE_UP);
      }
      for (Calls.Call call : calls.values()) {
        if (!deadline.passed()) {
          make(call);
        }
      }
      first = false;
      TimeUnit.NANOSECONDS.sleep(deadline.remainingAtMost(BETWEEN).toNanos());
    }
  }

  private static void make(Calls.Call call) throws InterruptedException {
    try {
      call.make();
    } catch (DeviceException e) {
      // It is in the recording.
    }
  }
}
