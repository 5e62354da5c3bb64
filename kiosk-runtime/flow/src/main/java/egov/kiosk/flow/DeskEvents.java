package egov.kiosk.flow;

import egov.kiosk.flow.desk.CitizenDesk.Listening;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of changes, in the order they happened, never under the desk's lock. */
final class DeskEvents {
  private static final Logger LOG = LoggerFactory.getLogger(DeskEvents.class);

  private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();
  private final Executor executor;

  DeskEvents(Executor executor) {
    this.executor = executor;
  }

  Listening listen(DeskListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void session(Optional<SessionView> view) {
    tell(listener -> listener.sessionChanged(view));
  }

  void kiosk(KioskView view) {
    tell(listener -> listener.kioskChanged(view));
  }

  private void tell(Consumer<DeskListener> news) {
    executor.execute(
        () -> {
          for (DeskListener listener : listeners) {
            try {
              news.accept(listener);
            } catch (RuntimeException e) {
              LOG.error("A listener of the desk failed; please report this", e);
            }
          }
        });
  }
}
