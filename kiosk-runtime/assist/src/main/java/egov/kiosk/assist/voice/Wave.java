package egov.kiosk.assist.voice;

import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sound as espeak-ng streams it: RIFF/WAVE, 16 bit, mono, with lengths that are not true. */
final class Wave {
  private static final int HEADER = 44;
  private static final short PCM = 1;

  private Wave() {}

  /** Joins streamed sounds of one rate into one file whose lengths are true. */
  static byte[] join(List<byte[]> streams) throws AssistUnavailableException {
    int rate = 0;
    int length = 0;
    for (byte[] stream : streams) {
      int own = rateOf(stream);
      if (rate != 0 && rate != own) {
        throw broken();
      }
      rate = own;
      length += stream.length - HEADER;
    }
    ByteBuffer file = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort(PCM).putShort((short) 1);
    file.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
    file.put(ascii("data")).putInt(length);
    for (byte[] stream : streams) {
      file.put(stream, HEADER, stream.length - HEADER);
    }
    return file.array();
  }

  /** Nothing to be heard, of that many bytes. */
  static byte[] silence(int bytes) throws AssistUnavailableException {
    ByteBuffer stream = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    stream.putShort(20, PCM).putShort(22, (short) 1).putInt(24, 22_050).putShort(34, (short) 16);
    stream.position(36).put(ascii("data"));
    return join(List.of(stream.array()));
  }

  private static int rateOf(byte[] stream) throws AssistUnavailableException {
    if (stream.length < HEADER || stream.length % 2 != 0) {
      throw broken();
    }
    ByteBuffer header = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    boolean plain =
        header.getShort(20) == PCM && header.getShort(22) == 1 && header.getShort(34) == 16;
    String place = new String(stream, 36, 4, StandardCharsets.US_ASCII);
    if (!plain || !place.equals("data")) {
      throw broken();
    }
    return header.getInt(24);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static AssistUnavailableException broken() {
    return new AssistUnavailableException(
        Reason.CRASHED, "espeak-ng gave something that is no sound");
  }
}
