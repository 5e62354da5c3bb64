package egov.kiosk.domain.device;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The devices that were accepted at this kiosk. The first device that answers under a name is
 * accepted: that is the provisioning. Any other is kept out until a technician accepts it. Safe for
 * use by several threads.
 */
public interface KnownDevices {
  /** Knows nothing and lets every device serve; for a driver on its own, e.g. on a work bench. */
  KnownDevices ANY =
      new KnownDevices() {
        @Override
        public boolean admits(String device, DeviceIdentity identity) {
          return true;
        }

        @Override
        public List<KnownDevice> list() {
          return List.of();
        }

        @Override
        public Optional<KnownDevice> accept(String device) {
          return Optional.empty();
        }
      };

  /**
   * Whether this device may serve under this name. The first one ever asked about is accepted for
   * good; one that is not admitted is remembered as the stranger of {@link #list}.
   *
   * @return false when another one was accepted, or when the list cannot be read or written: then
   *     nobody can say
   */
  boolean admits(String device, DeviceIdentity identity);

  /** All names with their devices, in the order of the names. */
  List<KnownDevice> list();

  /**
   * Accepts the stranger in place of the one accepted before; only a technician may ask for this,
   * and whoever asks has recorded it first.
   *
   * @return the new entry; empty when there is no stranger under this name
   * @throws IOException when the list cannot be written; then nothing changed
   */
  Optional<KnownDevice> accept(String device) throws IOException;
}
