package egov.kiosk.checks.kura.stock;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.watchdog.WatchdogService;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The services of the framework, then the packages, then a technician who, where nothing of ours is
 * configured yet, enters everything on the console's pages.
 */
public final class StockBundle implements BundleActivator {
  private static final String ADMIN = "org.osgi.service.deploymentadmin.DeploymentAdmin";

  private StockSettings settings;
  private ConsoleDoor door;

  @Override
  public void start(BundleContext context) throws Exception {
    StockCrypto crypto = new StockCrypto(context.getProperty("stock.key"));
    StockWatchdog watchdog = new StockWatchdog();
    StockCloud cloud = new StockCloud();
    context.registerService(CryptoService.class, crypto, null);
    context.registerService(WatchdogService.class, watchdog, null);
    context.registerService(
        CloudPublisher.class, cloud, new Hashtable<>(Map.of("kura.service.pid", cloud.name())));
    Path home = Path.of(context.getProperty("stock.home"));
    Snapshots snapshots = new Snapshots(home.resolve("user/snapshots"), crypto);
    settings = new StockSettings(context, snapshots, crypto);
    settings.open();
    packages(context, Path.of(context.getProperty("stock.packages")));
    new Technician(settings).configure(Path.of(context.getProperty("stock.config")));
    door =
        ConsoleDoor.open(
            home.resolve("console.port"), new Console(context, settings, watchdog, cloud)::answer);
  }

  /** As the agent of 5.x does at each start, or as the plugins directory of 6.x is read. */
  private static void packages(BundleContext context, Path packages) throws Exception {
    if (Files.isDirectory(packages)) {
      StockKura.start(StockKura.install(context, packages));
      return;
    }
    ServiceReference<?> reference = context.getServiceReference(ADMIN);
    Object admin = context.getService(reference);
    Method install = admin.getClass().getMethod("installDeploymentPackage", InputStream.class);
    install.setAccessible(true);
    try (InputStream in = Files.newInputStream(packages)) {
      install.invoke(admin, in);
    }
  }

  @Override
  public void stop(BundleContext context) throws Exception {
    if (door != null) {
      door.close();
    }
    settings.close();
  }
}
