package egov.kiosk.conformance;

import java.util.Objects;

/**
 * One thing every device of a class must do.
 *
 * @param id short and never reused, e.g. {@code R07}
 * @param promise what is checked, to finish "the device …"
 * @param body does it
 */
record Check<D>(String id, String promise, Body<D> body) {
  Check {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(promise, "promise");
    Objects.requireNonNull(body, "body");
  }

  /** The steps of a check; it passes when it ends without an exception. */
  interface Body<D> {
    void examine(Subject<D> subject) throws Exception;
  }

  /** The same, left out unless an earlier check had this gesture made. */
  Check<D> after(Gesture gesture) {
    return new Check<>(
        id,
        promise,
        subject -> {
          subject.needs(gesture);
          body.examine(subject);
        });
  }
}
