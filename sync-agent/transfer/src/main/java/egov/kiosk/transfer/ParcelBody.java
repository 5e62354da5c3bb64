package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The messages in a parcel, one behind the other: the kind's word (its length in one byte, then
 * ASCII), the id in 16 bytes, the envelope's length in four, the envelope. Big-endian.
 */
final class ParcelBody {
  /**
   * What is worth carrying. An attachment's manifest is not: its chunks are not in the file, and
   * the platform would wait for them. A carried parcel is not: its own file still exists.
   */
  static final Set<MessageKind> KINDS =
      EnumSet.complementOf(EnumSet.of(MessageKind.ATTACHMENT, MessageKind.CARRIED));

  private ParcelBody() {}

  /** Bytes a message takes. */
  static int bytes(MessageKind kind, int envelope) {
    return 1 + kind.word().length() + 16 + Integer.BYTES + envelope;
  }

  static byte[] write(List<CarriedMessage> messages) {
    int length = 0;
    for (CarriedMessage message : messages) {
      length += bytes(message.kind(), message.length());
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    for (CarriedMessage message : messages) {
      byte[] word = message.kind().word().getBytes(StandardCharsets.US_ASCII);
      out.put((byte) word.length).put(word);
      ParcelHeader.put(out, message.id());
      out.putInt(message.length()).put(message.envelope());
    }
    return out.array();
  }

  /**
   * Reads the messages.
   *
   * @throws ParcelRefusedException {@code MALFORMED} when the bytes are not exactly what {@link
   *     #write} makes of messages of the kinds worth carrying
   */
  static List<CarriedMessage> read(byte[] bytes) throws ParcelRefusedException {
    List<CarriedMessage> messages = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      while (in.hasRemaining()) {
        MessageKind kind = kind(piece(in, in.get()));
        messages.add(new CarriedMessage(kind, ParcelHeader.id(in), piece(in, in.getInt())));
      }
      if (Arrays.equals(write(messages), bytes)) {
        return messages;
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static byte[] piece(ByteBuffer in, int length) {
    // Compared before anything is allocated: the number is the sender's.
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] piece = new byte[length];
    in.get(piece);
    return piece;
  }

  private static MessageKind kind(byte[] word) {
    String text = new String(word, StandardCharsets.US_ASCII);
    for (MessageKind kind : KINDS) {
      if (kind.word().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such kind");
  }

  private static ParcelRefusedException malformed() {
    return new ParcelRefusedException(Reason.MALFORMED, "what is inside a parcel is not ours");
  }
}
