package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.gateway.line.Outlet;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks kiosks for chunks that are missing. Safe for several threads. */
public final class MissingChunksDesk {
  private static final Logger LOG = LoggerFactory.getLogger(MissingChunksDesk.class);
  private static final int MOST = 1000;

  private final OrderSigner signer;
  private final Outlet outlet;
  private final InstantSource clock;

  /**
   * @param signer signs with the platform's key
   * @param outlet the way to the kiosks
   * @param clock dates the orders
   */
  public MissingChunksDesk(OrderSigner signer, Outlet outlet, InstantSource clock) {
    this.signer = Objects.requireNonNull(signer, "signer");
    this.outlet = Objects.requireNonNull(outlet, "outlet");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Asks for at most a thousand chunks; for the others at the next occasion. */
  void ask(AttachmentManifest manifest, BitSet missing) {
    Order order =
        new Order.MissingChunks(
            manifest.kioskId(),
            clock.instant(),
            manifest.id().value(),
            missing.stream().limit(MOST).boxed().toList());
    try {
      CompletionStage<Boolean> sent =
          outlet.send(
              Topics.of(DownChannel.ATTACHMENT, manifest.kioskId()), signer.sign(order), false);
      sent.whenComplete(
          (taken, failure) -> LOG.debug("Asked for chunks of {}: {}", manifest.id(), taken));
    } catch (CryptoException e) {
      LOG.error("Chunks cannot be asked for: {}", e.getMessage());
    }
  }
}
