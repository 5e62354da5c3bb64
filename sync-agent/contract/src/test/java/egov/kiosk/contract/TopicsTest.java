package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.UpChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void topics_ofOneKiosk_asTheContractSays() {
    assertEquals(
        "egov/1/zj-hz-000001/up/tx/item", Topics.transactions("zj-hz-000001", MessageKind.ITEM));
    assertEquals(
        "egov/1/zj-hz-000001/up/tx/rating",
        Topics.transactions("zj-hz-000001", MessageKind.RATING));
    assertEquals("egov/1/zj-hz-000001/down/rcpt", Topics.receipts("zj-hz-000001"));
    assertEquals("egov/1/a/state/link", Topics.of(Topics.LINK, "a"));
  }

  @Test
  void topics_idThatReachesOthers_refused() {
    for (String id : List.of("", "+", "#", "a/b", "A", "a b", "$share", "x".repeat(33), "{kind}")) {
      assertThrows(IllegalArgumentException.class, () -> Topics.receipts(id));
      assertThrows(IllegalArgumentException.class, () -> Topics.transactions(id, MessageKind.ITEM));
    }
  }

  @Test
  void kioskOfTransactions_itsOwnTopics_theKiosk() {
    for (MessageKind kind : MessageKind.values()) {
      assertEquals(
          Optional.of("k-1"), Topics.kioskOfTransactions(Topics.transactions("k-1", kind)));
    }
  }

  @Test
  void kioskOfTransactions_anyOtherTopic_empty() {
    for (String topic :
        List.of(
            "",
            "egov/1/k/down/rcpt",
            "egov/1/k/up/tx/",
            "egov/1/k/up/tx/other",
            "egov/1//up/tx/item",
            "egov/1/k/up/tx/item/x",
            "egov/2/k/up/tx/item",
            "/egov/1/k/up/tx/item",
            "egov/1/K/up/tx/item",
            "egov/1/k/up/tx/item\n")) {
      assertEquals(Optional.empty(), Topics.kioskOfTransactions(topic));
    }
  }

  @Test
  void topics_ofEveryChannel_areOfTheContractAndTellTheKiosk() {
    Set<String> all = new HashSet<>();
    for (UpChannel channel : UpChannel.values()) {
      String topic = Topics.of(channel, "k-1");
      assertEquals(Optional.of("k-1"), Topics.kioskOf(topic));
      assertEquals(Optional.empty(), Topics.kioskOfTransactions(topic));
      assertTrue(all.add(topic));
    }
    for (DownChannel channel : DownChannel.values()) {
      String topic = Topics.of(channel, "k-1");
      assertEquals(Optional.empty(), Topics.kioskOf(topic), "not the kiosk's own to speak on");
      assertTrue(all.add(topic));
    }
    assertTrue(
        all.containsAll(
            Set.of(
                "egov/1/k-1/up/att",
                "egov/1/k-1/down/att",
                "egov/1/k-1/desired/cat",
                "egov/1/k-1/desired/cfg",
                "egov/1/k-1/state/shadow")));
    assertThrows(IllegalArgumentException.class, () -> Topics.of(UpChannel.EVENT, "+"));
    assertThrows(IllegalArgumentException.class, () -> Topics.of(DownChannel.COMMAND, "a/b"));
  }

  @Test
  void kioskOf_foreignTopics_empty() {
    for (String topic : List.of("", "egov/1/k/up", "egov/1/+/up/evt", "egov/1/k/up/evt/x/y")) {
      assertEquals(Optional.empty(), Topics.kioskOf(topic));
    }
    assertEquals(Optional.of("k"), Topics.kioskOf(Topics.transactions("k", MessageKind.CARRIED)));
  }
}
