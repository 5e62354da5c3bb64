package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Half a day on a tablet: one visit handed in, one half written, with a photo. */
final class Lost {
  static final String HALF = "half a \"word\"";

  final String open;
  private final Tablet tablet;
  private final String done;

  Lost(Tablet tablet) throws Exception {
    this.tablet = tablet;
    tablet.orders.run(Tablet.morning());
    DraftView visit = tablet.visit("H2");
    tablet.complete(visit);
    tablet.work.handIn(Tablet.WORKER, visit.id());
    done = visit.id();
    DraftView half =
        tablet.work.begin(
            Tablet.WORKER,
            new Beginning(
                egov.kiosk.domain.field.DraftKind.VISIT,
                Optional.of("T1"),
                Optional.empty(),
                Optional.empty()));
    tablet.work.answer(Tablet.WORKER, half.id(), "note", HALF);
    tablet.work.photo(Tablet.WORKER, half.id(), "photo", Tablet.jpeg(1));
    open = half.id();
  }

  /** What is left of the room but the counter of numbers, which is nobody's. */
  List<String> left() {
    return tablet.world.files().keySet().stream()
        .map(Object::toString)
        .filter(file -> !file.equals("/field/book/number"))
        .toList();
  }

  /** What the platform would find in the half written one's message. */
  Transaction sent() {
    return tablet.queue.sealed.get(new TransactionId(open));
  }

  String key() {
    return sent().form().values().get("key");
  }

  /** What was handed in is there once, and the rest once, to be read by whoever opens messages. */
  void assertRescuedOnce(String when) {
    assertEquals(List.of(done, open), tablet.queue.order, when);
    Transaction rescued = sent();
    assertEquals("GRID-RESCUED", rescued.item().code(), when);
    assertEquals("W-12", rescued.form().values().get("worker"), when);
    assertEquals("T1", rescued.form().values().get("taskId"), when);
    assertEquals("H1", rescued.form().values().get("houseId"), when);
    List<Enclosure> named = rescued.enclosed().enclosures();
    assertEquals(
        List.of("sealed-draft", "sealed-photo-1"),
        named.stream().limit(2).map(Enclosure::name).toList(),
        when);
    byte[] content = opened(0);
    assertTrue(
        new String(content, StandardCharsets.UTF_8)
            .contains("\"answer/note\":\"half a \\u0022word\\u0022\""),
        when);
    assertArrayEquals(Tablet.jpeg(1), opened(1), when);
  }

  private byte[] opened(int index) {
    return opened(sent(), index);
  }

  /** What the platform finds beside a rescued draft's message. */
  byte[] opened(Transaction rescued, int index) {
    Enclosure named = rescued.enclosed().enclosures().get(index);
    String key = rescued.form().values().get("key");
    return tablet.queue.attached.entrySet().stream()
        .filter(one -> one.getValue().length == named.bytes())
        .flatMap(one -> Tablet.CIPHER.open(key, one.getKey(), index, one.getValue()).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError(named.name() + " is not there"));
  }
}
