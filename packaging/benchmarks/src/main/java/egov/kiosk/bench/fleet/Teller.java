package egov.kiosk.bench.fleet;

import egov.kiosk.bench.SampleTransaction;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** One kiosk's counter: seals, submits, and settles by receipts. Safe for several threads. */
final class Teller {
  /** One document of so many is verified; the others are only read. */
  private static final int VERIFIED_OF = 10;

  private final KioskLine line;
  private final EnvelopeSealer sealer;
  private final ReceiptVerifier verifier;
  private final MessageCodec codec;
  private final Queue<SignedEnvelope> sealed = new ArrayDeque<>();
  private final Map<String, SignedEnvelope> underWay = new LinkedHashMap<>();
  private final Set<String> settled = new HashSet<>();
  private boolean oneByOne;
  private int documents;

  /** What a document of receipts brought. */
  record Settled(int fresh, int again, int refused, boolean verified) {}

  Teller(KioskLine line, EnvelopeSealer sealer, ReceiptVerifier verifier, MessageCodec codec) {
    this.line = line;
    this.sealer = sealer;
    this.verifier = verifier;
    this.codec = codec;
  }

  /** Seals in advance; returns the bytes of all. */
  long seal(int count) throws SealException {
    List<SignedEnvelope> made = new ArrayList<>(count);
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      SignedEnvelope envelope = sealer.seal(SampleTransaction.make(line.id(), Instant.now()));
      bytes += envelope.length();
      made.add(envelope);
    }
    synchronized (this) {
      sealed.addAll(made);
    }
    return bytes;
  }

  /**
   * Submits what was sealed.
   *
   * @param single whether the next one waits for the receipt of the one before
   */
  void begin(boolean single) {
    List<SignedEnvelope> going = new ArrayList<>();
    synchronized (this) {
      oneByOne = single;
      take(going, single ? 1 : sealed.size());
    }
    going.forEach(this::submit);
  }

  private void take(List<SignedEnvelope> going, int most) {
    for (int i = 0; i < most && !sealed.isEmpty(); i++) {
      SignedEnvelope next = sealed.remove();
      underWay.put(next.id().value(), next);
      going.add(next);
    }
  }

  private void submit(SignedEnvelope envelope) {
    line.send(
        Topics.transactions(line.id(), envelope.kind()), envelope.bytes(), envelope.id().value());
  }

  /** Submits again what has no receipt; returns how many. */
  int again() {
    List<SignedEnvelope> open;
    synchronized (this) {
      open = List.copyOf(underWay.values());
    }
    open.forEach(this::submit);
    return open.size();
  }

  /** Takes a document of receipts, and submits what waited for it. */
  Settled receipts(byte[] document)
      throws ReceiptRefusedException, CryptoException, MalformedMessageException {
    boolean verify;
    synchronized (this) {
      verify = documents++ % VERIFIED_OF == 0;
    }
    List<PlatformReceipt> receipts =
        verify
            ? verifier.verify(document)
            : codec.decodeReceipts(
                SignedMessage.readContentInfo(document, (signer, content, signature) -> true)
                    .content());
    int fresh = 0;
    int again = 0;
    int refused = 0;
    List<SignedEnvelope> going = new ArrayList<>();
    synchronized (this) {
      for (PlatformReceipt receipt : receipts) {
        String id = receipt.messageId().value();
        SignedEnvelope envelope = underWay.get(id);
        if (receipt.outcome() != PlatformReceipt.Outcome.ACCEPTED
            || (envelope != null && !envelope.sm3().equals(receipt.envelopeSm3()))) {
          refused++;
        } else if (settled.add(id)) {
          underWay.remove(id);
          fresh++;
        } else {
          again++;
        }
      }
      if (oneByOne && underWay.isEmpty()) {
        take(going, 1);
      }
    }
    going.forEach(this::submit);
    return new Settled(fresh, again, refused, verify);
  }

  /** The ids that are settled. */
  synchronized Set<String> settled() {
    return Set.copyOf(settled);
  }
}
