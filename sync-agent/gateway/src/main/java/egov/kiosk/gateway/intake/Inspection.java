package egov.kiosk.gateway.intake;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.ReceivedMessage;
import egov.kiosk.contract.ReceivedRating;
import egov.kiosk.contract.ReceivedRatingReason;
import egov.kiosk.contract.ReceivedStatement;
import egov.kiosk.contract.ReceivedTransaction;
import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.OpenedEnvelope;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.field.FieldReport;
import egov.kiosk.gateway.field.Grids;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.transfer.ParcelReader;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The checks that need no memory. Only a message that is intact, signed by the very kiosk on whose
 * topic it came, and exactly as the contract says, is good.
 *
 * <p>A sender whose signature is good learns why it was refused; anybody else gets silence. Safe
 * for several threads.
 */
public final class Inspection {
  private static final int LARGEST = 64 * 1024;

  private final Supplier<EnvelopeOpener> opener;
  private final CanonicalMessageCodec codec;
  private final Optional<ParcelReader> parcels;
  private final Grids grids;
  private final InstantSource clock;

  /** One that takes no parcels. */
  public Inspection(EnvelopeOpener opener, CanonicalMessageCodec codec, InstantSource clock) {
    this(() -> opener, codec, Optional.empty(), Grids.none(), clock);
  }

  /**
   * @param opener asked anew for each message, so that keys can be renewed
   * @param parcels checks what kiosks carry for each other
   * @param grids which tablet may speak of which grid
   */
  public Inspection(
      Supplier<EnvelopeOpener> opener,
      CanonicalMessageCodec codec,
      Optional<ParcelReader> parcels,
      Grids grids,
      InstantSource clock) {
    this.grids = Objects.requireNonNull(grids, "grids");
    this.parcels = Objects.requireNonNull(parcels, "parcels");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.codec = Objects.requireNonNull(codec, "codec");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Looks at a message. */
  Checked check(Incoming incoming) {
    Optional<String> kiosk = Topics.kioskOfTransactions(incoming.topic());
    if (kiosk.isEmpty()) {
      return Checked.refused(Verdict.silent("TOPIC"));
    }
    if (incoming.envelope().length > LARGEST) {
      return Checked.refused(Verdict.silent("TOO_LARGE"));
    }
    if (ParcelDesk.isParcel(incoming.topic()) && parcels.isPresent()) {
      return parcel(incoming, kiosk.get(), parcels.get());
    }
    OpenedEnvelope opened;
    try {
      opened = opener.get().open(incoming.envelope());
    } catch (CryptoException e) {
      return Checked.refused(Verdict.silent(e.fault().name()));
    }
    if (!opened.kioskId().equals(kiosk.get())) {
      return Checked.refused(Verdict.silent("FOREIGN_SIGNER"));
    }
    return authentic(incoming, opened);
  }

  /**
   * A parcel, after what is in it was taken: its carrier did not sign it and need not have; that it
   * came on the carrier's topic says who is to be answered.
   */
  private static Checked parcel(Incoming incoming, String carrier, ParcelReader parcels) {
    try {
      return Checked.good(
          new Candidate(
              parcels.identify(incoming.envelope()),
              MessageKind.CARRIED,
              carrier,
              MessageKind.CARRIED.word(),
              HexFormat.of().formatHex(Sm3.digest(incoming.envelope())),
              incoming.envelope()),
          Optional.empty(),
          List.of(),
          Optional.empty());
    } catch (ParcelRefusedException e) {
      return Checked.refused(Verdict.silent("PARCEL_" + e.reason()));
    }
  }

  private Checked authentic(Incoming incoming, OpenedEnvelope opened) {
    ReceivedMessage message;
    try {
      message = codec.decode(opened.content());
    } catch (MalformedMessageException e) {
      return id(incoming.hint())
          .map(id -> reject(opened, id, "MALFORMED"))
          .orElseGet(() -> Checked.refused(Verdict.silent("MALFORMED")));
    }
    if (!message.kioskId().equals(opened.kioskId())) {
      return reject(opened, message.id(), "KIOSK_MISMATCH");
    }
    MessageKind kind = kind(message);
    if (!incoming.topic().equals(Topics.transactions(opened.kioskId(), kind))) {
      return reject(opened, message.id(), "WRONG_TOPIC");
    }
    Optional<FieldReport> field =
        message instanceof ReceivedTransaction transaction
            ? FieldReport.of(transaction)
            : Optional.empty();
    Optional<Statement> statement =
        message instanceof ReceivedStatement received
            ? Optional.of(received.statement())
            : Optional.empty();
    return Checked.good(
        new Candidate(
            message.id(),
            kind,
            opened.kioskId(),
            message.itemCode(),
            opened.envelopeSm3(),
            incoming.envelope()),
        statement,
        message instanceof ReceivedTransaction transaction
            ? transaction.enclosed().enclosures()
            : List.of(),
        field);
  }

  /** Whether a message speaks of a grid its kiosk does not work in now. */
  boolean foreign(String kioskId, FieldReport report) {
    // A rescued draft changes nothing by itself: a person reads it, wherever its tablet belongs.
    return !report.rescued() && !grids.entitled(kioskId, report);
  }

  /** A refusal its kiosk learns of; the digest makes sure that it can settle only these bytes. */
  Verdict refuse(String kioskId, TransactionId id, String envelopeSm3, String reason) {
    return Verdict.refused(
        new PlatformReceipt(
            kioskId,
            id,
            envelopeSm3,
            Outcome.REJECTED,
            Optional.empty(),
            Optional.of(reason),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private Checked reject(OpenedEnvelope opened, TransactionId id, String reason) {
    return Checked.refused(refuse(opened.kioskId(), id, opened.envelopeSm3(), reason));
  }

  private static MessageKind kind(ReceivedMessage message) {
    if (message instanceof ReceivedStatement received) {
      return received.statement().kind();
    }
    if (message instanceof ReceivedRatingReason) {
      return MessageKind.RATING_REASON;
    }
    return message instanceof ReceivedRating ? MessageKind.RATING : MessageKind.ITEM;
  }

  private static Optional<TransactionId> id(Optional<String> hint) {
    try {
      return hint.map(TransactionId::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
