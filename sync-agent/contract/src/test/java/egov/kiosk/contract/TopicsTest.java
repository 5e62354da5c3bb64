package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.envelope.MessageKind;
import java.util.List;
import java.util.Optional;
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
}
