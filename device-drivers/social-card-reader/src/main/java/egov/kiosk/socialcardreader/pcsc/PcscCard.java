package egov.kiosk.socialcardreader.pcsc;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.capture.Tap;
import egov.kiosk.socialcardreader.card.ApduChannel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** A card with power, held by this program alone. Lives on the device's thread. */
final class PcscCard implements ApduChannel, AutoCloseable {
  /** The JDK's own limit and two; longer answers it refuses by itself. */
  private static final int ROOM = 8 * 1024 + 2;

  private final Card card;
  private final CardChannel channel;

  private PcscCard(Card card) {
    this.card = card;
    this.channel = card.getBasicChannel();
  }

  /**
   * Gives the card power, by T=0 or T=1 as the card wants, and keeps other programs out.
   *
   * @throws DeviceException when it does not answer, was drawn, or another program holds it
   */
  static PcscCard powerUp(CardTerminal terminal) throws DeviceException {
    try {
      Card card = terminal.connect("*");
      try {
        card.beginExclusive();
      } catch (CardException | RuntimeException e) {
        new PcscCard(card).close();
        throw e;
      }
      return new PcscCard(card);
    } catch (CardException | RuntimeException e) {
      throw PcscFault.asDeviceFault(e);
    }
  }

  @Override
  public byte[] transmit(byte[] command) throws DeviceException {
    ByteBuffer answer = ByteBuffer.allocate(ROOM);
    Optional<Tap> tap = DeviceThread.tapOfThisThread();
    try {
      tap.ifPresent(line -> line.sent(command));
      channel.transmit(ByteBuffer.wrap(command), answer);
      tap.ifPresent(line -> line.received(answer.array(), 0, answer.position()));
      return Arrays.copyOf(answer.array(), answer.position());
    } catch (CardException | RuntimeException e) {
      // RuntimeExceptions are the JDK's word for answers it does not understand.
      throw PcscFault.asDeviceFault(e);
    } finally {
      Arrays.fill(answer.array(), (byte) 0);
    }
  }

  /** Takes the power away, so that nothing stays selected. */
  @Override
  public void close() {
    try {
      card.disconnect(true);
    } catch (CardException | RuntimeException e) {
      // It is gone already, which is what was wanted.
    }
  }
}
