package egov.kiosk.socialcardreader.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApduExchangeTest {
  private final List<String> sent = new ArrayList<>();

  private Answer send(String command, String... answers) throws Exception {
    Deque<byte[]> waiting = new ArrayDeque<>();
    for (String answer : answers) {
      waiting.add(HexFormat.of().parseHex(answer));
    }
    return new ApduExchange(
            apdu -> {
              sent.add(HexFormat.of().withUpperCase().formatHex(apdu));
              return waiting.remove();
            })
        .send(HexFormat.of().parseHex(command));
  }

  @Test
  void plainAnswer_isTaken() throws Exception {
    Answer answer = send("00B2032C06", "0304322E30309000");
    assertArrayEquals(HexFormat.of().parseHex("0304322E3030"), answer.data());
    assertTrue(answer.done());
  }

  @Test
  void wrongLength_isCorrectedOnce() throws Exception {
    assertTrue(send("00B2032C06", "6C08", "03060000000000009000").done());
    assertEquals(List.of("00B2032C06", "00B2032C08"), sent);
    assertEquals(
        FaultCode.CARD_UNREADABLE,
        assertThrows(DeviceException.class, () -> send("00B2032C06", "6C08", "6C09")).fault());
  }

  @Test
  void waitingData_isFetchedUntilAllIsThere() throws Exception {
    Answer answer = send("00A4040000", "6102", "AABB6101", "CC9000");
    assertArrayEquals(HexFormat.of().parseHex("AABBCC"), answer.data());
    assertEquals(List.of("00A4040000", "00C0000002", "00C0000001"), sent);
  }

  @Test
  void status_ofTheCard_isHandedOn() throws Exception {
    assertEquals(Answer.NO_FILE, send("00A4040000", "6A82").status());
  }

  /** Whatever comes, it ends: an answer, or a fault of the card, after at most 34 commands. */
  @Property(tries = 2000)
  void anyAnswers_endSoon(@ForAll @Size(min = 40, max = 40) List<byte[]> answers) throws Exception {
    Deque<byte[]> waiting = new ArrayDeque<>(answers);
    int[] commands = {0};
    ApduExchange exchange =
        new ApduExchange(
            apdu -> {
              commands[0]++;
              return waiting.remove();
            });
    try {
      assertTrue(exchange.send(new byte[] {0, (byte) 0xB2, 1, 0x34, 0}).data().length <= 34 * 256);
    } catch (DeviceException e) {
      assertEquals(FaultCode.CARD_UNREADABLE, e.fault());
    }
    assertTrue(commands[0] <= 34, commands[0] + " commands");
  }

  @Property(tries = 200)
  void cardThatAlwaysHasMore_endsAfterThirtyTwo(@ForAll @Size(max = 256) byte[] data)
      throws Exception {
    int[] commands = {0};
    ApduExchange exchange =
        new ApduExchange(
            apdu -> {
              commands[0]++;
              byte[] answer = java.util.Arrays.copyOf(data, data.length + 2);
              answer[data.length] = 0x61;
              return answer;
            });
    assertThrows(DeviceException.class, () -> exchange.send(new byte[5]));
    assertEquals(1 + ApduExchange.MOST_RESPONSES, commands[0]);
  }
}
