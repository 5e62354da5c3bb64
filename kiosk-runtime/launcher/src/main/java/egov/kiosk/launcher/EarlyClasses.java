package egov.kiosk.launcher;

import org.osgi.framework.Bundle;

/**
 * Loads, on a second processor while the framework's services start, the classes that bundles name
 * in their {@code Kiosk-Early-Classes} header: those whose initialisation takes long and that the
 * first page needs. Changes nothing but the time a start takes.
 */
final class EarlyClasses {
  private static final String HEADER = "Kiosk-Early-Classes";

  private EarlyClasses() {}

  /** Begins in the background and returns at once. */
  static void load(Bundle[] bundles) {
    for (Bundle bundle : bundles) {
      String names = bundle.getHeaders("").get(HEADER);
      if (names != null) {
        Thread thread = new Thread(() -> load(bundle, names), "early-classes");
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private static void load(Bundle bundle, String names) {
    for (String name : names.split("\\s*,\\s*")) {
      try {
        Class.forName(name, true, bundle.loadClass(name).getClassLoader());
      } catch (ClassNotFoundException e) {
        // Whoever needs the class says so; this is only about time.
        return;
      }
    }
  }
}
