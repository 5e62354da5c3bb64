package egov.kiosk.link;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Tap;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a recording says about calls: which method of the port, how it ended, how it left it. */
final class CalledPort {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private CalledPort() {}

  /** A call at a device. */
  interface Call<T> {
    T make() throws DeviceException, InterruptedException;
  }

  /** Makes a call and writes down its name and its end; nothing of what came out but whether. */
  static <T> T recorded(Tap tap, Call<T> call) throws DeviceException, InterruptedException {
    tap.happened(Moment.Kind.CALL, name());
    String end = "INTERRUPTED";
    try {
      T result = call.make();
      end = "ok" + shape(result);
      return result;
    } catch (DeviceException e) {
      end = e.fault().name();
      throw e;
    } finally {
      tap.happened(Moment.Kind.END, end);
    }
  }

  /** A state in one line of a capture. */
  static String words(DeviceStatus status) {
    String faults =
        status.faults().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    return status.state() + (faults.isEmpty() ? "" : " " + faults);
  }

  private static String shape(Object result) {
    if (result instanceof Boolean yes) {
      return " " + yes;
    }
    return result instanceof Optional<?> some ? some.isPresent() ? " some" : " none" : "";
  }

  /** The outermost method of a device on the stack: what the rest of the kiosk called. */
  private static String name() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> Device.class.isAssignableFrom(frame.getDeclaringClass()))
                .map(StackFrame::getMethodName)
                .filter(Predicate.not(name -> name.contains("$")))
                .reduce((inner, outer) -> outer)
                .orElse("other"));
  }
}
