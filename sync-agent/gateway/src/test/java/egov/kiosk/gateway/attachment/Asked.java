package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.Order;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hears what kiosks are asked for, and believes it only as a kiosk would. */
final class Asked {
  private final List<Order.MissingChunks> orders = new ArrayList<>();
  private final List<byte[]> messages = new ArrayList<>();
  private final CertificateAuthority authority;
  private final SoftwareSigningKey key;

  Asked() {
    Instant from = Instant.now().minus(Duration.ofDays(1));
    Instant until = from.plus(Duration.ofDays(30));
    SecureRandom random = new SecureRandom();
    try {
      authority = CertificateAuthority.create("lab", from, until, random);
      key =
          SoftwareSigningKey.of(
              authority.issue("platform", CertificateUse.SIGN, from, until), random);
    } catch (CryptoException e) {
      throw new AssertionError(e);
    }
  }

  MissingChunksDesk desk(InstantSource clock) {
    return new MissingChunksDesk(
        new OrderSigner(key, new CanonicalFleetCodec()),
        (topic, payload, retained) -> {
          heard(topic, payload);
          return CompletableFuture.completedFuture(true);
        },
        clock);
  }

  Sm2OrderVerifier verifier(String kioskId) {
    try {
      return new Sm2OrderVerifier(
          kioskId,
          TrustStore.of(List.of(authority.certificate())),
          "platform",
          new CanonicalFleetCodec(),
          InstantSource.system());
    } catch (CryptoException e) {
      throw new AssertionError(e);
    }
  }

  private synchronized void heard(String topic, byte[] payload) {
    String kioskId = topic.split("/", -1)[2];
    if (!topic.equals("egov/1/" + kioskId + "/down/att")) {
      throw new AssertionError(topic);
    }
    try {
      orders.add((Order.MissingChunks) verifier(kioskId).verify(payload));
      messages.add(payload);
    } catch (ReceiptRefusedException e) {
      throw new AssertionError(e);
    }
  }

  synchronized List<Order.MissingChunks> orders() {
    return List.copyOf(orders);
  }

  /** The signed orders not yet handed on. */
  synchronized List<byte[]> take() {
    List<byte[]> taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }

  synchronized List<List<Integer>> chunks() {
    return orders.stream().map(Order.MissingChunks::chunks).toList();
  }
}
