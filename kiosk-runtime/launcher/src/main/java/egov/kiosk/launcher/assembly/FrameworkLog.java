package egov.kiosk.launcher.assembly;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the framework itself has to say into the kiosk's one log: a component that cannot be
 * made, a bundle that does not resolve. Without it such faults would be silent.
 */
final class FrameworkLog {
  private static final Logger LOG = LoggerFactory.getLogger("Framework");

  private FrameworkLog() {}

  /**
   * Listens from now on; call it before the first bundle starts.
   *
   * @param failed told of each component or bundle that failed
   */
  static void follow(BundleContext context, Runnable failed) {
    context.addFrameworkListener(
        event -> {
          if (event.getType() == FrameworkEvent.ERROR) {
            LOG.error(
                "bundle {} failed", event.getBundle().getSymbolicName(), event.getThrowable());
            failed.run();
          }
        });
    ServiceReference<LogReaderService> reference =
        context.getServiceReference(LogReaderService.class);
    if (reference != null) {
      context.getService(reference).addLogListener(entry -> pass(entry, failed));
    }
  }

  private static void pass(LogEntry entry, Runnable failed) {
    if (entry.getLogLevel() == LogLevel.ERROR) {
      failed.run();
      LOG.error("{}: {}", entry.getBundle(), entry.getMessage(), entry.getException());
    } else if (entry.getLogLevel() == LogLevel.WARN) {
      LOG.warn("{}: {}", entry.getBundle(), entry.getMessage(), entry.getException());
    }
  }
}
