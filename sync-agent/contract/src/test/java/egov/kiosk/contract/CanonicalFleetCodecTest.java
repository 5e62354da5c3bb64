package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalFleetCodecTest {
  private final CanonicalFleetCodec codec = new CanonicalFleetCodec();
  private final CanonicalMessageCodec messages = new CanonicalMessageCodec();
  private final Schemas schemas = new Schemas();

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String kind(byte[] message) throws MalformedMessageException {
    return (String) StrictJson.read(message, StrictJson.LARGEST_ORDER).get("kind");
  }

  /** Reads whichever it is. */
  private Object read(byte[] message) throws MalformedMessageException {
    String text = text(message);
    boolean order = text.contains("\"issuedAt\"");
    return order ? codec.decodeOrder(message) : codec.decodeStatement(message);
  }

  private List<byte[]> everything() {
    List<byte[]> all = new ArrayList<>();
    FleetSample.statements().forEach(statement -> all.add(codec.encode(statement)));
    FleetSample.orders().forEach(order -> all.add(codec.encode(order)));
    return all;
  }

  @Test
  void encode_everything_validByItsSchemaAndComesBackEqual() throws Exception {
    for (Statement statement : FleetSample.statements()) {
      byte[] message = codec.encode(statement);
      assertEquals(List.of(), schemas.errors(kind(message), message));
      assertEquals(statement, codec.decodeStatement(message));
      assertEquals(new ReceivedStatement(statement), messages.decode(message));
      assertEquals(statement.kind().word(), kind(message), "the topic's word is the kind");
      assertTrue(message.length < 60 * 1024, "fits an envelope of 64 KiB");
    }
    for (Order order : FleetSample.orders()) {
      byte[] message = codec.encode(order);
      assertEquals(List.of(), schemas.errors(kind(message), message));
      assertEquals(order, codec.decodeOrder(message));
    }
  }

  @Test
  void decode_statementAsOrderOrTransaction_refused() {
    for (Statement statement : FleetSample.statements()) {
      byte[] message = codec.encode(statement);
      assertThrows(MalformedMessageException.class, () -> codec.decodeOrder(message));
      assertThrows(MalformedMessageException.class, () -> messages.decodeReceipts(message));
    }
    for (Order order : FleetSample.orders()) {
      byte[] message = codec.encode(order);
      assertThrows(MalformedMessageException.class, () -> codec.decodeStatement(message));
      assertThrows(MalformedMessageException.class, () -> messages.decode(message));
      assertThrows(MalformedMessageException.class, () -> messages.decodeReceipts(message));
    }
    byte[] rating = messages.encode(Sample.rating());
    assertThrows(MalformedMessageException.class, () -> codec.decodeStatement(rating));
    byte[] receipt = messages.encodeReceipts(List.of(Sample.accepted()));
    assertThrows(MalformedMessageException.class, () -> codec.decodeOrder(receipt));
  }

  @Test
  void decode_anyMemberRemoved_refusedByCodecAndSchemaAlike() throws Exception {
    for (byte[] message : everything()) {
      String kind = kind(message);
      for (String name : StrictJson.read(message, StrictJson.LARGEST_ORDER).keySet()) {
        Map<String, Object> object = StrictJson.read(message, StrictJson.LARGEST_ORDER);
        object.remove(name);
        byte[] bent = CanonicalJson.write(object);
        assertThrows(MalformedMessageException.class, () -> codec.decodeOrder(bent), name);
        assertThrows(MalformedMessageException.class, () -> codec.decodeStatement(bent), name);
        assertFalse(schemas.errors(kind, bent).isEmpty(), name);
      }
    }
  }

  @Test
  void decode_unknownMember_refusedByCodecAndSchemaAlike() throws Exception {
    for (byte[] message : everything()) {
      Map<String, Object> object = StrictJson.read(message, StrictJson.LARGEST_ORDER);
      object.put("zz", "x");
      byte[] bent = CanonicalJson.write(object);
      assertThrows(MalformedMessageException.class, () -> read(bent));
      assertFalse(schemas.errors(kind(message), bent).isEmpty());
    }
  }

  @Test
  void decode_wrongValues_refusedByCodecAndSchemaAlike() throws Exception {
    String[][] changes = {
      {"\"version\":1}", "\"version\":2}"},
      {"\"kioskId\":\"zj-hz-000001\"", "\"kioskId\":\"a/b\""},
      {"\"created\":12", "\"created\":-12"},
      {"\"created\":12", "\"created\":12.5"},
      {"\"pending\":1", "\"pending\":\"1\""},
      {"\"day\":\"2026-05-31\"", "\"day\":\"20260531\""},
      {"\"sm3\":\"0f", "\"sm3\":\"0F"},
      {"\"settledSm3\":\"0f", "\"settledSm3\":\"0F"},
      {"\"bytes\":20971520", "\"bytes\":20971521"},
      {"\"bytes\":20971520", "\"bytes\":0"},
      {"\"chunkBytes\":32768", "\"chunkBytes\":1"},
      {"\"key\":\"01", "\"key\":\"0"},
      {"\"name\":\"id-copy\"", "\"name\":\"../id\""},
      {"\"revision\":3", "\"revision\":-1"},
      {"\"items\":[]", "\"items\":[1]"},
      {"\"items\":[]", "\"items\":{}"},
      {"\"settings\":{}", "\"settings\":[]"},
      {"\"site\":\"政务服务中心\"", "\"site\":1"},
      {"\"outbox\":{}", "\"outbox\":\"x\""},
      {"\"id\":\"c-17\"", "\"id\":\"c 17\""},
      {"\"name\":\"restart\"", "\"name\":\"rm -rf\""},
      {"\"delay\":\"5\"", "\"delay\":5"},
      {"\"chunks\":[0,1,", "\"chunks\":[-1,1,"},
      {"\"chunks\":[0,1,", "\"chunks\":[0,0.5,"},
      {"\"chunks\":[0,1,", "\"chunks\":[0,1,1,"},
      {"\"stage\":\"SUPPLEMENT\"", "\"stage\":\"LOST\""},
      {"\"transactionId\":\"0197", "\"transactionId\":\"X197"},
      {"\"attachmentId\":\"0197", "\"attachmentId\":\"X197"},
      {"\"first\":9007199254740990", "\"first\":0"},
      {"\"missing\":[]", "\"missing\":[{}]"},
      {"\"at\":\"2026-06-01T08:00:00.123Z\"", "\"at\":\"2026-06-01\""},
    };
    for (String[] change : changes) {
      int met = 0;
      for (byte[] message : everything()) {
        String bent = text(message).replace(change[0], change[1]);
        if (!bent.equals(text(message))) {
          met++;
          assertThrows(MalformedMessageException.class, () -> read(bytes(bent)), change[1]);
          assertFalse(schemas.errors(kind(message), bytes(bent)).isEmpty(), change[1]);
        }
      }
      assertTrue(met > 0, change[0]);
    }
  }

  @Test
  void decode_booksThatDoNotBalance_refused() {
    String message = text(codec.encode(FleetSample.statements().get(0)));
    byte[] bent = bytes(message.replace("\"settled\":10", "\"settled\":11"));
    assertThrows(MalformedMessageException.class, () -> codec.decodeStatement(bent));
  }

  @Test
  void decode_tooLarge_refusedUnread() {
    byte[] large = bytes("{\"a\":\"" + "x".repeat(StrictJson.LARGEST_ORDER) + "\"}");
    assertThrows(MalformedMessageException.class, () -> codec.decodeOrder(large));
    byte[] order = codec.encode(FleetSample.orders().get(3));
    assertTrue(order.length > StrictJson.LARGEST);
    assertThrows(MalformedMessageException.class, () -> codec.decodeStatement(order));
  }

  @Test
  void decode_oneByteChanged_refusedOrExactlyWhatItSays() {
    Random random = new Random(35275);
    List<byte[]> small = everything().stream().filter(message -> message.length < 2000).toList();
    for (int round = 0; round < 20_000; round++) {
      byte[] bent = small.get(round % small.size()).clone();
      bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      try {
        Object read = read(bent);
        byte[] again =
            read instanceof Order order ? codec.encode(order) : codec.encode((Statement) read);
        assertArrayEquals(bent, again);
      } catch (MalformedMessageException expected) {
        assertFalse(expected.getMessage().contains("0123456789abcdef"), "no key in a message");
      }
    }
  }
}
