package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The manifests that wait for chunks, the latest thousand. A mere convenience: one that is
 * forgotten comes again by itself. Safe for several threads.
 */
final class WaitingManifests {
  private static final int MOST = 1000;

  private final Map<Key, Waiting> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Waiting> eldest) {
          return size() > MOST;
        }
      };

  private record Key(String kioskId, TransactionId id) {}

  /** A manifest and the sealed message it came in. */
  record Waiting(AttachmentManifest manifest, byte[] envelope) {}

  synchronized void put(AttachmentManifest manifest, byte[] envelope) {
    waiting.put(
        new Key(manifest.kioskId(), manifest.id()), new Waiting(manifest, envelope.clone()));
  }

  synchronized Optional<Waiting> of(String kioskId, TransactionId id) {
    return Optional.ofNullable(waiting.get(new Key(kioskId, id)));
  }

  /** Whether it was there. */
  synchronized boolean forget(String kioskId, TransactionId id) {
    return waiting.remove(new Key(kioskId, id)) != null;
  }
}
