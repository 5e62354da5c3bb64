package egov.kiosk.uplinkmqtt.component;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A listener that is looked up only when there is something to hear: most of them need this line to
 * come to life, and could not while it waits for them.
 *
 * @param context this bundle's
 * @param reference the service
 */
record ListenerService(BundleContext context, ServiceReference<FleetListener> reference)
    implements FleetListener {
  @Override
  public void received(DownChannel channel, byte[] payload) {
    FleetListener listener = context.getService(reference);
    if (listener != null) {
      listener.received(channel, payload);
    }
  }
}
