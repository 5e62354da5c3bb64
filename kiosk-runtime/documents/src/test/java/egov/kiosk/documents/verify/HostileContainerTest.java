package egov.kiosk.documents.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Parts;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.domain.document.Verdict;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm: G06 and G11 of the threat list. */
class HostileContainerTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static Lab lab;
  private static byte[] good;

  @BeforeAll
  static void open() throws Exception {
    lab = new Lab();
    good = lab.small();
  }

  private static void refused(byte[] document) throws Exception {
    assertTimeout(
        SOON, () -> assertNotEquals(Verdict.VALID, lab.verifier().verify(document).verdict()));
  }

  private static void unreadable(byte[] document) throws Exception {
    assertTimeout(
        SOON, () -> assertEquals(Verdict.UNSUPPORTED, lab.verifier().verify(document).verdict()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../up.xml",
        "/abs.xml",
        "a/../../b",
        "C:x",
        "a\\b",
        "a\u0000b",
        "",
        "./x",
        "a//b",
        "ofd.XML",
        "é"
      })
  void g06_nameThatLeadsElsewhere_isRefused(String name) throws Exception {
    unreadable(Parts.with(good, name, "x"));
  }

  @Test
  void g06_sameNameTwice_isRefused() throws Exception {
    byte[] two = Parts.with(good, "Doc_0/Documenu.xml", "other");
    String bytes = new String(two, StandardCharsets.ISO_8859_1);
    unreadable(bytes.replace("Documenu", "Document").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void g06_headersThatDisagree_areRefused() throws Exception {
    String bytes = new String(good, StandardCharsets.ISO_8859_1);
    int central = bytes.lastIndexOf("Doc_0/PublicRes.xml");
    unreadable(
        (bytes.substring(0, central) + "Doc_0/PublicRez.xml" + bytes.substring(central + 19))
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void g06_bytesBeforeBehindAndBetween_areRefused() throws Exception {
    for (int at : new int[] {0, 400, good.length}) {
      byte[] longer = new byte[good.length + 1];
      System.arraycopy(good, 0, longer, 0, at);
      System.arraycopy(good, at, longer, at + 1, good.length - at);
      unreadable(longer);
    }
  }

  @Test
  void g06_symbolicLink_isRefused() throws Exception {
    byte[] link = good.clone();
    int central = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    link[central + 41] = (byte) 0xA0;
    unreadable(link);
  }

  @Test
  void g06_manyEntries_areRefused() throws Exception {
    SortedMap<String, byte[]> parts = new TreeMap<>(Parts.of(good));
    for (int i = 0; i < 2000; i++) {
      parts.put("x" + i, new byte[0]);
    }
    unreadable(Container.pack(parts));
  }

  @Test
  void g06_bomb_isRefusedUnpacked() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] zeros = new byte[1 << 20];
      for (int entry = 0; entry < 5; entry++) {
        zip.putNextEntry(new ZipEntry(entry == 0 ? "OFD.xml" : "big" + entry));
        for (int i = 0; i < 15; i++) {
          zip.write(zeros);
        }
        zip.closeEntry();
      }
    }
    assertTrue(out.size() < 1 << 20);
    unreadable(out.toByteArray());
  }

  /** The headers promise a hundred bytes, what unpacks is 15 MiB. */
  @Test
  void g06_bombThatLiesAboutItsSize_isRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("OFD.xml"));
      zip.write(new byte[15 << 20]);
      zip.closeEntry();
    }
    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 4 <= bytes.capacity(); at++) {
      if (bytes.getInt(at) == 15 << 20) {
        bytes.putInt(at, 100);
      }
    }
    refused(bytes.array());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
      })
  void g11_documentType_isRefused(String type) throws Exception {
    String root = Parts.text(good, "OFD.xml");
    unreadable(Parts.with(good, "OFD.xml", root.replace("?>\n", "?>\n" + type)));
    String entity = root.replace("?>\n", "?>\n" + type).replace("DocBody>", "DocBody>&e;&b;");
    unreadable(Parts.with(good, "OFD.xml", entity));
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 5_000, 60_000})
  void g11_deepXml_isRefused(int depth) throws Exception {
    String root =
        "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\">"
            + "<ofd:x>".repeat(depth)
            + "</ofd:x>".repeat(depth)
            + "</ofd:OFD>";
    unreadable(Parts.with(good, "OFD.xml", root));
  }

  @Test
  void g11_wideXmlAndOtherEncodings_areRefused() throws Exception {
    String head = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\">";
    unreadable(Parts.with(good, "OFD.xml", head + "<ofd:x/>".repeat(100_000) + "</ofd:OFD>"));
    unreadable(Parts.with(good, "OFD.xml", head + "x".repeat(2_000_000) + "</ofd:OFD>"));
    String root = Parts.text(good, "OFD.xml").replace("UTF-8", "UTF-16");
    unreadable(Parts.with(good, "OFD.xml", root.getBytes(StandardCharsets.UTF_16)));
    unreadable(Parts.with(good, "OFD.xml", root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/../x", "file:///etc/passwd", "", "/", "a b"})
  void placeOutside_isRefused(String place) throws Exception {
    String root =
        Parts.text(good, "OFD.xml")
            .replaceAll(
                "<ofd:Signatures>.*</ofd:Signatures>",
                "<ofd:Signatures>" + place + "</ofd:Signatures>");
    refused(Parts.with(good, "OFD.xml", root));
  }
}
