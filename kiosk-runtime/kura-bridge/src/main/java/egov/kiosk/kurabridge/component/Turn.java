package egov.kiosk.kurabridge.component;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on the thread on which Configuration Admin tells of settings, after everybody was told of
 * everything that was set before: by a setting of its own, whose turn comes last. Within one turn
 * nobody knows who is told first.
 */
final class Turn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  private final ConfigurationAdmin admin;
  private final String pid;
  private final Runnable work;
  private final ServiceRegistration<ConfigurationListener> listener;

  /**
   * Listens from now on.
   *
   * @param pid of its own setting
   * @param work done once for each time it is asked for
   */
  Turn(BundleContext context, ConfigurationAdmin admin, String pid, Runnable work) {
    this.admin = admin;
    this.pid = pid;
    this.work = work;
    listener = context.registerService(ConfigurationListener.class, this::happened, null);
  }

  /** Asks for it; returns at once. */
  void ask() {
    try {
      admin.getConfiguration(pid, "?").update(new Hashtable<>(Map.of("asked", System.nanoTime())));
    } catch (IOException e) {
      LOG.warn("bridge: Configuration Admin cannot keep anything: {}", e.toString());
      work.run();
    }
  }

  private void happened(ConfigurationEvent event) {
    if (pid.equals(event.getPid()) && event.getType() == ConfigurationEvent.CM_UPDATED) {
      work.run();
    }
  }

  @Override
  public void close() {
    listener.unregister();
  }
}
