package egov.kiosk.link.replay;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Recording;
import egov.kiosk.link.capture.Script;
import egov.kiosk.link.capture.Tap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Makes the calls of a capture at a driver whose device is that capture's {@link Script}, records
 * what comes of them, and says where it is not the same: another end of a call, a state that no
 * longer comes, bytes the capture does not know.
 */
public final class Replay {
  private static final Duration SPARE = Duration.ofSeconds(3);
  private static final Duration STATES = Duration.ofSeconds(15);

  private final Capture capture;
  private final Script script;
  private final Tap tap;

  /**
   * A replay that was not begun.
   *
   * @param capture what was recorded
   * @param script the same as the device's side, already at the far end of the driver's link
   * @param tap where the driver under test is recorded
   */
  public Replay(Capture capture, Script script, Tap tap) {
    this.capture = Objects.requireNonNull(capture, "capture");
    this.script = Objects.requireNonNull(script, "script");
    this.tap = Objects.requireNonNull(tap, "tap");
  }

  /**
   * Plays; takes about as long as the recording did.
   *
   * @return what differs, empty when nothing does
   */
  public List<String> differences(Device device) throws InterruptedException {
    List<Moment> seen = Collections.synchronizedList(new ArrayList<>());
    try (Recording ignored =
        tap.record(seen::add)
            .orElseThrow(() -> new IllegalStateException("the device is being recorded already"))) {
      script.atCall(0);
      awaitStates(1, seen);
      for (int done = 0; done < calls(capture.moments()).size(); ) {
        make(device, calls(capture.moments()).get(done), done + 1);
        // A port's method may use its device more than once.
        done = Math.max(done + 1, calls(seen).size());
      }
      awaitStates(states(capture.moments()).size(), seen);
    }
    List<String> differences = new ArrayList<>(script.strange());
    compareCalls(calls(capture.moments()), calls(List.copyOf(seen)), differences);
    compareStates(states(capture.moments()), states(List.copyOf(seen)), differences);
    return differences;
  }

  private void make(Device device, Made wanted, int number) throws InterruptedException {
    Duration patience = Duration.ofMillis(wanted.millis()).plus(SPARE);
    boolean vain = wanted.end().equals("NO_CARD") || wanted.end().equals("ok none");
    Map<String, Calls.Call> calls = Calls.of(device, vain ? SPARE : patience);
    Calls.Call call = calls.get(wanted.name());
    if (call != null) {
      script.atCall(number);
      try {
        call.make();
      } catch (DeviceException e) {
        // Its fault is the end that is compared.
      }
    }
  }

  /** Waits for the first so many states of the capture. */
  private void awaitStates(int count, List<Moment> seen) throws InterruptedException {
    List<String> all = states(capture.moments());
    List<String> wanted = all.subList(0, Math.min(count, all.size()));
    long end = System.nanoTime() + STATES.toNanos();
    while (!startsInOrder(wanted, states(List.copyOf(seen))) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void compareCalls(List<Made> wanted, List<Made> seen, List<String> differences) {
    List<Made> known = wanted.stream().filter(made -> !made.name().equals("other")).toList();
    for (int i = 0; i < known.size(); i++) {
      Made one = known.get(i);
      String end = i < seen.size() ? seen.get(i).end() : "nothing";
      if (!end.equals(one.end())) {
        differences.add(
            "call " + (i + 1) + ", " + one.name() + ", ended with " + one.end() + ", now " + end);
      }
    }
  }

  private static void compareStates(
      List<String> wanted, List<String> seen, List<String> differences) {
    if (!startsInOrder(wanted, seen)) {
      differences.add("the device's states were " + wanted + ", now " + seen);
    }
  }

  /** Whether all of the first come in the second, in this order; others may come between. */
  private static boolean startsInOrder(List<String> wanted, List<String> seen) {
    int next = 0;
    for (String one : seen) {
      if (next < wanted.size() && wanted.get(next).equals(one)) {
        next++;
      }
    }
    return next == wanted.size();
  }

  private static List<String> states(List<Moment> moments) {
    return moments.stream()
        .filter(moment -> moment.kind() == Moment.Kind.STATE)
        .map(Moment::text)
        .toList();
  }

  /** A call that was made, how it ended, and what it took. */
  private record Made(String name, String end, long millis) {}

  private static List<Made> calls(List<Moment> moments) {
    List<Made> made = new ArrayList<>();
    Moment call = null;
    for (Moment moment : List.copyOf(moments)) {
      if (moment.kind() == Moment.Kind.CALL) {
        call = moment;
      } else if (moment.kind() == Moment.Kind.END && call != null) {
        made.add(new Made(call.text(), moment.text(), moment.millis() - call.millis()));
        call = null;
      }
    }
    return made;
  }
}
