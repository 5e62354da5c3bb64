package egov.kiosk.flow.session;

import java.util.function.BooleanSupplier;

/** The way from other threads into the open session. */
public interface Floor {
  /**
   * Changes a session under the desk's lock and shows the outcome, unless the session is no longer
   * the open one.
   *
   * @param change answers whether it changed anything
   * @return what {@code change} answered, or false when the session is over
   */
  boolean change(Session session, BooleanSupplier change);
}
