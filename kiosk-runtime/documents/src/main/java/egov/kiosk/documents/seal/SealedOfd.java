package egov.kiosk.documents.seal;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.crypto.seal.SealSignature;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.documents.ofd.Millimetres;
import egov.kiosk.documents.ofd.OfdEntries;
import egov.kiosk.documents.ofd.Xml;
import egov.kiosk.documents.page.SealPlace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An OFD document with one seal over everything in it. */
public final class SealedOfd {
  private static final String SM3_OID = "1.2.156.10197.1.401";
  private static final String SM2_WITH_SM3_OID = "1.2.156.10197.1.501";
  private static final String ID = "s1";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private SealedOfd() {}

  /**
   * Seals a document.
   *
   * @param document written to be sealed
   * @param place where the seal stands
   * @param key a key the seal names
   * @param at the moment of sealing
   * @return the file's bytes
   * @throws CryptoException when the key cannot be used now, or the seal does not name it
   */
  public static byte[] write(
      OfdEntries.Unsealed document,
      SealPlace place,
      ElectronicSeal seal,
      SigningKey key,
      Instant at)
      throws CryptoException {
    SortedMap<String, byte[]> entries = new TreeMap<>(document.entries());
    entries.put(SealPaths.SEAL, seal.encoded());
    entries.put(OfdEntries.SIGNATURES, list());
    String page = document.pageIds().get(place.page());
    byte[] signature = signature(entries, page, place, at);
    entries.put(SealPaths.SIGNATURE, signature);
    SealSignature signed =
        SealSignature.sign(key, seal, at, Sm3.digest(signature), "/" + SealPaths.SIGNATURE);
    entries.put(SealPaths.SIGNED_VALUE, signed.encoded());
    return Container.pack(entries);
  }

  private static byte[] list() {
    return Xml.root("Signatures")
        .leaf("MaxSignId", ID)
        .empty("Signature", "ID", ID, "Type", "Seal", "BaseLoc", "/" + SealPaths.SIGNATURE)
        .bytes();
  }

  private static byte[] signature(
      SortedMap<String, byte[]> entries, String page, SealPlace place, Instant at) {
    Xml xml = Xml.root("Signature").open("SignedInfo");
    xml.empty(
        "Provider", "ProviderName", SealPaths.PROVIDER, "Version", "1.0", "Company", "egov.kiosk");
    xml.leaf("SignatureMethod", SM2_WITH_SM3_OID).leaf("SignatureDateTime", MOMENT.format(at));
    xml.open("References", "CheckMethod", SM3_OID);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      String digest = Base64.getEncoder().encodeToString(Sm3.digest(entry.getValue()));
      xml.open("Reference", "FileRef", "/" + entry.getKey()).leaf("CheckValue", digest).close();
    }
    xml.close();
    xml.empty(
        "StampAnnot",
        "ID",
        ID,
        "PageRef",
        page,
        "Boundary",
        Millimetres.of(place.x(), place.y(), place.width(), place.height()));
    xml.open("Seal").leaf("BaseLoc", "/" + SealPaths.SEAL).close().close();
    return xml.leaf("SignedValue", "/" + SealPaths.SIGNED_VALUE).bytes();
  }
}
