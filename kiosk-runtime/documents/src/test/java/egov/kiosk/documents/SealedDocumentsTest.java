package egov.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.documents.ofd.RareGlyphs;
import egov.kiosk.documents.seal.SealPaths;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.Verdict;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealedDocumentsTest {
  private static Lab lab;

  @BeforeAll
  static void open() throws Exception {
    lab = new Lab();
  }

  @Test
  void bothDocuments_areValid() throws Exception {
    for (byte[] document :
        new byte[][] {
          lab.documents().slip(Samples.slip(), Lab.NOW),
          lab.documents().certificateCopy(Samples.certificate(40), Lab.NOW)
        }) {
      DocumentCheck check = lab.verifier().verify(document);
      assertEquals(Verdict.VALID, check.verdict(), check.reason());
    }
  }

  @Test
  void sameSlipTwice_differsInTheSignatureAlone() throws Exception {
    SortedMap<String, byte[]> one = Parts.of(lab.documents().slip(Samples.slip(), Lab.NOW));
    SortedMap<String, byte[]> two = Parts.of(lab.documents().slip(Samples.slip(), Lab.NOW));
    for (Map.Entry<String, byte[]> part : one.entrySet()) {
      if (!part.getKey().equals(SealPaths.SIGNED_VALUE)) {
        assertTrue(java.util.Arrays.equals(part.getValue(), two.get(part.getKey())), part.getKey());
      }
    }
  }

  @Test
  void rareCharacters_areDrawnAndStillText() throws Exception {
    String page =
        Parts.text(lab.documents().slip(Samples.slip(), Lab.NOW), "Doc_0/Pages/Page_0/Content.xml");
    assertTrue(page.contains(">\uD842\uDFB7</ofd:TextCode>") && page.contains(">㐂</ofd:TextCode>"));
    assertEquals(1 + 2, page.split("Fill=\"true\"", -1).length - 1, "the QR code and two outlines");
  }

  @Test
  void keyOrSealOutOfOrder_saysSo() throws Exception {
    SealedDocuments locked =
        new SealedDocuments(
            lab.seal,
            () -> {
              throw new CryptoException(CryptoFault.KEY_ABSENT, "test");
            },
            RareGlyphs.NONE);
    for (var refused :
        new DocumentException[] {
          assertThrows(DocumentException.class, () -> locked.slip(Samples.slip(), Lab.NOW)),
          assertThrows(
              DocumentException.class,
              () -> lab.documents().slip(Samples.slip(), Lab.UNTIL.plusSeconds(1)))
        }) {
      assertEquals(DocumentException.Fault.SEAL_UNAVAILABLE, refused.fault());
      assertFalse(refused.getMessage().contains("养老"));
    }
  }
}
