package egov.kiosk.watch.component;

import egov.kiosk.watch.Part;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.LoggerFactory;

/** A bundle that is stopped and started. */
record BundlePart(Bundle bundle) implements Part {
  @Override
  public String name() {
    return "bundle " + bundle.getBundleId();
  }

  @Override
  public boolean restart() {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
      bundle.start(Bundle.START_TRANSIENT);
      return true;
    } catch (BundleException e) {
      LoggerFactory.getLogger(BundlePart.class)
          .error("watch: {} could not be started again", bundle.getSymbolicName(), e);
      return false;
    }
  }
}
