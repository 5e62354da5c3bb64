package egov.kiosk.attachments.send;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.attachments.store.Extent;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attachments that have something to send, oldest first; ids are ordered by time. One whose
 * chunks were all taken is forgotten until the platform asks for some again. Used by one thread.
 */
final class Shipments {
  private static final Logger LOG = LoggerFactory.getLogger(Shipments.class);

  private final ChunkStore store;
  private final Map<TransactionId, Shipment> open =
      new TreeMap<>(Comparator.comparing(TransactionId::value));

  Shipments(ChunkStore store) {
    this.store = store;
  }

  /** Takes up an attachment; one that is here, or has nothing to send, changes nothing. */
  void take(TransactionId id) throws IOException {
    if (!open.containsKey(id)) {
      Shipment loaded = load(id);
      if (!loaded.idle()) {
        open.put(id, loaded);
      }
    }
  }

  private Shipment load(TransactionId id) throws IOException {
    Extent extent = store.extent(id);
    return new Shipment(
        id, extent.chunks(), extent.bytes(), store.progress(id).taken(extent.chunks()));
  }

  void forget(TransactionId id) {
    open.remove(id);
  }

  /** The oldest that has something to send and whose size is allowed now. */
  Optional<Shipment> next(LongPredicate allowed) {
    return open.values().stream()
        .filter(shipment -> shipment.next() >= 0 && allowed.test(shipment.bytes))
        .findFirst();
  }

  /** Whether anything is to be sent, allowed or not. */
  boolean waiting() {
    return open.values().stream().anyMatch(shipment -> shipment.next() >= 0);
  }

  int size() {
    return open.size();
  }

  /** What became of a chunk. */
  void answered(TransactionId id, int index, boolean taken) {
    Shipment shipment = open.get(id);
    if (shipment == null) {
      return;
    }
    shipment.answered(index, taken);
    if (taken) {
      note(id, index, true);
    }
    if (shipment.idle()) {
      open.remove(id);
    }
  }

  /** The platform wants chunks of an attachment that is here. */
  void again(TransactionId id, Iterable<Integer> wanted) throws IOException {
    Shipment shipment = open.get(id);
    if (shipment == null) {
      shipment = load(id);
    }
    Iterator<Integer> indexes = wanted.iterator();
    while (indexes.hasNext()) {
      int index = indexes.next();
      if (shipment.again(index)) {
        note(id, index, false);
      }
    }
    if (!shipment.idle()) {
      open.put(id, shipment);
    }
  }

  private void note(TransactionId id, int index, boolean taken) {
    try {
      store.progress(id).note(index, taken);
    } catch (IOException e) {
      // A mere hint: without it the chunk goes once more after the next start.
      LOG.debug("attachments: progress of {} is not kept", id, e);
    }
  }
}
