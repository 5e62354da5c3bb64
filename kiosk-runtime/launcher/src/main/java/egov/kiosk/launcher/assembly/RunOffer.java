package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.RemoteDesk;
import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.Restart;
import egov.kiosk.launcher.port.Served;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a kiosk in service offers to its bundles: settings from afar, and to start again. */
final class RunOffer implements Offer {
  private static final long PATIENCE_SECONDS = 30;

  private final RemoteDesk desk;
  private final AtomicInteger exitCode = new AtomicInteger();

  RunOffer(RemoteDesk desk) {
    this.desk = desk;
  }

  @Override
  public void to(BundleContext context) {
    desk.deliverTo(configuration -> EmbeddedFramework.configure(context, configuration));
    context.registerService(RemoteSettings.class, desk, null);
    Restart restart = () -> stop(context, ExitCode.RESTART, "stopping to be started again");
    context.registerService(Restart.class, restart, null);
    Runnable powerDown = () -> stop(context, ExitCode.POWER, "stopping before the power goes");
    context.registerService(
        Runnable.class, powerDown, new Hashtable<>(Map.of("kiosk.order", "power-down")));
  }

  @Override
  public void served(BundleContext context) {
    context.registerService(Served.class, new Served() {}, null);
  }

  @Override
  public void failed() {
    desk.componentFailed();
  }

  /** What the process is to end with: 0, or the code that tells the supervisor what to do. */
  int exitCode() {
    return exitCode.get();
  }

  private void stop(BundleContext context, int code, String why) {
    if (!exitCode.compareAndSet(0, code)) {
      return;
    }
    log().info(why);
    haltAfterPatience(code);
    try {
      // Of the framework itself this returns at once and stops everything on a thread of its own.
      context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
    } catch (BundleException e) {
      log().error("unclean stop", e);
    }
  }

  /** What does not stop is left behind: the queue is safe whenever the process ends. */
  private static void haltAfterPatience(int code) {
    Thread lastResort =
        new Thread(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
              } catch (InterruptedException e) {
                return;
              }
              log()
                  .error(
                      "not everything stopped within {} s: ending all the same", PATIENCE_SECONDS);
              Runtime.getRuntime().halt(code);
            },
            "last-resort");
    lastResort.setDaemon(true);
    lastResort.start();
  }

  /** Asked for when it is needed: bringing up the log is a quarter of a start. */
  private static Logger log() {
    return LoggerFactory.getLogger(RunOffer.class);
  }
}
