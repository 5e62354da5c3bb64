package egov.kiosk.platform.intake;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.ReceivedMessage;
import egov.kiosk.contract.ReceivedRating;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.OpenedEnvelope;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides about a message that came in. Only a message that is intact, signed by the very kiosk on
 * whose topic it came, and exactly as the contract says, is accepted, and each id only once.
 *
 * <p>A sender whose signature is good learns why it was refused; anybody else gets silence. Safe
 * for several threads, deciding one message at a time.
 */
public final class Intake {
  private static final int LARGEST = 64 * 1024;

  private final EnvelopeOpener opener;
  private final CanonicalMessageCodec codec;
  private final AcceptedJournal journal;
  private final ReceivedFiles files;
  private final InstantSource clock;
  private final AcceptanceNumbers numbers = new AcceptanceNumbers();

  public Intake(
      EnvelopeOpener opener,
      CanonicalMessageCodec codec,
      AcceptedJournal journal,
      ReceivedFiles files,
      InstantSource clock) {
    this.opener = Objects.requireNonNull(opener, "opener");
    this.codec = Objects.requireNonNull(codec, "codec");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.files = Objects.requireNonNull(files, "files");
    this.clock = Objects.requireNonNull(clock, "clock");
    journal.all().forEach(accepted -> accepted.acceptanceNumber().ifPresent(numbers::used));
  }

  /**
   * Takes or refuses a message.
   *
   * @param topic where it came
   * @param hint the sender's word about the message's id, outside the seal; only used to name a
   *     message whose inside cannot be read
   * @param envelope its bytes
   * @throws IOException when it could not be recorded; nothing was decided
   */
  public synchronized Verdict take(String topic, Optional<String> hint, byte[] envelope)
      throws IOException {
    Optional<String> kiosk = Topics.kioskOfTransactions(topic);
    if (kiosk.isEmpty()) {
      return Verdict.silent("TOPIC");
    }
    if (envelope.length > LARGEST) {
      return Verdict.silent("TOO_LARGE");
    }
    OpenedEnvelope opened;
    try {
      opened = opener.open(envelope);
    } catch (CryptoException e) {
      return Verdict.silent(e.fault().name());
    }
    if (!opened.kioskId().equals(kiosk.get())) {
      return Verdict.silent("FOREIGN_SIGNER");
    }
    return authentic(topic, hint, envelope, opened);
  }

  private Verdict authentic(
      String topic, Optional<String> hint, byte[] envelope, OpenedEnvelope opened)
      throws IOException {
    ReceivedMessage message;
    try {
      message = codec.decode(opened.content());
    } catch (MalformedMessageException e) {
      return id(hint)
          .map(id -> reject(opened, id, "MALFORMED"))
          .orElseGet(() -> Verdict.silent("MALFORMED"));
    }
    if (!message.kioskId().equals(opened.kioskId())) {
      return reject(opened, message.id(), "KIOSK_MISMATCH");
    }
    MessageKind kind = message instanceof ReceivedRating ? MessageKind.RATING : MessageKind.ITEM;
    if (!topic.equals(Topics.transactions(opened.kioskId(), kind))) {
      return reject(opened, message.id(), "WRONG_TOPIC");
    }
    Optional<Accepted> known = journal.find(message.id());
    if (known.isEmpty()) {
      return accept(opened, message, kind, envelope);
    }
    return known.get().envelopeSm3().equals(opened.envelopeSm3())
        ? new Verdict(Verdict.Kind.DUPLICATE, Optional.of(receipt(known.get())), "DUPLICATE")
        : reject(opened, message.id(), "CONFLICT");
  }

  private Verdict accept(
      OpenedEnvelope opened, ReceivedMessage message, MessageKind kind, byte[] envelope)
      throws IOException {
    Instant now = now();
    Optional<String> number =
        kind == MessageKind.ITEM ? Optional.of(numbers.next(now)) : Optional.empty();
    Accepted accepted =
        new Accepted(
            message.id(),
            kind,
            opened.kioskId(),
            message.itemCode(),
            opened.envelopeSm3(),
            number,
            now);
    files.keep(message.id(), envelope);
    journal.append(accepted);
    number.ifPresent(numbers::used);
    return new Verdict(Verdict.Kind.ACCEPTED, Optional.of(receipt(accepted)), "");
  }

  private static PlatformReceipt receipt(Accepted accepted) {
    return new PlatformReceipt(
        accepted.kioskId(),
        accepted.id(),
        accepted.envelopeSm3(),
        Outcome.ACCEPTED,
        accepted.acceptanceNumber(),
        Optional.empty(),
        accepted.acceptedAt());
  }

  /** The digest in it makes sure that it can settle only these very bytes. */
  private Verdict reject(OpenedEnvelope opened, TransactionId id, String reason) {
    PlatformReceipt receipt =
        new PlatformReceipt(
            opened.kioskId(),
            id,
            opened.envelopeSm3(),
            Outcome.REJECTED,
            Optional.empty(),
            Optional.of(reason),
            now());
    return new Verdict(Verdict.Kind.REFUSED, Optional.of(receipt), reason);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Optional<TransactionId> id(Optional<String> hint) {
    try {
      return hint.map(TransactionId::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
