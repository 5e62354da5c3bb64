package egov.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.Verdict;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedSlipsTest {
  private final TransactionId transaction = TransactionId.create(Lab.NOW);

  @Test
  void slip_goesToItsTransactionAsASealedFile() throws Exception {
    Lab lab = new Lab();
    List<byte[]> files = new ArrayList<>();
    new SealedSlips(
            lab.documents(),
            (id, name, mediaType, content) -> {
              assertEquals(transaction, id);
              assertEquals("slip application/ofd", name + " " + mediaType);
              files.add(bytes(content));
              return id;
            })
        .keep(transaction, Samples.slip(), Lab.NOW);
    assertEquals(Verdict.VALID, lab.verifier().verify(files.get(0)).verdict());
  }

  @Test
  void noRoomForIt_isSaid() throws Exception {
    SealedSlips slips =
        new SealedSlips(
            new Lab().documents(),
            (id, name, mediaType, content) -> {
              throw new AttachmentException(AttachmentException.Reason.FULL, "test");
            });
    DocumentException refused =
        assertThrows(
            DocumentException.class, () -> slips.keep(transaction, Samples.slip(), Lab.NOW));
    assertEquals(DocumentException.Fault.NOT_KEPT, refused.fault());
  }

  private static byte[] bytes(InputStream content) {
    try {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
