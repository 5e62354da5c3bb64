package egov.kiosk.uplinkmqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private final Mailbox mailbox = new Mailbox();
  private final List<String> heard = new ArrayList<>();
  private final FleetListener listener =
      (channel, payload) -> heard.add(channel + ":" + payload[0]);

  @Test
  void whatCameBeforeAnybodyListened_isToldOnce_desiredStateOnlyTheNewest() {
    deliver(DownChannel.CONFIGURATION, 1);
    deliver(DownChannel.COMMAND, 2);
    deliver(DownChannel.CONFIGURATION, 3);
    mailbox.add(listener);
    mailbox.add(listener);
    assertEquals(List.of("CONFIGURATION:3", "COMMAND:2"), heard);
    List<String> late = new ArrayList<>();
    mailbox.add((channel, payload) -> late.add(channel + ":" + payload[0]));
    assertEquals(List.of("CONFIGURATION:3"), late);
  }

  @Test
  void listenerThatFails_doesNotKeepTheOthersFromHearing() {
    mailbox.add(
        (channel, payload) -> {
          throw new IllegalStateException("broken on purpose");
        });
    mailbox.add(listener);
    deliver(DownChannel.ATTACHMENT, 4);
    assertEquals(List.of("ATTACHMENT:4"), heard);
    mailbox.remove(listener);
    deliver(DownChannel.ATTACHMENT, 5);
    assertEquals(1, heard.size());
  }

  @Test
  void nobodyListening_keepsSixteenAtMost() {
    for (int i = 0; i < 40; i++) {
      deliver(DownChannel.COMMAND, i);
    }
    mailbox.add(listener);
    assertEquals(16, heard.size());
    assertEquals("COMMAND:39", heard.get(15));
  }

  private void deliver(DownChannel channel, int what) {
    mailbox.deliver(channel, new byte[] {(byte) what});
  }
}
