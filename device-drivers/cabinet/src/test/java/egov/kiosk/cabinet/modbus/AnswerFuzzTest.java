package egov.kiosk.cabinet.modbus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as no board gives them. {@code -Dkiosk.fuzz=10000000} makes the run a long one. */
class AnswerFuzzTest {
  private static final Request[] REQUESTS = {
    Request.readBits(Request.READ_INPUTS, 0, 4),
    Request.readRegisters(Request.READ_HOLDING_REGISTERS, 7, 3),
    Request.writeCoil(2, true),
    Request.writeCoils(0, new boolean[] {true, false, true})
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void answers_bentInEveryWay_areTakenOrDropped(long seed) {
    Random random = new Random(seed);
    long taken = 0;
    for (long frame = Long.getLong("kiosk.fuzz", 50_000); frame > 0; frame--) {
      Request request = REQUESTS[random.nextInt(REQUESTS.length)];
      AnswerReader reader = new AnswerReader(1, request);
      boolean answered = false;
      for (byte one : answer(request, random)) {
        answered = answered || reader.accept(one).isPresent();
      }
      taken += answered ? 1 : 0;
    }
    assertTrue(taken > 0, "some are right by design");
  }

  /** Mostly an answer, then bits turned, bytes lost or added. */
  private static byte[] answer(Request request, Random random) {
    byte[] bytes = new byte[1 + random.nextInt(40)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      bytes = request.reads() ? reading(request, random) : request.frame(1);
    }
    if (random.nextInt(3) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] reading(Request request, Random random) {
    byte[] frame = new byte[request.answerBytes() + 5];
    random.nextBytes(frame);
    frame[0] = 1;
    frame[1] = (byte) request.function();
    frame[2] = (byte) request.answerBytes();
    int check = Crc16.of(frame, frame.length - 2);
    frame[frame.length - 2] = (byte) check;
    frame[frame.length - 1] = (byte) (check >> 8);
    return frame;
  }
}
