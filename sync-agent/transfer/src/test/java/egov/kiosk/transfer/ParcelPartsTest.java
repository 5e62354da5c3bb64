package egov.kiosk.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The parsers of what is inside a parcel, on everything and anything. */
class ParcelPartsTest {
  private static final List<MessageKind> KINDS = List.copyOf(ParcelBody.KINDS);

  @Property
  void body_writtenAndRead_isTheSame(
      @ForAll @Size(max = 5) List<@Size(min = 1, max = 300) byte[]> envelopes) throws Exception {
    List<CarriedMessage> messages = new ArrayList<>();
    for (byte[] envelope : envelopes) {
      MessageKind kind = KINDS.get(envelope.length % KINDS.size());
      messages.add(new CarriedMessage(kind, TransactionId.create(Instant.EPOCH), envelope));
    }
    List<CarriedMessage> read = ParcelBody.read(ParcelBody.write(messages));
    assertEquals(messages.size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      assertEquals(messages.get(i).id(), read.get(i).id());
      assertEquals(messages.get(i).kind(), read.get(i).kind());
      assertArrayEquals(messages.get(i).envelope(), read.get(i).envelope());
    }
  }

  @Property
  void body_ofAnyBytes_isReadExactlyOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
    try {
      assertArrayEquals(bytes, ParcelBody.write(ParcelBody.read(bytes)));
    } catch (ParcelRefusedException e) {
      assertEquals(ParcelRefusedException.Reason.MALFORMED, e.reason());
    }
  }

  @Property
  void body_withOneByteChanged_isReadExactlyOrRefused(
      @ForAll @IntRange(min = 0, max = 127) int at, @ForAll byte value) {
    byte[] bytes =
        ParcelBody.write(
            List.of(
                new CarriedMessage(
                    MessageKind.ITEM, TransactionId.create(Instant.EPOCH), new byte[100])));
    bytes[at % bytes.length] = value;
    body_ofAnyBytes_isReadExactlyOrRefused(bytes);
  }

  @Property
  void header_ofAnyBytes_isReadExactlyOrRefused(
      @ForAll @Size(value = ParcelHeader.LENGTH) byte[] bytes, @ForAll @IntRange(max = 80) int at) {
    byte[] header =
        FileChain.begin(TransactionId.create(Instant.EPOCH), "k")
            .header(TransactionId.create(Instant.EPOCH), true, 7)
            .write();
    header[at % header.length] = bytes[0];
    for (byte[] candidate : List.of(bytes, header)) {
      try {
        assertArrayEquals(candidate, ParcelHeader.read(candidate).write());
      } catch (ParcelRefusedException e) {
        assertEquals(ParcelRefusedException.Reason.MALFORMED, e.reason());
      }
    }
  }

  @Property
  void line_ofAnyText_isReadExactlyOrRefused(@ForAll String text) {
    try {
      assertEquals(text, ParcelText.of(ParcelText.read(text)));
    } catch (ParcelRefusedException e) {
      assertEquals(ParcelRefusedException.Reason.MALFORMED, e.reason());
    }
  }

  @Property
  void place_ofAnyText_isReadExactlyOrRefused(@ForAll String text) {
    try {
      assertEquals(text, ExportPlace.of(text).toString());
      fail("no such text is likely");
    } catch (IllegalArgumentException e) {
      // As it should be.
    }
  }
}
