package egov.kiosk.launcher.assembly;

import org.osgi.framework.BundleContext;

/** What the launcher offers to the bundles it starts. */
public interface Offer {
  /** For a kiosk that is only looked at. */
  Offer NOTHING =
      new Offer() {
        @Override
        public void to(BundleContext context) {}

        @Override
        public void failed() {}
      };

  /** Registers services; called before the first bundle of ours starts. */
  void to(BundleContext context);

  /** Called after the last bundle of ours was started. */
  default void served(BundleContext context) {}

  /** Told of each component that failed. */
  void failed();
}
