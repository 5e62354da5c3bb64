package egov.kiosk.idcardreader.sdt;

import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.idcardreader.card.CardTextException;
import egov.kiosk.idcardreader.card.CardTextParser;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Frames as no reader sends them, through decoder, shape check and card parser. As a program it
 * takes how many frames and a seed, e.g. {@code 10000000 1}, and prints what became of them: the
 * long run of D01.
 */
final class FrameFuzz {
  private static final int[] NASTY_LENGTHS = {0, 3, 4, 5, 20, 1288, 1297, 4096, 4097, 65_535};
  private static final SdtCommand[] COMMANDS = SdtCommand.values();
  private static final CardTextParser PARSER = new CardTextParser();

  private final Random random;
  private final SdtDecoder decoder = new SdtDecoder();
  private long answers;
  private long fitting;
  private long cards;

  FrameFuzz(long seed) {
    random = new Random(seed);
  }

  void run(long frames) {
    for (long i = 0; i < frames; i++) {
      feed(frame());
    }
  }

  private void feed(byte[] bytes) {
    for (int at = 0; at < bytes.length; ) {
      int piece = Math.min(Math.min(decoder.room(), bytes.length - at), 1 + random.nextInt(2000));
      decoder.accept(bytes, at, piece);
      at += piece;
      for (Optional<SdtReply> one = decoder.next(); one.isPresent(); one = decoder.next()) {
        take(one.get());
      }
    }
  }

  private void take(SdtReply reply) {
    answers++;
    for (SdtCommand command : COMMANDS) {
      if (command.fits(reply)) {
        fitting++;
        if (command == SdtCommand.READ && reply.status() == SdtStatus.OK) {
          parse(reply);
        }
      }
    }
    reply.close();
  }

  private void parse(SdtReply reply) {
    try {
      PARSER.parse(reply.part(4, 256), new Portrait(reply.part(260, Portrait.BLOCK_BYTES))).close();
      cards++;
    } catch (CardTextException e) {
      // Refused, as it should be.
    }
  }

  /** Right frames, bent ones, and plain noise. */
  private byte[] frame() {
    int kind = random.nextInt(16);
    int wanted =
        kind < 6
            ? 4 + random.nextInt(40)
            : kind < 8 ? 1288 : NASTY_LENGTHS[random.nextInt(NASTY_LENGTHS.length)];
    int real = kind % 2 == 0 ? Math.min(wanted, 4_100) : random.nextInt(64);
    byte[] frame = new byte[SdtFrame.HEADER_LENGTH + Math.max(real, 0)];
    random.nextBytes(frame);
    for (int i = 0; i < SdtFrame.PREAMBLE_LENGTH; i++) {
      frame[i] = SdtFrame.preamble(i);
    }
    frame[5] = (byte) (wanted >> 8);
    frame[6] = (byte) wanted;
    if (frame.length > 10) {
      frame[9] =
          (byte) (random.nextBoolean() ? 0x90 : SdtStatus.values()[random.nextInt(17)].code());
    }
    if (wanted == 1288 && frame.length == SdtFrame.HEADER_LENGTH + 1288) {
      byte[] shape = {0, 0, (byte) 0x90, 1, 0, 4, 0};
      System.arraycopy(shape, 0, frame, 7, shape.length);
      // Mostly text that could be a card's.
      for (int i = 14; i < 14 + 256; i += 2) {
        frame[i + 1] = (byte) (random.nextInt(8) == 0 ? frame[i + 1] : 0);
      }
    }
    if (frame.length > SdtFrame.HEADER_LENGTH && random.nextInt(4) > 0) {
      byte sum = SdtFrame.xor(frame, SdtFrame.PREAMBLE_LENGTH, frame.length - 1);
      frame[frame.length - 1] = sum;
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length + 1)) : frame;
  }

  long answers() {
    return answers;
  }

  @Override
  public String toString() {
    return answers + " answers taken, " + fitting + " fitting a command, " + cards + " cards";
  }

  public static void main(String[] arguments) {
    long frames = Long.parseLong(arguments[0]);
    FrameFuzz fuzz = new FrameFuzz(Long.parseLong(arguments[1]));
    long start = System.nanoTime();
    fuzz.run(frames);
    System.out.printf(
        "%d frames, seed %s, %d s: %s%n",
        frames, arguments[1], (System.nanoTime() - start) / 1_000_000_000L, fuzz);
  }
}
