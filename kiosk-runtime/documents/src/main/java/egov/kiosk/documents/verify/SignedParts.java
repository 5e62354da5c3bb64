package egov.kiosk.documents.verify;

import egov.kiosk.documents.seal.SealPaths;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the signature file of a document's one seal says (GB/T 33190-2016 clause 18.2).
 *
 * @param signature the name of the signature file itself
 * @param signedValue the name of the entry with the signature over it
 * @param seal the name of the entry with the seal, when there is one
 * @param digests the SM3 value of each protected entry, by name
 * @param ours whether this house wrote it
 */
record SignedParts(
    String signature,
    String signedValue,
    Optional<String> seal,
    Map<String, byte[]> digests,
    boolean ours) {
  private static final String ROOT = "OFD.xml";
  private static final List<String> SM3 = List.of("1.2.156.10197.1.401", "SM3");

  static SignedParts find(Entries entries) throws Refusal {
    if (!entries.names().contains(ROOT)) {
      throw Refusal.unsupported("this is no OFD document");
    }
    Element body = StrictXml.read(entries.bytes(ROOT), "OFD").one("DocBody");
    if (body.all("Signatures").isEmpty()) {
      throw Refusal.unsupported("the document carries no seal");
    }
    String list = Place.of(ROOT, body.one("Signatures").text());
    List<Element> seals = StrictXml.read(entries.bytes(list), "Signatures").all("Signature");
    if (seals.size() != 1) {
      throw Refusal.unsupported(
          "the document carries " + seals.size() + " seals; one is supported");
    }
    Element only = seals.get(0);
    if (!only.attributes().getOrDefault("Type", "Seal").equals("Seal")) {
      throw Refusal.unsupported("the document is signed, but without a seal");
    }
    return of(entries, Place.of(list, only.attribute("BaseLoc")));
  }

  private static SignedParts of(Entries entries, String file) throws Refusal {
    Element root = StrictXml.read(entries.bytes(file), "Signature");
    Element info = root.one("SignedInfo");
    Element references = info.one("References");
    if (!SM3.contains(references.attribute("CheckMethod"))) {
      throw Refusal.unsupported("the document's digests are not SM3");
    }
    Map<String, byte[]> digests = new HashMap<>();
    for (Element reference : references.all("Reference")) {
      String name = Place.of(file, reference.attribute("FileRef"));
      if (digests.put(name, digest(reference.one("CheckValue").text())) != null) {
        throw Refusal.unsupported("the document lists a part twice");
      }
    }
    Optional<String> seal = Optional.empty();
    if (!info.all("Seal").isEmpty()) {
      seal = Optional.of(Place.of(file, info.one("Seal").one("BaseLoc").text()));
    }
    return new SignedParts(
        file,
        Place.of(file, root.one("SignedValue").text()),
        seal,
        digests,
        info.one("Provider").attribute("ProviderName").equals(SealPaths.PROVIDER));
  }

  private static byte[] digest(String base64) throws Refusal {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Refusal.unsupported("a digest of the document is not Base64");
    }
  }
}
