package egov.kiosk.socialcardreader.card;

import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards as nobody issues them. {@code -Dkiosk.fuzz=1000000} makes the run a long one. */
class CardFuzzTest {
  private static final int[] WORDS = {0x9000, 0x9000, 0x9000, 0x6110, 0x6C08, 0x6A82, 0x6A83, 0};

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void cards_ofAnyAnswers_areReadOrRefused(long seed) throws InterruptedException {
    Random random = new Random(seed);
    long refused = 0;
    for (long left = Long.getLong("kiosk.fuzz", 3_000); left > 0; left--) {
      try {
        new SocialCardApplication(command -> answer(command, random)).read();
      } catch (DeviceException e) {
        refused++;
        assertTrue(e.getMessage().length() < 200);
      }
    }
    assertTrue(refused > 0);
  }

  /** A record with the right tag now and then, of any length and content. */
  private static byte[] answer(byte[] command, Random random) {
    int word = WORDS[random.nextInt(WORDS.length)];
    byte[] answer =
        new byte[random.nextInt(20) == 0 ? random.nextInt(300) : 2 + random.nextInt(40)];
    random.nextBytes(answer);
    if (answer.length >= 4) {
      answer[0] = command[2];
      answer[1] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : answer.length - 4);
      for (int i = 2; i < answer.length - 2; i++) {
        answer[i] = (byte) (random.nextInt(3) == 0 ? answer[i] : '0' + random.nextInt(10));
      }
      answer[answer.length - 2] = (byte) (word >> 8);
      answer[answer.length - 1] = (byte) word;
    }
    return answer;
  }
}
