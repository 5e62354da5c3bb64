package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.ParcelSealer;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The courier of one kiosk. It keeps nothing: how far a file came is in what it gives out, which
 * holds no secret and is believed only as far as the signatures go.
 */
public final class QueueCourier implements Courier {
  /**
   * The largest message a kiosk sends; a larger parcel can only be taken to the platform itself.
   */
  static final int LARGEST_CARRIED = 64 * 1024;

  private final Outbox outbox;
  private final String kioskId;
  private final ParcelSealer sealer;
  private final FileReader reader;
  private final Sm3Digest sm3;
  private final InstantSource clock;

  /**
   * @param kioskId this kiosk's, as in its certificate
   */
  public QueueCourier(
      Outbox outbox,
      String kioskId,
      ParcelSealer sealer,
      ParcelVerifier verifier,
      Sm3Digest sm3,
      InstantSource clock) {
    this.outbox = Objects.requireNonNull(outbox, "outbox");
    this.kioskId = Objects.requireNonNull(kioskId, "kioskId");
    this.sealer = Objects.requireNonNull(sealer, "sealer");
    this.reader = new FileReader(verifier, sm3);
    this.sm3 = sm3;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public ExportLine export(String from) throws OutboxException, SealException {
    boolean first = from.equals(NOWHERE);
    ExportPlace place =
        first
            ? new ExportPlace(
                FileChain.begin(TransactionId.create(clock.instant()), kioskId),
                Lane.values()[0],
                0)
            : ExportPlace.of(from);
    Gathering gathering = Gathering.from(outbox, place.lane(), place.after());
    int messages = gathering.messages().size();
    if (first && messages == 0) {
      return new ExportLine("", 0, gathering.passedOver(), NOWHERE);
    }
    ParcelHeader header =
        place.chain().header(TransactionId.create(clock.instant()), gathering.last(), messages);
    byte[] parcel = sealer.sealParcel(header.write(), ParcelBody.write(gathering.messages()));
    ExportPlace next =
        new ExportPlace(place.chain().behind(sm3.of(parcel)), gathering.lane(), gathering.after());
    return new ExportLine(
        ParcelText.of(parcel),
        messages,
        gathering.passedOver(),
        gathering.last() ? NOWHERE : next.toString());
  }

  @Override
  public String check(String from, String line) throws ParcelRefusedException {
    FileReader.Checked checked = reader.check(from, line);
    requireCarriable(checked.bytes());
    return checked.next();
  }

  @Override
  public boolean carry(String line) throws ParcelRefusedException, OutboxException {
    FileReader.Checked checked = reader.verify(line);
    byte[] parcel = checked.bytes();
    requireCarriable(parcel);
    TransactionId id = checked.header().parcelId();
    if (outbox.find(id.value()).isPresent()) {
      return false;
    }
    outbox.append(
        new SignedEnvelope(
            id,
            MessageKind.CARRIED,
            MessageKind.CARRIED.word(),
            parcel,
            sm3.of(parcel),
            Label.of(Lane.BULK)));
    return true;
  }

  private static void requireCarriable(byte[] parcel) throws ParcelRefusedException {
    if (parcel.length > LARGEST_CARRIED) {
      throw new ParcelRefusedException(
          Reason.TOO_LARGE, "a parcel is larger than a kiosk's line takes");
    }
  }
}
