package egov.kiosk.idcardreader;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.idcardreader.card.CardTextException;
import egov.kiosk.idcardreader.card.CardTextParser;
import egov.kiosk.idcardreader.sdt.SdtCommand;
import egov.kiosk.idcardreader.sdt.SdtReply;
import egov.kiosk.idcardreader.sdt.SdtSession;
import egov.kiosk.idcardreader.sdt.SdtStatus;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.LinkException;
import java.time.Duration;
import java.util.Arrays;

/**
 * One card from the first look for it to its data: find, select, read, in that order, nothing
 * between them. Lives on the device's thread for one call.
 */
final class CardFetch {
  private static final int TEXT = 256;
  private static final CardTextParser PARSER = new CardTextParser();

  private final ReaderConnection connection;
  private final ReaderSettings settings;
  private final SdtSession session;

  /** When the find that saw the card was sent, and how much had crossed the wire by then. */
  private long foundNanos;

  private long foundBytes;

  CardFetch(ReaderConnection connection, ReaderSettings settings) {
    this.connection = connection;
    this.settings = settings;
    this.session = connection.session();
  }

  /** Looks for a card until there is one. */
  void awaitCard(Duration timeout) throws DeviceException, LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    Deadline nextLook = Deadline.after(settings.findInterval());
    while (!find()) {
      session.rest(deadline.remainingAtMost(nextLook.remaining()));
      if (deadline.passed()) {
        throw ReaderConnection.failure(FaultCode.NO_CARD, "no card was placed in time");
      }
      nextLook = Deadline.after(settings.findInterval());
    }
  }

  /** One look; nothing there is no fault. */
  boolean find() throws DeviceException, LinkException, InterruptedException {
    connection.cardSelected(false);
    foundNanos = System.nanoTime();
    foundBytes = session.bytesOnWire();
    try (SdtReply reply = session.exchange(SdtCommand.FIND, settings.timings().find())) {
      if (reply.status() == SdtStatus.CARD_FOUND) {
        return true;
      }
      if (reply.status() != SdtStatus.NO_CARD) {
        ReaderConnection.require(reply.status());
      }
      return false;
    }
  }

  /** Selects and reads the card that was found. */
  CardRead read() throws DeviceException, LinkException, InterruptedException {
    select();
    try (SdtReply reply = session.exchange(SdtCommand.READ, settings.timings().read())) {
      requireCard(reply.status());
      return parsed(reply, 4);
    }
  }

  /** As {@link #read}, with fingerprints if reader and card have them. */
  FingerprintedRead readWithFingerprints()
      throws DeviceException, LinkException, InterruptedException {
    select();
    SdtCommand command = SdtCommand.READ_WITH_FINGERPRINTS;
    try (SdtReply reply = session.exchange(command, settings.timings().fingerprints())) {
      if (reply.status() != SdtStatus.REQUEST_UNKNOWN) {
        requireCard(reply.status());
        int before = 6 + TEXT + Portrait.BLOCK_BYTES;
        CardRead read = parsed(reply, 6);
        return new FingerprintedRead(
            read, new Fingerprints(reply.part(before, reply.dataLength() - before)));
      }
    }
    try (SdtReply reply = session.exchange(SdtCommand.READ, settings.timings().read())) {
      requireCard(reply.status());
      return new FingerprintedRead(parsed(reply, 4), new Fingerprints(new byte[0]));
    }
  }

  private void select() throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = session.exchange(SdtCommand.SELECT, settings.timings().select())) {
      requireCard(reply.status());
    }
  }

  /** A card that fails and is gone was moved; a card that fails and lies there cannot be read. */
  private void requireCard(SdtStatus status)
      throws DeviceException, LinkException, InterruptedException {
    FaultCode fault = status.fault().orElse(null);
    if ((fault == FaultCode.CARD_UNREADABLE || fault == FaultCode.NO_CARD) && !find()) {
      throw ReaderConnection.failure(
          FaultCode.CARD_MOVED,
          "the card left while it was read; " + ReaderAdvice.of(FaultCode.CARD_MOVED));
    }
    if (fault == FaultCode.NO_CARD) {
      fault = FaultCode.CARD_UNREADABLE;
    }
    if (fault == FaultCode.CARD_UNREADABLE) {
      throw ReaderConnection.failure(
          fault, "the module says " + status + "; " + ReaderAdvice.of(fault));
    }
    ReaderConnection.require(status);
  }

  private CardRead parsed(SdtReply reply, int textOffset) throws DeviceException {
    byte[] text = reply.part(textOffset, TEXT);
    byte[] photo = reply.part(textOffset + TEXT, Portrait.BLOCK_BYTES);
    Portrait portrait = new Portrait(photo);
    try {
      IdCard card = PARSER.parse(text, portrait);
      connection.cardSelected(true);
      return new CardRead(
          card,
          Duration.ofNanos(System.nanoTime() - foundNanos),
          connection.wireTime(session.bytesOnWire() - foundBytes));
    } catch (CardTextException e) {
      portrait.close();
      throw ReaderConnection.failure(
          FaultCode.CARD_DATA_INVALID,
          "the card contradicts itself, " + e.getMessage() + "; let staff look at it");
    } finally {
      Arrays.fill(text, (byte) 0);
      Arrays.fill(photo, (byte) 0);
    }
  }
}
