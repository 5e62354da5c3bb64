package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final int RECEIVE_MAXIMUM = 10;
  private static final int PACKET = 64 * 1024;

  private final Arrivals arrivals =
      new Arrivals(new LinkOptions.Windows(10, 4, RECEIVE_MAXIMUM, PACKET));

  private static InboundMessage of(int bytes, boolean assured) {
    return new InboundMessage("t", new byte[bytes], false, assured, Optional.empty(), () -> {});
  }

  /** Whatever else comes: what the broker waits for an acknowledgement of has room of its own. */
  @Test
  void flood_isBoundedHoweverSmallItsMessages_andLeavesRoomForWhatIsAssured() {
    List<InboundMessage> taken = new ArrayList<>();
    InboundMessage next = of(1, false);
    while (arrivals.take(next)) {
      taken.add(next);
      assertTrue(taken.size() <= 1_000, "bounded");
      next = of(1, false);
    }
    for (int i = 0; i < RECEIVE_MAXIMUM; i++) {
      assertTrue(arrivals.take(of(PACKET, true)));
    }
    assertFalse(arrivals.take(of(PACKET, true)), "more than it may send");
    taken.forEach(arrivals::done);
    assertTrue(arrivals.take(of(PACKET, false)));
  }
}
