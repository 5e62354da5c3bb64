package egov.kiosk.attachments;

import egov.kiosk.attachments.send.ChunkSender;
import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the platform still needs. An order that is not newer than the last one about the same
 * attachment is a repetition and changes nothing. Used by one thread.
 */
final class MissingOrders {
  private static final Logger LOG = LoggerFactory.getLogger(MissingOrders.class);

  private final OrderVerifier verifier;
  private final ChunkStore store;
  private final ChunkSender sender;
  private final Map<TransactionId, Instant> newest = new HashMap<>();
  private boolean refusalSaid;

  MissingOrders(OrderVerifier verifier, ChunkStore store, ChunkSender sender) {
    this.verifier = verifier;
    this.store = store;
    this.sender = sender;
  }

  /** Acts on what came down, if it is the platform's. */
  void received(byte[] payload) {
    try {
      if (verifier.verify(payload) instanceof Order.MissingChunks missing) {
        act(missing, new TransactionId(missing.attachmentId()));
      }
    } catch (ReceiptRefusedException | IllegalArgumentException e) {
      if (!refusalSaid) {
        refusalSaid = true;
        LOG.warn("attachments: an order was refused: {}", e.getMessage());
      }
    } catch (IOException e) {
      LOG.warn("attachments: chunks cannot be sent again; look at the disk: {}", e.getMessage());
    }
  }

  private void act(Order.MissingChunks missing, TransactionId id) throws IOException {
    // Only of what is here is anything remembered, so orders about others fill no memory.
    if (!store.marked(id) || !missing.issuedAt().isAfter(newest.getOrDefault(id, Instant.MIN))) {
      return;
    }
    newest.put(id, missing.issuedAt());
    sender.again(id, missing.chunks());
  }

  /** An attachment is done. */
  void forget(TransactionId id) {
    newest.remove(id);
  }
}
