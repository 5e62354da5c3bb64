package egov.kiosk.localapi;

import java.util.function.Supplier;

/**
 * Something made when it is first needed. What a citizen sees first must not wait for it. Safe for
 * use by several threads.
 */
final class Later<T> {
  private final Supplier<T> maker;
  private T made;

  Later(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
