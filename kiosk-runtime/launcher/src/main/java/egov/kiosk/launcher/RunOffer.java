package egov.kiosk.launcher;

import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.Restart;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a kiosk in service offers to its bundles: settings from afar, and to start again. */
final class RunOffer implements Offer {

  private final RemoteDesk desk;
  private volatile boolean restartWanted;

  RunOffer(RemoteDesk desk) {
    this.desk = desk;
  }

  @Override
  public void to(BundleContext context) {
    desk.deliverTo(configuration -> EmbeddedFramework.configure(context, configuration));
    context.registerService(RemoteSettings.class, desk, null);
    Restart restart = () -> restart(context);
    context.registerService(Restart.class, restart, null);
  }

  @Override
  public void failed() {
    desk.componentFailed();
  }

  /** Whether the process is to end with the code that asks for a new start. */
  boolean restartWanted() {
    return restartWanted;
  }

  private void restart(BundleContext context) {
    if (restartWanted) {
      return;
    }
    restartWanted = true;
    log().info("stopping to be started again");
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
