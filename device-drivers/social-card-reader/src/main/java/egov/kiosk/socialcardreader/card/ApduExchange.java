package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * One command with all that belongs to it: a wrong length is corrected once (6Cxx), waiting data is
 * fetched (61xx). However a card answers, this ends: at most {@value #MOST_RESPONSES} fetches.
 */
final class ApduExchange {
  /** As many as one command may take; a card needs one. */
  static final int MOST_RESPONSES = 32;

  /** A short answer (ISO 7816-4 5.1): 256 bytes and the status word. */
  private static final int LONGEST = 258;

  private static final int MORE = 0x61;
  private static final int OTHER_LENGTH = 0x6C;

  private final ApduChannel channel;

  ApduExchange(ApduChannel channel) {
    this.channel = channel;
  }

  /**
   * Sends a command whose last byte is the length it expects, or which ends with its data.
   *
   * @throws DeviceException {@link FaultCode#CARD_UNREADABLE} when the answer makes no sense
   * @throws InterruptedException when the thread was interrupted
   */
  Answer send(byte[] command) throws DeviceException, InterruptedException {
    byte[] answer = once(command);
    if (high(answer) == OTHER_LENGTH) {
      byte[] corrected = command.clone();
      corrected[corrected.length - 1] = answer[answer.length - 1];
      answer = once(corrected);
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(answer, 0, answer.length - 2);
    for (int fetched = 0; high(answer) == MORE; fetched++) {
      if (fetched == MOST_RESPONSES) {
        throw senseless("always has more to say");
      }
      answer = once(new byte[] {0, (byte) 0xC0, 0, 0, answer[answer.length - 1]});
      data.write(answer, 0, answer.length - 2);
    }
    if (high(answer) == OTHER_LENGTH) {
      throw senseless("accepts no length");
    }
    return new Answer(data.toByteArray(), word(answer));
  }

  private byte[] once(byte[] command) throws DeviceException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted between two commands to a card");
    }
    byte[] answer = channel.transmit(command);
    if (answer.length < 2 || answer.length > LONGEST) {
      Arrays.fill(answer, (byte) 0);
      throw senseless("answers with a length no answer has");
    }
    return answer;
  }

  private static DeviceException senseless(String how) {
    return CardFault.of(
        FaultCode.CARD_UNREADABLE, "the card " + how + "; take it out and insert it again");
  }

  private static int high(byte[] answer) {
    return answer[answer.length - 2] & 0xFF;
  }

  private static int word(byte[] answer) {
    return high(answer) << 8 | answer[answer.length - 1] & 0xFF;
  }
}
