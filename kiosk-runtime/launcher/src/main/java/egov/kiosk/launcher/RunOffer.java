package egov.kiosk.launcher;

import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.Restart;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a kiosk in service offers to its bundles: settings from afar, and to start again. */
final class RunOffer implements Offer {

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
    try {
      // Of the framework itself this returns at once and stops everything on a thread of its own.
      context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
    } catch (BundleException e) {
      log().error("unclean stop", e);
    }
  }

  /** Asked for when it is needed: bringing up the log is a quarter of a start. */
  private static Logger log() {
    return LoggerFactory.getLogger(RunOffer.class);
  }
}
