package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.idcardreader.sdt.SdtCommand;
import egov.kiosk.idcardreader.sdt.SdtReply;
import egov.kiosk.idcardreader.sdt.SdtStatus;
import egov.kiosk.link.LinkException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can be asked about the card after it was read. Lives on the device's thread for one call.
 */
final class CardPresence {
  private static final int ADDRESS_BYTES = 70;

  private final ReaderConnection connection;
  private final ReaderSettings settings;

  CardPresence(ReaderConnection connection, ReaderSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * Whether a card lies there. A reader in {@link Repoll#LIFT} mode finds a card once only, and a
   * find makes it forget the card; so there the card is read again, and what it says is thrown
   * away.
   */
  boolean present(Duration limit) throws DeviceException, LinkException, InterruptedException {
    if (settings.repoll() == Repoll.LIFT && connection.cardSelected()) {
      try (SdtReply reply = connection.session().exchange(SdtCommand.READ, limit)) {
        if (reply.status() == SdtStatus.OK) {
          return true;
        }
      }
    }
    try {
      return new CardFetch(connection, settings).find();
    } catch (DeviceException e) {
      if (e.fault() == FaultCode.NOT_AN_ID_CARD || e.fault() == FaultCode.CARD_UNREADABLE) {
        return true;
      }
      throw e;
    }
  }

  /** The addresses added to the card that was read last; modules that know none tell none. */
  List<String> newestAddresses(Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    try (SdtReply reply = connection.session().exchange(SdtCommand.NEW_ADDRESSES, limit)) {
      if (reply.status() == SdtStatus.NO_CONTENT || reply.status() == SdtStatus.REQUEST_UNKNOWN) {
        return List.of();
      }
      FaultCode fault = reply.status().fault().orElse(null);
      if (fault == FaultCode.CARD_UNREADABLE || fault == FaultCode.NO_CARD) {
        throw ReaderConnection.failure(
            FaultCode.CARD_MOVED, "the card read last is no longer there; read it again");
      }
      ReaderConnection.require(reply.status());
      return addresses(reply);
    }
  }

  private static List<String> addresses(SdtReply reply) {
    List<String> addresses = new ArrayList<>();
    for (int offset = 0; offset < reply.dataLength(); offset += ADDRESS_BYTES) {
      byte[] bytes = reply.part(offset, ADDRESS_BYTES);
      String address = new String(bytes, StandardCharsets.UTF_16LE).replaceFirst("[ \\x00]+$", "");
      Arrays.fill(bytes, (byte) 0);
      if (!address.isEmpty()) {
        addresses.add(address);
      }
    }
    return List.copyOf(addresses);
  }
}
