package egov.kiosk.checks.kura.stock;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** What may be asked of the running framework. */
final class Console {
  private final BundleContext context;
  private final StockSettings settings;
  private final StockWatchdog watchdog;
  private final StockCloud cloud;

  Console(BundleContext context, StockSettings settings, StockWatchdog watchdog, StockCloud cloud) {
    this.context = context;
    this.settings = settings;
    this.watchdog = watchdog;
    this.cloud = cloud;
  }

  /** Answers {@code WORD ARGUMENT…}, the last of which may have blanks. */
  String answer(String line) throws Exception {
    String[] word = line.split(" ", 4);
    switch (word[0]) {
      case "framework":
        return context.getProperty(Constants.FRAMEWORK_VERSION)
            + " "
            + context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getVersion();
      case "pids":
        return String.join(" ", new TreeSet<>(settings.listed()));
      case "get":
        return String.valueOf(settings.inForce(word[1], word[2]));
      case "set":
        settings.update(word[1], Map.of(word[2], word[3]));
        return "";
      case "create":
        settings.create(word[1], word[2], Map.of());
        return "";
      case "declared":
        return String.join(" ", new TreeSet<>(settings.declared()));
      case "again":
        return new Remade(context).by(settings::pushAll);
      case "checkins":
        return watchdog.checkins();
      case "published":
        return cloud.last();
      case "waiting":
        return Waiting.of(context);
      case "asleep":
        return Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getSymbolicName().startsWith("egov.kiosk"))
            .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
            .map(Bundle::getSymbolicName)
            .collect(Collectors.joining(" "));
      default:
        throw new IllegalArgumentException("no such word");
    }
  }
}
