package egov.kiosk.launcher;

import java.util.Map;
import java.util.ServiceLoader;
import javax.xml.stream.XMLInputFactory;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Loads the framework's classes on a second processor while the command line is read on the first.
 * Changes nothing but the time a start takes; whatever fails here fails again, loudly, where it is
 * needed.
 */
final class WarmUp {
  private WarmUp() {}

  /** Begins in the background and returns at once. */
  static void begin() {
    Thread thread = new Thread(WarmUp::load, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    XMLInputFactory.newDefaultFactory();
    // Made and dropped: a framework that was never initialised holds and touches nothing.
    ServiceLoader.load(FrameworkFactory.class)
        .findFirst()
        .ifPresent(factory -> factory.newFramework(Map.of()));
  }
}
